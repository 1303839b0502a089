"""Commands on the ledger: `ledger`, `show`, `report`, `export`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lodeline.cli import screen
from lodeline.cli.changes import show_history
from lodeline.cli.news import AsJson
from lodeline.cli.setting import Setting, Starter, as_text, plain, write, write_out
from lodeline.errors import BinaryOutput, NoSuchEntry, NotADate, UnknownFormat
from lodeline.reports.exports.forms import FORMS, form_of

if TYPE_CHECKING:
    from lodeline.ledger.commitment import Entry
    from lodeline.workspace import Workspace

BOOKS = ("commitments", "measures", "events", "figures", "voices")
AsOf = Annotated[
    str | None, typer.Option(metavar="DATE", help="As it could be known by the end of this day, month or year.")
]


KnownAt = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="As this ledger had learned it by the end of this day, month or year."),
]


def show_ledger(
    context: typer.Context,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    book: Annotated[
        list[str] | None, typer.Option(metavar="BOOK", help=f"Show these books: {', '.join(BOOKS)}, or all.")
    ] = None,
    starter: Starter = None,
    as_json: AsJson = False,
) -> None:
    """Show the ledger: who promised what, how binding it is.

    Commitments with their stage and bindingness, measures, and the three totals.

    Two times are kept apart: when the world was told (--as-of) and when this ledger learned it (--known-at).

    A new ledger shows the starter ledger of real public deals, until you have read a text.

    With --json: a list of commitments (with --book: of the entries of these books).

    \b
    lodeline ledger
    lodeline ledger --as-of 2025-10
    lodeline ledger --as-of 2025-10 --known-at 2025-12-31
    lodeline ledger --starter
    lodeline ledger --book events --book voices
    lodeline ledger --json
    """
    from lodeline.cli.shelf import IN_FULL, ledger_tables

    setting: Setting = context.obj.mixing(starter)
    books = _books(book)
    state = setting.workspace().state(as_of_date(as_of), as_of_date(known_at, "--known-at"))
    if not as_json:
        ledger_tables(state, books or IN_FULL)
        return
    from lodeline.ledger.views import entry_json

    wanted = books or ("commitments",)
    write_out(as_text([entry_json(entry) for entry in state.entries if entry.book in wanted]))


def _books(asked: list[str] | None) -> tuple[str, ...]:
    unknown = [book for book in asked or () if book not in (*BOOKS, "all")]
    if unknown:
        raise UnknownFormat("--book", unknown[0], (*BOOKS, "all"))
    return BOOKS if "all" in (asked or ()) else tuple(asked or ())


def as_of_date(words: str | None, option: str = "--as-of") -> str | None:
    """An ISO day, month or year; NotADate names the option."""
    from lodeline.documents.publication import iso_date

    if words is None:
        return None
    day = iso_date(words)
    if day is None:
        raise NotADate(option, words)
    return day


def show(
    context: typer.Context,
    entry: Annotated[str, typer.Argument(metavar="ID", help="An entry's id, or the start of it.")],
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write its page, a self-contained HTML file.")
    ] = None,
    history: Annotated[bool, typer.Option("--history", help="Show what was known when, by which source.")] = False,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
) -> None:
    """Show one entry in full, with the words it stands on.

    The page (--html) has its stage over time, the money line by line, where sources disagree, how it came about text by
    text, and how to cite it.

    With --history: a line for each thing told, by the day on which this ledger learned it, corrections among them.
    With --as-of and --known-at: the entry as it stood, without links to others.

    \b
    lodeline show 3f2a
    lodeline show 3f2a --html deal.html
    lodeline show 3f2a --history
    lodeline show 3f2a --as-of 2025-10 --known-at 2025-12-31
    lodeline show 3f2a --json
    """
    from lodeline.cli.shelf import entry_lines
    from lodeline.ledger.views import entry_json

    setting: Setting = context.obj
    if history:
        show_history(setting.workspace().history(entry), as_json)
        return
    found = _entry(setting.workspace(), entry, as_of_date(as_of), as_of_date(known_at, "--known-at"))
    if html:
        from lodeline.reports.html import entry_html

        write(html, entry_html(setting.workspace().entry_page(found.id)))
    if as_json:
        write_out(as_text(entry_json(found)))
    elif html:
        screen.line(f"Written: {html}")
    else:
        for number, line in enumerate(entry_lines(found)):
            screen.line(line, "bold" if number == 0 else None)


def _entry(workspace: Workspace, start: str, as_of: str | None, known_at: str | None) -> Entry:
    """The entry now, or as it stood; NoSuchEntry where nothing of it was known."""
    if as_of is None and known_at is None:
        return workspace.entry(start)
    found = workspace.entry_on(start, as_of, known_at)
    if found is None:
        raise NoSuchEntry(f"{start} by {as_of or 'any day'}, known at {known_at or 'any time'}")
    return found


def report(
    context: typer.Context,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a self-contained HTML page.")] = None,
    markdown: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the page as Markdown.")] = None,
    as_of: AsOf = None,
    starter: Starter = None,
    as_json: AsJson = False,
) -> None:
    """Write the ledger as a page in HTML or Markdown.

    Without an option it is printed as Markdown; with --json, what the page shows is printed as JSON.

    \b
    lodeline report --html ledger.html
    lodeline report --html ledger.html --markdown ledger.md --as-of 2025-12
    """
    from lodeline.cli import pages

    setting: Setting = context.obj.mixing(starter)
    page = setting.workspace().ledger_page(as_of_date(as_of))
    for path, render in ((html, pages.html), (markdown, pages.markdown)):
        if path:
            write(path, render(page))
            if not as_json:
                screen.line(f"Written: {path}")
    if as_json:
        write_out(as_text(plain(page)))
    elif not (html or markdown):
        write_out(pages.markdown(page))


def export(
    context: typer.Context,
    form: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="FORM", help=f"{', '.join(FORMS)} [default: by the name of FILE, else jsonl]."
        ),
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write to FILE instead of printing.")] = None,
    as_of: AsOf = None,
) -> None:
    """Export the ledger for other programs.

    Spreadsheets (csv, xlsx), data frames (parquet), JSON Lines (jsonl: what holds, with a hash on every line; history:
    every claim in order of publication), networks (graphml), maps (geojson), FollowTheMoney (ftm), references (bibtex).

    Quotes are cut to 300 characters; texts themselves are never exported. Every form is the same byte for byte,
    whatever the order in which the texts were read. xlsx and parquet need the extra `frames`.

    \b
    lodeline export --out ledger.xlsx
    lodeline export --format jsonl > ledger.jsonl
    lodeline export --out deals.geojson --as-of 2025-12
    """
    setting: Setting = context.obj
    chosen = form or (form_of(out.name) if out else None) or "jsonl"
    content = setting.workspace().export(chosen, as_of_date(as_of))
    if out:
        write(out, content)
        screen.line(f"Written: {out}")
    elif FORMS[chosen].binary and sys.stdout.isatty():
        raise BinaryOutput(chosen)
    else:
        write_out(content)
