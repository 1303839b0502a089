"""What kind of sum a claim tells, who promised it, and which one of an entry's sums enters the totals.

Sums attach to a promisor and an instrument. Only totals, tranches and revised totals enter sums; a ceiling, a floor, an
increment, a yearly rate and the value of a resource are shown and never added.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lodeline.claims.claim import Claim
from lodeline.claims.doubts import MISSING_MILLION
from lodeline.ledger.commitment import AmountEntry, AmountKind, Stage, Telling
from lodeline.ledger.cues import tells
from lodeline.ledger.days import position, starts_after
from lodeline.ledger.stages import OFF_LADDER, RANK, rung
from lodeline.vocabulary.quantities import Money

SUMMED = frozenset({"total", "tranche", "revised_total"})
PROMISOR: Mapping[str, str] = {
    "financing": "financier",
    "investment": "investor",
    "acquisition": "acquirer",
    "supply": "buyer",
}
"""Whose money it is, by kind; in other kinds the sum is of the whole deal and has no single promisor."""


def amount_kind(claim: Claim) -> AmountKind:
    """The kind of sum, by its qualifier first and by the words beside it then; a total where nothing says otherwise."""
    money = claim.amount
    if claim.kind == "resource":
        return "resource_value"
    if money is not None and money.qualifier in ("up_to", "over"):
        return "ceiling" if money.qualifier == "up_to" else "floor"
    before, after = _words_beside(claim)
    return next((kind for kind, reach in REACH if _told(kind, reach, before, after)), "total")


@dataclass(frozen=True, slots=True)
class Reach:
    """How far from a sum, in characters, a word still qualifies it."""

    before: int
    after: int


REACH: tuple[tuple[AmountKind, Reach], ...] = (
    ("resource_value", Reach(60, 60)),
    ("annual_rate", Reach(15, 25)),
    ("tranche", Reach(60, 30)),
    ("revised_total", Reach(60, 0)),
    ("increment", Reach(16, 0)),
)
"""Kinds told by words, the first that fits: "a further 50 million" before the number, "40 million a year" after it."""


def _told(kind: AmountKind, reach: Reach, before: str, after: str) -> bool:
    near_before = before[max(0, len(before) - reach.before) :]
    return tells(kind, near_before) or tells(kind, after[: reach.after])


def _words_beside(claim: Claim) -> tuple[str, str]:
    """The words before and after the sum, as far as the next number or sentence: beyond, they qualify others."""
    span = _amount_span(claim)
    if span is None:
        return "", ""
    before = re.split(r"\d|[.!?;]\s", claim.evidence[: span[0]])[-1]
    after = re.split(r"\d|[.!?;]\s", claim.evidence[span[1] :])[0]
    return before, after


def _amount_span(claim: Claim) -> tuple[int, int] | None:
    """Where the sum stands in the evidence: as the reader says, else where its digits stand."""
    support = claim.support.get("amount")
    inside = [s for s in (support.spans if support else ()) if claim.start <= s[0] and s[1] <= claim.stop]
    if inside:
        return inside[0][0] - claim.start, inside[0][1] - claim.start
    wanted = f"{claim.amount.value:f}".replace(".", "").strip("0") if claim.amount else ""
    numbers = re.finditer(r"\d+(?:[ \u00a0.,]\d+)*", claim.evidence)
    return next((n.span() for n in numbers if re.sub(r"\D", "", n.group()).strip("0") == wanted), None)


def promisor(claim: Claim) -> str | None:
    """The party whose money it is, all of them where several promise together; None for the sum of a whole deal."""
    role = PROMISOR.get(claim.kind)
    names = sorted(party.name for party in claim.parties if party.role == role)
    return ", ".join(names) or None


def amount_entries(tellings: Sequence[Telling], stage: Stage | None) -> tuple[AmountEntry, ...]:
    """Every sum told of one entry, oldest first; at most one of them counts."""
    told = sorted((t for t in tellings if t.claim.amount is not None), key=_when)
    shown = shown_telling(told)
    return tuple(_amount_entry(t, t.claim.amount, shown, stage) for t in told if t.claim.amount is not None)


Order = tuple[tuple[int, int], tuple[int, int], str]


def _when(telling: Telling) -> Order:
    """Later published is later told; within one text an older figure is dated back by its own day."""
    claim = telling.claim
    published = telling.published or claim.date
    own_day = claim.date if claim.date and not starts_after(claim.date, published) else published
    return position(published), position(own_day), claim.id


def shown_telling(told: Sequence[Telling]) -> Telling | None:
    """The sum shown: not doubted, of a known currency, more than rumour, of a kind that is summed, latest, exact."""
    standing = [t for t in told if t.claim.status != "denied"]
    standing = [t for t in standing if not is_doubted(t.claim)] or standing
    sound = [t for t in standing if t.claim.amount and t.claim.amount.currency] or standing
    firmer = [t for t in sound if t.claim.status != "rumoured"] or sound
    summed = [t for t in firmer if amount_kind(t.claim) in SUMMED] or firmer
    whole = [t for t in summed if amount_kind(t.claim) != "tranche"] or summed
    return max(whole, key=_preference, default=None)


def _preference(telling: Telling) -> tuple[tuple[int, int], tuple[int, int], int, bool, str]:
    """Recency, then the rung told, then exactness, then content."""
    published, own_day, content = _when(telling)
    exact = telling.claim.amount is not None and telling.claim.amount.qualifier == "exact"
    return published, own_day, RANK.get(rung(telling.claim).stage, -1), exact, content


def _amount_entry(telling: Telling, money: Money, shown: Telling | None, stage: Stage | None) -> AmountEntry:
    claim = telling.claim
    kind = amount_kind(claim)
    obstacle = DOUBTFUL if is_doubted(claim) else _obstacle(kind, stage)
    is_shown = shown is not None and claim.id == shown.claim.id
    counts = is_shown and obstacle is None
    why = _why(telling, shown, kind) if not is_shown else obstacle or "the sum told last, or with most force"
    return AmountEntry(money, kind, promisor(claim), claim.instrument, claim.id, counts, why)


def is_doubted(claim: Claim) -> bool:
    """A sum that has most likely lost its word for millions: shown, and never added to anything."""
    support = claim.support.get("amount")
    return support is not None and support.rule == MISSING_MILLION


DOUBTFUL = "doubtful: a word for thousands or millions is probably missing"


def _obstacle(kind: AmountKind, stage: Stage | None) -> str | None:
    """Why the sum shown does not enter totals; None where it does."""
    if kind not in SUMMED:
        return _NOT_SUMMED[kind]
    if stage is None:
        return "not a commitment"
    if stage in OFF_LADDER:
        return f"{stage}: nothing is promised now"
    return "under discussion: nothing is promised yet" if stage == "under_discussion" else None


_NOT_SUMMED: Mapping[AmountKind, str] = {
    "ceiling": "a ceiling (up to), not a promised sum",
    "floor": "a floor (over), the sum itself is not told",
    "increment": "an increment: what it adds to is told apart",
    "annual_rate": "a yearly rate, not a total",
    "resource_value": "the value of a resource is no investment",
    "share_of_parent": "a share of another sum",
}


def _why(telling: Telling, shown: Telling | None, kind: AmountKind) -> str:
    """Why a sum that is not shown does not count."""
    if kind not in SUMMED:
        return _NOT_SUMMED[kind]
    if telling.claim.status == "denied":
        return "denied"
    if is_doubted(telling.claim):
        return DOUBTFUL
    if shown is None or shown.claim.amount is None:
        return "another figure is shown"
    if kind == "tranche":
        return "a part of the sum shown"
    if telling.claim.amount == shown.claim.amount:
        return "the same sum, told again"
    if amount_kind(shown.claim) == "revised_total":
        return f"replaced by a revised total of {as_text(shown.claim.amount)}"
    later = as_text(shown.claim.amount)
    return f"another figure; {later} is told later or firmer (to review: no text says which holds)"


def as_text(money: Money) -> str:
    """A sum in digits with its currency: `1100000000 USD`, `up_to 500 EUR`."""
    qualifier = "" if money.qualifier == "exact" else f"{money.qualifier} "
    top = f"–{money.value_max.normalize():f}" if money.value_max is not None else ""
    return f"{qualifier}{money.value.normalize():f}{top} {money.currency or '(currency not stated)'}"
