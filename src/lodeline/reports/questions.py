"""What a text leaves open: one small rule a kind of gap, over the claims and what the ledger makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from lodeline.claims.claim import WITHOUT_STATUS, Claim
from lodeline.language.analysis import Sentence
from lodeline.language.values import Value
from lodeline.reports.figures import money_shown, percent, quantity_shown, readable
from lodeline.reports.labels import label
from lodeline.reports.pages import QUOTE_LIMIT, Question
from lodeline.reports.quoting import clip, one_line, titled
from lodeline.reports.slots import claim_title, period_text, rule_text, slots, support_of
from lodeline.reports.textual import ReadText

WHOLE = Decimal(100)
ROUNDING = Decimal("0.5")
"""Percentage points by which stakes may miss 100: thirds are written 33.3."""
NOT_YET = frozenset({"proposed", "intent", "memorandum", "agreed", "binding", "rumoured"})
"""Statuses that a day gone by puts in question."""
MASS = frozenset({"t", "t/year"})
OF_WHAT = frozenset({"resource", "project", "supply"})
"""Kinds whose tonnes may be of ore, concentrate, oxide or metal."""


def questions(read: ReadText, today: date) -> tuple[Question, ...]:
    """All open questions in the order of the rules, each once."""
    found = [question for rule in RULES for question in rule(read, today)]
    return tuple(dict.fromkeys(found))


def publication(read: ReadText, _: date) -> Iterator[Question]:
    published = read.document.published
    if published.date is None:
        yield Question("publication date", "The publication date is unknown: relative dates cannot be resolved.", ())
    elif published.origin == "inferred":
        text = f"The publication date {published.date} is inferred: {one_line(published.reason)}."
        yield Question("publication date", text, ())


def currency(read: ReadText, _: date) -> Iterator[Question]:
    for claim in read.claims:
        if claim.amount and claim.amount.currency is None:
            text = f"In which currency is {money_shown(claim.amount).text.split(' (')[0]}? The text names none."
            yield Question("currency", text, (read.number(claim),))
    used = {claim.amount for claim in read.claims}
    for value in read.analysis.values:
        unread = read.is_unread(value.start, value.stop)
        if value.money and value.money.currency is None and value.money not in used and not unread:
            yield Question("currency", f"In which currency is “{_quoted(read, value)}”? The text names none.", ())


def _quoted(read: ReadText, value: Value) -> str:
    return clip(read.document.quote(value.start, value.stop), QUOTE_LIMIT)


def kept_back(read: ReadText, _: date) -> Iterator[Question]:
    """Sentences in which the text says itself that details are not public."""
    words = label("kept_back", read.document.language).split("|")
    for sentence in read.analysis.sentences:
        told = read.document.quote(sentence.start, sentence.stop)
        if sentence.zone in ("body", "caption") and any(word in told.casefold() for word in words):
            yield Question(
                "details not public", f"The text says so itself: “{clip(told, QUOTE_LIMIT)}”", _near(read, sentence)
            )


def _near(read: ReadText, sentence: Sentence) -> tuple[int, ...]:
    """Claims in the sentence, else the last one before it in the paragraph."""
    inside = tuple(map(read.number, read.touching(sentence.start, sentence.stop)))
    first = min(each.start for each in read.analysis.sentences if each.paragraph == sentence.paragraph)
    before = [read.number(claim) for claim in read.claims if first <= claim.start < sentence.start]
    return inside or tuple(before[-1:])


def status(read: ReadText, _: date) -> Iterator[Question]:
    for claim in read.claims:
        number = (read.number(claim),)
        if claim.status is None and claim.kind not in WITHOUT_STATUS:
            yield Question("status", f"{claim_title(claim)}: the text does not say how far it has come.", number)
        elif claim.status == "agreed" and claim.instrument is None and claim.kind not in ("meeting", "restriction"):
            text = f"{claim_title(claim)}: told as struck; whether a definitive contract is signed is not said."
            yield Question("status", text, number)


def rumour(read: ReadText, _: date) -> Iterator[Question]:
    for claim in read.claims:
        if claim.status == "rumoured":
            text = f"{claim_title(claim)}: rests on unnamed sources; who confirms it?"
            yield Question("unconfirmed", text, (read.number(claim),))


def denial(read: ReadText, _: date) -> Iterator[Question]:
    for claim in read.claims:
        if claim.status == "denied":
            by = f" by {', '.join(map(one_line, claim.attributed_to))}" if claim.attributed_to else ""
            yield Question("denied", f"{claim_title(claim)}: denied{by}.", (read.number(claim),))


def conflict(read: ReadText, _: date) -> Iterator[Question]:
    """Disagreements that the ledger found, within this text or with others."""
    for entry in read.entries:
        own = tuple(sorted(read.numbers[claim.id] for claim in entry.claims if claim.id in read.numbers))
        for each in entry.conflicts:
            said = " / ".join(dict.fromkeys(readable(one_line(value)) for value, _ in each.values))
            slot = label("conflict", each.slot).lower()
            yield Question("sources disagree", f"{titled(entry.title)}: {slot}: {said}.", own)


def condition(read: ReadText, _: date) -> Iterator[Question]:
    for entry in read.entries:
        own = tuple(sorted(read.numbers[claim.id] for claim in entry.claims if claim.id in read.numbers))
        for each in entry.conditions:
            yield Question("condition", f"{titled(entry.title)}: still waits for {one_line(each)}.", own)


def stakes(read: ReadText, _: date) -> Iterator[Question]:
    """Partners of a venture whose stakes are told should fill the whole."""
    for claim in read.claims:
        told = [party.share for party in claim.parties if party.share is not None]
        if claim.kind != "joint_venture" or not told or abs(sum(told, Decimal(0)) - WHOLE) <= ROUNDING:
            continue
        text = f"{claim_title(claim)}: the stakes told add up to {percent(sum(told, Decimal(0)))}."
        yield Question("stakes", text, (read.number(claim),))


def inferred(read: ReadText, _: date) -> Iterator[Question]:
    """Values that no words state, one question a rule."""
    names: dict[str, dict[str, None]] = {}
    numbers: dict[str, dict[int, None]] = {}
    for claim in read.claims:
        for slot in slots(claim):
            rule = support_of(claim, slot.name).rule
            if rule:
                names.setdefault(rule_text(rule), {})[slot.label.lower()] = None
                numbers.setdefault(rule_text(rule), {})[read.number(claim)] = None
    for rule in names:
        yield Question(
            "inferred", f"Not told in so many words ({rule}): {', '.join(names[rule])}.", tuple(numbers[rule])
        )


def unit(read: ReadText, _: date) -> Iterator[Question]:
    """Tonnes of what?"""
    for claim in read.claims:
        quantity = claim.quantity
        if quantity and quantity.unit in MASS and quantity.form is None and claim.kind in OF_WHAT:
            text = f"{quantity_shown(quantity).text}: of metal, oxide, concentrate or ore? The text does not say."
            yield Question("unit", text, (read.number(claim),))


def overdue(read: ReadText, today: date) -> Iterator[Question]:
    """A day that has passed for something not yet told as done."""
    for claim in read.claims:
        ahead = claim.date and claim.date > (read.document.published.date or claim.date)
        if claim.date and ahead and claim.status in NOT_YET and _is_past(claim.date, today):
            text = f"{claim_title(claim)}: due {claim.date}, which has passed; was it done?"
            yield Question("overdue", text, (read.number(claim),))


def still_in_force(read: ReadText, today: date) -> Iterator[Question]:
    for claim in read.claims:
        if claim.kind == "restriction" and claim.period and claim.date and _is_past(_end(claim), today):
            term = f"its {period_text(claim.period)} from {claim.date} has run out"
            yield Question("still in force?", f"{claim_title(claim)}: {term}; what holds today?", (read.number(claim),))


def _is_past(iso: str, today: date) -> bool:
    """Past with all of its day, month or year."""
    return bool(iso) and today.isoformat()[: len(iso)] > iso


def _end(claim: Claim) -> str:
    """Year, or year and month, in which a period of whole years or months ends; '' for any other period."""
    count, letter = (claim.period or "")[1:-1], (claim.period or "")[-1:]
    if not claim.date or not count.isdecimal() or letter not in ("Y", "M"):
        return ""
    year, month = int(claim.date[:4]), claim.date[5:7]
    months = int(count) * (12 if letter == "Y" else 1)
    if not month:
        return str(year + -(-months // 12))
    years, rest = divmod(int(month) - 1 + months, 12)
    return f"{year + years}-{rest + 1:02}"


Rule = Callable[[ReadText, date], Iterator[Question]]
RULES: tuple[Rule, ...] = (
    publication,
    currency,
    kept_back,
    status,
    rumour,
    denial,
    conflict,
    condition,
    stakes,
    unit,
    overdue,
    still_in_force,
    inferred,
)
