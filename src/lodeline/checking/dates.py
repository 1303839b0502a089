"""Years and months that a stretch can mean, set beside the day of publication; small and apart from the reader's own.

Nothing is decided where the stretch tells no time: the answer is then empty.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files

from lodeline.checking.figures import figures

YEAR = re.compile(
    r"(?<![\d.,№#$€£])((?:19|20)\d\d)(?:\s?[-–/]\s?((?:19|20)?\d\d))?(?![\d%]|[.,]\d|\s?(?:тонн|т\b|tonnes|tons|km|км|MW|МВт))"
)
FISCAL = re.compile(r"\bFY\s?'?(\d\d)\b|\bFY\s?(20\d\d)\b")
SPAN = re.compile(r"\s{0,2}(?:[-‑]\s{0,2})?(?:years?\b|year-|лет\b|год[а-я]*\b|летн|жыл)", re.IGNORECASE)
DECADE = re.compile(r"((?:19|20)\d0)(?:s|-[а-я]+)\b")
Window = tuple[int, int]
"""Months before and after publication in which a month told without a year lies; at most twelve in all."""
RECENT_MONTHS = 2


@cache
def time_words() -> tuple[tuple[re.Pattern[str], str, int], ...]:
    lines = files("lodeline.checking").joinpath("data/time_words.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return tuple((re.compile(rf"\b(?:{r['pattern']})(?!\w)"), r["unit"], int(r["value"])) for r in rows)


def stated_years(text: str) -> frozenset[int]:
    """Years written out in digits."""
    return frozenset(_stated(text))


def _stated(text: str) -> Iterator[int]:
    for match in YEAR.finditer(text):
        first = int(match[1])
        yield first
        if match[2]:
            last = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
            yield from range(first, last + 1) if last - first <= 30 else ()
    for match in DECADE.finditer(text):
        yield from range(int(match[1]), int(match[1]) + 10)
    for match in FISCAL.finditer(text):
        yield int(match[2] or f"20{match[1]}")


def stated_months(text: str) -> frozenset[tuple[int, int]]:
    """(year, month) written out together: «ноябрь 2025», "3 May 2026", 02.12.2024."""
    folded = text.casefold()
    found = {(int(m[3]), int(m[2])) for m in NUMERIC.finditer(folded) if int(m[2]) <= 12}
    for pattern, unit, value in time_words():
        if unit == "month":
            for match in pattern.finditer(folded):
                around = folded[max(0, match.start() - APART) : match.end() + APART]
                found |= {(year, value) for year in stated_years(around)}
    return frozenset(found)


NUMERIC = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)\b")
APART = 14
"""Characters between a month and its year."""


def last_year_told(text: str, before: int) -> int | None:
    """The last year written out before a place: a later month goes on in it."""
    found = [(m.start(), int(m[1])) for m in YEAR.finditer(text[:before])]
    return found[-1][1] if found else None


def possible_months(text: str, published: date | None, window: Window) -> frozenset[tuple[int, int | None]]:
    """(year, month) that a stretch can mean, month None where only a year is told; empty where it tells no time."""
    return frozenset((*_later(text, published), *_relative(text.casefold(), published, window)))


def _later(text: str, published: date | None) -> Iterator[tuple[int, int | None]]:
    """Years written out, and those so many years later or earlier («спустя четыре года», "two years later")."""
    years = stated_years(text)
    yield from ((year, None) for year in years)
    for figure in figures(text):
        if SPAN.match(figure.after):
            spans = {int(value) for value in figure.values if value == int(value) and 0 < value <= 60}
            yield from ((year + sign * span, None) for year in years for span in spans for sign in (1, -1))
            if published:
                yield from (
                    (published.year + sign * span + d, None) for span in spans for sign in (1, -1) for d in (-1, 0, 1)
                )


def _relative(text: str, published: date | None, window: Window) -> Iterator[tuple[int, int | None]]:
    if published is None:
        return
    for pattern, unit, value in time_words():
        if pattern.search(text):
            yield from _meant(unit, value, published, window)


def _meant(unit: str, value: int, published: date, window: Window) -> Iterator[tuple[int, int | None]]:
    if unit == "year":
        yield published.year + value, None
    elif unit == "recent":
        yield from (_shifted(published, months) for months in (-RECENT_MONTHS, 0, RECENT_MONTHS))
    elif unit == "decade":
        yield from ((published.year // 10 * 10 + year, None) for year in (9, 10))
    else:
        for year in (published.year - 1, published.year, published.year + 1):
            if window[0] <= months_between((year, value), published) <= window[1]:
                yield year, value


def months_between(told: tuple[int, int], published: date) -> int:
    """How many months a told month lies after publication."""
    return (told[0] - published.year) * 12 + told[1] - published.month


def _shifted(day: date, months: int) -> tuple[int, int | None]:
    at = day.year * 12 + day.month - 1 + months
    return at // 12, None
