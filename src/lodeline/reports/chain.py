"""From the ledger and the tables to the chapter "What it changes in supply"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from lodeline.assessment.checks import Check, check
from lodeline.assessment.standing import in_force
from lodeline.ledger.commitment import Entry
from lodeline.reports.cards import anchor
from lodeline.reports.chain_outlook import Asked, outlook_shown, outlooks
from lodeline.reports.chain_pages import Chapter, CheckRow, ForceRow, ShareBar, SupplyChart
from lodeline.reports.chain_words import capital, state_name, tonnes_text
from lodeline.reports.figures import THIN
from lodeline.reports.quoting import titled
from lodeline.reports.slots import claim_title
from lodeline.scenarios.outlook import Outlook
from lodeline.supply.indicators import hhi, shares
from lodeline.supply.output import Output
from lodeline.supply.ranges import Range

SHOWN = 8
"""Countries of a supply chart; the rest is one bar."""


def chapter(entries: Sequence[Entry], today: date, asked: Asked | None = None) -> Chapter:
    """`asked` narrows what is computed, and names who builds it in the third alternative."""
    futures, silent = outlooks(entries, today, asked or Asked())
    checks = [(entry, found) for entry in entries for found in _checks(entry)]
    return Chapter(
        today=today.isoformat(),
        checks=tuple(check_row(found, anchor(entry.id)) for entry, found in checks),
        forces=tuple(force_row(entry, today) for entry in entries if entry.kind == "restriction"),
        supplies=tuple(_supplies(checks, [made for _, made in futures])),
        outlooks=tuple(outlook_shown(plan, made) for plan, made in futures),
        silent=silent,
    )


def _checks(entry: Entry) -> Iterator[Check]:
    published = {each.claim: each.published for each in entry.evidence}
    for claim in entry.claims:
        found = check(claim, published.get(claim.id))
        if found is not None:
            yield found


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


def _supplies(checks: Iterable[tuple[Entry, Check]], futures: Iterable[Outlook]) -> Iterator[SupplyChart]:
    """One chart for each table that a check or an outlook stands on."""
    made = [*(found.made for _, found in checks if found.made), *(future.base for future in futures)]
    unique = {(each.commodity, each.stage, each.year): each for each in made}
    yield from map(supply_chart, unique.values())


def supply_chart(made: Output) -> SupplyChart:
    """The largest producers, and all others as what is left of the world."""
    bars = [
        ShareBar(state_name(s.country), s.percent.low, s.percent.mid, s.percent.high, _tonnes(made, s.figure.value))
        for s in shares(made)[:SHOWN]
        if s.percent.mid > 0
    ]
    rest = 100 - sum(bar.percent for bar in bars)
    if rest > 0.05 and made.whole:
        bars.append(ShareBar("all others", rest, rest, rest, _tonnes(made, made.whole * rest / 100)))
    return SupplyChart(
        title=f"{capital(made.commodity)}: {made.stage} by country, {made.year}",
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
        yield f"World: {tonnes_text(made.printed)}" if made.printed else "The source prints no world total"
    if made.gap is not None and abs(made.gap) >= 0.0005 and not made.is_relative:
        yield f"The countries add up to {100 * (1 - made.gap):.1f}{THIN}% of the printed world total"
    withheld = [state_name(figure.country) for figure in made.countries if figure.value is None]
    if withheld:
        yield f"Withheld by the source: {', '.join(withheld)}"
    sure = sum(figure.evidence == "checked" for figure in made.figures)
    yield f"{len(made.figures) - sure} of {len(made.figures)} figures are recalled or assumed"


def _tonnes(made: Output, value: float | None) -> float | None:
    return None if made.is_relative or value is None else round(value, 3)
