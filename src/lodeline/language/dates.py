"""Dates and durations in a text, by one language's words; the calendar decides what the words leave open.

Every look-ahead is bounded, so reading is linear in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from lodeline.language import calendar
from lodeline.language.calendar import Step
from lodeline.language.date_pieces import (
    comma,
    day_number,
    has_year,
    is_short_decade,
    past_season,
    short_year,
)
from lodeline.language.date_words import BY_A_YEAR, DateWords, Relative
from lodeline.language.digit_dates import read_digit_date
from lodeline.language.measures import AmountReader
from lodeline.language.pieces import DASHES, Match, Piece
from lodeline.language.values import DateSense

Pieces = Sequence[Piece]
_CLAUSE_ENDS = frozenset('.!?…;:,()—–«»"')
_JOINING = frozenset({"and", "but", "и", "а", "но"})  # what another verb plans is another matter
_BETWEEN = DASHES | {"and", "to", "и", "по"}  # what joins two years
_CLOSE, _REACH = 6, 16  # pieces in which a verb of the future, or of the same clause a word that looks ahead, is sought


@dataclass(frozen=True, slots=True)
class Time:
    """A date read at pieces `first` to `stop` (excluded)."""

    first: int
    stop: int
    iso: str | None
    sense: DateSense = "at"
    inferred: bool = False
    later: int | None = None
    """Years after the date told before it; the text's earlier dates resolve it."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What stands before the core of a date."""

    anchor: date | None
    sense: DateSense | None = None
    part: bool = False
    turn: int | None = None

    @property
    def prepared(self) -> bool:
        return self.sense is not None or self.part or self.turn is not None


