"""Russian behind the one interface: a text and its zones → sentences, mentions with referents, values."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from lodeline.language.analysis import READ_ZONES, Analysis, Mention, Sentence, ZoneSpan
from lodeline.language.grammar import find_values
from lodeline.language.quotes import find_quotes, touching
from lodeline.language.russian.figures import set_out
from lodeline.language.russian.mending import mend
from lodeline.language.russian.mentions import find_mentions
from lodeline.language.russian.morphology import analyse_tokens
from lodeline.language.russian.names import recognise
from lodeline.language.russian.referents import track
from lodeline.language.russian.segment import sentences, words
from lodeline.language.stretches import stretches
from lodeline.language.values import Value


def analyse(text: str, zones: Sequence[ZoneSpan], anchor: str | None) -> Analysis:
    """All layers of one Russian text."""
    quotes = find_quotes(text)
    values = find_values(text, "ru", anchor)
    spans = [(zone, n, *piece) for n, zone in enumerate(zones) for piece in pieces(text, zone)]
    cut = [words(text, start, stop) for _, _, start, stop in spans]
    tokens = [mend(row) for row in analyse_tokens([set_out(row, text) for row in cut])]
    recognised = recognise([row if zone.zone in READ_ZONES else [] for row, (zone, *_) in zip(cut, spans, strict=True)])
    found = [
        find_mentions(text, t, touching(quotes, start, stop), named) if zone.zone in READ_ZONES else []
        for t, named, (zone, _, start, stop) in zip(tokens, recognised, spans, strict=True)
    ]
    sums = [v for v in values if v.kind == "money"]
    tracked = track([(t, without_money(group, sums)) for t, group in zip(tokens, found, strict=True)])
    mentions: list[Mention] = [m for group in tracked for m in group]
    built: list[Sentence] = []
    first = 0
    starts = [v.start for v in values]
    for (zone, paragraph, start, stop), token_row, group in zip(spans, tokens, tracked, strict=True):
        own = tuple(range(first, first + len(group)))
        inside = tuple(range(bisect_left(starts, start), bisect_left(starts, stop)))
        built.append(Sentence(start, stop, zone.zone, token_row, paragraph, own, inside))
        first += len(group)
    return Analysis(text, "ru", anchor, tuple(zones), tuple(built), tuple(mentions), values, quotes)


def pieces(text: str, zone: ZoneSpan) -> list[tuple[int, int]]:
    """Sentences of a zone; a caption stays whole, so that its place and date go with what it shows."""
    whole = zone.zone == "caption"
    found = [(zone.start, zone.stop)] if whole else sentences(text, zone.start, zone.stop)
    return [piece for start, stop in found for piece in stretches(text, start, stop)]


def without_money(mentions: list[Mention], sums: Sequence[Value]) -> list[Mention]:
    """Drop names that are part of a sum («франков КФА»); sums stand in order and apart."""
    return [m for m in mentions if m.adjective or not is_inside(m, sums)]


def is_inside(mention: Mention, sums: Sequence[Value]) -> bool:
    before = bisect_right(sums, mention.start, key=lambda v: v.start)
    return before > 0 and mention.start < sums[before - 1].stop
