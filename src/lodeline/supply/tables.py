"""Reading this room's tables: CSV beside this module, each row with source, evidence and flag (data/sources.csv)."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeVar

Row = Mapping[str, str]
Word = TypeVar("Word", bound=str)


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures come from, and on what terms they are shown."""

    id: str
    owner: str
    title: str
    licence: str
    vintage: str
    address: str
    is_shipped: bool
    is_relative: bool
    """True where only shares are sound: the tonnes beside them are a scale that somebody assumed."""

    @property
    def name(self) -> str:
        return f"{self.owner}, {self.title} ({self.vintage})"


def rows(table: str) -> Iterator[Row]:
    """Rows of `data/<table>.csv` in the order of the file; lines that begin with # are comments."""
    text = files("lodeline.supply").joinpath("data", f"{table}.csv").read_text("utf-8")
    yield from csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))


@cache
def packed_lines(table: str) -> tuple[str, ...]:
    """Lines of `data/<table>.csv.gz` without the heads; large tables are parsed only where they are asked for."""
    raw = files("lodeline.supply").joinpath("data", f"{table}.csv.gz").read_bytes()
    return tuple(gzip.decompress(raw).decode().splitlines()[1:])


def one_of(known: tuple[Word, ...], cell: str) -> Word:
    """The cell, which must be one of a column's words: a typing error in a table is met when it is read."""
    for word in known:
        if word == cell:
            return word
    raise ValueError(f"{cell!r} is none of {', '.join(known)}")


def several(cell: str) -> tuple[str, ...]:
    """Parts of a cell, which semicolons separate: a comma belongs to a part."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


@cache
def sources() -> Mapping[str, Source]:
    return {row["id"]: _source(row) for row in rows("sources")}


def _source(row: Row) -> Source:
    told = {name: row[name] for name in ("id", "owner", "title", "licence", "vintage", "address")}
    return Source(**told, is_shipped=row["shipped"] == "yes", is_relative=row["relative"] == "yes")
