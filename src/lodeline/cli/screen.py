"""What people see in a terminal: lines, tables, progress and errors. Untrusted words are shown as plain text."""

from __future__ import annotations

import os
import re
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

    from lodeline.errors import LodelineError

PIPE_WIDTH = 100
"""Columns where the output is no terminal, so that tables in files are not cut to 80."""
LEAST = 30
"""Columns that what a row is about keeps on a narrow screen: below, names break."""
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


def count(number: int, one: str, many: str = "") -> str:
    """`1 claim`, `2 claims`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def table(heads: tuple[str, ...], rows: list[tuple[str, ...]], title: str = "") -> None:
    """Rows under heads; the first column is an id and is never wrapped, the second says most and stays wide."""
    from rich import box
    from rich.table import Table

    to = console()
    shown = Table(title=title or None, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    room = to.width - 3 * (len(heads) - 1) - 2  # what is left between the blanks of the frame
    for head, width in zip(heads, _widths([heads, *rows], room), strict=True):
        shown.add_column(head, width=width, overflow="fold")
    for row in rows:
        shown.add_row(*row)
    to.print(shown)


def _widths(rows: Sequence[tuple[str, ...]], room: int) -> list[int]:
    """Widths that fit: first the second column gives way, then the others to their longest words, the last first."""
    columns = list(zip(*rows, strict=True))
    widths = [max(map(len, cells)) for cells in columns]
    words = [max(len(word) for cell in cells for word in cell.split() or [""]) for cells in columns]
    for at, floor in [(1, LEAST), *((n, words[n]) for n in range(len(columns) - 1, 1, -1)), (1, words[1])]:
        over = sum(widths) - room
        if over > 0 and len(widths) > at:
            widths[at] = max(min(widths[at], floor), widths[at] - over)
    return widths


@contextmanager
def progress(what: str, total: int, shown: bool = True) -> Iterator[Callable[[str], Any]]:
    """A bar on standard error while work goes on, where that is a terminal; call it with each item's name."""
    if not (shown and sys.stderr.isatty()):
        yield lambda _: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # Lines printed meanwhile go above the bar in a terminal, and never to standard error where the output is a file.
    shared = sys.stdout.isatty()
    with Progress(*columns, console=console(errors=True), transient=True, redirect_stdout=shared) as bar:
        task = bar.add_task(what, total=total)

        def advance(name: str) -> None:
            bar.update(task, advance=1, description=f"{what} {CONTROLS.sub('', name)[:40]}")
            if bar.tasks[0].completed > total:  # a file may hold many texts
                bar.update(task, total=bar.tasks[0].completed)

        yield advance
