"""World output of one mineral to 2040 with and without a commitment: by place and by control, beside alternatives.

First version, without chance: "if it is built as told". What runs today goes on at the level of the newest table year;
what is being built joins on its announced date. So the difference is what matters, not the level.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lodeline.scenarios.capacity import Input, grouped
from lodeline.scenarios.holders import Holder, project_holders
from lodeline.scenarios.pledge import Pledge
from lodeline.scenarios.tables import content, is_all_new, project_form, sole
from lodeline.supply.output import WORLD, Absent, Output, output
from lodeline.supply.projects import Project, of_commodity

LAST = 2040
RAMP = 4
"""Years from first output to capacity, in equal steps: an assumption."""
REST = "rest"
"""Output that no country is told for."""
BUILDING = frozenset({"construction", "commissioning"})
NOBODY, AS_TOLD, RIVAL = "nobody", "as told", "rival"

Parts = Mapping[str, float]
"""Country, alpha-3 → tonnes a year."""


@dataclass(frozen=True, slots=True)
class Year:
    """One year of one scenario, in tonnes: the same world told by place and by control."""

    year: int
    by_place: Parts
    by_control: Parts

    @property
    def world(self) -> float:
        return sum(self.by_place.values())


@dataclass(frozen=True, slots=True)
class Scenario:
    """`name`: nobody, as told, rival. `reading`: the form that the tonnes are taken for, if any."""

    name: str
    reading: str
    years: tuple[Year, ...]

    def at(self, year: int) -> Year:
        return next(each for each in self.years if each.year == year)


@dataclass(frozen=True, slots=True)
class Outlook:
    """Futures of one commodity at one stage. `scenarios[0]` is the one in which nobody builds it."""

    base: Output
    pledge: Pledge
    rival: str
    scenarios: tuple[Scenario, ...]
    inputs: tuple[Input, ...]

    @property
    def unsure(self) -> float:
        """Part of the inputs, 0 to 1, that is recalled or assumed."""
        return sum(each.evidence != "checked" for each in self.inputs) / len(self.inputs)

    @property
    def last(self) -> int:
        return self.scenarios[0].years[-1].year

    def named(self, name: str) -> tuple[Scenario, ...]:
        return tuple(scenario for scenario in self.scenarios if scenario.name == name)


@dataclass(frozen=True, slots=True)
class Shift:
    """Output in one country that another controls, in tonnes of the base year."""

    place: str
    control: str
    tonnes: float
    input: Input


@dataclass(frozen=True, slots=True)
class Addition:
    """Output that joins: `tonnes` a year at full capacity, from `start` over RAMP years."""

    place: str
    start: int
    tonnes: float
    holders: tuple[Holder, ...]

    def in_year(self, year: int) -> float:
        return self.tonnes * min(1.0, max(0.0, (year - self.start + 1) / RAMP))


@dataclass(frozen=True, slots=True)
class World:
    """What every future shares: the table's year, who controls what of it, and other projects that are being built."""

    base: Output
    shifts: tuple[Shift, ...]
    grows: tuple[Addition, ...]

    def years(self, last: int, added: Sequence[Addition] = ()) -> tuple[Year, ...]:
        return tuple(self._year(year, (*self.grows, *added)) for year in range(self.base.year, last + 1))

    def _year(self, year: int, additions: Iterable[Addition]) -> Year:
        place = _base_parts(self.base)
        control = dict(place)
        for shift in self.shifts:
            control[shift.place] -= shift.tonnes
            control[shift.control] = control.get(shift.control, 0.0) + shift.tonnes
        for each in additions:
            made = each.in_year(year)
            if made > 0:
                place[each.place] = place.get(each.place, 0.0) + made
                _share_out(control, made, each)
        return Year(year, place, control)


