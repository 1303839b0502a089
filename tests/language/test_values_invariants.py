"""What holds for the values of any text: offsets, order, coverage of digits, round trips, time."""

from __future__ import annotations

import gc
import re
import time
from decimal import Decimal
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lodeline.language.grammar import find_values
from lodeline.language.values import Value

LANGUAGES = st.sampled_from(["ru", "en", "kk", "xx"])
ANCHORS = st.one_of(st.none(), st.dates().map(str), st.sampled_from(["", "2025", "2025-11", "nonsense", "0001-01-01"]))
_WORDS = (
    "5 2024 3,5 2.4 1 000 12,500 $ € A$ Rs % млн bn m тонн т tonnes в год a year до от к с и and between to — - , ( ) "
    "ноября November вторник last half треть two двадцать тысяча не более about E195 № 06.11.2025 10:30 сто лет of the "
    "years процентов концентрата назад ago later спустя года ноль один миллиард через"
)
SCRAPS = st.sampled_from([*_WORDS.split(), "\n"])
TEXTS = st.one_of(
    st.text(max_size=60), st.lists(SCRAPS, max_size=14).map(" ".join), st.lists(SCRAPS, max_size=9).map("".join)
)
AMOUNTS = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(999999), places=2, allow_nan=False)


@settings(max_examples=250, deadline=None)
@given(text=TEXTS, language=LANGUAGES, anchor=ANCHORS)
def test_values_are_sorted_apart_and_within_the_text(text: str, language: str, anchor: str | None) -> None:
    values = find_values(text, language, anchor)
    edges = [edge for value in values for edge in (value.start, value.stop)]
    assert edges == sorted(edges)
    assert all(0 <= value.start < value.stop <= len(text) for value in values)
    assert all(text[value.start : value.stop].strip() == text[value.start : value.stop] for value in values)


@settings(max_examples=250, deadline=None)
@given(text=TEXTS, language=LANGUAGES, anchor=ANCHORS)
def test_every_run_of_digits_lies_in_one_value(text: str, language: str, anchor: str | None) -> None:
    spans = [(value.start, value.stop) for value in find_values(text, language, anchor)]
    for run in re.finditer(r"\d+", text):
        assert any(start <= run.start() and run.end() <= stop for start, stop in spans), run


@settings(max_examples=250, deadline=None)
@given(text=TEXTS, language=LANGUAGES)
def test_looking_only_where_a_value_may_begin_loses_none(text: str, language: str) -> None:
    assert looked_for_everywhere(text, language) == find_values(text, language, "2025-11-19")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_value_of_the_invented_sentences_begins_where_none_is_looked_for(language: str) -> None:
    text = Path(__file__).with_name(f"values_{language}.txt").read_text("utf-8")
    assert looked_for_everywhere(text, language) == find_values(text, language, "2025-11-19")


def looked_for_everywhere(text: str, language: str) -> tuple[Value, ...]:
    with patch("lodeline.language.grammar._Readers.opens", return_value=True):
        return find_values(text, language, "2025-11-19")


@settings(max_examples=120, deadline=None)
@given(text=TEXTS, language=LANGUAGES)
def test_a_value_carries_exactly_what_its_kind_says(text: str, language: str) -> None:
    for value in find_values(text, language, "2025-11-19"):
        assert (value.money is not None) == (value.kind == "money")
        assert (value.quantity is not None) == (value.kind in {"quantity", "percent"})
        assert (value.date is not None) == (value.kind == "date")
        assert (value.period is not None) == (value.kind == "duration")
        high = value.money.value_max if value.money else value.quantity.value_max if value.quantity else None
        assert high is None or (value.number is not None and value.number < high)


@settings(max_examples=120, deadline=None)
@given(amount=AMOUNTS, scale=st.sampled_from([("", 1), (" тыс.", 10**3), (" млн", 10**6), (" млрд", 10**9)]))
def test_russian_sums_read_back_what_was_written(amount: Decimal, scale: tuple[str, int]) -> None:
    text = f"Вложат {amount:f}{scale[0]} евро.".replace(".", ",", 1)
    (value,) = find_values(text, "ru", None)
    assert value.money is not None
    assert value.money.value == amount * scale[1]
    assert value.money.currency == "EUR"


@settings(max_examples=120, deadline=None)
@given(amount=AMOUNTS, scale=st.sampled_from([("", 1), ("k", 10**3), (" million", 10**6), ("bn", 10**9)]))
def test_english_sums_read_back_what_was_written(amount: Decimal, scale: tuple[str, int]) -> None:
    (value,) = find_values(f"It lent €{amount:,f}{scale[0]} at once", "en", None)
    assert value.money is not None
    assert value.money.value == amount * scale[1]


@settings(max_examples=120, deadline=None)
@given(amount=AMOUNTS, language=st.sampled_from([("ru", "т в год"), ("en", "tonnes a year")]))
def test_quantities_read_back_what_was_written(amount: Decimal, language: tuple[str, str]) -> None:
    written = f"{amount:f}".replace(".", "," if language[0] == "ru" else ".")
    (value,) = find_values(f"{written} {language[1]}", language[0], None)
    assert value.quantity is not None
    assert value.quantity.value == amount
    assert value.quantity.unit == "t/year"


@settings(max_examples=100, deadline=None)
@given(day=st.dates(), anchor=ANCHORS)
def test_a_day_written_in_full_needs_no_anchor(day: object, anchor: str | None) -> None:
    (value,) = find_values(f"{day:%Y-%m-%d}" if getattr(day, "year", 0) >= 1000 else "1999-01-02", "en", anchor)
    assert value.date is not None
    assert not value.date.inferred


HOSTILE = [
    "1",
    "1 ",
    "1,",
    "a ",
    "$1",
    "не более чем ",
    "два ",
    "тысяча ",
    "1 т и ",
    "5 t of copper and ",
    "января ",
    "-",
    "№",
]


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_time_grows_in_step_with_the_text(unit: str, language: str) -> None:
    find_values("1", language, None)
    short, long = (min(_seconds(unit * (size // len(unit)), language) for _ in range(2)) for size in (10_000, 40_000))
    assert long < 12 * max(short, 0.002)  # four times the text; a square would be sixteen


def _seconds(text: str, language: str) -> float:
    gc.collect()
    gc.disable()
    start = time.process_time()
    find_values(text, language, "2025-11-19")
    spent = time.process_time() - start
    gc.enable()
    return spent
