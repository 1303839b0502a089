"""Where the tellings of one entry disagree (rule 7): all values stay with their claims, a named rule picks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from lodeline.claims.claim import ClaimId
from lodeline.ledger.amounts import amount_kind, as_text, shown_telling
from lodeline.ledger.assets import assets_of
from lodeline.ledger.commitment import Bindingness, Conflict, PartyEntry, Stage, StatusPoint, Telling
from lodeline.ledger.days import days, gap, position
from lodeline.ledger.parties import Names, sides
from lodeline.ledger.ranges import apart
from lodeline.ledger.stages import OFF_LADDER, RANK, rung, status_history

FORTNIGHT = 14
SAME_DAYS = 3
SAME_SHARE = 1
"""Percentage points within which two stakes are one, rounded."""
Said = tuple[str, Telling]
"""A value in words, and who says it."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What an entry shows once all its tellings are weighed."""

    tellings: tuple[Telling, ...]
    parties: tuple[PartyEntry, ...]
    stage: Stage | None
    bindingness: Bindingness | None
    date: str | None
    denied_details: frozenset[ClaimId]
    """Claims that deny one detail (a stake, a sum) of a deal that stands."""
    names: Names

    @property
    def sound(self) -> tuple[Telling, ...]:
        """The tellings that do not deny."""
        return tuple(t for t in self.tellings if t.claim.status != "denied")


def denied_details(tellings: Sequence[Telling], names: Names) -> frozenset[ClaimId]:
    """Denials of a stake or sum other than the one told: the deal itself is not denied."""
    sound = [t for t in tellings if t.claim.status != "denied"]
    denials = [t for t in tellings if t.claim.status == "denied"]
    return frozenset(t.claim.id for t in denials if any(_denies_detail(t, other, names) for other in sound))


def _denies_detail(denial: Telling, other: Telling, names: Names) -> bool:
    ours, theirs = denial.claim.amount, other.claim.amount
    if ours is not None and theirs is not None and ours.currency == theirs.currency and apart(ours, theirs):
        return True
    stakes = [
        (mine.party.share, its.party.share)
        for mine in sides(denial.claim, names)
        for its in sides(other.claim, names)
        if mine.same(its)
    ]
    return any(a is not None and b is not None and abs(a - b) > SAME_SHARE for a, b in stakes)


def conflicts(settled: Settled) -> tuple[Conflict, ...]:
    """All disagreements of one entry, in the order of the rules at the foot of this file."""
    return tuple(conflict for rule in RULES for conflict in rule(settled))


def _conflict(slot: str, said: Sequence[Said], shown: str, rule: str) -> Conflict:
    """Values by the day that their document was published."""
    ordered = sorted(said, key=lambda each: (position(each[1].published), each[1].claim.id))
    values: tuple[tuple[str, ClaimId], ...] = tuple((text, telling.claim.id) for text, telling in ordered)
    return Conflict(slot, values, shown, rule)


def amount_conflict(settled: Settled) -> Iterator[Conflict]:
    """Sums of the whole that no one value fits; parts, yearly rates and the like are not compared with it."""
    compared = ("total", "revised_total", "ceiling", "floor")
    told = [t for t in settled.sound if t.claim.amount is not None and amount_kind(t.claim) in compared]
    shown = shown_telling(told)
    told += [t for t in settled.tellings if t.claim.amount is not None and t.claim.id in settled.denied_details]
    if shown is None or shown.claim.amount is None or not _any_apart(told):
        return
    said = [(_amount_text(t), t) for t in told]
    yield _conflict("amount", said, as_text(shown.claim.amount), "latest_figure_above_rumour")


def _amount_text(telling: Telling) -> str:
    text = as_text(telling.claim.amount) if telling.claim.amount else ""
    return f"{text} (denied)" if telling.claim.status == "denied" else text


def _any_apart(told: Sequence[Telling]) -> bool:
    sums = [t.claim.amount for t in told if t.claim.amount is not None]
    return any(a.currency == b.currency and apart(a, b) for a, b in combinations(sums, 2))


