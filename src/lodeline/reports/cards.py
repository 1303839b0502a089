"""One entry of the ledger as a card: its values, each with the quotes that state it, and what sources disagree on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lodeline.claims.claim import Claim, ClaimId, Party
from lodeline.claims.files import BY_HAND
from lodeline.ledger.commitment import AmountEntry, Conflict, Entry, EntryId, Link, PartyEntry, StatusPoint
from lodeline.ledger.starter import STARTER
from lodeline.reports.figures import money_shown, percent, quantity_shown, readable
from lodeline.reports.labels import label
from lodeline.reports.pages import (
    QUOTE_LIMIT,
    Card,
    Citation,
    ConflictShown,
    Fact,
    LinkShown,
    MoneyLine,
    QuoteShown,
    Shown,
    StagePoint,
)
from lodeline.reports.quoting import Mark, clip, lead, one_line, outlet, pieces, titled
from lodeline.reports.slots import Slot, cited, place_name, rule_text, slots, status_text
from lodeline.reports.sources import UNDATED, Library
from lodeline.reports.textual import slot_spans
from lodeline.vocabulary.quantities import Quantity

OWN_SLOTS = ("instrument", "action", "stage", "period", "subject", "attributed_to")
"""Slots that the entry does not merge: each value is shown as its claims give it."""


@dataclass(frozen=True, slots=True)
class Told:
    """The claims of one entry, numbered as its quotes."""

    entry: Entry
    library: Library
    numbers: Mapping[ClaimId, int]

    def citations(self, name_in: Callable[[Claim], str | None]) -> tuple[Citation, ...]:
        """Citations of the slot that `name_in` finds in a claim, over all claims that have it."""
        named = ((claim, name_in(claim)) for claim in self.entry.claims)
        found = [(self.numbers[claim.id], claim, name) for claim, name in named if name]
        return grouped(self.cited(claim, name) for _, claim, name in sorted(found, key=lambda each: each[0]))

    def cited(self, claim: Claim, name: str) -> Citation:
        document = self.library.documents.get(claim.document)
        return cited(claim, name, self.numbers[claim.id], document.text if document else None)

    def of_claim(self, claim_id: ClaimId, name: str) -> tuple[Citation, ...]:
        return self.citations(lambda claim: name if claim.id == claim_id else None)


def grouped(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Quotes that give a value in the same words, or by the same rule, stand together."""
    found: dict[tuple[str, str], tuple[int, ...]] = {}
    for each in citations:
        key = (each.words, each.rule)
        found[key] = (*found.get(key, ()), *each.quotes)
    return tuple(Citation(quotes, words, rule) for (words, rule), quotes in found.items())


def anchor(entry: EntryId) -> str:
    """The card's place on the page, safe in an address."""
    return "entry-" + re.sub(r"[^A-Za-z0-9_-]", "-", entry)


def card(entry: Entry, library: Library, titles: Mapping[EntryId, str]) -> Card:
    """The card of one entry; `titles` are those of all entries on the page."""
    ordered = sorted(entry.claims, key=lambda claim: _when(claim, library))
    told = Told(entry, library, {claim.id: number for number, claim in enumerate(ordered, 1)})
    return Card(
        anchor=anchor(entry.id),
        kind=label("kind", entry.kind),
        title=titled(entry.title),
        date=entry.date or "",
        stage=entry.stage,
        stage_label=label("stage", entry.stage) if entry.stage else "",
        bindingness=label("bindingness", entry.bindingness) if entry.bindingness else "",
        strip=tuple(_strip(told)),
        facts=tuple(_facts(told)),
        money=tuple(_money(told, amount) for amount in entry.amounts),
        conflicts=tuple(_conflict(told, conflict) for conflict in entry.conflicts),
        links=tuple(_links(entry.links, titles)),
        quotes=tuple(_quote(claim, number, library) for number, claim in enumerate(ordered, 1)),
        stories=entry.stories,
        joined=entry.why,
        invented=any(library.documents[each].invented for each in entry.sources if each in library.documents),
        origins=tuple(sorted({each.origin for each in entry.evidence if each.origin})),
    )


def _when(claim: Claim, library: Library) -> tuple[str, str, int, str]:
    document = library.documents.get(claim.document)
    return (document and document.published.date) or UNDATED, claim.document, claim.start, claim.id


def _strip(told: Told) -> Iterator[StagePoint]:
    """One dot per (date, stage), in order of time; undated dots last."""
    dots: dict[tuple[str, str], list[StatusPoint]] = {}
    for point in told.entry.status_history:
        dots.setdefault((point.date or UNDATED, point.stage), []).append(point)
    for (day, stage), points in sorted(dots.items()):
        quotes = sorted({told.numbers[point.claim] for point in points if point.claim in told.numbers})
        shown = "undated" if day == UNDATED else day
        yield StagePoint(shown, points[0].stage, label("stage", stage), tuple(quotes))


def _facts(told: Told) -> Iterator[Fact]:
    yield from (_party_fact(told, party) for party in told.entry.parties)
    for quantity in told.entry.quantities:
        yield Fact(label("slot", "quantity"), quantity_shown(quantity), citations=told.citations(_stating(quantity)))
    for name in ("commodities", "assets", "places"):
        yield from _list_facts(told, name)
    yield from _date_fact(told)
    yield from _own_facts(told)
    yield from (Fact("Condition", Shown(one_line(condition))) for condition in told.entry.conditions)


