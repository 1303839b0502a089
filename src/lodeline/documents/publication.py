"""When a text was published: from metadata, given by the user, inferred from the text with the reason, or unknown.

Only full dates count (day, month and year as written), then a year that stands in a caption. The order of trust is the
list SIGNALS: a line that says "published", a dateline, a caption, and at last the date that the text names most often.
"""

from __future__ import annotations

import csv
import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lodeline.documents.document import Publication

EARLIEST = 1990
LATEST = 2100
"""Years outside are not dates of news but numbers or history."""
CAPTION = 300
"""Longest caption, in code points."""
ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T\s])")
NUMERIC = r"(?P<iy>\d{4})[-/](?P<im>\d{1,2})[-/](?P<id>\d{1,2})|(?P<dd>\d{1,2})\.(?P<dm>\d{1,2})\.(?P<dy>\d{4})"
PUBLISHED = re.compile(
    r"\b(?:published|posted|updated|date|опубликован[оа]?|дата публикации|обновлено|размещено|жарияланған|жарияланды)\b"
    r"[^\n]{0,40}$",
    re.IGNORECASE,
)
PLACE = re.compile(r"[^\d!?«»\"“”%$€]*")
PLACE_WORDS = 7
"""Words that may stand before the date in a dateline: place, country, agency."""
DEADLINE = re.compile(
    r"\b(?:до|к|по|не позднее|с|by|until|till|before|from|after|through)\s+(?:the\s+)?$", re.IGNORECASE
)
ARCHIVE = re.compile(r"архивн|file photo|archiv|мұрағат", re.IGNORECASE)
CAPTION_YEAR = re.compile(r"[.,]\s*((?:19|20)\d{2})(?:\s*(?:год|года|г\.))?$")


@dataclass(frozen=True, slots=True)
class DateFound:
    """A full date in a paragraph: `before` and `after` are up to CAPTION code points of what stands beside it there."""

    day: str
    words: str
    before: str
    after: str
    paragraph: int
    """Counts from 1, blank lines apart."""


def iso_date(words: str) -> str | None:
    """ISO day, month or year of a metadata field or option, or None where it is no date at all."""
    match = ISO.match(words.strip())
    if match is None:
        found = next(full_dates(words, 1), None)
        return found.day if found else None
    year, month, day = match[1], match[2] or "01", match[3] or "01"
    return None if _day(year, month, day) is None else "-".join(part for part in match.groups() if part)


def publication(text: str, metadata: str | None, given: str | None) -> Publication:
    """Metadata first, then the date given by the user, then the text itself; a bad metadata date is told, not used."""
    known = iso_date(metadata) if metadata else None
    if known:
        differs = f"; the given {given} was not used" if given and given != known else ""
        return Publication(known, "metadata", f'"{metadata}"{differs}')
    bad = f'; the metadata say "{metadata}", which is no date' if metadata else ""
    if given:
        return Publication(given, "given", f'"{given}"{bad}')
    inferred = infer(text)
    return Publication(inferred.date, inferred.origin, inferred.reason + bad)


def infer(text: str) -> Publication:
    """The publication date that the text itself shows, or unknown."""
    paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    dates = [date for number, line in enumerate(paragraphs, 1) for date in full_dates(line, number)]
    for place, speaks in SIGNALS:
        speaking = [date for date in dates if speaks(date)]
        if speaking:
            return _chosen(speaking, place)
    return _caption_year(paragraphs) or Publication(None, "unknown", "no full date in the text")


def _chosen(dates: list[DateFound], place: str) -> Publication:
    """The day named most often; of equals the latest."""
    counts = Counter(date.day for date in dates)
    day = max(counts, key=lambda day: (counts[day], day))
    first = next(date for date in dates if date.day == day)
    times = f", {counts[day]} times" if counts[day] > 1 else ""
    return Publication(day, "inferred", f'"{first.words}" {place} (paragraph {first.paragraph}{times})')


def says_published(date: DateFound) -> bool:
    return bool(PUBLISHED.search(date.before)) and not _sentence_goes_on(date)


def is_dateline(date: DateFound) -> bool:
    """ "PLACE, 6 November 2025 — …" at the head of a paragraph, or a line that is a date alone."""
    alone = not re.sub(r"\W", "", date.before + date.after)
    short = len(date.before) <= 80 and len(date.before.split()) <= PLACE_WORDS
    headed = short and bool(PLACE.fullmatch(date.before)) and not DEADLINE.search(date.before)
    return alone or (headed and _shouts_or_dashes(date))


