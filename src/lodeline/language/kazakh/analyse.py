"""Kazakh behind the one interface: a text and its zones → sentences, mentions with referents, values."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lodeline.language.analysis import READ_ZONES, Analysis, Mention, Sentence, Token, ZoneSpan
from lodeline.language.grammar import find_values
from lodeline.language.kazakh.mentions import Mentioner
from lodeline.language.kazakh.names import spans_of
from lodeline.language.kazakh.referents import track
from lodeline.language.kazakh.segment import sentences, words
from lodeline.language.kazakh.syntax import parse
from lodeline.language.kazakh.units import units_of
from lodeline.language.kazakh.word import read_words, token
from lodeline.language.quotes import find_quotes
from lodeline.language.stretches import stretches
from lodeline.language.values import Value


@dataclass(frozen=True, slots=True)
class Read:
    """One sentence as read by itself."""

    zone: ZoneSpan
    paragraph: int
    start: int
    stop: int
    tokens: tuple[Token, ...]
    mentions: list[Mention]


def analyse(text: str, zones: Sequence[ZoneSpan], anchor: str | None) -> Analysis:
    """All layers of one Kazakh text."""
    values = find_values(text, "kk", anchor)
    starts = [v.start for v in values]
    read = [
        read_sentence(text, zone, n, piece, values[bisect_left(starts, piece[0]) : bisect_left(starts, piece[1])])
        for n, zone in enumerate(zones)
        for piece in pieces(text, zone)
    ]
    tracked = track([(one.tokens, one.mentions) for one in read])
    built: list[Sentence] = []
    first = 0
    for one, group in zip(read, tracked, strict=True):
        own = tuple(range(first, first + len(group)))
        inside = tuple(range(bisect_left(starts, one.start), bisect_left(starts, one.stop)))
        built.append(Sentence(one.start, one.stop, one.zone.zone, one.tokens, one.paragraph, own, inside))
        first += len(group)
    flat = tuple(m for group in tracked for m in group)
    return Analysis(text, "kk", anchor, tuple(zones), tuple(built), flat, values, find_quotes(text))


def pieces(text: str, zone: ZoneSpan) -> Iterator[tuple[int, int]]:
    """Sentences of a zone; a caption stays whole, so that its place and date go with what it shows."""
    if zone.zone == "caption":
        yield zone.start, zone.stop
    else:
        for start, stop in sentences(text, zone.start, zone.stop):
            yield from stretches(text, start, stop)


def read_sentence(text: str, zone: ZoneSpan, paragraph: int, piece: tuple[int, int], values: Sequence[Value]) -> Read:
    """Words, names and the tree of one sentence; names only where the zone is read."""
    row = read_words(text, words(text, *piece))
    if zone.zone not in READ_ZONES:
        return Read(zone, paragraph, *piece, tuple(token(word) for word in row), [])
    spans = spans_of(row)
    parse(row, units_of(row, spans, values))
    mentions = Mentioner(text, row, spans).read()
    sums = [v for v in values if v.kind in ("money", "quantity")]
    kept = [
        m for m in mentions if m.kind in ("material", "asset") or not any(v.start <= m.start < v.stop for v in sums)
    ]
    return Read(zone, paragraph, *piece, tuple(token(word) for word in row), kept)
