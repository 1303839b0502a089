"""What a number that no claim uses is of: a price, a change, a grade… by the words beside it, from a table.

The rows of the table are tried in order. Where none fits, the kind of the number is told: a sum, a part, a count.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lodeline.language.values import Value
from lodeline.reports.placed import Span

ITEM = re.compile(r"(?m)^[ \t•*—–-]*(\d{1,2}(?:\.\d{1,2})*)[.)]?(?:\s|$)")
"""A number that opens a line: of an item of a list, or of a paragraph."""
PHONE = re.compile(r"\+?\d[\d ()–-]{8,16}\d")
LONG_PHONE = 10
"""Digits from which signs and digits in a row make a telephone number."""
KINDS = {
    "money": "a sum that no claim tells",
    "percent": "a part or a rate that no claim tells",
    "quantity": "an amount that no claim tells",
    "number": "a count of something that no claim tells",
}


@dataclass(frozen=True, slots=True)
class Beside:
    """A row of the table: what a number is where one of the words stands within reach of it."""

    reason: str
    kinds: frozenset[str]
    where: str
    reach: int
    words: re.Pattern[str] | None
    units: frozenset[str]


def reason_beside(text: str, span: Span, within: Span, values: Sequence[Value], language: str) -> str | None:
    """What the number at `span` is by its place on the line, or by the words of its own sentence (`within`)."""
    if is_item(text, *span):
        return "the number of an item or a paragraph"
    if is_phone(text, *span):
        return "a telephone number"
    kinds = {value.kind for value in values} or {"number"}
    sentence = text[within[0] : within[1]].casefold()
    start, stop = span[0] - within[0], span[1] - within[0]
    fitting = (row for row in rows(language) if not row.kinds or kinds & row.kinds)
    return next((row.reason for row in fitting if fits(row, sentence, start, stop, values)), None)


def kind_alone(values: Sequence[Value]) -> str:
    """What a number is by its kind, where nothing beside it tells."""
    return next((KINDS[value.kind] for value in values if value.kind in KINDS), KINDS["number"])


def fits(row: Beside, sentence: str, start: int, stop: int, values: Sequence[Value]) -> bool:
    if row.words is None:
        return any(value.quantity is not None and value.quantity.unit in row.units for value in values)
    before = sentence[max(0, start - row.reach) : start] if row.where != "after" else ""
    after = sentence[stop : stop + row.reach] if row.where in ("after", "around") else ""
    return bool(row.words.search(before) or row.words.search(after))


def is_item(text: str, start: int, stop: int) -> bool:
    line = text.rfind("\n", 0, start) + 1
    found = ITEM.match(text, line)
    return found is not None and found.start(1) <= start and stop <= found.end(1)


def is_phone(text: str, start: int, stop: int) -> bool:
    near = slice(max(0, start - 16), stop + 16)
    return any(
        found.start() + near.start <= start < found.end() + near.start
        and sum(letter.isdigit() for letter in found.group()) >= LONG_PHONE
        for found in PHONE.finditer(text[near])
    )


@cache
def rows(language: str) -> tuple[Beside, ...]:
    """The table in one language; Kazakh texts quote prices and grades in Russian words."""
    table = files("lodeline.reports").joinpath("number_reasons.csv").read_text("utf-8").splitlines()
    column = "en" if language == "en" else "ru"
    return tuple(_row(row, row[column].split("|")) for row in csv.DictReader(table))


def _row(row: dict[str, str], words: list[str]) -> Beside:
    kinds = frozenset() if row["kinds"] == "any" else frozenset(row["kinds"].split("|"))
    if row["where"] == "unit":
        return Beside(row["reason"], kinds, "unit", 0, None, frozenset(words))
    told = "|".join(r"\b" * word[:1].isalnum() + re.escape(word) for word in words)
    ending = r"\W*$" if row["where"] == "right before" else ""
    return Beside(row["reason"], kinds, row["where"], int(row["reach"]), re.compile(f"(?:{told}){ending}"), frozenset())