def quantity_conflict(settled: Settled) -> Iterator[Conflict]:
    """Two figures of one thing in one unit. A project has many quantities, and no conflict."""
    told = [t for t in settled.sound if t.claim.quantity is not None and t.claim.kind in ("share", "resource")]
    figures = [t.claim.quantity for t in told if t.claim.quantity is not None]
    if not any(a.unit == b.unit and apart(a, b) for a, b in combinations(figures, 2)):
        return
    latest = max(told, key=lambda t: (position(t.published), t.claim.id))
    yield _conflict("quantity", [(_quantity_text(t), t) for t in told], _quantity_text(latest), "latest_figure")


def _quantity_text(telling: Telling) -> str:
    quantity = telling.claim.quantity
    return f"{quantity.value.normalize():f} {quantity.unit}" if quantity else ""


def share_conflicts(settled: Settled) -> Iterator[Conflict]:
    """Stakes of one party more than a point apart; a denied stake stays beside the one told."""
    for party in settled.parties:
        told = _shares_of(party, settled)
        values = [share for share, _ in told]
        if values and max(values) - min(values) > SAME_SHARE:
            denied = any(t.claim.status == "denied" for _, t in told)
            said = [(_share_text(party, share, t.claim.status == "denied"), t) for share, t in told]
            rule = "denied_detail_beside_what_is_told" if denied else "latest_figure"
            shown = "not told" if party.share is None else _share_text(party, party.share, False)
            yield _conflict("shares", said, shown, rule)


def _shares_of(party: PartyEntry, settled: Settled) -> list[tuple[Decimal, Telling]]:
    keys = {settled.names.key(name) for name in party.names}
    every = ((p, t) for t in settled.tellings for p in t.claim.parties)
    return [(p.share, t) for p, t in every if p.share is not None and settled.names.key(p.name) in keys]


def _share_text(party: PartyEntry, share: Decimal, denied: bool) -> str:
    return f"{party.name} {share.normalize():f} %" + (" (denied)" if denied else "")


CIRCLES = frozenset({"partner", "signatory", "developer", "acquirer", "investor"})
"""Roles whose holders form one circle: two tellings may leave out some of it, and not each name others."""


def party_conflict(settled: Settled) -> Iterator[Conflict]:
    """Two texts name circles of which neither holds the other."""
    circles = [(circle, telling) for telling in settled.sound if (circle := _circle(telling, settled))]
    if any(not a <= b and not b <= a for (a, _), (b, _) in combinations(circles, 2)):
        said = [(", ".join(sorted(circle)), telling) for circle, telling in circles]
        shown = ", ".join(party.name for party in settled.parties if party.role in CIRCLES)
        yield _conflict("parties", said, shown, "all_who_are_named")


def _circle(telling: Telling, settled: Settled) -> frozenset[str]:
    """The parties of one telling under the names that the entry shows; a company named after the asset is no other."""
    shown = {name: party.name for party in settled.parties for name in party.names}
    assets = assets_of([asset for each in settled.tellings for asset in each.claim.assets], settled.names)
    named = [party.name for party in telling.claim.parties if party.role in CIRCLES]
    return frozenset(shown.get(name, name) for name in named if not assets.named_in(name))


def denial_conflict(settled: Settled) -> Iterator[Conflict]:
    """A denial beside tellings that stand: one party's word, no change of stage. A denied detail is shown as such."""
    told = [t for t in settled.tellings if t.claim.status and t.claim.id not in settled.denied_details]
    if settled.stage in (None, "denied") or not any(t.claim.status == "denied" for t in told):
        return
    said = [(rung(t.claim).stage, t) for t in told]
    yield _conflict("status", said, str(settled.stage), "denial_is_no_stage")


