"""What amounts take from the words around them: yearly rates, what the tonnes are of, the kind of a bare number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from lodeline.language.measures import Amount
from lodeline.language.numerals import NumberWords
from lodeline.language.pieces import SENTENCE_ENDS, Piece

Pieces = Sequence[Piece]
Reading = TypeVar("Reading")
_FLOWS = frozenset({"mass", "volume", "energy"})
_GAP = 7  # words between the unit and its rate or form
_ANDS = frozenset({"и", "and", "а", "также", "plus"})


def link_amounts(pieces: Pieces, readings: Sequence[Reading], words: NumberWords) -> list[Reading | Amount]:
    """The readings in order, amounts completed from their right and left context."""
    done: list[Reading | Amount] = []
    following: Amount | None = None
    ends = [reading.first for reading in readings[1:]] + [len(pieces)] * bool(readings)  # type: ignore[attr-defined]  # all have it
    for reading, end in zip(reversed(readings), reversed(ends), strict=True):
        if isinstance(reading, Amount):
            following = _completed(pieces, reading, end, following, words)
            done.append(following)
        else:
            following = None
            done.append(reading)
    return _settle_sums(pieces, done[::-1])


def _completed(pieces: Pieces, amount: Amount, end: int, following: Amount | None, words: NumberWords) -> Amount:
    if amount.unit is None or amount.is_percent:
        return amount
    if amount.unit.family not in _FLOWS:
        return amount
    gap = _gap(pieces, amount.stop, min(end, amount.stop + _GAP), words)
    if "/" not in amount.unit.key:
        amount = replace(amount, rate=amount.rate or _within(pieces, amount.stop, gap, words, "rate"))
    formula = words.forms.at(pieces, end) if gap == end else None
    form = _within(pieces, amount.stop, gap, words, "form") or (formula.meaning if formula else None)
    amount = replace(amount, form=form)
    amount = _inherited(pieces, amount, gap, end, following)
    return amount if amount.rate or (amount.unit and "/" in amount.unit.key) else _rated_before(pieces, amount, words)


def _gap(pieces: Pieces, start: int, end: int, words: NumberWords) -> int:
    """Where the words that belong to the unit end: at a sign, a break or a preposition that is no part of a rate."""
    for at in range(start, min(end, len(pieces))):
        if words.rates.at(pieces, at):
            continue
        inside = pieces[at].fold in _ANDS or pieces[at].fold == "of" or words.rates.at(pieces, at - 1)
        if pieces[at].kind != "word" and not words.forms.at(pieces, at):
            return at
        if pieces[at].fold in words.stops and not inside:
            return at
    return min(end, len(pieces))


def _within(pieces: Pieces, start: int, stop: int, words: NumberWords, what: str) -> str | None:
    table = words.rates if what == "rate" else words.forms
    for at in range(start, stop):
        found = table.at(pieces, at)
        if found is not None:
            return found.meaning
    return None


def _inherited(pieces: Pieces, amount: Amount, gap: int, end: int, following: Amount | None) -> Amount:
    """In "7 т никелевого и 3 т цинкового концентрата" the second amount tells form and rate of both."""
    if following is None or following.first != end or gap != end or following.unit is None or amount.unit is None:
        return amount
    joined = end > amount.stop and pieces[end - 1].fold in _ANDS and following.unit.family == amount.unit.family
    if not joined:
        return amount
    form = following.form if following.unit.key == amount.unit.key else None
    told = "/" in amount.unit.key
    return replace(amount, rate=amount.rate or (None if told else following.rate), form=amount.form or form)


def _rated_before(pieces: Pieces, amount: Amount, words: NumberWords) -> Amount:
    for at in range(amount.first - 1, max(-1, amount.first - 7), -1):
        if pieces[at].kind == "break" or pieces[at].text in SENTENCE_ENDS or pieces[at].text == ",":
            break
        found = words.rates_before.at(pieces, at)
        if found is not None:
            return replace(amount, rate=found.meaning)
    return amount


def _settle_sums(pieces: Pieces, readings: list[Reading | Amount]) -> list[Reading | Amount]:
    """A large number without a name is money, unless its sentence has told quantities and no money before it."""
    settled: list[Reading | Amount] = []
    measured = paid = False
    place = 0
    for reading in readings:
        first: int = reading.first  # type: ignore[union-attr]  # every reading has it
        if any(piece.kind == "break" or piece.text in SENTENCE_ENDS for piece in pieces[place:first]):
            measured = paid = False
        place = reading.stop  # type: ignore[union-attr]
        if isinstance(reading, Amount):
            if reading.is_sum and measured and not paid:
                reading = replace(reading, is_sum=False)
            measured = measured or (reading.unit is not None and reading.unit.family in _FLOWS)
            paid = paid or reading.currency is not None or reading.is_sum
        settled.append(reading)
    return settled
