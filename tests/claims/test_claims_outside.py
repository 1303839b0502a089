"""A party that stands outside the sentence that tells the claim, and those who are not meant."""

import pytest
from told import claims, only, parties


@pytest.mark.parametrize(
    "text",
    [
        "Kirra Gold wants to build the Sabou mine in Mali. The Sahel Development Bank is lending $40 million.",
        "Kirra Gold is to mine gold in Mali. In March the Sahel Development Bank approved a loan of $40 million.",
        "«Кирра Голд» намерена построить рудник в Мали. Сахельский банк развития даёт кредит на $40 млн.",
        "«Кирра Голд» строит рудник в Мали. Банк развития одобрил кредит в 40 млн долларов.",
    ],
)
def test_who_a_loan_is_for_is_told_before_it(text: str) -> None:
    (claim,) = claims(text, "financing")
    assert parties(claim, "recipient") == ["Kirra Gold" if "Kirra" in text else "Кирра Голд"]


def test_a_tranche_goes_to_the_borrower_of_its_loan() -> None:
    text = (
        "Kirra Gold and Toro Tin run mines in Mali. "
        "The Sahel Development Bank lent Toro Tin $90 million. The first tranche of $20 million has been disbursed."
    )
    told = claims(text, "financing")
    assert [parties(claim, "recipient") for claim in told] == [["Toro Tin"]] * len(told)


@pytest.mark.parametrize(
    "text",
    [
        "The Sahel Development Bank is lending $40 million.",
        "The mines ministry welcomed it. The Sahel Development Bank is lending $40 million.",
        "Sahel News reported it. The Sahel Development Bank is lending $40 million.",
    ],
)
def test_no_office_outlet_or_lender_is_taken_for_the_borrower(text: str) -> None:
    assert all(not parties(claim, "recipient") for claim in claims(text, "financing"))


def test_whoever_buys_is_not_who_borrows() -> None:
    text = (
        "Hanil Metals has agreed to buy 2,000 tonnes of tin a year from Toro Tin. "
        "The Sahel Development Bank is lending $40 million."
    )
    assert parties(only(text, "financing"), "recipient") == ["Toro Tin"]


def test_the_owner_of_the_site_is_meant_before_the_company_told_most() -> None:
    text = (
        "Toro Tin met Kirra Gold, operator of the Sabou mine. Toro Tin is big. Toro Tin is old. "
        "The Sahel Development Bank is lending $40 million for the Sabou mine."
    )
    claim = only(text, "financing")
    assert "Toro Tin" not in parties(claim, "recipient")


def test_a_loan_to_the_owner_of_a_site_is_for_the_site() -> None:
    text = (
        "Kirra Gold, operator of the Sabou mine in Mali, needs money. The Sahel Development Bank lent it $40 million."
    )
    claim = only(text, "financing")
    assert (parties(claim, "recipient"), list(claim.assets)) == (["Kirra Gold"], ["Sabou"])
    assert list(claim.places) == ["ML"]


def test_what_a_whole_state_produces_is_of_no_site() -> None:
    text = "Kirra Gold runs the Sabou mine in Mali. Mali produced 60 tonnes of gold last year."
    assert all(not claim.assets for claim in claims(text, "project") if "60" in claim.evidence)


@pytest.mark.parametrize(
    ("text", "mineral"),
    [
        ("Toro Tin mines tin in Peru. Zinc is cheap.\n\nIts smelter made 900 t last year.", "tin"),
        ("«Торо» добывает олово в Перу. Олово дорожает, цинк дешевеет. Её завод выпустил 900 т за год.", "tin"),
    ],
)
def test_an_output_without_a_mineral_is_of_what_is_told_most_nearby(text: str, mineral: str) -> None:
    assert all(list(claim.commodities) == [mineral] for claim in claims(text, "project") if "900" in claim.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "KL: The mine is big.\nKLM: It is. The Sahel Development Bank is lending $40 million.",
        "Узбекский завод велик. Сахельский банк развития даёт кредит на $40 млн.",
    ],
)
def test_who_marks_a_speaker_or_a_home_does_not_borrow(text: str) -> None:
    assert all(not parties(claim, "recipient") for claim in claims(text, "financing"))


VENTURE = "Kirra Gold and Toro Tin agreed to form a joint venture to mine tin in Peru."
LETTER = "The Sahel Development Bank sent a letter of interest for a loan of $40 million."


@pytest.mark.parametrize("text", [f"{VENTURE} {LETTER}", f"Kirra Gold has news. {LETTER} {VENTURE}"])
def test_one_partner_of_a_venture_does_not_borrow_alone(text: str) -> None:
    assert not parties(only(text, "financing"), "recipient")
