"""One text on one page: what was read paragraph by paragraph, what was passed over and why, and what stays open."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import PurePath

from lodeline.claims.claim import Claim, Reading
from lodeline.documents.document import Document
from lodeline.language.analysis import Analysis, Sentence, Zone
from lodeline.ledger.commitment import Entry
from lodeline.reports.labels import label
from lodeline.reports.numbers import number_rows
from lodeline.reports.pages import (
    QUOTE_LIMIT,
    Block,
    BriefPage,
    ClaimLine,
    Fact,
    Passed,
    Shown,
    TimelineRow,
)
from lodeline.reports.persons import person_rows
from lodeline.reports.placed import overlap
from lodeline.reports.questions import questions
from lodeline.reports.quoting import clip, one_line, pieces
from lodeline.reports.slots import cited, claim_title, rule_text, slots, status_text, support_of
from lodeline.reports.sources import source_row, version
from lodeline.reports.sums import sum_rows
from lodeline.reports.textual import ReadText


def brief_page(
    document: Document, analysis: Analysis, reading: Reading, entries: Sequence[Entry], today: date
) -> BriefPage:
    """The page of one document. Entries of the ledger that tell none of its claims are ignored."""
    read = ReadText.of(document, analysis, reading, entries)
    numbers = number_rows(read)
    source = source_row(1, document)
    return BriefPage(
        title=source.title,
        today=today.isoformat(),
        version=version(),
        source=source,
        header=tuple(_header(read, source.published, source.how)),
        blocks=_blocks(read),
        left_out=tuple(one_line(paragraph).strip() for paragraph in document.left_out),
        numbers=numbers,
        timeline=_timeline(read),
        undated=tuple(read.number(claim) for claim in read.claims if not claim.date),
        people=person_rows(read),
        money=sum_rows(read, numbers),
        questions=questions(read, today),
    )


def _header(read: ReadText, published: str, how: str) -> Iterator[Fact]:
    document = read.document
    yield Fact("Language", Shown(label("language", document.language)))
    yield Fact("Published", Shown(published), how)
    yield Fact("Publisher", Shown(one_line(document.publisher or "not stated")))
    yield Fact("Address", Shown(one_line(document.url or "none")))
    yield Fact("Read from", Shown(one_line(PurePath(document.source).name)))
    yield Fact("Text", Shown(f"{len(document.text)} characters"), f"sha256 of the raw file: {document.raw_sha256}")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a paragraph that lies in one zone."""

    start: int
    stop: int
    zone: Zone
    sentences: tuple[Sentence, ...] = ()


def _blocks(read: ReadText) -> tuple[Block, ...]:
    """Each claim stands beside the last stretch that begins before it does."""
    stretches = _stretches(read)
    starts = [each.start for each in stretches]
    beside: dict[int, list[Claim]] = {}
    for claim in read.claims:
        beside.setdefault(max(bisect_right(starts, claim.start) - 1, 0), []).append(claim)
    return tuple(_block(read, stretch, beside.get(at, [])) for at, stretch in enumerate(stretches))


def _stretches(read: ReadText) -> list[Stretch]:
    """Sentences together by paragraph and zone, and whatever text lies outside of all sentences, in order."""
    ordered = sorted(read.analysis.sentences, key=lambda each: each.start)
    found = []
    for (_, zone), group in groupby(ordered, key=lambda each: (each.paragraph, each.zone)):
        sentences = tuple(group)
        found.append(Stretch(sentences[0].start, sentences[-1].stop, zone, sentences))
    return sorted([*found, *_between(read, found)], key=lambda each: each.start)


def _between(read: ReadText, stretches: list[Stretch]) -> Iterator[Stretch]:
    text = read.document.text
    edges = [0, *(edge for each in stretches for edge in (each.start, each.stop)), len(text)]
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        left = start + len(text[start:stop]) - len(text[start:stop].lstrip())
        right = start + len(text[start:stop].rstrip())
        if left < right:
            zone = read.zone(left, right)
            yield Stretch(left, right, zone.zone if zone else "body")


def _block(read: ReadText, stretch: Stretch, claims: list[Claim]) -> Block:
    text = read.document.quote(stretch.start, stretch.stop)
    return Block(
        zone=label("zone", stretch.zone),
        pieces=pieces(text, stretch.start, read.marks(stretch.start, stretch.stop)),
        claims=tuple(_line(read, claim) for claim in claims),
        elsewhere=_elsewhere(read, stretch, claims),
        passed=tuple(_passed(read, stretch)),
    )


def _elsewhere(read: ReadText, stretch: Stretch, here: list[Claim]) -> tuple[int, ...]:
    """Numbers of claims that stand beside another paragraph and take words from this one too."""
    marks = read.marks(stretch.start, stretch.stop)
    return tuple(sorted({mark.claim for mark in marks} - set(map(read.number, here))))


def _line(read: ReadText, claim: Claim) -> ClaimLine:
    number, text = read.number(claim), read.document.text
    facts = tuple(Fact(slot.label, slot.value, "", (cited(claim, slot.name, number, text),)) for slot in slots(claim))
    return ClaimLine(
        number=number,
        kind=label("kind", claim.kind),
        title=claim_title(claim),
        status=status_text(claim),
        slots=facts,
        rule=rule_text(claim.rule),
        reader=claim.reader,
        confidence=f"{claim.confidence:.2f}",
        again=tuple(clip(read.document.quote(*span), QUOTE_LIMIT) for span in claim.also),
    )


def _passed(read: ReadText, stretch: Stretch) -> Iterator[Passed]:
    """Sentences that carry no claim; neighbours with one reason together, '' for the words of the whole stretch."""
    parts = [(each.start, each.stop) for each in stretch.sentences] or [(stretch.start, stretch.stop)]
    reasons = [("" if any(read.touching(*span)) else read.why_not(*span), span) for span in parts]
    for reason, group in groupby(reasons, key=lambda each: each[0]):
        spans = [span for _, span in group]
        whole = len(spans) == len(parts)
        words = "" if whole else clip(read.document.quote(spans[0][0], spans[-1][1]), QUOTE_LIMIT)
        if reason:
            yield Passed(words, reason)


def _timeline(read: ReadText) -> tuple[TimelineRow, ...]:
    """Dated claims from the earliest on; a year stands before its months, a month before its days."""
    dated = [(claim.date, read.number(claim), claim) for claim in read.claims if claim.date]
    return tuple(
        TimelineRow(day, _how(read, claim), number, claim_title(claim), status_text(claim))
        for day, number, claim in sorted(dated, key=lambda each: each[:2])
    )


def _how(read: ReadText, claim: Claim) -> str:
    """Whether the words give the date, or what it is inferred from."""
    support = support_of(claim, "date")
    if support.rule:
        return f"inferred: {rule_text(support.rule)}"
    dates = [value for value in read.analysis.values if value.date and value.date.iso == claim.date]
    over = [each for each in dates if any(overlap((each.start, each.stop), span) for span in support.spans)]
    if any(each.date and each.date.inferred for each in over):
        return "inferred: completed from the publication date"
    return "given" if support.spans else "given with the claim"
