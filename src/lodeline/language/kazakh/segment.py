"""Sentences and words of a Kazakh text, with offsets into the whole text."""

from __future__ import annotations

import re
from collections.abc import Iterator

END = re.compile(
    r"(?<![.!?…])[.!?…]++[»”\"')\]]*+(?=\s++[«“\"(–—-]*+\s*+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ0-9])"
    r"|(?<![!?…])[!?…]++[»”\"]*+(?=\s++[«“A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])"
)
SPACES = re.compile(r"\s*")
LONGEST_WORD = 24
LAST_WORD = re.compile(rf"[\w.]{{1,{LONGEST_WORD}}}$")
WORD = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,:]\d+)*(?:-[^\W\d_]+)?"
    r"|[^\W\d_]+(?:[-’'ʼ.&][^\W_]+)*|[-–—]|\S"
)
ABBREVIATIONS = frozenset(
    ["млн", "млрд", "трлн", "т.б", "б", "ж", "жж", "ғ", "т", "мың", "долл", "тг", "км", "ст", "г", "с", "бет", "ш"]
)


def sentences(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Stretches of sentences; a point after an initial or an abbreviation ends none."""
    first = start
    for found in END.finditer(text, start, stop):
        word = LAST_WORD.search(text, max(first, found.start() - LONGEST_WORD), found.start())
        before = word.group() if word else ""
        if found.group() == "." and (before in ABBREVIATIONS or (len(before) == 1 and before.isupper())):
            continue
        if re.match(r"\s+[–—-]\s", text[found.end() : found.end() + 4]) and "»" in found.group() + '”"':
            continue
        yield first, found.end()
        spaces = SPACES.match(text, found.end(), stop)
        first = spaces.end() if spaces else found.end()
    if text[first:stop].strip():
        yield first, stop


def words(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    return [found.span() for found in WORD.finditer(text, start, stop)]
