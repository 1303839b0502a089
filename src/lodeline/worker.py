"""The child process that reads texts for another: `python -m lodeline.worker DESCRIPTOR EXPLAIN [PUBLISHED]`."""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from dataclasses import replace
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import TYPE_CHECKING

from lodeline.documents.isolation import PageCleaner
from lodeline.documents.loading import Loader, Raw
from lodeline.documents.sources import Failure
from lodeline.errors import LodelineError
from lodeline.reading import try_read

if TYPE_CHECKING:
    from lodeline.reading import Told


def start(arguments: list[str]) -> None:
    """Read what comes on the line until it is cut. An interrupt is for the process that reads our answers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    line = Connection(int(arguments[0]))
    coming: SimpleQueue[Raw] = SimpleQueue()
    threading.Thread(target=watch, args=(line, coming), daemon=True).start()
    published = arguments[2] if len(arguments) > 2 else None
    with PageCleaner() as pages:
        loader = Loader(published, pages)
        while True:
            line.send(answer(loader, coming.get(), explain=arguments[1] == "1"))


def watch(line: Connection, coming: SimpleQueue[Raw]) -> None:
    """Take items from the line; where it is cut nobody waits for an answer, and the process ends in mid-work."""
    try:
        while True:
            coming.put(line.recv())
    except (EOFError, OSError):
        os._exit(0)


def answer(loader: Loader, raw: Raw, explain: bool) -> Told | Failure | LodelineError:
    """What came of one item, small enough to send: its analysis stays here. An error is one that ends the run."""
    document = loader.try_document(raw)
    try:
        told = document if isinstance(document, Failure) else try_read(document, explain)
    except LodelineError as error:
        return with_its_way(error)
    if isinstance(told, Failure):
        with_its_way(told.error)
        return told
    return replace(told, analysis=None)


def with_its_way(error: LodelineError) -> LodelineError:
    """The way to an error as a note of it: a traceback cannot be sent."""
    if error.__cause__ is not None:
        error.add_note("".join(traceback.format_exception(error.__cause__)))
    return error


if __name__ == "__main__":
    start(sys.argv[1:])
