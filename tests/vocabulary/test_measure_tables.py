"""Currencies, units and durations of the vocabulary."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest

from lodeline.vocabulary.currencies import currency_codes, currency_in_text, currency_names, currency_signs
from lodeline.vocabulary.periods import PeriodUnit, iso_duration
from lodeline.vocabulary.units import Family, unit_names


def test_every_currency_code_is_three_capitals() -> None:
    assert all(len(code) == 3 and code.isupper() for code in currency_codes())
    assert {"USD", "EUR", "CNY", "KZT", "RUB", "XOF", "ZMW"} <= currency_codes()


def test_codes_are_those_that_babel_knows() -> None:
    from babel.numbers import is_currency

    assert [code for code in currency_codes() if not is_currency(code)] in ([], ["ZWG"])


@pytest.mark.parametrize(("sign", "code"), [("$", "USD"), ("A$", "AUD"), ("₸", "KZT"), ("NOK", "NOK"), ("R$", "BRL")])
def test_signs_stand_for_their_currency(sign: str, code: str) -> None:
    assert currency_signs()[f"={sign}"] == code


def test_no_name_of_a_currency_is_also_a_unit() -> None:
    for language in ("ru", "en"):
        assert not set(currency_names(language)) & set(unit_names(language))


def test_every_unit_belongs_to_a_known_family_and_has_a_positive_factor() -> None:
    for unit in {**unit_names("ru"), **unit_names("en")}.values():
        assert unit.family in get_args(Family)
        assert unit.factor > 0


@pytest.mark.parametrize(
    ("name", "language", "key", "factor"),
    [
        ("=Mt", "en", "t", "1e6"),
        ("кг", "ru", "t", "0.001"),
        ("short tons", "en", "t", "0.90718474"),
        ("=koz", "en", "oz", "1e3"),
    ],
)
def test_units_convert_to_those_of_the_claims(name: str, language: str, key: str, factor: str) -> None:
    unit = unit_names(language)[name]
    assert (unit.key, unit.factor) == (key, Decimal(factor))


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [
        ("1", "year", "P1Y"),
        ("1.5", "year", "P18M"),
        ("20", "year", "P20Y"),
        ("18", "hour", "PT18H"),
        ("0.5", "month", "P0.5M"),
    ],
)
def test_durations_are_written_in_iso_form(count: str, unit: PeriodUnit, expected: str) -> None:
    assert iso_duration(Decimal(count), unit) == expected


def test_a_shared_sign_takes_the_state_told_first() -> None:
    assert currency_in_text("INR", "A port near Colombo, Sri Lanka, and India") == "LKR"
    assert currency_in_text("JPY", "Beijing lends") == "CNY"
    assert currency_in_text("USD", "Canada") == "USD"
    assert currency_in_text("NOK", "The Swedish miner") == "SEK"
    assert currency_in_text("NOK", "Рудник в Дании, кредит из Норвегии") == "DKK"
    assert currency_in_text("NOK", "The Swedish miner", "3 billion Norwegian kroner") == "NOK"
    assert currency_in_text("CHF", "A mine in Congo", "CHF 5m") == "CHF"
    assert currency_in_text("CHF", "A mine in Congo", "5m francs") == "CDF"
    assert currency_in_text("CHF", "A lender") == "CHF"
