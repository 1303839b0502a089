"""Reading this room's tables: forms and their content, lead times, mines that are a country's only."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lodeline.supply.output import Evidence
from lodeline.supply.projects import Project

EVIDENCE: Mapping[str, Evidence] = {"checked": "checked", "recalled": "recalled", "assumed": "assumed"}
READABLE: Mapping[str, str] = {"t/y": "", "tU/y": "U", "t concentrate/y": "concentrate"}
"""Units of a project's capacity that can be turned into content, and the form that the unit itself tells."""
ENLARGED = re.compile(r"\b(after|total|expansion|from \d)")
"""Words of a row whose capacity holds what ran before: how much of it is new is not told."""
OPEN = "not stated"
"""Words of a capacity that leave its basis open."""


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
    known = [_form(row) for row in rows("forms") if row["commodity"] == commodity]
    return tuple(sorted(known, key=lambda form: (form.mid, form.name)))


def _form(row: Mapping[str, str]) -> Form:
    low, mid, high = (float(row[bound]) for bound in ("low", "mid", "high"))
    words, evidence = tuple(row["words"].split("|")), EVIDENCE[row["evidence"]]
    return Form(row["commodity"], row["form"], words, low, mid, high, evidence, row["source"])


def told_form(commodity: str, words: str) -> Form | None:
    """The form that words name first («WO3 in concentrate» is WO3); None where they leave the basis open."""
    if OPEN in words:
        return None
    hits = [
        (found.start(), -len(word), form)
        for form in forms(commodity)
        for word in form.words
        if (found := re.search(rf"(?<!\w){re.escape(word)}(?!\w)", words))
    ]
    return min(hits, key=lambda hit: hit[:2])[2] if hits else None


def project_form(project: Project) -> str:
    """The words that tell what the tonnes of a project are of: those of its unit, else those of its row."""
    return READABLE.get(project.unit) or project.form or OPEN


def content(project: Project) -> float | None:
    """Tonnes a year of what the tables count; None where the row tells no capacity or leaves its basis open."""
    form = told_form(project.commodity, project_form(project))
    if form is None or project.capacity is None or project.unit not in READABLE:
        return None
    return project.capacity * form.mid


def is_all_new(project: Project) -> bool:
    """Whether all of the capacity adds to what runs; «added to 4900» says so, «expansion» says that part of it does."""
    words = f"{project.name} {project.form}"
    return "added" in words or not ENLARGED.search(words)


@cache
def lead_times() -> Mapping[str, int]:
    """Status of a project → years to first output, an assumption."""
    return {row["status"]: int(row["years"]) for row in rows("lead_times")}


@cache
def sole() -> Mapping[str, Evidence]:
    """Project → how sure it is that it makes all of its country's output at its stage."""
    return {row["project"]: EVIDENCE[row["evidence"]] for row in rows("sole")}
