"""Reading the tables of English words: CSV files in `data/`, lines that begin with # are comments."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files


def rows(table: str) -> Iterator[Mapping[str, str]]:
    """The rows of `data/<table>.csv` in the order of the file."""
    text = files("lodeline.language.english").joinpath("data", f"{table}.csv").read_text(encoding="utf-8")
    yield from csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))


@cache
def classes() -> Mapping[str, frozenset[str]]:
    return {row["class"]: frozenset(row["words"].split()) for row in rows("word_classes")}


def words_of(kind: str) -> frozenset[str]:
    """The words of a class of `data/word_classes.csv`."""
    return classes()[kind]
