"""Quoted speech and quoted names: stretches between quotation marks, marks included."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from lodeline.language.analysis import Quote

PAIRS = {"«": "»", "“": "”", "„": "“"}
STRAIGHT = re.compile(r'"([^"\n]+)"')


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Outermost quotations within one line, in order. An unclosed mark opens nothing."""
    found = [*paired(text), *(Quote(m.start(), m.end()) for m in STRAIGHT.finditer(text))]
    return tuple(sorted(outermost(found), key=lambda q: q.start))


def paired(text: str) -> Iterator[Quote]:
    stack: list[tuple[str, int]] = []
    for at, char in enumerate(text):
        if char == "\n":
            stack.clear()
        elif stack and char == stack[-1][0]:
            _, start = stack.pop()
            if not stack:
                yield Quote(start, at + 1)
        elif char in PAIRS:
            stack.append((PAIRS[char], at))


def touching(quotes: Sequence[Quote], start: int, stop: int) -> tuple[Quote, ...]:
    """The quotations that lie in a stretch or reach into it; outermost ones stand in order and apart."""
    first = bisect_right(quotes, start, key=lambda q: q.stop)
    return tuple(quotes[first : bisect_left(quotes, stop, key=lambda q: q.start)])


def outermost(quotes: list[Quote]) -> list[Quote]:
    """Drop quotations that lie inside another."""
    result: list[Quote] = []
    for quote in sorted(quotes, key=lambda q: (q.start, -q.stop)):
        if not result or quote.start >= result[-1].stop:
            result.append(quote)
    return result
