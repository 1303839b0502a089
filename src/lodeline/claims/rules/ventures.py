"""Joint ventures: who forms or holds one, with which parts and at what cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lodeline.claims.cues import Cue, Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import all_parties, parties_at, parties_under, patient_tokens, subject, subject_tokens
from lodeline.claims.phase import conditional, is_negated, phase_of, status_by_form, tense_of
from lodeline.claims.rules.frame import BETWEEN, HUNDRED, governing_verb, is_named, open_draft
from lodeline.claims.rules.stakes import (
    RATIO,
    SIDE_REACH,
    STORY,
    following,
    home_of,
    shares_listed,
    state_itself,
    take_shares,
)
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import fill_assets, fill_commodities, fill_date, fill_places, nearest_value, take_money
from lodeline.claims.words import words
from lodeline.language.tree import children, governors, is_verb, preposition, subtree

ALONGSIDE = words("alongside")
FOUNDED = words("founded")
OFFICE_STEMS = words("office_stems")
CAPITAL = words("registered_capital")
TOGETHER = (*ALONGSIDE, *BETWEEN)
OF = ("of",)


def joint_ventures(scene: Scene, view: View) -> Iterator[Draft]:
    """«A и B создают СП», "A takes 60 percent of a joint venture with B", «СП A (60%) и B (40%)»."""
    named = [h for h in view.cues("jv") if not is_named(view, h)]
    for hit in [*named, *founded(view), *joint(view), *partnered(scene, view), *pooled(scene, view)]:
        if conditional(view, hit.at):
            continue
        draft = open_draft("joint_venture", "joint venture named", view, hit.at)
        partners = venture_partners(scene, view, hit.at)
        if len(partners) < 2:
            partners = sides_told(scene, view) or partners
        if len(partners) == 1:
            partners += actor_before(scene, view, partners)
        for ref in partners:
            draft.add_party(ref, "partner")
        phase = phase_of(scene, view, hit.at, skip=("sign",))
        draft.status = "cancelled" if is_left(view, hit) else status_by_form(view, "joint_venture", hit.at, phase)
        if draft.status == "agreed" and exists(view, hit, phase):
            draft.status = "in_force"
        take_shares(scene, view, draft)
        alone = draft.status == "cancelled" and len(draft.parties) == 1 and partners[0].rule in (None, "referent")
        if (len(draft.parties) < 2 and not alone) or all(ref.name.islower() for ref, _, _ in draft.parties):
            continue
        take_cost(scene, view, draft, hit.at)
        finish_venture(scene, view, draft, hit.at)
        yield draft
        return


def exists(view: View, hit: Hit, phase: str) -> bool:
    """The venture does something, or is what a site or a company is: it stands, and nobody founds it now."""
    token = view.tokens[hit.at]
    verb = governing_verb(view, hit.at)
    held = verb is not None and view.tokens[verb].lemma in OWN and tense_of(view, verb) == "present"
    stands = held or token.relation in ("appos", "nsubj") or bool(children(view.sentence, hit.at, "cop"))
    new = view.has("found", "sign", "agree", "plan", "talk", "bid", "strike")
    return stands and not new and phase in ("past", "present", "none", "done")


def founded(view: View) -> list[Hit]:
    """ "set up a germanium company with", «учредить общество»: a founding verb and what it founds."""
    return [
        Hit(o, o + 1, o, h.cue)
        for h in view.cues("found")
        for o in patient_tokens(view, h.at)
        if view.tokens[o].lemma in FOUNDED
    ]


def joint(view: View) -> list[Hit]:
    """ "A jointly owned smelter", «совместный оператор», "an equally owned company": what several own together."""
    found = []
    for i, token in enumerate(view.tokens):
        owned = i if token.lemma in JOINT else token.head if token.lemma in JOINTLY else -1
        if owned < 0 or (token.lemma in JOINTLY and view.tokens[owned].lemma not in OWN):
            continue
        nouns = [g for g in (view.tokens[owned].head, owned + 1, owned + 2) if owned < g < len(view.tokens)]
        noun = next((g for g in nouns if view.tokens[g].lemma in (*FOUNDED, *JOINT_NOUNS)), None)
        if noun is not None:
            found.append(Hit(noun, noun + 1, noun, Cue("jv", "", token.lemma)))
    return found


def pooled(scene: Scene, view: View) -> list[Hit]:
    """«Проект реализуют А и Б в долях 60 на 40», «рудником на паритетных началах владеют А и Б»: parts of a whole."""
    ratios = RATIO.finditer(scene.text, view.sentence.start, view.sentence.stop)
    parted = any(int(m[1]) + int(m[2]) == HUNDRED for m in ratios)
    owned = {h.at for h in view.cues("build", "explore", "owner")} if view.has("equal") else set()
    for at, token in enumerate(view.tokens if parted or owned else ()):
        if is_verb(token) and (parted or at in owned):
            firms = {r.name for r in subject(scene, view, at) if r.kind == "organisation"}
            firms |= {r.name for r in second_actors(scene, view, at)}
            if len(firms) > 1:
                return [Hit(at, at + 1, at, Cue("jv", "", token.lemma))]
    return []


def second_actors(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """«Проект реализуют А и Б»: companies after a verb in the plural that has no subject before it."""
    if view.tokens[at].number != "Plur":
        return []
    return [
        r for o in patient_tokens(view, at) if o > at for r in parties_at(scene, view, o) if r.kind == "organisation"
    ]


JOINT = frozenset(words("joint"))
JOINTLY = words("jointly")
OWN = words("owned_by_several")
JOINT_NOUNS = words("joint_nouns")
WEAK_BUY = words("weak_buy")


def is_left(view: View, hit: Hit) -> bool:
    """ "A quit its venture with B", «А вышла из СП»: whoever leaves ends it, though the venture may go on."""
    verb = governing_verb(view, hit.at)
    if verb is None or view.tokens[verb].lemma not in LEAVING or not is_verb(view.tokens[verb]):
        return False
    here = next((t for t in (hit.at, *governors(view.sentence, hit.at)) if view.tokens[t].head == verb), hit.at)
    left = here in patient_tokens(view, verb) or preposition(view.sentence, here) in ("from", "of", "из", "on")
    return left and not is_negated(view, verb) and tense_of(view, verb) in ("past", "present")


LEAVING = words("leaving_a_venture")


def partnered(scene: Scene, view: View) -> list[Hit]:
    """ "55% of the partnership", a "50-50 partnership": a partnership is a venture where parts of it are told.

    So it is where the next sentence tells parts that make a whole.
    """
    if any(h.cue.text not in WEAK_BUY for h in view.cues("buy", "sell")):
        return []
    after = scene.after(view)
    told = after is not None and not scene.free(view, "percent") and shares_listed(scene, after)
    told = told or (shares_listed(scene, view) and len(scene.free(view, "percent")) > 1)
    whole = [h for h in view.cues("partnership") if told or parted(scene, view, h)]
    return whole or [
        h
        for h in view.cues("partnership")
        for _, v in scene.free(view, "percent")
        if h.at in subtree(view.sentence, view.token_of(v.stop - 1))
        or h.at in governors(view.sentence, view.token_of(v.start))
    ]


def parted(scene: Scene, view: View, hit: Hit) -> bool:
    """ "A 50-50 partnership", "teaming up on a 60:40 basis": a ratio that makes a whole beside the word."""
    start = view.tokens[max(0, hit.at - RATIO_REACH)].start
    stop = view.tokens[min(len(view.tokens) - 1, hit.at + RATIO_REACH)].stop
    ratio = RATIO.search(scene.text, start, stop)
    return ratio is not None and int(ratio[1]) + int(ratio[2]) == HUNDRED


RATIO_REACH = 6


def actor_before(scene: Scene, view: View, partners: list[PartyRef]) -> list[PartyRef]:
    """The company that acts in the sentence before, where only one partner is told with the venture."""
    before = scene.before(view)
    if before is None or before.sentence.paragraph != view.sentence.paragraph:
        return []
    firms = [
        r for r in all_parties(scene, before) if r.kind == "organisation" and r.name not in {p.name for p in partners}
    ]
    return [replace(r, rule="acts in the sentence before") for r in firms[:1]]


def sides_told(scene: Scene, view: View) -> list[PartyRef]:
    """«Государству достанется 34%, французам — 66%»: the state, and the company of the sentence before from there."""
    before = scene.before(view)
    firms = [r for r in all_parties(scene, before) if r.kind == "organisation"] if before is not None else []
    found: list[PartyRef] = []
    for _, part in scene.free(view, "percent"):
        at = view.token_of(part.start)
        told = [m for _, m in view.mentions if m.country and 0 < at - view.token_of(m.start) <= SIDE_REACH]
        home = [r for r in firms if told and home_of(scene, r) == told[-1].country]
        state = state_itself(scene, view, part.start, before=True)
        found += home[:1] or ([state] if state is not None else [])
    return found if len({r.name for r in found}) > 1 else []


def venture_partners(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Partners told with the venture itself, then the subject of the verb that makes or takes it."""
    verb = governing_verb(view, at)
    together = [r for t in (at, *governors(view.sentence, at)) for r in parties_under(scene, view, t, TOGETHER)]
    found = [*parties_under(scene, view, at, OF, ("Gen",)), *together]
    acting: list[PartyRef] = []
    if verb is not None and not only_speaks(view, verb):
        acting = [*subject(scene, view, verb), *listed(scene, view, verb)]
        found = [*acting, *found]
    if len(found) < 2:
        found += [ref for ref in all_parties(scene, view) if ref.kind == "organisation" and not grants(view, ref)]
    holding = (*together, *acting)
    fitting = [r for r in found if r.kind not in ("person", "group", "asset") or (r.kind == "asset" and r in holding)]
    kept = distinct([r for r in fitting if not is_venture(scene, view, r)])
    own = [r for r in kept if at not in hanging(view, r)]
    named = [r for r in own if not r.name.islower() or " " in r.name]
    return next((some for some in (named, own) if len(some) >= 2), kept)


