"""Untrusted pages are cleaned in a child process that is killed when it takes too long or too much memory.

One child serves a whole run, since it starts slowly; when it dies, only its own page is lost, the next gets a new one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any

from lodeline.documents.children import Child
from lodeline.documents.page import Page
from lodeline.errors import PageTooCostly, PageWithoutText, TooLarge


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may cost: wall time, address space of the child, size of the page."""

    seconds: float = 10.0
    memory_bytes: int = 512_000_000
    page_bytes: int = 10_000_000
    start_seconds: float = 30.0

    def __str__(self) -> str:
        return f"{self.seconds:g} seconds and {self.memory_bytes // 1_000_000} MB"


class PageCleaner:
    """Takes articles out of pages, one at a time, in a child under limits. Use it in a `with` block."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._child: Child | None = None

    def __enter__(self) -> PageCleaner:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        if self._child:
            self._child.stop()
            self._child = None

    def clean(self, html: str, where: str) -> Page:
        """The article in `html`; raises TooLarge, PageTooCostly or PageWithoutText."""
        body = html.encode("utf-8", errors="replace")
        if len(body) > self.limits.page_bytes:
            raise TooLarge(where, len(body), self.limits.page_bytes)
        reply = self._ask(body, where)
        if reply is None:
            raise PageWithoutText(where)
        return Page(**{**reply, "left_out": tuple(reply["left_out"])})

    def _ask(self, body: bytes, where: str) -> dict[str, Any] | None:
        child = self._child = self._child or self._start(where)
        try:
            child.line.send_bytes(body)
            return _receive(child.line, self.limits.seconds)
        except (EOFError, OSError, ValueError) as error:
            self.close()
            raise PageTooCostly(where, str(self.limits)) from error

    def _start(self, where: str) -> Child:
        limits = self.limits
        child = Child.start("lodeline.documents.page", str(limits.memory_bytes), str(int(limits.seconds) + 5))
        try:
            _receive(child.line, limits.start_seconds)
        except (EOFError, OSError, ValueError) as error:
            child.stop()
            raise PageTooCostly(where, f"{limits} (the cleaner did not start)") from error
        return child


def _receive(line: Connection, seconds: float) -> dict[str, Any] | None:
    """The page of the next answer; TimeoutError (an OSError) where none comes in time."""
    if not line.poll(seconds):
        raise TimeoutError
    reply = json.loads(line.recv_bytes())
    page: dict[str, Any] | None = reply.get("page")
    return page
