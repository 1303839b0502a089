"""Walking a sentence's tree: children, subtrees, conjuncts, governors. Works the same for every language."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from lodeline.language.analysis import Sentence, Token


def children(sentence: Sentence, at: int, *relations: str) -> list[int]:
    """Indexes of the tokens that depend on `at`, by relation where any is named ("nsubj" also matches "nsubj:pass")."""
    found = sentence.dependents[at]
    return [i for i in found if matches(sentence.tokens[i].relation, relations)] if relations else list(found)


def matches(relation: str, wanted: tuple[str, ...]) -> bool:
    return relation in wanted or relation.split(":")[0] in wanted


def subtree(sentence: Sentence, at: int, *, without: tuple[str, ...] = ()) -> list[int]:
    """`at` and all that hangs on it, in order; branches whose relation is in `without` are left out."""
    seen: set[int] = set()
    waiting = [at]
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        waiting += [
            c for c in children(sentence, here) if not (without and matches(sentence.tokens[c].relation, without))
        ]
    return sorted(seen)


def conjuncts(sentence: Sentence, at: int) -> list[int]:
    """`at` and what is coordinated with it ("A, B and C"), in order."""
    found = [at]
    for here in found:
        found += [c for c in children(sentence, here, "conj") if c not in found]
    return sorted(found)


def governors(sentence: Sentence, at: int) -> Iterator[int]:
    """Heads of `at` from the nearest up to the root; safe where a parser closed a loop."""
    seen = {at}
    head = sentence.tokens[at].head
    while head >= 0 and head not in seen:
        yield head
        seen.add(head)
        head = sentence.tokens[head].head


def preposition(sentence: Sentence, at: int) -> str:
    """The preposition of a noun, as its lemma; '' where it has none. A compound one is joined ("в рамках").

    Where suffixes do the work of prepositions (Kazakh), what the suffix of the noun says in English.
    """
    case = [c for c in children(sentence, at, "case") if sentence.tokens[c].pos in ("ADP", "SCONJ", "ADV", "PART")]
    return sentence.tokens[case[0]].lemma if case else BY_SUFFIX.get(sentence.tokens[at].case, "")


BY_SUFFIX = {"Abl": "from", "Com": "with", "Ine": "in", "Pur": "for"}


def token_at(sentence: Sentence, offset: int) -> int | None:
    """Index of the token that holds a code point of the text."""
    at = bisect_right(sentence.starts, offset) - 1
    return at if at >= 0 and offset < sentence.tokens[at].stop else None


def tokens_in(sentence: Sentence, start: int, stop: int) -> list[int]:
    tokens = sentence.tokens
    first = max(0, bisect_right(sentence.starts, start) - 1)
    return [i for i in range(first, bisect_left(sentence.starts, stop)) if tokens[i].stop > start]


def top_of(sentence: Sentence, indexes: list[int]) -> int:
    """The token of a stretch that the others hang on: the one whose head lies outside."""
    inside = set(indexes)
    for i in indexes:
        if sentence.tokens[i].head not in inside and sentence.tokens[i].pos != "PUNCT":
            return i
    return indexes[0]


def is_verb(token: Token) -> bool:
    return token.pos in ("VERB", "AUX")
