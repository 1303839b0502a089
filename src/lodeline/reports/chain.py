"""From the ledger and the tables to the chapter "What it changes in supply"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from lodeline.assessment.checks import Check, check
from lodeline.assessment.standing import in_force
from lodeline.ledger.commitment import Entry
from lodeline.reports.cards import anchor
from lodeline.reports.chain_pages import (
    Chapter,
    CheckRow,
    ForceRow,
    FutureRow,
    InputRow,
    LineChart,
    OutlookShown,
    Series,
    ShareBar,
    SupplyChart,
)
from lodeline.reports.figures import THIN
from lodeline.reports.quoting import titled
from lodeline.reports.slots import claim_title
from lodeline.scenarios.outlook import LAST, REST, Outlook, Parts, Scenario, outlook
from lodeline.scenarios.pledge import NoPledge, pledge
from lodeline.supply.indicators import Range, hhi, shares
from lodeline.supply.output import Absent, Output, newest
from lodeline.vocabulary.places import country

STAGES = ("mining", "refining")
SHOWN = 8
"""Countries of a supply chart; the rest is one bar."""
LEADING = 4
"""Parts told of one future."""


def chapter(entries: Sequence[Entry], today: date, rival: str | None = None) -> Chapter:
    """`rival`: alpha-3 of the state that builds it in the third alternative; by default the largest producer."""
    futures, silent = _futures(entries, today, rival)
    checks = [(entry, found) for entry in entries for found in _checks(entry)]
    return Chapter(
        today=today.isoformat(),
        checks=tuple(check_row(found, anchor(entry.id)) for entry, found in checks),
        forces=tuple(force_row(entry, today) for entry in entries if entry.kind == "restriction"),
        supplies=tuple(_supplies(checks, futures)),
        outlooks=tuple(outlook_shown(made, anchor(entry.id)) for entry, made in futures),
        silent=silent,
    )


def _checks(entry: Entry) -> Iterator[Check]:
    published = {each.claim: each.published for each in entry.evidence}
    for claim in entry.claims:
        found = check(claim, published.get(claim.id))
        if found is not None:
            yield found


def _futures(
    entries: Sequence[Entry], today: date, rival: str | None
) -> tuple[list[tuple[Entry, Outlook]], tuple[tuple[str, str], ...]]:
    """Outlooks of all commitments to build, and why the others have none; two entries of one project give one."""
    made: list[tuple[Entry, Outlook]] = []
    silent: list[tuple[str, str]] = []
    seen: set[frozenset[str]] = set()
    for entry in entries:
        if entry.kind not in ("joint_venture", "project", "acquisition") or entry.stage in ("denied", "cancelled"):
            continue
        reasons = []
        for stage in STAGES:
            promised = pledge(entry, entries, stage, today.year)
            future = promised if isinstance(promised, NoPledge) else outlook(promised, rival)
            if not isinstance(future, Outlook):
                reasons.append(future.reason)
                continue
            built = frozenset(project.id for project in future.pledge.projects)
            if not built or built not in seen:
                made.append((entry, future))
            seen.add(built)
        if len(reasons) == len(STAGES):
            silent.append((titled(entry.title), "; ".join(dict.fromkeys(reasons))))
    return made, tuple(silent)


def check_row(found: Check, place: str = "") -> CheckRow:
    table = "no figure" if found.table is None else f"{found.table.mid:.0f}{THIN}% ({_span(found.table)})"
    return CheckRow(claim_title(found.claim), _told(found), table, found.verdict, found.reason, place)


def _told(found: Check) -> str:
    return f"{found.told.mid:g}{THIN}%" if found.told.low == found.told.high else f"{_span(found.told)}"


def _span(told: Range) -> str:
    return f"{told.low:.0f}–{told.high:.0f}{THIN}%"


def force_row(entry: Entry, today: date) -> ForceRow:
    newest_text = max((each.published for each in entry.evidence if each.published), default=None)
    found = in_force(entry, today.isoformat(), newest_text)
    table = tuple(
        f"{measure.id} ({measure.kind.lower()}): {held.force}, {held.reason}" for measure, held in found.table
    )
    return ForceRow(titled(entry.title), found.told.force, found.told.reason, table, anchor(entry.id))


def _supplies(checks: Iterable[tuple[Entry, Check]], futures: Iterable[tuple[Entry, Outlook]]) -> Iterator[SupplyChart]:
    """One chart for each table that a check or an outlook stands on."""
    made = [*(found.made for _, found in checks if found.made), *(future.base for _, future in futures)]
    unique = {(each.commodity, each.stage, each.year): each for each in made}
    yield from map(supply_chart, unique.values())


def supply_chart(made: Output) -> SupplyChart:
    told = shares(made)
    bars = [
        ShareBar(state_name(s.country), s.percent.low, s.percent.mid, s.percent.high, _tonnes(made, s.figure.value))
        for s in told[:SHOWN]
        if s.percent.mid > 0
    ]
    rest = 100 - sum(bar.percent for bar in bars)
    if rest > 0.05:
        bars.append(ShareBar("all others", rest, rest, rest, ""))
    return SupplyChart(
        title=f"{made.commodity}: {made.stage} by country, {made.year}",
        unit=f"percent of the world ({made.form})",
        bars=tuple(bars),
        notes=tuple(supply_notes(made)),
        source="; ".join(dict.fromkeys(figure.source.name for figure in made.figures)),
    )


def supply_notes(made: Output) -> Iterator[str]:
    spread = hhi(made)
    yield (
        f"Concentration (HHI, 0 to 1): {spread.low:.2f}–{spread.high:.2f}"
        if spread.high - spread.low >= 0.005
        else (f"Concentration (HHI, 0 to 1): {spread.mid:.2f}")
    )
    if made.is_relative:
        yield "Only the shares are sound: the tonnes behind them are an assumed scale and are not shown"
    else:
        yield f"World: {made.whole:,.0f} t".replace(",", THIN)
    if made.gap is not None and abs(made.gap) >= 0.0005 and not made.is_relative:
        yield f"The countries add up to {100 * (1 - made.gap):.1f}{THIN}% of the printed world total"
    withheld = [state_name(figure.country) for figure in made.countries if figure.value is None]
    if withheld:
        yield f"Withheld by the source: {', '.join(withheld)}"
    sure = sum(figure.evidence == "checked" for figure in made.figures)
    yield f"{len(made.figures) - sure} of {len(made.figures)} figures are recalled or assumed"


def stages_of(commodity: str) -> tuple[SupplyChart, ...]:
    return tuple(map(supply_chart, newest(commodity)))


def _tonnes(made: Output, value: float | None) -> str:
    return "" if made.is_relative or value is None else f"{value:,.0f} t".replace(",", THIN)


def outlook_shown(made: Outlook, place: str = "") -> OutlookShown:
    last = made.scenarios[0].years[-1].year
    return OutlookShown(
        title=f"{made.commodity}, {made.stage}: {titled(made.pledge.title)}",
        anchor=place,
        summary=tuple(summary(made, last)),
        charts=(_chart(made, "place"), _chart(made, "control")),
        year=last,
        rows=tuple(_future_row(scenario, made, last) for scenario in made.scenarios),
        inputs=tuple(InputRow(each.name, each.value, each.evidence, each.source) for each in made.inputs),
        unsure=unsure(made),
    )


def summary(made: Outlook, year: int) -> Iterator[str]:
    """The answer in words: how much, by whom, how far it moves the leader, and what nobody told."""
    pledged = made.pledge
    nobody = made.scenarios[0].at(year)
    built = [scenario.at(year) for scenario in made.scenarios if scenario.name == "as told"]
    added = [each.world - nobody.world for each in built]
    if not pledged.readings[0].told:
        told = ", ".join(f"{r.form} ({r.tonnes:,.0f} t)".replace(",", THIN) for r in pledged.readings)
        yield f"The basis of the tonnes is not told; read as {told}: the futures stand side by side"
    where = "the news" if pledged.from_news else "the projects table, not the news"
    yield f"Capacity from {where}; first output {pledged.start}; if it is built as told, without any chance in it"
    part = _range([100 * each / nobody.world for each in added])
    yield f"Adds {_range(added)} t a year by {year}, {part}{THIN}% of the world"
    leader = max(nobody.by_control, key=lambda state: nobody.by_control[state])
    without = 100 * nobody.by_control[leader] / nobody.world
    after = [100 * each.by_control[leader] / each.world for each in built]
    rivals = [s.at(year) for s in made.scenarios if s.name == "rival"]
    kept = [100 * each.by_control[leader] / each.world for each in rivals]
    yield (
        f"{state_name(leader)} controls {without:.0f}{THIN}% if nobody builds it, {_range(after)}{THIN}% if it is "
        f"built as told, {_range(kept)}{THIN}% if {state_name(made.rival)} builds it"
    )


def _range(values: Sequence[float]) -> str:
    low, high = (f"{end:,.0f}".replace(",", THIN) for end in (min(values), max(values)))
    return low if low == high else f"{low}–{high}"


def unsure(made: Outlook) -> str:
    """What part of the inputs is recalled or assumed, and which of them carry the difference."""
    soft = [each.name for each in (*made.pledge.inputs, *made.inputs[-2:]) if each.evidence != "checked"]
    share = f"{100 * made.unsure:.0f}{THIN}% of the {len(made.inputs)} inputs are recalled or assumed"
    return f"{share}; of those that carry the difference: {', '.join(soft) or 'none'}"


def _chart(made: Outlook, by: str) -> LineChart:
    """The leading state's part, with and without: by place and by control."""
    nobody = made.scenarios[0]
    leader = _leader(_parts(nobody.years[-1], by))
    series = tuple(
        Series(_future_name(scenario, made), scenario.name, tuple(_percents(scenario, by, leader)))
        for scenario in made.scenarios
    )
    return LineChart(f"Part of {state_name(leader)} by {by}", "percent of world output", series)