def _party_fact(told: Told, party: PartyEntry) -> Fact:
    shown = party.name if party.share is None else f"{party.name}, {percent(party.share)}"
    others = sorted(set(party.names) - {party.name})
    note = "also named " + ", ".join(others) if others else ""
    return Fact(
        label("slot", party.role).capitalize(),
        Shown(shown),
        note,
        told.citations(lambda claim: _party_slot(claim, party)),
    )


def _party_slot(claim: Claim, party: PartyEntry) -> str | None:
    names = {name.casefold() for name in (party.name, *party.names)}
    found = (index for index, each in enumerate(claim.parties) if each.role == party.role and _is_named(each, names))
    return next((f"parties.{index}" for index in found), None)


def _is_named(party: Party, names: set[str]) -> bool:
    return any(name.casefold() in names for name in (party.name, *party.aliases))


def _list_facts(told: Told, name: str) -> Iterator[Fact]:
    values: tuple[str, ...] = getattr(told.entry, name)
    for value in values:
        shown = place_name(value) if name == "places" else value
        yield Fact(label("slot", name), Shown(shown), citations=told.citations(_holding(name, value)))


def _stating(quantity: Quantity) -> Callable[[Claim], str | None]:
    return lambda claim: "quantity" if claim.quantity == quantity else None


def _date_fact(told: Told) -> Iterator[Fact]:
    day = told.entry.date
    if day:
        cited_by = told.citations(lambda claim: "date" if claim.date == day else None)
        yield Fact(label("slot", "date"), Shown(day), citations=cited_by)


def _holding(name: str, value: str) -> Callable[[Claim], str | None]:
    def slot(claim: Claim) -> str | None:
        values: tuple[str, ...] = getattr(claim, name)
        return f"{name}.{values.index(value)}" if value in values else None

    return slot


def _own_facts(told: Told) -> Iterator[Fact]:
    """Slots of the single claims, one fact a value, with all claims that give it."""
    found: dict[tuple[str, str], list[Citation]] = {}
    for claim, slot in _own_slots(told):
        found.setdefault((slot.label, slot.value.text), []).append(told.cited(claim, slot.name))
    for (name, value), citations in found.items():
        yield Fact(name, Shown(value), citations=grouped(citations))


def _own_slots(told: Told) -> Iterator[tuple[Claim, Slot]]:
    for wanted in OWN_SLOTS:
        for claim in sorted(told.entry.claims, key=lambda each: told.numbers[each.id]):
            yield from ((claim, slot) for slot in slots(claim) if slot.name.partition(".")[0] == wanted)


def _money(told: Told, amount: AmountEntry) -> MoneyLine:
    who = ", ".join(part for part in (amount.promisor, amount.instrument) if part)
    return MoneyLine(
        money_shown(amount.money),
        label("amount_kind", amount.kind),
        who.replace("_", " "),
        amount.counts,
        readable(amount.why),
        told.of_claim(amount.claim, "amount"),
    )


def _conflict(told: Told, conflict: Conflict) -> ConflictShown:
    name = conflict.slot
    values = tuple(
        Fact(name, Shown(readable(value)), citations=told.of_claim(claim, name)) for value, claim in conflict.values
    )
    return ConflictShown(label("conflict", name), values, readable(conflict.shown), rule_text(conflict.rule))


def _links(links: Iterable[Link], titles: Mapping[EntryId, str]) -> Iterator[LinkShown]:
    """Links of one kind and reason together; one that no text states says so."""
    found: dict[tuple[str, str], list[tuple[str | None, str]]] = {}
    for link in links:
        there = link.entry in titles
        title = titled(titles[link.entry]) if there else link.entry
        found.setdefault((_relation(link), link.why), []).append((anchor(link.entry) if there else None, title))
    for (relation, why), entries in found.items():
        yield LinkShown(relation, why, tuple(entries))


def _relation(link: Link) -> str:
    return label("relation", link.relation) + ("" if link.certain else " (presumed)")


def _quote(claim: Claim, number: int, library: Library) -> QuoteShown:
    shown = clip(claim.evidence, QUOTE_LIMIT)
    start = claim.start + len(claim.evidence) - len(claim.evidence.lstrip())
    return QuoteShown(
        number=number,
        source=library.numbers.get(claim.document, 0),
        lead=_lead(claim, library),
        pieces=pieces(shown, start, _marks(claim, number)),
        told=status_text(claim),
        rule=rule_text(claim.rule),
        reader=claim.reader,
        confidence=f"{claim.confidence:.2f}",
        again=_again(claim, library),
        origin=STARTER if claim.reader == STARTER else "",
    )


def _lead(claim: Claim, library: Library) -> str:
    """Who reports, and whose hand it is where no reader read it; a note of ours says that it is one."""
    document = library.documents.get(claim.document)
    if claim.reader == STARTER:
        page = outlet(document) if document else "a page that is not at hand"
        return f"Note of the starter ledger after {page}; evidence: {claim.rule}."
    if claim.reader == BY_HAND:
        by = f" by {document.typed_by}" if document and document.typed_by else ""
        return f"{lead(document, claim).removesuffix(':')} ({BY_HAND}{by}; evidence: {claim.rule}):"
    return lead(document, claim)


def _marks(claim: Claim, number: int) -> list[Mark]:
    return [Mark(*span, number, name) for name, span in slot_spans(claim)]


def _again(claim: Claim, library: Library) -> tuple[str, ...]:
    document = library.documents.get(claim.document)
    return tuple(clip(document.quote(*span), QUOTE_LIMIT) for span in claim.also) if document else ()
