"""Small builders of invented figures, tables and measures for the tests of supply."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lodeline.supply.measures import Measure
from lodeline.supply.output import OTHERS, WORLD, Figure, Flag, Output
from lodeline.supply.ranges import Range
from lodeline.supply.tables import Source

SOURCE = Source("invented", "Nobody", "Invented", "invented", "2030", "", True, False)


def figure(country: str, tonnes: float | None, band: float = 0.0, flag: Flag = "estimated") -> Figure:
    told = None if tonnes is None else Range(tonnes * (1 - band), tonnes, tonnes * (1 + band))
    return Figure(country, told, "withheld" if told is None else flag, "checked", SOURCE, "")


def table(
    world: float | None, countries: dict[str, float | None], others: float | None = None, band: float = 0.0
) -> Output:
    named = sorted((figure(c, t, band) for c, t in countries.items()), key=lambda f: (-(f.value or 0.0), f.country))
    return Output(
        commodity="copper",
        stage="mining",
        form="invented",
        year=2030,
        world=None if world is None else figure(WORLD, world, band),
        countries=tuple(named),
        others=None if others is None else figure(OTHERS, others, band),
    )


def relative(made: Output) -> Output:
    """The same table from a source of which only shares are sound."""
    source = replace(SOURCE, is_relative=True)
    return replace(made, countries=tuple(replace(f, source=source) for f in made.countries))


def measure(name: str, **slots: Any) -> Measure:
    usual: dict[str, Any] = {
        "id": name,
        "implementer": "XKX",
        "targets": ("all",),
        "commodities": ("copper",),
        "kind": "Export ban",
        "action": "impose",
        "announced": None,
        "begins": "2030-03-01",
        "ends": None,
        "unknown_after": None,
        "displaces": (),
        "magnitude": "",
        "address": "",
        "evidence": "checked",
    }
    return Measure(**(usual | slots))
