"""What is longer than any sentence of prose is cut at a space, so that work stays linear in the text."""

from __future__ import annotations

from collections.abc import Iterator

LONGEST = 2000
"""Code points in a sentence."""


def stretches(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """A sentence as it is; one longer than prose has, in parts."""
    while stop - start > LONGEST:
        cut = text.rfind(" ", start, start + LONGEST) + 1 or start + LONGEST
        yield start, cut
        start = cut
    yield start, stop
