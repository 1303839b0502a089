"""The same fact told twice in one text is one claim; what differs stays apart."""

import pytest
from told import claims, reading

DEAL = {
    "en": "Kerrow Copper bought the Sesheke mine from Brightwater for $40 million in March 2031.",
    "ru": "В марте 2031 года «Керроу Медь» купила рудник Сешеке у компании «Брайтуотер» за 40 млн долларов.",
}
LESS = {
    "en": "Kerrow Copper bought the Sesheke mine for $40 million.",
    "ru": "«Керроу Медь» купила рудник Сешеке за 40 млн долларов.",
}
OTHER_SUM = {
    "en": "Kerrow Copper bought the Lusenga mine from Brightwater for $15 million.",
    "ru": "«Керроу Медь» купила рудник Лусенга у компании «Брайтуотер» за 15 млн долларов.",
}
RUMOUR = {
    "en": "Kerrow Copper plans to buy the Sesheke mine from Brightwater for $40 million.",
    "ru": "«Керроу Медь» намерена купить рудник Сешеке у компании «Брайтуотер» за 40 млн долларов.",
}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_same_fact_twice_is_one_claim_that_keeps_both_stretches(language: str) -> None:
    text = f"{DEAL[language]}\n{DEAL[language]}"
    [claim] = claims(text, "acquisition")
    first = claims(DEAL[language], "acquisition")[0]
    shift = len(DEAL[language]) + 1
    assert {(claim.start, claim.stop), *claim.also} == {
        (first.start, first.stop),
        (first.start + shift, first.stop + shift),
    }


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_fuller_telling_stands_wherever_it_is(language: str) -> None:
    for text in (f"{DEAL[language]}\n{LESS[language]}", f"{LESS[language]}\n{DEAL[language]}"):
        [claim] = claims(text, "acquisition")
        assert claim.date == "2031-03"
        assert text[claim.start : claim.stop] == DEAL[language]
        assert [text[start:stop] for start, stop in claim.also] == [LESS[language]]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("other", [OTHER_SUM, RUMOUR], ids=["another sum", "another status"])
def test_another_sum_or_status_is_another_claim(language: str, other: dict[str, str]) -> None:
    found = claims(f"{DEAL[language]}\n{other[language]}", "acquisition")
    assert len(found) == 2
    assert all(claim.also == () for claim in found)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_folded_stretch_has_its_step_and_is_not_passed_over(language: str) -> None:
    text = f"{DEAL[language]}\n{LESS[language]}"
    found = reading(text)
    [claim] = [c for c in found.claims if c.kind == "acquisition"]
    merged = [step for step in found.steps if step.outcome == "merged"]
    assert [(step.claim, text[step.start : step.stop]) for step in merged] == [(claim.id, LESS[language])]
    assert [step for step in found.steps if step.outcome == "passed_over"] == []


@pytest.mark.parametrize(
    "text",
    [
        '"We are years late," said Vera Moss, head of Kerrow. "We are years late," said Vera Moss, head of Kerrow.',
        "«Мы опоздали на два года», — сказал Тимур Оразов. «Мы опоздали на два года», — сказал Тимур Оразов.",
    ],
)
def test_every_quotation_stays_a_statement_of_its_own(text: str) -> None:
    assert len(claims(text, "statement")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The presidents of Chile and Peru met in Lima in September 2030.\n"
        "The presidents of Chile, Peru and Bolivia held talks in Santiago.",
        "В сентябре 2030 года президенты Чили и Перу встретились в Лиме.\n"
        "Президенты Чили, Перу и Боливии провели переговоры в Сантьяго.",
    ],
)
def test_meetings_of_other_people_are_not_one_for_want_of_a_date(text: str) -> None:
    assert len(claims(text, "meeting")) == 2


def test_a_state_under_another_name_is_the_same_party() -> None:
    text = "Пекин ввёл запрет на экспорт галлия. Китай ввёл запрет на экспорт галлия."
    assert len(claims(text, "restriction")) == 1
