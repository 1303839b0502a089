"""The ledger in SQL: documents, their names and readings, each row written once and never changed, at most forgotten.

Rows hold whole documents and claims as JSON, Decimals as text. What the ledger says is derived from them on reading.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any

from lodeline.claims.claim import Claim, Party, Reading, Step, Support
from lodeline.documents.document import Document, Publication
from lodeline.storage.migrate import Migration
from lodeline.storage.session import Session
from lodeline.storage.vouchers import enrol
from lodeline.vocabulary.quantities import Money, Quantity

Json = Mapping[str, Any]

_TABLES = (
    """
    CREATE TABLE ledger_document (
        number INTEGER PRIMARY KEY, document TEXT NOT NULL, digest TEXT NOT NULL UNIQUE, body TEXT NOT NULL,
        recorded TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE ledger_reading (
        number INTEGER PRIMARY KEY, document TEXT NOT NULL, digest TEXT NOT NULL UNIQUE, body TEXT NOT NULL,
        recorded TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE ledger_name (
        number INTEGER PRIMARY KEY, document TEXT NOT NULL, name TEXT NOT NULL, recorded TEXT NOT NULL,
        UNIQUE (document, name)
    ) STRICT
    """,
    "CREATE INDEX ledger_document_by_id ON ledger_document (document, number)",
    "CREATE INDEX ledger_reading_by_id ON ledger_reading (document, number)",
)
TEXTS = ("ledger_document", "ledger_reading", "ledger_name")
"""Tables whose rows hold words of texts; each row has its `number`, `document` and `recorded` time."""
_GUARDS = tuple(
    f"CREATE TRIGGER {table}_{verb.lower()} BEFORE {verb} ON {table} "
    f"BEGIN SELECT raise(ABORT, '{table} is append-only'); END"
    for table in TEXTS
    for verb in ("UPDATE", "DELETE")
)


def _enrol(unit: Session) -> None:
    enrol(unit, TEXTS)


_FORGETTING = (
    """
    CREATE TABLE ledger_forgotten (
        number INTEGER PRIMARY KEY, document TEXT NOT NULL, what TEXT NOT NULL CHECK (what IN ('document', 'person')),
        recorded TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX ledger_forgotten_by_id ON ledger_forgotten (document)",
    *(f"DROP TRIGGER {table}_delete" for table in TEXTS),
    *(
        f"CREATE TRIGGER {table}_delete BEFORE DELETE ON {table} "
        "WHEN NOT EXISTS (SELECT 1 FROM ledger_forgotten WHERE document = OLD.document) "
        f"BEGIN SELECT raise(ABORT, '{table} is append-only'); END"
        for table in TEXTS
    ),
)
TABLES = (*TEXTS, "ledger_forgotten")
"""All tables of the ledger: the audit vouches for each of their rows."""
_INDEX = (
    """
    CREATE TABLE ledger_index (
        number INTEGER PRIMARY KEY, entry TEXT NOT NULL, day INTEGER NOT NULL, since TEXT NOT NULL, until TEXT NOT NULL,
        body TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX ledger_index_by_entry ON ledger_index (entry, day)",
    "CREATE TABLE ledger_index_head (one INTEGER PRIMARY KEY CHECK (one = 1), head TEXT NOT NULL) STRICT",
)
# The index is a cache (ledger.lookup): nothing vouches for it, and it may be thrown away at any time.
MIGRATIONS: tuple[Migration, ...] = ((*_TABLES, *_GUARDS), (_enrol, *_FORGETTING), _INDEX)
"""For storage.migrate under the name `ledger`, after `audit`: what stands here is never changed, only added to."""


# --- to JSON -----------------------------------------------------------------------------------------------------


def plain(value: Any) -> Any:
    """A dataclass of the contracts as JSON values: Decimals as text, tuples as lists, empty slots left out."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, (tuple, list)):
        return [plain(each) for each in value]
    if isinstance(value, Mapping):
        return {str(key): plain(value[key]) for key in sorted(value)}
    if hasattr(value, "__dataclass_fields__"):
        named = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: plain(held) for name, held in named if held is not None and held != () and held != {}}
    return value


def canonical(value: Any) -> str:
    """One line of JSON with sorted keys: the same value always gives the same bytes."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


# --- from JSON ---------------------------------------------------------------------------------------------------


def document_from(body: str) -> Document:
    held = json.loads(body)
    published = held.pop("published")
    return Document(
        published=Publication(published.get("date"), published["origin"], published["reason"]),
        left_out=tuple(held.pop("left_out", ())),
        **held,
    )


def reading_from(body: str) -> Reading:
    held = json.loads(body)
    return Reading(
        document=held["document"],
        claims=tuple(map(claim_from, held.get("claims", ()))),
        steps=tuple(Step(**step) for step in held.get("steps", ())),
    )


def claim_from(held: Json) -> Claim:
    """The claim that `plain` wrote."""
    slots = dict(held)
    for name in ("commodities", "assets", "places", "attributed_to"):
        slots[name] = tuple(slots.get(name, ()))
    slots["parties"] = tuple(map(_party, slots.get("parties", ())))
    slots["amount"] = _money(slots["amount"]) if "amount" in slots else None
    slots["quantity"] = _quantity(slots["quantity"]) if "quantity" in slots else None
    slots["support"] = {name: _support(each) for name, each in slots.get("support", {}).items()}
    slots["also"] = _spans(slots.get("also", ()))
    return Claim(**slots)


def _party(held: Json) -> Party:
    return Party(held["name"], held["role"], _decimal(held.get("share")), tuple(held.get("aliases", ())))


def _money(held: Json) -> Money:
    top = _decimal(held.get("value_max"))
    return Money(Decimal(held["value"]), held.get("currency"), held.get("qualifier", "exact"), top)


def _quantity(held: Json) -> Quantity:
    top = _decimal(held.get("value_max"))
    return Quantity(Decimal(held["value"]), held["unit"], held.get("qualifier", "exact"), top, held.get("form"))


def _support(held: Json) -> Support:
    return Support(_spans(held.get("spans", ())), held.get("rule"), held.get("confidence"))


def _spans(held: Any) -> tuple[tuple[int, int], ...]:
    return tuple((start, stop) for start, stop in held)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
