"""Signs in who is named: the same parties, their stakes, a denial by one of them."""

from __future__ import annotations

from collections.abc import Sequence

from lodeline.ledger.cues import tells
from lodeline.ledger.facets import Facets
from lodeline.ledger.parties import Side, matched, state_of
from lodeline.ledger.signs import Sign, agrees, opposes, same_text
from lodeline.vocabulary.places import country_named

CIRCLES = frozenset({"partner", "signatory", "member", "participant", "developer", "acquirer", "investor"})
"""Roles whose holders form one circle: a stranger on each side means another circle."""


def parties(left: Facets, right: Facets) -> Sign | None:
    """The same parties in the same roles; between kindred kinds the roles have other names and are not compared."""
    if not left.principals or not right.principals:
        return None
    if left.claim.kind == right.claim.kind:
        stranger = _stranger(left, right)
        if stranger and _one_partner_each(left, right):
            return agrees("partners_apart", -2.0, f"each names one partner alone: {stranger}")
        if stranger:
            return opposes("parties", stranger)
    found = matched(left.principals, right.principals)
    if not found:
        own = _own_company(left, right, (*left.principals, *right.principals))
        return agrees("owner", 1.0, "one party bears the name of the common asset") if own else None
    fewer, more = sorted((len(left.principals), len(right.principals)))
    shared = ", ".join(sorted(s.party.name for s in left.principals if any(s.same(o) for o in right.principals)))
    if found == fewer and fewer >= 2:
        all_named = fewer == more or left.claim.kind != "meeting"  # two of three who met may have met again alone
        return agrees("parties", 3.0 if all_named else 2.5, f"the same parties ({shared})")
    return agrees("party", 1.5, f"a common party ({shared})")


def _stranger(left: Facets, right: Facets) -> str | None:
    """A role that both fill, and with different parties."""
    for role in sorted({side.role for side in left.principals} & {side.role for side in right.principals}):
        ours, theirs = left.role(role), right.role(role)
        if not matched(ours, theirs):
            if not _own_company(left, right, (*ours, *theirs)):
                return f"another {role}: {ours[0].party.name} and {theirs[0].party.name}"
        elif role in CIRCLES and not _one_circle(left, right, ours, theirs):
            return f"each has a {role} that the other lacks"
    return None


def _one_partner_each(left: Facets, right: Facets) -> bool:
    """A venture has two partners: claims that name one each may be of one venture, if a third claim names both."""
    if left.claim.kind != "joint_venture":
        return False
    return len(left.principals) == len(right.principals) == 1


def _one_circle(left: Facets, right: Facets, ours: Sequence[Side], theirs: Sequence[Side]) -> bool:
    ours_alone = [side for side in ours if not any(side.same(other) for other in theirs)]
    theirs_alone = [side for side in theirs if not any(side.same(other) for other in ours)]
    if _own_company(left, right, (*ours_alone, *theirs_alone)):  # it stands for its owners, and for no one else
        ours_alone, theirs_alone = (
            [side for side in alone if not left.assets.named_in(side.party.name)]
            for alone in (ours_alone, theirs_alone)
        )
    if not ours_alone or not theirs_alone:
        return True
    # Over one asset, early reports of a venture name the state where later ones name its company.
    of_the_state = sorted((all(map(_is_state, ours_alone)), all(map(_is_state, theirs_alone))))
    is_venture = left.claim.kind == "joint_venture" and left.assets.same(right.assets)
    return is_venture and of_the_state == [False, True]


def _is_state(side: Side) -> bool:
    by_name = country_named(side.party.name) is not None or tells("state", side.party.name)
    return by_name or state_of(side.key) is not None


def _own_company(left: Facets, right: Facets, strangers: Sequence[Side]) -> bool:
    """True where a stranger bears the name of the common asset: the company made for it stands for its owners."""
    common = left.assets.same(right.assets)
    return common and any(left.assets.named_in(side.party.name) for side in strangers)


def shares(left: Facets, right: Facets) -> Sign | None:
    """Stakes of the parties that both name."""
    pairs = [
        (ours.party.share, theirs.party.share)
        for ours in left.principals
        for theirs in right.principals
        if ours.same(theirs) and ours.party.share is not None and theirs.party.share is not None
    ]
    if not pairs or _is_denial(left, right):
        return None
    if all(abs(ours - theirs) <= 1 for ours, theirs in pairs if ours is not None and theirs is not None):
        return agrees("shares", 1.5, "the same stakes")
    if same_text(left, right):
        return opposes("shares", "one text tells two different stakes")
    return agrees("shares_differ", -1.0, "stakes differ")


def denial(left: Facets, right: Facets) -> Sign | None:
    """A denied report of the same parties is about what they are told to do, even where it names little else."""
    if not _is_denial(left, right) or not matched(left.principals, right.principals):
        return None
    on_one_ground = same_text(left, right) or left.assets.same(right.assets)
    return agrees("denial", 1.5, "one denies what the other tells") if on_one_ground else None


def _is_denial(left: Facets, right: Facets) -> bool:
    return (left.claim.status == "denied") != (right.claim.status == "denied")
