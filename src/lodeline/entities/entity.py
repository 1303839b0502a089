"""Entities: what names stand for, and the signed judgements of people about which names stand for one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NewType

EntityKey = NewType("EntityKey", str)
EntityKind = Literal[
    "state",
    "organisation",
    "ministry",
    "person",
    "post",
    "treaty",
    "material",
    "place",
    "asset",
    "group",
    "party",
]
"""`party` is a name of a claim of which nothing else is known: a company or a person."""
Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in the world. The same names always give the same key, whatever their order.

    Keys: `KZ` a state, `KZ/ministry/energy`, `KZ/post/president`, `KZ/officials`, the vocabulary's own key for
    institutions, treaties, materials and groups of states, `place/KZ/semey`, and `name/…` for all others.
    """

    key: EntityKey
    name: str
    """The name to show."""
    kind: EntityKind
    country: str | None = None
    """Alpha-2 of the state that it is, belongs to or lies in, where known."""
    parent: EntityKey | None = None
    """The state of a ministry, post or place."""
    why: str = ""
    """What made the name stand for this entity, in a few words."""


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name as one document gives it. Short forms are read within their document."""

    text: str
    document: str = ""
    kind: str = ""
    """Kind of mention or entity, where known; '' where not."""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on two names. Later judgements on the same pair stand before earlier ones."""

    left: str
    right: str
    verdict: Verdict
    author: str
    day: str
    """ISO day on which it was given."""
    reason: str = ""

    @property
    def pair(self) -> tuple[str, str]:
        """The two names in a fixed order: a judgement has no direction."""
        return (self.left, self.right) if self.left <= self.right else (self.right, self.left)
