"""From when a limit on trade holds, how long, and at which level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lodeline.claims.claim import Support
from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import TONNES, ahead_of, fill_date, fill_period, take_quantity
from lodeline.claims.words import words
from lodeline.language.tree import children, subtree
from lodeline.language.values import DateValue, Value
from lodeline.vocabulary.quantities import Quantity

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
    if told is None or told.date is None:
        return
    day = effective_day(scene, after, told.date)
    if draft.date is None or lies_ahead(scene, day):
        draft.date = day
        draft.holds("date", told.start, told.stop, "told in the next sentence")
        draft.widen(draft.start, after.sentence.stop)


def effective_day(scene: Scene, view: View, date: DateValue) -> str | None:
    """ "They take effect on July 1": a day without a year lies ahead unless its verb is in the past."""
    effects = view.cues("effect")
    past = any(view.tokens[i].tense == "Past" for h in effects for i in range(h.first, h.last))
    return date.iso if past or date.sense == "since" else ahead_of(scene.analysis.anchor, date)


def measure_told(scene: Scene, view: View) -> Iterator[Draft]:
    """ "The measure has been in place since May": since when a limit told just before holds, if it has no day yet.

    Of one that was eased or lifted it tells when it was imposed.
    """
    last = next((d for n, d in reversed(scene.limits) if 0 < view.index - n <= MEASURE_BACK), None)
    opening = [t.lemma for t in view.tokens if t.pos not in ("PUNCT", "DET")][:2]
    days = [v for _, v in view.values if v.date and v.date.iso]
    if last is None or not view.has("effect") or not days or not {*opening} & {*MEASURES}:
        return
    day = effective_day(scene, view, days[0].date) if days[0].date is not None else None
    if last.action == "impose" and last.date not in (None, day):
        return
    told = last if last.action == "impose" else replace(last, rule="first imposed", action="impose", period=None)
    told.date = day
    told.support = {**told.support, "date": Support(((days[0].start, days[0].stop),), None)}
    told.status = "agreed" if lies_ahead(scene, day) else "in_force"
    if told is last:
        told.widen(view.sentence.start, view.sentence.stop)
        return
    told.start, told.stop, told.quantity = view.sentence.start, view.sentence.stop, None
    yield told


MEASURE_BACK = 2
MEASURES = words("measures")


def more_quotas(scene: Scene, view: View, first: Draft) -> Iterator[Draft]:
    """ "18,000 tonnes this year and 96,000 next": each tonnage with a year of its own is a quota of its own."""
    if first.instrument != "quota" or first.quantity is None or first.action != "impose":
        return
    own = next((v for _, v in view.values if v.quantity == first.quantity), None)
    weights = [p for p in scene.free(view, "quantity") if p[1].quantity and p[1].quantity.unit in TONNES]
    if own is None or not weights:
        return
    years = years_of(view, sorted((own, *(v for _, v in weights)), key=lambda v: v.start))
    first.date = years[own.start] or first.date
    for pick in weights:
        year = years[pick[1].start]
        if year is not None and year != first.date:
            more = replace(first, rule="a further quota", date=year)
            more.support, more.parties = dict(first.support), list(first.parties)
            take_quantity(scene, more, pick)
            yield more


def years_of(view: View, weights: Sequence[Value]) -> Mapping[int, str | None]:
    """By the start of each tonnage the date told with it: after it where the first has one there, else before it."""
    dates = [v for _, v in view.values if v.date and v.date.iso]
    edges = [view.sentence.start, *(w.start for w in weights), view.sentence.stop]
    told = {w.start: [d for d in dates if w.start < d.start < edges[n + 2]] for n, w in enumerate(weights)}
    if not told[weights[0].start]:
        told = {w.start: [d for d in dates if edges[n] <= d.start < w.start][-1:] for n, w in enumerate(weights)}
    return {at: found[0].date.iso if found and found[0].date else None for at, found in told.items()}


def first_imposed(scene: Scene, view: View, hit: Hit, draft: Draft) -> Draft | None:
    """ "The ban, imposed in May, was lifted": when it began, or is to begin, is a claim of its own."""
    clauses = [c for i in subtree(view.sentence, hit.at) for c in children(view.sentence, i, "acl")]
    begun = [c for c in clauses if any(h.at in (c, *children(view.sentence, c)) for h in view.cues(*BEGINNING))]
    told = {i for c in begun for i in subtree(view.sentence, c)}
    dates = [v for _, v in view.values if v.date and v.date.iso and view.token_of(v.start) in told]
    if not dates or draft.action == "impose":
        return None
    since = replace(draft, rule="first imposed", action="impose", period=None, support=dict(draft.support))
    since.date = dates[0].date.iso if dates[0].date else None
    since.quantity = level_before(view, draft)
    since.status = "agreed" if lies_ahead(scene, since.date) else "in_force"
    since.holds("date", dates[0].start, dates[0].stop)
    if draft.date == since.date:
        draft.date = None
    return since


def level_before(view: View, draft: Draft) -> Quantity | None:
    """ "A 5% levy … raised to 10%": the level that a limit had before it was changed; one that only ended kept its."""
    if draft.quantity is None or draft.action not in ("tighten", "ease"):
        return draft.quantity
    levels = [v.quantity for _, v in view.values if v.quantity and v.quantity.unit == draft.quantity.unit]
    return next((level for level in levels if level != draft.quantity), None)


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
