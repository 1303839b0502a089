"""Comparing two names: an explained score, from the spelling alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from statistics import fmean

from lodeline.entities.spelling import consonants, folded, same_inflected, words
from lodeline.vocabulary.materials import materials
from lodeline.vocabulary.places import countries
from lodeline.vocabulary.tables import rows, several

SAME = 0.85
"""From this value on two names are one wherever they stand."""
ALONE = 0.75
"""From this value on a short form means the one long form that fits, wherever that stands."""
SHORT = 0.7
"""From this value on a short form means the one long form that fits within its document."""


@dataclass(frozen=True, slots=True)
class Score:
    """How likely two names are one, in [0, 1], and why."""

    value: float
    why: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name taken apart: words as written, and folded. Words of legal form are left out where others are left."""

    written: tuple[str, ...]
    folded: tuple[str, ...]
    weak: tuple[bool, ...]
    """For each word, whether it says only what sort of body it is (Mining, Group, Голд)."""
    strong: tuple[str, ...]
    """The folded words that tell this name from others of its sort."""
    cyrillic: bool
    sounded: tuple[str, ...]
    """The words by their letters alone: a name may be translated (Медь, Copper) or written as it sounds (Med)."""

    @property
    def key(self) -> str:
        return "-".join(word.translate(_SOUNDS) for word in self.folded)


_SOUNDS = str.maketrans({"C": "ch", "J": "j", "S": "sh", "T": "ts"})


@dataclass(frozen=True, slots=True)
class _Known:
    key: str
    weight: str


@cache
def _known_words() -> Mapping[str, _Known]:
    """Words of company names under all their spellings; commodities count among those that say little."""
    known = {}
    for each in materials():
        for name in (*each.names_en[:1], *each.names_ru[:1], *each.names_kk[:1], *each.adjectives_ru):
            known[name.casefold()] = _Known(each.key.replace(" ", "_"), "little")
    for row in rows("name_words"):
        for word in several(row["words"]):
            known[word] = _Known(row["key"], row["weight"])
    return known


_ARTICLE = re.compile(r"^(the|an?)\s+", re.IGNORECASE)


@cache
def spelling(name: str) -> Spelling:
    """A name taken apart."""
    written = tuple(map(_as_number, words(_ARTICLE.sub("", name))))
    kept = tuple(word for word in written if _weight(word) != "none") or written
    weak = tuple(_weight(word) == "little" for word in kept)
    folds = tuple(map(canonical, kept))
    strong = tuple(fold for fold, little in zip(folds, weak, strict=True) if not little)
    cyrillic = re.search("[а-яӀ-ӿ]", name.casefold()) is not None
    return Spelling(kept, folds, weak, strong, cyrillic, tuple(map(folded, kept)))


