"""Stretches of a text: from tokens, and without the marks at their ends."""

from __future__ import annotations

from lodeline.claims.scene import View

Span = tuple[int, int]


def span_of(view: View, tokens: tuple[int, int]) -> Span:
    """The stretch of tokens [first, last)."""
    return view.tokens[tokens[0]].start, view.tokens[tokens[1] - 1].stop


def clean(text: str, start: int, stop: int) -> Span:
    """Without white space, closing commas and stops, and without quotation marks around the whole."""
    while start < stop and not (text[start].isalnum() or text[start] in '«“„"(…-−$€'):
        start += 1
    while start < stop and (text[stop - 1].isspace() or text[stop - 1] in ".,;:—–"):
        stop -= 1
    while start < stop and is_sign(text[stop - 1]):
        stop -= 1
    pairs = {"«": "»", "“": "”", '"': '"'}
    whole = text[start:stop]
    if whole and pairs.get(whole[0]) == whole[-1] and whole[1:-1].count(whole[0]) == 0:
        return clean(text, start + 1, stop - 1)
    return start, stop


def is_sign(char: str) -> bool:
    """An emoji, a flag, a space between them."""
    return ord(char) > 0x2190 or char.isspace() or char in "\ufe0f\u200d"
