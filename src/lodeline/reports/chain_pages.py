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
    """A country's part of world output in percent, and the range that the table leaves; tonnes where sound."""

    name: str
    low_percent: float
    percent: float
    high_percent: float
    tonnes: float | None


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
    """One line of a chart: value by year. `future`: nobody, as told or rival."""

    name: str
    """Tells it apart from other lines of its future: the reading."""
    group: str
    """Short name of its future."""
    future: str
    points: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class LineChart:
    """One state's part of world output over the years, by place or by control, in percent."""

    title: str
    by: str
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One state's part of world output in one future. `by`: place or control."""

    by: str
    state: str
    tonnes: float
    percent_of_world: float


@dataclass(frozen=True, slots=True)
class FutureRow:
    """One future in one year. All rows tell the parts of the same states in the same order."""

    name: str
    future: str
    reading: str
    world_tonnes: float
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class InputRow:
    name: str
    value: str
    evidence: str
    source: str
    carries: bool
    """True where the difference between the futures stands on it."""


@dataclass(frozen=True, slots=True)
class OutlookShown:
    """What one commitment would change: the statement in words, a chart a state, a table, and every input."""

    title: str
    commitment: str
    anchor: str
    invented: bool
    summary: tuple[str, ...]
    charts: tuple[LineChart, ...]
    futures: tuple[tuple[str, str], ...]
    """(key, name for people) of the futures, in the order in which they are told."""
    year: int
    rows: tuple[FutureRow, ...]
    inputs: tuple[InputRow, ...]
    unsure: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """All of it; empty parts are left out by the renderers. `silent`: what could not be computed, with why."""

    today: str
    checks: tuple[CheckRow, ...]
    forces: tuple[ForceRow, ...]
    supplies: tuple[SupplyChart, ...]
    outlooks: tuple[OutlookShown, ...]
    silent: tuple[tuple[str, str], ...]
