"""Who mines and refines how much, and who holds the reserves: (commodity, stage) × country × year, in tonnes.

What is unknown is a state, never 0. Countries are ISO 3166-1 alpha-3. Source of the rows: data/sources.csv; made by
scripts/build_supply.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from lodeline.supply.ranges import Range
from lodeline.supply.tables import Row, Source, one_of, rows, sources
from lodeline.vocabulary.materials import material, material_named, within

Evidence = Literal["checked", "recalled", "assumed"]
EVIDENCE: tuple[Evidence, ...] = ("checked", "recalled", "assumed")
Flag = Literal["reported", "estimated", "withheld"]
FLAGS: tuple[Flag, ...] = ("reported", "estimated", "withheld")
Why = Literal[
    "no such mineral",
    "no table",
    "licence",
    "year outside",
    "country not listed",
    "withheld",
    "no total",
    "no trade",
    "net exporter",
]

STAGES = ("mining", "refining", "smelting", "conversion", "enrichment", "reserves")
"""In the order of the chain; reserves are a stock and stand at the end."""
WORLD, OTHERS = "WLD", "OTH"
UNION = "EUR"
"""The European Union, which the vocabulary treats as a party of its own."""
NOT_SUMMED = frozenset({"enrichment"})
"""Stages told in units of work (SWU), which are no mass: shares only."""
DIGITS: Mapping[Flag, int] = {"reported": 3, "estimated": 2, "withheld": 0}
"""Significant digits to which figures are printed at least."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Tonnes of one country or of the world; `tonnes` is None where the source withholds them, never 0 for unknown.

    The bounds of `tonnes` are an assumption of the table: ±5 % for reported and ±20 % for estimated figures.
    """

    country: str
    tonnes: Range | None
    flag: Flag
    evidence: Evidence
    source: Source
    note: str

    @property
    def value(self) -> float | None:
        return None if self.tonnes is None else self.tonnes.mid

    @property
    def half_place(self) -> float:
        """Half a unit of the last place that the source prints, in tonnes: 500 for 85 000 to two digits."""
        if not self.value:
            return 0.0
        number = Decimal(repr(self.value)).normalize()
        shown = number.adjusted() - DIGITS[self.flag] + 1
        return float(Decimal(5).scaleb(min(int(number.as_tuple().exponent), shown) - 1))


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
        return sum(f.value for f in (*self.countries, self.others) if f is not None and f.value is not None)

    @property
    def printed(self) -> float | None:
        """The world total as the source prints it, in tonnes."""
        return None if self.world is None else self.world.value

    @property
    def whole(self) -> float:
        """What parts are taken of, in tonnes: the printed world total, or the countries' sum where rounding makes that
        more. 0 where the source prints no total: its countries are then no whole (other forms, others unknown)."""
        return max(self.printed, self.listed) if self.printed else 0.0

    @property
    def gap(self) -> float | None:
        """(world − sum of countries) / world; positive where countries are missing. None without a printed total."""
        return (self.printed - self.listed) / self.printed if self.printed else None

    @property
    def rounding(self) -> float:
        """By how many tonnes sum and printed total may differ because each figure is rounded."""
        return sum(figure.half_place for figure in self.figures)

    @property
    def adds_up(self) -> bool:
        """Whether countries and printed total agree within rounding."""
        return self.printed is not None and abs(self.printed - self.listed) <= self.rounding

    @property
    def is_relative(self) -> bool:
        """True where only shares are sound, not tonnes."""
        return self.stage in NOT_SUMMED or any(f.source.is_relative for f in self.countries)

    @property
    def withheld(self) -> tuple[str, ...]:
        """Countries whose figure the source withholds; its world total leaves them out."""
        return tuple(figure.country for figure in self.countries if figure.tonnes is None)

    @property
    def figures(self) -> tuple[Figure, ...]:
        return (*self.countries, *([self.others] if self.others else []), *([self.world] if self.world else []))

    def of(self, country: str) -> Figure | Absent:
        """One country's figure; a country that is not listed is unknown, not zero."""
        found = next((f for f in self.countries if f.country == country), None)
        if found is not None and found.tonnes is None:
            return Absent("withheld", f"{found.source.name} withholds the figure of {country}")
        if found is not None:
            return found
        if country == UNION:
            return Absent("country not listed", f"{self.told}: the table tells states, not the European Union")
        if not self.countries:
            return Absent("country not listed", f"{self.told}: only the world total is told, no country")
        return Absent("country not listed", f"{self.told} lists no {country}: it may be among the others, or nothing")

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


def table_years(commodity: str, stage: str) -> tuple[int, ...]:
    """Years that the tables have, ascending; empty where there is no table."""
    return tuple(sorted(_by_year().get((commodity, stage), ())))


def newest(commodity: str) -> Iterator[Output]:
    """The newest year of every stage that the tables have, in the order of the chain."""
    for stage in STAGES:
        found = output(commodity, stage)
        if isinstance(found, Output):
            yield found


def commodities() -> tuple[str, ...]:
    """All commodities with a table at some stage, by name."""
    return tuple(sorted({commodity for commodity, _ in _by_year()}))


def parts_of(commodity: str) -> tuple[str, ...]:
    """Commodities with a table that are forms or parts of this one: titanium sponge of titanium."""
    return tuple(each for each in commodities() if each != commodity and commodity in _above(each))


def _above(commodity: str) -> tuple[str, ...]:
    named = material_named(commodity)
    return within(named.key) if named else ()


def left_out(commodity: str) -> Iterator[tuple[str, int, Source]]:
    """(stage, year, source) of tables that exist but may not be shipped."""
    for row in rows("left_out"):
        if row["commodity"] == commodity:
            yield row["stage"], int(row["year"]), sources()[row["source"]]


def _no_table(commodity: str, stage: str) -> Absent:
    kept_out = [(year, source) for at, year, source in left_out(commodity) if at == stage]
    if kept_out:
        year, source = max(kept_out, key=lambda each: each[0])
        known = f"figures for {year} exist ({source.owner}: {source.title}; licence: {source.licence})"
        return Absent("licence", f"{commodity}, {stage}: {known}; without a verified licence they are not shipped")
    known_names = {name for name, _ in _by_year()} | {row["commodity"] for row in rows("left_out")}
    if commodity not in known_names and material(commodity) is None:
        return Absent("no such mineral", f"{commodity}: no such mineral")
    return Absent("no table", f"{commodity}: no table of {stage}")


@cache
def _by_year() -> Mapping[tuple[str, str], Mapping[int, Output]]:
    grouped: dict[tuple[str, str, int], list[Row]] = {}
    for row in (*rows("production"), *rows("reserves")):
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
    flag = one_of(FLAGS, row["flag"])
    told = None if flag == "withheld" else Range(*(float(row[slot]) for slot in ("low_t", "value_t", "high_t")))
    return Figure(
        country=row["country"],
        tonnes=told,
        flag=flag,
        evidence=one_of(EVIDENCE, row["evidence"]),
        source=sources()[row["source"]],
        note=row["note"],
    )
