"""Sentences and words of Russian, by razdel, with offsets into the whole text."""

from __future__ import annotations

from collections.abc import Iterator


def sentences(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    from razdel import sentenize

    for piece in sentenize(text[start:stop]):
        if piece.text.strip():
            yield start + piece.start, start + piece.stop


def words(text: str, start: int, stop: int) -> list[tuple[int, int, str]]:
    from razdel import tokenize

    return [(start + piece.start, start + piece.stop, piece.text) for piece in tokenize(text[start:stop])]
