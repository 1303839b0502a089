"""Every number of a text, explained exactly once: by a claim that uses it, or by the reason why none does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from lodeline.claims.claim import Claim
from lodeline.language.values import Value
from lodeline.reports.labels import label
from lodeline.reports.number_reasons import kind_alone, reason_beside
from lodeline.reports.pages import NumberRow
from lodeline.reports.quoting import one_line
from lodeline.reports.slots import period_text
from lodeline.reports.textual import ReadText, step_reason, zone_reason

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
CONTEXT = 48
"""Characters of the sentence shown on each side of a number."""
CUES = frozenset({"kind", "status"})
"""Slots whose words are no value: they tell what a claim is."""
NOT_BY_WORDS = ("date", "duration", "identifier")
"""Kinds of value that count as numbers only where digits write them: “in June” is a date, no number."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch with a number in it, and the typed values that lie there."""

    start: int
    stop: int
    values: tuple[Value, ...] = ()

    @property
    def kinds(self) -> set[str]:
        return {value.kind for value in self.values}


@dataclass(frozen=True, slots=True)
class Explanation:
    reason: str
    claim: int | None = None


def number_rows(read: ReadText) -> tuple[NumberRow, ...]:
    """One row a number, in order of the text."""
    return tuple(_row(read, found) for found in found_numbers(read))


def found_numbers(read: ReadText) -> tuple[Found, ...]:
    """Typed values and bare runs of digits; what overlaps is one number."""
    text = read.document.text
    found = [Found(value.start, value.stop, (value,)) for value in read.analysis.values if _is_number(text, value)]
    found += [Found(*run.span()) for run in DIGITS.finditer(text)]
    joined: list[Found] = []
    for each in sorted(found, key=lambda one: (one.start, -one.stop)):
        if joined and each.start < joined[-1].stop:
            last = joined.pop()
            each = Found(last.start, max(last.stop, each.stop), last.values + each.values)
        joined.append(each)
    return tuple(joined)


def _is_number(text: str, value: Value) -> bool:
    return value.kind not in NOT_BY_WORDS or bool(DIGITS.search(text, value.start, value.stop))


def _row(read: ReadText, found: Found) -> NumberRow:
    text = read.document.text
    explanation = next(given for rule in REASONS if (given := rule(read, found)))
    sentence = read.sentence(found.start)
    left = max(found.start - CONTEXT, sentence.start if sentence else 0)
    right = min(found.stop + CONTEXT, sentence.stop if sentence else len(text))
    return NumberRow(
        start=found.start,
        words=one_line(text[found.start : found.stop]),
        before=one_line(text[left : found.start]),
        after=one_line(text[found.stop : right]),
        claim=explanation.claim,
        reason=explanation.reason,
    )


def words_of_a_slot(read: ReadText, found: Found) -> Explanation | None:
    """The number lies in the words that a slot stands on; the tightest words win."""
    over = [each for each in read.worded.touching(found.start, found.stop) if each[1] not in CUES]
    if not over:
        return None
    _, name, claim = min(over, key=lambda each: (each[0][1] - each[0][0], read.number(each[2])))
    others = sorted({read.number(each[2]) for each in over} - {read.number(claim)})
    also = f"; also in claim {', '.join(map(str, others))}" if others else ""
    return Explanation(f"{name} of claim {read.number(claim)}{also}", read.number(claim))


def value_of_a_slot(read: ReadText, found: Found) -> Explanation | None:
    """A claim tells this stretch and one of its slots has this value."""
    for claim in read.touching(found.start, found.stop):
        name = next((name for value in found.values if (name := _slot_with(claim, value))), None)
        if name:
            return Explanation(f"{name} of claim {read.number(claim)}", read.number(claim))
    return None


def _slot_with(claim: Claim, value: Value) -> str | None:
    if value.date is not None:
        return "date" if claim.date and value.date.iso == claim.date else None
    if value.period is not None:
        return "period" if claim.period == value.period else None
    return next((name for name, numbers in _numbers_of(claim) if _number(value) in numbers), None)


def _numbers_of(claim: Claim) -> Iterator[tuple[str, set[Decimal]]]:
    if claim.amount:
        yield "amount", {claim.amount.value} | ({claim.amount.value_max} - {None} if claim.amount.value_max else set())
    if claim.quantity:
        yield "quantity", {claim.quantity.value}
    yield "share of a party", {party.share for party in claim.parties if party.share is not None}


def _number(value: Value) -> Decimal | None:
    if value.money:
        return value.money.value
    return value.quantity.value if value.quantity else value.number


def cue_of_a_claim(read: ReadText, found: Found) -> Explanation | None:
    """The number lies in the words by which a claim was recognised."""
    _, name, claim = next(iter(read.worded.touching(found.start, found.stop)), (None, "", None))
    return Explanation(f"{name} of claim {read.number(claim)}", read.number(claim)) if claim else None


