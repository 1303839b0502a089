"""Which day, month or year a text means, seen from the day of publication."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lodeline.language import calendar

ANCHOR = date(2025, 11, 19)  # a Wednesday


@pytest.mark.parametrize(
    ("month", "day", "ahead", "expected"),
    [
        (11, 6, False, "2025-11-06"),
        (12, 5, False, "2025-12-05"),
        (1, 31, False, "2026-01-31"),
        (5, 2, False, "2025-05-02"),
        (5, 2, True, "2026-05-02"),
        (2, 29, False, "2024-02-29"),
    ],
)
def test_a_day_without_a_year_is_the_nearest(month: int, day: int, ahead: bool, expected: str) -> None:
    assert calendar.nearest_day(month, day, ANCHOR, ahead) == expected


@pytest.mark.parametrize(
    ("month", "ahead", "expected"),
    [
        (10, False, "2025-10"),
        (11, False, "2025-11"),
        (12, False, "2024-12"),
        (1, True, "2026-01"),
        (11, True, "2025-11"),
    ],
)
def test_a_month_without_a_year_has_begun_or_has_not_ended(month: int, ahead: bool, expected: str) -> None:
    assert calendar.month_of(month, ANCHOR, ahead) == expected


@pytest.mark.parametrize(
    ("day", "direction", "expected"),
    [(2, 0, "2025-11-19"), (1, 0, "2025-11-18"), (3, 0, "2025-11-13"), (2, -1, "2025-11-12"), (2, 1, "2025-11-26")],
)
def test_a_weekday_is_the_latest_or_the_next(day: int, direction: int, expected: str) -> None:
    assert calendar.weekday(day, ANCHOR, direction) == expected


@pytest.mark.parametrize(
    ("step", "count", "expected"),
    [
        ("day", -1, "2025-11-18"),
        ("week", -3, "2025-10"),
        ("month", -11, "2024-12"),
        ("year", 2, "2027"),
        ("decade", 1, "2035"),
    ],
)
def test_steps_keep_their_precision(step: calendar.Step, count: int, expected: str) -> None:
    assert calendar.shifted(step, count, ANCHOR) == expected


@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2190, 1, 1)), name=st.integers(0, 6))
def test_the_latest_weekday_is_never_ahead_nor_a_week_back(day: date, name: int) -> None:
    found = calendar.weekday(name, day, 0)
    assert found is not None
    assert 0 <= (day - date.fromisoformat(found)).days < 7
    assert date.fromisoformat(found).weekday() == name


@pytest.mark.parametrize("anchor", [None, "", "2025", "2025-11", "soon", "2025-02-30", "0001-01-01"])
def test_an_anchor_that_is_no_day_resolves_nothing(anchor: str | None) -> None:
    assert calendar.parse_anchor(anchor) is None
