"""Word lists that the rules consult beside the cues: prepositions, verbs of giving and taking, words for sites.

Dictionary forms, except stems where the name says so. One table for both languages: data/words.csv.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def words(name: str) -> tuple[str, ...]:
    """The words of a list, Russian and English. KeyError where the table has no such list."""
    return table()[name]


@cache
def table() -> Mapping[str, tuple[str, ...]]:
    rows = csv.DictReader(files("lodeline.claims").joinpath("data/words.csv").read_text("utf-8").splitlines())
    return {
        row["name"]: tuple(word for cell in (row["ru"], row["en"]) for word in cell.split("|") if word) for row in rows
    }
