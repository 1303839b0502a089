"""Figures as people read them: short with a scale, exact beside it, and never a currency that nobody named."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lodeline.reports.figures import (
    CURRENCY_UNKNOWN,
    THIN,
    money_shown,
    plain,
    quantity_shown,
    range_shown,
    readable,
    short,
)
from lodeline.vocabulary.quantities import Money, Quantity


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1100000000", "1.1 bn"),
        ("900000000", "900 m"),
        ("2500000000000", "2.5 tn"),
        ("999999", "999 999"),
        ("1234567890", "1.23 bn"),
        ("0", "0"),
        ("12.50", "12.5"),
        ("-3000000", "-3 m"),
        ("640500000", "640 m"),  # half to even, the exact sum stands beside it
    ],
)
def test_a_short_figure_has_three_digits_and_a_scale(value: str, shown: str) -> None:
    assert short(Decimal(value)).replace(THIN, " ") == shown


@pytest.mark.parametrize(
    ("money", "text", "exact"),
    [
        (Money(Decimal("1.1e9"), "USD"), "1.1 bn USD", "1 100 000 000 USD"),
        (Money(Decimal("17e9"), None), f"17 bn {CURRENCY_UNKNOWN}", f"17 000 000 000 {CURRENCY_UNKNOWN}"),
        (Money(Decimal("5e8"), "EUR", "up_to"), "up to 500 m EUR", "up to 500 000 000 EUR"),
        (
            Money(Decimal("1e9"), "USD", "about", Decimal("2e9")),
            "about 1–2 bn USD",
            "about 1 000 000 000–2 000 000 000 USD",
        ),
        (Money(Decimal("9e8"), "USD", "exact", Decimal("1.2e9")), "900 m–1.2 bn USD", "900 000 000–1 200 000 000 USD"),
        (Money(Decimal("350"), "KZT"), "350 KZT", "350 KZT"),
    ],
)
def test_money_is_short_in_text_and_whole_beside_it(money: Money, text: str, exact: str) -> None:
    shown = money_shown(money)
    assert (shown.text.replace(THIN, " "), shown.exact.replace(THIN, " ")) == (text, exact)


def test_a_quantity_names_what_its_tonnes_are_of() -> None:
    shown = quantity_shown(Quantity(Decimal(12000), "t/year", "about", form="concentrate"))
    assert shown.text.replace(THIN, " ") == "about 12 000 t/year (concentrate)"


def test_a_total_without_overlap_is_one_figure() -> None:
    assert range_shown(Decimal(5), Decimal(5), "USD").text == "5 USD"


@given(st.decimals(min_value=-(10**15), max_value=10**15, places=2))
def test_the_exact_figure_loses_nothing(value: Decimal) -> None:
    assert Decimal(plain(value).replace(THIN, "")) == value


@given(st.decimals(min_value=10**6, max_value=10**15, places=0))
def test_the_short_figure_is_within_half_a_percent(value: Decimal) -> None:
    number, scale = short(value).split(THIN)[-2:]
    digits = short(value).removesuffix(THIN + scale).replace(THIN, "")
    size = {"m": 10**6, "bn": 10**9, "tn": 10**12}[scale]
    assert number
    assert abs(Decimal(digits) * size - value) <= value * Decimal("0.005")


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("up_to 705000000 USD", "up_to 705 m USD"),
        ("1250000.5 EUR | 95000 t", "1.25 m EUR | 95 000 t"),
        ("2030-06-02 | 2031", "2030-06-02 | 2031"),
        ("Tas Resources 35.5 %", "Tas Resources 35.5 %"),
    ],
)
def test_numbers_in_the_words_of_the_ledger_are_shortened_and_dates_are_not(told: str, shown: str) -> None:
    assert readable(told).replace(THIN, " ") == shown
