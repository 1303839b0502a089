"""States, groups of states and places inside states: codes, names in three languages, and who stands for whom.

Names are written with е for ё: fold the text's ё before comparing. A name in capitals (US, UK, CAR) is an
abbreviation and wants capitals in the text too. Codes are ISO 3166-1, with `EU` and `XK` as commonly used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from lodeline.vocabulary.tables import rows, several


@dataclass(frozen=True, slots=True)
class Country:
    """A state, or what the news treat as a party of its own (EU, Taiwan, Hong Kong, Kosovo, Palestine)."""

    alpha2: str
    alpha3: str
    numeric: str
    """ISO 3166-1 numeric as three digits; '' for EU and Kosovo, which have none."""
    names_en: tuple[str, ...]
    names_ru: tuple[str, ...]
    names_kk: tuple[str, ...]
    adjectives_en: tuple[str, ...]
    adjectives_ru: tuple[str, ...]
    """Masculine nominative singular."""
    demonyms_en: tuple[str, ...]
    """Plural: Chileans."""
    demonyms_ru: tuple[str, ...]
    """Singular masculine nominative: чилиец."""
    capitals_en: tuple[str, ...]
    """Capitals and seats of government, which stand for the state where it acts."""
    capitals_ru: tuple[str, ...]
    capitals_kk: tuple[str, ...]
    metonyms_en: tuple[str, ...]
    """Buildings and streets that stand for the state: Kremlin, White House."""
    metonyms_ru: tuple[str, ...]
    ambiguous_en: frozenset[str]
    """Names that also mean something else: Georgia, Jordan, Congo. A reader wants a second sign."""
    ambiguous_ru: frozenset[str]

    def names(self, language: str) -> tuple[str, ...]:
        """Proper names in `ru`, `en` or `kk`, the usual short one first."""
        return {"en": self.names_en, "ru": self.names_ru, "kk": self.names_kk}[language]

    def stand_ins(self, language: str) -> tuple[str, ...]:
        """Capitals, then buildings, that stand for the state."""
        return {
            "en": self.capitals_en + self.metonyms_en,
            "ru": self.capitals_ru + self.metonyms_ru,
            "kk": self.capitals_kk,
        }[language]


@dataclass(frozen=True, slots=True)
class Region:
    """A group of states or a part of the world; `members` only where membership is clear, else empty."""

    key: str
    kind: str
    """`bloc` for an organisation of states, `area` for a part of the world."""
    names_en: tuple[str, ...]
    names_ru: tuple[str, ...]
    names_kk: tuple[str, ...]
    adjectives_en: tuple[str, ...]
    adjectives_ru: tuple[str, ...]
    members: tuple[str, ...]

    def names(self, language: str) -> tuple[str, ...]:
        return {"en": self.names_en, "ru": self.names_ru, "kk": self.names_kk}[language]


@dataclass(frozen=True, slots=True)
class Place:
    """A city or a first-level division of a state."""

    name: str
    """Usual English name."""
    country: str
    kind: str
    """`city`, `region` (first-level division), `district` (mining or lower-level area), `water`, `land`."""
    names_en: tuple[str, ...]
    names_ru: tuple[str, ...]
    names_kk: tuple[str, ...]
    adjectives_ru: tuple[str, ...]
    ambiguous: bool
    """True where the name is also a word, a person's name or a larger place elsewhere."""
    latitude: float | None = None
    """Degrees, WGS 84, of the middle of a city; None for divisions."""
    longitude: float | None = None

    def names(self, language: str) -> tuple[str, ...]:
        return {"en": self.names_en, "ru": self.names_ru, "kk": self.names_kk}[language]


@cache
def countries() -> tuple[Country, ...]:
    """All states of the vocabulary, by English name but for dependencies and EU, which come last."""
    return tuple(map(_country, rows("countries")))


@cache
def regions() -> tuple[Region, ...]:
    return tuple(map(_region, rows("regions")))


@cache
def places() -> tuple[Place, ...]:
    """The gazetteer: mining regions and first-level divisions first, then cities from the largest down."""
    return tuple(map(_place, (*rows("divisions"), *rows("cities"))))


@cache
def _by_code() -> Mapping[str, Country]:
    codes: dict[str, Country] = {}
    for each in countries():
        codes.update({code: each for code in (each.alpha2, each.alpha3, each.numeric) if code})
    return MappingProxyType(codes)


