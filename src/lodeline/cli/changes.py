"""What changed: `diff` between two days, and the history of one entry."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from lodeline.cli import screen
from lodeline.cli.news import AsJson
from lodeline.cli.setting import Setting, as_text, plain, write, write_out
from lodeline.errors import NotADate, UnknownFormat

if TYPE_CHECKING:
    from lodeline.reports.learning import LearnedLine

Choice = TypeVar("Choice", bound=str)

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


def diff(
    context: typer.Context,
    since: Annotated[str, typer.Argument(metavar="SINCE", help="The earlier day, month or year, to its end.")],
    until: Annotated[
        str | None, typer.Argument(metavar="UNTIL", help="The later day, month or year [default: today].")
    ] = None,
    by: Annotated[
        str, typer.Option(metavar="TIME", help="published: when the world was told; known: when this ledger was.")
    ] = "published",
    lang: Annotated[str, typer.Option(metavar="LANGUAGE", help="Language of the brief: en or ru.")] = "en",
    markdown: Annotated[Path | None, typer.Option(metavar="FILE", help="Write it as Markdown.")] = None,
    as_json: AsJson = False,
) -> None:
    """Tell what changed between two days.

    New commitments and measures, what moved up, stopped or was taken up again, where sources disagree anew, new sums,
    and deadlines that passed with nothing told since. With --by known it is what this ledger learned, old news too.

    \b
    lodeline diff 2025-11-06 2025-11-13
    lodeline diff 2025-11-06 --lang ru --markdown week.md
    lodeline diff 2025-10 2025-11 --by known
    """
    from lodeline.reports.changes import BYS, LANGUAGES, changes_markdown, text_lines

    setting: Setting = context.obj
    workspace = setting.workspace()
    days = (_day("SINCE", since), _day("UNTIL", until or workspace.today.isoformat()))
    page = workspace.diff(*days, _one_of("--by", by, BYS), _one_of("--lang", lang, LANGUAGES))
    if markdown:
        write(markdown, changes_markdown(page))
    if as_json:
        write_out(as_text(plain(page)))
    elif markdown:
        screen.line(f"Written: {markdown}")
    else:
        for line, is_head in text_lines(page):
            screen.line(line, "bold" if is_head else None)


def _day(option: str, words: str) -> str:
    from lodeline.documents.publication import iso_date

    day = iso_date(words)
    if day is None:
        raise NotADate(option, words)
    return day


def _one_of(option: str, words: str, known: tuple[Choice, ...]) -> Choice:
    found = next((each for each in known if each == words), None)
    if found is None:
        raise UnknownFormat(option, words, known)
    return found
