"""What people see in a terminal: lines, tables, progress and errors. Untrusted words are shown as plain text."""

from __future__ import annotations

import os
import re
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

    from lodeline.errors import LodelineError

PIPE_WIDTH = 100
"""Columns where the output is no terminal, so that tables in files are not cut to 80."""
WIDEST = 34
"""Least columns of what a row is about: below, names break."""
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def console(errors: bool = False) -> Console:
    from rich.console import Console

    stream = sys.stderr if errors else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else PIPE_WIDTH
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)


def line(words: str = "", style: str | None = None) -> None:
    """One line of output, never wrapped in the middle by us."""
    console().print(words, style=style, soft_wrap=True)


def error(problem: LodelineError) -> None:
    """One red line on standard error: where, what, what to do. With --debug the traceback follows."""
    notice(f"error: {problem}", "bold red")
    if tracebacks.shown:
        for told in traceback.format_exception(problem):
            for each in told.splitlines():
                notice(each, "dim")


@dataclass
class Tracebacks:
    """Whether errors come with the way to them; the command sets it from --debug at its start."""

    shown: bool = False


tracebacks = Tracebacks()


def notice(words: str, style: str = "yellow") -> None:
    """One line beside the output, on standard error."""
    console(errors=True).print(CONTROLS.sub("�", words), style=style, soft_wrap=True)


def table(heads: tuple[str, ...], rows: list[tuple[str, ...]], title: str = "") -> None:
    """Rows under heads; the first column is an id and is never wrapped, the second says most and stays wide."""
    from rich import box
    from rich.table import Table

    shown = Table(title=title or None, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    for number, head in enumerate(heads):
        shown.add_column(head, no_wrap=number == 0, overflow="fold", min_width=WIDEST if number == 1 else None)
    for row in rows:
        shown.add_row(*row)
    console().print(shown)


@contextmanager
def working(what: str) -> Iterator[None]:
    """A spinner on standard error while one thing goes on; nothing may be printed meanwhile."""
    if not sys.stderr.isatty():
        yield
        return
    with console(errors=True).status(CONTROLS.sub("", what)):
        yield


@contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[str], Any]]:
    """A bar on standard error while work goes on, where that is a terminal; call it with each item's name."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # Lines printed meanwhile go above the bar in a terminal, and never to standard error where the output is a file.
    shared = sys.stdout.isatty()
    with Progress(*columns, console=console(errors=True), transient=True, redirect_stdout=shared) as bar:
        task = bar.add_task(what, total=total)
        yield lambda name: bar.update(task, advance=1, description=f"{what} {CONTROLS.sub('', name)[:40]}")
