"""From plans of the ledger to outlooks as people read them: the statement, a chart a state, a table, the inputs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lodeline.ledger.commitment import Entry
from lodeline.reports.cards import anchor
from lodeline.reports.chain_pages import FutureRow, InputRow, LineChart, OutlookShown, Part, Series
from lodeline.reports.chain_words import capital, listing, percent_span, state_name, tonnes_span, tonnes_text
from lodeline.reports.figures import THIN
from lodeline.reports.quoting import titled
from lodeline.scenarios.outlook import AS_TOLD, NOBODY, REST, RIVAL, Outlook, Parts, Scenario, Year, outlook
from lodeline.scenarios.plans import Plan, plans
from lodeline.scenarios.pledge import NoPledge, pledge, stages
from lodeline.vocabulary.materials import within

STATES = 4
"""Most states of one side, by place or by control, that are told of an outlook."""
SEEN = 0.05
"""Percent of the world from which a state's part is told."""
Silent = tuple[tuple[str, str], ...]
"""(commitment, why nothing could be computed)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an outlook is asked for: one mineral or all, and who builds it otherwise (alpha-3, None for the largest)."""

    mineral: str | None = None
    rival: str | None = None

    def wants(self, plan: Plan) -> bool:
        return self.mineral is None or any(self.mineral in within(told) for told in plan.minerals)


def outlooks(entries: Sequence[Entry], today: date, asked: Asked) -> tuple[list[tuple[Plan, Outlook]], Silent]:
    """Outlooks of all plans at each stage, and why the others have none."""
    made: list[tuple[Plan, Outlook]] = []
    silent: dict[tuple[str, str], None] = {}
    for plan in filter(asked.wants, plans(entries)):
        for stage in stages(plan):
            promised = pledge(plan, stage, today.year)
            future = promised if isinstance(promised, NoPledge) else outlook(promised, asked.rival)
            if isinstance(future, Outlook):
                made.append((plan, future))
            else:
                silent[titled(plan.lead.title), future.reason] = None
    return made, tuple(silent)


def outlook_shown(plan: Plan, made: Outlook) -> OutlookShown:
    futures = tuple((name, _future(name, made)) for name in (NOBODY, AS_TOLD, RIVAL))
    shown = _states(made)
    return OutlookShown(
        title=f"{capital(made.base.commodity)}: {made.base.stage} to {made.last}",
        commitment=titled(plan.lead.title),
        anchor=anchor(plan.lead.id),
        invented=any(each.invented for entry in plan.entries for each in entry.evidence),
        summary=tuple(summary(made)),
        charts=tuple(_chart(made, by, state) for by, state in shown),
        futures=futures,
        year=made.last,
        rows=tuple(_row(scenario, made, shown) for scenario in made.scenarios),
        inputs=tuple(InputRow(i.name, i.value, i.evidence, i.source, i.carries) for i in made.inputs),
        unsure=tuple(unsure(made)),
        source="; ".join(dict.fromkeys(figure.source.name for figure in made.base.figures)),
    )


def summary(made: Outlook) -> Iterator[str]:
    """The answer in words: how much, by whom, how far it moves the leader and its own states, and what nobody told."""
    yield _amount(made)
    yield from _basis(made)
    yield from (_moved(made, by, state) for by, state in _states(made) if by == "control")
    where = "the news" if made.pledge.from_news else "the projects table, not from the news"
    yield (
        f"Capacity from {where}. All this if it is built as told, on time and at full output: no chance is in it. "
        "Each owner's part of the output is counted for the state that the owner is run from"
    )
    if made.pledge.financiers:
        yield f"Paid for, wholly or in part, by {listing(made.pledge.financiers)}: counted for no state's control"


def _amount(made: Outlook) -> str:
    pledged, last = made.pledge, made.last
    if pledged.start > last:
        return f"First output in {pledged.start}, after {last}: nothing is added by then"
    nobody = made.scenarios[0].at(last).world
    added = [scenario.at(last).world - nobody for scenario in made.named(AS_TOLD)]
    grade = ""
    if len(pledged.readings) == 1 and (reading := pledged.readings[0]).low < reading.high:
        grade = f" ({tonnes_span((reading.low, reading.high))} by grade of {reading.form})"
    return (
        f"Adds {tonnes_span(added)}{grade} a year by {last} ({made.base.form}), "
        f"{percent_span([100 * each / nobody for each in added])} of what the world makes without it; "
        f"first output {pledged.start}"
    )


