"""Mineral commodities: one key each, names in three languages, what contains them and what is told in their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from lodeline.vocabulary.tables import rows, several


@dataclass(frozen=True, slots=True)
class Material:
    """A commodity. `key` is its English name in claims and the ledger; `parent` the commodity that contains it."""

    key: str
    parent: str | None
    symbol: str | None
    """Element symbol or trade abbreviation."""
    family: str
    """`base metal`, `battery metal`, `rare earth`, `precious metal`, `minor metal`, `ferrous`, `fuel`, `ore`…"""
    names_en: tuple[str, ...]
    names_ru: tuple[str, ...]
    names_kk: tuple[str, ...]
    adjectives_en: tuple[str, ...]
    adjectives_ru: tuple[str, ...]
    """Relational adjectives, masculine nominative singular: a copper mine is «медный рудник»."""
    forms_en: tuple[str, ...]
    """Ores, compounds and products that a text tells in place of the commodity (spodumene for lithium)."""
    forms_ru: tuple[str, ...]
    ambiguous_en: frozenset[str]
    """Names that also mean something else (lead, tin): a reader wants a second sign before it takes them."""
    ambiguous_ru: frozenset[str]

    def names(self, language: str) -> tuple[str, ...]:
        """All names in `ru`, `en` or `kk`, the usual one first, forms after names, adjectives left out."""
        by_language = {
            "en": self.names_en + self.forms_en,
            "ru": self.names_ru + self.forms_ru,
            "kk": self.names_kk,
        }
        return by_language[language]

    def adjectives(self, language: str) -> tuple[str, ...]:
        """Relational adjectives in `ru` or `en`; none are listed for other languages."""
        return {"en": self.adjectives_en, "ru": self.adjectives_ru}.get(language, ())


@cache
def materials() -> tuple[Material, ...]:
    """Every commodity of the vocabulary, in the order of the table."""
    return tuple(map(_material, rows("materials")))


@cache
def materials_by_key() -> Mapping[str, Material]:
    return {each.key: each for each in materials()}


def material(key: str) -> Material | None:
    """The commodity of that key; None where the vocabulary has none."""
    return materials_by_key().get(key)


@cache
def _by_name() -> Mapping[str, Material]:
    languages = ("en", "ru", "kk")
    return {name.casefold(): each for each in reversed(materials()) for lang in languages for name in each.names(lang)}


def material_named(name: str) -> Material | None:
    """The commodity of a name, ore or compound in any of the three languages; exact but for case and ё."""
    return _by_name().get(name.casefold().replace("ё", "е")) or material(name)


def within(key: str) -> tuple[str, ...]:
    """The key and those of all commodities that contain it, nearest first: neodymium, light rare earths…"""
    known = material(key)
    return (key,) if known is None or known.parent is None else (key, *within(known.parent))


def _material(row: Mapping[str, str]) -> Material:
    return Material(
        key=row["key"],
        parent=row["parent"] or None,
        symbol=row["symbol"] or None,
        family=row["family"],
        names_en=several(row["names_en"]),
        names_ru=several(row["names_ru"]),
        names_kk=several(row["names_kk"]),
        adjectives_en=several(row["adjectives_en"]),
        adjectives_ru=several(row["adjectives_ru"]),
        forms_en=several(row["forms_en"]),
        forms_ru=several(row["forms_ru"]),
        ambiguous_en=frozenset(several(row["ambiguous_en"])),
        ambiguous_ru=frozenset(several(row["ambiguous_ru"])),
    )
