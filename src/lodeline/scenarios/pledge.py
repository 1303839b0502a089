"""A commitment as future output: where, when, how much in each reading of what was told, whose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lodeline.assessment.matching import Match, match
from lodeline.ledger.commitment import Entry, EntryId
from lodeline.scenarios.tables import Form, forms, homes, lead_times, told_form
from lodeline.supply.output import Evidence
from lodeline.supply.projects import Owner, Project
from lodeline.vocabulary.places import country, country_named

YEARLY = frozenset({"t/year"})
TOGETHER = re.compile(r"\bboth\b|\btogether\b|\bin all\b")
"""A capacity told for several projects at once counts once."""


@dataclass(frozen=True, slots=True)
class Input:
    """One number that a result stands on, for people: what, how much, from where, how sure."""

    name: str
    value: str
    evidence: Evidence
    source: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of the tonnes that were told. `tonnes`: a year, as the tables count; low, high by grade."""

    form: str
    low: float
    tonnes: float
    high: float
    told: bool
    """False where the text leaves the basis open and this is one of several meanings."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who controls a part of the output, and its state; `country` None where nobody tells."""

    name: str
    country: str | None
    percent: float


@dataclass(frozen=True, slots=True)
class Pledge:
    """What one commitment would add if it is built as told."""

    entry: EntryId
    title: str
    commodity: str
    stage: str
    country: str
    readings: tuple[Reading, ...]
    start: int
    holders: tuple[Holder, ...]
    financiers: tuple[str, ...]
    projects: tuple[Project, ...]
    from_news: bool
    """True where the capacity is told by the ledger's own texts, False where by the projects table."""
    inputs: tuple[Input, ...]


@dataclass(frozen=True, slots=True)
class NoPledge:
    """Why a commitment adds nothing that could be computed."""

    entry: EntryId
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Capacity:
    tonnes: float
    words: str
    from_news: bool
    source: str
    evidence: Evidence
    project: Project | None = None


def pledge(entry: Entry, others: Sequence[Entry], stage: str, this_year: int) -> Pledge | NoPledge:
    """The commitment as output at a stage of the chain; `others` may tell more of its asset."""
    found = match(entry)
    here = [project for project in found.projects if project.stage == stage]
    news = _from_news(entry, others) if stage == "mining" else None
    capacity = news or _from_table(here)
    if capacity is None:
        return NoPledge(entry.id, entry.title, _why_none(found, here, stage))
    commodity = here[0].commodity if here else entry.commodities[0]
    readings = _readings(commodity, capacity)
    if not readings:
        return NoPledge(entry.id, entry.title, f"the content of {capacity.words or 'what is told'} is not known")
    start = _start(here, this_year)
    holders = _holders(entry, here)
    return Pledge(
        entry=entry.id,
        title=entry.title,
        commodity=commodity,
        stage=stage,
        country=_place(entry, here),
        readings=readings,
        start=int(start.value),
        holders=holders,
        financiers=tuple(party.name for party in entry.parties if party.role == "financier"),
        projects=tuple(here),
        from_news=capacity.from_news,
        inputs=(_capacity_input(capacity), start, *_form_inputs(commodity, readings), *_holder_inputs(holders, entry)),
    )


def _why_none(found: Match, here: Sequence[Project], stage: str) -> str:
    if here:
        return f"{stage}: no yearly tonnes are told of {', '.join(project.name for project in here)}"
    return f"{stage}: {found.why}"


def _from_news(entry: Entry, others: Sequence[Entry]) -> _Capacity | None:
    """Yearly tonnes of the commitment or of a project entry of its asset, the newest told."""
    linked = {link.entry for link in entry.links if link.relation == "same_asset"}
    for each in (entry, *(other for other in others if other.id in linked and other.kind == "project")):
        for quantity in each.quantities:
            if quantity.unit in YEARLY:
                words = quantity.form or "not stated"
                return _Capacity(float(quantity.value), words, True, each.evidence[-1].name, "checked")
    return None