def is_caption(date: DateFound) -> bool:
    """A short paragraph that ends with the date, as captions of photographs do."""
    line = date.before + date.words + date.after
    ends = not re.sub(r"\W|\bгода?\b|\bг\b|\bphoto\b|\bфото\b", "", date.after, flags=re.IGNORECASE)
    own = bool(re.search(r"[.,(:]\s*$", date.before))
    return len(line) <= CAPTION and ends and own and not ARCHIVE.search(line)


def is_past(date: DateFound) -> bool:
    return not DEADLINE.search(date.before)


SIGNALS: tuple[tuple[str, Callable[[DateFound], bool]], ...] = (
    ("after a word for publishing", says_published),
    ("in a dateline", is_dateline),
    ("in a caption", is_caption),
    ("as the full date named most often", is_past),
)


def _sentence_goes_on(date: DateFound) -> bool:
    return bool(re.match(r"\s*[a-zа-яё]{3,}\s+[a-zа-яё]{3,}\s+[a-zа-яё]{3,}", date.after)) and len(date.after) > 60


def _shouts_or_dashes(date: DateFound) -> bool:
    """A dateline's place is in capitals, or a dash, bracket or full stop parts the date from the story."""
    letters = [letter for letter in date.before if letter.isalpha()]
    shouts = bool(letters) and all(letter.isupper() for letter in letters)
    return shouts or bool(re.match(r"\s*+(?:(?:года|г\.)\s*+)?(?:[)/\]]\s*+)?[—–.:/|-]", date.after))


def full_dates(line: str, paragraph: int) -> Iterator[DateFound]:
    """Every full date of a line, in order."""
    for match in _pattern().finditer(line):
        day = _resolve({name: value for name, value in match.groupdict().items() if value})
        if day:
            start, stop = match.span()
            before, after = line[max(0, start - CAPTION - 1) : start], line[stop : stop + CAPTION + 1]
            yield DateFound(day, match[0].strip(), before, after, paragraph)


def _resolve(groups: dict[str, str]) -> str | None:
    for year, month, day in (("iy", "im", "id"), ("dy", "dm", "dd")):
        if year in groups:
            return _day(groups[year], groups[month], groups[day])
    parts = {name[:-1]: value for name, value in groups.items()}
    return _day(parts["y"], str(_months()[parts["m"].lower()]), parts["d"])


def _day(year: str, month: str, day: str) -> str | None:
    if not EARLIEST <= int(year) <= LATEST:
        return None
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    return {word: number for words in _month_table().values() for word, number in words.items()}


@cache
def _month_table() -> dict[str, dict[str, int]]:
    text = files("lodeline.documents").joinpath("data/months.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
    return {
        language: {word: int(row["number"]) for row in rows for word in row[language].split()}
        for language in ("ru", "kk", "en")
    }


@cache
def _pattern() -> re.Pattern[str]:
    ru, kk, en = ("|".join(_month_table()[language]) for language in ("ru", "kk", "en"))
    space = r"[\s\u00a0]+"
    year = r"(?:19|20)\d\d(?!\d)"
    forms = (
        rf"(?P<d1>\d{{1,2}}){space}(?P<m1>{ru}){space}(?P<y1>{year})(?:{space}года|{space}?г\.)?",
        rf"(?P<y2>{year}){space}(?:жылғы|жылдың|жылы){space}(?P<d2>\d{{1,2}}){space}(?P<m2>{kk})\w*",
        rf"(?P<d3>\d{{1,2}}){space}(?P<m3>{kk})\w*,?{space}(?P<y3>{year})",
        rf"(?P<m4>{en})\.?{space}(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?{space}(?P<y4>{year})",
        rf"(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?{space}(?:of{space})?(?P<m5>{en})\.?,?{space}(?P<y5>{year})",
    )
    return re.compile(rf"(?<![\w.])(?:{'|'.join(forms)}|{NUMERIC})(?!\.?\d)", re.IGNORECASE)


def _caption_year(paragraphs: list[str]) -> Publication | None:
    """The year at the end of captions ("Name, place, 2025"), where all captions agree on it."""
    captions = [(number, line) for number, line in enumerate(paragraphs, 1) if len(line) <= CAPTION]
    matches = [(n, CAPTION_YEAR.search(line)) for n, line in captions if not ARCHIVE.search(line)]
    years = [(number, match[1]) for number, match in matches if match]
    if len({year for _, year in years}) != 1:
        return None
    number, year = years[0]
    return Publication(year, "inferred", f'the year "{year}" in a caption (paragraph {number})')
