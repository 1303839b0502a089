"""A deal goes on in the next sentence: its price is told there."""

from decimal import Decimal

import pytest
from told import claims, only


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Kerrow Copper bought the Selby mine. The price was $90 million in cash.", "acquisition", "90e6"),
        ("«Керроу» купила рудник Селби у «Фенвика». Сумма сделки составила 12 млн долларов.", "acquisition", "12e6"),
        (
            "Fenwick will sell Hanil 900 tonnes of nickel a year. The contract is worth $300 million.",
            "supply",
            "3e8",
        ),
    ],
)
def test_the_price_of_a_deal_may_stand_in_the_next_sentence(text: str, kind: str, value: str) -> None:
    amount = only(text, kind).amount
    assert amount is not None
    assert amount.value == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "Kerrow Copper bought the Selby mine. Its revenue was $90 million last year.",
        "«Керроу» купила рудник Селби. Выручка компании составила 12 млн долларов.",
    ],
)
def test_another_sum_is_no_price_of_the_deal_before_it(text: str) -> None:
    assert next(c for c in claims(text, "acquisition")).amount is None
