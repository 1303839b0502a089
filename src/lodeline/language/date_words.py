"""What a language tells the readers of dates and durations: its words, by the part that they play."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from lodeline.language.calendar import Step
from lodeline.language.pieces import FirstWords, Phrases
from lodeline.language.values import DateSense
from lodeline.vocabulary.periods import PeriodUnit

BY_A_YEAR = "годом"


class Relative(NamedTuple):
    """So many steps from the day of publication."""

    step: Step
    steps: int


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of one language that make up dates and durations."""

    months: Mapping[str, int]
    doubtful_months: frozenset[str]
    """Forms that are a month only with a preposition, a day or a year beside them."""
    short_months: frozenset[str]
    """Abbreviations, which take a point."""
    capital_months: bool
    month_first: bool
    """Whether "November 6" is a day."""
    day_first_slashes: bool
    senses: Phrases[DateSense]
    starters: frozenset[str]
    """The word before the day from which something holds; "since" tells of what has begun."""
    closers: frozenset[str]
    """The word before the end of a stretch of time ("с января по март"), which need not lie ahead."""
    parts: Phrases[DateSense | None]
    """Parts of a span of time ("the end of"); the meaning is the sense that they give to "until"."""
    articles: frozenset[str]
    year_words: Phrases[bool]
    year_suffixes: frozenset[str]
    decade_suffixes: frozenset[str]
    day_suffixes: frozenset[str]
    relatives: Phrases[Relative | None]
    """None where the words only look like a date: "накануне саммита"."""
    part_of_year: Phrases[bool]
    """What stands for the current year after "the end of"."""
    parts_of: Phrases[Step]
    """What else has an end or a middle: "the month", «недели»."""
    years_after: Phrases[int]
    """What names a year after a month or a day: "of last year"."""
    turns: Phrases[int]
    """Last, this, next before a month, a season or a weekday."""
    weekdays: Phrases[int]
    bare_weekdays: bool
    quarters: Phrases[tuple[int, int] | None]
    """The first and the last month; None where the words do not tell which."""
    quarter_words: frozenset[str]
    """After a month, the quarter that it ends: "the June quarter"."""
    seasons: Phrases[int]
    links: frozenset[str]
    """Words between a day, a month and a year: "of", ","."""
    units: Phrases[PeriodUnit]
    decades: Phrases[bool]
    ago: Phrases[bool]
    ahead: Phrases[bool]
    hence: Phrases[bool]
    """After a count: "two years from now"."""
    later_before: Phrases[bool]
    later: Phrases[int]
    compounds: Phrases[str]
    """Whole durations in a word: "трёхлетний", "полгода"."""
    span_openers: Phrases[bool]
    cues: Phrases[bool]
    promises: Phrases[bool]
    """Cues that a verb of the future is, for weekdays, which mostly lie behind."""
    promise_after: int
    """Pieces after a weekday within which such a verb may stand."""

    @property
    def first_words(self) -> FirstWords:
        """What a date or a duration in words begins with, but for a number."""
        told = (self.senses, self.parts, self.turns, self.relatives, self.weekdays, self.quarters, self.seasons)
        counted = (self.units, self.ahead, self.later_before, self.compounds, self.span_openers)
        return FirstWords((*told, *counted), (*self.months, BY_A_YEAR))
