"""What a figure counts: the currencies or units that the words around it name."""

from __future__ import annotations

import re
from functools import cache

from lodeline.checking.figures import Figure
from lodeline.vocabulary.currencies import currency_codes, currency_names, currency_signs
from lodeline.vocabulary.units import unit_names

LANGUAGES = ("en", "ru", "kk")
REACH = 3
"""Words after a figure among which its unit stands («12 тыс. метрических тонн», "300 new electric locomotives")."""
SHARED = (
    {
        "USD": "",
        "AUD": "austral|австрал",
        "CAD": "canad|канад",
        "NZD": "new zealand|новозеланд",
        "SGD": "singap|сингапур",
        "HKD": "hong kong|гонконг",
        "NAD": "namib|намиби",
        "TWD": "taiwan|тайван",
    },
    {"CNY": "chin|beijing|китай|кнр|қытай|пекин", "JPY": "japan|tokyo|япон|жапон"},
    {"GBP": "", "EGP": "egypt|египет|cairo"},
    {"KGS": "kyrgyz|кыргыз|киргиз|қырғыз", "UZS": "uzbek|узбек|өзбек"},
    {"SAR": "saudi|riyadh|jedda|сауд|эр-рияд|джидд", "QAR": "qatar|катар", "IRR": "iran|иран", "OMR": "oman|оман"},
    {"DKK": "dan|дат|дани", "NOK": "norw|норве", "SEK": "swed|шве"},
    {
        "XAF": "gabon|camero|chad|congo|equatorial|central african|габон|камерун|чад|конго",
        "XOF": "senegal|mali\\b|niger\\b|burkina|ivo|benin|togo|сенегал|мали\\b|нигер\\b|буркин|ивуар|бенин|того\\b",
    },
    {
        "INR": "india|инди|үнді",
        "PKR": "pakist|karachi|islamabad|baloch|lahore|port qasim|пакист|карачи|исламабад",
        "LKR": "lanka|ланк",
        "NPR": "nepal|непал",
        "IDR": "indones|индонез",
    },
)
"""Currencies that share a sign or a name, each with words of its state: those of the text decide."""
PERCENT = re.compile(
    r"\s{0,2}(?:[-‑]\s{0,2})?(?:%|per\s?cents?\b|percent|pct\b|процент\w*|проц\.|пайыз\w*|п\.\s?п|percentage|-?процентн\w*)",
    re.IGNORECASE,
)
YEARLY = re.compile(
    r"(?:\b(?:a|per|each|every)[\s-]+(?:year|annum)|/\s?(?:year|yr|y|a|год)\b|annual|yearly|\bp\.?a\b|tpa\b|tpy\b|в\s+год|ежегодн|годов\w+|за\s+год|каждый\s+год"
    r"|жыл\s?сайын|жылына|жылдық)",
    re.IGNORECASE,
)
RATIO = re.compile(r"(\d{1,2}(?:[.,]\d+)?)\s*(?:[:/]|на|к)\s*(\d{1,2}(?:[.,]\d+)?)(?![\d%])")
EVEN = re.compile(
    r"\b(?:equal\w*|half|fifty-fifty|50-50|паритет\w*|поровну|пополам|равн\w+ дол\w+|тең\w*|жарты\w*|наполовину)",
    re.IGNORECASE,
)


