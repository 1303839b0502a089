"""Amounts in a text: numbers in digits and words, ranges, and what they count, by one language's words.

Every look-ahead is bounded, so reading is linear in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from lodeline.language import calendar
from lodeline.language.numerals import Magnitude, NumberWords, NumeralReader, Suffixes, hyphenated
from lodeline.language.pieces import DASHES, SENTENCE_ENDS, FirstWords, Match, Phrases, Piece
from lodeline.vocabulary.currencies import currency_names, currency_signs
from lodeline.vocabulary.quantities import Qualifier
from lodeline.vocabulary.units import Unit, unit_names

Pieces = Sequence[Piece]
_FILLERS = 4  # pieces between a number and the noun that it counts
MILLION = Decimal(10) ** 6
OF_A = ("of", "a")
_PERCENT = Unit("%", Decimal(1), "counted")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount read at pieces `first` to `stop` (excluded); `core` is where the number itself begins."""

    first: int
    stop: int
    core: int
    low: Magnitude
    high: Magnitude | None = None
    qualifier: Qualifier = "exact"
    currency: str | None = None
    unit: Unit | None = None
    is_sum: bool = False
    """Money, though the text names no currency."""
    rate: str | None = None
    form: str | None = None

    @property
    def is_percent(self) -> bool:
        return self.unit is not None and self.unit.key == "%"


