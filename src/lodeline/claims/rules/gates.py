"""What a state lets out of the country, told without a word like ban or quota: stopped, allowed, licensed, metered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import all_parties, parties_under, patient_tokens, subject_tokens
from lodeline.claims.phase import conditional, phase_of, status_of
from lodeline.claims.rules.frame import STATES, open_draft
from lodeline.claims.rules.limit_sides import add_imposer, imposing_state, trade_partners
from lodeline.claims.rules.limit_terms import fill_time
from lodeline.claims.rules.restrictions import is_trade_limit, is_wished
from lodeline.claims.rules.states import acting_states
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import Pick, fill_commodities, minerals, take_quantity
from lodeline.claims.words import words
from lodeline.language.tree import children, is_verb, subtree

ALLOWING = words("allowing")
NEEDING = words("needing")
PERMITS = words("permits")
EXPORTERS = words("exporters")
LEAVING = words("leaving")
ABROAD = words("abroad")
SHIPPING = words("shipping")
MODALS = ("may", "can", "мочь", "смочь", "разрешить", "вправе", "allow", "permit")
RAW_GOODS = words("raw_goods")


def gates(scene: Scene, view: View) -> Iterator[Draft]:
    """A state stops, allows, licenses or meters shipments without the words ban or quota."""
    if any(is_trade_limit(view, h) for h in view.cues("limit")):
        return
    for way in (stopped, freed, pardoned, licensed, kept_home, metered):
        drafts = list(way(scene, view))
        if drafts:
            yield from drafts
            return


def gate(scene: Scene, view: View, at: int, state: PartyRef, told: tuple[str, str, str]) -> Draft | None:
    """A claim of (instrument, action, phase) by a state; None where its phase makes none."""
    instrument, action, phase = told
    draft = open_draft("restriction", "a state opens or shuts the gate", view, at)
    draft.instrument, draft.action = instrument, action
    draft.status = status_of("restriction", phase)
    if draft.status is None:
        return None
    add_imposer(scene, draft, state)
    for ref in trade_partners(scene, view, at):
        if ref.kind == "country" and ref.country != state.country:
            draft.add_party(ref, "target")
    fill_commodities(scene, view, draft)
    fill_time(scene, view, draft, at)
    return draft


def stopped(scene: Scene, view: View) -> Iterator[Draft]:
    """«прекратил экспорт», "will stop exporting ore", "has blocked shipments"."""
    trade = {h.at for h in view.cues("trade")}
    for hit in view.cues("stop", "suspend", "cancel"):
        acted = [*patient_tokens(view, hit.at), *children(view.sentence, hit.at, "xcomp", "ccomp", "obj")]
        states = acting_states(scene, view, hit.at) if is_verb(view.tokens[hit.at]) else []
        if not trade & set(acted) or not states or conditional(view, hit.at) or is_wished(scene, view, hit):
            continue
        phase = phase_of(scene, view, hit.at, skip=("stop", "suspend", "cancel"))
        draft = gate(scene, view, hit.at, states[0], ("ban", "impose", phase))
        if draft is not None:
            yield draft
            return


def freed(scene: Scene, view: View) -> Iterator[Draft]:
    """ "has allowed exports of ore again", "will let miners ship", «разрешил вывоз»."""
    trade = {h.at for h in view.cues("trade")}
    for at in verbs_of(view, ALLOWING):
        freed_trade = trade & set(subtree(view.sentence, at, without=("advcl", "acl")))
        states = acting_states(scene, view, at)
        if not freed_trade or not minerals(view) or not states or wishes(scene, view, at):
            continue
        phase = phase_of(scene, view, at)
        shut = phase == "negated"
        told = ("ban", "impose", "future" if is_ahead(view, at) else "present") if shut else ("ban", "lift", phase)
        draft = gate(scene, view, at, states[0], told)
        if draft is not None and draft.status not in ("denied", "cancelled"):
            yield draft
            return


def pardoned(scene: Scene, view: View) -> Iterator[Draft]:
    """ "a general licence that allows dealings with A", «лицензия, разрешающая сделки с А»: sanctions are eased."""
    papers = [i for i, t in enumerate(view.tokens) if t.lemma in PERMITS and t.pos == "NOUN"]
    for at in verbs_of(view, ALLOWING) if papers else ():
        dealings = [i for i in patient_tokens(view, at) + children(view.sentence, at, "obj") if is_dealing(view, i)]
        named = all_parties(scene, view, (view.tokens[at].stop, view.sentence.stop))
        firms = [r for r in named if r.kind in ("organisation", "asset") and r.name[:1].isupper()]
        state = imposing_state(scene, view, Hit(at, at + 1, at, view.hits[0].cue)) if dealings and firms else None
        if state is None or wishes(scene, view, at):
            continue
        draft = gate(scene, view, at, state, ("sanction", "ease", "present"))
        if draft is not None:
            for ref in firms:
                draft.add_party(ref, "target")
            yield draft
            return


def is_dealing(view: View, at: int) -> bool:
    return view.tokens[at].lemma in DEALINGS


DEALINGS = words("dealings")


def licensed(scene: Scene, view: View) -> Iterator[Draft]:
    """ "exporters will need a licence", «вывоз потребует разрешения», "no longer requires permits"."""
    trades = view.has("trade") or any(t.lemma in EXPORTERS for t in view.tokens)
    obtained = [i for i in verbs_of(view, OBTAINING) if is_obliged(view, i)]
    needing = verbs_of(view, NEEDING)
    for at in (*needing, *obtained, *only_by_permit(view)):
        near = [at, *children(view.sentence, at, "obj", "nsubj", "obl"), *patient_tokens(view, at)]
        papers = [t for t in near if view.tokens[t].lemma in PERMITS]
        if not papers or not trades or not minerals(view):
            continue
        state = whose(scene, view, [at, *papers]) or imposing_state(scene, view, Hit(at, at + 1, at, view.hits[0].cue))
        phase = phase_of(scene, view, at) if at in needing else "present"
        eased = phase == "negated" or any(view.tokens[i].lemma in NO_LONGER for i in range(max(0, at - 2), at))
        told = ("export_control", "ease" if eased else "impose", "present" if eased else phase)
        draft = gate(scene, view, at, state, told) if state is not None and state.country else None
        if draft is not None:
            yield draft
            return


NO_LONGER = words("no_longer")
OBTAINING, OBLIGED, ONLY = words("obtaining"), words("obliged"), words("only")


def is_obliged(view: View, at: int) -> bool:
    """ "must obtain", «должны будут получать», "have to seek"."""
    over = [*children(view.sentence, at, "aux"), view.tokens[at].head]
    return any(i >= 0 and view.tokens[i].lemma in OBLIGED for i in over)


def only_by_permit(view: View) -> list[int]:
    """«вывоз возможен только по лицензии», "exports only under a licence"."""
    papers = [i for i, t in enumerate(view.tokens) if t.lemma in PERMITS]
    return [i for i in papers if any(t.lemma in ONLY for t in view.tokens[max(0, i - ONLY_REACH) : i])]


ONLY_REACH = 3


def kept_home(scene: Scene, view: View) -> Iterator[Draft]:
    """ "No ore will leave Gabon", «руду за границу не выпускает»: goods that may not leave."""
    goods = {m.head for m in minerals(view)} | {m.top for m in minerals(view)}
    goods |= {i for i, t in enumerate(view.tokens) if t.lemma in RAW_GOODS}
    for at in verbs_of(view, LEAVING):
        subjects, objects = subject_tokens(view, at), children(view.sentence, at, "obj")
        moved = goods & {i for t in (*subjects, *objects) for i in subtree(view.sentence, t)}
        none = any(h.at in subtree(view.sentence, t) for h in view.cues("negation") for t in subjects)
        shut = none or phase_of(scene, view, at) == "negated"
        states = [r for r in parties_under(scene, view, at, ("",), ("Acc",)) if r.kind == "country"]
        states = states or acting_states(scene, view, at)
        out = (bool(states) and view.tokens[at].lemma == "leave") or any(t.lemma in ABROAD for t in view.tokens)
        if not moved or not shut or not out or not states or wishes(scene, view, at):
            continue
        draft = gate(scene, view, at, states[0], ("ban", "impose", "future" if is_ahead(view, at) else "present"))
        if draft is not None:
            yield draft
            return


def is_ahead(view: View, at: int) -> bool:
    return any(view.tokens[c].lemma in ("will", "быть") for c in children(view.sentence, at, "aux"))


def metered(scene: Scene, view: View) -> Iterator[Draft]:
    """ "exporters may ship up to 18,000 tonnes": each permitted tonnage is a quota."""
    if not any(t.lemma in EXPORTERS for t in view.tokens):
        return
    for at in verbs_of(view, SHIPPING):
        allowed = [*children(view.sentence, at, "aux"), view.tokens[at].head]
        if not any(i >= 0 and view.tokens[i].lemma in MODALS for i in allowed) or conditional(view, at):
            continue
        state = imposing_state(scene, view, Hit(at, at + 1, at, view.hits[0].cue))
        picks = [p for p in scene.free(view, "quantity") if is_weight(p)] if state is not None else []
        for n, pick in enumerate(picks):
            stop = picks[n + 1][1].start if n + 1 < len(picks) else view.sentence.stop
            after = tuple((i, v) for i, v in view.values if pick[1].start <= v.start < stop)
            dated = replace(view, values=after) if any(v.kind == "date" for _, v in after) else view
            assert state is not None
            draft = gate(scene, dated, view.token_of(pick[1].start), state, ("quota", "impose", "present"))
            if draft is not None:
                take_quantity(scene, draft, pick)
                yield draft
        return


def is_weight(pick: Pick) -> bool:
    return pick[1].quantity is not None and pick[1].quantity.unit.split("/")[0] in ("t", "oz", "lb", "kg")


def verbs_of(view: View, lemmas: Sequence[str]) -> list[int]:
    return [i for i, t in enumerate(view.tokens) if is_verb(t) and t.lemma in lemmas and not conditional(view, i)]


def wishes(scene: Scene, view: View, at: int) -> bool:
    return bool(view.hits) and is_wished(scene, view, Hit(at, at + 1, at, view.hits[0].cue))


def whose(scene: Scene, view: View, papers: Sequence[int]) -> PartyRef | None:
    """Whose permit it is: "a licence from India's ministry"."""
    found = [
        r for t in papers for r in parties_under(scene, view, t, ("from", "of", "by", "'s"), ("Gen",)) if r.country
    ]
    return next((r for r in found if r.kind in (*STATES, "institution")), None)
