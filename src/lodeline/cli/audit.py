"""Commands on what the ledger has recorded: `verify`, `forget`."""

from __future__ import annotations

from typing import Annotated

import typer

from lodeline.cli import screen
from lodeline.cli.news import AsJson
from lodeline.cli.setting import Setting, as_text, plain, write_out

WHOLE, HARMED = 0, 1
"""Exit codes of `verify`."""


def verify(
    context: typer.Context,
    head: Annotated[
        str | None, typer.Option(metavar="HASH", help="A head that you noted: the ledger must still hold it.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check that the ledger is what was recorded.

    Every row is chained to the one before it by a hash, so an edit, deletion, swap, insertion or cut-off end is found.
    Who can write the file could write a whole new chain: note the head that is printed in another place, and ask for it
    with --head. Exit code 1 where something was found.

    \b
    lodeline verify
    lodeline verify --head 9c1f…
    """
    setting: Setting = context.obj
    found = setting.workspace().verify(head)
    if as_json:
        write_out(as_text(plain(found)))
    else:
        for fault in found.faults:
            screen.line(f"row {fault.number}: {fault.what}" if fault.number else fault.what, "red")
        whole = "the ledger is what was recorded" if not found.faults else screen.count(len(found.faults), "fault")
        screen.line(f"{screen.count(found.head.count, 'row')}, head {found.head.hash}: {whole}", "bold")
    raise typer.Exit(HARMED if found.faults else WHOLE)


def forget(
    context: typer.Context,
    what: Annotated[
        str, typer.Argument(metavar="DOCUMENT|PERSON", help="A document's id or name, or a person's name.")
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before it is done.")] = False,
    as_json: AsJson = False,
) -> None:
    """Forget a document or a person for good.

    A document goes with its claims, its names and its raw bytes, and is not read again. A person is hidden in every
    text and claim that tells the whole name, in any case and in either script; who shares a word of the name there is
    hidden too. Forget a surname alone to hide it everywhere.

    `lodeline verify` still finds the ledger whole: a tombstone stays. Pages and exports written before, and copies of
    the folder, are out of reach.

    \b
    lodeline forget 3f2a9c
    lodeline forget "Jane Roe"
    """
    setting: Setting = context.obj
    workspace = setting.workspace()
    asked = workspace.concern(what)
    if not yes:
        told = f"{asked.what} {asked.name!r} in {screen.count(len(asked.documents), 'document')}"
        typer.confirm(f"Forget the {told}? It cannot be undone.", abort=True, err=True)
    done = workspace.forget(what)
    if as_json:
        write_out(as_text(plain(done)))
        return
    screen.line(f"Forgotten: {done.what} {done.name!r}, {screen.count(len(done.documents), 'document')}.")
