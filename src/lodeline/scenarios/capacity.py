"""How much a plan would make a year, and from when: by the ledger's texts, else by the projects table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lodeline.claims.claim import Claim
from lodeline.ledger.commitment import Entry
from lodeline.scenarios.plans import Plan
from lodeline.scenarios.tables import OPEN, READABLE, forms, is_all_new, lead_times, project_form, told_form
from lodeline.supply.output import Evidence
from lodeline.supply.projects import Project

YEARLY = "t/year"
TOGETHER = re.compile(r"\b(both|together|in all|combined)\b")
"""Words of a capacity that is told for several projects at once: it counts once."""
NOT_AHEAD = frozenset({"completed", "suspended", "cancelled", "denied"})
"""Status of claims whose output is there already, or will not be."""
MADE_BY = ("project", "joint_venture", "acquisition", "investment")
"""Kinds whose yearly tonnes are output; those of a sale are what one buyer takes."""
STEPS = {"exploration": "exploration", "feasibility": "pfs", "construction": "construction"}
"""Stage of a project by the news → status of the projects table."""


@dataclass(frozen=True, slots=True)
class Input:
    """One number that a result stands on, for people: what, how much, from where, how sure."""

    name: str
    value: str
    evidence: Evidence
    source: str
    carries: bool = False
    """True where the difference between the futures stands on it, not only their common level."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """Yearly tonnes as told, and the words that tell what they are tonnes of."""

    low: float
    tonnes: float
    high: float
    words: str
    from_news: bool
    input: Input


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of the tonnes that were told. `tonnes`: a year, as the tables count; low, high by grade."""

    form: str
    low: float
    tonnes: float
    high: float
    told: bool
    """False where the text leaves the basis open and this is one of several meanings."""


def grouped(value: float) -> str:
    """12 000, with narrow spaces."""
    return f"{value:,.0f}".replace(",", "\u202f")


def capacity(plan: Plan, here: Sequence[Project], commodity: str) -> Capacity | None:
    """By the newest text that tells yearly tonnes, with a form that the mineral has or none; else by the table."""
    told = [each for each in _told(plan) if each.words == OPEN or told_form(commodity, each.words)]
    return _newest(told) or _of_table(here)


def _newest(told: Sequence[Capacity]) -> Capacity | None:
    """The last told; where it leaves its basis open, an earlier text may have told that of the same tonnes."""
    if not told:
        return None
    same = [each for each in told if each.tonnes == told[-1].tonnes]
    return next((each for each in reversed(same) if each.words != OPEN), same[-1])


def _told(plan: Plan) -> Iterator[Capacity]:
    """Yearly output that the texts tell, from the oldest text to the newest."""
    for claim, name, _ in _claims(plan.entries):
        quantity = claim.quantity
        if claim.kind in MADE_BY and claim.status not in NOT_AHEAD and quantity and quantity.unit == YEARLY:
            low = float(quantity.value)
            high = float(quantity.value_max) if quantity.value_max is not None else low
            words = quantity.form or OPEN
            value = grouped(low) if low == high else f"{grouped(low)}–{grouped(high)}"
            told = Input("capacity", f"{value} t/year ({words})", "checked", f"the news: {name}", carries=True)
            yield Capacity(low, (low + high) / 2, high, words, True, told)


def _claims(entries: Iterable[Entry]) -> list[tuple[Claim, str, str]]:
    """(claim, document, day) of all claims, from the oldest text to the newest."""
    found = []
    for entry in entries:
        known = {each.claim: (each.name, each.published or "") for each in entry.evidence}
        found += [(claim, *known.get(claim.id, ("", ""))) for claim in entry.claims]
    return sorted(found, key=lambda each: (each[2], each[0].start, each[0].id))


def _of_table(here: Sequence[Project]) -> Capacity | None:
    """The capacity told for all of them together; else the sum, where all that tell one tell it in one form."""
    told = [p for p in here if p.capacity and p.unit in READABLE and is_all_new(p)]
    joint = [project for project in told if TOGETHER.search(project.form)]
    counted = joint[:1] or told
    if not counted or len({(project.unit, project_form(project)) for project in counted}) > 1:
        return None
    tonnes, words = sum(project.capacity or 0.0 for project in counted), project_form(counted[0])
    names = ", ".join(project.name for project in (here if joint else counted))
    once = ", told for them together and counted once" if joint and len(here) > 1 else ""
    value = f"{grouped(tonnes)} t/year ({words.strip()}): {names}{once}"
    return Capacity(tonnes, tonnes, tonnes, words, False, _by_row("capacity", value, counted))


def _by_row(name: str, value: str, projects: Sequence[Project]) -> Input:
    order: tuple[Evidence, ...] = ("checked", "recalled", "assumed")
    weakest = max((project.evidence for project in projects), key=order.index)
    return Input(name, value, weakest, f"projects table: {projects[0].address}", carries=True)


def readings(commodity: str, told: Capacity) -> tuple[Reading, ...]:
    """One reading where the form is told, else one for each form of the mineral that means another content."""
    form = told_form(commodity, told.words)
    meant = {(each.low, each.high): each for each in reversed((form,) if form else forms(commodity))}
    known = form is not None or len(meant) == 1
    return tuple(
        Reading(each.name, told.low * each.low, told.tonnes * each.mid, told.high * each.high, known)
        for each in reversed(meant.values())
    )


def reading_inputs(commodity: str, meant: Sequence[Reading]) -> Iterator[Input]:
    """The content of each form, and that the basis is open where it is."""
    if not all(reading.told for reading in meant):
        names = ", ".join(reading.form for reading in meant)
        yield Input("basis of the tonnes", f"not told: {names}", "assumed", "all readings side by side", carries=True)
    shown = {reading.form for reading in meant}
    for form in forms(commodity):
        if form.name in shown:
            value = f"{form.mid:g}" if form.low == form.high else f"{form.low:g}–{form.high:g}, middle {form.mid:g}"
            yield Input(f"t counted in 1 t of {form.name}", value, form.evidence, form.source, carries=True)


def start(plan: Plan, here: Sequence[Project], this_year: int) -> tuple[int, Input]:
    """(year of first output, where it is from): by the newest text, else the table, else the usual years from today.

    A start that has passed without output is no start.
    """
    for claim, name, _ in reversed(_claims(plan.entries)):
        if claim.kind == "project" and claim.stage in (None, "production") and claim.status not in NOT_AHEAD:
            year = int((claim.date or "0")[:4])
            if year >= this_year:
                return year, Input("first output", str(year), "checked", f"the news: {name}", carries=True)
    told = sorted((int(project.start[:4]), project.id, project) for project in here if project.start)
    ahead = [(year, project) for year, _, project in told if year >= this_year]
    if ahead:
        return ahead[0][0], _by_row("first output", str(ahead[0][0]), [ahead[0][1]])
    status = _status(plan, here)
    year = this_year + lead_times().get(status, max(lead_times().values()))
    passed = f"; the start told, {told[-1][0]}, has passed" if told else ""
    return year, Input("first output", str(year), "assumed", f"usual years from {status}{passed}", carries=True)


def _status(plan: Plan, here: Sequence[Project]) -> str:
    """The furthest step that is told: by the projects table, else by the news."""
    steps = [project.status for project in here]
    steps = steps or [STEPS[claim.stage] for claim, _, _ in _claims(plan.entries) if claim.stage in STEPS]
    longest = max(lead_times().values())
    return min(steps, key=lambda step: lead_times().get(step, longest), default="exploration")