def grants(view: View, ref: PartyRef) -> bool:
    """Whose consent a venture needs ("approval from the authority") or who speaks of it holds nothing in it."""
    return is_office(ref) or preposition(view.sentence, view.token_of(ref.start)) in GIVERS


GIVERS = ("from", "от")


def only_speaks(view: View, verb: int) -> bool:
    """A verb of welcome or criticism: whoever speaks of a venture is no partner of it."""
    return verb in {h.at for h in view.cues("speak")} - {h.at for h in view.cues("announce")}


def listed(scene: Scene, view: View, verb: int) -> list[PartyRef]:
    """Companies of a list of subjects that the parser hung elsewhere: they follow a comma or an «и»."""
    inside = [t for s in subject_tokens(view, verb) for t in subtree(view.sentence, s, without=("acl", "advcl"))]
    links = [t for t in inside if view.tokens[t].text == "," or view.tokens[t].pos == "CCONJ"]
    after = {next((n for n in range(t + 1, len(view.tokens)) if view.tokens[n].pos != "PUNCT"), t) for t in links}
    return [
        r
        for r in all_parties(scene, view)
        if r.kind in ("organisation", "institution") and view.token_of(r.start) in after
    ]


def is_office(ref: PartyRef) -> bool:
    """A ministry or an agency speaks of ventures; it holds no stake in them."""
    return any(word.startswith(OFFICE_STEMS) for word in ref.name.casefold().split())


