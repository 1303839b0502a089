"""What holds supply back: power, water, routes, staff, law, money."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lodeline.claims.draft import Draft
from lodeline.claims.parties import is_passive
from lodeline.claims.phase import is_future, is_negated
from lodeline.claims.rules.afflicted import afflicted
from lodeline.claims.rules.frame import ABOUT, LACK, open_draft, phrase
from lodeline.claims.rules.hurdles import hurdle
from lodeline.claims.rules.scarcity import scarce
from lodeline.claims.rules.shortfalls import shortfall
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import fill_assets, fill_places, minerals, nearest_value, take_quantity
from lodeline.claims.words import words
from lodeline.language.tree import children, is_verb, preposition
from lodeline.language.values import Value


def constraints(scene: Scene, view: View) -> Iterator[Draft]:
    """What holds supply back: a barrier about energy, water, routes, law or money; a lack; a need; a slow permit."""
    found = (way(view) for way in (barrier, lacking, needing, waiting, weak_way, rough_way))
    at = next((at for at in found if at is not None), None)
    at = scarce(scene, view) if at is None else at
    at = hurdle(scene, view) if at is None else at
    at = shortfall(scene, view) if at is None else at
    if at is None or any(h.at < at for h in view.cues("conditional")):
        return
    draft = open_draft("constraint", "barrier told", view, at)
    draft.subject = phrase(view, at)
    for ref in afflicted(scene, view, at):
        draft.add_party(ref, "affected")
    for mention in minerals(view):
        draft.commodities.append(mention.key or mention.name)
        draft.holds("commodities", mention.start, mention.stop)
    if not draft.commodities and draft.parties and scene.topic.commodity:
        draft.commodities.append(scene.topic.commodity)
        draft.infers("commodities", ABOUT)
    power = nearest_value(scene, view, at, ("quantity",), is_utility)
    take_quantity(scene, draft, power or nearest_value(scene, view, at, ("quantity",), is_counted))
    fill_day(view, draft, at)
    fill_places(scene, view, draft)
    fill_assets(scene, view, draft, topic=False)
    yield draft


def is_counted(value: Value) -> bool:
    """Tonnes, kilometres or counted things, and not a part."""
    return value.quantity is not None and value.quantity.unit != "%"


def fill_day(view: View, draft: Draft, at: int) -> None:
    """A time told in the clause itself."""
    told = [v for _, v in view.values if v.date and v.date.iso]
    days = [v for v in told if view.clauses[view.token_of(v.start)] == view.clauses[at]]
    if days and days[0].date is not None:
        draft.date = days[0].date.iso
        draft.holds("date", days[0].start, days[0].stop)


def barrier(view: View) -> int | None:
    """A word that tells enough by itself; else a barrier or a hindering verb with what is scarce in its clause."""
    barriers = [h for h in view.cues("barrier") if not is_negated(view, h.first) and not is_absent(view, h.at)]
    barriers = [h for h in barriers if not is_over(view, h.at)]
    hinders = [h for h in view.cues("hinder") if is_verb(view.tokens[h.at]) and not is_negated(view, h.first)]
    hinders = [h for h in hinders if not is_to_come(view, h.at)]
    strong = [h for h in (*barriers, *hinders) if h.cue.value == "self"]
    beside = {view.clauses[h.at] for h in hinders}
    short = [
        h
        for h in barriers
        if any(m.at != h.at for m in view.near(h.at, "infrastructure")) or view.clauses[h.at] in beside
    ]
    stops = {h.at for h in view.cues("stop")}
    active = [h for h in hinders if h.at not in stops or not is_passive(view, h.at)]
    held = [h for h in active if any(view.clauses[m.at] == view.clauses[h.at] for m in view.cues("infrastructure"))]
    return next((h.at for h in (*strong, *short, *held)), None)


def is_to_come(view: View, at: int) -> bool:
    """ "will deter investors": what is foretold holds nobody back yet."""
    return view.tokens[at].tense == "Fut" or any(is_future(view, c) for c in children(view.sentence, at, "aux"))


def is_over(view: View, at: int) -> bool:
    """ "after a four-month outage", "ending a dispute", "threatened a strike": gone by, ended or only feared."""
    if preposition(view.sentence, at) in ("after", "после"):
        return True
    head = view.tokens[at].head
    return head >= 0 and is_verb(view.tokens[head]) and view.tokens[head].lemma in ENDED


ENDED = words("ended")


def is_absent(view: View, at: int) -> bool:
    """«нехватки воды нет»: it hangs on the word that denies it."""
    return view.tokens[view.tokens[at].head].lemma == "нет" if view.tokens[at].head >= 0 else False


def lacking(view: View) -> int | None:
    """«нет дорог», "no water", "cannot supply more than 70 MW": a negation right at what is needed."""
    means = [(h.at, 3) for h in view.cues("infrastructure")]
    power = [(view.token_of(v.start), 6) for _, v in view.values if is_utility(v)]
    for hit in view.cues("negation"):
        wider = view.tokens[hit.at].lemma in WITHOUT
        behind = 1 if view.tokens[hit.at].lemma in BEHIND else 0
        near = [at for at, reach in (*means, *power) if 0 < at - hit.at <= reach + wider or 0 < hit.at - at <= behind]
        denied = any(0 < h.at - hit.at < near[0] - hit.at for h in view.cues("barrier")) if near else False
        if near and not denied and (view.tokens[hit.at].lemma in LACK or view.tokens[hit.at].text in CANNOT):
            return near[0]
    return None


WITHOUT = ("without", "без")
BEHIND = ("жоқ",)
"""Denials that follow what is lacking: "жол жоқ"."""
CANNOT = ("cannot", "can't")


UTILITIES = ("MW", "GW", "m3/year", "m3", "MWh")


def needing(view: View) -> int | None:
    """A need of power or water with its quantity: "the mine needs 30 million cubic metres"."""
    needs = view.cues("need")
    return needs[0].at if needs and any(is_utility(v) for _, v in view.values) else None


def is_utility(value: Value) -> bool:
    """Power or water."""
    return value.quantity is not None and value.quantity.unit in UTILITIES


def waiting(view: View) -> int | None:
    """ "A licence takes three months": a permit and how long it takes."""
    permits = [*view.cues("licence"), *(h for h in view.cues("infrastructure") if h.cue.text in PERMITS)]
    takes = [i for i, t in enumerate(view.tokens) if t.lemma in TAKES_LONG]
    long = any(v.kind == "duration" or (v.quantity and v.quantity.unit == "days") for _, v in view.values)
    long = long or any(a.lemma in ORDINALS and b.lemma in ("год", "месяц") for a, b in pairwise(view.tokens))
    long = long or any(t.text.casefold() in FOR_WEEKS for t in view.tokens)
    queues = view.cues("infrastructure") if any(t.lemma in QUEUEING for t in view.tokens) else []
    slow = [*(permits if takes else []), *queues]
    return slow[0].at if slow and long else None


def weak_way(view: View) -> int | None:
    """«по ветхому мосту», "a single dirt road": a way of goods or power told as weak, that nobody is mending."""
    if view.has("build", "launch", "finish", "invest"):
        return None
    found = (i for i, t in enumerate(view.tokens) if t.lemma in WAYS)
    return next(
        (i for i in found if any(view.tokens[c].lemma in WEAK for c in children(view.sentence, i, "amod"))), None
    )


def rough_way(view: View) -> int | None:
    """«Добраться можно только по зимнику»: nothing but a rough way leads there."""
    rough = next((i for i, t in enumerate(view.tokens) if t.lemma in ROUGH), None)
    return rough if rough is not None and any(t.lemma in ONLY for t in view.tokens[:rough]) else None


WAYS = words("ways")
WEAK = words("weak_ways")
ROUGH = words("rough_ways")
ONLY = words("nothing_but")
TAKES_LONG = words("takes_long")
ORDINALS = words("ordinals")
FOR_WEEKS = words("for_weeks")
QUEUEING = words("queueing")
"""Who waits days for a berth or a wagon is held back by it."""
PERMITS = ("разрешение", "согласование", "permit", "licence", "consent", "approval")
