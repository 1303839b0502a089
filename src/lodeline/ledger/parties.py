"""When two names in claims mean one party: by the entities that they stand for, or else by their folded spelling.

Aliases that a source gives beside a name count as names of that party, pair by pair: an alias never makes two other
names one, since sources list loose forms ("the state", a capital, a parent company) among them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lodeline.claims.claim import Claim, Party
from lodeline.entities.entity import Name
from lodeline.entities.resolver import Resolver

_FORMS = """
plc llc ltd limited inc incorporated corp corporation co company group holding gmbh ag sa nv bv oy ab as asa spa srl
jsc cjsc ojsc pjsc llp lp pty oao zao pao ooo ao too zhshs aq kompaniya
"""
LEGAL_FORMS = frozenset(_FORMS.split())
"""Words that say what form a company has and not which company it is, after folding to Latin letters."""


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A spelling without script, case, quotes and legal form: the key of a name without an entity."""
    from anyascii import anyascii  # type: ignore[import-untyped,unused-ignore]

    words = re.findall(r"[a-z0-9]+", anyascii(name).casefold())
    kept = list(words)
    while len(kept) > 1 and kept[-1] in LEGAL_FORMS:
        kept.pop()
    while len(kept) > 1 and kept[0] in LEGAL_FORMS:
        kept.pop(0)
    return " ".join(kept)


Clustering = Callable[[Sequence[str]], Mapping[str, str]]
"""Names → key of the entity that each stands for; names without an entity may be left out."""


def entity_keys(names: Sequence[str]) -> Mapping[str, str]:
    """The entities of names, given all names of the ledger: the vocabulary's, else clusters of near spellings."""
    found = Resolver().cluster(Name(name) for name in names)
    return {name.text: entity.key for name, entity in found.items()}


@dataclass(frozen=True, slots=True)
class Names:
    """Name → key of its entity, for parties and for assets apart; a name without one has its folded spelling."""

    parties: Mapping[str, str]
    assets: Mapping[str, str]

    def key(self, party: str) -> str:
        return self.parties.get(party) or fold(party)

    def asset_key(self, asset: str) -> str:
        return self.assets.get(asset) or fold(asset)

    def keys(self, party: Party) -> frozenset[str]:
        """All keys of a party: its own and those of its aliases."""
        return frozenset({self.key(party.name), *(self.key(alias) for alias in party.aliases)})


def names_of(claims: Sequence[Claim], cluster: Clustering) -> Names:
    """The entities of every name, alias and asset of the claims; a company and a deposit of one name stay two."""
    parties = {name for claim in claims for party in claim.parties for name in (party.name, *party.aliases)}
    assets = {asset for claim in claims for asset in claim.assets}
    return Names(cluster(sorted(parties)), cluster(sorted(assets)))


STATE = re.compile(r"[A-Z]{2}(?=/|$)")
"""Keys of states (`KZ`) and of their ministries and offices (`KZ/ministry/energy`)."""


def state_of(key: str) -> str | None:
    """Alpha-2 of the state that an entity is or acts for; None for all others."""
    found = STATE.match(key)
    return found.group() if found else None


@dataclass(frozen=True, slots=True)
class Side:
    """One party of one claim as the comparison sees it."""

    role: str
    key: str
    keys: frozenset[str]
    party: Party

    def same(self, other: Side) -> bool:
        """One of the two stands under a name of the other, or one is the state that the other acts for."""
        if self.key in other.keys or other.key in self.keys:
            return True
        return self.key == state_of(other.key) or other.key == state_of(self.key)


def sides(claim: Claim, names: Names) -> tuple[Side, ...]:
    """The parties of a claim, without aliases that are the proper name of another party of the same claim."""
    own = [names.key(party.name) for party in claim.parties]
    return tuple(
        Side(p.role, key, names.keys(p) - (set(own) - {key}), p) for p, key in zip(claim.parties, own, strict=True)
    )


def promising(claim: Claim, names: Names) -> tuple[Side, ...]:
    """Its sides without a mine told in the place of its company: an asset promises nothing, but may be a target."""
    assets = {fold(asset) for asset in claim.assets}
    return tuple(s for s in sides(claim, names) if s.role == "target" or fold(s.party.name) not in assets)


def matched(left: Sequence[Side], right: Sequence[Side]) -> int:
    """How many parties of the left have a partner on the right, each used once."""
    free = list(right)
    count = 0
    for side in left:
        partner = next((other for other in free if side.same(other)), None)
        if partner is not None:
            free.remove(partner)
            count += 1
    return count
