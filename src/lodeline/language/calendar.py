"""The calendar of news: which day, month or year a text means, seen from the day it was published.

A date keeps the precision of the words (`2025-11-06`, `2025-11`, `2025`). Rules, where the words leave the year open:
a day is the nearest such day, over a quarter ahead only where the words look ahead; a month is the latest one that has
begun, or the next one that has not ended where the words look ahead; a weekday is the latest on or before the day, or
the next where told so. Without a publication day nothing is guessed: the date stays unresolved.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

Step = Literal["day", "week", "month", "year", "decade"]
_QUARTER = timedelta(days=92)
_FAR = 6
FIRST_YEAR, LAST_YEAR = 1000, 2199
FIRST_BARE_YEAR, LAST_BARE_YEAR = 1900, 2100


def parse_anchor(anchor: str | None) -> date | None:
    """The publication day; None where it is not known to the day or not a date."""
    try:
        day = date.fromisoformat(anchor[:10]) if anchor else None
    except ValueError:
        return None
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def whole_day(year: int, month: int, day: int) -> str | None:
    """`2025-11-06`, or None for a day that no calendar has."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def nearest_day(month: int, day: int, anchor: date | None, ahead: bool) -> str | None:
    """The day of that name that is nearest to the anchor; over a quarter ahead only where the words look ahead."""
    if anchor is None:
        return None
    days = [whole_day(anchor.year + shift, month, day) for shift in range(-4, 5)]
    known = [date.fromisoformat(found) for found in days if found]
    latest = None if ahead else anchor + _QUARTER
    fit = [found for found in known if latest is None or found <= latest]
    return min(fit, key=lambda found: abs(found - anchor)).isoformat() if fit else None


def next_day(month: int, day: int, anchor: date | None) -> str | None:
    """The first day of that name on or after the anchor."""
    if anchor is None:
        return None
    days = [whole_day(anchor.year + ahead, month, day) for ahead in range(9)]
    return next((found for found in days if found and found >= anchor.isoformat()), None)


def month_of(month: int, anchor: date | None, ahead: bool) -> str | None:
    """The latest such month that has begun, or with `ahead` the next that has not ended."""
    if anchor is None:
        return None
    late = month > anchor.month
    year = anchor.year + ((0 if late or month == anchor.month else 1) if ahead else (-1 if late else 0))
    return f"{year:04d}-{month:02d}"


def season_year(start_month: int, anchor: date | None, direction: int | None) -> str | None:
    """The year of a season by its first month: the latest begun (None) or ended (-1), this year's (0), the next (1)."""
    if anchor is None:
        return None
    begun, ended = start_month <= anchor.month, start_month + 3 <= anchor.month
    shift = {None: 0 if begun else -1, -1: 0 if ended else -1, 0: 0, 1: 1 if begun else 0}[direction]
    return f"{anchor.year + shift:04d}"


def part_year(months: tuple[int, int], anchor: date | None, ahead: bool) -> str | None:
    """The year of a quarter or a half without one: the next that has not ended, or else this year's or the latest."""
    if anchor is None:
        return None
    first, last = months
    shift = (1 if last < anchor.month else 0) if ahead else (-1 if first - anchor.month >= _FAR else 0)
    return f"{anchor.year + shift:04d}"


def weekday(day: int, anchor: date | None, direction: int) -> str | None:
    """Monday is 0. Direction 0: the latest on or before the anchor; -1: before it; 1: after it."""
    if anchor is None:
        return None
    back = (anchor.weekday() - day) % 7
    if direction > 0:
        return (anchor + timedelta(days=7 - back)).isoformat()
    return (anchor - timedelta(days=back or (7 if direction < 0 else 0))).isoformat()


def shifted(step: Step, count: int, anchor: date | None) -> str | None:
    """The time `count` steps from the anchor with the precision of the step; weeks count as their month."""
    if anchor is None or abs(count) > 1000:
        return None
    if step == "day":
        return (anchor + timedelta(days=count)).isoformat()
    if step == "week":
        return (anchor + timedelta(weeks=count)).isoformat()[:7]
    if step == "month":
        months = anchor.year * 12 + anchor.month - 1 + count
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    year = anchor.year + count * (10 if step == "decade" else 1)
    return f"{year:04d}" if FIRST_YEAR <= year <= LAST_YEAR else None


def year_of(text: str) -> str | None:
    """A plain four-digit year, or None."""
    plain = len(text) == 4 and text.isascii() and text.isdigit()
    return text if plain and FIRST_BARE_YEAR <= int(text) <= LAST_BARE_YEAR else None
