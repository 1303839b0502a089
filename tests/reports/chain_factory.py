"""One small invented supply chapter, built by hand, and entries from which another is computed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from report_factory import BRIEF_ID, TODAY, VENTURE, VENTURE_ENTRY, entry

from lodeline.claims.claim import Claim
from lodeline.ledger.commitment import Entry, Evidence, PartyEntry
from lodeline.reports.chain_pages import (
    Chapter,
    CheckRow,
    ForceRow,
    FutureRow,
    InputRow,
    LineChart,
    OutlookShown,
    Part,
    Series,
    ShareBar,
    SupplyChart,
)
from lodeline.vocabulary.quantities import Quantity

HOSTILE = "<script>alert(1)</script> | *x* [y](http://z)"
CHECK = CheckRow("Share: Nowhere; 70 %", "68–72 %", "70 % (65–74 %)", "supported", "lies within", "e-share")
FORCE = ForceRow("Restriction: Nowhere", "suspended", "from 2031-01-01", ("XX-1 (ban): in force",), "e-ban")
BARS = (ShareBar("China", 65.0, 70.0, 75.0, 700.0), ShareBar("all others", 30.0, 30.0, 30.0, None))
SUPPLY = SupplyChart("Tin: mining by country, 2030", "percent of the world (Sn)", BARS, ("World: 1 000 t",), "A Survey")


def line(name: str, group: str, future: str, values: tuple[float, ...]) -> Series:
    return Series(name, group, future, tuple((2030 + 5 * at, value) for at, value in enumerate(values)))


NOBODY = line("", "nobody", "nobody", (70, 70, 70))
METAL, ORE = line("metal", "as told", "as told", (70, 62, 60)), line("ore", "as told", "as told", (70, 67, 66))
RIVALS = line("metal", "Japan", "rival", (70, 70, 69.95)), line("ore", "Japan", "rival", (70, 70, 69.98))
CHART = LineChart("Controlled from China", "control", (NOBODY, METAL, ORE, *RIVALS))


def future(name: str, kind: str, reading: str, percents: tuple[float, float]) -> FutureRow:
    place, control = percents
    parts = (Part("place", "China", 10 * place, place), Part("control", "China", 10 * control, control))
    return FutureRow(name, kind, reading, 1000.0, parts)


OUTLOOK = OutlookShown(
    title="Tin: mining to 2040",
    commitment=HOSTILE,
    anchor="e-venture",
    invented=True,
    summary=("Adds 200 t a year", HOSTILE),
    charts=(LineChart("Mined in China", "place", (NOBODY, METAL, ORE)), CHART),
    futures=(("nobody", "nobody builds it"), ("as told", "built as told"), ("rival", "Japan builds it")),
    year=2040,
    rows=(
        future("nobody builds it", "nobody", "", (70, 70)),
        future("built as told (ore)", "as told", "ore", (66, 62.04)),
        future("Japan builds it (ore)", "rival", "ore", (66, 66)),
    ),
    inputs=(InputRow("capacity", "200 t", "assumed", HOSTILE, True), InputRow("base", "1 t", "checked", "x", False)),
    unsure=("1 of 2 inputs (50 %) are recalled or assumed",),
    source="A Survey",
)
CHAPTER = Chapter("2031-09-01", (CHECK,), (FORCE,), (SUPPLY,), (OUTLOOK,), ((HOSTILE, "mining: no tonnes"),))
EMPTY = Chapter("2031-09-01", (), (), (), (), ())


def mine(name: str = "Tin venture", **changes: Any) -> Entry:
    """A venture that the news tell whole, over the shipped table of tungsten: 10 000 t of concentrate from 2034."""
    told: Claim = replace(
        VENTURE, kind="project", quantity=Quantity(Decimal(10000), "t/year", form="concentrate"), date="2034"
    )
    owners = (("France", Decimal(60)), ("Chile", Decimal(40)))
    slots: dict[str, Any] = {
        "kind": "joint_venture",
        "assets": ("Lantern Hill",),
        "parties": tuple(PartyEntry(each, each, "partner", share, (each,)) for each, share in owners),
        "commodities": ("tungsten",),
        "places": ("CL",),
        "quantities": (told.quantity,),
        "evidence": (
            Evidence(BRIEF_ID, "lantern", "2031-03-05", told.start, told.stop, told.evidence, told.id, invented=True),
        ),
    }
    return entry(name, told, **(slots | changes))


__all__ = ["CHAPTER", "EMPTY", "HOSTILE", "OUTLOOK", "TODAY", "VENTURE_ENTRY", "mine"]
