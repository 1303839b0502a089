"""A sum that has lost its millions is kept as told, and doubted."""

import pytest
from told import claims, only

from lodeline.claims.doubts import DOUBTED, MISSING_MILLION


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Банк выдал компании «Кен-Тас» кредит на 1,1 долларов.", "financing", 1.1),
        ("The bank lent Pelham Copper $250 to build a smelter.", "financing", 250),
        ("Fund Northgate will invest $300 in the Sierra Alta plant.", "investment", 300),
        ("Корпорация «Восток-Медь» вложит в фабрику 40 евро.", "investment", 40),
    ],
)
def test_a_sum_far_below_what_its_kind_costs_stays_and_is_doubted(text: str, kind: str, value: float) -> None:
    claim = only(text, kind)
    assert claim.amount is not None
    assert float(claim.amount.value) == value
    assert claim.confidence <= DOUBTED
    assert claim.support["amount"].rule == MISSING_MILLION
    assert claim.support["amount"].spans


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Банк выдал компании «Кен-Тас» кредит на 1,1 млн долларов.", "financing"),
        ("The bank lent Pelham Copper $250 million to build a smelter.", "financing"),
        ("Mirai Metals bought Pelham Copper for one dollar.", "acquisition"),
        ("Fund Northgate will invest $300,000 in the Sierra Alta plant.", "investment"),
    ],
)
def test_a_sum_that_can_be_meant_is_believed(text: str, kind: str) -> None:
    assert all(claim.confidence > DOUBTED for claim in claims(text, kind))
    assert claims(text, kind)
