"""Reading the tables of Kazakh words: CSV files in `data/`, lines that begin with # are comments."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files


def rows(table: str) -> Iterator[Mapping[str, str]]:
    """The rows of `data/<table>.csv` in the order of the file."""
    text = files("lodeline.language.kazakh").joinpath("data", f"{table}.csv").read_text(encoding="utf-8")
    yield from csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))


@cache
def nouns() -> Mapping[str, str]:
    """Common nouns in base form → their sort: firm, office, person, paper, money, goods, site, place, act, party."""
    return {row["noun"]: row["sort"] for row in rows("nouns")}


@cache
def verbs() -> Mapping[str, str]:
    """Stems of verbs → frame letters: t, d, i, s."""
    return {row["stem"]: row["frame"] for row in rows("verbs")}


@cache
def fixed() -> Mapping[str, str]:
    """Words taken as they stand → part of speech."""
    return {row["form"]: row["pos"] for row in rows("words")}


@cache
def peoples() -> Mapping[str, str]:
    """Peoples, whose names are also adjectives → the code of their state."""
    return {row["people"]: row["code"] for row in rows("peoples")}


@cache
def first_names() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("first_names"))
