"""Days by which something was promised, and which of them have passed with nothing told of it since."""

from __future__ import annotations

from dataclasses import dataclass

from lodeline.claims.claim import Claim
from lodeline.ledger.commitment import Entry
from lodeline.ledger.days import days, position, starts_after
from lodeline.ledger.stages import OFF_LADDER, RANK, rung

PENDING = frozenset({"rumoured", "proposed", "intent", "memorandum", "agreed", "binding", "under_way"})
"""Statuses of what is still to be done."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day, month or year to come, as one claim told it; `published` is when it was told."""

    date: str
    claim: Claim
    published: str | None


def deadline(entry: Entry) -> Deadline | None:
    """The deadline last told: one that was put off replaces the one before; None where none is told."""
    published = {each.claim: each.published for each in entry.evidence}
    told = [
        Deadline(claim.date, claim, published.get(claim.id))
        for claim in entry.claims
        if claim.date and claim.status in PENDING and starts_after(claim.date, published.get(claim.id))
    ]
    return max(told, key=lambda each: (position(each.published), position(each.date), each.claim.id), default=None)


def overdue(entry: Entry, day: str) -> Deadline | None:
    """The deadline, where all of it lies before a day and the entry stands no higher than when it was told.

    A project is on time only once it is built or running. Commitments that were suspended or ended are not overdue.
    """
    last, now = deadline(entry), days(day)
    due = days(last.date) if last else None
    if last is None or due is None or now is None or entry.stage is None or entry.stage in OFF_LADDER:
        return None
    reached = RANK[entry.stage] > RANK.get(rung(last.claim).stage, -1)
    if last.claim.kind == "project":
        reached = reached and RANK[entry.stage] >= RANK["implementing"]
    return last if due.last < now.last and not reached else None