def _from_table(here: Sequence[Project]) -> _Capacity | None:
    """The capacity told for all of them together, else that of the only one that has one. Never a sum of both."""
    told = [project for project in here if project.capacity and project.unit in ("t/y", "t concentrate/y", "tU/y")]
    joint = [project for project in told if TOGETHER.search(project.form)]
    one = joint[0] if joint else told[0] if told else None
    if one is None or one.capacity is None:
        return None
    if joint or len(told) == 1:
        return _Capacity(one.capacity, one.form or "not stated", False, one.address, one.evidence, one)
    total = sum(project.capacity or 0.0 for project in told)
    same = len({project.form for project in told}) == 1
    return _Capacity(total, one.form or "not stated", False, one.address, one.evidence, one) if same else None


def _readings(commodity: str, capacity: _Capacity) -> tuple[Reading, ...]:
    form = told_form(commodity, capacity.words)
    meant: Iterable[Form] = (form,) if form else forms(commodity)
    return tuple(
        Reading(f.name, capacity.tonnes * f.low, capacity.tonnes * f.mid, capacity.tonnes * f.high, form is not None)
        for f in meant
    )


def _start(here: Sequence[Project], this_year: int) -> Input:
    told = sorted((project.start, project) for project in here if project.start)
    if told:
        start, project = told[0]
        return Input("first output", str(start)[:4], project.evidence, project.address)
    status = min(
        (project.status for project in here), key=lambda known: lead_times().get(known, 12), default="exploration"
    )
    years = lead_times().get(status, lead_times()["exploration"])
    return Input("first output", str(this_year + years), "assumed", f"usual years from {status}")


def _place(entry: Entry, here: Sequence[Project]) -> str:
    if here:
        return here[0].country
    known = country(entry.places[0]) if entry.places else None
    return known.alpha3 if known else "unknown"


def _holders(entry: Entry, here: Sequence[Project]) -> tuple[Holder, ...]:
    """Owners by the ledger where it tells parts, else by the table; a home by the list of owners or by the name."""
    told = [
        Owner(p.name, float(p.share))
        for p in entry.parties
        if p.share is not None and p.role in ("partner", "acquirer")
    ]
    table = list(here[0].owners) if here else []
    if told:
        return tuple(Holder(o.name, _home(o.name) or _like(o, table), o.percent or 0.0) for o in told)
    return tuple(Holder(o.name, _home(o.name), o.percent) for o in table if o.percent is not None)


def _like(owner: Owner, table: Sequence[Owner]) -> str | None:
    """An owner that the text only describes is the one of the table with the same part, where there is one such."""
    same = [other for other in table if other.percent == owner.percent]
    return _home(same[0].name) if len(same) == 1 else None


def _home(name: str) -> str | None:
    state = country_named(name)
    if state is not None:
        return state.alpha3
    return next((home for owner, (home, _) in homes().items() if owner.casefold() in name.casefold()), None)


def _capacity_input(capacity: _Capacity) -> Input:
    return Input("capacity", f"{capacity.tonnes:,.0f} t/year ({capacity.words})", capacity.evidence, capacity.source)


def _form_inputs(commodity: str, readings: Sequence[Reading]) -> Iterable[Input]:
    shown = {reading.form for reading in readings}
    for form in forms(commodity):
        if form.name in shown:
            yield Input(f"content of {form.name}", f"{form.low:g}–{form.high:g}", form.evidence, form.source)


def _holder_inputs(holders: Sequence[Holder], entry: Entry) -> Iterable[Input]:
    told = any(party.share is not None for party in entry.parties)
    for holder in holders:
        source = "the ledger" if told else "projects table"
        known = next(
            (evidence for owner, (_, evidence) in homes().items() if owner.casefold() in holder.name.casefold()), None
        )
        value = f"{holder.percent:g} %, {holder.country or 'home unknown'}"
        yield Input(f"owner {holder.name}", value, known or ("checked" if told else "recalled"), source)
