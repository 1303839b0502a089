"""Which language a text is in, how sure that is, and why: by script, letters and function words; no model.

A short headline works too: where no word or letter speaks for a language, the script's first one is a weak guess.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lodeline.documents.document import Language

READ: tuple[Language, ...] = ("ru", "en", "kk")
SAMPLE = 20_000
"""Code points looked at: a news story is shorter, and a long page does not change its language after that."""
SURE_ENOUGH = 0.5
"""From here on the text speaks for itself, and a declared language that differs is not believed."""
LONG = 30
"""Words from which on a text without one function word of its language is not taken for that language."""
PLAIN = {
    "Latin": frozenset("abcdefghijklmnopqrstuvwxyz"),
    "Cyrillic": frozenset("абвгдежзийклмнопрстуфхцчшщьюя"),
}
SCRIPTS = {
    "CJK": "Chinese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "ARABIC": "Arabic or another language in Arabic script",
    "HEBREW": "Hebrew",
    "GREEK": "Greek",
    "GEORGIAN": "Georgian",
    "ARMENIAN": "Armenian",
    "DEVANAGARI": "Hindi or another language in Devanagari",
    "THAI": "Thai",
}
RUSSIAN_SIGN = re.compile("ъ(?=[еёюя])")
"""The hard sign where Russian has it («объявила»): elsewhere it is a letter of Bulgarian."""
WORD = re.compile(r"[^\W\d_]+(?:['’ʻ-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Tongue:
    """A row of languages.csv."""

    code: str
    name: str
    script: str
    own: frozenset[str]
    alphabet: frozenset[str]
    words: frozenset[str]

    def score(self, words: list[str]) -> float:
        """In [-1, 2]: share of function words, plus words with own letters, minus words with foreign letters.

        Letters are looked at in small words, where there are any: names keep the letters of another language. In Latin
        script letters alone tell nothing ("café", "naïve"): a function word must stand by them.
        """
        known = sum(word.lower() in self.words for word in words)
        small = [word for word in words if word[0].islower()] or [word.lower() for word in words]
        telling = self.own if known or self.script != "Latin" else frozenset()
        own = sum(not telling.isdisjoint(word) for word in small)
        foreign = sum(not self.alphabet.issuperset(word.lower()) for word in small)
        return known / len(words) + (own - foreign) / len(small)


@dataclass(frozen=True, slots=True)
class Detection:
    """`language` as Lodeline names it, `name` in English, `sure` in [0, 1], `reason` in words."""

    language: Language
    name: str
    sure: float
    reason: str


@cache
def tongues() -> tuple[Tongue, ...]:
    text = files("lodeline.documents").joinpath("data/languages.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(_tongue(row) for row in rows)


def _tongue(row: dict[str, str]) -> Tongue:
    alphabet = PLAIN[row["script"]] | frozenset(row["alphabet"])
    return Tongue(
        row["code"], row["name"], row["script"], frozenset(row["own"]), alphabet, frozenset(row["words"].split())
    )


def detect(text: str, declared: str | None = None) -> Detection:
    """The language of `text`; `declared` (from metadata) decides only where the text alone leaves doubt."""
    found = _detect(text[:SAMPLE])
    code = (declared or "").lower().replace("_", "-").split("-")[0]
    if found.sure >= SURE_ENOUGH or code in ("", found.language):
        return found
    return _declared(code, found)


def _declared(code: str, found: Detection) -> Detection:
    name = next((tongue.name for tongue in tongues() if tongue.code == code), code)
    return Detection(_language(code), name, found.sure, f"declared; {found.reason}")


def _language(code: str) -> Language:
    for known in READ:
        if known == code:
            return known
    return "other"


def _detect(text: str) -> Detection:
    words: list[str] = WORD.findall(text)
    scripts = Counter(_script(letter) for word in words for letter in word if letter.isalpha())
    if not scripts:
        return Detection("other", "no language", 0.0, "no letters")
    script, count = scripts.most_common(1)[0]
    share = count / scripts.total()
    if script not in PLAIN:
        name = _east_asian(scripts) or SCRIPTS.get(script, f"a language in {script.title()} script")
        return Detection("other", name, round(share, 2), f"{share:.0%} of its letters are {script} letters")
    return _by_words([word for word in words if any(_script(letter) == script for letter in word)], script, share)


def _by_words(words: list[str], script: str, share: float) -> Detection:
    letters = [RUSSIAN_SIGN.sub("ь", re.sub(r"[^\w]", "", word)) for word in words]
    scores = [(tongue.score(letters), tongue) for tongue in tongues() if tongue.script == script]
    ranked = sorted(scores, key=lambda pair: -pair[0])
    (best, tongue), (second, _) = ranked[0], ranked[1]
    if best <= 0 and len(words) >= LONG:
        return Detection("other", f"a language in {script} script", share, f"no function word of {tongue.name} in it")
    evidence = min(1.0, max(0.0, best - max(second, 0.0)) * 4) * min(1.0, len(words) / 8)
    reason = f"{script} letters; {_telling(letters, tongue)}"
    return Detection(_language(tongue.code), tongue.name, round(share * evidence, 2), reason)


def _telling(words: list[str], tongue: Tongue) -> str:
    """The commonest words and letters that spoke for the language."""
    known = Counter(word.lower() for word in words if word.lower() in tongue.words).most_common(3)
    own = Counter(letter for word in words for letter in word.lower() if letter in tongue.own).most_common(3)
    told = [f"words {', '.join(word for word, _ in known)}"] if known else []
    told += [f"letters {', '.join(letter for letter, _ in own)}"] if own else []
    return " and ".join(told) or f"no word tells more, {tongue.name} is a guess"


@cache
def _script(letter: str) -> str:
    name = unicodedata.name(letter, "UNKNOWN").split()[0]
    return {"LATIN": "Latin", "CYRILLIC": "Cyrillic"}.get(name, name)


def _east_asian(scripts: Counter[str]) -> str | None:
    """Japanese mixes Chinese characters with its own syllables; a tenth of those is enough to tell."""
    syllables = scripts["HIRAGANA"] + scripts["KATAKANA"]
    return "Japanese" if syllables > 0.1 * scripts.total() else None