@cache
def _by_name() -> Mapping[str, Country]:
    named: dict[str, Country] = {}
    for name, each in country_names():
        named.setdefault(name, each)
    return MappingProxyType(named)


def country(code: str) -> Country | None:
    """The state of an ISO alpha-2, alpha-3 or three-digit numeric code; None where there is none."""
    return _by_code().get(code)


def country_named(name: str) -> Country | None:
    """The state of a proper name, capital or metonym in any of the three languages; exact but for case and ё."""
    return _by_name().get(fold(name))


def country_names() -> Iterator[tuple[str, Country]]:
    """Every folded proper name, then every stand-in, with its state: the first bearer of a name comes first."""
    for each in countries():
        yield from ((fold(name), each) for language in ("en", "ru", "kk") for name in each.names(language))
    for each in reversed(countries()):  # EU stands last in the table, and Brussels speaks for it before Belgium
        yield from ((fold(name), each) for language in ("en", "ru", "kk") for name in each.stand_ins(language))


def fold(name: str) -> str:
    """How names of this room are compared: lower case, е for ё, one kind of apostrophe, single spaces."""
    return " ".join(name.lower().replace("ё", "е").replace("’", "'").split())


@cache
def _cities_by_name() -> Mapping[str, Place]:
    named: dict[str, Place] = {}
    for each in places():
        if each.latitude is not None:
            for name in each.names_en + each.names_ru + each.names_kk:
                named.setdefault(fold(name), each)
    return MappingProxyType(named)


def city_named(name: str) -> Place | None:
    """The largest city of that name, whose point is known; exact but for case and ё."""
    return _cities_by_name().get(fold(name))


@cache
def _places_by_name() -> Mapping[str, Place]:
    named: dict[str, Place] = {}
    for each in places():
        for name in each.names_en + each.names_ru + each.names_kk:
            named.setdefault(fold(name), each)
    return MappingProxyType(named)


def place_named(name: str) -> Place | None:
    """The division or city of that name, the better known where several bear it; exact but for case and ё."""
    return _places_by_name().get(fold(name))


def region(key: str) -> Region | None:
    return next((each for each in regions() if each.key == key), None)


def region_named(name: str) -> Region | None:
    """The group of states or part of the world of that name or key, hyphens as spaces; exact but for case and ё."""
    wanted = _loose(name)
    return next((each for each in regions() if wanted in _names_of(each)), None)


@cache
def _names_of(each: Region) -> frozenset[str]:
    return frozenset(map(_loose, (each.key, *each.names_en, *each.names_ru, *each.names_kk)))


def _loose(name: str) -> str:
    return fold(name).replace("-", " ")


def _country(row: Mapping[str, str]) -> Country:
    lists = {name: several(row[name]) for name in _COUNTRY_LISTS}
    return Country(
        alpha2=row["alpha2"],
        alpha3=row["alpha3"],
        numeric=row["numeric"],
        ambiguous_en=frozenset(several(row["ambiguous_en"])),
        ambiguous_ru=frozenset(several(row["ambiguous_ru"])),
        **lists,
    )


_COUNTRY_LISTS = (
    *("names_en", "names_ru", "names_kk", "adjectives_en", "adjectives_ru", "demonyms_en", "demonyms_ru"),
    *("capitals_en", "capitals_ru", "capitals_kk", "metonyms_en", "metonyms_ru"),
)
_REGION_LISTS = ("names_en", "names_ru", "names_kk", "adjectives_en", "adjectives_ru", "members")


def _region(row: Mapping[str, str]) -> Region:
    return Region(key=row["key"], kind=row["kind"], **{name: several(row[name]) for name in _REGION_LISTS})


def _place(row: Mapping[str, str]) -> Place:
    english = several(row["names_en"])
    return Place(
        name=english[0],
        country=row["country"],
        kind=row.get("kind") or "city",
        names_en=english,
        names_ru=several(row["names_ru"]),
        names_kk=several(row.get("names_kk")),
        adjectives_ru=several(row.get("adjectives_ru")),
        ambiguous=bool(row["ambiguous"]),
        latitude=_degrees(row.get("latitude")),
        longitude=_degrees(row.get("longitude")),
    )


def _degrees(cell: str | None) -> float | None:
    return float(cell) if cell else None
