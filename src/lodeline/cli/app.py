"""The command line as a whole: global options, and the commands in the order in which people meet them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lodeline.cli import add, audit, balance, book, chain, changes, measure, names, news, screen, texts
from lodeline.cli.setting import Setting, day

app = typer.Typer(
    name="lodeline",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def show_version(wanted: bool) -> None:
    if wanted:
        from lodeline.reports.sources import version

        typer.echo(f"lodeline {version()}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    workspace: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", envvar="LODELINE_WORKSPACE", help="Folder of the ledger [default: your data folder]."
        ),
    ] = None,
    today: Annotated[str | None, typer.Option(metavar="DATE", help="Take this day for today, as 2025-11-06.")] = None,
    starter: Annotated[
        bool | None,
        typer.Option(
            "--starter/--no-starter",
            envvar="LODELINE_STARTER",
            help="Show the starter ledger of real deals, or leave it out [default: until you have read a text].",
        ),
    ] = None,
    debug: Annotated[
        bool, typer.Option("--debug", envvar="LODELINE_DEBUG", help="Show the traceback of each error.")
    ] = False,
    version: Annotated[  # noqa: ARG001  (its callback has done the work)
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """From headline to supply line: news of critical-mineral deals as a sourced ledger of promises.

    \b
    lodeline demo                      read eight invented reports and show what their deal would change
    lodeline read news.txt             read a report; it stays in the ledger
    lodeline ledger                    who promised what to whom, how binding it is
    lodeline outlook tungsten          what a commitment would change in world supply
    lodeline report --html ledger.html
    """
    screen.tracebacks.shown = debug
    context.obj = Setting(workspace, day("--today", today) if today else None, starter)


app.command()(news.demo)
app.command()(news.read)
app.command()(add.add)
app.command()(texts.extract)
app.command()(texts.brief)
app.command()(measure.evaluate)
app.command("ledger")(book.show_ledger)
app.command()(book.show)
app.add_typer(names.entities)
app.command()(chain.check)
app.command()(chain.supply)
app.command()(chain.outlook)
app.command()(balance.balance)
app.command()(book.report)
app.command()(changes.diff)
app.command()(book.export)
app.command()(audit.verify)
app.command()(audit.forget)
