"""Zones of a text: body, caption, subhead, teaser, boilerplate. Stand-off labels; the text is never cut.

Captions are read; teasers are pointers to other articles and carry no claim. A teaser may be glued to the sentence
after it where a page lost a line break ("READ MORE: … ministerThe plant …"): the joint is where a word or closing
mark runs into a capital letter without a space.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple, cast

from lodeline.language.analysis import Zone, ZoneSpan

GLUE = re.compile(r"(?<=[a-zа-яёәғқңөұүһі0-9?!.…»”\"])(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\w{1,40}+[\s,]|[A-ZА-ЯЁ]{2,}|[«“])")
CAPTION_TAIL = re.compile(r"[.!?…]\s+[A-ZА-ЯЁ][\w .-]{2,40},\s+\d{1,2}\s+\w+\s+\d{4}(\s+года)?\.?$")
PREFIX_OF_NAME = 3
"""A joint inside a Latin word needs more letters before it than a prefix such as Mc, Mac or De has."""
WORD_BEFORE = re.compile(rf"\w{{1,{PREFIX_OF_NAME + 1}}}$")
SUBHEAD_LENGTH = 90
BEFORE_CUE = "([*•"
"""Signs that a credit or a pointer may open with: "(Reporting by …"."""
END_MARKS = '.!?…:;»”")'


class Cue(NamedTuple):
    zone: str
    text: str


@cache
def cues() -> tuple[Cue, ...]:
    """Words that open a zone; longest first, so that the more telling cue wins."""
    table = files("lodeline.language").joinpath("data/zones.csv").read_text("utf-8").splitlines()
    rows = [Cue(row["zone"], row["cue"]) for row in csv.DictReader(table)]
    return tuple(sorted(rows, key=lambda cue: -len(cue.text)))


def find_zones(text: str) -> tuple[ZoneSpan, ...]:
    """Label every non-empty line; a glued teaser gives two zones in one line."""
    zones: list[ZoneSpan] = []
    for start, stop in lines(text):
        zones.extend(zones_of_line(text, start, stop))
    return tuple(zones)


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of lines that hold more than white space, without their loose ends."""
    for found in re.finditer(r"[^\n]+", text):
        line = found.group()
        if line.strip():
            left = found.start() + len(line) - len(line.lstrip())
            yield left, found.start() + len(line.rstrip())


def zones_of_line(text: str, start: int, stop: int) -> Iterator[ZoneSpan]:
    line = text[start:stop]
    bare = line.lstrip(BEFORE_CUE)
    cue = next((cue for cue in cues() if opens_with(bare, cue.text)), None)
    if cue is None:
        yield ZoneSpan(start, stop, *plain_zone(line))
    elif cue.zone == "teaser":
        joint = glued_at(line, len(line) - len(bare) + len(cue.text))
        yield ZoneSpan(start, start + (joint or len(line)), "teaser", f"opens with “{cue.text}”: a pointer")
        if joint:
            yield from zones_of_line(text, start + joint, stop)
    elif cue.zone == "credit":
        yield ZoneSpan(start, stop, "boilerplate", f"opens with “{cue.text}”: a credit")
    else:
        yield ZoneSpan(start, stop, cast(Zone, cue.zone), f"opens with “{cue.text}”")


def opens_with(line: str, cue: str) -> bool:
    head = line[: len(cue) + 1].casefold()
    if not head.startswith(cue):
        return False
    after = head[len(cue) :]
    if cue in ("related", "recommended", "share", "подробнее", "по теме", "copyright"):
        return after in (":", "") or line.rstrip().casefold() == cue
    return not after or not after.isalnum()


def glued_at(line: str, after: int) -> int | None:
    """Where the sentence glued to a teaser begins, or None."""
    for joint in GLUE.finditer(line, after):
        word = WORD_BEFORE.search(line, max(0, joint.start() - PREFIX_OF_NAME - 1), joint.start())
        before = word.group() if word else ""
        if not before or not before.isascii() or len(before) > PREFIX_OF_NAME:
            return joint.start()
    return None


def plain_zone(line: str) -> tuple[Zone, str]:
    letters = [c for c in line if c.isalpha()]
    if len(line) <= SUBHEAD_LENGTH and len(letters) > 3 and line.upper() == line and " " in line:
        return "subhead", "all capitals"
    if CAPTION_TAIL.search(line):
        return "caption", "ends with a place and a full date"
    if len(line) <= SUBHEAD_LENGTH and line[-1] not in END_MARKS and len(line.split()) <= 8 and not line[0].islower():
        return "subhead", "a short line without a full stop"
    return "body", "running text"