def is_venture(scene: Scene, view: View, ref: PartyRef) -> bool:
    """The mention is the venture: it covers its word, or names it right after («совместное предприятие „Заря“»)."""
    if any(called_venture(view, h.at, ref) for h in view.cues("jv")):
        return True
    words_of_venture = [h.at for h in (*view.cues("jv"), *founded(view))]
    starts = [view.tokens[at].start for at in words_of_venture]
    called = {
        i
        for at in words_of_venture
        for c in children(view.sentence, at, "acl")
        if view.tokens[c].lemma in CALLED
        for i in subtree(view.sentence, c)
    }
    return view.token_of(ref.start) in called or any(
        ref.start <= n < ref.stop or is_own_name(scene, view, n, ref) for n in starts
    )


CALLED = words("called")
"""Participles that give a venture its name: "«X» деп аталатын бірлескен кәсіпорын", "a venture named X"."""


def called_venture(view: View, at: int, ref: PartyRef) -> bool:
    """ "Kolmar Tin, a joint venture of A and B", "Kolmar Tin is a venture of A and B": what it is called."""
    tops = {m.top for _, m in view.mentions if (m.start, m.stop) == (ref.start, ref.stop)}
    if view.tokens[at].relation == "appos":
        return view.tokens[at].head in tops
    return bool(children(view.sentence, at, "cop")) and bool(tops & set(children(view.sentence, at, "nsubj")))


