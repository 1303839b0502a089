"""Status → stage and bindingness, and the stage of an entry: pure functions of all its claims, in any order.

The ladder and the table are those of docs/reference/claims.md; the words of the text override the table's bindingness.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lodeline.claims.claim import Claim
from lodeline.ledger.commitment import Bindingness, Book, Stage, StatusPoint, Telling
from lodeline.ledger.cues import tells
from lodeline.ledger.days import days, position, starts_after

BOOKS: Mapping[str, Book] = {
    "joint_venture": "commitments",
    "acquisition": "commitments",
    "financing": "commitments",
    "investment": "commitments",
    "supply": "commitments",
    "agreement": "commitments",
    "project": "commitments",
    "accession": "commitments",
    "restriction": "measures",
    "meeting": "events",
    "share": "figures",
    "resource": "figures",
    "statement": "voices",
    "constraint": "voices",
}
LADDER: tuple[Stage, ...] = (
    "under_discussion",
    "announced",
    "preliminary",
    "struck",
    "committed",
    "implementing",
    "fulfilled",
)
RANK: Mapping[Stage, int] = {stage: rank for rank, stage in enumerate(LADDER)}
OFF_LADDER = frozenset({"suspended", "cancelled", "denied", "ended_early", "superseded"})


@dataclass(frozen=True, slots=True)
class Rung:
    """What one claim says of how far a promise has come and how binding it is; None: as before."""

    stage: Stage
    bindingness: Bindingness | None


TABLE: Mapping[str, Rung] = {
    "rumoured": Rung("under_discussion", "not_stated"),
    "proposed": Rung("announced", "not_stated"),
    "intent": Rung("announced", "non_binding"),
    "memorandum": Rung("preliminary", "non_binding"),
    "agreed": Rung("struck", "not_stated"),
    "binding": Rung("committed", "binding"),
    "in_force": Rung("committed", "binding"),
    "under_way": Rung("implementing", None),
    "completed": Rung("fulfilled", None),
    "suspended": Rung("suspended", None),
    "cancelled": Rung("cancelled", None),
    "denied": Rung("denied", None),
}
PAPERS_OF_INTENT = frozenset({"letter_of_interest", "letter_of_intent", "memorandum", "term_sheet", "framework"})
"""Letters, term sheets and frameworks: a shared paper that binds nobody unless the text says otherwise."""
BUILDING = frozenset({"construction", "production"})
STUDIES = frozenset({"exploration", "feasibility"})


def rung(claim: Claim) -> Rung:
    """Stage and bindingness that one claim tells: the table, its special cases, then the words of the text."""
    told = TABLE[claim.status or "agreed"]
    stage = _special_stage(claim) or told.stage
    return Rung(stage, _bindingness(claim, stage, told.bindingness))


def _special_stage(claim: Claim) -> Stage | None:
    """The rows of the table that look at more than the status."""
    if claim.status == "proposed" and tells("talks", claim.evidence):
        return "under_discussion"
    if claim.status == "intent" and claim.instrument in PAPERS_OF_INTENT:
        return "preliminary"
    if claim.kind == "accession" and claim.status == "in_force":
        return "fulfilled"
    if claim.kind == "project":
        return _project_stage(claim)
    return None


def _project_stage(claim: Claim) -> Stage | None:
    """A project is implemented from construction on; a study, under way or done, is still an announcement."""
    if claim.status == "under_way" and claim.stage not in BUILDING:
        return "announced"
    if claim.status == "completed" and claim.stage in STUDIES:
        return "announced"
    return None


def _bindingness(claim: Claim, stage: Stage, told: Bindingness | None) -> Bindingness | None:
    """The text wins; then a letter or memorandum binds nobody; then the table."""
    if tells("non_binding", claim.evidence):
        return "non_binding"
    # A plan to sign binding papers binds nobody yet, so the word counts from a struck deal on.
    if RANK.get(stage, -1) >= RANK["struck"] and tells("binding", claim.evidence):
        return "binding"
    if claim.instrument in PAPERS_OF_INTENT and told is not None:
        return "non_binding"
    return told


def status_point(telling: Telling) -> StatusPoint | None:
    """The rung with its day: the event's, or the publication's where the event is unknown or still ahead."""
    claim = telling.claim
    if claim.status is None:
        return None
    dated = claim.date is not None and not starts_after(claim.date, telling.published)
    date = claim.date if dated else telling.published or claim.date
    return StatusPoint(date, claim.status, rung(claim).stage, claim.id, claim.document, dated)


def status_history(tellings: Sequence[Telling]) -> tuple[StatusPoint, ...]:
    """All rungs told, oldest first; the order of the input does not matter."""
    points = [point for telling in tellings if (point := status_point(telling))]
    return tuple(sorted(points, key=lambda p: (position(p.date), RANK.get(p.stage, 99), p.claim)))


def furthest(points: Sequence[StatusPoint]) -> Stage | None:
    """The highest rung of the ladder that was told; None where nothing on the ladder was."""
    on_ladder = [point.stage for point in points if point.stage in RANK]
    return max(on_ladder, key=RANK.__getitem__, default=None)


def current_stage(points: Sequence[StatusPoint]) -> Stage | None:
    """The stage of an entry: the furthest rung told, unless a later telling says that it stopped.

    A suspension or an end wins when it is told later than every rung, or is all that is told. A denial wins only
    against rumours: one party's word against a told deal is a conflict, and no change of stage.
    """
    best = furthest(points)
    only_rumours = all(p.status == "rumoured" for p in points if p.stage in RANK)
    ends = sorted((p for p in points if _may_stop(p, only_rumours)), key=_strength)
    if best is None:
        return ends[-1].stage if ends else None
    lasting = [end for end in ends if _outlasts(end, points)]
    return lasting[-1].stage if lasting else best


def _may_stop(point: StatusPoint, only_rumours: bool) -> bool:
    return point.stage in OFF_LADDER and (point.stage != "denied" or only_rumours)


def _strength(point: StatusPoint) -> tuple[tuple[int, int], int, str]:
    """The latest stop is shown; on one day an end outweighs a pause, and a pause a denial."""
    weight = {"denied": 0, "suspended": 1}.get(point.stage, 2)
    return position(point.date), weight, point.claim


def _outlasts(end: StatusPoint, points: Sequence[StatusPoint]) -> bool:
    """True where no rung is told after this stop. A rumour that it may go on does not start it again."""
    telling_the_end = {p.document for p in points if p.stage == end.stage}
    rungs = [p for p in points if p.stage in RANK and (p.status != "rumoured" or end.stage == "denied")]
    return all(_stops(end, told, told.document in telling_the_end) for told in rungs)


def _stops(end: StatusPoint, told: StatusPoint, beside: bool) -> bool:
    """Later than the rung. A rung without a day of its own beside the end in one document is background to it."""
    if beside and not told.dated:
        return True
    ended, begun = days(end.date), days(told.date)
    if ended is None or begun is None or ended == begun:
        return beside
    return ended.last >= begun.first and (ended.last > begun.last or not (ended.exact and begun.exact))


def bindingness(tellings: Sequence[Telling]) -> Bindingness:
    """Legal force told with the furthest rung; where that says "as before", with the next one below it."""
    for stage in reversed(LADDER):
        told = {rung(t.claim).bindingness for t in tellings if t.claim.status and rung(t.claim).stage == stage}
        stated = told - {None, "not_stated"}
        if len(stated) > 1:
            return "mixed"
        if stated:
            return next(iter(stated)) or "not_stated"
        if "not_stated" in told:
            return "not_stated"
    return "not_stated"


def conditions(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """What a promise still waits for, as the evidence says; a fulfilled condition is not told apart yet."""
    names = ("approval", "feasibility", "financing", "permits", "ratification")
    pending = [t.claim.evidence for t in tellings if t.claim.status in _BEFORE_FORCE]
    return tuple(name for name in names if any(tells(name, text) for text in pending))


_BEFORE_FORCE = frozenset({"proposed", "intent", "memorandum", "agreed", "binding"})
