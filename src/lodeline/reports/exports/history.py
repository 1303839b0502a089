"""JSON Lines with history: one line a claim, in order of publication, with what each tells and the entry it made.

Where the canonical export says what holds, this says how it came about: a reader can replay an entry text by text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from lodeline.claims.claim import Claim
from lodeline.documents.document import Document
from lodeline.ledger.commitment import Entry, StatusPoint
from lodeline.ledger.views import clip, number

UNDATED = "9999"


def history(entries: Iterable[Entry], documents: Iterable[Document]) -> bytes:
    """All claims of all entries as UTF-8 lines; texts whose date is unknown come last."""
    known = {document.id: document for document in documents}
    lines = [line for entry in entries for line in _steps(entry, known)]
    lines.sort(key=lambda step: (step["published"] or UNDATED, step["document"], step["start"], step["claim"]))
    return "".join(f"{json.dumps(step, ensure_ascii=False, sort_keys=True)}\n" for step in lines).encode()


def _steps(entry: Entry, documents: dict[Any, Document]) -> Iterator[dict[str, Any]]:
    points = {point.claim: point for point in entry.status_history}
    published = {each.claim: each.published for each in entry.evidence}
    for claim in entry.claims:
        text = documents.get(claim.document)
        yield {
            "entry": entry.id,
            "book": entry.book,
            "published": published.get(claim.id) or (text.published.date if text else None),
            "url": text.url if text else None,
            "publisher": text.publisher if text else None,
            **_claim(claim, points.get(claim.id), entry),
        }


def _claim(claim: Claim, point: StatusPoint | None, entry: Entry) -> dict[str, Any]:
    money, quantity = claim.amount, claim.quantity
    return {
        "claim": claim.id,
        "document": claim.document,
        "kind": claim.kind,
        "start": claim.start,
        "stop": claim.stop,
        "quote": clip(claim.evidence),
        "status": claim.status,
        "stage": point.stage if point and entry.book == "commitments" else None,
        "date": claim.date,
        "parties": [{"name": party.name, "role": party.role, "share": number(party.share)} for party in claim.parties],
        "amount": None if money is None else {"value": number(money.value), "currency": money.currency},
        "quantity": None if quantity is None else {"value": number(quantity.value), "unit": quantity.unit},
        "commodities": list(claim.commodities),
        "assets": list(claim.assets),
        "places": list(claim.places),
    }
