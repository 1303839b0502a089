"""Durations in a text ("eighteen months", "трёхлетний"), by one language's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lodeline.language import calendar
from lodeline.language.date_words import DateWords
from lodeline.language.measures import AmountReader
from lodeline.language.numerals import Magnitude
from lodeline.language.pieces import DASHES, Match, Piece
from lodeline.vocabulary.periods import iso_duration

Pieces = Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Span:
    """A duration read at pieces `first` to `stop` (excluded)."""

    first: int
    stop: int
    period: str
    number: Decimal | None


class SpanReader:
    """Reads durations with the words of one language."""

    def __init__(self, words: DateWords, amounts: AmountReader) -> None:
        self.words = words
        self.amounts = amounts

    def read(self, pieces: Pieces, index: int) -> Span | None:
        """The duration that begins at the piece, its qualifier first."""
        whole = self.words.compounds.at(pieces, index)
        if whole is not None:
            return Span(index, whole.stop, whole.meaning, None)
        opener = self.words.span_openers.at(pieces, index)
        qualifier = None if opener else self.amounts.words.qualifiers.at(pieces, index)
        start = qualifier.stop if qualifier else index
        number = self.amounts.numerals.read(pieces, start)
        if number is None and opener is None:
            return None
        if opener is not None:
            number = self.amounts.numerals.read(pieces, opener.stop)
            if number is not None and not number.meaning.lone:
                return None  # the number itself begins the duration
        at = number.stop if number else opener.stop if opener else start
        value = number.meaning.value if number else Decimal(1)
        high = self._upper(pieces, at) if number else None
        if high is not None and high.meaning.value > value:
            at, value = high.stop, high.meaning.value
        return self._spanned(pieces, index, at, value, opener is not None)

    def _upper(self, pieces: Pieces, at: int) -> Match[Magnitude] | None:
        """The upper end of "three to five years", "два-три года": a range of time is told by its longest."""
        joined = at < len(pieces) and (pieces[at].fold in DASHES or pieces[at].fold in self.amounts.words.range_words)
        return self.amounts.numerals.read(pieces, at + 1) if joined else None

    def _spanned(self, pieces: Pieces, first: int, at: int, value: Decimal, opened: bool) -> Span | None:
        core = at - 1
        lone = pieces[core].fold in self.amounts.words.ones
        hyphen = at < len(pieces) and pieces[at].fold in DASHES and pieces[at].glued
        at = at + 1 if hyphen else at
        decade = self.words.decades.at(pieces, at)
        unit = self.words.units.at(pieces, at)
        if decade is not None:
            return Span(first, decade.stop, iso_duration(value * 10, "year"), value)
        if unit is None or (lone and not opened and not hyphen and pieces[core].fold in {"a", "an"}):
            return None
        if calendar.year_of(pieces[core].text) and not hyphen and pieces[at].fold.startswith("год"):
            return None
        return Span(first, unit.stop, iso_duration(value, unit.meaning), value)