class DateReader:
    """Reads dates and durations with the words of one language."""

    def __init__(self, words: DateWords, amounts: AmountReader) -> None:
        self.words = words
        self.amounts = amounts
        self._cores = (
            self._digits,
            self._day_month,
            self._month_day,
            self._month,
            self._year,
            self._quarter,
            self._season,
            self._relative,
            self._weekday,
            self._counted,
        )

    def read(self, pieces: Pieces, index: int, anchor: date | None) -> Time | None:
        """The date that begins at the piece, its preposition first."""
        sense = self.words.senses.at(pieces, index)
        at = sense.stop if sense else index
        at = at + 1 if sense and at < len(pieces) and pieces[at].fold in self.words.articles else at
        part = self.words.parts.at(pieces, at)
        at = part.stop if part else at
        turn = self.words.turns.at(pieces, at)
        context = _Context(anchor, sense.meaning if sense else None, part is not None, turn.meaning if turn else None)
        found = self._core(pieces, turn.stop, context) if turn else None
        found = found or self._core(pieces, at, replace(context, turn=None) if turn else context)
        if found is None:
            return None
        meant = sense.meaning if sense else "at"
        if meant == "until" and part and part.meaning:
            meant = part.meaning
        plain = sense is not None and meant == "at" and part is None
        inferred = found.inferred and found.iso is not None
        return replace(found, first=at if plain else index, sense=meant, inferred=inferred)

    def _core(self, pieces: Pieces, at: int, context: _Context) -> Time | None:
        if at >= len(pieces):
            return None
        found = [time for reader in self._cores if (time := reader(pieces, at, context))]
        return max(found, key=lambda time: time.stop, default=None)

    # Days

    def _digits(self, pieces: Pieces, at: int, context: _Context) -> Time | None:
        del context
        found = read_digit_date(pieces, at, self.words.day_first_slashes)
        return Time(at, self._past_year_word(pieces, found.stop), found.meaning) if found else None

    def _day_month(self, pieces: Pieces, at: int, context: _Context) -> Time | None:
        day = day_number(pieces[at])
        if day is None:
            return None
        stop = self._past_day_list(pieces, self._past_suffix(pieces, at + 1))
        stop = stop + 1 if stop < len(pieces) and pieces[stop].fold == "of" else stop
        month = self._month_name(pieces, stop)
        return None if month is None else self._dated(pieces, month, day, replace(context, turn=None), at)

    def _month_day(self, pieces: Pieces, at: int, context: _Context) -> Time | None:
        month = self._month_name(pieces, at) if self.words.month_first else None
        if month is None or month.stop >= len(pieces):
            return None
        day = day_number(pieces[month.stop])
        if day is None:
            return None
        stop = self._past_day_list(pieces, self._past_suffix(pieces, month.stop + 1))
        return self._dated(pieces, Match(stop, month.meaning), day, context, at)

    def _past_suffix(self, pieces: Pieces, at: int) -> int:
        glued = at < len(pieces) and pieces[at].glued and pieces[at].fold in self.words.day_suffixes
        hyphenated = at + 1 < len(pieces) and pieces[at].fold in DASHES and pieces[at + 1].glued
        if hyphenated and pieces[at + 1].fold in self.words.year_suffixes:
            return at + 2
        return at + 1 if glued else at

    def _past_day_list(self, pieces: Pieces, at: int) -> int:
        """Skip the last day of "6–7 ноября": the first one is the date."""
        joined = at + 1 < len(pieces) and (pieces[at].fold in DASHES or pieces[at].fold in {"и", "по", "and", "to"})
        if joined and day_number(pieces[at + 1]) is not None:
            return self._past_suffix(pieces, at + 2)
        return at

    def _dated(self, pieces: Pieces, month: Match[int], day: int, context: _Context, at: int) -> Time | None:
        year = self._year_after(pieces, month.stop, context.anchor)
        if year is not None:
            iso = calendar.whole_day(int(year.meaning), month.meaning, day) if year.meaning else None
            return Time(at, year.stop, iso, inferred=not has_year(pieces, month.stop, year.stop))
        if calendar.whole_day(2024, month.meaning, day) is None:
            return None
        ahead = self._looks_ahead(pieces, at, month.stop)
        starts = context.sense == "since" and at > 0 and pieces[at - 1].fold in self.words.starters
        if context.sense in {"by", "until"} or (starts and ahead):
            iso = calendar.next_day(month.meaning, day, context.anchor)
        else:
            iso = calendar.nearest_day(month.meaning, day, context.anchor, ahead)
        return Time(at, month.stop, iso, inferred=iso is not None)

    # Months and years

    def _month(self, pieces: Pieces, at: int, context: _Context) -> Time | None:
        month = self._month_name(pieces, at)
        if month is None:
            return None
        if month.stop < len(pieces) and pieces[month.stop].fold in self.words.quarter_words:
            iso = self._part_year(pieces, at, month.stop + 1, (month.meaning - 2, month.meaning), context)
            return Time(at, month.stop + 1, iso, inferred=iso is not None)
        year = self._year_after(pieces, month.stop, context.anchor)
        if year is None and (joined := self._joined_year(pieces, month.stop, context.anchor)):
            return Time(at, month.stop, f"{joined}-{month.meaning:02d}")
        if year is not None:
            iso = f"{year.meaning}-{month.meaning:02d}" if year.meaning else None
            return Time(at, year.stop, iso, inferred=not has_year(pieces, month.stop, year.stop))
        if pieces[at].fold in self.words.doubtful_months and not context.prepared:
            return None
        closing = context.sense == "until" and at > 0 and pieces[at - 1].fold in self.words.closers
        ahead = (context.sense in {"by", "until"} and not closing) or context.turn == 1
        ahead = ahead or (context.turn != -1 and self._looks_ahead(pieces, at, month.stop))
        iso = calendar.month_of(month.meaning, context.anchor, ahead)
        return Time(at, month.stop, iso, inferred=iso is not None)

    def _joined_year(self, pieces: Pieces, at: int, anchor: date | None) -> str | None:
        """The year of "январь—март 2025 года", told after the second month."""
        if at >= len(pieces) or pieces[at].fold not in DASHES:
            return None
        month = self._month_name(pieces, at + 1)
        year = self._year_after(pieces, month.stop, anchor) if month else None
        return year.meaning if year else None

    def _month_name(self, pieces: Pieces, at: int) -> Match[int] | None:
        if at >= len(pieces):
            return None
        piece = pieces[at]
        month = self.words.months.get(piece.fold)
        if month is None or (piece.text[0].isupper() != self.words.capital_months and not piece.text.isupper()):
            return None
        pointed = at + 1 < len(pieces) and pieces[at + 1].text == "." and pieces[at + 1].glued and len(piece.text) <= 4
        known = pointed and piece.fold in self.words.short_months
        return Match(at + 2 if known and at + 2 < len(pieces) and not pieces[at + 2].glued else at + 1, month)

    def _year_after(self, pieces: Pieces, at: int, anchor: date | None) -> Match[str] | None:
        """The year told after a day or a month; an empty year where it cannot be resolved."""
        at = at + 1 if at < len(pieces) and pieces[at].fold in self.words.links else at
        found = self.words.years_after.at(pieces, at)
        if found is not None:
            return Match(found.stop, calendar.shifted("year", found.meaning, anchor) or "")
        year = calendar.year_of(pieces[at].text) if at < len(pieces) else None
        return None if year is None else Match(self._past_year_word(pieces, at + 1), year)

    def _past_year_word(self, pieces: Pieces, at: int) -> int:
        at = self._past_suffix(pieces, past_season(pieces, at))
        word = self.words.year_words.at(pieces, at)
        return word.stop if word else at

    def _year(self, pieces: Pieces, at: int, context: _Context) -> Time | None:
        if pieces[at].kind != "number":
            return None
        decade = self._decade(pieces, at)
        if decade is not None:
            return Time(at, decade, None)
        if context.prepared and is_short_decade(pieces, at, self.words.decade_suffixes):
            return Time(at, at + 3, None)
        year = calendar.year_of(pieces[at].text)
        if year is None:
            return None
        stop = self._past_year_word(pieces, at + 1)
        shown = stop > at + 1 or self._is_year(pieces, at, context)
        return Time(at, stop, year) if shown else None

    def _decade(self, pieces: Pieces, at: int) -> int | None:
        """Past a decade ("1970-х годах", "the 1970s"), which has no single year."""
        text = pieces[at].text
        if not (text.isdigit() and text.endswith("0") and len(text) in {2, 4}):
            return None
        after = at + 2 if at + 1 < len(pieces) and pieces[at + 1].fold in DASHES else at + 1
        if after >= len(pieces) or not pieces[after].glued or pieces[after].fold not in self.words.decade_suffixes:
            return None
        word = self.words.year_words.at(pieces, after + 1)
        return word.stop if word else (after + 1 if len(text) == 4 or after == at + 1 else None)

    def _is_year(self, pieces: Pieces, at: int, context: _Context) -> bool:
        """A bare number between 1900 and 2100 is a year where its neighbours leave no noun for it to count."""
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        before = pieces[at - 1] if at else None
        if (
            after is not None
            and after.fold in DASHES
            and at + 2 < len(pieces)
            and calendar.year_of(pieces[at + 2].text)
        ):
            return True
        if at > 1 and calendar.year_of(pieces[at - 2].text) and pieces[at - 1].fold in _BETWEEN:
            return True
        words = self.amounts.words
        ends = after is None or after.kind != "word" or after.fold in words.stops or after.text[0].isupper()
        if context.prepared or (before is not None and before.fold in DASHES | {"("}):
            return ends or (self.words.capital_months and context.sense in {"at", "by"})
        if self.words.capital_months and after is not None and 2010 <= int(pieces[at].text) <= 2040:
            return not after.fold.endswith(("s", "people")) or after.fold == "s"
        named = before is not None and before.fold in {"the", "fiscal", "fy"}
        return named or (ends and before is not None and before.kind == "word" and after is not None)

    def _quarter(self, pieces: Pieces, at: int, context: _Context) -> Time | None:
        quarter = self.words.quarters.at(pieces, at)
        if quarter is None:
            return None
        year = short_year(pieces, quarter.stop) or self._year_after(pieces, quarter.stop, context.anchor)
        if year is not None:
            return Time(at, year.stop, year.meaning or None, inferred=not has_year(pieces, quarter.stop, year.stop))
        word = self.words.part_of_year.at(pieces, quarter.stop)
        stop = word.stop if word else quarter.stop
        iso = self._part_year(pieces, at, stop, quarter.meaning, context)
        return Time(at, stop, iso, inferred=iso is not None)

    def _part_year(
        self, pieces: Pieces, at: int, stop: int, months: tuple[int, int] | None, context: _Context
    ) -> str | None:
        """The year of a quarter or a half told without one."""
        if context.turn is not None or months is None:
            return calendar.shifted("year", context.turn or 0, context.anchor)
        return calendar.part_year(months, context.anchor, self._looks_ahead(pieces, at, stop))

    def _season(self, pieces: Pieces, at: int, context: _Context) -> Time | None:
        season = self.words.seasons.at(pieces, at)
        if season is None:
            return None
        year = self._year_after(pieces, season.stop, context.anchor)
        if year is not None:
            return Time(at, year.stop, year.meaning or None, inferred=not has_year(pieces, season.stop, year.stop))
        if not context.prepared and self.words.capital_months:
            return None  # "spring" without a preposition is a coil or a well
        turn = context.turn
        if turn is None:
            turn = 1 if self._looks_ahead(pieces, at, season.stop) else None
        iso = calendar.season_year(season.meaning, context.anchor, turn)
        return Time(at, season.stop, iso, inferred=iso is not None)

    # Times told from the day of publication

    def _relative(self, pieces: Pieces, at: int, context: _Context) -> Time | None:
        found = self.words.relatives.at(pieces, at)
        if found is None and context.part and (other := self.words.parts_of.at(pieces, at)):
            found = Match[Relative | None](other.stop, Relative(other.meaning, context.turn or 0))
        if found is None and context.part:
            year = self.words.part_of_year.at(pieces, at)
            found = Match[Relative | None](year.stop, Relative("year", context.turn or 0)) if year else None
        if found is None or found.meaning is None:
            return None
        iso = calendar.shifted(found.meaning.step, found.meaning.steps, context.anchor)
        return Time(at, found.stop, iso, inferred=iso is not None)

    def _weekday(self, pieces: Pieces, at: int, context: _Context) -> Time | None:
        day = self.words.weekdays.at(pieces, at)
        if day is None or not (context.prepared or self.words.bare_weekdays):
            return None
        ahead = context.turn == 1 or context.sense in {"by", "until"}
        ahead = ahead or (context.turn is None and self._is_promised(pieces, at, day.stop))
        iso = calendar.weekday(day.meaning, context.anchor, 1 if ahead else 0)
        full = self._full_day(pieces, day.stop + comma(pieces, day.stop), context.anchor)
        if full is not None:
            return replace(full, first=at)
        return Time(at, day.stop, iso, inferred=iso is not None)

    def _full_day(self, pieces: Pieces, at: int, anchor: date | None) -> Time | None:
        """The day of the month after a weekday: "Tuesday, November 18"."""
        if at >= len(pieces):
            return None
        context = _Context(anchor)
        return self._day_month(pieces, at, context) or self._month_day(pieces, at, context)

    def _counted(self, pieces: Pieces, at: int, context: _Context) -> Time | None:
        """A time told by its distance: "два года назад", "через год", "three years later"."""
        ahead = self.words.ahead.at(pieces, at)
        later = self.words.later_before.at(pieces, at)
        start = ahead.stop if ahead else later.stop if later else at
        count = self._count(pieces, start, lone=True)
        if count is None:
            return self._by_a_year(pieces, at)
        step, number = count.meaning
        ago = self.words.ago.at(pieces, count.stop)
        after = self.words.later.at(pieces, count.stop)
        hence = self.words.hence.at(pieces, count.stop)
        if hence is not None:
            iso = calendar.shifted(step, number, context.anchor)
            return Time(at, hence.stop, iso, inferred=iso is not None)
        if ahead is None and later is None and ago is None and after is None:
            return None
        if later is not None or after is not None:
            years = number * (after.meaning if after else 1)
            return Time(at, after.stop if after else count.stop, None, later=years if step == "year" else None)
        iso = calendar.shifted(step, -number if ago else number, context.anchor)
        told = ahead is not None and step == "year" and not self._looks_ahead(pieces, at, count.stop)
        stop = ago.stop if ago else count.stop
        return Time(at, stop, iso, inferred=iso is not None, later=number if told else None)

    def _by_a_year(self, pieces: Pieces, at: int) -> Time | None:
        """A year after what was told: "годом позже"."""
        found = self.words.later.at(pieces, at + 1) if pieces[at].fold == BY_A_YEAR else None
        return Time(at, found.stop, None, later=found.meaning) if found else None

    def _count(self, pieces: Pieces, at: int, lone: bool) -> Match[tuple[Step, int]] | None:
        number = self.amounts.numerals.read(pieces, at)
        unit = self.words.units.at(pieces, number.stop if number else at)
        if unit is None or unit.meaning == "hour" or (number is None and not lone):
            return None
        value = number.meaning.value if number else Decimal(1)
        if value != value.to_integral_value() or not 0 < value < 1000:
            return None
        return Match(unit.stop, (unit.meaning, int(value)))

    def _is_promised(self, pieces: Pieces, first: int, stop: int) -> bool:
        """A verb of the future close before a weekday, or right after it ("will meet on Friday")."""
        near = range(max(0, first - _CLOSE), min(len(pieces), stop + self.words.promise_after))
        for at in near:
            if pieces[at].kind == "break" or pieces[at].text in _CLAUSE_ENDS:
                if at >= stop:
                    return False
                continue
            held = any(p.text in _CLAUSE_ENDS or p.kind == "break" for p in pieces[at:first])
            if not held and self.words.promises.at(pieces, at):
                return True
        return False

    def _looks_ahead(self, pieces: Pieces, first: int, stop: int) -> bool:
        """A word of plans or of the future in the same clause: before the date, or soon after it."""
        for back in range(first - 1, max(-1, first - 1 - _REACH), -1):
            if pieces[back].kind == "break" or pieces[back].text in _CLAUSE_ENDS:
                break
            if self.words.cues.at(pieces, back) and pieces[back].text != "May":
                return True
        for here in range(stop, min(len(pieces), stop + 5)):
            if pieces[here].kind == "break" or pieces[here].text in _CLAUSE_ENDS | _JOINING:
                return False
            if self.words.cues.at(pieces, here):
                return True
        return False
