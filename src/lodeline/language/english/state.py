"""What is known while an English sentence is parsed: its chunks, the open clauses and the last phrases."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.language.english.chunks import TIME_WORDS, Chunk, chunk
from lodeline.language.english.clauses import Clause, link
from lodeline.language.english.morphology import nouns
from lodeline.language.english.word import Word


class State:
    """State while one sentence is read."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.chunks = chunk(words)
        self.at = 0
        main = Clause("main", "root")
        self.stack = [main]
        self.clauses = [main]
        self.prepositions: list[int] = []
        self.conjunction: int | None = None
        self.comma = False
        self.noun: int | None = None
        """The last noun phrase since the last verb."""
        self.before: Chunk | None = None
        """The last chunk that is no mark, conjunction or adverb."""
        self.comma_before: dict[int, bool] = {}
        self.report: int | None = None
        self.skipped = False
        """The phrase at hand was one of time and leaves "the last phrase" as it was."""
        self.saved: list[tuple[int | None, Chunk | None]] = []

    @property
    def top(self) -> Clause:
        return self.stack[-1]

    def kept_conjunction(self, piece: Chunk) -> int | None:
        """A conjunction before a phrase that joined nothing waits for the verb behind it."""
        at = self.conjunction
        return at if at is not None and self.words[at].head < 0 and piece.kind == "NP" else None

    def chunk_after(self, step: int = 1) -> Chunk | None:
        here = self.at + step
        return self.chunks[here] if here < len(self.chunks) else None

    def kind_after(self, step: int = 1) -> str:
        following = self.chunk_after(step)
        return following.kind if following else ""

    def link(self, at: int, head: int, relation: str) -> None:
        link(self.words, at, head, relation)

    def open(self, kind: str, relation: str, anchor: int | None = None) -> Clause:
        clause = Clause(kind, relation, self.top, anchor)
        self.stack.append(clause)
        self.clauses.append(clause)
        return clause

    def reset(self) -> None:
        self.noun, self.before, self.prepositions, self.comma = None, None, [], False

    def pop_to(self, clause: Clause | None) -> None:
        while len(self.stack) > 1 and self.top is not clause:
            self.stack.pop()

    def waiting_clause(self) -> Clause | None:
        return next((c for c in reversed(self.stack[:-1]) if c.verb is None and c.kind != "paren"), None)

    def follows_noun(self) -> bool:
        return self.before is not None and self.before.kind == "NP"

    def frame(self, at: int) -> frozenset[str]:
        noun = nouns().get(self.words[at].lemma)
        return noun.frame if noun else frozenset()

    def chain(self) -> Iterator[int]:
        """The last phrase, then those that it hangs on, up to one that hangs on a verb."""
        at = self.noun
        while at is not None and at >= 0:
            yield at
            at = self.words[at].head if self.words[at].relation in ("nmod", "conj", "appos") else None

    def by_follows(self, at: int) -> bool:
        following = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        return following is not None and self.words[following.first].lemma == "by"

    def is_time(self, at: int) -> bool:
        lemma = self.words[at].lemma
        noun = nouns().get(lemma)
        if self.words[at].tag == "CD":
            return False
        return lemma in TIME_WORDS or (noun is not None and noun.kind == "time" and lemma != "quarter")

    def before_apposition(self) -> int | None:
        """As in "X, a unit of Y, and Z": past the closing comma the list goes on with X."""
        if self.conjunction is None or self.conjunction == 0 or self.words[self.conjunction - 1].text != ",":
            return None
        inner = next((n for n in self.chain() if self.words[n].relation == "appos"), None)
        return None if inner is None else self.words[inner].head

    def like(self, at: int) -> int:
        chain = list(self.chain())
        mine = self.sort(at)
        counted = ("CD", "SYM")
        given = self.top.object
        if self.words[at].tag in counted and given is not None and self.words[given].tag in counted:
            return given
        alike = [n for n in chain if self.sort(n) == mine]
        return next((n for n in alike if self.has_article(n) == self.has_article(at)), (alike or chain)[0])

    def has_article(self, at: int) -> bool:
        return any(w.head == at and w.relation == "det" for w in self.words[max(0, at - 10) : at])

    def sort(self, at: int) -> tuple[bool, str]:
        word = self.words[at]
        noun = nouns().get(word.lemma)
        return word.tag == "NNP", "" if word.tag == "NNP" or noun is None else noun.kind
