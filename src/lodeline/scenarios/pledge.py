"""A commitment as future output: where, when, how much in each reading of what was told, whose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lodeline.ledger.commitment import Entry, EntryId
from lodeline.scenarios.capacity import Input, Reading, capacity, reading_inputs, readings, start
from lodeline.scenarios.holders import Holder, parties_in, plan_holders
from lodeline.scenarios.plans import Plan
from lodeline.supply.output import STAGES
from lodeline.supply.projects import Project
from lodeline.vocabulary.places import country


@dataclass(frozen=True, slots=True)
class Pledge:
    """What one commitment would add at one stage of the chain if it is built as told."""

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


def stages(plan: Plan) -> tuple[str, ...]:
    """Stages at which a plan is known to make something; mining where no row of the projects table tells."""
    told = {project.stage for project in plan.found.projects}
    return tuple(stage for stage in STAGES if stage in told) or ("mining",)


def pledge(plan: Plan, stage: str, this_year: int) -> Pledge | NoPledge:
    """The plan as output at a stage, or why there is none."""
    here = tuple(project for project in plan.found.projects if project.stage == stage)
    commodities = tuple(dict.fromkeys(project.commodity for project in here)) or plan.minerals
    reason = _why_nothing(plan, here, commodities)
    place = _place(plan.entries, here)
    told = capacity(plan if stage == stages(plan)[0] else _silent(plan), here, commodities[0])
    meant = readings(commodities[0], told) if told else ()
    if reason or place is None or told is None or not meant:
        missing = _why_none(plan, here) if told is None else f"the content of “{told.words}” is not known"
        reason = reason or (missing if not meant else "the texts do not tell in which one state it lies")
        return NoPledge(plan.lead.id, plan.lead.title, f"{stage}: {reason}")
    first, first_input = start(plan, here, this_year)
    holders = plan_holders(plan, here)
    return Pledge(
        entry=plan.lead.id,
        title=plan.lead.title,
        commodity=commodities[0],
        stage=stage,
        country=place,
        readings=meant,
        start=first,
        holders=holders,
        financiers=parties_in(plan.entries, "financier"),
        projects=here,
        from_news=told.from_news,
        inputs=(
            told.input,
            *reading_inputs(commodities[0], meant),
            first_input,
            *holder_inputs(holders),
            *_stage_input(here, stage),
        ),
    )


def _silent(plan: Plan) -> Plan:
    """The same plan without what the texts tell: yearly tonnes of the news belong to its first stage."""
    return Plan(plan.lead, (), plan.found)


def _why_nothing(plan: Plan, here: Sequence[Project], commodities: Sequence[str]) -> str:
    if plan.off:
        return f"told as {plan.off.replace('_', ' ')}: adds nothing"
    if len(commodities) > 1:
        return f"several minerals, and not told which the tonnes are of: {', '.join(commodities)}"
    running = [project.name for project in here if project.status == "production"]
    if running:
        return f"{', '.join(running)} runs already and is in the table; whether this adds to it is not told"
    return ""


def _why_none(plan: Plan, here: Sequence[Project]) -> str:
    if here:
        names = ", ".join(project.name for project in here)
        return f"no yearly tonnes that could be read as one output are told of {names}"
    return f"no yearly tonnes in the news, and {plan.found.why}"


def _place(entries: Sequence[Entry], here: Sequence[Project]) -> str | None:
    """The state of the project, else the one that all entries on its asset name; None where several are left."""
    if here:
        return here[0].country
    known = [frozenset(entry.places) for entry in entries if entry.places and entry.assets]
    known = known or [frozenset(entry.places) for entry in entries if entry.places]
    common = frozenset.intersection(*known) if known else frozenset()
    found = country(next(iter(common))) if len(common) == 1 else None
    return found.alpha3 if found else None


def holder_inputs(holders: Sequence[Holder]) -> Iterator[Input]:
    for holder in holders:
        value = f"{holder.percent:g} %, {holder.country or 'home unknown'}"
        yield Input(f"owner {holder.name}", value, holder.evidence, holder.source, carries=True)
    left = 100 - sum(holder.percent for holder in holders)
    if left > 0.05:
        value = f"{left:g} %, counted for the state where it lies"
        yield Input("part that no owner is told for", value, "assumed", "this model", carries=True)


def _stage_input(here: Sequence[Project], stage: str) -> Iterator[Input]:
    if not here:
        yield Input("stage", stage, "assumed", "no row of the projects table tells it", carries=True)
