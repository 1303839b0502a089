"""Reading the vocabulary's own tables: CSV files beside this module, `|` between several values of a cell."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from importlib.resources import files


def rows(table: str) -> Iterator[Mapping[str, str]]:
    """The rows of `data/<table>.csv`, in the order of the file; lines that begin with # are comments."""
    text = files("lodeline.vocabulary").joinpath("data", f"{table}.csv").read_text(encoding="utf-8")
    yield from csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))


def several(cell: str | None) -> tuple[str, ...]:
    """The values of a cell that holds any number of them; an empty cell holds none."""
    return tuple(value for part in (cell or "").split("|") if (value := part.strip()))
