"""Currencies by their signs, codes and names in three languages: look-up only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from lodeline.vocabulary.tables import rows, several


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


@cache
def _shared() -> Mapping[str, Mapping[str, str]]:
    """Code of a shared name → beginning of a word that tells a state → the code that the name has there."""
    table: dict[str, dict[str, str]] = {}
    for row in rows("shared_currencies"):
        table.setdefault(row["code"], {}).update(dict.fromkeys(several(row["words"]), row["other"]))
    return table


def currency_in_text(code: str, text: str, told: str = "") -> str:
    """The currency that a name shared by several states means in this text, by the state that the text names first.

    `told` is the sum as it is written: where it has the code or names the state ("Norwegian kroner") it stands.
    """
    words = _shared().get(code)
    if words is None or code in told or _first(told, words):
        return code
    return _first(text, words) or code


@lru_cache(maxsize=64)
def _first_in(text: str, words: tuple[str, ...]) -> str | None:
    found = re.search(r"\b(?:" + "|".join(map(re.escape, words)) + ")", text, re.IGNORECASE)
    return found[0].lower() if found else None


def _first(text: str, words: Mapping[str, str]) -> str | None:
    """The currency of the state that a text names first."""
    word = _first_in(text, tuple(words)) if text else None
    return None if word is None else words[word]
