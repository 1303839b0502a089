"""Dates as the ledger compares them: an ISO day, month or year is the stretch of days that it may mean."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Days:
    """First and last possible day, both included, as proleptic Gregorian ordinals."""

    first: int
    last: int

    @property
    def exact(self) -> bool:
        return self.first == self.last


@lru_cache(maxsize=4096)
def days(iso: str | None) -> Days | None:
    """The days that an ISO day, month or year may mean; None for an unknown or malformed date."""
    if not iso:
        return None
    try:
        numbers = [int(part) for part in iso[:10].split("-")]
        return _stretch(*numbers)
    except (ValueError, TypeError):
        return None


def _stretch(year: int, month: int | None = None, day: int | None = None) -> Days:
    if day is not None and month is not None:
        ordinal = date(year, month, day).toordinal()
        return Days(ordinal, ordinal)
    last_month = month or 12
    last_day = calendar.monthrange(year, last_month)[1]
    return Days(date(year, month or 1, 1).toordinal(), date(year, last_month, last_day).toordinal())


def end_of(iso: str) -> str:
    """A text above all ISO times of a day, month or year and below all later ones; "" for what is no date."""
    stretch = days(iso)
    return f"{date.fromordinal(stretch.last).isoformat()}T24" if stretch else ""


def gap(left: Days, right: Days) -> int:
    """Days between two stretches; 0 where they overlap."""
    return max(left.first - right.last, right.first - left.last, 0)


def starts_after(iso: str | None, other: str | None) -> bool:
    """True where the first date certainly lies after the second; an unknown date is after nothing."""
    left, right = days(iso), days(other)
    return left is not None and right is not None and left.first > right.last


def position(iso: str | None) -> tuple[int, int]:
    """Sorting key: by last possible day, then by precision; unknown dates come first."""
    stretch = days(iso)
    return (stretch.last, stretch.first) if stretch else (0, 0)
