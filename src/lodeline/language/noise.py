"""What stands in a text and is none of its words: markup, hard line ends, look-alike letters of another script.

The text itself never changes. It is read through a copy of the same length in which such signs are blanks, or the
letters that were meant: every offset stays, and evidence is still cut from the text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

BLOCKS = r"p|br|div|li|ul|ol|h[1-6]|blockquote|figure|figcaption|table|tr|td|th|hr|section|article"
INLINE = r"a|b|i|u|em|strong|span|img|sup|sub|small|font|cite|q|time|picture|source"
TAG = re.compile(rf"</?(?:(?P<block>{BLOCKS})|{INLINE})(?:\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)
ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
JOINT = re.compile(r"[A-Za-z](?=[А-яЁёӘ-ӿ])|[А-яЁёӘ-ӿ](?=[A-Za-z])")
LETTERS = re.compile(r"[^\W\d_]{1,40}")
LONGEST_WORD = 40
LATIN, CYRILLIC = "AaBCcEeHKMOoPpTXxYyiI", "АаВСсЕеНКМОоРрТХхУуіІ"
TO_CYRILLIC, TO_LATIN = str.maketrans(LATIN, CYRILLIC), str.maketrans(CYRILLIC, LATIN)
BREAK = re.compile(r"(?<=[^\s])[ \t]*\n[ \t]*(?=[^\s])")
RUNS_ON = re.compile(r"[a-zа-яёә-ӿ0-9(]")
END_MARKS = frozenset(".!?…:;»”\"'’)")
FEWEST = 2
"""Line ends in the middle of a sentence from which on a text is taken for one with hard line ends."""
SHARE = 0.5
"""And their share among the line ends that are not followed by a blank line."""


class Wrap(NamedTuple):
    """A line end between two lines of words: where it stands, and the lines."""

    start: int
    stop: int
    before: str
    after: str

    @property
    def runs_on(self) -> bool:
        """The sentence goes on behind it."""
        return self.before[-1] not in END_MARKS and RUNS_ON.match(self.after) is not None


def without_noise(text: str, language: str) -> str:
    """The text to read, of the same length."""
    return unwrapped(one_script(without_markup(text), language))


def without_markup(text: str) -> str:
    """Tags and entities of HTML that were left in a text, as feeds have them."""
    if "<" in text:
        text = TAG.sub(lambda tag: ("\n" if tag["block"] else " ").ljust(len(tag[0])), text)
    return ENTITY.sub(_meant, text) if "&" in text else text


def _meant(entity: re.Match[str]) -> str:
    sign = html.unescape(entity[0])
    return sign.rjust(len(entity[0])) if len(sign) == 1 else entity[0]


def one_script(text: str, language: str) -> str:
    """Words of two scripts in the letters of one, where those of the other only look like it."""
    pieces, at = [], 0
    for joint in JOINT.finditer(text):
        if joint.start() < at:
            continue
        start = joint.start()
        while start > max(at, joint.start() - LONGEST_WORD) and text[start - 1].isalpha():
            start -= 1
        word = LETTERS.match(text, start)
        if word:
            pieces += [text[at:start], _of_one_script(word[0], language)]
            at = word.end()
    return "".join([*pieces, text[at:]])


def _of_one_script(word: str, language: str) -> str:
    latin, cyrillic = word.translate(TO_LATIN), word.translate(TO_CYRILLIC)
    told = (latin, cyrillic) if language == "en" else (cyrillic, latin)
    return next((each for each in told if not JOINT.search(each)), word)


def unwrapped(text: str) -> str:
    """Lines that a program broke at a width go on as sentences; a word parted at a line end is whole."""
    wraps = list(line_ends(text))
    run_on = [wrap for wrap in wraps if wrap.runs_on]
    if len(run_on) < FEWEST or len(run_on) < SHARE * len(wraps):
        return text
    width = max(len(wrap.before) for wrap in run_on)
    pieces, at = [], 0
    for wrap in wraps:
        if wrap.runs_on or len(wrap.before) + 1 + len(wrap.after.split(None, 1)[0]) > width:
            joined, stop = _joined(wrap)
            pieces += [text[at : wrap.start - (joined[:1] != " ")], joined]
            at = stop
    return "".join([*pieces, text[at:]])


def line_ends(text: str) -> Iterator[Wrap]:
    found = list(BREAK.finditer(text))
    for n, each in enumerate(found):
        start = max(text.rfind("\n", 0, each.start()) + 1, found[n - 1].end() if n else 0)
        stop = text.find("\n", each.end())
        yield Wrap(each.start(), each.end(), text[start : each.start()], text[each.end() : stop if stop >= 0 else None])


def _joined(wrap: Wrap) -> tuple[str, int]:
    """What stands for a line end, and where it stops: a blank, or the rest of a parted word, its blanks behind it."""
    blank = wrap.stop - wrap.start
    rest = LETTERS.match(wrap.after)
    parted = wrap.before[-1:] in "-‐\u00ad" and wrap.before[-2:-1].isalpha() and wrap.runs_on
    if not parted or not rest:
        return " " * blank, wrap.stop
    return rest[0] + " " * (blank + 1), wrap.stop + rest.end()
