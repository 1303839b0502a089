"""What stands outside the sentence that tells a claim: where it lies, its site, and the party that is left out.

Runs when all claims are drawn, in order of the text, so that a claim may go on from the one before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.focus import is_company
from lodeline.claims.scene import Scene, View

ABOUT = "what the text is about"
LIES = "where the site lies"
HOME = "the party's home"
OWNER = "whose site it is"
PAIRED = "the deal told before"
SITE_HELD = {
    "acquisition": ("target",),
    "financing": ("recipient",),
    "investment": ("host", "investor"),
    "project": ("developer",),
    "supply": ("seller",),
    "agreement": ("signatory",),
    "resource": ("holder",),
}
"""The roles whose home is where a claim lies if nothing nearer tells, by kind."""
LEFT_OUT = {"financing": "recipient", "supply": "seller", "project": "developer"}
"""The party that texts most often leave to be understood, by kind: the company that the text is about."""
ACROSS = {"financing": ("financier",), "supply": ("buyer",), "acquisition": ("acquirer", "seller")}
"""Parties across the table, which a left out one seldom is."""
PAIR_REACH = 3
"""Sentences within which a claim goes on from one of its kind."""


class Sides(NamedTuple):
    """Names in a text of those who are seldom the party that another claim leaves out."""

    across: frozenset[str]
    partners: frozenset[str]
    """One partner alone does not borrow what its venture may be lent."""


def named(drafts: Sequence[tuple[View, Draft]], roles: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Names of the parties in some roles, by kind of claim; a guessed one does not count."""
    told = [(draft.kind, party) for _, draft in drafts for party in draft.parties]
    return frozenset(ref.name for kind, (ref, role, _) in told if role in roles.get(kind, ()) and ref.rule != ABOUT)


def settle(scene: Scene, drafts: Sequence[tuple[View, Draft]]) -> None:
    """Fill the slots that sentences leave out."""
    before: list[tuple[View, Draft]] = []
    sides = Sides(named(drafts, ACROSS), named(drafts, {"joint_venture": ("partner",)}))
    for view, draft in sorted(drafts, key=lambda pair: (pair[0].index, pair[1].start)):
        scene.look_at(view)
        if "assets" in draft.left_out:
            add_site(scene, draft)
        add_party(scene, view, draft, before, sides)
        if draft.kind in ("financing", "supply"):
            add_own_site(scene, draft)
        if "places" in draft.left_out:
            add_place(scene, draft)
        before.append((view, draft))


def add_site(scene: Scene, draft: Draft) -> None:
    """The site told of hereabouts, unless it is a whole state that produces or holds."""
    site = scene.topic.asset
    if site is None or draft.assets:
        return
    if any(ref.kind == "country" and role in HOLDING and ref.rule is None for ref, role, _ in draft.parties):
        return
    draft.assets.append(site)
    draft.infers("assets", ABOUT)


def add_own_site(scene: Scene, draft: Draft) -> None:
    """What is lent to the owner of the site hereabouts, or sold by it, is for or from that site."""
    site = scene.topic.asset
    owner = scene.focus.owner_of(site) if site else None
    if (
        site
        and owner is not None
        and not draft.assets
        and scene.mention(owner).name in draft.names(LEFT_OUT[draft.kind])
    ):
        draft.assets.append(site)
        draft.infers("assets", ABOUT)


HOLDING = ("developer", "holder")
"""Roles of those whose site it is."""


def add_place(scene: Scene, draft: Draft) -> None:
    """Where the claim's sites lie; else what its surroundings tell; else the home of the party that it is done to."""
    homes = list(dict.fromkeys(home for name in draft.assets for home in scene.focus.homes_of(name)))
    if homes:
        draft.places += homes
        draft.infers("places", LIES)
        return
    near = scene.topic.country
    hosts = {ref.country for ref, role, _ in draft.parties if role == "partner" and ref.country}
    if draft.kind == "joint_venture" and len(hosts) == 1:
        (near,) = hosts  # the partner whose state is told is the one at home
    own = [ref.country for role in SITE_HELD.get(draft.kind, ()) for ref, had, _ in draft.parties if had == role]
    code = near or next((code for code in own if code), None)
    if code and code != "EU":
        draft.places.append(code)
        draft.infers("places", ABOUT if near else HOME)


def add_party(scene: Scene, view: View, draft: Draft, before: Sequence[tuple[View, Draft]], sides: Sides) -> None:
    """The party of the role that the sentence leaves out."""
    role = LEFT_OUT.get(draft.kind)
    guessed = [n for n, (ref, had, _) in enumerate(draft.parties) if had == role and ref.rule == ABOUT]
    if role is None or (draft.names(role) and not guessed):
        return
    known = {ref.name for n, (ref, _, _) in enumerate(draft.parties) if n not in guessed}
    refs = (of_site(scene, draft), of_pair(scene, view, draft, before), firm_about(scene, known | sides.across))
    found = next((ref for ref in refs if ref is not None and ref.name not in known), None)
    if found is not None and found.rule == ABOUT and found.name in sides.partners:
        found = of_venture(view, before, known | sides.across | sides.partners) or found
        if draft.kind == "financing" and found.name in sides.partners:
            return
    if found is None:
        return
    if guessed:
        draft.parties[guessed[0]] = (found, role, None)
        draft.holds(f"parties.{guessed[0]}", found.start, found.stop, found.rule)
    else:
        draft.add_party(found, role)


def of_venture(view: View, before: Sequence[tuple[View, Draft]], others: frozenset[str] | set[str]) -> PartyRef | None:
    """Where the company hereabouts is a partner of a venture: who was just lent to, or builds, acts for them all."""
    for other, earlier in reversed(before):
        if view.index - other.index > PAIR_REACH:
            return None
        for ref, role, _ in earlier.parties:
            if role in VENTURING and ref.kind == "organisation" and ref.name not in others:
                return replace(ref, rule=PAIRED)
    return None


VENTURING = ("recipient", "developer")


def of_site(scene: Scene, draft: Draft) -> PartyRef | None:
    """The owner of a site that the claim names."""
    owners = [scene.focus.owner_of(name) for name in draft.assets]
    return next((firm(scene, index, OWNER) for index in owners if index is not None), None)


def of_pair(scene: Scene, view: View, draft: Draft, before: Sequence[tuple[View, Draft]]) -> PartyRef | None:
    """The same party of the claim of its kind that was told just before ("The first tranche has come in")."""
    for other, earlier in reversed(before):
        if view.index - other.index > PAIR_REACH:
            return None
        if earlier.kind == draft.kind:
            refs = [ref for ref, role, _ in earlier.parties if role == LEFT_OUT[draft.kind]]
            return replace(refs[0], rule=PAIRED) if refs and is_named(scene, refs[0]) else None
    return None


def is_named(scene: Scene, ref: PartyRef) -> bool:
    """No description without a name («подрядчик»), which says nothing in another sentence."""
    return ref.kind != "organisation" or ref.mention is None or is_company(scene.mention(ref.mention))


def firm_about(scene: Scene, others: set[str]) -> PartyRef | None:
    """The company told of most hereabouts that stands on no other side of a deal."""
    told = scene.topic.companies
    index = next((i for i in told if scene.mention(i).name not in others), None)
    return None if index is None else firm(scene, index, ABOUT)


def firm(scene: Scene, index: int, rule: str) -> PartyRef:
    told = scene.mention(index)
    return PartyRef(told.name, told.start, told.stop, index, told.country, "organisation", rule)
