"""Stretches of one text, found by place without a walk through all of them: long texts have thousands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """Things with a stretch each, in order of the text."""

    spans: tuple[Span, ...]
    things: tuple[T, ...]
    longest: int

    @classmethod
    def of(cls, things: Iterable[T], span_of: Callable[[T], Span]) -> Placed[T]:
        ordered = sorted(((span_of(each), at, each) for at, each in enumerate(things)), key=lambda each: each[:2])
        spans = tuple(span for span, _, _ in ordered)
        return cls(
            spans, tuple(each for _, _, each in ordered), max((stop - start for start, stop in spans), default=0)
        )

    def touching(self, start: int, stop: int) -> list[T]:
        """Things that share at least one character with the stretch, in order of the text."""
        first = bisect_left(self.spans, (start - self.longest, 0))
        last = bisect_left(self.spans, (stop, 0))
        return [self.things[at] for at in range(first, last) if overlap(self.spans[at], (start, stop))]


def overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