def is_own_name(scene: Scene, view: View, venture: int, ref: PartyRef) -> bool:
    """A name right after «совместное предприятие» is the venture's own, unless a preposition parts them."""
    first, last = view.token_of(venture) + 1, view.token_of(ref.start)
    between = scene.text[venture : ref.start].split()
    if venture >= ref.start or len(between) > 2 or any(t.pos in APART for t in view.tokens[first:last]):
        return False
    return not listed_on(view, ref) and not holds_a_part(scene, view)


APART = ("ADP", "CCONJ", "VERB", "AUX")


def holds_a_part(scene: Scene, view: View) -> bool:
    """As many parts that make a whole as there are names: each is a holder, the first one too."""
    firms = {r.name for r in all_parties(scene, view) if r.kind == "organisation"}
    return shares_listed(scene, view) and len(firms) == len(scene.free(view, "percent"))


def listed_on(view: View, ref: PartyRef) -> bool:
    """Another name goes on after an «и»: these are the partners («совместное предприятие А и Б»)."""
    after = [t for t in view.tokens if t.start >= ref.stop and t.pos != "PUNCT"][:3]
    names = [m.start for _, m in view.mentions if m.kind == "organisation"]
    return bool(after) and after[0].pos == "CCONJ" and any(t.start in names for t in after[1:])


def hanging(view: View, ref: PartyRef) -> list[int]:
    """The word that a name before it describes: "the Salar Hondo venture"."""
    return [
        m.top
        for _, m in view.mentions
        if (m.start, m.stop) == (ref.start, ref.stop) and m.stop <= view.tokens[m.top].start
    ]


def distinct(refs: list[PartyRef]) -> list[PartyRef]:
    """One of each name; a state is dropped where one of its companies stands beside it."""
    unique: list[PartyRef] = []
    for ref in refs:
        if all(ref.name != other.name for other in unique):
            unique.append(ref)
    firms = [r for r in unique if r.kind in ("organisation", "institution")]
    companies = [r for r in firms if not is_office(r)]
    return next((some for some in (companies, firms) if len(some) >= 2), unique)


def take_cost(scene: Scene, view: View, draft: Draft, at: int) -> None:
    """A sum of this sentence, or one told as the cost of the deal in the next two."""
    price = nearest_value(scene, view, at, ("money",))
    near_enough = price is not None and view.distance(at, price[1].start, price[1].stop) <= COST_REACH
    lent = [h for h in view.near(at, "loan") if h.cue.text not in CAPITAL]
    if near_enough and not lent and take_money(scene, draft, price):
        return
    for near in following(scene, view, STORY):
        costs = near.cues("project_cost")
        money = nearest_value(scene, near, costs[0].at, ("money",)) if costs else None
        if money is not None and take_money(scene, draft, money):
            draft.widen(near.sentence.start, money[1].stop)
            return


COST_REACH = 20
"""Words, with the toll for leaving the clause, within which a sum is the venture's."""


def finish_venture(scene: Scene, view: View, draft: Draft, at: int) -> None:
    fill_commodities(scene, view, draft)
    fill_assets(scene, view, draft)
    fill_places(scene, view, draft)
    fill_date(scene, view, draft, at)
