"""The state of the ledger on a day: a pure function of the tellings known by then, and of nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from lodeline.ledger.cofunding import check
from lodeline.ledger.commitment import Entry, Telling
from lodeline.ledger.days import days
from lodeline.ledger.entries import entry
from lodeline.ledger.merging import merge
from lodeline.ledger.packages import link
from lodeline.ledger.parties import Clustering, entity_keys, names_of


def derive(tellings: Iterable[Telling], cluster: Clustering = entity_keys) -> tuple[Entry, ...]:
    """All entries of all books, sorted by id; the order of the tellings does not matter, nor telling one twice."""
    once = {telling.claim.id: telling for telling in sorted(tellings, key=_content)}
    told = tuple(once.values())
    names = names_of([telling.claim for telling in told], cluster)
    return check(link((entry(group, names) for group in merge(told, names)), names))


def _content(telling: Telling) -> tuple[str, str, str]:
    return telling.claim.id, telling.published or "", telling.document


def known_by(tellings: Iterable[Telling], day: str) -> tuple[Telling, ...]:
    """Tellings published by the end of a day, month or year; the event's date stands in for an unknown publication.

    Missing: a telling with neither date is not known on any day.
    """
    limit = days(day)
    if limit is None:
        return ()
    return tuple(t for t in tellings if (told := days(t.published or t.claim.date)) and told.first <= limit.last)
