"""Figures set out for the parser: «15 тыс. т» reads to it as «15 тонн», «$140 млн» as «140 миллионов».

Abbreviations and signs throw the parser off far beyond themselves. Each figure becomes two words, its number and its
unit, that keep the stretch of the text; only what the parser hears is spelled out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lodeline.language.russian.tables import spoken

NUMBER = re.compile(r"\d[\d.,\u00a0\u202f –-]*$|\d+$")
SIGNS = {"$", "€", "£", "¥", "₸", "₽", "₹", "₩"}
DOUBTFUL = ("м", "г", "р")
"""Units of one letter that are also other abbreviations: only behind a scale."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text, and how the parser hears it."""

    start: int
    stop: int
    text: str
    heard: str


Piece = tuple[int, int, str]


def set_out(pieces: Sequence[Piece], text: str) -> list[Word]:
    """The words of a sentence with its figures set out; the stretches cover the same text in the same order."""
    words: list[Word] = []
    at = 0
    while at < len(pieces):
        after, found = figure(pieces, at, text)
        words += found
        at = after
    return words


def figure(pieces: Sequence[Piece], at: int, text: str) -> tuple[int, list[Word]]:
    """The figure that begins at a piece, as number and unit, and the piece after it; else the piece by itself."""
    first = at + 1 if pieces[at][2] in SIGNS and at + 1 < len(pieces) else at
    if not NUMBER.match(pieces[first][2]):
        return at + 1, [plain(pieces[at])]
    scale_at, after = scale(pieces, first + 1)
    unit = pieces[after][2].casefold() if after < len(pieces) else ""
    number = pieces[first][2]
    if unit in spoken("unit") and (unit not in DOUBTFUL or scale_at is not None):
        stop = pieces[after - 1][1] if scale_at is not None else pieces[first][1]
        end = dotted(pieces, after)
        return end, [
            Word(pieces[at][0], stop, text[pieces[at][0] : stop], number),
            Word(
                pieces[after][0], pieces[end - 1][1], text[pieces[after][0] : pieces[end - 1][1]], spoken("unit")[unit]
            ),
        ]
    if scale_at is None:
        return first + 1, [Word(pieces[at][0], pieces[first][1], text[pieces[at][0] : pieces[first][1]], number)]
    heard = spoken("scale")[pieces[scale_at][2].casefold()]
    start, stop = pieces[scale_at][0], pieces[after - 1][1]
    return after, [
        Word(pieces[at][0], pieces[first][1], text[pieces[at][0] : pieces[first][1]], number),
        Word(start, stop, text[start:stop], heard),
    ]


def scale(pieces: Sequence[Piece], at: int) -> tuple[int | None, int]:
    """Where a scale word stands, if one does, and the piece after it and its full stop."""
    if at < len(pieces) and pieces[at][2].casefold() in spoken("scale"):
        return at, dotted(pieces, at)
    return None, at


def dotted(pieces: Sequence[Piece], at: int) -> int:
    """The piece after an abbreviation and its full stop, where more words follow in the sentence."""
    full_stop = at + 2 < len(pieces) and pieces[at + 1][2] == "." and pieces[at + 1][0] == pieces[at][1]
    return at + 2 if full_stop else at + 1


def plain(piece: Piece) -> Word:
    return Word(piece[0], piece[1], piece[2], piece[2])
