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
    Relative("day", -2): "the day before yesterday|day before yesterday",
    Relative("day", 1): "tomorrow",
    Relative("day", 2): "the day after tomorrow|day after tomorrow",
    Relative("week", -2): "a fortnight ago|fortnight ago",
    Relative("month", -6): "half a year ago",
    Relative(
        "week", -1
    ): "over the weekend|at the weekend|last weekend|last week|the past week|the previous week|past week",
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
_QUARTERS: dict[tuple[int, int] | None, tuple[str, ...]] = {
    (1, 3): ("first quarter", "1st quarter", "q1", "1q"),
    (4, 6): ("second quarter", "2nd quarter", "q2", "2q"),
    (7, 9): ("third quarter", "3rd quarter", "q3", "3q"),
    (10, 12): ("fourth quarter", "4th quarter", "final quarter", "last quarter", "q4", "4q"),
    (1, 6): ("first half", "1st half", "h1", "1h"),
    (7, 12): ("second half", "2nd half", "h2", "2h"),
}
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
    "takes effect|expires|lapses|to come into force|to launch|to sign"
)

_PROMISES = (
    "will|would|'ll|shall|due|scheduled|slated|set to|to meet|to visit|to sign|to open|to vote|to decide|to announce"
)


@cache
def date_words() -> DateWords:
    """All that the date reader needs to know of English."""
    months = {form: number for number, forms in enumerate(_MONTHS, start=1) for form in forms.split()}
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
        starters=frozenset({"from", "starting", "beginning", "effective"}),
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
        parts_of=phrases({"month": "the month|of the month", "week": "the week|of the week"}),
        years_after=phrases(_YEARS_AFTER),
        turns=phrases(_TURNS),
        weekdays=phrases({n: f"{day}|{_SHORT_DAYS[n]}" for n, day in enumerate(_DAYS)}),
        bare_weekdays=True,
        quarters=phrases({months: "|".join(names) for months, names in _QUARTERS.items()}),
        quarter_words=frozenset({"quarter"}),
        seasons=phrases({3: "spring", 6: "summer", 9: "autumn|fall", 12: "winter"}),
        links=frozenset({"of", ",", "in"}),
        units=phrases(_UNITS),
        decades=phrases({True: "decade|decades"}),
        ago=phrases({True: "ago"}),
        ahead=phrases({}),
        hence=phrases({True: "time|from now|hence"}),
        later_before=phrases({}),
        later=phrases({1: "later|after that", -1: "earlier|before"}),
        compounds=phrases(
            {"P6M": "half a year|half-year|six-month", "P1Y": "year-long|yearlong", "P25Y": "quarter of a century"}
        ),
        span_openers=phrases({True: "for|within|over|in|during|under|lasting"}),
        cues=phrases({True: _CUES}),
        promises=phrases({True: _PROMISES}),
        promise_after=1,
    )