def _basis(made: Outlook) -> Iterator[str]:
    readings = made.pledge.readings
    if not readings[0].told:
        told = listing(f"{reading.form} ({tonnes_text(reading.tonnes)})" for reading in readings)
        yield f"What the told tonnes are of is not told. Read as {told}, the futures stand side by side"


def _moved(made: Outlook, by: str, state: str) -> str:
    def at_last(name: str) -> str:
        return percent_span([_percent(scenario.at(made.last), by, state) for scenario in made.named(name)])

    return (
        f"{state_name(state)} controls {at_last(NOBODY)} in {made.last} if nobody builds it, {at_last(AS_TOLD)} if it "
        f"is built as told, {at_last(RIVAL)} if {state_name(made.rival)} builds it"
    )


def unsure(made: Outlook) -> Iterator[str]:
    """What part of the inputs is recalled or assumed, and which of them carry the difference."""
    count = len(made.inputs)
    soft = sum(each.evidence != "checked" for each in made.inputs)
    yield f"{soft} of {count} inputs ({100 * soft / count:.0f}{THIN}%) are recalled or assumed"
    carrying = [each for each in made.inputs if each.carries]
    loose = [f"{each.name} ({each.evidence})" for each in carrying if each.evidence != "checked"]
    told = f": {', '.join(loose)}" if loose else ""
    yield f"Of the {len(carrying)} inputs that the difference between the futures stands on, {len(loose)} are{told}"


def _states(made: Outlook) -> tuple[tuple[str, str], ...]:
    """(place or control, state): who leads without it, where it lies, who would control it; each once."""
    nobody, ends = made.scenarios[0].years[-1], [scenario.years[-1] for scenario in made.scenarios]
    leads = {by: _leader(_parts(nobody, by)) for by in ("place", "control")}
    holders = sorted(made.pledge.holders, key=lambda holder: -holder.percent)
    own = [holder.country for holder in holders if holder.country not in (None, REST)]
    places = dict.fromkeys([leads["place"], made.pledge.country])
    controls = dict.fromkeys([leads["control"], *filter(None, own), made.rival, made.pledge.country])
    shown = [("place", state) for state in places] + [("control", state) for state in list(controls)[:STATES]]
    return tuple((by, state) for by, state in shown if any(_percent(end, by, state) >= SEEN for end in ends))


def _leader(parts: Parts) -> str:
    return max((state for state in parts if state != REST), key=lambda state: parts[state])


def _chart(made: Outlook, by: str, state: str) -> LineChart:
    """By place the rival's futures are those of the deal as told: they are left out."""
    shown = [scenario for scenario in made.scenarios if by == "control" or scenario.name != RIVAL]
    series = (
        Series(
            scenario.reading if len(made.pledge.readings) > 1 else "",
            _short(scenario.name, made),
            scenario.name,
            tuple((year.year, _percent(year, by, state)) for year in scenario.years),
        )
        for scenario in shown
    )
    name = "mined" if made.base.stage == "mining" else "made"
    title = f"{capital(name)} in {state_name(state)}" if by == "place" else f"Controlled from {state_name(state)}"
    return LineChart(title, by, tuple(series))


def _short(name: str, made: Outlook) -> str:
    return state_name(made.rival) if name == RIVAL else name


def _row(scenario: Scenario, made: Outlook, shown: Sequence[tuple[str, str]]) -> FutureRow:
    at = scenario.at(made.last)
    parts = (Part(by, state_name(s), _parts(at, by).get(s, 0.0), _percent(at, by, s)) for by, s in shown)
    name = _future(scenario.name, made)
    several = scenario.name != NOBODY and len(made.pledge.readings) > 1
    full = f"{name} ({scenario.reading})" if several else name
    return FutureRow(full, scenario.name, scenario.reading, at.world, tuple(parts))


def _future(name: str, made: Outlook) -> str:
    known = {NOBODY: "nobody builds it", AS_TOLD: "built as told"}
    return known.get(name, f"{state_name(made.rival)} builds it")


def _percent(year: Year, by: str, state: str) -> float:
    return 100 * _parts(year, by).get(state, 0.0) / year.world


def _parts(year: Year, by: str) -> Parts:
    return year.by_place if by == "place" else year.by_control
