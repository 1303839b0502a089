"""Commands on supply: `check`, `supply`, `outlook`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from lodeline.cli import screen
from lodeline.cli.news import AsJson
from lodeline.cli.setting import Setting, as_text, plain, write_out

if TYPE_CHECKING:
    from lodeline.reports.chain_pages import Chapter, OutlookShown, SupplyChart


def check(context: typer.Context, as_json: AsJson = False) -> None:
    """Check claimed shares; say what is in force.

    Every share of the world in the ledger beside the table's figure with year, unit and source; every restriction with
    its standing on the day (--today).

    \b
    lodeline check
    lodeline --today 2025-12-01 check
    lodeline check --json
    """
    setting: Setting = context.obj
    chapter = setting.answering().chapter()
    if as_json:
        write_out(as_text({"today": chapter.today, "checks": plain(chapter.checks), "measures": plain(chapter.forces)}))
        return
    _checks(chapter)
    _forces(chapter)


def _checks(chapter: Chapter) -> None:
    if not chapter.checks:
        screen.line("The ledger tells no share of the world.", "dim")
        return
    for row in chapter.checks:
        screen.line(f"{row.claim}", "bold")
        screen.line(f"  told {row.told} · table {row.table} · {row.verdict}")
        screen.line(f"  {row.reason}", "dim")


def _forces(chapter: Chapter) -> None:
    for row in chapter.forces:
        screen.line(f"{row.title}", "bold")
        screen.line(f"  on {chapter.today}: {row.force} ({row.reason})")
        for each in row.table:
            screen.line(f"  measures table: {each}", "dim")


def supply(
    context: typer.Context,
    mineral: Annotated[str, typer.Argument(metavar="MINERAL", help="In English, Russian or Kazakh.")],
    stage: Annotated[
        str | None, typer.Option(metavar="STAGE", help="mining, refining, smelting…; default: all.")
    ] = None,
    year: Annotated[int | None, typer.Option(metavar="YEAR", help="Default: the newest of the table.")] = None,
    country: Annotated[
        str | None, typer.Option(metavar="COUNTRY", help="Its share and net import reliance; name or ISO code.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show who mines and refines a mineral.

    Shares with their range, concentration, gaps, sources; what is not known is said and never 0.

    \b
    lodeline supply tungsten
    lodeline supply вольфрам --stage mining --year 2024
    lodeline supply copper --country China
    """
    setting: Setting = context.obj
    answer = setting.workspace().supply(mineral, stage, year, country)
    if as_json:
        write_out(as_text(plain(answer)))
        return
    for chart in answer.charts:
        _supply_chart(chart)
    for note in answer.notes:
        screen.line(f"{note}", "yellow")


def _supply_chart(chart: SupplyChart) -> None:
    from lodeline.reports.chain_words import percent_text, tonnes_text

    screen.line(f"{chart.title} ({chart.unit})", "bold")
    wide = max((len(bar.name) for bar in chart.bars), default=0)
    for bar in chart.bars:
        span = "" if bar.low_percent == bar.high_percent else f"({bar.low_percent:.0f}–{bar.high_percent:.0f})"
        drawn = "█" * round(bar.percent / 4) or "▏"
        figures = f"{percent_text(bar.percent):>8} {span:9} {tonnes_text(bar.tonnes):>14}"
        screen.line(f"  {bar.name:{wide}} {figures}  {drawn}")
    for note in chart.notes:
        screen.line(f"  {note}", "dim")
    screen.line(f"  Source: {chart.source}", "dim")


def outlook(
    context: typer.Context,
    mineral: Annotated[str | None, typer.Argument(metavar="[MINERAL]", help="Only commitments on this one.")] = None,
    rival: Annotated[
        str | None, typer.Option(metavar="COUNTRY", help="Who builds it otherwise; default: the largest producer.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show what commitments would change by 2040.

    What each would change in who mines, refines and controls a mineral.

    With and without, by place and by control, for each reading of what was told, beside "nobody builds it" and
    "somebody else builds it". First version, without any chance: "if it is built as told".

    \b
    lodeline outlook tungsten
    lodeline outlook tungsten --rival Japan
    """
    setting: Setting = context.obj
    chapter = setting.answering().outlooks(mineral, rival)
    if as_json:
        silent = [{"commitment": title, "reason": reason} for title, reason in chapter.silent]
        write_out(as_text({"outlooks": plain(chapter.outlooks), "not_computed": silent}))
        return
    for shown in chapter.outlooks:
        _outlook(shown)
    for title, reason in chapter.silent:
        screen.line(f"Not computed: {title}: {reason}", "dim")
    if not chapter.outlooks and not chapter.silent:
        built = f"builds anything for {mineral}" if mineral else "builds anything"
        screen.line(f"No commitment of the ledger {built}. Read something: lodeline read FILE", "dim")


def _outlook(shown: OutlookShown) -> None:
    _answer(shown)
    for each in shown.unsure:
        screen.line(f"  {each}", "dim")
    for row in shown.inputs:
        if row.carries:
            screen.line(f"    {row.name}: {row.value} · {row.evidence} · {row.source}", "dim")


def _answer(shown: OutlookShown) -> None:
    screen.line(f"{shown.title}{' (INVENTED)' if shown.invented else ''}", "bold")
    screen.line(f"  {shown.commitment}")
    for each in shown.summary:
        screen.line(f"  · {each}.")
    _futures(shown)


def _futures(shown: OutlookShown) -> None:
    """A line a future, a column a state; figures stand under one another."""
    from lodeline.reports.chain_words import percent_text, tonnes_text

    parts = shown.rows[0].parts
    lines = [("", "", *(part.by for part in parts)), (f"in {shown.year}", "world", *(part.state for part in parts))]
    for row in shown.rows:
        percents = (percent_text(part.percent_of_world) for part in row.parts)
        lines.append((row.name, tonnes_text(row.world_tonnes), *percents))
    first, *others = (max(map(len, column)) for column in zip(*lines, strict=True))
    for name, *cells in lines:
        figures = (cell.rjust(width) for cell, width in zip(cells, others, strict=True))
        screen.line(f"    {name:{first}}  {'  '.join(figures)}".rstrip())


def show(chapter: Chapter) -> None:
    """The whole supply path in short, for the demo."""
    screen.line("")
    screen.line("Claims checked against the tables", "bold")
    _checks(chapter)
    screen.line("")
    screen.line(f"Measures on {chapter.today}", "bold")
    _forces(chapter)
    for shown in chapter.outlooks:
        screen.line("")
        _answer(shown)
        screen.line(f"  {'. '.join(shown.unsure)}.", "dim")