@cache
def _names(kind: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Names of all languages as patterns over the words after a figure, the longest first."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        if kind == "currency":
            found |= currency_names(language)
        else:
            found |= {name: unit.key for name, unit in unit_names(language).items()}
    listed = sorted(found.items(), key=lambda pair: -len(pair[0]))
    return tuple((_pattern(name), key) for name, key in listed)


def _pattern(name: str) -> re.Pattern[str]:
    keeps_case = name.startswith("=")
    words = [
        re.escape(word.rstrip("*")) + (r"[^\W\d_]*" if word.endswith("*") else "") for word in name.lstrip("=").split()
    ]
    end = "" if not words[-1][-1].isalpha() and not words[-1].endswith("*") else r"(?![^\W\d_])"
    if not name.endswith("*") and re.search(r"[а-яәғқңөұүһі]{4}$", name):
        end = r"[^\W\d_]{0,6}"  # a Kazakh or Russian name in its base form takes endings
    return re.compile(r"\s+".join(words) + end, 0 if keeps_case else re.IGNORECASE)


def currencies(figure: Figure, text: str) -> frozenset[str]:
    """Codes that the sign before or the name after a figure may mean in a text; empty where no currency is told."""
    before, after = figure.before.rstrip(), re.sub(r"^[\s(]+", "", figure.after)
    code = next((code for sign, code in _signs() if before.endswith(sign)), None)
    code = code or named_after(figure.after, "currency")
    code = code or next((code for sign, code in _signs() if after.startswith(sign)), None)
    if code is None:
        return frozenset()
    return frozenset({code}) | alike(code, text)


@cache
def _signs() -> tuple[tuple[str, str], ...]:
    return tuple(
        sorted(((s.lstrip("="), code) for s, code in currency_signs().items()), key=lambda pair: -len(pair[0]))
    )


def alike(code: str, text: str) -> frozenset[str]:
    """Currencies of the same sign or name whose state the text speaks of."""
    folded = text.casefold()
    group = next((group for group in SHARED if code in group), {})
    return frozenset(other for other, state in group.items() if not state or re.search(rf"\b(?:{state})", folded))


def named_after(after: str, kind: str) -> str | None:
    """The first name of a unit or currency that begins within a few words; sentence ends stop the search."""
    at = 0
    for _ in range(REACH + 1):
        gap = re.compile(r"[\s\-‑(]*").match(after, at)
        at = gap.end() if gap else at
        for pattern, key in _names(kind):
            if pattern.match(after, at):
                return key
        word = re.compile(r"[^\W\d_]+\.?|[«\"“]").match(after, at)
        if not word:
            return None
        at = word.end()
    return None


def units(figure: Figure) -> frozenset[str]:
    """Contract units without "/year" that the words after a figure name; empty where none is told."""
    if figure.part or PERCENT.match(figure.after):
        return frozenset({"%"})
    if PEOPLE.match(figure.after) or PEOPLE_BEFORE.search(figure.before):
        return frozenset({"jobs"})
    key = named_after(figure.after, "unit") or named_before(figure.before)
    if key in PAPERS:
        return PAPERS
    return frozenset({base(key)}) if key else frozenset()


def named_before(before: str) -> str | None:
    """A unit right before a figure: «тонн шестнадцать», «мощность в МВт: 300»."""
    word = re.search(r"(?<![^\W\d_.])([^\W\d_.]++)[\s:—–-]*+$", before)
    if not word or len(word[1]) < 3:
        return None
    return next((key for pattern, key in _names("unit") if pattern.fullmatch(word[1])), None)


def base(unit: str) -> str:
    """A unit without its time: `t` of `t/year`."""
    return re.sub(r"/(?:year|month|week|day)$", "", unit)


PEOPLE = re.compile(
    r"\s{0,2}(?:[^\W\d_]{1,30}\s{1,2}){0,2}?"
    r"(?:people|workers|jobs|staff|employees|человек|рабоч\w+ мест|мест\w*|сотрудник\w*|адам|жұмыс орн)",
    re.I,
)
PEOPLE_BEFORE = re.compile(r"(?:рабоч\w{2,3} мест\w{0,3}|jobs|сотрудник\w{0,4})[\s:—–-]*$", re.IGNORECASE)
PAPERS = frozenset({"agreements", "documents", "memoranda", "contracts", "deals"})
"""Counted papers go by several names."""


def is_yearly(words: str) -> bool:
    return bool(YEARLY.search(words))


@cache
def factors(unit: str) -> tuple[tuple[re.Pattern[str], float], ...]:
    """Names of one contract unit with their factors, the longest first: kt is 1000 of t."""
    names = {name: u for language in LANGUAGES for name, u in unit_names(language).items()}
    listed = sorted(names.items(), key=lambda pair: -len(pair[0]))
    return tuple((_pattern(name), float(u.factor)) for name, u in listed if base(u.key) == unit)


def factor(figure: Figure, unit: str) -> float:
    """By how much the name after a figure multiplies it: 12 kt are 12,000 t."""
    after = re.sub(r"^[\s(‑-]+", "", figure.after)
    return next((number for pattern, number in factors(unit) if pattern.match(after)), 1.0)


def percents(found: tuple[Figure, ...]) -> list[Figure]:
    """Figures that may be a percentage, parts of a whole among them."""
    return [f for f in found if f.part or PERCENT.match(f.after)]


def codes_named(text: str) -> frozenset[str]:
    """Currencies named anywhere in a stretch, by sign, code or name."""
    folded = text.casefold()
    signs = {code for sign, code in currency_signs().items() if sign.lstrip("=") in text}
    names = {key for pattern, key in _names("currency") if pattern.search(folded)}
    found = (signs | names) & currency_codes()
    return frozenset(found.union(*(alike(code, text) for code in found)))
