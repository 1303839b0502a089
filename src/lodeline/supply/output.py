"""Who mines and refines how much: (commodity, stage) × country × year, in tonnes. What is unknown is a state, never 0.

Countries are ISO 3166-1 alpha-3. Source of the rows: data/sources.csv; made by scripts/build_supply.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from lodeline.supply.tables import Row, Source, rows, sources

Evidence = Literal["checked", "recalled", "assumed"]
Flag = Literal["reported", "estimated", "withheld"]
Why = Literal["no such mineral", "no table", "licence", "year outside", "country not listed", "withheld"]

STAGES = ("mining", "refining", "smelting", "conversion", "enrichment")
WORLD, OTHERS = "WLD", "OTH"
NOT_SUMMED = frozenset({"enrichment"})
"""Stages told in units of work (SWU), which are no mass: shares only."""
ROUNDING = 0.03
"""Part of the world by which the countries may differ from the printed total because both are rounded."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Tonnes of one country or of the world. `value` is None where the source withholds it; never 0 for unknown.

    `low` and `high` bound it: an assumption of the table, ±5 % for reported and ±20 % for estimated figures.
    """

    country: str
    value: float | None
    low: float
    high: float
    flag: Flag
    evidence: Evidence
    source: Source
    note: str


@dataclass(frozen=True, slots=True)
class Absent:
    """No figure, and why."""

    why: Why
    reason: str


@dataclass(frozen=True, slots=True)
class Output:
    """World output of one commodity at one stage in one year. `countries` from the largest down, without the rest."""

    commodity: str
    stage: str
    form: str
    year: int
    world: Figure | None
    countries: tuple[Figure, ...]
    others: Figure | None

    @property
    def listed(self) -> float:
        """Sum of what is told by country, the rest of the world included, in tonnes."""
        told = [f.value for f in (*self.countries, self.others) if f is not None and f.value is not None]
        return sum(told)

    @property
    def whole(self) -> float:
        """What parts are taken of, in tonnes: the printed world total, or the countries' sum where that is more."""
        printed = self.world.value if self.world is not None and self.world.value is not None else 0.0
        return max(printed, self.listed)

    @property
    def gap(self) -> float | None:
        """(world − sum of countries) / world; positive where countries are missing. None without a printed total."""
        if self.world is None or not self.world.value:
            return None
        return (self.world.value - self.listed) / self.world.value

    @property
    def is_relative(self) -> bool:
        """True where only shares are sound, not tonnes."""
        return self.stage in NOT_SUMMED or any(f.source.is_relative for f in self.countries)

    @property
    def figures(self) -> tuple[Figure, ...]:
        return (*self.countries, *([self.others] if self.others else []), *([self.world] if self.world else []))

    def of(self, country: str) -> Figure | Absent:
        """One country's figure; a country that is not listed is unknown, not zero."""
        found = next((f for f in self.countries if f.country == country), None)
        if found is None:
            return Absent(
                "country not listed", f"{self.told} lists no {country}: it may be among the others, or nothing"
            )
        if found.value is None:
            return Absent("withheld", f"{found.source.name} withholds the figure of {country}")
        return found

    @property
    def told(self) -> str:
        return f"{self.commodity}, {self.stage}, {self.year}"


def output(commodity: str, stage: str, year: int | None = None) -> Output | Absent:
    """World output, by default of the newest year; `Absent` with the reason where the tables have none."""
    years = _by_year().get((commodity, stage))
    if years is None:
        return _no_table(commodity, stage)
    wanted = max(years) if year is None else year
    if wanted not in years:
        have = ", ".join(map(str, sorted(years)))
        return Absent("year outside", f"{commodity}, {stage}: the table has {have}, not {wanted}")
    return years[wanted]


def newest(commodity: str) -> Iterator[Output]:
    """The newest year of every stage that the tables have, in the order of the chain."""
    for stage in STAGES:
        found = output(commodity, stage)
        if isinstance(found, Output):
            yield found


def commodities() -> tuple[str, ...]:
    """All commodities with a table at some stage, by name."""
    return tuple(sorted({commodity for commodity, _ in _by_year()}))


def left_out(commodity: str) -> Iterator[tuple[str, int, Source]]:
    """(stage, year, source) of tables that exist but may not be shipped."""
    for row in rows("left_out"):
        if row["commodity"] == commodity:
            yield row["stage"], int(row["year"]), sources()[row["source"]]


def _no_table(commodity: str, stage: str) -> Absent:
    kept_out = [(year, source) for at, year, source in left_out(commodity) if at == stage]
    if kept_out:
        year, source = kept_out[-1]
        known = f"{source.owner} has figures for {year} ({source.title}; {source.licence})"
        return Absent("licence", f"{commodity}, {stage}: {known}; without a verified licence they are not shipped")
    if not any(known == commodity for known, _ in _by_year()) and not list(left_out(commodity)):
        return Absent("no such mineral", f"no table of {commodity}")
    return Absent("no table", f"{commodity}: no table of {stage}")


@cache
def _by_year() -> Mapping[tuple[str, str], Mapping[int, Output]]:
    grouped: dict[tuple[str, str, int], list[Row]] = {}
    for row in rows("production"):
        grouped.setdefault((row["commodity"], row["stage"], int(row["year"])), []).append(row)
    found: dict[tuple[str, str], dict[int, Output]] = {}
    for (commodity, stage, year), group in grouped.items():
        found.setdefault((commodity, stage), {})[year] = _output(group, year)
    return found


def _output(group: list[Row], year: int) -> Output:
    figures = [_figure(row) for row in group]
    named = [f for f in figures if f.country not in (WORLD, OTHERS)]
    named.sort(key=lambda f: (-(f.value or 0.0), f.country))
    return Output(
        commodity=group[0]["commodity"],
        stage=group[0]["stage"],
        form=group[0]["form"],
        year=year,
        world=next((f for f in figures if f.country == WORLD), None),
        countries=tuple(named),
        others=next((f for f in figures if f.country == OTHERS), None),
    )


def _figure(row: Row) -> Figure:
    withheld = row["flag"] == "withheld" or not row["value_t"]
    return Figure(
        country=row["country"],
        value=None if withheld else float(row["value_t"]),
        low=float(row["low_t"] or 0),
        high=float(row["high_t"] or 0),
        flag=row["flag"],  # type: ignore[arg-type]
        evidence=row["evidence"],  # type: ignore[arg-type]
        source=sources()[row["source"]],
        note=row["note"],
    )
