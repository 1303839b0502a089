"""Whom a hindrance holds back: who lacks or needs, whom it acts on, the firm or site told with it or just before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lodeline.claims.attribution import attributions
from lodeline.claims.draft import PartyRef
from lodeline.claims.focus import is_company
from lodeline.claims.parties import all_parties, expand, is_passive, parties_at, patient, subject, subject_tokens, under
from lodeline.claims.phase import is_negated
from lodeline.claims.rules.frame import ABOUT, LOOSE, governing_verb, topic_firm, worded
from lodeline.claims.rules.scarcity import COURTS, LENDERS, MEANS
from lodeline.claims.rules.voices import POSSESSIVES, sources
from lodeline.claims.scene import Scene, View
from lodeline.claims.words import words
from lodeline.language.tree import children, is_verb, subtree

SUFFERING = words("suffering")
FOR = ("у", "for")
HELD_BACK = words("held_back")
KINDS = ("organisation", "country", "group", "asset")
ROOMS = (*MEANS, *words("carriers"), *words("rooms"), "catchment", "post")
SAME_TALK = 2
"""Sentences before, in one paragraph, that may tell whom it hits."""
DESCRIBED = 4
TOLD = "told and not named"


def afflicted(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Those who are held back, by the nearest of the ways to tell it; never the cause, nor who merely says so."""
    tellers = sources(scene, view, view.tokens[at].start)
    told = [ref for ref in suffering(scene, view, at) if may_suffer(view, ref, at)]
    if told:
        return told
    own = [ref for ref in tellers if speaks_of_own(scene, view, ref)]
    names = {ref.name for ref in tellers}
    near = [ref for ref in named_here(scene, view, at) if ref.name not in names]
    return near[:1] or own[:1] or told_before(scene, view, names) or by_topic(scene, names)


