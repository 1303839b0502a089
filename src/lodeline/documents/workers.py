"""Many texts read on several cores: child processes take items as they get free, answers come in the items' order.

A child that dies loses its own item only and another takes its place. Children end with this process, however it ends:
they watch their line and are gone when it is cut.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Any

from lodeline.documents.children import Child
from lodeline.documents.loading import Raw
from lodeline.documents.sources import Failure
from lodeline.errors import LodelineError, ReaderFailed

WINDOW = 16
"""Items for each child that may wait, done or not, behind one that takes long."""
WINDOW_SIGNS = 30_000_000
"""Characters of all that waits."""


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(slots=True)
class Place:
    """One item's place in the order: empty until its answer is there."""

    item: Raw | Failure
    answer: Any = None

    @property
    def signs(self) -> int:
        return len(self.item.item.body) if isinstance(self.item, Raw) else 0


@dataclass(slots=True)
class Workers:
    """Children that run `module` with `arguments`, started when there is work for them. Use it in a `with` block.

    They get items and answer each with what came of it; an answer that is a LodelineError ends the run.
    """

    jobs: int
    module: str
    arguments: tuple[str, ...] = ()
    busy: dict[Connection, tuple[Child, Place]] = field(default_factory=dict)
    idle: list[Child] = field(default_factory=list)

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for child in (*self.idle, *(child for child, _ in self.busy.values())):
            child.stop()
        self.idle.clear()
        self.busy.clear()

    def answers(self, items: Iterable[Raw | Failure]) -> Iterator[Any]:
        """What came of each item, in order; a Failure among the items is its own answer."""
        coming, row = iter(items), deque[Place]()
        while self._hand_out(coming, row) or row:
            while row and row[0].answer is not None:
                yield row.popleft().answer
            if self.busy:
                for line in wait(list(self.busy)):
                    self._take(line)

    def _hand_out(self, coming: Iterator[Raw | Failure], row: deque[Place]) -> bool:
        """Give work to whoever is free, as far as the row may grow; whether anything was given out."""
        given = False
        while len(self.busy) < self.jobs and (not row or self._has_room(row)) and (item := next(coming, None)):
            place = Place(item, item if isinstance(item, Failure) else None)
            row.append(place)
            if isinstance(item, Raw):
                self._give(place)
            given = True
        return given

    def _has_room(self, row: deque[Place]) -> bool:
        return len(row) < WINDOW * self.jobs and sum(place.signs for place in row) < WINDOW_SIGNS

    def _give(self, place: Place) -> None:
        while self.idle:
            child = self.idle.pop()
            if _sent(child, place):
                break
            child.stop()
        else:
            child = Child.start(self.module, *self.arguments)
            _sent(child, place)
        self.busy[child.line] = child, place

    def _take(self, line: Any) -> None:
        """The answer on a line, or the end of the child behind it."""
        try:
            answer = line.recv()
        except (EOFError, OSError):
            self._lost(line)
            return
        child, place = self.busy.pop(line)
        self.idle.append(child)
        if isinstance(answer, LodelineError):
            raise answer
        place.answer = answer

    def _lost(self, line: Connection) -> None:
        child, place = self.busy.pop(line)
        where = place.item.item.where if isinstance(place.item, Raw) else ""
        child.stop()
        place.answer = Failure(where, ReaderFailed(where, "the process that read it died"))


def _sent(child: Child, place: Place) -> bool:
    """Whether a child took an item; one that died while it was idle takes none."""
    try:
        child.line.send(place.item)
    except OSError:
        return False
    return True