def stage_conflict(settled: Settled) -> Iterator[Conflict]:
    """Two documents tell different rungs of the same fortnight, and the lower one no earlier than the higher.

    A rung that follows a lower one is progress, not a conflict; a rumour contradicts nobody.
    """
    by_claim = {t.claim.id: t for t in settled.tellings}
    points = [p for p in status_history(settled.sound) if p.stage in RANK and p.status != "rumoured"]
    now = [p for p in points if not _is_background(p, points)]
    clashing = {p for a, b in combinations(now, 2) if _clash(a, b) for p in (a, b)}
    if clashing:
        said = [(point.stage, by_claim[point.claim]) for point in now if point in clashing]
        yield _conflict("stage", said, str(settled.stage), "furthest_rung")


def _is_background(point: StatusPoint, points: Sequence[StatusPoint]) -> bool:
    """A rung without a day of its own in a text that tells a higher one is recalled, not told as standing."""
    higher = [p for p in points if p.document == point.document and RANK[p.stage] > RANK[point.stage]]
    return not point.dated and bool(higher)


def _clash(first: StatusPoint, second: StatusPoint) -> bool:
    lower, higher = sorted((first, second), key=lambda point: RANK[point.stage])
    low_days, high_days = days(lower.date), days(higher.date)
    if first.stage == second.stage or first.document == second.document or low_days is None or high_days is None:
        return False
    return low_days.first >= high_days.first and low_days.last - high_days.first <= FORTNIGHT


def stop_conflict(settled: Settled) -> Iterator[Conflict]:
    """Some tell that it stopped, and the ledger does not hold it for stopped, or the reverse on the same day."""
    if settled.stage is None or settled.stage in OFF_LADDER:
        return
    history = [p for p in status_history(settled.sound) if p.stage in OFF_LADDER]
    later = [p for p in history if not _resumed(p, settled)]
    if later:
        by_claim = {t.claim.id: t for t in settled.tellings}
        said = [(p.stage, by_claim[p.claim]) for p in status_history(settled.sound) if p.claim in by_claim]
        yield _conflict("stage", said, settled.stage, "rung_told_no_earlier_than_the_stop")


def _resumed(stop: StatusPoint, settled: Settled) -> bool:
    """A rung told on a later day is a new start, and no disagreement."""
    return any(
        p.stage in RANK and position(p.date) > position(stop.date) for p in status_history(settled.sound) if p.date
    )


def date_conflicts(settled: Settled) -> Iterator[Conflict]:
    """Days of one rung that two documents tell more than three days apart; plans have a day only in projects."""
    by_status: dict[str, list[Said]] = defaultdict(list)
    for telling in settled.sound:
        claim = telling.claim
        vague = claim.status in ("rumoured", "proposed") and claim.kind != "project"
        if claim.date is not None and not vague:
            by_status[claim.status or claim.kind].append((claim.date, telling))
    for said in by_status.values():
        if any(_days_apart(a, b) for a, b in combinations(said, 2)):
            shown = min((day for day, _ in said), key=lambda day: (-len(day), position(day), day))
            yield _conflict("date", said, shown, "earliest_of_the_most_precise")


def _days_apart(first: Said, second: Said) -> bool:
    """Days count from the third on; of months and years any two that do not overlap differ."""
    ours, theirs = days(first[0]), days(second[0])
    if ours is None or theirs is None or first[1].claim.document == second[1].claim.document:
        return False
    return gap(ours, theirs) > (SAME_DAYS if ours.exact or theirs.exact else 0)


def bindingness_conflict(settled: Settled) -> Iterator[Conflict]:
    """One rung told as binding and as not binding."""
    by_stage: dict[str, list[Said]] = defaultdict(list)
    for telling in settled.sound:
        told = rung(telling.claim) if telling.claim.status else None
        if told is not None and told.bindingness in ("binding", "non_binding"):
            by_stage[told.stage].append((str(told.bindingness), telling))
    for said in by_stage.values():
        if len({text for text, _ in said}) > 1:
            yield _conflict("bindingness", said, str(settled.bindingness), "all_values_of_the_rung")


RULES: tuple[Callable[[Settled], Iterator[Conflict]], ...] = (
    amount_conflict,
    quantity_conflict,
    share_conflicts,
    party_conflict,
    denial_conflict,
    stage_conflict,
    stop_conflict,
    date_conflicts,
    bindingness_conflict,
)
