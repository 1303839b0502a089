"""Entries in the stable form that other programs read: plain numbers, ISO dates, quotes of at most 300 characters."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from lodeline.ledger.commitment import AmountEntry, Conflict, Entry, Evidence, StatusPoint, Total, Totals
from lodeline.vocabulary.quantities import Quantity

QUOTE_LIMIT = 300
"""Characters of one quote in anything that leaves the machine; the offsets still tell the whole stretch."""
Json = dict[str, Any]


def entry_json(entry: Entry) -> Json:
    """One entry. Values that no text tells are null or empty, never 0; shares are percents, amounts whole units."""
    return {
        "id": entry.id,
        "book": entry.book,
        "kind": entry.kind,
        "title": entry.title,
        "stage": entry.stage,
        "bindingness": entry.bindingness,
        "date": entry.date,
        "status_history": [_status(point, entry) for point in entry.status_history],
        "parties": [
            {"name": p.name, "role": p.role, "share": number(p.share), "entity": p.entity, "names": list(p.names)}
            for p in entry.parties
        ],
        "shares": {party.name: number(party.share) for party in entry.parties if party.share is not None},
        "amounts": [_amount(amount) for amount in entry.amounts],
        "quantities": [_quantity(quantity) for quantity in entry.quantities],
        "commodities": list(entry.commodities),
        "places": list(entry.places),
        "assets": list(entry.assets),
        "conditions": list(entry.conditions),
        "conflicts": [_conflict(conflict) for conflict in entry.conflicts],
        "sources": _sources(entry),
        "stories": entry.stories,
        "links": [
            {"relation": each.relation, "entry": each.entry, "why": each.why, "certain": each.certain}
            for each in entry.links
        ],
        "evidence": [_evidence(each) for each in entry.evidence],
        "why": list(entry.why),
        "reviewed": False,
    }


def totals_json(totals: Totals) -> Json:
    """The three totals, each a list by currency; `currency` null means that no text states it."""
    columns = {"announced": totals.announced, "firm": totals.firm, "delivered": totals.delivered}
    return {name: [_total(each) for each in column] for name, column in columns.items()}


def number(value: Decimal | None) -> int | float | None:
    """A Decimal as a plain number, whole where it is whole; None stays None."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def clip(quote: str) -> str:
    """At most QUOTE_LIMIT characters, an ellipsis for what is cut."""
    return quote if len(quote) <= QUOTE_LIMIT else quote[: QUOTE_LIMIT - 1].rstrip() + "…"


def _status(point: StatusPoint, entry: Entry) -> Json:
    """Only commitments climb the ladder: elsewhere the status stands alone."""
    return {
        "date": point.date,
        "status": point.status,
        "stage": point.stage if entry.book == "commitments" else None,
        "claim": point.claim,
        "document": point.document,
    }


def _amount(amount: AmountEntry) -> Json:
    money = amount.money
    return {
        "value": number(money.value),
        "value_max": number(money.value_max),
        "currency": money.currency,
        "qualifier": money.qualifier,
        "kind": amount.kind,
        "promisor": amount.promisor,
        "instrument": amount.instrument,
        "claim": amount.claim,
        "counts": amount.counts,
        "why": amount.why,
    }


def _quantity(quantity: Quantity) -> Json:
    return {
        "value": number(quantity.value),
        "value_max": number(quantity.value_max),
        "unit": quantity.unit,
        "qualifier": quantity.qualifier,
        "form": quantity.form,
    }


def _conflict(conflict: Conflict) -> Json:
    values = [{"value": value, "claim": claim} for value, claim in conflict.values]
    return {"slot": conflict.slot, "values": values, "shown": conflict.shown, "rule": conflict.rule}


def _evidence(evidence: Evidence) -> Json:
    return {
        "document": evidence.document,
        "name": evidence.name,
        "published": evidence.published,
        "start": evidence.start,
        "stop": evidence.stop,
        "quote": clip(evidence.quote),
        "claim": evidence.claim,
        "invented": evidence.invented,
        "origin": evidence.origin or "text",
        "level": evidence.level or None,
        "url": evidence.url,
        "typed_by": evidence.typed_by or None,
    }


def _sources(entry: Entry) -> list[Json]:
    """Documents in order of publication, each once, by id and name."""
    told = {each.document: {"name": each.name, "published": each.published} for each in entry.evidence}
    unknown = {"name": "", "published": None}
    return [{"document": document, **told.get(document, unknown)} for document in entry.sources]


def _total(total: Total) -> Json:
    return {
        "currency": total.currency,
        "low": number(total.low),
        "high": number(total.high),
        "entries": list(total.entries),
        "note": total.note,
    }
