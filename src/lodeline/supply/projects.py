"""Mines and plants, running or planned: where, what, how much, whose (data/projects.csv; each with a date and a link).

A row that is only recalled may lack the link.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lodeline.supply.output import EVIDENCE, Evidence
from lodeline.supply.tables import Row, one_of, rows, several

NOBODY = re.compile(r"(not checked|private|state offer|state geological study|state and private licence)\b")
"""What the column of owners says where it names none."""
NO_OWNER = re.compile(r"(earlier|former)\b|.*\b(claims|loan)\b")
"""Parts of the column that tell of former owners, claimants and lenders."""
OWNER = re.compile(r"(?P<name>.+?)(?:\s+(?P<percent>\d+(?:\.\d+)?)[+-]?)?(?P<beside>,.*)?")


@dataclass(frozen=True, slots=True)
class Owner:
    """Who holds a part; `beside` is what the row adds: who stands behind, what is uncertain."""

    name: str
    percent: float | None
    """None where the row does not tell."""
    beside: str = ""


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
    latitude: float | None = None
    """Degrees, WGS 84; None where the row tells no point."""
    longitude: float | None = None
    precision: str = ""
    """How exact the point is: site, area, district, region…, as the row says."""

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
        aliases=several(row["aliases"]),
        country=row["country"],
        commodity=row["commodity"],
        stage=row["stage_of_chain"],
        capacity=float(row["capacity_value"]) if row["capacity_value"] else None,
        unit=row["capacity_unit"],
        form=row["capacity_form"],
        owners=owners(row["owners"]),
        status=row["status"],
        start=row["announced_start"] or None,
        address=row["source_url"],
        as_of=row["as_of"],
        evidence=one_of(EVIDENCE, row["evidence"]),
        latitude=float(row["lat"]) if row["lat"] else None,
        longitude=float(row["lon"]) if row["lon"] else None,
        precision=row["geo_precision"],
    )


def owners(cell: str) -> tuple[Owner, ...]:
    """`Some Mining 70;Others (who stands behind) 30`; empty where the row names nobody."""
    return tuple(_owner(told) for told in several(cell) if not NOBODY.match(told) and not NO_OWNER.match(told))


def _owner(told: str) -> Owner:
    behind = re.findall(r"\(([^)]{0,200})\)", told)
    found = OWNER.fullmatch(" ".join(re.sub(r"\([^)]{0,200}\)", " ", told).split()).replace(" ,", ","))
    if found is None:
        raise ValueError(f"{told!r} is no owner")
    percent = float(found["percent"]) if found["percent"] else None
    beside = [*behind, *([found["beside"].lstrip(", ")] if found["beside"] else [])]
    return Owner(found["name"], percent, "; ".join(beside))
