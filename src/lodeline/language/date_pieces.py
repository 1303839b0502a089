"""Small looks at the pieces of a date: a decade, a season over two years, a day's number, a year of two digits."""

from __future__ import annotations

from collections.abc import Sequence

from lodeline.language import calendar
from lodeline.language.pieces import DASHES, SENTENCE_ENDS, Match, Piece

Pieces = Sequence[Piece]


def is_short_decade(pieces: Pieces, at: int, suffixes: frozenset[str]) -> bool:
    """The 90s."""
    run = pieces[at : at + 3]
    hyphenated = len(run) == 3 and run[1].fold in DASHES and run[2].fold in suffixes and run[2].glued
    return hyphenated and len(run[0].text) == 2 and run[0].text.endswith("0")


def past_season(pieces: Pieces, at: int) -> int:
    """Skip the second half of "2025/26"."""
    run = pieces[at : at + 2]
    joined = len(run) == 2 and run[0].fold in DASHES | {"/"} and run[0].glued and run[1].glued
    if (
        not joined
        or not (run[1].text.isdigit() and len(run[1].text) == 2)
        or calendar.year_of(pieces[at - 1].text) is None
    ):
        return at
    return at + 2 if int(run[1].text) == (int(pieces[at - 1].text) + 1) % 100 else at


def comma(pieces: Pieces, at: int) -> bool:
    """Whether a comma stands there."""
    return at < len(pieces) and pieces[at].text == ","


def day_number(piece: Piece) -> int | None:
    """A number that a day of a month may have."""
    short = piece.kind == "number" and len(piece.text) <= 2 and piece.text.isdigit()
    return int(piece.text) if short and 1 <= int(piece.text) <= 31 else None


def has_year(pieces: Pieces, first: int, stop: int) -> bool:
    """Whether digits tell the year."""
    return any(piece.kind == "number" for piece in pieces[first:stop])


def short_year(pieces: Pieces, at: int) -> Match[str] | None:
    """The year of "1H26", "Q3'25", "Q1 26": two digits right after a part of the year."""
    quoted = at < len(pieces) and pieces[at].text in ("'", "\u2019")
    at = at + 1 if quoted else at
    piece = pieces[at] if at < len(pieces) else None
    if piece is None or len(piece.text) != 2 or not piece.text.isdigit() or not (quoted or piece.glued):
        return None
    return Match(at + 1, f"20{piece.text}")


def same_sentence(pieces: Pieces, first: int, stop: int) -> bool:
    """Whether no sentence ends between two pieces."""
    ends = (n for n in range(first, min(stop, len(pieces) - 1)) if pieces[n].text in SENTENCE_ENDS)
    return not any(pieces[n + 1].text[0].isupper() for n in ends)
