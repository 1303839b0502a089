"""The typed grammar: every number, sum, share, quantity, date and duration of a text, each with its stretch.

Readers of one language propose what begins at a piece; the longest wins, then the order date, amount, duration, code.
Every run of digits ends up in exactly one value, so that a page can explain each number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache

from lodeline.language import calendar
from lodeline.language.date_pieces import same_sentence
from lodeline.language.dates import DateReader, Time
from lodeline.language.durations import Span, SpanReader
from lodeline.language.english import dates as english_dates
from lodeline.language.english import numbers as english_numbers
from lodeline.language.kazakh import dates as kazakh_dates
from lodeline.language.kazakh import numbers as kazakh_numbers
from lodeline.language.linking import link_amounts
from lodeline.language.measures import Amount, AmountReader
from lodeline.language.pieces import DASHES, FirstWords, Phrases, Piece, phrases, split_pieces
from lodeline.language.russian import dates as russian_dates
from lodeline.language.russian import numbers as russian_numbers
from lodeline.language.values import DateValue, Value
from lodeline.vocabulary.currencies import currency_in_text
from lodeline.vocabulary.quantities import Money, Quantity

Pieces = Sequence[Piece]
# Words after which a number is a name. Makers of aircraft: their models are numbers.
_NUMBERED = (
    "№|#|=No.|=No|=Nos.|=N|article|section|chapter|page|flight|block|unit no.|iso|boeing|airbus|embraer|bombardier|"
    "статья|статьи|статье|статью|пункт|пункта|пункте|пункту|глава|главы|главе|страница|странице|стр.|ст.|рейс|рейса|рейсом|"
    "блок|блока|гост|шахта №"
)
_CODE_JOINTS = DASHES | {"+", "/", ".", "_", ":"}


@dataclass(frozen=True, slots=True)
class Code:
    """Digits that are a name or a rank and not a number: "A320neo", "№ 334", "5-й"."""

    first: int
    stop: int


Reading = Time | Amount | Span | Code


def find_values(text: str, language: str, anchor: str | None) -> tuple[Value, ...]:
    """All values of a text, sorted, without overlaps.

    anchor: publication day as ISO text; without it, dates that need it have no `iso`. A language without a grammar of
    its own is read as Kazakh, mostly by its digits.
    """
    pieces = split_pieces(text)
    readings = _Readers(language, calendar.parse_anchor(anchor)).read_all(pieces)
    readings = _resolve_later(pieces, link_amounts(pieces, readings, _amounts(language).words))
    return tuple(_value(text, pieces, reading) for reading in readings)


@cache
def _amounts(language: str) -> AmountReader:
    modules = {"ru": russian_numbers, "en": english_numbers}
    return AmountReader(modules.get(language, kazakh_numbers).number_words())


@cache
def _dates(language: str) -> DateReader:
    if language not in ("ru", "en"):
        return kazakh_dates.date_reader(_amounts(language))
    return DateReader((russian_dates if language == "ru" else english_dates).date_words(), _amounts(language))


@cache
def _openings(language: str) -> tuple[FirstWords, FirstWords, FirstWords] | None:
    """What a value in words can begin with; None where values may begin otherwise."""
    if language not in ("ru", "en"):
        return None
    return _amounts(language).first_words, _dates(language).words.first_words, FirstWords([_number_marks()], ())


class _Readers:
    """The readers of one language on one text."""

    def __init__(self, language: str, anchor: date | None) -> None:
        self.amounts = _amounts(language)
        self.dates = _dates(language)
        self.spans = SpanReader(self.dates.words, self.amounts)
        self.anchor = anchor
        self.openings = _openings(language)

    def opens(self, pieces: Pieces, at: int) -> bool:
        """Whether a value may begin at the piece: most words of a text open none, and no reader need look at them."""
        piece = pieces[at]
        if (
            self.openings is None
            or piece.kind in ("number", "code")
            or any(piece.fold in each for each in self.openings)
        ):
            return True
        if piece.kind == "word" and at + 1 < len(pieces) and pieces[at + 1].glued:
            return True  # letters and digits in one: "TE33A"
        return self.amounts.words.fraction(pieces, at) is not None

    def read_all(self, pieces: Pieces) -> list[Reading]:
        found: list[Reading] = []
        at = 0
        while at < len(pieces):
            reading = self._best(pieces, at) if self.opens(pieces, at) else None
            if reading is not None:
                found.append(reading)
            at = reading.stop if reading else at + 1
        return found

    def _best(self, pieces: Pieces, at: int) -> Reading | None:
        if pieces[at].kind == "break":
            return None
        time = self.dates.read(pieces, at, self.anchor)
        amount = self._amount(pieces, at)
        span = self.spans.read(pieces, at)
        proposals: list[Reading] = [found for found in (time, amount, span) if found is not None]
        best = max(proposals, key=lambda reading: reading.stop, default=None)
        code = None if self._measured(pieces, at) else read_code(pieces, at)
        plain = isinstance(best, Amount) and best.stop == at + 1
        if code is not None and (best is None or plain or (best.stop < code.stop and pieces[at].kind != "number")):
            return code
        if best is None and pieces[at].kind == "number":
            return Code(at, at + 1)  # digits that are no number: "1.2.3"
        return best

    def _measured(self, pieces: Pieces, at: int) -> bool:
        """A number after a word that numbers things still counts where a unit follows: "Acme 37 aircraft"."""
        mark = _number_marks().at(pieces, at)
        amount = self.amounts.read(pieces, mark.stop) if mark else None
        return amount is not None and (amount.unit is not None or amount.currency is not None)

    def _amount(self, pieces: Pieces, at: int) -> Amount | None:
        """The amount at the piece, unless its number begins a date: "до 2030 года" is no ceiling."""
        amount = self.amounts.read(pieces, at)
        if amount is not None and amount.unit is not None and amount.unit.family == "hours" and not amount.rate:
            return None  # a duration
        if amount is None or amount.core == at:
            return amount
        inner = self.dates.read(pieces, amount.core, self.anchor)
        span = self.spans.read(pieces, amount.core)
        taken = (inner is not None and inner.stop >= amount.stop) or (span is not None and span.stop > amount.stop)
        return None if taken else amount


def read_code(pieces: Pieces, at: int) -> Code | None:
    """Digits glued to letters, a numbered thing, an address or a time of day."""
    piece = pieces[at]
    if piece.kind == "code":
        return Code(at, at + 1)
    numbered = _numbered(pieces, at)
    if numbered is not None:
        return numbered
    if piece.kind == "word" and _digits_join(pieces, at):
        return Code(at, _run_end(pieces, at))
    if piece.kind == "number" and _letters_join(pieces, at):
        return Code(at, _run_end(pieces, at))
    return None


def _numbered(pieces: Pieces, at: int) -> Code | None:
    """A thing known by its number: "№ 334", "статья 14", "flight 1234", "Lada 2107"."""
    mark = _number_marks().at(pieces, at)
    after = mark.stop if mark else at
    if mark is None or after >= len(pieces) or pieces[after].kind != "number":
        return None
    return Code(at, _run_end(pieces, after))


@cache
def _number_marks() -> Phrases[bool]:
    return phrases({True: _NUMBERED})


def _digits_join(pieces: Pieces, at: int) -> bool:
    if at + 1 >= len(pieces) or not pieces[at + 1].glued:
        return False
    if pieces[at + 1].kind == "number":
        return True
    hyphen = pieces[at + 1].fold in DASHES and at + 2 < len(pieces) and pieces[at + 2].glued
    return hyphen and pieces[at + 2].kind == "number"


def _letters_join(pieces: Pieces, at: int) -> bool:
    """Letters glued to a number: "3D"; after a hyphen a rank or a model: "5-й", "737-MAX", but not "12-этажный"."""
    if at + 1 >= len(pieces) or not pieces[at + 1].glued:
        return False
    if pieces[at + 1].kind == "word":
        return True
    hyphen = pieces[at + 1].fold in DASHES and at + 2 < len(pieces) and pieces[at + 2].glued
    word = pieces[at + 2] if hyphen else None
    return word is not None and word.kind == "word" and (len(word.text) <= 3 or word.text[0].isupper())


def _run_end(pieces: Pieces, at: int) -> int:
    """The end of a run of letters, digits and joints without spaces."""
    stop = at + 1
    while stop < len(pieces) and pieces[stop].glued:
        joint = pieces[stop].text in _CODE_JOINTS and stop + 1 < len(pieces) and pieces[stop + 1].glued
        if pieces[stop].kind in {"word", "number"}:
            stop += 1
        elif joint and pieces[stop + 1].kind in {"word", "number"}:
            stop += 2
        else:
            break
    return stop


def _resolve_later(pieces: Pieces, readings: list[Reading]) -> list[Reading]:
    """Years later count from the last year told before it in the same paragraph."""
    found: list[Reading] = []
    last: str | None = None
    place = 0
    for reading in readings:
        if any(piece.kind == "break" for piece in pieces[place : reading.first]):
            last = None
        joined = same_sentence(pieces, place, reading.first)
        place = reading.stop
        if isinstance(reading, Time):
            if reading.later is not None and last is not None and _counts_on(reading, last, joined):
                reading = replace(reading, iso=f"{int(last) + reading.later:04d}", inferred=True)
            last = reading.iso[:4] if reading.iso else last
        found.append(reading)
    return found


def _counts_on(reading: Time, last: str, joined: bool) -> bool:
    """Whether so many years count from the year told last: «в 2007-м купила и через два года продала»."""
    if reading.iso is None or reading.later is None:
        return True
    return joined and int(last) < int(reading.iso[:4]) - reading.later - 1


def _value(text: str, pieces: Pieces, reading: Reading) -> Value:
    start, stop = pieces[reading.first].start, pieces[reading.stop - 1].stop
    if isinstance(reading, Time):
        return Value(start, stop, "date", date=DateValue(reading.iso, reading.sense, reading.inferred))
    if isinstance(reading, Span):
        return Value(start, stop, "duration", period=reading.period, number=reading.number)
    if isinstance(reading, Amount):
        return _amount_value(text, start, stop, reading)
    return Value(start, stop, "identifier")


def _plain(value: Decimal) -> Decimal:
    """Whole numbers without a fraction or an exponent."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


def _amount_value(text: str, start: int, stop: int, amount: Amount) -> Value:
    factor = amount.unit.factor if amount.unit else Decimal(1)
    low = _plain(amount.low.value * factor)
    high = _plain(amount.high.value * factor) if amount.high else None
    if amount.currency is not None or amount.is_sum:
        currency = currency_in_text(amount.currency, text, text[start:stop]) if amount.currency else None
        return Value(start, stop, "money", money=Money(low, currency, amount.qualifier, high), number=low)
    if amount.unit is None:
        return Value(start, stop, "number", number=low)
    unit = f"{amount.unit.key}/{amount.rate}" if amount.rate else amount.unit.key
    quantity = Quantity(low, unit, amount.qualifier, high, amount.form)
    return Value(start, stop, "percent" if amount.is_percent else "quantity", quantity=quantity, number=low)
