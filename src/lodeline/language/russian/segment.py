"""Sentences and words of Russian, by razdel, with offsets into the whole text."""

from __future__ import annotations

import re
from collections.abc import Iterator

TONNES = re.compile(r"(?:\d|тыс\.?|млн|млрд)\s?(?:т|г/т)\.(?=\s+[«„\"—–]?\s?[А-ЯЁA-Z])")
"""A unit takes no full stop of its own: one before a capital ends the sentence."""
YEAR = re.compile(r"\b\d{4}(?:[–-]\d{4})?\s?г{1,2}\.(?=\s+[«„\"—–]?\s?[А-ЯЁA-Z])")
VERB = re.compile(
    r"\b(?:\w{3,24}(?:л|ла|ло|ли|лся|лась|лось|лись|ет|ёт|ит|ут|ют|ат|ят|тся)|\w{4,24}(?:ан|ен|ён|ят|ыт)[аоы]?)\b"
)
"""The look of a finite verb or a short participle, whose sentence a year may end: «подписан в 2029 г. Стороны…»."""
BREAKS = re.compile(r"[,;:(—–]")
CLAUSE = 200
"""Characters before a year in which the verb of its clause is looked for."""
DOLLARS = re.compile(r"\s?(?:долл|руб)\.\s+(?:США|РФ|Сингапура|Канады)\b")
"""A currency cut in two by the full stop of its abbreviation."""


def sentences(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    from razdel import sentenize

    pieces = [(start + p.start, start + p.stop) for p in sentenize(text[start:stop]) if p.text.strip()]
    for first, last in joined(text, pieces):
        for cut in (*ends(text, first, last), last):
            if text[first:cut].strip():
                yield first, cut
            first = cut + len(text[cut:last]) - len(text[cut:last].lstrip())


def joined(text: str, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Put together again what was cut inside «долл. США»."""
    held: tuple[int, int] | None = None
    for piece in pieces:
        if held is not None and DOLLARS.match(text, held[1] - len("долл."), piece[1]):
            held = (held[0], piece[1])
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def ends(text: str, first: int, last: int) -> list[int]:
    """Where a sentence ends inside a piece, at the full stop of «т.» or of «г.» after a verb."""
    if "т." not in text[first:last] and "г." not in text[first:last]:
        return []
    found = [m.end() for m in TONNES.finditer(text, first, last)]
    for match in YEAR.finditer(text, first, last):
        clause = BREAKS.split(text[max(first, match.start() - CLAUSE) : match.start()])[-1]
        if VERB.search(clause):
            found.append(match.end())
    return sorted(found)


def words(text: str, start: int, stop: int) -> list[tuple[int, int, str]]:
    from razdel import tokenize

    return [(start + piece.start, start + piece.stop, piece.text) for piece in tokenize(text[start:stop])]
