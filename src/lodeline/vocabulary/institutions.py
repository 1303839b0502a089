"""Public institutions: development banks, export credit agencies, funds, organisations, treaties, media, research."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from lodeline.vocabulary.tables import rows, several


@dataclass(frozen=True, slots=True)
class Institution:
    """One institution with its names and abbreviations in three languages."""

    key: str
    kind: str
    """`development_bank`, `export_credit`, `fund`, `state_company`, `organisation`, `ministry`, `programme`, `treaty`,
    `media` or `think_tank`."""
    country: str | None
    """Alpha-2 of the state it belongs to or sits in; None for those of many states."""
    names_en: tuple[str, ...]
    names_ru: tuple[str, ...]
    names_kk: tuple[str, ...]
    abbreviations_en: tuple[str, ...]
    abbreviations_ru: tuple[str, ...]
    """Cyrillic abbreviations, Russian and Kazakh."""
    source: str
    """The owner's site; '' where it has none of its own."""
    ambiguous: frozenset[str]
    """Names that also mean something else or somebody else's body: a reader wants a second sign."""

    def names(self, language: str) -> tuple[str, ...]:
        """Names in `ru`, `en` or `kk`, then abbreviations of that script and of the Latin one."""
        latin = self.abbreviations_en
        by_language = {
            "en": self.names_en + latin,
            "ru": self.names_ru + self.abbreviations_ru + latin,
            "kk": self.names_kk + self.abbreviations_ru + latin,
        }
        return tuple(dict.fromkeys(by_language[language]))

    @property
    def all_names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for language in ("en", "ru", "kk") for name in self.names(language)))


@cache
def institutions() -> tuple[Institution, ...]:
    """Every institution, in the order of the table."""
    return tuple(map(_institution, rows("institutions")))


@cache
def institutions_by_key() -> Mapping[str, Institution]:
    return {each.key: each for each in institutions()}


def institution(key: str) -> Institution | None:
    """The institution of that key; None where the vocabulary has none."""
    return institutions_by_key().get(key)


def _institution(row: Mapping[str, str]) -> Institution:
    return Institution(
        key=row["key"],
        kind=row["kind"],
        country=row["country"] or None,
        names_en=several(row["names_en"]),
        names_ru=several(row["names_ru"]),
        names_kk=several(row["names_kk"]),
        abbreviations_en=several(row["abbreviations_en"]),
        abbreviations_ru=several(row["abbreviations_ru"]),
        source=row["source"],
        ambiguous=frozenset(several(row["ambiguous"])),
    )
