"""The vocabulary's tables: every row is whole, and every table has its source."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from lodeline.vocabulary.tables import rows, several

DATA = files("lodeline.vocabulary").joinpath("data")
TABLES = sorted(path.name.removesuffix(".csv") for path in DATA.iterdir() if path.name.endswith(".csv"))


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_as_many_cells_as_the_head(table: str) -> None:
    lines = [line for line in DATA.joinpath(f"{table}.csv").read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    head, *body = csv.reader(lines)
    assert [row for row in body if len(row) != len(head)] == []
    assert body


@pytest.mark.parametrize("table", [table for table in TABLES if table != "SOURCES"])
def test_every_table_has_a_source_with_owner_and_licence(table: str) -> None:
    listed = {row["table"]: row for row in rows("SOURCES")}
    assert listed[f"{table}.csv"]["owner"]
    assert listed[f"{table}.csv"]["licence"]


@pytest.mark.parametrize("table", ["countries", "materials", "regions", "institutions", "divisions", "cities", "terms"])
def test_names_are_written_with_e_for_yo_and_without_loose_spaces(table: str) -> None:
    text = DATA.joinpath(f"{table}.csv").read_text(encoding="utf-8")
    body = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    assert "ё" not in body.lower()
    assert "| " not in body
    assert " |" not in body


def test_a_cell_of_several_values_is_cut_at_bars_and_an_empty_one_holds_none() -> None:
    assert several("a| b |c") == ("a", "b", "c")
    assert several("") == several(None) == ()
