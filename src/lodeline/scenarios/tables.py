"""Reading this room's tables: forms and their content, lead times, homes of owners."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lodeline.supply.output import Evidence

MEASURED_AS = "content"
"""The form that the production tables count."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form in which tonnes of a commodity are told, and tonnes of what the tables count in one of it."""

    commodity: str
    name: str
    words: tuple[str, ...]
    low: float
    mid: float
    high: float
    evidence: Evidence
    source: str


def rows(table: str) -> Iterator[Mapping[str, str]]:
    text = files("lodeline.scenarios").joinpath("data", f"{table}.csv").read_text("utf-8")
    yield from csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))


@cache
def forms(commodity: str) -> tuple[Form, ...]:
    """Forms of a commodity, least content first; empty where the table knows none."""
    known = [
        Form(
            row["commodity"],
            row["form"],
            tuple(row["words"].split("|")),
            float(row["low"]),
            float(row["mid"]),
            float(row["high"]),
            row["evidence"],  # type: ignore[arg-type]
            row["source"],
        )
        for row in rows("forms")
        if row["commodity"] == commodity
    ]
    return tuple(sorted(known, key=lambda form: (form.mid, form.name)))


def told_form(commodity: str, words: str) -> Form | None:
    """The form that words name («WO3 in concentrate» is WO3); None where they leave the basis open."""
    if "not stated" in words:
        return None
    hits = [
        (found.start(), -len(word), form)
        for form in forms(commodity)
        for word in form.words
        if (found := re.search(rf"(?<![\w]){re.escape(word)}(?![\w])", words))
    ]
    return min(hits, key=lambda hit: hit[:2])[2] if hits else None


@cache
def lead_times() -> Mapping[str, int]:
    """Status of a project → years to first output, an assumption."""
    return {row["status"]: int(row["years"]) for row in rows("lead_times")}


@cache
def homes() -> Mapping[str, tuple[str, Evidence]]:
    """Owner → (alpha-3 of its home, evidence)."""
    return {row["owner"]: (row["country"], row["evidence"]) for row in rows("owners") if row["country"]}  # type: ignore[misc]
