"""Hindrances told by what is not to be had: money, feed, people, a plant, a way near by or wide enough."""

from __future__ import annotations

from itertools import pairwise

from lodeline.claims.parties import patient_tokens, subject_tokens
from lodeline.claims.phase import is_future, is_negated
from lodeline.claims.rules.frame import LACK
from lodeline.claims.rules.scarcity import MEANS, TIMES_MORE, is_of_trade
from lodeline.claims.rules.sites import site_words
from lodeline.claims.scene import Scene, View
from lodeline.claims.words import words
from lodeline.language.tree import children, is_verb, subtree

MONEY_LACK = words("money_lack")
NEAREST, LYING, FAR_FROM = words("nearest"), words("lying"), words("far_from")
FEW, FEEDS, RUN_OUT, STARVING = words("scarce_few"), words("feeds"), words("run_out"), words("starving")
OWN, SETTLEMENTS = words("own_home"), ("settlement", "town", "поселок", "город", "водозабор")
PAYING, NARROW, AT_MOST = words("paying"), words("narrowing"), words("at_most")
CARRIERS, VEHICLES = words("carriers"), words("vehicles")
STRIVING, OBTAINING, LEANING = words("striving"), words("getting_hold"), words("leaning")
LABOUR_PAY, PACTS, LAPSING = words("labour_pay"), ("contract", "agreement", "договор", "соглашение"), words("lapsed")
TARIFFS, CLIMBING, OF_WAYS = words("way_tariffs"), words("climbing"), words("of_ways")
QUEUES = ("очередь", "queue", "хвост", "line")
NEAR, FAR = 4, 8
"""Words within which one tells of the other: a lack of its money, a distance of what lies so far."""
NOT_MORE = (("no", "more"), ("не", "больше"), ("не", "более"), ("at", "most"), ("от", "сила"))


def shortfall(scene: Scene, view: View) -> int | None:
    """The word where a sentence of this trade tells of something that cannot be had, or None."""
    if not is_of_trade(scene, view):
        return None
    ways = (
        short_of_money,
        remote,
        too_few,
        no_plant,
        feedless,
        dear,
        narrow,
        striving,
        leaning,
        unpaid,
        queueing,
        tolls,
    )
    found = (way(view) for way in ways)
    return next((at for at in found if at is not None and not is_unreal(view, at)), None)


def is_unreal(view: View, at: int) -> bool:
    """Under a verb of the future or of the possible nothing holds back yet."""
    head = view.clauses[at]
    aids = [c for c in children(view.sentence, head, "aux") if is_future(view, c) or view.tokens[c].lemma in POSSIBLE]
    return view.tokens[head].tense == "Fut" or bool(aids)


POSSIBLE = ("could", "might", "may", "would")


def short_of_money(view: View) -> int | None:
    """ "is $200 million short", «не хватает 200 млн долларов»."""
    sums = [view.token_of(v.start) for _, v in view.values if v.kind == "money"]
    lacks = (i for i, t in enumerate(view.tokens) if t.lemma in MONEY_LACK) if sums else ()
    for i in lacks:
        meant = view.tokens[i].lemma not in HAVING or is_negated(view, i)
        if meant and any(abs(i - at) <= NEAR for at in sums):
            return i
    return None


HAVING = ("хватать",)


def remote(view: View) -> int | None:
    """ "lies 300 km from the nearest railway", «до порта 700 км»: a long way to what is needed."""
    for _, value in view.values:
        if value.quantity is None or value.quantity.unit != "km":
            continue
        at = view.token_of(value.start)
        around = range(max(0, at - FAR), min(len(view.tokens), at + FAR))
        ways = [i for i in around if view.tokens[i].lemma in (*MEANS, *SETTLEMENTS)]
        nearest = [i for i in ways if any(view.tokens[c].lemma in NEAREST for c in children(view.sentence, i))]
        if nearest:
            return nearest[0]
        lies = any(view.tokens[i].lemma in LYING and is_verb(view.tokens[i]) for i in around)
        away = [i for i in ways if i > at and any(t.lemma in FAR_FROM for t in view.tokens[at + 1 : i])]
        if lies and away and not view.has("build", "launch", "finish", "invest"):
            return away[0]
    return None


def too_few(view: View) -> int | None:
    """ "few skilled welders", «геологов мало»: too little of what works need; "a few" tells nothing."""
    for i, token in enumerate(view.tokens):
        if token.lemma in FEW and (i == 0 or view.tokens[i - 1].lemma not in ("a", "quite", "не")):
            needed = [h.at for h in view.cues("infrastructure") if h.at - i in NEAR_FEW]
            if needed:
                return needed[0]
    return None


NEAR_FEW = (-2, -1, 1, 2, 3)


def no_plant(view: View) -> int | None:
    """ "lacks a refinery", «своего завода в стране нет»: nowhere to treat what is mined."""
    plants = site_words("en") | site_words("ru")
    for i, token in enumerate(view.tokens):
        if token.lemma == "lack" and is_verb(token):
            found = [t for t in patient_tokens(view, i) if view.tokens[t].lemma in plants]
            if found:
                return found[0]
        if token.lemma in LACK or token.text.casefold() == "no":
            near = range(max(0, i - NEAR), min(len(view.tokens), i + NEAR))
            own = [
                n for n in near if any(view.tokens[c].lemma in OWN for c in children(view.sentence, n, "amod", "det"))
            ]
            told = next((n for n in own if view.tokens[n].lemma in plants), None)
            if told is not None:
                return told
    return None


