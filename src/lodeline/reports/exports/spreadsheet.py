"""The ledger as CSV for spreadsheets: one row an entry, every cell safe to open.

A spreadsheet runs a cell that begins like a formula; texts come from outside, so such cells get a leading apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable

from lodeline.ledger.commitment import AmountEntry, Entry
from lodeline.ledger.views import clip, number
from lodeline.vocabulary.quantities import Quantity

FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""First characters that spreadsheets take for a formula, full-width ones too; blanks before them do not help."""
BETWEEN = "; "


def entries_csv(entries: Iterable[Entry]) -> str:
    """All entries sorted by book and id; unknown values are empty cells, never 0."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([head for head, _ in COLUMNS])
    for entry in sorted(entries, key=lambda each: (each.book, each.id)):
        writer.writerow([safe(cell(entry)) for _, cell in COLUMNS])
    return out.getvalue()


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; control characters become spaces."""
    line = "".join(each if each.isprintable() else " " for each in cell)
    return f"'{line}" if line.lstrip().startswith(FORMULA_STARTS) else line


def _joined(values: Iterable[str]) -> str:
    return BETWEEN.join(values)


def _parties(entry: Entry) -> str:
    return _joined(f"{party.role}: {party.name}" for party in entry.parties)


def _shares(entry: Entry) -> str:
    return _joined(f"{party.name}: {number(party.share)} %" for party in entry.parties if party.share is not None)


def amount_words(amount: AmountEntry) -> str:
    money = amount.money
    top = "" if money.value_max is None else f"-{number(money.value_max)}"
    told = f"{number(money.value)}{top} {money.currency or '(currency not stated)'} {amount.kind}"
    return told if money.qualifier == "exact" else f"{money.qualifier} {told}"


def _quantity(quantity: Quantity) -> str:
    top = "" if quantity.value_max is None else f"-{number(quantity.value_max)}"
    told = f"{number(quantity.value)}{top} {quantity.unit} {quantity.form or ''}".strip()
    return told if quantity.qualifier == "exact" else f"{quantity.qualifier} {told}"


def _counted(entry: Entry) -> str:
    return _joined(amount_words(amount) for amount in entry.amounts if amount.counts)


def _quotes(entry: Entry) -> str:
    return clip(" | ".join(each.quote for each in entry.evidence))


def _invented(entry: Entry) -> str:
    return "INVENTED" if any(each.invented for each in entry.evidence) else ""


COLUMNS: tuple[tuple[str, Callable[[Entry], str]], ...] = (
    ("id", lambda entry: entry.id),
    ("book", lambda entry: entry.book),
    ("kind", lambda entry: entry.kind),
    ("title", lambda entry: entry.title),
    ("stage", lambda entry: entry.stage or ""),
    ("bindingness", lambda entry: entry.bindingness or ""),
    ("date", lambda entry: entry.date or ""),
    ("parties", _parties),
    ("shares", _shares),
    ("amounts", lambda entry: _joined(map(amount_words, entry.amounts))),
    ("amounts_in_totals", _counted),
    ("quantities", lambda entry: _joined(map(_quantity, entry.quantities))),
    ("commodities", lambda entry: _joined(entry.commodities)),
    ("assets", lambda entry: _joined(entry.assets)),
    ("places", lambda entry: _joined(entry.places)),
    ("conditions", lambda entry: _joined(entry.conditions)),
    ("conflicts", lambda entry: _joined(f"{each.slot}: {each.shown}" for each in entry.conflicts)),
    ("sources", lambda entry: _joined(dict.fromkeys(each.name for each in entry.evidence))),
    ("quotes", _quotes),
    ("invented", _invented),
    ("reviewed", lambda _: "unreviewed"),
)
