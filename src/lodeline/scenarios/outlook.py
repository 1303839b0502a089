"""World output of one mineral to 2040 with and without a commitment: by place and by control, beside alternatives.

First version, without chance: "if it is built as told". What runs today goes on at the level of the newest table year;
what is being built joins on its announced date. So the difference is what matters, not the level.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lodeline.scenarios.pledge import Holder, Input, Pledge, Reading
from lodeline.scenarios.tables import homes, told_form
from lodeline.supply.output import WORLD, Absent, Output, output
from lodeline.supply.projects import Project, of_commodity

LAST = 2040
RAMP = 4
"""Years from first output to capacity, in equal steps: an assumption."""
REST = "rest"
"""Output that no country is told for."""
BUILDING = frozenset({"construction", "commissioning"})

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

    commodity: str
    stage: str
    form: str
    base: Output
    pledge: Pledge
    rival: str
    scenarios: tuple[Scenario, ...]
    inputs: tuple[Input, ...]

    @property
    def unsure(self) -> float:
        """Part of the inputs, 0 to 1, that is recalled or assumed."""
        return sum(each.evidence != "checked" for each in self.inputs) / len(self.inputs)


def outlook(pledged: Pledge, rival: str | None = None, last: int = LAST) -> Outlook | Absent:
    """`rival`, alpha-3: who builds it where it is not built as told; by default the largest producer that owns none."""
    base = output(pledged.commodity, pledged.stage)
    if isinstance(base, Absent):
        return base
    if base.is_relative:
        return Absent("no table", f"{base.told}: only shares are sound; tonnes to add to would be an assumption")
    own = {holder.country for holder in pledged.holders}
    other = rival or next(figure.country for figure in base.countries if figure.country not in own)
    shifts = tuple(control_shifts(base))
    grows = tuple(under_way(base, pledged))
    nobody = scenario("nobody", "", base, shifts, grows, (), last)
    built = [
        scenario("as told", reading.form, base, shifts, (*grows, addition(pledged, reading)), pledged.holders, last)
        for reading in pledged.readings
    ]
    kept_out = (Holder("rival", other, 100.0),)
    rivals = [
        scenario("rival", reading.form, base, shifts, (*grows, addition(pledged, reading)), kept_out, last)
        for reading in pledged.readings
    ]
    inputs = (*pledged.inputs, *base_inputs(base), *(shift.input for shift in shifts), *(add.input for add in grows))
    assumed = Input("ramp-up", f"{RAMP} years", "assumed", "this model")
    return Outlook(
        pledged.commodity,
        pledged.stage,
        base.form,
        base,
        pledged,
        other,
        (nobody, *built, *rivals),
        (*inputs, assumed, Input("running output", "flat from the base year", "assumed", "this model")),
    )


@dataclass(frozen=True, slots=True)
class Shift:
    """Output in one country that another controls, in tonnes of the base year."""

    place: str
    control: str
    tonnes: float
    input: Input


@dataclass(frozen=True, slots=True)
class Addition:
    """Output that joins: `tonnes` a year at full capacity, from `start` over RAMP years; `holders` if known."""

    place: str
    start: int
    tonnes: float
    holders: tuple[Holder, ...]
    input: Input
    pledged: bool = False

    def in_year(self, year: int) -> float:
        return self.tonnes * min(1.0, max(0.0, (year - self.start + 1) / RAMP))


def scenario(
    name: str,
    reading: str,
    base: Output,
    shifts: Sequence[Shift],
    additions: Sequence[Addition],
    holders: Sequence[Holder],
    last: int,
) -> Scenario:
    years = [_year(year, base, shifts, additions, holders) for year in range(base.year, last + 1)]
    return Scenario(name, reading, tuple(years))


def _year(
    year: int, base: Output, shifts: Sequence[Shift], additions: Sequence[Addition], holders: Sequence[Holder]
) -> Year:
    place = _base_parts(base)
    control = dict(place)
    for shift in shifts:
        control[shift.place] -= shift.tonnes
        control[shift.control] = control.get(shift.control, 0.0) + shift.tonnes
    for each in additions:
        made = each.in_year(year)
        place[each.place] = place.get(each.place, 0.0) + made
        _share_out(control, made, each.place, holders if each.pledged else each.holders)
    return Year(year, place, control)


def _base_parts(base: Output) -> dict[str, float]:
    parts = {figure.country: figure.value for figure in base.countries if figure.value}
    rest = base.whole - sum(parts.values())
    return {**parts, REST: rest} if rest > 0 else parts


def _share_out(control: dict[str, float], made: float, place: str, holders: Sequence[Holder]) -> None:
    """Each holder's part goes to its state; a part that no holder is told for stays with the place."""
    left = 100.0
    for holder in holders:
        state = holder.country or REST
        control[state] = control.get(state, 0.0) + made * holder.percent / 100
        left -= holder.percent
    if left > 0:
        control[place] = control.get(place, 0.0) + made * left / 100


def addition(pledged: Pledge, reading: Reading) -> Addition:
    return Addition(pledged.country, pledged.start, reading.tonnes, pledged.holders, pledged.inputs[0], pledged=True)


def under_way(base: Output, pledged: Pledge) -> Iterable[Addition]:
    """Other projects that are being built, where their capacity can be read and a start is told."""
    own = {project.id for project in pledged.projects}
    for project in of_commodity(base.commodity):
        if project.id in own or project.stage != base.stage or project.status not in BUILDING:
            continue
        form = told_form(base.commodity, project.form)
        if project.capacity and project.start and form and project.unit == "t/y":
            told = Input(
                f"{project.name}, being built", f"{project.capacity:,.0f} t/year", project.evidence, project.address
            )
            yield Addition(
                project.country, int(project.start[:4]), project.capacity * form.mid, _holders_of(project), told
            )


def control_shifts(base: Output) -> Iterable[Shift]:
    """What owners from abroad control of a country's output: of its only running mine all, else by capacity."""
    running = [p for p in of_commodity(base.commodity) if p.stage == base.stage and p.status == "production"]
    for figure in base.countries:
        here = [project for project in running if project.country == figure.country]
        for project in here if figure.value else ():
            tonnes = figure.value if len(here) == 1 else _content(project, base.commodity)
            for holder in _holders_of(project) if tonnes else ():
                if holder.country not in (None, figure.country):
                    part = min(tonnes or 0.0, figure.value or 0.0) * holder.percent / 100
                    told = Input(
                        f"owner of {project.name}",
                        f"{holder.name} {holder.percent:g} %",
                        project.evidence,
                        project.address,
                    )
                    yield Shift(figure.country, holder.country or REST, part, told)


def _content(project: Project, commodity: str) -> float | None:
    form = told_form(commodity, project.form)
    return project.capacity * form.mid if form and project.capacity and project.unit == "t/y" else None


def _holders_of(project: Project) -> tuple[Holder, ...]:
    known = [
        (owner, home)
        for owner in project.owners
        if (home := next((h for name, (h, _) in homes().items() if name.casefold() in owner.name.casefold()), None))
    ]
    return tuple(Holder(owner.name, home, owner.percent) for owner, home in known if owner.percent is not None)


def base_inputs(base: Output) -> Iterable[Input]:
    for figure in base.figures:
        if figure.value is not None:
            name = "world" if figure.country == WORLD else figure.country
            yield Input(
                f"{base.stage} {base.year}, {name}", f"{figure.value:,.0f} t", figure.evidence, figure.source.name
            )
