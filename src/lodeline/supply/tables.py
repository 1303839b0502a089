"""Reading this room's tables: CSV beside this module, each row with source, evidence and flag (data/sources.csv)."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Row = Mapping[str, str]


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


@cache
def sources() -> Mapping[str, Source]:
    return {row["id"]: _source(row) for row in rows("sources")}


def _source(row: Row) -> Source:
    told = {name: row[name] for name in ("id", "owner", "title", "licence", "vintage", "address")}
    return Source(**told, is_shipped=row["shipped"] == "yes", is_relative=row["relative"] == "yes")
