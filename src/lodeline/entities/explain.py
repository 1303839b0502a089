"""Why two names are held to be one thing, or two: each sign for and against, with what it weighs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from lodeline.entities.clusters import is_open
from lodeline.entities.entity import Judgement, Name
from lodeline.entities.names import ALONE, SAME, compare, spelling
from lodeline.entities.resolver import Resolver, live
from lodeline.entities.unknown import at_first, proper

Answer = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True)
class Sign:
    """One finding; `weight` from 0 to 1 for, below 0 against; None where it decides by itself."""

    what: str
    weight: float | None


@dataclass(frozen=True, slots=True)
class Explained:
    """Two names, the answer, a score in [0, 1], and the signs it stands on, the deciding one first."""

    left: str
    right: str
    answer: Answer
    score: float
    signs: tuple[Sign, ...]


def explain(left: str, right: str, judgements: Iterable[Judgement] = ()) -> Explained:
    """The answer that the ledger gives on two names of two texts. A person's last word stands before everything."""
    said = tuple(judgements)
    one, two = Name(left, "one"), Name(right, "two")
    found = Resolver(judgements=said).cluster([one, two])
    same = found[one].key == found[two].key
    signs = tuple(_signs(one, two, said))
    score = max((sign.weight for sign in signs if sign.weight is not None), default=0.0)
    if any(sign.weight is None for sign in signs):
        score = 1.0 if same else 0.0
    return Explained(left, right, "same" if same else "unsure" if score >= ALONE else "different", score, signs)


def _signs(one: Name, two: Name, said: Iterable[Judgement]) -> Iterator[Sign]:
    word = live(said).get((min(one.text, two.text), max(one.text, two.text)))
    if word is not None and word.verdict != "unsure":
        reason = f": {word.reason}" if word.reason else ""
        yield Sign(f"{word.author} judged them {word.verdict} on {word.day}{reason}", None)
    left, right = at_first(one), at_first(two)
    known = [each for each in (left, right) if not is_open(each.key)]
    if len(known) == 2:
        same = left.key == right.key
        yield Sign(f"both are known: {left.name}{'' if same else f' and {right.name}'} ({left.why})", None)
    elif known:
        other = two.text if known[0] is left else one.text
        yield Sign(f"{known[0].name} is known ({known[0].why}), {other} is not", None)
    score = compare(proper(one.text), proper(two.text))
    yield Sign(f"spelling: {score.why}; one from {SAME} on", score.value)
    for name in (one, two):
        parts = spelling(proper(name.text))
        yield Sign(f"{name.text}: compared as {' '.join(parts.folded)}; telling words: {_listed(parts.strong)}", 0.0)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words) or "none"
