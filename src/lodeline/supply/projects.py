"""Mines and plants, running or planned: where, what, how much, whose (data/projects.csv, a link and a date per row)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lodeline.supply.output import Evidence
from lodeline.supply.tables import Row, rows

RUNNING = frozenset({"production", "commissioning"})


@dataclass(frozen=True, slots=True)
class Owner:
    name: str
    percent: float | None
    """None where the row does not tell."""


@dataclass(frozen=True, slots=True)
class Project:
    """One mine or plant. `capacity` in the row's own unit and form: never read it without both."""

    id: str
    name: str
    aliases: tuple[str, ...]
    country: str
    commodity: str
    stage: str
    capacity: float | None
    unit: str
    form: str
    owners: tuple[Owner, ...]
    status: str
    start: str | None
    """Announced start: a year or a month, as precise as the source."""
    address: str
    as_of: str
    evidence: Evidence

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@cache
def projects() -> tuple[Project, ...]:
    return tuple(map(_project, rows("projects")))


def of_commodity(commodity: str) -> tuple[Project, ...]:
    return tuple(project for project in projects() if project.commodity == commodity)


def _project(row: Row) -> Project:
    return Project(
        id=row["id"],
        name=row["name"],
        aliases=tuple(part.strip() for part in re.split("[;,]", row["aliases"]) if part.strip()),
        country=row["country"],
        commodity=row["commodity"],
        stage=row["stage_of_chain"],
        capacity=float(row["capacity_value"]) if row["capacity_value"] else None,
        unit=row["capacity_unit"],
        form=row["capacity_form"],
        owners=tuple(map(_owner, filter(None, row["owners"].split(";")))),
        status=row["status"],
        start=row["announced_start"] or None,
        address=row["source_url"],
        as_of=row["as_of"],
        evidence=row["evidence"],  # type: ignore[arg-type]
    )


def _owner(told: str) -> Owner:
    """`Some Mining 70` or `Some Mining 100 (others behind it)`."""
    found = re.match(r"\s*(.*?)\s+(\d+(?:\.\d+)?)\s*(?:\(|$)", told)
    return Owner(found[1], float(found[2])) if found else Owner(told.strip(), None)
