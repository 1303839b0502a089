"""English behind the one interface: a text and its zones → sentences, mentions with referents, values."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from lodeline.language.analysis import READ_ZONES, Analysis, Mention, Sentence, Token, ZoneSpan
from lodeline.language.english.attachment import parse
from lodeline.language.english.known_names import compound_materials, find_known, fixed_names
from lodeline.language.english.mentions import find_mentions
from lodeline.language.english.morphology import lexicon
from lodeline.language.english.referents import track
from lodeline.language.english.segment import sentences, words
from lodeline.language.english.tagging import names_in, tag
from lodeline.language.english.tokens import finished
from lodeline.language.english.word import Word
from lodeline.language.gazetteer import Found
from lodeline.language.grammar import find_values
from lodeline.language.quotes import find_quotes


def analyse(text: str, zones: Sequence[ZoneSpan], anchor: str | None) -> Analysis:
    """All layers of one English text."""
    values = find_values(text, "en", anchor)
    spans = [(zone, n, *piece) for n, zone in enumerate(zones) for piece in sentences(text, zone.start, zone.stop)]
    tokens, known = read_sentences(text, [(start, stop) for _, _, start, stop in spans])
    read = [zone.zone in READ_ZONES for zone, _, _, _ in spans]
    found = [group if r else [] for group, r in zip(find_mentions(text, tokens, known), read, strict=True)]
    mentions = track([(row, without_openers(row, group)) for row, group in zip(tokens, found, strict=True)])
    starts = [v.start for v in values]
    built: list[Sentence] = []
    first = 0
    for (zone, paragraph, start, stop), row, group in zip(spans, tokens, mentions, strict=True):
        own = tuple(range(first, first + len(group)))
        inside = tuple(range(bisect_left(starts, start), bisect_left(starts, stop)))
        built.append(Sentence(start, stop, zone.zone, row, paragraph, own, inside))
        first += len(group)
    flat = tuple(m for group in mentions for m in group)
    return Analysis(text, "en", anchor, tuple(zones), tuple(built), flat, values, find_quotes(text))


def read_sentences(text: str, spans: Sequence[tuple[int, int]]) -> tuple[list[tuple[Token, ...]], list[list[Found]]]:
    """Tagged and parsed tokens of each sentence, and the names of the vocabulary in it."""
    rows = [[Word(a, b, text[a:b]) for a, b in words(text, start, stop)] for start, stop in spans]
    known = [find_known([word.text for word in row]) for row in rows]
    names = names_in(rows)
    for row, found in zip(rows, known, strict=True):
        tag(row, names, fixed_names(row, found), compound_materials(row, found))
        parse(row)
    return [finished(row) for row in rows], known


def without_openers(tokens: tuple[Token, ...], mentions: list[Mention]) -> list[Mention]:
    """Drop a common noun with a capital only from the head of the sentence ("Tool maker X", "Bulldozers have")."""
    before_noun = len(tokens) > 1 and tokens[1].pos == "NOUN" and tokens[1].text.islower()
    return [m for m in mentions if not is_opener(m, tokens[0], before_noun)]


def is_opener(mention: Mention, first: Token, before_noun: bool) -> bool:
    """One word at the head of the sentence that is a common noun, or stands before one in small letters."""
    opens = mention.kind == "organisation" and mention.start == first.start and " " not in mention.surface
    return opens and not mention.surface.isupper() and (before_noun or is_common(mention.surface))


def is_common(surface: str) -> bool:
    return " " not in surface and any(reading.tag.startswith("N") for reading in lexicon().get(surface.lower(), ()))
