"""Dates written in digits alone: `06.11.2025`, `2025-11-06`, `13/11/2025`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lodeline.language import calendar
from lodeline.language.pieces import Match, Piece

Pieces = Sequence[Piece]
_POINTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def read_digit_date(pieces: Pieces, at: int, day_first: bool) -> Match[str | None] | None:
    """The day at the piece; its meaning is None where the digits mean two days by the side of the ocean."""
    pointed = _POINTED.fullmatch(pieces[at].text)
    if pointed:
        day, month, year = (int(part) for part in pointed.groups())
        return _known(at + 1, calendar.whole_day(year, month, day))
    run = pieces[at : at + 5]
    if len(run) < 5 or not all(piece.glued for piece in run[1:]) or any(run[n].kind != "number" for n in (0, 2, 4)):
        return None
    numbers = [run[n].text for n in (0, 2, 4)]
    if not all(text.isdigit() and len(text) <= 4 for text in numbers) or run[1].text != run[3].text:
        return None
    return _in_order(at + 5, run[1].text, [int(text) for text in numbers], day_first)


def _in_order(stop: int, mark: str, numbers: list[int], day_first: bool) -> Match[str | None] | None:
    first, second, third = numbers
    if mark == "-" and first >= calendar.FIRST_YEAR:
        return _known(stop, calendar.whole_day(first, second, third))
    if mark != "/" or third < calendar.FIRST_YEAR:
        return None
    day_first = day_first or first > 12
    if not day_first and second <= 12 and first != second:
        return Match(stop, None)
    day, month = (first, second) if day_first else (second, first)
    return _known(stop, calendar.whole_day(third, month, day))


def _known(stop: int, iso: str | None) -> Match[str | None] | None:
    return None if iso is None else Match(stop, iso)
