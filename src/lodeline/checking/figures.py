"""Figures of a text: every number in digits or words, with all values it may have and the words around it.

Written apart from the reader's own numbers: where both go wrong, they should not go wrong in the same way.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib.resources import files

DIGITS = re.compile(r"(?<![\w.,])\d{1,3}(?:[   ' ]\d{3})+(?:[.,]\d{1,4})?|\d+(?:[.,]\d+)*")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]|\d+")
JOINED = re.compile(r"(?P<scale>bn|mn|m|k|tn|b|млн|млрд|тыс|к)\b", re.IGNORECASE)
SCALE_WORD = re.compile(r"[\s\-]*([^\W\d_]+)\.?")
LETTER_SCALES = {"b": 9, "m": 6, "k": 3, "к": 3}
BETWEEN = re.compile(
    r"^\s{0,3}(?:[%$€£₽]|US\$)?\s{0,3}(?:[-–—…]|to|and|or|до|и|или|against|из|of|ден|мен|бен|пен)\s*(?:US\$|[$€£])?\s*$",
    re.IGNORECASE,
)
AROUND = 60
"""Characters before and after a figure that may tell what it counts."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: `values` are all that it may mean (1,100 is 1.1 or 1100), `part` marks a fraction of a whole."""

    values: frozenset[Decimal]
    start: int
    stop: int
    before: str
    after: str
    part: bool = False

    def near(self, value: Decimal, tolerance: Decimal = Decimal("0.006")) -> bool:
        return any(abs(own - value) <= tolerance * max(abs(own), abs(value)) for own in self.values)


@cache
def number_words() -> dict[str, tuple[Decimal, str]]:
    """Word → (value, kind)."""
    lines = files("lodeline.checking").joinpath("data/number_words.csv").read_text("utf-8").splitlines()
    found: dict[str, tuple[Decimal, str]] = {}
    for row in csv.DictReader(line for line in lines if not line.startswith("#")):
        share = Fraction(row["value"])
        value = Decimal(share.numerator) / Decimal(share.denominator)
        for form in row["forms"].replace("ё", "е").split("|"):
            found.setdefault(form, (value, row["kind"]))
    return found


def figures(text: str) -> tuple[Figure, ...]:
    """All figures in order; the end of a range lends its scale and its words to the start («от 3 до 5 млн тонн»)."""
    text = text.replace("ё", "е").replace("Ё", "Е")
    found = sorted((*digits(text), *spelled(text), *kazakh_parts(text)), key=lambda figure: figure.start)
    for i in range(len(found) - 2, -1, -1):
        one, other = found[i], found[i + 1]
        if one.stop <= other.start and BETWEEN.match(text[one.stop : other.start]):
            scale = scale_of(text, other)
            grown = one.values | {value * scale for value in one.values}
            found[i] = replace(one, values=frozenset(grown), after=other.after)
            if not other.before.strip():
                found[i + 1] = replace(other, before=one.before)
    return tuple(found)


def digits(text: str) -> Iterator[Figure]:
    for match in DIGITS.finditer(text):
        stop, scale = scaled(text, match.end())
        values = frozenset(value * scale for value in readings(match[0]))
        yield Figure(values, match.start(), stop, before(text, match.start()), after(text, stop))


def readings(digits: str) -> Iterator[Decimal]:
    """What a run of digits may mean: a comma or point parts thousands or the whole from its decimals."""
    plain = re.sub(r"[\s']", "", digits)
    parts = re.split(r"[.,]", plain)
    if len(parts) == 1:
        yield Decimal(plain)
        return
    if all(len(part) == 3 for part in parts[1:]):
        yield Decimal("".join(parts))
    if len(parts) == 2:
        yield Decimal(f"{parts[0]}.{parts[1]}")
    elif len(parts) > 2 and all(len(part) == 3 for part in parts[1:-1]):
        yield Decimal("".join(parts[:-1]) + "." + parts[-1])


def scaled(text: str, at: int) -> tuple[int, Decimal]:
    """Where a scale after a number ends, and what it multiplies by; several follow one another («сто тысяч»)."""
    scale = Decimal(1)
    joined = JOINED.match(text, at)
    if joined:
        word = joined["scale"].casefold()
        power = LETTER_SCALES.get(word)
        return joined.end(), Decimal(10) ** power if power is not None else number_words()[word][0]
    while True:
        word = SCALE_WORD.match(text, at)
        known = scale_word(word[1].casefold()) if word else None
        if not word or not known:
            return at, scale
        scale *= known
        at = word.end()


