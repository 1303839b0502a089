"""Cells of the CSV export are text for a spreadsheet, whatever the news says."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lodeline.reports.exports.spreadsheet import COLUMNS, FORMULA_STARTS, entries_csv, safe


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+7 700", "'+7 700"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "'  =1"),
        ("\t=1", "' =1"),
        ("＝1", "'＝1"),
        ("copper", "copper"),
        ("5 = 5", "5 = 5"),
        ("two\nlines", "two lines"),
        ("", ""),
    ],
)
def test_a_cell_that_begins_like_a_formula_gets_an_apostrophe(cell: str, shown: str) -> None:
    assert safe(cell) == shown


@given(st.text())
def test_no_cell_begins_like_a_formula_or_breaks_its_line(cell: str) -> None:
    made = safe(cell)
    assert not made.lstrip().startswith(FORMULA_STARTS)
    assert all(character.isprintable() for character in made)


def test_an_empty_ledger_is_a_table_with_its_heads_alone() -> None:
    assert list(csv.reader(io.StringIO(entries_csv(())))) == [[head for head, _ in COLUMNS]]
