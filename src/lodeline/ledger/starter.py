"""The starter ledger: real public deals that Lodeline brings along, so that a new ledger is of use on its first day.

Each row is one dated step with the page that tells it, how good that page is as evidence, and a note in our own words
(`data/starter.jsonl`). No news text is shipped: the "text" of a row is a note put together from its own facts, and it
is never shown as a quotation. The steps of a commitment are told by the file to be one, and are not compared.

The starter is never written into a user's ledger, and changes no entry of it: where both tell of one deal, the user's
entry gets a link to the starter's and a conflict for each value that differs.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from lodeline.claims.claim import Claim, ClaimId, Party, Support
from lodeline.claims.identity import claim_id
from lodeline.documents.document import Document, DocumentId, Publication
from lodeline.ledger.cofunding import check
from lodeline.ledger.commitment import Entry, Evidence, Telling
from lodeline.ledger.entries import entry
from lodeline.ledger.history import known_by
from lodeline.ledger.merging import Group
from lodeline.ledger.packages import link
from lodeline.ledger.parties import Names, entity_keys, names_of
from lodeline.vocabulary.quantities import Money, Qualifier, Quantity

STARTER = "starter"
"""Reader of its claims, and origin of its evidence."""
CLEANER = "starter/1"
WHY = "steps of one promise in the starter ledger"
KINDS_OF_SUM: Mapping[str, str] = {"tranche": "a tranche of ", "resource_value": "value of the resource: "}
"""Words that tell what a sum is; a ceiling is told by its qualifier."""
NO_PROMISE: Mapping[str, str] = {"enterprise_value": "Enterprise value", "pipeline": "Projects hoped for"}
"""Sums that nobody promises: told in the note, and no sum of the entry."""
FORCE: Mapping[str, str] = {"yes": "Legally binding.", "no": "Not legally binding.", "mixed": "Binding in part."}


@dataclass(frozen=True, slots=True)
class Step:
    """One row: the commitment that it belongs to, its document of our own words, and its claim."""

    commitment: str
    document: Document
    telling: Telling


@cache
def steps() -> tuple[Step, ...]:
    """All rows in the order of the file, which is the order of each story."""
    lines = files("lodeline.ledger").joinpath("data", "starter.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines if not line.startswith("#")]
    return tuple(map(_step, told))


def starter_documents() -> tuple[Document, ...]:
    """The notes, as documents of a page or an export."""
    return tuple(step.document for step in steps())


@cache
def starter_entries(as_of: str | None = None) -> tuple[Entry, ...]:
    """One entry for each promise of each commitment, sorted by id, as known by a day, month or year."""
    known = {t.claim.id for t in known_by((step.telling for step in steps()), as_of)} if as_of else None
    stories: dict[Promise, list[Telling]] = defaultdict(list)
    for step in steps():
        if known is None or step.telling.claim.id in known:
            stories[_promise(step)].append(step.telling)
    names = names_of([step.telling.claim for step in steps()], entity_keys)
    return check(link((_entry(told, names) for told in stories.values()), names))


Promise = tuple[str, str, tuple[str, ...]]


def _promise(step: Step) -> Promise:
    """A venture, its loans and its offtake are promises of their own, and so are the loans of two banks."""
    claim = step.telling.claim
    financiers = sorted(party.name for party in claim.parties if party.role == "financier")
    return step.commitment, claim.kind, tuple(financiers)


def _entry(told: Sequence[Telling], names: Names) -> Entry:
    """The steps in the order of the file: of two vague dates it knows which came first."""
    made = entry(Group(tuple(told), (WHY,) if len(told) > 1 else ()), names)
    order = {each.claim.id: at for at, each in enumerate(told)}
    return replace(made, status_history=tuple(sorted(made.status_history, key=lambda point: order[point.claim])))


def _step(row: Mapping[str, Any]) -> Step:
    note = _Note()
    money, quantity = _money(row.get("amount")), _quantity(row.get("quantity"))
    note.add(f"{row['kind'].replace('_', ' ').capitalize()}, {row['status'].replace('_', ' ')}, ")
    note.add(row["date"], "date")
    note.add(": ")
    for at, party in enumerate(row["parties"]):
        note.add(", " if at else "")
        note.add(party["name"], f"parties.{at}")
        note.add(f" ({party['role']})")
    note.add(".")
    if money:
        note.add(f" Sum: {KINDS_OF_SUM.get(row['amount'].get('kind', ''), '')}")
        note.add(f"{money.value:f} {money.currency}", "amount")
        note.add(".")
    if quantity:
        note.add(" Quantity: ")
        note.add(f"{quantity.value:f} {quantity.unit}", "quantity")
        note.add(".")
    if row.get("conditions"):
        note.add(f" Conditions: {'; '.join(row['conditions'])}.")
    for words in (FORCE.get(row["binding"]), _no_promise(row), row.get("note")):
        note.add(f" {words}" if words else "")
    document = _document(row, note.text)
    return Step(row["commitment"], document, _telling(_claim(row, document, note, money, quantity), document))


class _Note:
    """A text under construction, with the stretch of each slot."""

    def __init__(self) -> None:
        self.text = ""
        self.support: dict[str, Support] = {}

    def add(self, words: str, slot: str = "") -> None:
        if slot:
            self.support[slot] = Support(((len(self.text), len(self.text) + len(words)),))
        self.text += words


def _document(row: Mapping[str, Any], text: str) -> Document:
    digest = hashlib.sha256(json.dumps(row, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    day = row.get("published")
    return Document(
        id=DocumentId(digest[:16]),
        name=row["publisher"],
        text=text,
        language="en",
        published=Publication(day, "metadata" if day else "unknown", "day of the page, as the starter ledger has it"),
        raw_sha256=digest,
        cleaner=CLEANER,
        source=STARTER,
        title=f"{row['publisher']} on {row['commitment']}",
        url=row["source_url"],
        publisher=row["publisher"],
    )


def _claim(
    row: Mapping[str, Any], document: Document, note: _Note, money: Money | None, quantity: Quantity | None
) -> Claim:
    level = f"{row['evidence_level']}{', relayed' if row.get('weak') else ''}"
    made = Claim(
        id=ClaimId(""),
        document=document.id,
        kind=row["kind"],
        start=0,
        stop=len(document.text),
        evidence=document.text,
        status=row["status"],
        parties=tuple(Party(each["name"], each["role"], _decimal(each.get("share"))) for each in row["parties"]),
        commodities=tuple(row.get("commodities", ())),
        assets=tuple(row.get("assets", ())),
        places=tuple(row.get("places", ())),
        amount=money,
        quantity=quantity,
        instrument=row.get("instrument"),
        action=row.get("action"),
        stage=row.get("stage"),
        date=row["date"],
        period=row.get("period"),
        confidence=1.0,
        rule=level,
        reader=STARTER,
        support=note.support,
    )
    return replace(made, id=claim_id(made))


def _telling(claim: Claim, document: Document) -> Telling:
    quote = Evidence(
        document=document.id,
        name=document.name,
        published=document.published.date,
        start=0,
        stop=len(document.text),
        quote=document.text,
        claim=claim.id,
        origin=STARTER,
        level=claim.rule,
        url=document.url,
    )
    return Telling(claim, document.published.date, document.name, (quote,), document.url or document.id)


def _no_promise(row: Mapping[str, Any]) -> str | None:
    held = row.get("amount", {})
    name = NO_PROMISE.get(held.get("kind"))
    return f"{name}: {Decimal(held['value']):f} {held['currency']}." if name else None


def _money(held: Mapping[str, Any] | None) -> Money | None:
    if held is None or held["kind"] in NO_PROMISE:
        return None
    qualifier: Qualifier = "up_to" if held["kind"] == "ceiling" else held["qualifier"]
    return Money(Decimal(str(held["value"])), held["currency"], qualifier)


def _quantity(held: Mapping[str, Any] | None) -> Quantity | None:
    if held is None:
        return None
    return Quantity(Decimal(str(held["value"])), held["unit"], held.get("qualifier", "exact"))


def _decimal(value: float | int | None) -> Decimal | None:
    return None if value is None else Decimal(format(Decimal(str(value)).normalize(), "f"))


def known_to(entry: Entry) -> str | None:
    """The day of the newest page that tells it: later steps are not in the starter. None where no page has a day."""
    return max((each.published for each in entry.evidence if each.published), default=None)


def is_starter(entry: Entry) -> bool:
    return any(told.origin == STARTER for told in entry.evidence)