class AmountReader:
    """Reads amounts with the words of one language."""

    def __init__(self, words: NumberWords) -> None:
        self.words = words

    @cached_property
    def _signs(self) -> Phrases[str]:
        return Phrases(currency_signs())

    @cached_property
    def _suffixes(self) -> Suffixes:
        table: dict[str, Unit | str] = {**currency_signs(), **currency_names(self.words.language)}
        table |= unit_names(self.words.language)
        return Phrases({form: meaning for name, meaning in table.items() for form in self.words.unit_forms(name)})

    @cached_property
    def numerals(self) -> NumeralReader:
        """The reader of bare numbers."""
        return NumeralReader(self.words, self._suffixes)

    @cached_property
    def first_words(self) -> FirstWords:
        """What an amount in words begins with, but for parts of a whole."""
        told = self.words
        single = (told.cardinals, told.lone_multipliers, told.ones, told.lone_scales, told.openers)
        return FirstWords((told.qualifiers, told.half_of, self._signs), (word for each in single for word in each))

    def read(self, pieces: Pieces, index: int) -> Amount | None:
        """The amount whose first word, qualifier included, is at the piece."""
        core, qualifier = self._qualifier(pieces, index)
        fraction = self.words.fraction(pieces, core)
        if fraction is not None:
            part = self._fraction(pieces, core, fraction)
            return replace(part, first=index, qualifier=qualifier if qualifier != "exact" else part.qualifier)
        amount = self._range(pieces, core)
        if amount is None or not self._counts(pieces, amount):
            return None
        amount = self._told_before(pieces, index, amount)
        meant = qualifier if qualifier != "exact" else amount.qualifier
        return self._trailing(pieces, self._rated(pieces, replace(amount, first=index, qualifier=meant)))

    def _fraction(self, pieces: Pieces, index: int, part: Match[Decimal]) -> Amount:
        """A part of a whole in percent; of a million, a number («четверть миллиарда»); of a percent, that percent."""
        at = part.stop
        while at < len(pieces) and pieces[at].fold in OF_A and at < part.stop + 2:
            at += 1
        scale = self.words.scales.get(pieces[at].fold) if at < len(pieces) else None
        if scale is not None:
            mantissa = part.meaning / 100
            number = Magnitude(mantissa * scale, mantissa, scale)
            exact: Qualifier = "exact" if part.meaning == part.meaning.to_integral_value() else "about"
            return self._suffixed(pieces, Amount(index, at + 1, index, number, qualifier=exact))
        percent = self.words.percent.at(pieces, at)
        value = part.meaning / 100 if percent is not None else part.meaning
        stop = percent.stop if percent is not None else part.stop
        return Amount(index, stop, index, Magnitude(value, value, Decimal(1)), unit=_PERCENT)

    def _told_before(self, pieces: Pieces, index: int, amount: Amount) -> Amount:
        """«тонн двадцать», «процентов сорок»: the unit before a rough number."""
        if amount.unit is not None or amount.currency is not None or amount.core == index:
            return amount
        suffix = self._suffixes.at(pieces, index)
        if suffix is not None and isinstance(suffix.meaning, Unit):
            return replace(amount, unit=suffix.meaning, is_sum=False)
        return replace(amount, unit=_PERCENT) if self.words.percent.at(pieces, index) else amount

    def _rated(self, pieces: Pieces, amount: Amount) -> Amount:
        """With the rate that stands right after the unit: "16 hours a day", "т/год"."""
        found = self.words.rates.at(pieces, amount.stop)
        if found is None or amount.unit is None or amount.is_percent or "/" in amount.unit.key:
            return amount
        return replace(amount, stop=found.stop, rate=found.meaning)

    def _counts(self, pieces: Pieces, amount: Amount) -> bool:
        """Whether it is a number at all: "one" and "миллиард" alone need a measure or money after them."""
        if not amount.low.lone or amount.high is not None:
            return True
        if amount.low.scale > 1:
            return amount.unit is not None or amount.currency is not None or amount.is_sum
        article = pieces[amount.core].fold in self.words.articles
        return not article and amount.unit is not None and (amount.is_percent or amount.unit.family != "counted")

    def _qualifier(self, pieces: Pieces, index: int) -> tuple[int, Qualifier]:
        found = self.words.qualifiers.at(pieces, index)
        if found is None or (found.meaning == "up_to" and self._after_change(pieces, index)):
            return index, "exact"
        again = self.words.qualifiers.at(pieces, found.stop)
        return (again.stop if again else found.stop), found.meaning

    def _after_change(self, pieces: Pieces, index: int) -> bool:
        for back in range(index - 1, max(-1, index - 6), -1):
            if pieces[back].kind == "break" or pieces[back].text in SENTENCE_ENDS:
                return False
            if self.words.change.at(pieces, back):
                return True
            if pieces[back].fold in self.words.starts and pieces[back + 1].kind == "number":
                return True  # "с 12 до 25 тыс. т"
        return False

    def _trailing(self, pieces: Pieces, amount: Amount) -> Amount:
        found = self.words.trailing.at(pieces, amount.stop)
        if found is None or amount.qualifier != "exact":
            return amount
        return replace(amount, stop=found.stop, qualifier=found.meaning)

    def _range(self, pieces: Pieces, index: int) -> Amount | None:
        if index >= len(pieces):
            return None
        closer = self.words.openers.get(pieces[index].fold)
        if closer is not None:
            return self._two_ends(pieces, self._side(pieces, index + 1), frozenset({closer}))
        low = self._side(pieces, index)
        closers = self.words.range_words
        if low is not None and (low.unit or low.currency) and index and pieces[index - 1].fold == "from":
            closers = frozenset()  # "from 5% to 10%" is a change, not a range
        return (self._two_ends(pieces, low, closers | DASHES) or low) if low is not None else None

    def _two_ends(self, pieces: Pieces, low: Amount | None, closers: frozenset[str]) -> Amount | None:
        if low is None or low.stop >= len(pieces) or pieces[low.stop].fold not in closers:
            return None
        high = self._side(pieces, low.stop + 1)
        years = high is not None and high.unit is None and _is_year(low.low) and _is_year(high.low)
        return None if high is None or years else _joined(low, high)

    def _side(self, pieces: Pieces, index: int) -> Amount | None:
        sign = self._signs.at(pieces, index)
        if sign is not None and not all(piece.glued for piece in pieces[index + 1 : sign.stop]):
            sign = None
        core = sign.stop if sign else index
        found = self.numerals.read(pieces, core, money=sign is not None)
        if found is None or (sign is not None and not _is_sum(pieces, index, core, found.meaning)):
            return None
        amount = Amount(index, found.stop, index, found.meaning, currency=sign.meaning if sign else None)
        return self._suffixed(pieces, amount)

    # What stands after the number

    def _suffixed(self, pieces: Pieces, amount: Amount) -> Amount:
        at = amount.stop
        if hyphenated(pieces, at):
            at += 1
        elif at < len(pieces) and pieces[at].text == "+" and pieces[at].glued:
            at += 1
            amount = replace(amount, stop=at, qualifier="over")
        more = self.words.trailing.at(pieces, at)
        if more is not None and self._is_measured(pieces, more.stop):  # «пятьсот с лишним тонн»
            at, amount = more.stop, replace(amount, qualifier=more.meaning)
        percent, points = self.words.percent.at(pieces, at), self.words.points.at(pieces, at)
        if points is not None and (percent is None or points.stop > percent.stop):
            return replace(amount, stop=points.stop)
        if percent is not None and amount.currency is None:
            return replace(amount, stop=percent.stop, unit=_PERCENT)
        suffix = self._suffixes.at(pieces, at)
        if suffix is not None:
            return self._with_suffix(amount, suffix)
        if amount.currency is not None:
            return amount
        return self._counted(pieces, amount) or self._uncounted(pieces, amount)

    def _is_measured(self, pieces: Pieces, at: int) -> bool:
        return self._suffixes.at(pieces, at) is not None or self.words.percent.at(pieces, at) is not None

    def _with_suffix(self, amount: Amount, suffix: Match[Unit | str]) -> Amount:
        meaning = suffix.meaning
        if isinstance(meaning, str):
            return replace(amount, stop=suffix.stop, currency=amount.currency or meaning)
        if amount.currency is not None:
            return amount
        return replace(amount, stop=suffix.stop, unit=meaning)

    def _counted(self, pieces: Pieces, amount: Amount) -> Amount | None:
        """A counted noun after up to two adjectives or a brand: "36 новых самолётов"."""
        at = amount.stop
        for _ in range(_FILLERS):
            if at >= len(pieces) or not self._is_filler(pieces, at):
                return None
            at += 1
            found = self._suffixes.at(pieces, at)
            if found is not None and isinstance(found.meaning, Unit):
                return replace(amount, stop=found.stop, unit=found.meaning)
        return None

    def _is_filler(self, pieces: Pieces, at: int) -> bool:
        piece = pieces[at]
        if piece.kind == "number":  # the model in "12 Lada 2107 cars"
            return pieces[at - 1].kind == "word" and pieces[at - 1].text[0].isupper() and len(piece.text) <= 4
        if piece.kind != "word":
            return hyphenated(pieces, at)
        beside_number = at + 1 < len(pieces) and pieces[at + 1].kind == "number" and pieces[at + 1].glued
        if piece.text.isupper() and (beside_number or piece.glued):
            return True  # the letters of a model: "A320neo", "TE33A"
        return piece.fold not in self.words.stops and self.words.is_adjective(piece.text)

    def _uncounted(self, pieces: Pieces, amount: Amount) -> Amount:
        jobs = self._jobs(pieces, amount)
        if jobs is not None:
            return jobs
        return replace(amount, is_sum=amount.low.scale >= MILLION and self._counts_money(pieces, amount.stop))

    def _jobs(self, pieces: Pieces, amount: Amount) -> Amount | None:
        """People are jobs only where the words beside them say that they work there."""
        people = self.words.workers.at(pieces, amount.stop)
        if people is None:
            return None
        before = any(self.words.employed.at(pieces, back) for back in range(max(0, amount.first - 2), amount.first))
        if before or self.words.employed.at(pieces, people.stop):
            return replace(amount, stop=people.stop, unit=Unit("jobs", Decimal(1), "counted"))
        return None

    def _counts_money(self, pieces: Pieces, at: int) -> bool:
        if at >= len(pieces) or pieces[at].kind != "word" or pieces[at].fold in self.words.stops:
            return True
        if self.words.is_verb(pieces[at].fold):
            return True
        return any(self.words.money_nouns.at(pieces, ahead) for ahead in range(at, min(at + 3, len(pieces))))