def _percents(scenario: Scenario, by: str, state: str) -> Iterator[tuple[int, float]]:
    for each in scenario.years:
        yield each.year, 100 * _parts(each, by).get(state, 0.0) / each.world


def _parts(year: object, by: str) -> Parts:
    found: Parts = getattr(year, f"by_{by}")
    return found


def _leader(parts: Parts) -> str:
    return max((state for state in parts if state != REST), key=lambda state: parts[state])


def _future_row(scenario: Scenario, made: Outlook, year: int) -> FutureRow:
    at = scenario.at(year)
    world = f"{at.world:,.0f} t".replace(",", THIN)
    place, control = (_leading(parts, at.world) for parts in (at.by_place, at.by_control))
    return FutureRow(_future_name(scenario, made), world, place, control)


def _future_name(scenario: Scenario, made: Outlook) -> str:
    if scenario.name == "nobody":
        return "nobody builds it"
    who = "built as told" if scenario.name == "as told" else f"{state_name(made.rival)} builds it"
    return f"{who} ({scenario.reading})" if len(made.pledge.readings) > 1 else who


def _leading(parts: Parts, world: float) -> tuple[str, ...]:
    ranked = sorted((state for state in parts if state != REST), key=lambda state: -parts[state])[:LEADING]
    return tuple(f"{state_name(state)} {100 * parts[state] / world:.1f}{THIN}%" for state in ranked)


def state_name(code: str) -> str:
    known = country(code)
    return known.names("en")[0] if known else "no state told" if code == REST else code


__all__ = ["LAST", "Absent", "chapter", "check_row", "force_row", "outlook_shown", "stages_of", "supply_chart"]
