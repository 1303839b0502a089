"""The sides of a purchase: who buys, who sells, and what it is that changes hands."""

from __future__ import annotations

from dataclasses import replace

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    all_parties,
    expand,
    is_passive,
    parties_at,
    parties_under,
    patient,
    patient_tokens,
    subject,
    subject_tokens,
    under,
)
from lodeline.claims.receivers import datives_after
from lodeline.claims.rules.frame import WITH, described, governing_verb
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import Pick, use
from lodeline.claims.words import words
from lodeline.language.tree import children, governors, is_verb, preposition, subtree


def fill_sides(scene: Scene, view: View, draft: Draft, hit: Hit) -> None:
    """Buyer and seller by the verb's direction; the company whose stake it is becomes the target."""
    selling = hit.cue.group == "sell"
    silent = hit.cue.text in PASSING or gives_by_paper(view, hit) or is_given(view, hit)
    actors = [] if silent else doers(scene, view, hit)
    if hit.cue.text in MERGING and len(actors) == 2:
        draft.add_party(actors.pop(), "target")
    receivers = parties_under(scene, view, hit.at, ("to", "к"), ("Dat",)) or datives_after(scene, view, hit.at)
    receivers = receivers or [r for t in hands(view, hit.at) for r in parties_under(scene, view, t, (), ("Gen",))]
    receivers = receivers or given_to(scene, view, hit)
    receivers = receivers or caseless_after(scene, view, hit.at) or to_after(scene, view, hit.at)
    if selling and len(actors) == 2 and not receivers and view.has("agree", "sign", "talk"):
        actors, receivers = actors[:1], actors[1:]
    for ref in actors:
        draft.add_party(ref, "seller" if selling else "acquirer")
    for ref in receivers if selling else []:
        draft.add_party(ref, "acquirer")
    for ref in parties_under(scene, view, hit.at, ("from", "у", "от")):
        draft.add_party(ref, "seller")
    taken = {known.name for known, _, _ in draft.parties}
    other = [r for r in signed_with(scene, view, hit.at) if r.name not in taken]
    for ref in other[:1] if not draft.names("acquirer" if selling else "seller") else []:
        draft.add_party(ref, "acquirer" if selling else "seller")
    taken = {known.name for known, _, _ in draft.parties}
    found = owned(scene, view, hit) if hit.cue.group == "owner" else targets(scene, view, hit.at)
    if hit.cue.text in PASSING:
        passed = {t for s in subject_tokens(view, hit.at) for t in subtree(view.sentence, s)}
        found = [*held(scene, view, passed), *found]
    for ref in [r for r in found if r.name not in taken][:1] if not draft.names("target") else []:
        draft.add_party(ref, "target")


MERGING = words("merging")
GIVING = ("hand", "give")
"""Verbs whose first object may be who gets it: "hands A five per cent of B"."""


