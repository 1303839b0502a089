"""Numbers in digits and in words, with their scales, by one language's words.

Every look-ahead is bounded, so reading is linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lodeline.language.pieces import DASHES, Match, Phrases, Piece
from lodeline.vocabulary.quantities import Qualifier
from lodeline.vocabulary.units import Unit

Pieces = Sequence[Piece]
Suffixes = Phrases[Unit | str]
"""What may follow a number: a unit, or a currency by its code."""
LONGEST_LITERAL = 28  # characters; a longer run of digits is a code, not a number anybody means


def as_written(name: str) -> Iterable[str]:
    """A name that takes no other form than the tables'."""
    return (name,)


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words of one language that make up amounts. Keys are folded forms."""

    language: str
    decimal_comma: bool
    cardinals: Mapping[str, Decimal]
    multipliers: Mapping[str, Decimal]
    """Hundred, dozen: multiply the number before them."""
    lone_multipliers: frozenset[str]
    """Those that count once without a number: "десяток"."""
    ones: frozenset[str]
    """Words for one that are mostly articles or pronouns; numbers only before a scale or a unit."""
    articles: frozenset[str]
    """Those of them that never count a unit: "$500 a tonne"."""
    scales: Mapping[str, Decimal]
    lone_scales: Mapping[str, Decimal]
    glued_scales: Mapping[str, Decimal]
    """Letters that mean a scale only when no space stands before them: "1.6bn"."""
    halves: Phrases[Decimal]
    """What adds a half: "and a half"."""
    half_of: Phrases[Decimal]
    """What halves a scale: "half a" million."""
    joints: frozenset[str]
    digit_suffixes: frozenset[str]
    is_ordinal: Callable[[str], bool]
    qualifiers: Phrases[Qualifier]
    trailing: Phrases[Qualifier]
    openers: Mapping[str, str]
    """First word of a range → the word between its ends."""
    range_words: frozenset[str]
    starts: frozenset[str]
    """The word before the old figure of a change: "с 12 до 25"."""
    change: Phrases[bool]
    """Words of growth and fall: "до" after them names a target, not a ceiling."""
    percent: Phrases[bool]
    points: Phrases[bool]
    rates: Phrases[str]
    rates_before: Phrases[str]
    forms: Phrases[str]
    stops: frozenset[str]
    """Function words and common verbs: a number before them counts nothing that is named."""
    money_nouns: Phrases[bool]
    is_verb: Callable[[str], bool]
    is_adjective: Callable[[str], bool]
    fraction: Callable[[Pieces, int], Match[Decimal] | None]
    workers: Phrases[bool]
    employed: Phrases[bool]
    unit_forms: Callable[[str], Iterable[str]] = as_written
    """The forms that a unit of the tables takes in a text, where the tables do not list them."""


@dataclass(frozen=True, slots=True)
class Magnitude:
    """A number as written: mantissa times scale."""

    value: Decimal
    mantissa: Decimal
    scale: Decimal
    lone: bool = False
    """A scale or a word for one without a number: counts only with a unit."""


def read_literal(text: str, decimal_comma: bool) -> Decimal | None:
    """The number that a run of digits and separators stands for; None where it is no number (`1.2.3`)."""
    bare = "".join(text.split())
    if len(bare) > LONGEST_LITERAL:
        return None
    last = max(bare.rfind(","), bare.rfind("."))
    if last < 0:
        return Decimal(bare)
    mark, whole, part = bare[last], bare[:last], bare[last + 1 :]
    other = "." if mark == "," else ","
    grouped = mark == "," and not decimal_comma and len(part) == 3 and 1 <= len(whole) <= 3 and whole != "0"
    if mark in whole or (grouped and other not in whole):
        return _ungroup(bare, mark)
    head = _ungroup(whole, other) if other in whole else Decimal(whole)
    return None if head is None else Decimal(f"{head:f}.{part}")


def _ungroup(text: str, mark: str) -> Decimal | None:
    first, *rest = text.split(mark)
    regular = 1 <= len(first) <= 3 and all(len(group) == 3 and group.isdigit() for group in rest)
    return Decimal("".join([first, *rest])) if regular and first.isdigit() else None


class NumeralReader:
    """Reads numbers with the words of one language; suffixes tell whether "m" is a scale or metres."""

    def __init__(self, words: NumberWords, suffixes: Suffixes) -> None:
        self.words = words
        self._suffixes = suffixes

    def read(self, pieces: Pieces, index: int, money: bool = False) -> Match[Magnitude] | None:
        """A number in digits or words with its scale words; money tells that a currency sign stands before it."""
        first = self._scaled(pieces, index, money)
        if first is None or first.meaning.scale <= 1 or first.meaning.lone:
            return first
        total, stop, scale = first.meaning.value, first.stop, first.meaning.scale
        for _ in range(3):
            more = self._scaled(pieces, stop, money)
            if more is None or more.meaning.lone or more.meaning.value >= scale or pieces[stop].fold in self.words.ones:
                break
            if pieces[stop].kind == "number" and more.meaning.scale <= 1:
                break
            total, stop, scale = total + more.meaning.value, more.stop, more.meaning.scale
            if scale <= 1:
                break
        return Match(stop, replace(first.meaning, value=total))

    def _scaled(self, pieces: Pieces, index: int, money: bool) -> Match[Magnitude] | None:
        group = self._group(pieces, index)
        if group is None:
            return self._lone_scale(pieces, index)
        half = self.words.halves.at(pieces, group.stop)
        value, stop = (group.meaning + half.meaning, half.stop) if half else (group.meaning, group.stop)
        scale = self._scale(pieces, stop, money)
        if scale is not None:
            return Match(scale.stop, Magnitude(value * scale.meaning, value, scale.meaning))
        lone = pieces[index].fold in self.words.ones and stop == index + 1
        return Match(stop, Magnitude(value, value, Decimal(1), lone=lone))

    def _lone_scale(self, pieces: Pieces, index: int) -> Match[Magnitude] | None:
        scale = self.words.lone_scales.get(pieces[index].fold) if index < len(pieces) else None
        if scale is None:
            return None
        return Match(_after_point(pieces, index + 1), Magnitude(scale, Decimal(1), scale, lone=True))

    def _scale(self, pieces: Pieces, index: int, money: bool) -> Match[Decimal] | None:
        at = index + 1 if hyphenated(pieces, index) else index
        if at >= len(pieces):
            return None
        piece = pieces[at]
        scale = self.words.scales.get(piece.fold)
        if scale is not None:
            return Match(_after_point(pieces, at + 1), scale)
        scale = self.words.glued_scales.get(piece.fold) if piece.glued or (money and piece.text in "MB") else None
        if scale is not None and (money or self._suffixes.at(pieces, at + 1)):
            return Match(at + 1, scale)
        return None

    def _group(self, pieces: Pieces, index: int) -> Match[Decimal] | None:
        if index >= len(pieces):
            return None
        piece = pieces[index]
        if piece.kind == "number":
            value = read_literal(piece.text, self.words.decimal_comma)
            return None if value is None else Match(self._after_suffix(pieces, index + 1), value)
        return self._spelled(pieces, index) if piece.kind == "word" else None

    def _after_suffix(self, pieces: Pieces, index: int) -> int:
        """Skip the case ending of a number in digits: "5-ти", "3-х"."""
        if hyphenated(pieces, index) and pieces[index + 1].fold in self.words.digit_suffixes:
            return index + 2
        return index

    def _spelled(self, pieces: Pieces, index: int) -> Match[Decimal] | None:
        half = self.words.half_of.at(pieces, index)
        if half is not None:
            scaled = half.stop < len(pieces) and (
                pieces[half.stop].fold in self.words.scales or pieces[half.stop].fold in self.words.multipliers
            )
            return self._multiplied(pieces, half.stop, half.meaning) if scaled else None
        at, total, last = index, Decimal(0), Decimal(10) ** 12
        while at < len(pieces) and at < index + 9:
            at = at + 1 if at > index and hyphenated(pieces, at) else at
            value = self._cardinal(pieces, at)
            if value is None or not _continues(value, last):
                break
            found = self._multiplied(pieces, at + 1, value)
            total, last, at = total + found.meaning, found.meaning, self._after_joint(pieces, found.stop)
        return None if not total else self._unless_ordinal(pieces, at, total)

    def _cardinal(self, pieces: Pieces, at: int) -> Decimal | None:
        fold = pieces[at].fold
        if fold in self.words.ones:
            return Decimal(1)
        if fold in self.words.lone_multipliers:
            return self.words.multipliers[fold]
        return self.words.cardinals.get(fold)

    def _multiplied(self, pieces: Pieces, at: int, value: Decimal) -> Match[Decimal]:
        factor = self.words.multipliers.get(pieces[at].fold) if at < len(pieces) else None
        return Match(at, value) if factor is None else Match(at + 1, value * factor)

    def _after_joint(self, pieces: Pieces, at: int) -> int:
        """Skip "and" inside "two hundred and five" alone."""
        inside = at + 1 < len(pieces) and pieces[at].fold in self.words.joints
        after_hundred = pieces[at - 1].fold in self.words.multipliers
        return at + 1 if inside and after_hundred and pieces[at + 1].fold in self.words.cardinals else at

    def _unless_ordinal(self, pieces: Pieces, at: int, total: Decimal) -> Match[Decimal] | None:
        if at > 0 and pieces[at - 1].fold in DASHES:
            at -= 1
        nearby = at + 1 if hyphenated(pieces, at) else at
        ordinal = nearby < len(pieces) and self.words.is_ordinal(pieces[nearby].fold)
        return None if ordinal else Match(at, total)


def _continues(value: Decimal, last: Decimal) -> bool:
    """Inside one number each word is worth less than the rank of the one before: "сто двадцать пять"."""
    if last >= 100:
        return value < 100 or last == Decimal(10) ** 12
    return last >= 10 and value < 10 and last % 10 == 0


def hyphenated(pieces: Pieces, at: int) -> bool:
    """A hyphen with no space on either side stands at the place, and a word follows."""
    if at + 1 >= len(pieces) or pieces[at].fold not in DASHES:
        return False
    return pieces[at].glued and pieces[at + 1].glued and pieces[at + 1].kind == "word"


def _after_point(pieces: Pieces, at: int) -> int:
    """Skip the point of "млн." where the sentence goes on."""
    if at + 1 < len(pieces) and pieces[at].text == "." and pieces[at].glued:
        following = pieces[at + 1]
        return at + 1 if following.kind == "word" and following.text == following.text.lower() else at
    return at
