"""Sentences and words of English text, with offsets into the whole text.

A line break always ends a sentence, and so does the dash after a dateline ("LIMA, March 3 - "). A possessive ending,
a contraction, a currency sign and a unit glued to a number are words of their own; a hyphenated word is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from lodeline.language.english.tables import rows
from lodeline.language.stretches import stretches

Span = tuple[int, int]
END = re.compile(r"(?<![.!?…])[.!?…]++[\"”’'»)\]]*+(?=\s++[\"“‘'«(\[]?[A-Z0-9$€£])")
DATELINE = re.compile(
    r"[A-Z][A-Z.'’/ -]{2,40}(?:, [A-Z][\w. ]{1,24}){0,2}(?: \(\w[\w ]{1,20}\))?(?: [–—-]{1,2} |: )(?=[\"“]?[A-Z0-9$])"
)
INITIAL = re.compile(r"(?:^|[\s(.])[A-Z]$")
SHOUTED = re.compile(r"[A-Z]{5,}-(?=[A-Z][a-z])")
"""The label before a headline: "EXCLUSIVE-Miner in talks"."""
LONGEST_WORD = 24
LAST_WORD = re.compile(rf"[\w.]{{1,{LONGEST_WORD}}}$")
WORD = r"[^\W\d_]\w*(?:[-‐‑][^\W_]\w*|&[A-Z]\w*|['’](?=[A-Z]|[a-z]{3})\w+)*"
TOKEN = re.compile(
    r"(?P<address>https?://\S+|\w[\w.]*@\w[\w.]*\w)"
    r"|(?P<dotted>(?:[A-Z]\.){2,}(?:-[a-z]+)?)"
    r"|(?P<coded>(?<![\w$€£¥₽₸₹.,/-])\d{1,3}(?:[A-Z](?=\s[A-Z][a-z])|[A-Z][a-z]{3}\w*))"
    r"|(?P<currency>(?:US|AU|NZ|HK|CA|A|C|S|R|U\.S\.)\s?\$|Rs\.?(?=\s?\d)|[€£¥₽₸₹$])"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d++(?:[.:/]\d++)*+(?:st|nd|rd|th|s)?(?![^\W\d_])"
    r"(?:[-–](?:[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:\.\d+)?(?![\d,])))?|\d++(?:\.\d++)?(?:-[^\W\d_]+)*)"
    rf"|(?P<negative>[^\W\d_]+(?=n['’]t\b)|n['’]t\b)"
    r"|(?P<ending>['’](?:s|S|re|ve|ll|d|m)\b)"
    rf"|(?P<word>{WORD})"
    r"|(?P<dots>\.{2,}|-{2,})"
    r"|(?P<sign>\S)"
)


@cache
def abbreviations() -> dict[str, bool]:
    """Abbreviation without its full stop → whether a sentence may end there."""
    return {row["form"]: row["end"] == "1" for row in rows("abbreviations")}


def sentences(text: str, start: int, stop: int) -> Iterator[Span]:
    """Sentences of a zone in order, without white space at their ends."""
    at = start
    for line in text[start:stop].split("\n"):
        yield from (span for span in line_sentences(text, at, at + len(line)) if text[span[0] : span[1]].strip())
        at += len(line) + 1


def line_sentences(text: str, start: int, stop: int) -> Iterator[Span]:
    cuts = [start]
    dateline = DATELINE.match(text, start, stop)
    if dateline:
        cuts.append(dateline.end())
    cuts += [m.end() for m in END.finditer(text, cuts[-1], stop) if ends_here(text, m.start(), start)]
    for first, last in pairwise([*cuts, stop]):
        yield from (trimmed(text, *piece) for piece in stretches(text, first, last))


def trimmed(text: str, start: int, stop: int) -> Span:
    piece = text[start:stop]
    return start + len(piece) - len(piece.lstrip()), stop - (len(piece) - len(piece.rstrip()))


def ends_here(text: str, mark: int, start: int) -> bool:
    """Whether the mark at this offset ends a sentence; a stop after an abbreviation or an initial does not."""
    if text[mark] != ".":
        return True
    word = last_word(text, start, mark)
    if word in abbreviations():
        return abbreviations()[word] and not continues(text, mark)
    if "." in word and word.replace(".", "").isalpha() and word.isupper():
        return not continues(text, mark)
    return not INITIAL.search(text, max(start, mark - 2), mark)


def last_word(text: str, start: int, mark: int) -> str:
    """The word that runs up to a mark, or its last letters: none that tells anything is longer."""
    found = LAST_WORD.search(text, max(start, mark - LONGEST_WORD), mark)
    return found.group() if found else ""


def continues(text: str, mark: int) -> bool:
    """After "Corp." or "U.S.": a next word that is capitalised but opens no sentence ("Treasury") goes on."""
    following = re.match(r"\.[\"”’)]*\s+(\w+)", text[mark : mark + 40])
    return following is not None and following.group(1) not in OPENERS


OPENERS = frozenset(
    {
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "It",
        "He",
        "She",
        "They",
        "We",
        "But",
        "And",
        "This",
        "That",
        "These",
        "Those",
        "Its",
        "His",
        "Her",
        "Their",
        "If",
        "When",
        "While",
        "As",
        "For",
        "By",
        "After",
        "Before",
        "Under",
        "Last",
        "Next",
        "Both",
        "No",
    }
)


def words(text: str, start: int, stop: int) -> list[Span]:
    """Words and marks of a sentence in order; an abbreviation keeps its full stop."""
    found: list[Span] = []
    for match in TOKEN.finditer(text, start, stop):
        first, last = match.span()
        shouted = SHOUTED.match(text, first, last)
        if shouted:
            found += [(first, shouted.end() - 1), (shouted.end() - 1, shouted.end()), (shouted.end(), last)]
            continue
        if match.lastgroup == "sign" and text[first] == "." and found and found[-1][1] == first and last < stop:
            word = text[found[-1][0] : first]
            if word in abbreviations() or (len(word) == 1 and word.isupper()):
                found[-1] = (found[-1][0], last)
                continue
        if match.lastgroup == "sign" and text[first] in "'’" and is_possessive(text, first):
            found.append((first, last))
            continue
        found.append((first, last))
    return found


def is_possessive(text: str, mark: int) -> bool:
    """The mark alone after a plural ("lenders' terms")."""
    return mark > 0 and text[mark - 1] in "sS" and re.match(r"['’] \w", text[mark : mark + 3]) is not None