def feedless(view: View) -> int | None:
    """ "starved of concentrate", «сырьё закончилось», «простаивает без концентрата»."""
    feeds = [i for i, t in enumerate(view.tokens) if t.lemma in FEEDS]
    for i, token in enumerate(view.tokens) if feeds else ():
        if token.lemma in RUN_OUT and {*subject_tokens(view, i), *patient_tokens(view, i)} & set(feeds):
            return i
        after = [f for f in feeds if 0 < f - i <= NEAR]
        starved = token.lemma in STARVING and any(t.lemma in ("of", "on", "out") for t in view.tokens[i + 1 : i + 3])
        idle = token.lemma in ("без", "without") and view.has("stop", "hinder", "halt")
        if after and (starved or idle or token.lemma in ("голодать", "задыхаться")):
            return after[0]
    return None


def dear(view: View) -> int | None:
    """ "pay three times as much for power as rivals", «платят за электричество втрое больше»."""
    for i, token in enumerate(view.tokens):
        if token.lemma in PAYING and is_verb(token):
            more = any(t.lemma in TIMES_MORE for t in view.tokens[i : i + FAR])
            means = [n for n in range(i, min(len(view.tokens), i + FAR)) if view.tokens[n].lemma in MEANS]
            if more and means:
                return means[0]
    return None


def narrow(view: View) -> int | None:
    """ "The port can take ships of no more than 30,000 tonnes", «паром берёт лишь два вагона»."""
    for i, token in enumerate(view.tokens):
        if token.lemma in NARROW and is_verb(token):
            ways = [
                s
                for s in subject_tokens(view, i)
                for s in subtree(view.sentence, s)
                if view.tokens[s].lemma in CARRIERS
            ]
            after = view.tokens[i + 1 : i + FAR]
            most = any(t.lemma in AT_MOST for t in after)
            most = most or any((a.lemma, b.lemma) in NOT_MORE for a, b in pairwise(after))
            if ways and most:
                return ways[0]
    return None


def striving(view: View) -> int | None:
    """ "has struggled to find diesel", «не может нанять проходчиков», «с трудом находит топливо»."""
    for i, token in enumerate(view.tokens):
        can_not = token.lemma in CAN and (is_negated(view, i) or token.text.casefold() in ("cannot", "can't"))
        if not can_not and (token.lemma not in STRIVING or token.lemma in CAN):
            continue
        for at in range(i + 1, min(len(view.tokens), i + FAR)):
            sought = view.tokens[at]
            if sought.lemma in OBTAINING and is_verb(sought):
                things = [t for p in patient_tokens(view, at) for t in subtree(view.sentence, p)]
                if any(h.at in things for h in view.cues("infrastructure")):
                    return at
    return None


CAN = ("мочь", "удаваться", "суметь", "смочь", "can", "удаться")


def leaning(view: View) -> int | None:
    """ "depends on Chinese ports for its exports", «зависит от одной подстанции»."""
    for i, token in enumerate(view.tokens):
        if token.lemma in LEANING and not is_negated(view, i):
            on = [c for c in children(view.sentence, i, "obl", "nmod") if c > i]
            inside = [t for c in on for t in subtree(view.sentence, c)]
            if any(view.tokens[t].lemma in (*MEANS, *CARRIERS) for t in inside) and not any(
                v.kind == "percent" for _, v in view.values
            ):
                return i
    return None


def unpaid(view: View) -> int | None:
    """ "The wage contract expires and no new one has been agreed": a strike that may come."""
    for i, token in enumerate(view.tokens):
        if token.lemma in PACTS and any(view.tokens[c].lemma in LABOUR_PAY for c in children(view.sentence, i)):
            verb = token.head
            if verb >= 0 and view.tokens[verb].lemma in LAPSING and (view.has("negation") or view.has("pending")):
                return i
    return None


def queueing(view: View) -> int | None:
    """«очередь фур растянулась на 40 км»: what carries goods stands and waits."""
    for i, token in enumerate(view.tokens):
        if token.lemma in QUEUES:
            of = children(view.sentence, i, "nmod", "compound")
            if any(view.tokens[c].lemma in VEHICLES for c in of):
                return i
    return None


def tolls(view: View) -> int | None:
    """«тариф за перевалку вырос на 18%», "freight rates doubled": a way that has become dear."""
    for i, token in enumerate(view.tokens):
        if token.lemma in CLIMBING and is_verb(token) and not is_negated(view, i):
            for top in subject_tokens(view, i):
                inside = {view.tokens[t].lemma for t in subtree(view.sentence, top)}
                if view.tokens[top].lemma in TARIFFS and inside & set(OF_WAYS):
                    return i
    return None


WAYS = (
    short_of_money,
    remote,
    too_few,
    no_plant,
    feedless,
    dear,
    narrow,
    striving,
    leaning,
    unpaid,
    queueing,
    tolls,
)
