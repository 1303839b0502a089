"""Clauses of an English sentence while it is parsed, and the finished tree that they give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lodeline.language.english.word import Word

LINKING = frozenset({"be", "become", "remain", "seem", "appear", "stay", "prove", "look"})


@dataclass(slots=True, eq=False)
class Clause:
    """One clause: its verb once met, and what waits for the verb before it comes."""

    kind: str
    relation: str
    parent: Clause | None = None
    anchor: int | None = None
    """Token that the clause hangs on; None for the root of the parent clause."""
    verb: int | None = None
    root: int | None = None
    subject: int | None = None
    object: int | None = None
    relative: int | None = None
    """The relative pronoun of a relative clause."""
    passive: bool = False
    finite: bool = True
    inverted: bool = False
    waiting: list[tuple[int, str]] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)

    def top(self) -> int | None:
        """The token that stands for the clause: its first verb, or what it has instead of one."""
        if self.root is not None:
            return self.root
        if self.subject is not None:
            return self.subject
        return self.waiting[0][0] if self.waiting else self.relative


def link(words: Sequence[Word], at: int, head: int, relation: str) -> None:
    if at != head:
        words[at].head, words[at].relation = head, relation


def finish(words: list[Word], clauses: Sequence[Clause]) -> None:
    """Hang clauses on one another, give every word a head, take copulas down, break what goes in circles."""
    for clause in clauses:
        close(words, clause)
    root = main_root(words, clauses)
    for clause in clauses:
        hang(words, clause, root)
    link_rest(words, root)
    promote_predicates(words)
    break_circles(words)


def close(words: Sequence[Word], clause: Clause) -> None:
    """A clause that got no verb: what waited hangs on its subject."""
    if clause.verb is not None:
        return
    top = clause.top()
    if top is None:
        return
    for at, relation in clause.waiting:
        if at != top and words[at].head < 0:
            link(words, at, top, "nmod" if relation == "obl" else relation)
    for argument in (clause.subject, clause.relative):
        if argument is not None and argument != top and words[argument].head < 0:
            link(words, argument, top, "dep")
    for mark in clause.marks:
        link(words, mark, top, "mark")


def main_root(words: Sequence[Word], clauses: Sequence[Clause]) -> int:
    for clause in clauses:
        top = clause.top()
        if top is not None and clause.kind == "main":
            words[top].head, words[top].relation = -1, "root"
            return top
    at = next((i for i, w in enumerate(words) if w.tag != "PU"), 0)
    words[at].head, words[at].relation = -1, "root"
    return at


def hang(words: Sequence[Word], clause: Clause, root: int) -> None:
    top = clause.top()
    if top is None or top == root or (words[top].head >= 0 and clause.root is None):
        return
    head = clause.anchor
    parent = clause.parent
    while head is None and parent is not None:
        head, parent = parent.top(), parent.parent
    link(words, top, root if head is None or head == top else head, clause.relation)


def link_rest(words: Sequence[Word], root: int) -> None:
    for at, word in enumerate(words):
        if at != root and word.head < 0:
            link(words, at, root, "punct" if word.tag == "PU" else word.relation or "dep")


def promote_predicates(words: Sequence[Word]) -> None:
    """As in "X is the operator": the predicate heads the clause, the verb becomes its copula."""
    for at, word in enumerate(words):
        if word.lemma != "be" or word.aux:
            continue
        predicate = next(
            (i for i, w in enumerate(words) if w.head == at and i > at and w.relation in ("obj", "xcomp:adj")), None
        )
        if predicate is None:
            continue
        words[predicate].head, words[predicate].relation = word.head, word.relation
        word.head, word.relation, word.aux = predicate, "cop", True
        for i, other in enumerate(words):
            if other.head == at and i != predicate:
                other.head = predicate
    for word in words:
        if word.relation == "xcomp:adj":
            word.relation = "xcomp"


def break_circles(words: Sequence[Word]) -> None:
    """Every word reaches the root: a head that closes a circle is replaced by the root."""
    root = next(i for i, w in enumerate(words) if w.head < 0)
    safe = {root}
    for start in range(len(words)):
        path: list[int] = []
        at = start
        while at not in safe and at not in path:
            path.append(at)
            at = words[at].head
        if at not in safe:
            words[at].head = root
        safe.update(path)