_ROMAN = {number: str(at) for at, number in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"], 1)}


def _as_number(word: str) -> str:
    """A Roman number alone, or after a hyphen, as figures: pits, stages and blocks are counted in either."""
    head, hyphen, tail = word.rpartition("-")
    return f"{head}{hyphen}{_ROMAN.get(tail, tail)}"


def canonical(word: str) -> str:
    """One word folded, under its usual spelling where it has several (Ресурс, Resources)."""
    found = _known_words().get(_plain(word))
    return found.key if found else folded(word)


def _weight(word: str) -> str:
    found = _known_words().get(_plain(word))
    return found.weight if found else ""


def _plain(word: str) -> str:
    return word.casefold().replace("ё", "е").replace(".", "").rstrip(",")


def compare(one: str, other: str) -> Score:
    """How likely two names are one thing; the first rule that fits gives score and reason."""
    left, right = spelling(one), spelling(other)
    if not left.folded or not right.folded:
        return Score(0.0, "a name without words")
    for rule in RULES:
        found = rule(left, right)
        if found is not None:
            return found
    return Score(0.0, "different words")


def same_folded(left: Spelling, right: Spelling) -> Score | None:
    """Equal but for script, romanisation, quotes and legal form."""
    same = "".join(left.folded) == "".join(right.folded) or "".join(left.sounded) == "".join(right.sounded)
    return Score(1.0, "same spelling when folded") if same else None


def different_numbers(left: Spelling, right: Spelling) -> Score | None:
    """Digits tell things apart: block 4 is not block 5."""
    numbers = [re.findall(r"\d+", " ".join(side.folded)) for side in (left, right)]
    return Score(0.0, "different numbers") if numbers[0] != numbers[1] else None


def inflected(left: Spelling, right: Spelling) -> Score | None:
    """Russian words of one name in two cases."""
    if len(left.written) != len(right.written):
        return None
    pairs = zip(left.written, right.written, left.folded, right.folded, strict=True)
    fits = all(same_inflected(a, b) or x == y for a, b, x, y in pairs)
    return Score(0.95, "same words in another case") if fits else None


def transcribed(left: Spelling, right: Spelling) -> Score | None:
    """Word for word near in spelling, no word further off than a transcription goes."""
    if len(left.folded) != len(right.folded) or not (left.strong and right.strong):
        return None
    across = left.cyrillic != right.cyrillic
    by_sense = [nearness(*pair, across) for pair in zip(left.folded, right.folded, strict=True)]
    by_sound = [nearness(*pair, across) for pair in zip(left.sounded, right.sounded, strict=True)]
    each = list(map(max, by_sense, by_sound))
    if min(each) < 0.8 or any(weak and near < 1 for near, weak in zip(each, left.weak, strict=True)):
        return None
    return Score(round(fmean(each), 2), "spelt nearly alike, word for word")


def nearness(one: str, other: str, across: bool) -> float:
    """Of two folded words, in [0, 1]: 1 where equal, 0 where no spelling of the other.

    Across scripts vowels and a letter of a long word may differ, as transcriptions do (Джозеф, Joseph). Within one
    script another consonant is another name (Алихан, Алимхан).
    """
    from rapidfuzz.distance import Indel

    if across:  # Russian writes the Latin h as г or х, the Chinese ng as н
        one, other = (re.sub("ng$", "n", word).replace("h", "g") for word in (one, other))
    if one == other:
        return 1.0
    if {one, other} & {one + "a", other + "a"}:  # Иванов and Иванова are two people
        return 0.0
    ratio = float(Indel.normalized_similarity(one, other))
    if consonants(one) == consonants(other) and len(consonants(one)) >= 3:
        return max(0.9, ratio) if ratio >= (0.75 if across else 0.85) else 0.0
    long = min(len(one), len(other)) >= 6 and one[0] == other[0]
    return ratio if across and long and ratio >= 0.85 else 0.0


def reordered(left: Spelling, right: Spelling) -> Score | None:
    """The same words in another order: a surname put first."""
    same = len(left.folded) > 1 and sorted(left.folded) == sorted(right.folded)
    return Score(0.9, "same words in another order") if same else None


def initials(left: Spelling, right: Spelling) -> Score | None:
    """The same surname, and initials that fit the given names: А. Пушкин."""
    if len(left.folded) < 2 or len(left.folded) != len(right.folded) or left.folded[-1] != right.folded[-1]:
        return None
    pairs = list(zip(left.folded[:-1], right.folded[:-1], strict=True))
    fits = all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in pairs)
    return Score(0.75, "same surname, fitting initials") if fits else None


@cache
def _abroad() -> frozenset[str]:
    """Folded words that tell a company's branch somewhere from the company itself."""
    names = (name for each in countries() for name in (*each.names_en, *each.names_ru))
    return frozenset(folded(name) for name in names if " " not in name) | {folded("Overseas"), folded("Asia")}


WHOLE = frozenset({"group", "holding", "international", "global"})
"""Words that leave a firm the whole that it is; with another, it may be one of the firms of a group."""


def short_form(left: Spelling, right: Spelling) -> Score | None:
    """One is the beginning of the other with a word that tells (Halmet), or the surname of a full name."""
    short, full = sorted((left, right), key=lambda side: len(side.folded))
    if len(short.folded) == len(full.folded) or not short.strong:
        return None
    added = set(full.strong) - set(short.strong)
    if added & _abroad():
        return None  # Testbed Indonesia is a subsidiary of Testbed
    if full.folded[: len(short.folded)] == short.folded:
        of_group = set(full.folded[len(short.folded) :]) <= WHOLE
        return Score(0.8 if of_group else 0.72, "beginning of the longer name")
    surname = len(short.folded) == 1 and len(full.folded) <= 3 and not any(full.weak)
    if surname and short.folded[0] == full.folded[-1] and len(short.written[0]) >= 4:
        return Score(0.75, "last word of the longer name")
    parts = iter(full.folded)
    some = short.folded[0] == full.folded[0] and all(word in parts for word in short.folded)
    return Score(0.7, "some words of the longer name, in order") if some else None


def abbreviation(left: Spelling, right: Spelling) -> Score | None:
    """One is made of the initials of the other's words."""
    short, full = sorted((left, right), key=lambda side: len(side.folded))
    letters = "".join(word[0].casefold() for word in full.written)
    fits = len(short.written) == 1 and short.written[0].isupper() and short.written[0].casefold() == letters
    return Score(0.78, "initials of the longer name") if fits and len(letters) >= 3 else None


RULES = (different_numbers, same_folded, inflected, transcribed, reordered, initials, short_form, abbreviation)
"""Tried in this order; the first that fits decides."""
