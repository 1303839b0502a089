"""What a person types in by hand: `add`."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from lodeline.cli import screen
from lodeline.cli.news import AsJson
from lodeline.cli.setting import Setting, as_text, write_out


def add(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="FILE.toml", help="What you typed, with its source.")] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who typed it; shown beside it.")] = None,
    template: Annotated[bool, typer.Option("--template", help="Print an example with comments to fill in.")] = False,
    as_json: AsJson = False,
) -> None:
    """Add a commitment by hand, with its source.

    The file cites one source and quotes the words of each claim. It joins what was read: one deal stays one entry, and
    where you and a text differ, both are shown. What stands on your hand is marked so everywhere.

    \b
    lodeline add --template > deal.toml
    lodeline add deal.toml --by "Jane Roe"
    """
    if template:
        write_out(files("lodeline.claims").joinpath("data", "by_hand.toml").read_text(encoding="utf-8"))
        return
    if file is None:
        raise typer.BadParameter("give a file; --template prints one to fill in", param_hint="FILE.toml")
    from lodeline.ledger.views import entry_json

    setting: Setting = context.obj
    workspace = setting.workspace()
    told = workspace.add(file, by)
    entries = [entry for entry in workspace.state().entries if told.document.id in entry.sources]
    if as_json:
        write_out(as_text({"document": told.document.id, "new": told.new, "entries": list(map(entry_json, entries))}))
        return
    held = "" if told.new else ", already in the ledger"
    screen.line(f"{told.document.name}: {screen.count(len(told.reading.claims), 'claim')} typed by hand{held}")
    for entry in entries:
        screen.line(f"  {entry.id[:8]}  {entry.title}")
