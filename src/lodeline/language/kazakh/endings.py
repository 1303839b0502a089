"""Endings of Kazakh nouns, built from their parts: plural, possessive and case, with the harmony of the stem."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

BACK = frozenset("аоұыуяёю")
FRONT = frozenset("әөүіеэи")
VOWELS = BACK | FRONT
VOICELESS = frozenset("пкқтсшщчцхфһ")
CASES: dict[str, str] = {
    "Gen": "ның нің дың дің тың тің",
    "Dat": "ға ге қа ке",
    "Acc": "ны ні ды ді ты ті",
    "Ine": "да де та те",
    "Abl": "дан ден тан тен нан нен",
    "Com": "мен бен пен менен",
}
CASES_OF_POSSESSED: dict[str, str] = {
    "Gen": "ның нің",
    "Dat": "на не",
    "Acc": "н",
    "Ine": "нда нде",
    "Abl": "нан нен",
    "Com": "мен",
}
PLURALS = ["лар", "лер", "дар", "дер", "тар", "тер"]
THIRD = ["сы", "сі", "ы", "і"]
FIRST = ["ымыз", "іміз", "мыз", "міз"]


class Ending(NamedTuple):
    """What an ending adds to its stem."""

    case: str
    plural: bool
    possessed: bool


@cache
def endings() -> dict[str, tuple[Ending, ...]]:
    """Every ending of a noun → what it may mean; the empty one is the nominative."""
    found: dict[str, list[Ending]] = {}
    for text, ending in combinations():
        if ending not in found.setdefault(text, []):
            found[text].append(ending)
    return {text: tuple(meanings) for text, meanings in found.items()}


def combinations() -> Iterator[tuple[str, Ending]]:
    for plural in ("", *PLURALS):
        for possessive in ("", *THIRD, *FIRST):
            if plural and possessive in ("сы", "сі"):
                continue
            table = CASES_OF_POSSESSED if possessive in THIRD else CASES
            yield plural + possessive, Ending("Nom", bool(plural), bool(possessive))
            for case, forms in table.items():
                for form in forms.split():
                    yield plural + possessive + form, Ending(case, bool(plural), bool(possessive))


@cache
def longest() -> int:
    return max(map(len, endings()))


def harmonious(stem: str, ending: str) -> bool:
    """Whether the first vowel of an ending goes with the last one of the stem; loan words go either way."""
    own = next((letter for letter in reversed(stem) if letter in VOWELS), "")
    added = next((letter for letter in ending if letter in VOWELS), "")
    if not own or not added or own in "иуюя":
        return True
    return (own in BACK) == (added in BACK)


def joins(stem: str, ending: str) -> bool:
    """Whether the first sound of an ending goes with the last one of the stem."""
    if not ending:
        return True
    last, first = stem[-1], ending[0]
    vowel = last in VOWELS or last in "ю"
    if first in "ыі":
        return not vowel or last in "иу"
    if ending[:2] in ("сы", "сі"):
        return vowel
    if first in "тпқк":
        return last in VOICELESS or last in "бвгд"
    if first in "дғгб" or ending[:2] in ("ла", "ле"):
        return last not in VOICELESS
    return True


def forms_of(word: str) -> Iterator[str]:
    """A noun in its cases, possessed or not, singular: enough to find it in a text."""
    bases = [word, *(word + p for p in THIRD if joins(word, p) and harmonious(word, p))]
    softened = word[:-1] + {"п": "б", "к": "г", "қ": "ғ"}.get(word[-1], "")
    bases += [softened + p for p in ("ы", "і") if softened != word[:-1] and harmonious(word, p)]
    for base in bases:
        yield base
        table = CASES if base == word else CASES_OF_POSSESSED
        for forms in table.values():
            yield from (base + f for f in forms.split() if harmonious(base, f) and (base != word or joins(word, f)))


def declined(words: str) -> str:
    """A list of phrases with bars between them → the same with the last word of each in all its cases."""
    found: dict[str, None] = {}
    for phrase in words.split("|"):
        *before, last = phrase.split()
        found.update((" ".join([*before, form]), None) for form in forms_of(last))
    return "|".join(found)
