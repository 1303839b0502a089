"""An index for one question: what did an entry say on a day, as the ledger knew it at a time?

It is a cache, made from the ledger's own rows and thrown away at any change of them. Which claims speak of one thing is
judged by all that is known now; what they add up to, by what was published and known then. Links are left out: they
need the other entries.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from lodeline.errors import AmbiguousEntry, NoSuchEntry
from lodeline.ledger.book import ALWAYS, Ledger
from lodeline.ledger.commitment import Entry, EntryId, Evidence, Telling
from lodeline.ledger.days import days, end_of
from lodeline.ledger.entries import entry
from lodeline.ledger.learning import Learned, homes, learned
from lodeline.ledger.merging import Group
from lodeline.ledger.parties import Names, names_of
from lodeline.ledger.tables import canonical, claim_from
from lodeline.storage.audit import head
from lodeline.storage.session import Session

UNDATED = 10_000_000
"""Day of a telling that neither its document nor its event dates: known on no day. Later than any ordinal."""
LAST = UNDATED + 1
"""The day that is asked where none is: all tellings, the undated among them."""


def is_current(unit: Session) -> bool:
    """Is the index that of the ledger as it now stands?"""
    row = unit.row("SELECT head FROM ledger_index_head")
    return row is not None and row[0] == head(unit).hash


def clear(unit: Session) -> None:
    """Throw the index away."""
    unit.execute("DELETE FROM ledger_index")
    unit.execute("DELETE FROM ledger_index_head")


def build(ledger: Ledger) -> None:
    """Make the index anew from the ledger."""
    every = learned(ledger)
    names = names_of([each.telling.claim for each in every], ledger.cluster)
    clear(ledger.unit)
    for entry_id, inside in homes(ledger.entries(), every).items():
        add(ledger.unit, entry_id, inside, names)
    seal(ledger.unit)


def seal(unit: Session) -> None:
    """From now on the index is that of the ledger, until something is recorded."""
    unit.execute("INSERT INTO ledger_index_head (one, head) VALUES (1, ?)", (head(unit).hash,))


def add(unit: Session, entry_id: EntryId, inside: Iterable[Learned], names: Names) -> None:
    """All that was ever told of one entry, with the entities that its names stand for."""
    rows = [(entry_id, _day(each.telling), each.since, each.until, _body(each.telling, names)) for each in inside]
    unit.execute_many("INSERT INTO ledger_index (entry, day, since, until, body) VALUES (?, ?, ?, ?, ?)", rows)


def entry_on(unit: Session, start: str, as_of: str | None = None, known_at: str | None = None) -> Entry | None:
    """The entry whose id begins so, on a day as known at a time; both are days, months or years and count to their end.

    None where nothing of it was known yet. Raises NoSuchEntry or AmbiguousEntry.
    """
    limit = days(as_of)
    day = LAST if as_of is None else limit.last if limit else 0
    moment = ALWAYS if known_at is None else end_of(known_at)
    rows = unit.rows(
        "SELECT body FROM ledger_index WHERE entry = ? AND day <= ? AND since <= ? AND (until > ? OR until = ?)",
        (_id(unit, start), day, moment, moment, ALWAYS),
    )
    if not rows:
        return None
    told = [json.loads(str(body)) for (body,) in rows]
    names = Names(*({name: key for each in told for name, key in each[slot].items()} for slot in ("parties", "assets")))
    return entry(Group(tuple(_telling(each) for each in told), ()), names)


def _id(unit: Session, start: str) -> str:
    """The one id that begins so."""
    sql = "SELECT DISTINCT entry FROM ledger_index WHERE entry >= ? AND entry < ? ORDER BY entry LIMIT 3"
    found = tuple(str(entry) for (entry,) in unit.rows(sql, (start, f"{start}g"))) if start else ()
    if not found:
        raise NoSuchEntry(start)
    if len(found) > 1:
        raise AmbiguousEntry(start, found)
    return found[0]


def _day(told: Telling) -> int:
    """First day on which it may have been known, as ledger.history.known_by has it."""
    stretch = days(told.published or told.claim.date)
    return stretch.first if stretch else UNDATED


def _body(told: Telling, names: Names) -> str:
    claim = told.claim
    spellings = {name for party in claim.parties for name in (party.name, *party.aliases)}
    return canonical(
        {
            "telling": told,
            "parties": {name: names.parties[name] for name in spellings if name in names.parties},
            "assets": {name: names.assets[name] for name in claim.assets if name in names.assets},
        }
    )


def _telling(body: Mapping[str, Any]) -> Telling:
    held = dict(body["telling"])
    quotes = held.pop("quotes", [])
    return Telling(
        claim=claim_from(held.pop("claim")),
        quotes=tuple(Evidence(**{"published": None, **quote}) for quote in quotes),
        published=held.pop("published", None),
        **held,
    )
