"""What was known of one entry when, and by which source: a line for each thing told, in the order of learning."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lodeline.ledger.learning import Learned
from lodeline.ledger.stages import BOOKS, status_point
from lodeline.ledger.views import clip
from lodeline.reports.figures import money_shown, percent, quantity_shown
from lodeline.reports.labels import label


@dataclass(frozen=True, slots=True)
class LearnedLine:
    """One thing told; times are ISO, dates are days, months or years, None where unknown."""

    learned: str
    until: str | None
    """When a correction or a new reading replaced it; None where it stands."""
    published: str | None
    source: str
    document: str
    claim: str
    status: str | None
    stage: str | None
    date: str | None
    """Of the event; None where the text gives no day of its own."""
    told: tuple[str, ...]
    quote: str


def learning_lines(every: Iterable[Learned]) -> tuple[LearnedLine, ...]:
    """Lines by the time of learning, then by publication."""
    return tuple(sorted(map(_line, every), key=lambda each: (each.learned, each.published or "", each.claim)))


def _line(each: Learned) -> LearnedLine:
    claim = each.telling.claim
    point = status_point(each.telling)
    return LearnedLine(
        learned=each.since,
        until=None if each.stands else each.until,
        published=each.telling.published,
        source=each.telling.document,
        document=claim.document,
        claim=claim.id,
        status=claim.status,
        stage=point.stage if point and BOOKS[claim.kind] == "commitments" else None,
        date=claim.date,
        told=tuple(_values(each)),
        quote=clip(claim.evidence),
    )


def _values(each: Learned) -> list[str]:
    """Status, sum, quantity and stakes as people read them."""
    claim = each.telling.claim
    told = [label("status", claim.status)] if claim.status else []
    told += [money_shown(claim.amount).text] if claim.amount else []
    told += [quantity_shown(claim.quantity).text] if claim.quantity else []
    return [*told, *(f"{party.name} {percent(party.share)}" for party in claim.parties if party.share is not None)]
