"""An invented world for the tests of scenarios: one small table, four projects, and entries of a ledger.

Tungsten stands for any mineral whose forms are known. Owners are called by names of states, so that homes are known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from lodeline.claims.claim import Claim, ClaimId, Kind
from lodeline.documents.document import DocumentId
from lodeline.ledger.commitment import Entry, EntryId, Evidence, Link, PartyEntry
from lodeline.scenarios.outlook import Outlook, outlook
from lodeline.scenarios.plans import Plan, plans
from lodeline.scenarios.pledge import NoPledge, Pledge, pledge
from lodeline.supply.output import Absent, Figure, Output
from lodeline.supply.projects import Owner, Project
from lodeline.supply.ranges import Range
from lodeline.supply.tables import Source
from lodeline.vocabulary.quantities import Quantity

THIS_YEAR = 2031
SOURCE = Source("inv", "Invented Survey", "Yearbook", "CC0", "2031", "https://example.org", True, False)


def figure(country: str, tonnes: float | None) -> Figure:
    told = None if tonnes is None else Range(tonnes, tonnes, tonnes)
    return Figure(country, told, "withheld" if tonnes is None else "reported", "checked", SOURCE, "")


def table(**changes: Any) -> Output:
    """1000 t in 2030: 800 in China, 100 in Kazakhstan, 60 in Australia, 40 in countries that are not told."""
    countries = (figure("CHN", 800), figure("KAZ", 100), figure("AUS", 60))
    base = Output("tungsten", "mining", "W content", 2030, figure("WLD", 1000), countries, figure("OTH", 40))
    return replace(base, **changes)


def project(name: str, country: str, status: str, owners: Sequence[Owner] = (), **changes: Any) -> Project:
    base = Project(
        id=name,
        name=name,
        aliases=(),
        country=country,
        commodity="tungsten",
        stage="mining",
        capacity=None,
        unit="t/y",
        form="W",
        owners=tuple(owners),
        status=status,
        start=None,
        address="https://example.org/projects",
        as_of="2031",
        evidence="checked",
    )
    return replace(base, **changes)


FOX = project("Fox Hill", "KAZ", "production", [Owner("China", 50), Owner("Kazakhstan", 50)], capacity=60.0)
HARE = project("Hare Creek", "AUS", "construction", [Owner("Japan", 100)], capacity=40.0, start="2032-05")
OWNERS = [Owner("United States", 70), Owner("Kazakhstan", 20)]
OWL = project("Owl Rock", "KAZ", "dfs", OWNERS, capacity=200.0, start="2033")
"""10 percent of it have no owner."""
NEAR = project("Owl Rock Near", "KAZ", "exploration", OWNERS)


class Tables:
    """What the tests put in place of the shipped tables."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.patch = patch
        self.set(table())
        self.projects(FOX, HARE, OWL)

    def set(self, made: Output | Absent) -> None:
        self.patch.setattr("lodeline.scenarios.outlook.output", lambda *_: made)

    def projects(self, *shown: Project) -> None:
        self.patch.setattr("lodeline.scenarios.outlook.of_commodity", lambda _: shown)
        self.patch.setattr("lodeline.assessment.matching.projects", lambda: shown)


def party(name: str, role: str = "partner", share: float | None = None) -> PartyEntry:
    return PartyEntry(name.casefold(), name, role, None if share is None else Decimal(str(share)), (name,))


def tonnes(value: float, form: str | None = None, unit: str = "t/year", most: float | None = None) -> Quantity:
    high = None if most is None else Decimal(str(most))
    return Quantity(Decimal(str(value)), unit, value_max=high, form=form)


def entry(name: str, kind: Kind = "joint_venture", **slots: Any) -> Entry:
    """An entry told by one claim of one text; claim slots are `quantity`, `date`, `status`, `step`."""
    quote, day = slots.pop("quote", f"Invented words on {name}."), slots.pop("published", "2031-03-01")
    quantity, date, status = slots.pop("quantity", None), slots.pop("date", None), slots.pop("status", "agreed")
    told = Claim(
        id=ClaimId(f"claim-{name}"),
        document=DocumentId(f"text-{name}"),
        kind=kind,
        start=0,
        stop=len(quote),
        evidence=quote,
        status=status,
        quantity=quantity,
        date=date,
        stage=slots.pop("step", None),
    )
    fields: dict[str, Any] = {
        "stage": "struck",
        "bindingness": "not_stated",
        "commodities": ("tungsten",),
        "places": ("KZ",),
        "assets": (),
        "parties": (),
        "links": (),
        "sources": (told.document,),
    }
    empty: dict[str, Any] = dict.fromkeys(("status_history", "amounts", "conditions", "conflicts"), ())
    evidence = Evidence(told.document, f"report on {name}", day, 0, len(quote), quote, told.id)
    return Entry(
        id=EntryId(name),
        book="commitments",
        title=name,
        kind=kind,
        claims=(told,),
        date=date,
        evidence=(evidence,),
        quantities=() if quantity is None else (quantity,),
        **(empty | fields | slots),
    )


def tied(one: Entry, other: Entry, relation: str = "same_asset") -> tuple[Entry, Entry]:
    """Both entries, each linked with the other."""
    link = replace(one, links=(*one.links, Link(relation, other.id, "invented")))
    return link, replace(other, links=(*other.links, Link(relation, one.id, "invented")))


def only_plan(*entries: Entry) -> Plan:
    (plan,) = plans(entries)
    return plan


def promised(*entries: Entry, stage: str = "mining") -> Pledge:
    found = pledge(only_plan(*entries), stage, THIS_YEAR)
    assert isinstance(found, Pledge), found
    return found


def refused(*entries: Entry, stage: str = "mining") -> str:
    """The reason why the only plan of these entries adds nothing."""
    found = pledge(only_plan(*entries), stage, THIS_YEAR)
    assert isinstance(found, NoPledge), found
    return found.reason


def future(*entries: Entry, rival: str | None = None) -> Outlook:
    made = outlook(promised(*entries), rival)
    assert isinstance(made, Outlook), made
    return made


OWL_DEAL = entry("owl deal", assets=("Owl Rock",))
"""Nothing but the name of its asset: all else is in the projects table."""
NEW_MINE = entry(
    "new mine",
    assets=("Lark Field",),
    places=("KG",),
    parties=(party("France", share=60), party("Kyrgyzstan", share=40)),
    quantity=tonnes(300, "concentrate"),
    date="2031-02",
)
"""In no projects table: the news tell it all, in concentrate."""
