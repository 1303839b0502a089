"""From when a limit on trade holds, how long, and at which level."""

from __future__ import annotations

from dataclasses import replace

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import fill_date, fill_period
from lodeline.claims.words import words
from lodeline.language.tree import children, subtree
from lodeline.language.values import Value

LEVEL = words("level")


def fill_time(scene: Scene, view: View, draft: Draft, at: int) -> None:
    """The day it takes effect and how long it holds; the day that it ends is neither."""
    ends = ("until",) if draft.status in ("proposed", "agreed") and draft.action != "suspend" else ("until", "by")
    kept = tuple((i, v) for i, v in view.values if not (v.date and v.date.sense in ends))
    fill_date(scene, replace(view, values=kept), draft, at)
    take_effective_day(scene, view, draft)
    if draft.status == "in_force" and lies_ahead(scene, draft.date):
        draft.status = "agreed"
    fill_period(scene, view, draft, at)


def take_effective_day(scene: Scene, view: View, draft: Draft) -> None:
    """ "The decree takes effect on 1 May", told in the next sentence."""
    after = scene.after(view)
    if after is None or draft.action != "impose" or not after.has("effect") or after.has("limit"):
        return
    told = next((v for _, v in after.values if v.date and v.date.iso), None)
    if told is not None and told.date is not None and (draft.date is None or lies_ahead(scene, told.date.iso)):
        draft.date = told.date.iso
        draft.holds("date", told.start, told.stop, "told in the next sentence")
        draft.widen(draft.start, after.sentence.stop)


def first_imposed(scene: Scene, view: View, hit: Hit, draft: Draft) -> Draft | None:
    """ "The ban, imposed in May, was lifted": when it began, or is to begin, is a claim of its own."""
    clauses = [c for i in subtree(view.sentence, hit.at) for c in children(view.sentence, i, "acl")]
    begun = [c for c in clauses if any(h.at in (c, *children(view.sentence, c)) for h in view.cues(*BEGINNING))]
    dates = [v for _, v in view.values if v.date and v.date.iso and view.clauses[view.token_of(v.start)] in begun]
    if not dates or draft.action == "impose":
        return None
    since = replace(draft, rule="first imposed", action="impose", period=None, support=dict(draft.support))
    since.date = dates[0].date.iso if dates[0].date else None
    since.status = "agreed" if lies_ahead(scene, since.date) else "in_force"
    since.holds("date", dates[0].start, dates[0].stop)
    if draft.date == since.date:
        draft.date = None
    return since


BEGINNING = ("impose", "effect")


def lies_ahead(scene: Scene, date: str | None) -> bool:
    """Whether a date is later than the publication day, at the precision that both have."""
    anchor = scene.analysis.anchor
    return date is not None and anchor is not None and date > anchor[: len(date)]


def is_new_level(view: View, value: Value) -> bool:
    """«с 5% до 10%», "from 5% to 10%": the second of the two holds from now on."""
    at = view.token_of(value.start)
    before = view.tokens[at - 1].lemma if at > 0 else ""
    return before in LEVEL and any(v.kind == value.kind and v.start < value.start for _, v in view.values)
