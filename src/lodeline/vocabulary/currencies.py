"""Currencies by their signs, codes and names in three languages: look-up only."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from lodeline.vocabulary.tables import rows


@cache
def _rows() -> tuple[Mapping[str, str], ...]:
    return tuple(rows("currencies"))


def _named(column: str) -> dict[str, str]:
    return {name: row["code"] for row in _rows() for name in row[column].split("|") if name}


@cache
def currency_codes() -> frozenset[str]:
    """ISO 4217 codes that the table knows."""
    return frozenset(row["code"] for row in _rows())


@cache
def currency_signs() -> Mapping[str, str]:
    """Sign or code before a number → ISO 4217 code; each keeps its case ("a $5" is no A$)."""
    signs = _named("signs") | {code: code for code in currency_codes()}
    return {f"={sign}": code for sign, code in signs.items()}


@cache
def currency_names(language: str) -> Mapping[str, str]:
    """Names that follow a number → ISO 4217 code; a trailing `*` marks a stem; Kazakh in base form, and Russian."""
    if language == "en":
        return _named("english")
    return _named("russian") | (_named("kazakh") if language == "kk" else {})


# "Rs" and "rupees" are written in several states; the text decides. Source: ISO 4217.
RUPEE_STATES: Mapping[str, str] = {
    "pakistan": "PKR",
    "karachi": "PKR",
    "islamabad": "PKR",
    "balochistan": "PKR",
    "пакистан": "PKR",
    "исламабад": "PKR",
    "sri lanka": "LKR",
    "colombo": "LKR",
    "шри-ланк": "LKR",
    "nepal": "NPR",
    "kathmandu": "NPR",
    "непал": "NPR",
    "india": "INR",
    "delhi": "INR",
    "индия": "INR",
    "индии": "INR",
}
YUAN_STATES: Mapping[str, str] = {
    "china": "CNY",
    "chinese": "CNY",
    "beijing": "CNY",
    "китай": "CNY",
    "китая": "CNY",
    "пекин": "CNY",
    "yuan": "CNY",
    "юан": "CNY",
}


def currency_in_text(code: str, text: str) -> str:
    """The currency that a sign shared by several states means in this text, by the states that the text names."""
    states = {"INR": RUPEE_STATES, "JPY": YUAN_STATES}.get(code)
    if states is None:
        return code
    lower = text.lower()
    places = {lower.find(name): found for name, found in states.items() if name in lower}
    return places[min(places)] if places else code
