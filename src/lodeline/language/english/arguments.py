"""Noun phrases of an English sentence: subject or object, list or apposition, and the hosts of prepositions."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.language.english.chunks import Chunk
from lodeline.language.english.clauses import LINKING, Clause
from lodeline.language.english.morphology import verbs
from lodeline.language.english.state import State

PLACING = frozenset({"in", "at", "near"})
INSERTING = frozenset({"including", "excluding", "such", "like", "worth"})
LONGEST_LIST = 60
"""Phrases within which the "and" of a list must come."""


class Arguments(State):
    """Handlers of noun phrases."""

    def on_noun(self, piece: Chunk) -> None:
        at = piece.head
        if self.words[piece.first].lemma == "whose" and self.noun is not None:
            self.open("relative", "acl:relcl", self.noun)
            self.reset()
        self.comma_before[at] = self.comma
        if self.prepositions:
            self.prepositional(at)
        elif self.top.inverted and self.top.subject is None:
            self.take_subject(self.top, at)
        elif self.is_rate(piece):
            self.link(at, self.measure(), "nmod")
            self.skipped = True
            return
        elif self.is_time(at) and not (
            self.kind_after() == "VG" and self.top.verb is None and self.top.subject is None
        ):
            self.adjunct(at)
            self.skipped = True
            return
        elif self.conjunction is not None and self.noun is not None and self.follows_noun():
            self.join(at)
        elif self.comma and self.noun is not None and self.follows_noun() and not self.opens_clause():
            self.after_comma(at)
        else:
            self.argument(at)
        self.noun = at

    def opens_clause(self) -> bool:
        """After a fronted phrase and a comma the subject begins."""
        return self.opens_main() or (self.top.verb is None and self.top.subject is None and self.top.kind != "paren")

    def opens_main(self) -> bool:
        """After a complete clause and a comma the phrase is the subject that the main clause still lacks."""
        lower = self.waiting_clause()
        return self.top.verb is not None and lower is not None and lower.subject is None

    def argument(self, at: int) -> None:
        """A bare phrase: subject before the verb, object after it."""
        if self.comma and self.opens_main():
            self.pop_to(self.waiting_clause())
        top = self.top
        if top.verb is None:
            if top.subject is not None and top.subject != at:
                top.waiting.append((top.subject, "dep"))
            top.subject = at
        elif top.object is None or self.words[top.object].relation != "obj":
            top.object = at
            lemma = self.words[top.verb].lemma
            self.link(at, top.verb, "xcomp" if lemma in LINKING and lemma != "be" else "obj")
        elif "d" in verbs().get(self.words[top.verb].lemma, ""):
            self.words[top.object].relation = "iobj"
            self.link(at, top.verb, "obj")
            top.object = at
        else:
            self.link(at, top.verb, "dep")

    def take_subject(self, clause: Clause, at: int) -> None:
        clause.subject = at
        if clause.verb is not None:
            self.link(at, clause.verb, "nsubj:pass" if clause.passive else "nsubj")

    def adjunct(self, at: int) -> None:
        """A phrase of time without preposition, or one that waits for the verb."""
        if self.top.verb is not None:
            self.link(at, self.top.verb, "obl")
        else:
            self.top.waiting.append((at, "obl"))

    def is_rate(self, piece: Chunk) -> bool:
        """As in "2,000 tonnes a year": the phrase of time belongs to the measure directly before it."""
        word = self.words[piece.first]
        if not self.is_time(piece.head) or word.text.lower() not in ("a", "an", "each", "every") or not self.at:
            return False
        before = self.chunks[self.at - 1]
        return before.kind == "NP" and not self.comma

    def measure(self) -> int:
        """The measured phrase that a rate belongs to: of the last phrases the one with a number or a unit."""
        chain = list(self.chain())
        counted = {w.head for w in self.words if w.relation == "nummod"}
        return next((n for n in chain if n in counted or self.words[n].tag == "CD"), chain[0] if chain else 0)

    def join(self, at: int) -> None:
        """The phrase after "and": a conjunct of the nearest phrase of its own sort."""
        outer = self.before_apposition()
        target = self.like(at) if outer is None else outer
        if self.words[target].relation == "conj":
            target = self.words[target].head
        self.link(at, target, "conj")
        if self.conjunction is not None:
            self.link(self.conjunction, at, "cc")

    def after_comma(self, at: int) -> None:
        """Between commas: an item of a list where "and" follows, else an apposition."""
        assert self.noun is not None
        if self.is_list(at):
            self.join(at)
        else:
            self.link(at, self.noun, "appos")

    def is_list(self, at: int) -> bool:
        if self.words[at].tag != "NNP" and self.noun is not None and self.words[self.noun].tag == "NNP":
            return False
        following = self.chunk_after()
        if following is not None and self.words[following.first].tag == "VBP":
            return True  # "EU, Kazakhstan sign": the plural verb counts both
        for here in range(self.at + 1, min(len(self.chunks), self.at + LONGEST_LIST)):
            piece = self.chunks[here]
            if piece.kind == "CC":
                return here + 1 < len(self.chunks) and self.chunks[here + 1].kind in ("NP", "IN", "RB")
            if piece.kind not in ("NP", "IN", "ADJ", "TO") and self.words[piece.first].text not in (",", "(", ")"):
                return False
        return False

    def prepositional(self, at: int) -> None:
        first = self.words[self.prepositions[0]].lemma
        for case in self.prepositions:
            self.link(case, at, "case")
        head = self.host(first, at)
        self.prepositions = []
        if self.conjunction is not None:
            self.link(self.conjunction, at, "cc")
            same = self.same_preposition(first, at)
            if same is not None:
                self.link(at, same, "conj")
                return
        if head is None:
            self.top.waiting.append((at, "obl"))
        else:
            self.link(at, head, "obl" if head == self.top.verb or self.words[head].tag == "JJ" else "nmod")

    def same_preposition(self, lemma: str, at: int) -> int | None:
        """As in "to A and to B": the earlier phrase with the same preposition."""
        for here in self.chain():
            if here != at and any(
                w.head == here and w.relation == "case" and w.lemma == lemma for w in self.words[:here]
            ):
                return here
        return None

    def ends_with_adjective(self) -> bool:
        """As in "people familiar with": the preposition belongs to the adjective behind the noun."""
        before = self.before
        return before is not None and before.last - 1 > before.head and self.words[before.last - 1].tag == "JJ"

    def reachable(self, preposition: str) -> Iterator[int]:
        """Phrases that a preposition may hang on: "in" does not look past a name ("shares of Bright in a deal")."""
        for at in self.chain():
            yield at
            if preposition in PLACING and self.words[at].tag not in ("CD", "SYM"):
                return

    def host(self, preposition: str, at: int) -> int | None:
        """What a prepositional phrase hangs on; None where it must wait for the verb."""
        verb = self.top.verb
        if self.before is not None and self.before.kind == "ADJ" and not self.comma:
            return self.before.head
        if preposition in INSERTING and self.noun is not None:
            return self.noun
        if self.noun is None or not self.follows_noun() or (self.comma and verb is not None):
            return verb
        if preposition == "of" or self.ends_with_adjective():
            return self.noun
        if self.is_time(at) and (verb is not None or self.comma or preposition in ("on", "by", "in")):
            return verb
        if not (preposition == "by" and self.top.passive):
            wanting = next((n for n in self.reachable(preposition) if preposition in self.frame(n)), None)
            if wanting is not None:
                return wanting
        if verb is None:
            return None if self.comma else self.noun
        return verb
