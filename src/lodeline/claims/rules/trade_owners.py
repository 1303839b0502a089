"""Whose goods change hands and where they go: owners, origins and destinations, read off the goods themselves."""

from __future__ import annotations

from dataclasses import replace

from lodeline.claims.cues import Hit
from lodeline.claims.draft import PartyRef
from lodeline.claims.parties import (
    adjective_states,
    all_parties,
    parties_at,
    parties_under,
    patient_tokens,
    subject_tokens,
    under,
)
from lodeline.claims.rules.figures import RAW_GOODS, is_goods
from lodeline.claims.rules.frame import governing_verb
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import minerals, nearest_value
from lodeline.claims.words import words
from lodeline.language.tree import preposition, subtree
from lodeline.vocabulary.terms import terms_of


def parts_of(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """ "secured the offtake for 40% of Acme's zinc": whose output it is, apart from whoever takes it."""
    later = all_parties(scene, view, (view.tokens[at].stop, view.sentence.stop))
    owned = [r for r in later if r.kind in ("organisation", "country")]
    return [r for r in owned if scene.text[r.stop : r.stop + 2] in ("'s", "’s")][:1]


def origins(scene: Scene, view: View, verb: int) -> list[PartyRef]:
    """ "Myanmar's ore is sold to…", «концентрат из Монголии уходит…»: whose goods they are that go somewhere."""
    goods = [t for t in subject_tokens(view, verb) + patient_tokens(view, verb) if is_raw(view, t)]
    refs = [r for t in goods for r in parties_under(scene, view, t, ("from", "of", "'s", "из"), ("Gen",))]
    return [r for r in refs if r.kind in ("country", "organisation")]


def is_raw(view: View, at: int) -> bool:
    """The token is ore, metal or a mineral by name."""
    token = view.tokens[at]
    return token.lemma in RAW_GOODS or any(m.start <= token.start < m.stop for m in minerals(view))


def destinations(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """«отправят в Турцию», "shipped to Latvia": the state that goods go to."""
    verb = governing_verb(view, hit.at)
    found = parties_under(scene, view, hit.at, ("в", "into"))
    if verb is not None:
        found += parties_under(scene, view, verb, ("в", "into"))
    states = [r for r in found if r.kind == "country" and is_whither(view, r)]
    tokens = under(view, verb if verb is not None else hit.at, ("на", "to"))
    works = [r for t in tokens for r in parties_at(scene, view, t)]
    plants = [r for r in works if r.kind == "asset" and sort_of(scene, r) == "plant"]
    return states or plants or [r for t in tokens if not works for r in makers_of(scene, view, t)]


def makers_of(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """«на китайские заводы»: works told by their state."""
    known = terms_of("asset_head", scene.analysis.language)
    is_works = known.get(view.tokens[at].lemma, "") == "plant"
    return adjective_states(scene, view, at) if is_works else []


def is_whither(view: View, ref: PartyRef) -> bool:
    """The accusative, or a name that has no cases: then «в» tells where to as well as where."""
    token = view.tokens[view.token_of(ref.start)]
    return token.case in ("Acc", "") or token.text == ref.name


def parts_told(view: View) -> bool:
    """ "ships four fifths of China's ore": a part of what a state takes in."""
    return any(v.kind == "percent" for _, v in view.values)


def makers(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """An organisation named right with the goods («37 самолётов Acme»), taken as the seller."""
    pick = nearest_value(scene, view, hit.at, ("quantity",), is_goods)
    if pick is None:
        return []
    return [r for r in all_parties(scene, view) if r.kind == "organisation" and 0 <= r.start - pick[1].stop <= 14]


def possessors(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Whose goods are bought: "takes four fifths of Myanmar's tin ore", «весь монгольский уголь»."""
    tokens = [t for o in patient_tokens(view, at) for t in subtree(view.sentence, o, without=("acl", "conj"))]
    if not tokens:
        return []
    stretch = (view.tokens[tokens[0]].start, view.tokens[tokens[-1]].stop)
    refs = [r for r in all_parties(scene, view, stretch) if r.kind in ("country", "organisation")]
    owners = [r for r in refs if preposition(view.sentence, view.token_of(r.start)) not in ("in", "at", "в", "на")]
    return owners or [r for t in tokens for r in adjective_states(scene, view, t)]


def sort_of(scene: Scene, ref: PartyRef) -> str:
    """What sort of site a name stands for: mine, plant, transport; "" where the text does not say."""
    descriptor = scene.analysis.mentions[ref.mention].post if ref.mention is not None else None
    return terms_of("asset_head", scene.analysis.language).get(descriptor or "", "")


def goods_with_stake(scene: Scene, view: View, at: int) -> tuple[list[PartyRef], list[PartyRef]] | None:
    """«Вместе с долей покупатель получит право выкупать руду»: whoever was just told to buy in takes the goods."""
    verb = governing_verb(view, at)
    told = {view.tokens[t].lemma for v in (at, verb) if v is not None for t in subject_tokens(view, v)}
    if not told & {*words("buying_roles"), *words("new_owners")}:
        return None
    last = next((d for n, d in reversed(scene.bought) if 0 <= view.index - n <= STAKE_BACK), None)
    if last is None:
        return None
    takers = [r for r, role, _ in last.parties if role == "acquirer"]
    owners = [r for wanted in ("target", "seller") for r, role, _ in last.parties if role == wanted]
    return [replace(r, rule=BEFORE) for r in owners[:1]], [replace(r, rule=BEFORE) for r in takers[:1]]


BEFORE = "the purchase told before"
STAKE_BACK = 2