def _is_sum(pieces: Pieces, index: int, core: int, number: Magnitude) -> bool:
    """Whether a sign and a number are money: "COP29" is a meeting, "USD100" and "COP 29" are not."""
    code = pieces[index].kind == "word" and pieces[core - 1].kind == "word" and pieces[core].glued
    return pieces[core].kind == "number" and not (code and number.scale <= 1 and number.value < 100)


def _is_year(number: Magnitude) -> bool:
    return number.scale == 1 and calendar.FIRST_BARE_YEAR <= number.value <= calendar.LAST_BARE_YEAR


def _joined(low: Amount, high: Amount) -> Amount | None:
    """Two ends as one range; the low end takes over scale and unit of the high one where it has none."""
    if (low.currency and (high.unit or (high.currency and low.currency != high.currency))) or (
        low.unit and high.currency
    ):
        return None
    if low.unit and high.unit and low.unit.key != high.unit.key:
        return None
    if (low.unit or low.currency) and not (high.unit or high.currency or high.is_sum) and low.unit:
        return None
    start = low.low
    if start.scale == 1 and high.low.scale > 1 and start.value < high.low.mantissa:
        start = Magnitude(start.value * high.low.scale, start.value, high.low.scale)
    if start.lone or high.low.lone or start.value >= high.low.value:
        return None
    return replace(
        low,
        stop=high.stop,
        low=start,
        high=high.low,
        currency=low.currency or high.currency,
        unit=low.unit or high.unit,
        is_sum=high.is_sum and not (low.currency or high.currency),
    )