def suffering(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """By grammar: «у N нет», «N не хватает», who suffers or needs, whom the hindrance acts on."""
    verb = governing_verb(view, at)
    if verb is None:
        return []
    if view.tokens[verb].lemma in SUFFERING:
        return subject(scene, view, verb) or described(view, subject_tokens(view, verb))
    lacked = under(view, verb, FOR, ("Dat",)) if not is_passive(view, verb) else under(view, verb, ("for",))
    told = [ref for t in lacked for ref in parties_at(scene, view, t)] or described(view, lacked)
    if told or any(h.at == verb for h in view.cues("need")):
        return told
    return [ref for v in (verb, *children(view.sentence, verb, "xcomp")) for ref in patient(scene, view, v)]


def described(view: View, tops: list[int]) -> list[PartyRef]:
    """«экспортёрам бокситов», "Japanese buyers": people of the trade and works without a name, by their own words."""
    for top in tops:
        if view.tokens[top].lemma in HELD_BACK and view.tokens[top].pos in ("NOUN", "PROPN"):
            inside = subtree(view.sentence, top, without=("acl", "advcl", "appos", "conj", "parataxis", "case"))
            near = [view.tokens[i] for i in inside if abs(i - top) <= DESCRIBED and view.tokens[i].pos not in LOOSE]
            name = worded(near)
            return [PartyRef(name, near[0].start, near[-1].stop, kind="group", rule=TOLD)]
    return []


def may_suffer(view: View, ref: PartyRef, at: int) -> bool:
    """A party or a site that is no means, no court, no lender and not the hindrance itself."""
    token = view.token_of(ref.start)
    inside = [i for i, t in enumerate(view.tokens) if ref.start <= t.start < ref.stop]
    if ref.kind not in KINDS or at in inside or any(h.at in inside for h in view.cues("barrier")):
        return False
    if ref.kind == "group" and ref.rule != TOLD and not is_of_trade_people(ref):
        return False
    plain = any(h.at in inside for h in view.cues("infrastructure")) and ref.name[:1].islower() and len(inside) == 1
    lemmas = (view.tokens[token].lemma, ref.name.casefold())
    return not plain and not any(word in COURTS or word in LENDERS for word in lemmas)


def is_of_trade_people(ref: PartyRef) -> bool:
    """Miners, buyers, smelters; a bloc of states keeps its capital letter."""
    told = [word.removesuffix("s") for word in ref.name.casefold().split()]
    return bool(ref.country) or any(word in HELD_BACK or word[:-1] in STEMS for word in told)


STEMS = frozenset(word[:-1] for word in HELD_BACK) | frozenset(HELD_BACK)


def named_here(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Companies of the sentence that are no cause, else its sites that are no mere way."""
    spoken = [said.source for said in attributions(scene, view)]
    causes = {t for h in view.cues("hinder") if not is_negated(view, h.at) for t in acting(view, h.at)}
    firms = [
        ref
        for ref in all_parties(scene, view)
        if ref.kind == "group"
        or (ref.kind == "organisation" and ref.mention is not None and is_company(scene.mention(ref.mention)))
    ]
    firms = [r for r in firms if may_suffer(view, r, at) and view.token_of(r.start) not in causes]
    firms = [r for r in firms if owns(scene, r) or not any(start <= r.start < stop for start, stop in spoken)]
    return firms or list(sites_here(scene, view))


def acting(view: View, verb: int) -> list[int]:
    """Tokens of the subject of a hindering verb: the cause."""
    if not is_verb(view.tokens[verb]) or is_passive(view, verb):
        return []
    return [t for s in subject_tokens(view, verb) for t in subtree(view.sentence, s)]


def sites_here(scene: Scene, view: View) -> Iterator[PartyRef]:
    """Sites of the sentence; the port or the border post on the way is none."""
    for index, mention in view.mentions:
        if mention.kind == "asset" and not mention.adjective:
            first, last = view.token_of(mention.start), view.token_of(mention.stop - 1)
            before = [t.lemma for t in view.tokens[max(0, first - 2) : first]]
            of_way = bool(before) and (before[-1] in ROOMS or (before[0] in ROOMS and before[-1] == "of"))
            if not of_way and not any(t.lemma in ROOMS for t in view.tokens[first : last + 3]):
                yield from expand(scene, index, mention)


def speaks_of_own(scene: Scene, view: View, ref: PartyRef) -> bool:
    """A company that tells of its own works ("said its plant was short of water")."""
    if ref.kind == "group":
        return is_of_trade_people(ref)
    if ref.kind != "organisation" or ref.mention is None or not is_company(scene.mention(ref.mention)):
        return False
    told = any(t.text.casefold() in (*POSSESSIVES, "we", "мы", "it", "нам", "us") for t in view.tokens)
    return told or owns(scene, ref)


def owns(scene: Scene, ref: PartyRef) -> bool:
    """The company of a site that the text names."""
    root = None if ref.mention is None else scene.analysis.mentions[ref.mention].refers_to
    return (ref.mention if root is None else root) in scene.focus.owners.values()


def told_before(scene: Scene, view: View, tellers: set[str]) -> list[PartyRef]:
    """The company or site that the sentences just before in the paragraph tell about."""
    for near in reversed(scene.views[max(0, view.index - SAME_TALK) : view.index]):
        if near.sentence.paragraph != view.sentence.paragraph:
            continue
        named = [r for r in named_here(scene, near, -1) if r.name not in tellers]
        if len({r.name for r in named}) == 1:
            return [replace(named[0], rule="told just before")]
    return []


def by_topic(scene: Scene, tellers: set[str]) -> list[PartyRef]:
    """The owner of the site that is told about, or the company of a text about a site."""
    site = scene.topic.asset
    owner = scene.focus.owner_of(site) if site else None
    if owner is not None:
        firm = scene.mention(owner)
        ref = PartyRef(firm.name, firm.start, firm.stop, owner, firm.country, "organisation", ABOUT)
        return [ref] if ref.name not in tellers else []
    topic = [topic_firm(scene)] if scene.topic.organisation is not None and site else []
    return [r for r in topic if r.name not in tellers]