def outlook(pledged: Pledge, rival: str | None = None, last: int = LAST) -> Outlook | Absent:
    """`rival`, alpha-3: who builds it where it is not built as told; by default the largest producer that owns none."""
    base = output(pledged.commodity, pledged.stage)
    if isinstance(base, Absent):
        return base
    if base.is_relative:
        return Absent("no table", f"{base.told}: only shares are sound; tonnes to add to would be an assumption")
    if not base.whole:
        return Absent("no table", f"{base.told}: the source prints no world total to take parts of")
    own = {holder.country for holder in pledged.holders}
    other = rival or next((figure.country for figure in base.countries if figure.country not in own), REST)
    grows = tuple(under_way(base, pledged))
    shifts = tuple(control_shifts(base))
    world = World(base, shifts, tuple(added for added, _ in grows))
    kept_out = (Holder("rival", other, 100.0),)
    scenarios = [Scenario(NOBODY, "", world.years(last))]
    for name, holders in ((AS_TOLD, pledged.holders), (RIVAL, kept_out)):
        for reading in pledged.readings:
            added = Addition(pledged.country, max(pledged.start, base.year + 1), reading.tonnes, holders)
            scenarios.append(Scenario(name, reading.form, world.years(last, [added])))
    inputs = (*pledged.inputs, *_assumptions(pledged, last), *_base_inputs(base))
    common = (*(shift.input for shift in shifts), *(told for _, told in grows))
    return Outlook(base, pledged, other, tuple(scenarios), (*inputs, *common))


def _assumptions(pledged: Pledge, last: int) -> Iterator[Input]:
    """Of the model itself. The ramp moves the last year's difference only where it is not over by then."""
    unfinished = pledged.start + RAMP - 1 > last
    yield Input("ramp-up", f"{RAMP} years in equal steps", "assumed", "this model", carries=unfinished)
    yield Input("what runs today", "goes on as in the base year", "assumed", "this model")


def _base_parts(base: Output) -> dict[str, float]:
    parts = {figure.country: figure.value for figure in base.countries if figure.value}
    rest = base.whole - sum(parts.values())
    return {**parts, REST: rest} if rest > 0 else parts


def _share_out(control: dict[str, float], made: float, added: Addition) -> None:
    """Each holder's part goes to its state; a part that no holder is told for stays with the place."""
    left = made
    for holder in added.holders:
        state, part = holder.country or REST, made * holder.percent / 100
        control[state] = control.get(state, 0.0) + part
        left -= part
    control[added.place] = control.get(added.place, 0.0) + max(0.0, left)


def under_way(base: Output, pledged: Pledge) -> Iterator[tuple[Addition, Input]]:
    """Other projects that are being built, where their capacity can be read and a start is told.

    Output of a project that began before the base year ended is in the table in part: it joins after that year.
    """
    own = {project.id for project in pledged.projects}
    for project in of_commodity(base.commodity):
        tonnes = content(project)
        if project.id in own or project.stage != base.stage or project.status not in BUILDING:
            continue
        if tonnes and project.start and is_all_new(project):
            begins = max(int(project.start[:4]), base.year + 1)
            value = f"{grouped(project.capacity or 0.0)} t/year ({project_form(project)}) from {begins}"
            told = Input(f"{project.name}, being built", value, project.evidence, project.address)
            yield Addition(project.country, begins, tonnes, project_holders(project)), told


def control_shifts(base: Output) -> Iterator[Shift]:
    """What owners from abroad control of a country's output: no more than their mines can make, nor than it makes."""
    running = [p for p in of_commodity(base.commodity) if p.stage == base.stage and p.status == "production"]
    for figure in base.countries:
        made = {p.id: tonnes for p in running if p.country == figure.country and (tonnes := _made(p, figure.value))}
        scale = min(1.0, (figure.value or 0.0) / sum(made.values())) if made else 0.0
        for project in running:
            if project.id in made:
                yield from _abroad(project, made[project.id] * scale)


def _made(project: Project, whole: float | None) -> float | None:
    """What a running project makes: all of its country's output where it is the only one, else its capacity."""
    return whole if project.id in sole() else content(project)


def _abroad(project: Project, tonnes: float) -> Iterator[Shift]:
    for holder in project_holders(project):
        if holder.country not in (None, project.country):
            value = f"{holder.name} {holder.percent:g} % of {grouped(tonnes)} t"
            told = Input(f"owner of {project.name}", value, holder.evidence, project.address)
            yield Shift(project.country, holder.country or REST, tonnes * holder.percent / 100, told)


def _base_inputs(base: Output) -> Iterator[Input]:
    if base.world is not None and base.printed and base.whole > base.printed:
        value = (
            f"{grouped(base.whole)} t, the sum of the countries; the source prints {grouped(base.printed)} t, rounded"
        )
        yield Input("world that parts are taken of", value, base.world.evidence, base.world.source.name)
    for figure in base.figures:
        if figure.value is not None:
            name = "world" if figure.country == WORLD else figure.country
            value = f"{grouped(figure.value)} t"
            yield Input(f"{base.stage} {base.year}, {name}", value, figure.evidence, figure.source.name)
