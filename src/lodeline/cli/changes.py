"""What changed: the history of one entry in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lodeline.cli import screen
from lodeline.cli.setting import as_text, plain, write_out

if TYPE_CHECKING:
    from lodeline.reports.learning import LearnedLine

DAY = 10
"""Characters of an ISO time that are its day."""


def show_history(lines: tuple[LearnedLine, ...], as_json: bool) -> None:
    """A row for each thing told: when the ledger learned it, when it was published, by whom, what."""
    if as_json:
        write_out(as_text(plain(lines)))
        return
    rows: list[tuple[str, ...]] = [
        (
            each.learned[:DAY],
            f"{'; '.join(each.told) or 'told'}{f' (until {each.until[:DAY]})' if each.until else ''}",
            each.published or "unknown",
            each.source,
        )
        for each in lines
    ]
    screen.table(("learned", "what was told", "published", "source"), rows)