def date_of_the_text(read: ReadText, found: Found) -> Explanation | None:
    """A dateline, or the words that the publication date was inferred from."""
    published = read.document.published
    dates = [value.date.iso for value in found.values if value.date and value.date.iso]
    if not published.date:
        return None
    if published.origin == "inferred" and any(iso.startswith(published.date) for iso in dates):
        return Explanation("a date: the text is dated by such words")
    return Explanation("the day of publication itself") if published.date in dates else None


def outside_the_report(read: ReadText, found: Found) -> Explanation | None:
    """Teasers and boilerplate are not read."""
    zone = read.zone(found.start, found.stop)
    return Explanation(zone_reason(zone)) if zone and read.is_unread(found.start, found.stop) else None


def part_of_a_name(read: ReadText, found: Found) -> Explanation | None:
    """A number glued to letters, or inside what is named."""
    text = read.document.text
    named = (
        each
        for each in read.mentions.touching(found.start, found.stop)
        if each.start <= found.start and found.stop <= each.stop and each.kind not in ("material", "group")
    )
    name = next((text[each.start : each.stop] for each in named), None) or _glued(text, found)
    return Explanation(f"part of the name “{one_line(name)}”") if name else None


def _glued(text: str, found: Found) -> str | None:
    """The whole word around a bare number that letters run into: C5+1, G7."""
    if found.values and found.kinds != {"number"}:
        return None
    head = re.search(r"\S*$", text[max(0, found.start - CONTEXT) : found.start])
    before = head.group() if head else ""
    joined = before[-1:].isalpha() or (before[-1:] in tuple("+-/") and before[-2:-1].isalnum())
    tail = re.match(r"\S*", text[found.start : found.stop + CONTEXT])
    return f"{before}{tail.group() if tail else ''}".strip(".,;:!?«»“”\"'()") if joined else None


def identifier(_: ReadText, found: Found) -> Explanation | None:
    return Explanation("an identifier, no quantity") if "identifier" in found.kinds else None


def age(read: ReadText, found: Found) -> Explanation | None:
    text, language = read.document.text, read.document.language
    digits = re.compile(r"\d+").match(text, found.start)
    rest = text[digits.end() : digits.end() + CONTEXT].casefold() if digits else ""
    before = text[max(0, found.start - CONTEXT) : found.start].casefold().rstrip()
    told = rest.startswith(_words("age_after", language)) or before.endswith(_words("age_before", language))
    return Explanation("somebody's age") if told else None


def _words(table: str, language: str) -> tuple[str, ...]:
    return tuple(label(table, language).split("|"))


def refused(read: ReadText, found: Found) -> Explanation | None:
    """A rule looked at this very stretch and says why it made no claim of it."""
    steps = read.steps.touching(found.start, found.stop)
    return next((Explanation(step_reason(step)) for step in steps if step.outcome == "refused"), None)


def date_or_duration(read: ReadText, found: Found) -> Explanation | None:
    """A time that no claim takes: of which event is said where a claim stands in the same words."""
    if not found.kinds & {"date", "duration"}:
        return None
    period = next((value.period for value in found.values if value.period), None)
    what = f"a duration ({period_text(period)})" if period else "a date"
    beside = next(read.touching(found.start, found.stop), None)
    where = (
        f"beside claim {read.number(beside)}, which does not use it" if beside else "of an event that no claim tells"
    )
    return Explanation(f"{what} {where}")


def told_beside(read: ReadText, found: Found) -> Explanation | None:
    """A price, a change, a grade…: by the words beside it."""
    sentence = read.sentence(found.start)
    text = read.document.text
    within = (sentence.start, max(sentence.stop, found.stop)) if sentence else (found.start, found.stop)
    reason = reason_beside(text, (found.start, found.stop), within, found.values, read.document.language)
    beside = next(read.touching(found.start, found.stop), None)
    where = f", beside claim {read.number(beside)}" if beside else ""
    return Explanation(f"{reason}{where}") if reason else None


def beside_a_claim(read: ReadText, found: Found) -> Explanation | None:
    claim = next(read.touching(found.start, found.stop), None)
    return Explanation(f"in the words of claim {read.number(claim)}, used by none of its slots") if claim else None


def nobodys(read: ReadText, found: Found) -> Explanation:
    return Explanation(f"{kind_alone(found.values)}: {read.why_not(found.start, found.stop)}")


Reason = Callable[[ReadText, Found], Explanation | None]
REASONS: tuple[Reason, ...] = (
    words_of_a_slot,
    value_of_a_slot,
    cue_of_a_claim,
    outside_the_report,
    date_of_the_text,
    identifier,
    age,
    part_of_a_name,
    refused,
    date_or_duration,
    told_beside,
    beside_a_claim,
    nobodys,
)
"""Tried in this order; the first that answers explains the number, and the last always does."""