def scale_word(word: str) -> Decimal | None:
    """What a word multiplies by; Kazakh puts case endings on it («миллионнан»)."""
    known = number_words().get(word)
    if known is None:
        stem = next((s for s in ENDED_SCALES if word.startswith(s) and len(word) <= len(s) + 6), None)
        known = number_words()[stem] if stem else None
    return known[0] if known and known[1] == "scale" else None


ENDED_SCALES = ("миллион", "миллиард", "мың", "триллион")


def scale_of(text: str, figure: Figure) -> Decimal:
    """By how much the words of a figure multiply its digits."""
    start = re.compile(r"[\d.,   ]*").match(text, figure.start)
    return scaled(text, start.end() if start else figure.stop)[1]


def spelled(text: str) -> Iterator[Figure]:
    """Numbers in words: «сорок пять тысяч», "two thirds", "half a billion"."""
    words = [(m[0].casefold(), m.start(), m.end()) for m in re.finditer(r"[^\W\d_]+", text)]
    at = 0
    while at < len(words):
        run = at
        while run < len(words) and is_number(words[run][0]) and (run == at or adjacent(text, words, run)):
            run += 1
        if run > at:
            told = [number_words()[words[i][0]] for i in range(at, run)]
            if any(kind != "scale" for _, kind in told) or not words[at][0].endswith(PLURAL):
                stop = words[run - 1][2]
                stop, scale = behind_article(text, stop)
                value, part = joined_words(told)
                values = frozenset({value * scale})
                yield Figure(
                    values, words[at][1], stop, before(text, words[at][1]), after(text, stop), part and scale == 1
                )
            at = run
        else:
            at += 1


JOINTS = str.maketrans("", "", "- \u00a0.")
PLURAL = ("s", "и", "ы", "ов", "ч", "млн", "млрд", "тыс", "bn", "mn", "к", "k", "tn")
"""Ends of scale words that name no number alone: "millions of tonnes"."""
KAZAKH_PART = re.compile(r"(үш|төрт|бес|алты|он)(?:тен|тан|нан|нен)\s+(бір|екі|үш|төрт)", re.IGNORECASE)


def kazakh_parts(text: str) -> Iterator[Figure]:
    """«үштен екісі»: of three parts two."""
    for match in KAZAKH_PART.finditer(text):
        whole, count = (number_words()[word.casefold()][0] for word in match.groups())
        values = frozenset({count / whole})
        yield Figure(values, match.start(), match.end(), before(text, match.start()), after(text, match.end()), True)


def is_number(word: str) -> bool:
    return number_words().get(word, (None, "whole"))[1] != "whole"


def wholes(text: str) -> bool:
    """Whether the words speak of all there is («весь концентрат», "its entire output")."""
    return any(number_words().get(m[0].casefold(), (None, ""))[1] == "whole" for m in re.finditer(r"[^\W\d_]+", text))


def adjacent(text: str, words: list[tuple[str, int, int]], at: int) -> bool:
    return text[words[at - 1][2] : words[at][1]].translate(JOINTS) in ("", "and")


def behind_article(text: str, at: int) -> tuple[int, Decimal]:
    """ "half a billion": the scale behind an article."""
    match = re.compile(r"\s+an?\s+([a-z]+)", re.IGNORECASE).match(text, at)
    known = number_words().get(match[1].casefold()) if match else None
    return (match.end(), known[0]) if match and known and known[1] == "scale" else (at, Decimal(1))


def joined_words(told: list[tuple[Decimal, str]]) -> tuple[Decimal, bool]:
    """Value of number words in a row, and whether they name a part of a whole."""
    if told[-1][1] in ("part", "parts"):
        count = sum((value for value, kind in told[:-1] if kind == "one"), Decimal(0))
        return (count or Decimal(1)) * told[-1][0], True
    total, current = Decimal(0), Decimal(0)
    for value, kind in told:
        if kind == "scale":
            current = (current or Decimal(1)) * value
            if value > 100:
                total, current = total + current, Decimal(0)
        else:
            current += value
    return total + current, False


def before(text: str, at: int) -> str:
    return text[max(0, at - AROUND) : at]


def after(text: str, at: int) -> str:
    return text[at : at + AROUND]
