"""Reading the tables of Russian words: CSV files in `data/`, lines that begin with # are comments."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files


def rows(table: str) -> Iterator[Mapping[str, str]]:
    """The rows of `data/<table>.csv` in the order of the file."""
    text = files("lodeline.language.russian").joinpath("data", f"{table}.csv").read_text(encoding="utf-8")
    yield from csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))


@cache
def classes() -> Mapping[str, frozenset[str]]:
    return {row["class"]: frozenset(row["words"].split()) for row in rows("words")}


def words_of(kind: str) -> frozenset[str]:
    """The words of a class of `data/words.csv`, in base form, ё written е."""
    return classes()[kind]


@cache
def spoken(kind: str) -> Mapping[str, str]:
    """Abbreviations and signs of a kind (`scale`, `unit`) → how they are read out."""
    return {row["form"]: row["spoken"] for row in rows("spoken") if row["kind"] == kind}
