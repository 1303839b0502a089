"""What a site costs: "the A$2 billion X mine", «завод за 270 млн», "its cost has risen to $1.2bn"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft
from lodeline.claims.parties import subject_tokens, under
from lodeline.claims.phase import conditional, phase_of, tense_of
from lodeline.claims.rules.figures import is_sum
from lodeline.claims.rules.frame import governing_verb, open_draft
from lodeline.claims.rules.sites import (
    BEGIN,
    RISING,
    WORKS,
    developer,
    finish_project,
    is_site,
    is_works,
    site_words,
)
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import Pick, fill_commodities, take_money
from lodeline.claims.words import words
from lodeline.language.tree import children, is_verb, preposition

SITE_REACH = 6
"""Words after a sum within which the site stands that costs it."""
COST_WORDS = words("cost")
COSTING = words("costing")
PRICED = words("priced")
FORMER = words("former")
UNIT_COSTS = words("unit_costs")
OF = ("of", "in", "for")
PAID_INTO = ("в", "из", "into", "from", "to")


def priced(scene: Scene, view: View) -> Iterator[Draft]:
    """A site told with its cost; of two sums the one that holds now."""
    for pick in (p for p in scene.free(view, "money") if is_sum(p[1])):
        at = costly(scene, view, pick)
        if at is None or is_former(view, pick) or is_per_unit(view, pick) or conditional(view, at):
            continue
        draft = open_draft("project", "site with its cost", view, at)
        draft.status = priced_status(scene, view, at, phase_of(scene, view, at))
        take_money(scene, draft, pick)
        developer(scene, view, draft, at)
        fill_commodities(scene, view, draft)
        finish_project(scene, view, draft, at)
        yield draft


def costly(scene: Scene, view: View, pick: Pick) -> int | None:
    """The word that a sum is the price of: the site right after or before it, or a word or verb of cost."""
    first, last = view.token_of(pick[1].start), view.token_of(pick[1].stop - 1)
    sites = site_words(scene.analysis.language)
    after = view.tokens[last + 1 : last + 1 + SITE_REACH]
    inner = list(takewhile(lambda t: t.pos in ("ADJ", "NOUN", "PROPN", "NUM", "CCONJ"), after))
    works = {h.at for h in view.cues("build") if not is_verb(view.tokens[h.at])}
    own = next((n for n, t in enumerate(inner) if t.lemma in sites or last + 1 + n in works), None)
    lent = {h.at for h in view.cues("loan")}
    if own is not None and not is_any_site(view, last + 1 + own) and view.tokens[last + 1 + own].head not in lent:
        return last + 1 + own
    if any(t.lemma in PRICED for t in view.tokens[max(0, first - 3) : first]):
        before = range(first - 1, max(-1, first - 1 - SITE_REACH), -1)
        site = next((i for i in before if view.tokens[i].lemma in sites), None)
        if site is not None and not is_any_site(view, site):
            return site
    return cost_told(scene, view, first)


def is_any_site(view: View, at: int) -> bool:
    """ "projects worth over $200m": a sort of sites, uncounted and without a name."""
    named = any(m.start <= view.tokens[at].start < m.stop for _, m in view.mentions if m.kind == "asset")
    token = view.tokens[at]
    plural = token.number == "Plur" or (token.text.isascii() and token.text.casefold() == f"{token.lemma}s")
    return plural and not named and not children(view.sentence, at, "nummod", "det")


def cost_told(scene: Scene, view: View, first: int) -> int | None:
    """«смета — 640 млн», "the cost stands at $640m", «проект оценивается в 640 млн»: about a site of the text."""
    verb = governing_verb(view, first)
    if any(h.at != verb for h in view.cues("instrument", "stake", "buy", "sell")):
        return None
    nouns = [
        h for h in view.cues("project_cost", "invest") if h.cue.text in COST_WORDS and not is_verb(view.tokens[h.at])
    ]
    words_told = [h for h in nouns if 0 <= first - h.at <= COST_REACH]
    words_told = [h for h in words_told if not is_running_cost(scene, view, h)]
    known = any(is_site(scene, view, i) for i in range(len(view.tokens))) or view.has("build")
    if words_told and (known or scene.topic.asset):
        return words_told[-1].at
    if verb is None or view.tokens[verb].lemma not in COSTING:
        return None
    costing = subject_tokens(view, verb)
    told = any(is_site(scene, view, t) or is_works(view, t) for t in costing)
    it = bool(scene.topic.asset) and any(view.tokens[t].pos == "PRON" for t in costing)
    serves = children(view.sentence, verb, "advcl", "xcomp")
    it = it and any(h.at in serves for h in view.cues("build"))
    return verb if told or it else None


COST_REACH = 12
"""Words between a word of cost and its sum."""


def is_running_cost(scene: Scene, view: View, hit: Hit) -> bool:
    """Operating costs, the price of a metal, what is paid into a budget: they build nothing."""
    told = children(view.sentence, hit.at, "amod", "compound")
    owners = under(view, hit.at, (*OF, *PAID_INTO) if hit.cue.group == "invest" else OF, ("Gen",))
    sums = {i for _, v in view.values if v.kind == "money" for i in (view.token_of(v.start), view.token_of(v.stop - 1))}
    owners = [i for i in owners if i not in sums]
    foreign = any(not (is_site(scene, view, i) or is_works(view, i)) for i in owners)
    paid = preposition(view.sentence, hit.at) in PAID_INTO
    before = [t.text.casefold() for t in view.tokens[max(0, hit.first - 1) : hit.first]]
    running = any(view.tokens[i].lemma in UNIT_COSTS for i in told) or any(t in UNIT_COSTS for t in before)
    return foreign or paid or running


def is_former(view: View, pick: Pick) -> bool:
    """ "up from $900m", «вместо 30 млрд», «с 30 до 42 млрд»: what it was to cost before."""
    at = view.token_of(pick[1].start)
    near = any(t.lemma in FORMER for t in view.tokens[max(0, at - 1) : at])
    return near or any(t.lemma in EARLIER for t in view.tokens[max(0, at - EARLIER_REACH) : at])


EARLIER = words("earlier_figure")
EARLIER_REACH = 4
"""Words: "from an earlier estimate of $640m"."""


def is_per_unit(view: View, pick: Pick) -> bool:
    """ "$900 a tonne", «900 долларов за тонну»: a price."""
    after = view.tokens[view.token_of(pick[1].stop - 1) + 1 :][:2]
    return len(after) == 2 and after[0].lemma in ("per", "a", "за", "/") and after[1].lemma in UNITS


UNITS = words("price_units")


def has_begun(view: View) -> bool:
    """ "Construction of the plant began", «строительство идёт»: works that go on, whatever they cost."""
    works = {h.at for h in view.cues("build")} | {i for i, t in enumerate(view.tokens) if t.lemma in WORKS}
    for at in works:
        verb = governing_verb(view, at)
        if verb is not None and not is_verb(view.tokens[at]) and tense_of(view, verb) in ("past", "present"):
            begun = view.tokens[verb].lemma in BEGIN or any(h.at == verb for h in view.cues("launch"))
            if begun and verb not in {h.at for h in view.cues("plan")}:
                return True
    return False


def priced_status(scene: Scene, view: View, at: int, phase: str) -> str:
    """Decided on, being built, given up, or else only planned."""
    if phase in ("cancelled", "suspended"):
        return phase
    if phase == "approved" or view.near(at, "approve", reach=SITE_REACH):
        return "agreed"
    before = scene.before(view)
    told = [view] if before is None or before.sentence.paragraph != view.sentence.paragraph else [view, before]
    if phase in ("past", "present", "none", "future") and any(has_begun(near) for near in told):
        return "under_way"
    doing = [h for h in view.near(at, "finish", "build") if view.tokens[h.at].lemma not in RISING]
    built = phase == "past" and any(is_verb(view.tokens[h.at]) for h in doing)
    return "under_way" if built else "proposed"
