"""The chapter "What it changes in supply" as a page model: checks, measures, who makes what, outlooks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A share that a text claims beside the table's; all cells as text, `verdict` one of four words."""

    claim: str
    told: str
    table: str
    verdict: str
    reason: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ForceRow:
    """A restriction of the ledger on the page's day; `table`: rows of the measures table that may be it."""

    title: str
    force: str
    reason: str
    table: tuple[str, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class ShareBar:
    """A country's part of world output in percent, with the range that the table leaves."""

    name: str
    low: float
    percent: float
    high: float
    tonnes: str


@dataclass(frozen=True, slots=True)
class SupplyChart:
    """Parts of world output of one commodity, stage and year; `notes`: what is missing, how concentrated."""

    title: str
    unit: str
    bars: tuple[ShareBar, ...]
    notes: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Series:
    """One line of a chart: value by year. `kind` tells how it is drawn: without, with or rival."""

    name: str
    kind: str
    points: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class LineChart:
    """Lines over years on one axis from 0 or from a round value below the least."""

    title: str
    unit: str
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class FutureRow:
    """One future in one year: world output, and the leading parts by place and by control, as text."""

    future: str
    world: str
    place: tuple[str, ...]
    control: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InputRow:
    name: str
    value: str
    evidence: str
    source: str


@dataclass(frozen=True, slots=True)
class OutlookShown:
    """What one commitment would change: the statement in words, two charts, a table, and every input."""

    title: str
    anchor: str
    summary: tuple[str, ...]
    charts: tuple[LineChart, ...]
    year: int
    rows: tuple[FutureRow, ...]
    inputs: tuple[InputRow, ...]
    unsure: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """All of it; empty parts are left out by the renderers. `silent`: what could not be computed, with why."""

    today: str
    checks: tuple[CheckRow, ...]
    forces: tuple[ForceRow, ...]
    supplies: tuple[SupplyChart, ...]
    outlooks: tuple[OutlookShown, ...]
    silent: tuple[tuple[str, str], ...]
