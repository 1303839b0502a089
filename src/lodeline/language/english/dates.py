"""English words of dates and durations."""

from __future__ import annotations

from functools import cache

from lodeline.language.date_words import DateWords, Relative
from lodeline.language.pieces import phrases, word_list, word_set
from lodeline.vocabulary.periods import PeriodUnit

_MONTHS = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sep sept",
    "october oct",
    "november nov",
    "december dec",
)
_SHORT_MONTHS = word_set("jan feb mar apr jun jul aug sep sept oct nov dec")
_RELATIVES: dict[Relative | None, str] = {
    Relative("day", 0): "today|tonight|this morning|this afternoon|this evening",
    Relative("day", -1): "yesterday|last night",
    Relative("day", 1): "tomorrow",
    Relative("week", -1): "last week|the past week|the previous week|past week",
    Relative("week", 0): "this week|earlier this week|later this week",
    Relative("week", 1): "next week|the coming week",
    Relative("month", -1): "last month|the previous month",
    Relative("month", 0): "this month|earlier this month|later this month",
    Relative("month", 1): "next month",
    Relative("year", -1): "last year|the previous year|last year's",
    Relative("year", 0): "this year|earlier this year|later this year|the current year|this year's|year-end|year's end",
    Relative("year", 1): "next year|the coming year|next year's",
}
_YEARS_AFTER = {-1: "last year", 0: "this year", 1: "next year"}
_TURNS = {-1: "last|this past|the past|the previous", 0: "this", 1: "next|this coming|the coming|coming"}
_DAYS = word_list("monday tuesday wednesday thursday friday saturday sunday")
_SHORT_DAYS = word_list("mon tue wed thu fri sat sun")
_ORDINALS = word_list("first second third fourth 1st 2nd 3rd 4th final last")
_UNITS: dict[PeriodUnit, str] = {
    "year": "year|years|yr|yrs|years'|year's",
    "month": "month|months|months'|month's",
    "week": "week|weeks|weeks'|week's",
    "day": "day|days|days'|day's",
    "hour": "hour|hours",
}
_CUES = (
    "will|would|'ll|shall|expected|expects|expect|plans|plan|planned|due|scheduled|slated|set to|to begin|"
    "to start|to be|"
    "to open|to meet|to visit|aims|aim|hopes|intends|next|upcoming|forthcoming|could|should|must|may|to take effect|"
    "takes effect|to come into force|to launch|to sign"
)


@cache
def date_words() -> DateWords:
    """All that the date reader needs to know of English."""
    months = {form: number for number, forms in enumerate(_MONTHS, start=1) for form in forms.split()}
    halves = [f"{rank} {part}" for rank in _ORDINALS for part in ("quarter", "half")]
    return DateWords(
        months=months,
        doubtful_months=_SHORT_MONTHS | {"may", "march"},
        short_months=_SHORT_MONTHS,
        capital_months=True,
        month_first=True,
        day_first_slashes=False,
        senses=phrases(
            {
                "at": "in|on|of|for|during|at|to",
                "by": "by|no later than|not later than|before|ahead of",
                "since": "since|from|after|between|starting|starting in|starting from|beginning|beginning in|"
                "as of|effective",
                "until": "until|till|through|up to|up until|expires",
            }
        ),
        closers=frozenset({"through"}),
        parts=phrases(
            {
                "by": "the end of|end of|end-|late|the close of",
                None: "early|fy|mid-|mid|the start of|the beginning of|the middle of|early in|late in|the early|"
                "the late|"
                "later in|earlier in",
            }
        ),
        articles=frozenset({"the"}),
        year_words=phrases({}),
        year_suffixes=frozenset(),
        decade_suffixes=frozenset({"s"}),
        day_suffixes=frozenset(["st", "nd", "rd", "th"]),
        relatives=phrases(_RELATIVES),
        part_of_year=phrases({True: "the year|of the year|year"}),
        years_after=phrases(_YEARS_AFTER),
        turns=phrases(_TURNS),
        weekdays=phrases({n: f"{day}|{_SHORT_DAYS[n]}" for n, day in enumerate(_DAYS)}),
        bare_weekdays=True,
        quarters=phrases(
            {True: "|".join([*halves, "q1", "q2", "q3", "q4", "h1", "h2", "1q", "2q", "3q", "4q", "1h", "2h"])}
        ),
        seasons=phrases({3: "spring", 6: "summer", 9: "autumn|fall", 12: "winter"}),
        links=frozenset({"of", ",", "in"}),
        units=phrases(_UNITS),
        decades=phrases({True: "decade|decades"}),
        ago=phrases({True: "ago"}),
        ahead=phrases({}),
        later_before=phrases({}),
        later=phrases({1: "later|after that", -1: "earlier|before"}),
        compounds=phrases(
            {"P6M": "half a year|half-year|six-month", "P1Y": "year-long|yearlong", "P25Y": "quarter of a century"}
        ),
        span_openers=phrases({True: "for|within|over|in|during|under|lasting"}),
        cues=phrases({True: _CUES}),
    )
