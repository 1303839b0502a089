"""Word lists that the rules consult beside the cues: prepositions, verbs of giving and taking, words for sites.

Dictionary forms, except stems where the name says so. One table for Russian and English,
data/words.csv; beside it data/words_kk.csv.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files


def words(name: str) -> tuple[str, ...]:
    """The words of a list in all languages. KeyError where the table has no such list."""
    return table()[name]


@cache
def table() -> Mapping[str, tuple[str, ...]]:
    kazakh = {row["name"]: row["kk"] for row in rows("words_kk")}
    own = {name: tuple(cell.split("|")) for name, cell in kazakh.items()}
    return own | {
        row["name"]: tuple(
            word for cell in (row["ru"], row["en"], kazakh.get(row["name"], "")) for word in cell.split("|") if word
        )
        for row in rows("words")
    }


def rows(name: str) -> Iterator[Mapping[str, str]]:
    yield from csv.DictReader(files("lodeline.claims").joinpath(f"data/{name}.csv").read_text("utf-8").splitlines())
