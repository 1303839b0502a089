"""Who lends and who receives, where the loan is talked over, asked for, or comes in parts."""

import pytest
from told import claims, only, parties

KIND = "financing"


@pytest.mark.parametrize(
    ("text", "status", "lender", "borrower"),
    [
        (
            "Ferrox Copper is in talks with the African Development Bank about $80 million for its copper mine.",
            "proposed",
            "African Development Bank",
            "Ferrox Copper",
        ),
        (
            "Ferrox Copper has asked the Development Bank of Southern Africa for $90 million for its copper mine.",
            "proposed",
            "Development Bank of Southern Africa",
            "Ferrox Copper",
        ),
        (
            "«Феррокс» ведёт переговоры с Банком развития Китая о кредите в 400 млн долларов на медный рудник.",
            "proposed",
            "Банк развития Китая",
            "Феррокс",
        ),
    ],
)
def test_money_talked_over_or_asked_for_is_proposed(text: str, status: str, lender: str, borrower: str) -> None:
    claim = only(text, KIND)
    assert (claim.status, parties(claim, "financier"), parties(claim, "recipient")) == (status, [lender], [borrower])


def test_the_parts_of_a_package_come_from_the_lender_of_the_whole() -> None:
    told = claims(
        "Corvin Capital Bank has agreed to provide a $150 million package for the Quillan copper mine, "
        "comprising a $100 million senior loan and $50 million of equity.",
        KIND,
    )
    assert len(told) == 3
    assert all(parties(claim, "financier") == ["Corvin Capital Bank"] for claim in told)


def test_a_repaid_loan_is_no_new_one() -> None:
    assert not claims(
        "Ferrox Copper repaid a $75 million loan to Glenmore that financed the Quillan copper mine.", KIND
    )
