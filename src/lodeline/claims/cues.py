"""Cue words: which words of a sentence signal a kind of claim, its phase or its firmness. A table per language.

A cue is looked up by dictionary forms over one or more words; `value` tells the instrument, action or stage it means.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lodeline.language.analysis import Token
from lodeline.language.reader import normal_of
from lodeline.vocabulary.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Cue:
    group: str
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue over tokens [first, last) of a sentence; `at` is the token that the grammar hangs on."""

    first: int
    last: int
    at: int
    cue: Cue


@cache
def lexicons(language: str) -> tuple[Lexicon[Cue], ...]:
    """One lexicon per class, so that a word may signal several classes at once."""
    table = files("lodeline.claims").joinpath(f"data/cues_{language}.csv").read_text("utf-8").splitlines()
    groups: dict[str, list[tuple[str, Cue]]] = {}
    for row in csv.DictReader(table):
        for text in row["cue"].split("|"):
            groups.setdefault(row["class"], []).append((text, Cue(row["class"], row["value"], text)))
    normal = normal_of(language)
    return tuple(Lexicon.build(group, normal) for group in groups.values())


def find_cues(tokens: Sequence[Token], language: str) -> tuple[Hit, ...]:
    """All cues of a sentence, by class and then in order of the text; the longest of a class wins."""
    normal = normal_of(language)
    words = [normal(t.text) for t in tokens]
    lemmas = [t.lemma for t in tokens]
    hits = {(h.first, h.last, h.cue.group): h for h in (*scan(lemmas, language), *scan(words, language))}
    placed = [head_of(h, tokens) for h in hits.values()]
    kept = [
        h for h in placed if h.cue.group not in NOUNS or h.last - h.first > 1 or tokens[h.at].pos not in ("VERB", "AUX")
    ]
    kept = [h for h in kept if not is_mistaken(h, tokens)]
    return tuple(sorted(kept, key=lambda h: (h.first, -h.last)))


def is_mistaken(hit: Hit, tokens: Sequence[Token]) -> bool:
    """ "can" is no "cannot" though it shares its lemma; May; "ahead of schedule"; "initial cost"; a rise brought"""
    token, before = tokens[hit.first], tokens[hit.first - 1] if hit.first else None
    return (
        (hit.cue.text == "cannot" and token.text.casefold() != "cannot")
        or (hit.cue.text == "may" and token.pos == "PROPN")
        or (hit.cue.text == "schedule" and token.pos == "NOUN")
        or (hit.cue.text == "initial" and token.pos == "ADJ")
        or (hit.cue.text in BRINGING and any(is_outcome(t) for t in tokens if t.head == hit.at or t is before))
    )


BRINGING = ("әкелу", "жеткізу")
AMOUNTS = ("тонна", "пайыз", "унция", "доллар", "теңге")


def is_outcome(token: Token) -> bool:
    """ "өсуіне әкеледі", "15 тоннаға жеткізеді": what is brought about, or how far, and no goods brought."""
    return token.case == "Dat" and (token.lemma in AMOUNTS or token.lemma.endswith("у"))


NOUNS = ("loan", "instrument", "licence", "jv", "stake", "barrier")
"""Classes that only nouns signal: "a grant", and not "was granted"."""


def scan(words: Sequence[str], language: str) -> Iterator[Hit]:
    """Hits class by class; a class none of whose cues begins with a word of the sentence is not tried."""
    opened = openers(language)
    for number in sorted({n for word in words for n in opened.get(word, ())}):
        for match in lexicons(language)[number].matches(words):
            yield Hit(match.start, match.stop, match.start, match.value)


@cache
def openers(language: str) -> Mapping[str, tuple[int, ...]]:
    """Which classes have a cue that begins with a word."""
    found: dict[str, list[int]] = {}
    for number, lexicon in enumerate(lexicons(language)):
        for first in lexicon.by_first:
            found.setdefault(first, []).append(number)
    return {first: tuple(numbers) for first, numbers in found.items()}


def head_of(hit: Hit, tokens: Sequence[Token]) -> Hit:
    """Put `at` on the token of the cue that the others hang on."""
    for i in range(hit.first, hit.last):
        if not hit.first <= tokens[i].head < hit.last:
            return Hit(hit.first, hit.last, i, hit.cue)
    return hit