def given_to(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """ "Gives A a 10% stake in B", "hands the A community 5% of B": a name between the verb and the part gets it."""
    if hit.cue.text not in GIVING:
        return []
    if is_given(view, hit):
        return [r for t in subject_tokens(view, hit.at) for r in parties_at(scene, view, t)]
    parts = [v.start for _, v in view.values if v.kind == "percent" and v.start > view.tokens[hit.at].start]
    found = list(all_parties(scene, view, (view.tokens[hit.at].stop, parts[0]))) if parts else []
    return [r for r in found if not preposition(view.sentence, view.token_of(r.start))][:1]


def is_given(view: View, hit: Hit) -> bool:
    """ "A was handed a fifth of the mine": the subject of a passive that has an object gets it."""
    given = hit.cue.text in GIVING and is_passive(view, hit.at)
    return given and bool(children(view.sentence, hit.at, "obj"))


def gives_by_paper(view: View, hit: Hit) -> bool:
    """ "The deal hands the community 5%", "giving it 5%": a paper or a deed gives, and its word is no seller."""
    firms = {m.top for _, m in view.mentions if m.kind == "organisation"}
    others = {i for i, t in enumerate(view.tokens) if t.pos == "PRON" and i not in firms}
    papers = {h.at for h in view.cues("instrument", "bid")} | others
    by_deed = hit.cue.text in GIVING and view.tokens[hit.at].text.endswith("ing")
    return hit.cue.group == "sell" and (by_deed or bool(papers & set(subject_tokens(view, hit.at))))


def hands(view: View, at: int) -> list[int]:
    """ "A-ның қолына өтті", «в руки А»: whose hands a thing passes into."""
    return [t for t in under(view, at, ("в", "под", "into", "under"), ("Dat", "Acc")) if view.tokens[t].lemma in HANDS]


HANDS = words("hands")


def doers(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """Who buys, or who sells: told with the noun, or the subject of its verb; who allows or forbids a deal does not."""
    verb = hit.at if is_verb(view.tokens[hit.at]) else governing_verb(view, hit.at)
    noun = verb != hit.at
    allowed = verb is not None and (
        view.tokens[verb].lemma in BARRING or any(h.at == verb for h in view.cues("approve"))
    )
    actors = (parties_under(scene, view, hit.at, ("by",), ("Ins",)) or doer_after(scene, view, hit.at)) if noun else []
    over = view.tokens[hit.at].head
    if noun and not actors and over >= 0 and view.tokens[over].pos == "NOUN":
        actors = parties_under(scene, view, over, ("of", "'s"), ("Gen",))
    if noun and hit.cue.group == "buy" and not actors:
        actors = parties_under(scene, view, hit.at, ("'s",)) if under(view, hit.at, ("of", "in")) else []
    if not actors and verb is not None and not (noun and allowed):
        actors = controlled(scene, view, verb) or second_object(scene, view, verb) or subject(scene, view, verb)
        actors = actors or [r for r in described(view, verb) if not is_deal(view, r)]
    sold = [r.name for r in patient(scene, view, hit.at)] if is_passive(view, hit.at) else []
    before = [r for r in all_parties(scene, view) if r.stop <= view.tokens[hit.at].start and r.kind != "person"]
    before = [r for r in before if r.name not in sold]
    return actors or ([] if allowed else before[-1:])


def is_deal(view: View, ref: PartyRef) -> bool:
    """«сделка по продаже», "the takeover": the deal itself acts for nobody."""
    told = [h.at for h in view.cues("instrument", "bid", "sell", "buy")]
    return any(ref.start <= view.tokens[at].start < ref.stop for at in told)


def controlled(scene: Scene, view: View, verb: int) -> list[PartyRef]:
    """ "After buying B, A …": the subject of the main verb; "ordered A to sell": who is told to."""
    token, over = view.tokens[verb], view.tokens[verb].head
    main = next((g for g in governors(view.sentence, verb) if is_verb(view.tokens[g])), None)
    if main is None:
        return []
    if token.text.endswith("ing") and verb > 0 and view.tokens[verb - 1].lemma in AFTER:
        return subject(scene, view, main)
    told = over >= 0 and view.tokens[over].lemma in ORDERING and token.relation in ("xcomp", "ccomp", "advcl")
    return [r for o in children(view.sentence, over, "obj", "iobj") for r in parties_at(scene, view, o)] if told else []


AFTER = ("after", "by", "before", "following", "while", "when")
ORDERING = words("ordering")


def second_object(scene: Scene, view: View, verb: int) -> list[PartyRef]:
    """«Долю покупает холдинг»: of two objects and no subject, the one that is no stake acts; its cases look alike."""
    objects = patient_tokens(view, verb)
    stakes = {h.at for h in view.cues("stake")}
    parts = {view.token_of(v.stop - 1) for _, v in view.values if v.kind == "percent"}
    subjects = children(view.sentence, verb, "nsubj")
    if subjects and set(subjects) <= parts and not is_passive(view, verb):
        return [r for o in objects if o > verb for r in parties_at(scene, view, o)]
    pronoun = [o for o in objects if view.tokens[o].pos == "PRON" and o < verb]
    if len(objects) != 2 or subjects or not (stakes & set(objects) or pronoun):
        return []
    stakes |= set(pronoun)
    told = [r for o in objects if o not in stakes and o > verb for r in parties_at(scene, view, o)]
    named = scene.analysis.mentions
    return [
        replace(r, name=named[r.mention].name) if r.rule == "referent" and r.mention is not None else r for r in told
    ]


BARRING = words("barring")


def to_after(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """ "sells its mine to A": the buyer under a "to", wherever the parser hung it."""
    for i in range(at + 1, min(len(view.tokens), at + TO_REACH)):
        if preposition(view.sentence, i) == "to" and view.clauses[i] == view.clauses[at]:
            firms = [r for r in parties_at(scene, view, i) if r.kind in ("organisation", "institution", "country")]
            if firms:
                return firms
    return []


TO_REACH = 14
"""Words after a verb of selling within which its buyer stands."""


def signed_with(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """ "signed an agreement with A to buy": the other side of the paper."""
    papers = [h.at for h in view.cues("instrument") if h.at < at]
    verbs = [v for p in papers[-1:] if (v := governing_verb(view, p)) is not None]
    return [
        r
        for t in (*papers[-1:], *verbs)
        for r in parties_under(scene, view, t, WITH)
        if r.kind in ("organisation", "institution", "country") and r.start < view.tokens[at].start
    ]


def owned(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """What the word for an owner is followed by: «владельцем рудника», "the owner of the mine"."""
    tokens = {t for o in under(view, hit.at, ("of", "in", "в"), ("Gen",)) for t in subtree(view.sentence, o)}
    beside = [m.top for _, m in view.mentions if 0 < view.token_of(m.start) - hit.at <= 2]
    return held(scene, view, tokens | set(beside))


PASSING = words("passing")
"""Verbs whose subject is what changes hands («доля перейдёт к фонду»), and no seller."""


def doer_after(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """«Покупка А-ком 75% акций Б»: a name between the noun and the stake, with another name after it, is the doer."""
    firms = [(i, m) for i, m in view.mentions if m.kind == "organisation" and m.start > view.tokens[at].start]
    parts = [v.start for _, v in view.values if v.kind == "percent"] + [
        view.tokens[h.at].start for h in view.cues("stake")
    ]
    if len(firms) < 2 or view.token_of(firms[0][1].start) - at > 2:
        return []
    index, doer = firms[0]
    return expand(scene, index, doer) if any(doer.stop <= p < firms[1][1].start for p in parts) else []


def caseless_after(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """A foreign name right after «продать», before what is sold: it has no case, and is the buyer."""
    foreign = [(i, m) for i, m in view.mentions if m.kind == "organisation" and not m.case]
    named = [(i, m) for i, m in foreign if view.token_of(m.start) == at + 1 and scene.analysis.language == "ru"]
    objects = [o for o in patient_tokens(view, at) if view.tokens[o].start > view.tokens[at].start]
    later = [(i, m) for i, m in named if any(view.tokens[o].start >= m.stop for o in objects)]
    return [ref for i, m in later for ref in expand(scene, i, m)]


def targets(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """The company or site inside the object, or the first one after the verb that is no side of the deal."""
    bought = {t for o in patient_tokens(view, at) for t in subtree(view.sentence, o)}
    around = {*bought, *subtree(view.sentence, at)}
    found = [
        *held(scene, view, bought),
        *all_parties(scene, view, stretch(view, around)),
        *held(scene, view, around),
        *all_parties(scene, view, (view.tokens[at].stop, view.sentence.stop)),
    ]
    fitting = [r for r in found if r.kind in ("organisation", "institution", "asset") and r.name not in MARKETS]
    later = [r for r in fitting if r.start > view.tokens[at].start]
    first = is_passive(view, at) or any(o < at for o in patient_tokens(view, at))
    told = [r for r in held(scene, view, bought) if r.kind in ("organisation", "asset")] if first else []
    return [*told, *sorted(later, key=lambda r: r.name.islower())]


MARKETS = words("markets")
"""Words that look like a company and are where stakes are sold, or part of "in exchange for"."""


def held(scene: Scene, view: View, tokens: set[int]) -> list[PartyRef]:
    """Companies and named sites among some tokens; what a stake is in is one of them, whatever it looks like."""
    inside = [(i, m) for i, m in view.mentions if view.token_of(m.start) in tokens]
    stakes = {h.at for h in view.cues("stake", "buy")}
    found = [
        ref
        for i, m in inside
        if m.kind in ("organisation", "asset") and m.name[:1].isupper() and not m.adjective
        for ref in expand(scene, i, m)
    ]
    unknown = [
        replace(ref, kind="organisation")
        for i, m in inside
        if m.kind == "place" and m.country is None and view.tokens[m.top].head in stakes
        for ref in expand(scene, i, m)
    ]
    return [*found, *unknown]


def stretch(view: View, tokens: set[int]) -> tuple[int, int]:
    return view.tokens[min(tokens)].start, view.tokens[max(tokens)].stop


def set_stake(scene: Scene, draft: Draft, pick: Pick, at: str = "acquirer") -> None:
    """The stake stands at the buyer, or at who cut it; one on offer, with no buyer, at what it is a stake in."""
    assert pick[1].quantity is not None
    holder = at if draft.names(at) else "target"
    for i, (ref, role, _) in enumerate(draft.parties):
        if role == holder:
            draft.parties[i] = (ref, role, pick[1].quantity.value)
            use(scene, draft, f"share.{ref.name}", pick)
            return
