"""Commands on what the ledger has recorded: `verify`."""

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
