"""Kazakh by its digits only: scales, percent and years after a number; the rest waits for a grammar of its own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

from lodeline.language.date_words import DateWords
from lodeline.language.numerals import NumberWords
from lodeline.language.pieces import phrases
from lodeline.language.russian import dates as russian_dates
from lodeline.language.russian import numbers as russian_numbers

_PERCENT = "%|пайыз|пайызы|пайызын|пайызға|пайызға дейін|пайыздан|пайыздық|пайыздың|пайызында"
_YEARS = "жыл|жылы|жылдың|жылға|жылғы|жылдан|жылда"
_THOUSANDS = "мың мыңға мыңнан мыңы"
_MILLIONS = "миллионнан миллионға миллионы миллионын"


@cache
def number_words() -> NumberWords:
    """Russian signs and decimal comma with Kazakh scales and percent."""
    words = russian_numbers.number_words()
    scales = dict.fromkeys(_THOUSANDS.split(), Decimal(1000)) | dict.fromkeys(_MILLIONS.split(), Decimal(10) ** 6)
    return replace(
        words,
        language="kk",
        cardinals={},
        multipliers={},
        lone_multipliers=frozenset(),
        lone_scales={},
        scales={**words.scales, **scales},
        percent=phrases({True: _PERCENT}),
        qualifiers=phrases({"about": "шамамен", "over": "кемінде"}),
        trailing=phrases({"about": "шамасында|шамасы|жуық|жуығы|дай|дей", "over": "астам|артық"}),
    )


@cache
def date_words() -> DateWords:
    """Years in digits before a word for year."""
    return replace(russian_dates.date_words(), year_words=phrases({True: _YEARS}))
