"""Finite verbs of an English sentence: past or participle, which subject, which clause."""

from __future__ import annotations

from lodeline.language.english.arguments import INSERTING, Arguments
from lodeline.language.english.chunks import Chunk, set_features
from lodeline.language.english.clauses import Clause
from lodeline.language.english.morphology import verbs

LOOSE = frozenset({"advcl", "relative"})


class Predicates(Arguments):
    """Handlers of verb groups; infinitives and participles are the next class's."""

    def on_verb(self, piece: Chunk) -> None:
        if piece.finite is None:
            piece.finite = self.decide(piece)
            self.words[piece.head].form = "Fin" if piece.finite else "Part"
            set_features(self.words[piece.head], piece, self.words[piece.first])
            if not piece.finite:
                self.words[piece.head].voice = "Pass"
        if piece.finite:
            self.on_finite(piece)
        elif piece.infinitive or self.words[piece.first].tag == "VB":
            self.on_infinitive(piece)
        else:
            self.on_participle(piece)
        self.noun = None
        self.prepositions = []

    def decide(self, piece: Chunk) -> bool:
        """Past tense or participle, for one form that can be both."""
        frame = verbs().get(self.words[piece.head].lemma, "ti")
        following = self.kind_after()
        transitive = "t" in frame or "d" in frame
        if self.top.kind == "quoted" and self.top.verb is None and "s" in frame:
            return True
        if self.words[piece.head].lemma == "say" and self.top.subject is not None and self.top.verb is None:
            return True
        if self.top.verb is None and self.top.relative is not None:
            return True
        if not transitive:
            return not (self.prepositions or self.before is None)
        if self.by_follows(self.at) and not self.subject_is_pronoun():
            return False
        if self.prepositions or (self.before is None and self.top.subject is None):
            return False
        if self.top.verb is None:
            waiting = self.top.subject is not None or self.top.relative is not None
            return waiting and (following == "NP" or self.top.kind == "relative" or not self.finite_ahead())
        return self.decide_full(frame, following)

    def decide_full(self, frame: str, following: str) -> bool:
        """The clause has its verb already."""
        if self.joins_verb():
            return self.top.finite or not self.top.passive
        if self.conjunction is not None:
            return True
        lower = self.waiting_clause()
        if lower is not None and (lower.subject is not None or lower.relative is not None) and self.comma:
            return not self.finite_ahead() or following == "NP"
        inside = lower is not None and lower.subject is not None and self.top.passive and not self.top.finite
        if inside and following == "NP" and not self.finite_ahead():
            return True  # "a group led by A bought the mine"
        if self.comma:
            return "s" in frame and following == "NP"
        candidate = self.candidate()
        if candidate is None:
            return False
        if self.words[self.chunks[self.at].head].lemma == "say" and not self.by_follows(self.at):
            return True
        if self.comma_before.get(candidate) or self.relative_without_pronoun(candidate):
            return True
        joined = self.words[candidate].relation == "conj"
        reporting = self.top.verb is not None and "s" in verbs().get(self.words[self.top.verb].lemma, "")
        waits = lower is not None and lower.subject is not None
        return following == "NP" or (joined and "i" in frame) or (reporting and not self.finite_ahead() and not waits)

    def subject_is_pronoun(self) -> bool:
        return self.top.verb is None and self.top.subject is not None and self.words[self.top.subject].tag == "PRP"

    def finite_ahead(self) -> bool:
        """Whether a finite verb of the same clause comes later, so that the form at hand is a participle."""
        for here in range(self.at + 1, len(self.chunks)):
            piece = self.chunks[here]
            if piece.kind == "VG" and piece.finite is not False:
                before = self.chunks[here - 1]
                if self.own_subject(here):
                    return False
                return not (
                    before.kind == "NP"
                    and here >= 2
                    and self.words[self.chunks[here - 2].first].text in (",", "”", '"')
                )
            if piece.kind in ("SC", "WH", "CC") or self.words[piece.first].text in ":;":
                return False
        return False

    def joins_verb(self) -> bool:
        """Whether "and" stands directly before the verb at hand."""
        return self.conjunction is not None and (self.noun is None or self.noun < self.conjunction)

    def own_subject(self, at: int) -> bool:
        """Whether a bare phrase that no preposition holds stands before the verb group ("said on Monday it had")."""
        before, earlier = self.chunks[at - 1], self.chunks[at - 2] if at > 1 else None
        if before.kind != "NP" or earlier is None or at - 2 <= self.at or self.is_time(before.head):
            return False
        return earlier.kind == "NP"

    def candidate(self) -> int | None:
        """A phrase since the last verb that can be taken back as a subject."""
        if self.noun is None:
            return None
        at = self.noun
        while self.words[at].relation == "nmod" and self.words[at].head >= 0:
            at = self.words[at].head
        head = self.words[at].head
        if (
            self.words[at].relation == "appos"
            and self.comma
            and self.comma_before.get(head)
            and head > (self.top.verb or 0)
        ):
            at = head
        if self.comma and self.top.object is not None and self.inserted(at):
            return self.top.object
        if self.words[at].relation == "obl" or at < (self.top.verb or 0):
            return (
                self.top.object if self.top.object is not None and self.words[self.noun].head == self.top.verb else None
            )
        return at

    def revive(self, piece: Chunk) -> bool:
        """The object of a verb of speech becomes subject ("said the curbs, announced in April, would end")."""
        for clause in reversed(self.stack[:-1]):
            reporting = clause.verb is not None and "s" in verbs().get(self.words[clause.verb].lemma, "")
            if self.comma and reporting and clause.object is not None and self.top.relation.startswith("acl"):
                self.pop_to(clause)
                self.comma = False
                self.clause_with(clause.object, piece)
                return True
        return False

    def inserted(self, at: int) -> bool:
        """Whether a phrase belongs to an insertion between commas ("talks with partners, including A, were …")."""
        if self.top.verb is None or "s" not in verbs().get(self.words[self.top.verb].lemma, ""):
            return False
        return any(w.relation == "case" and w.lemma in INSERTING for w in self.words[self.top.verb : at + 1])

    def on_finite(self, piece: Chunk) -> None:
        top = self.top
        if top.verb is None and (top.kind != "paren" or top.subject is not None):
            self.fill(top, piece)
            return
        lower, candidate = self.waiting_clause(), self.candidate()
        if self.joins_verb():
            self.coordinate(piece)
        elif lower is not None and (lower.subject is not None or lower.relative is not None):
            self.pop_to(lower)
            self.fill(lower, piece)
        elif lower is not None and candidate is not None:
            self.pop_to(lower)
            lower.subject = candidate
            self.fill(lower, piece)
        elif candidate is None and not self.revive(piece):
            self.inverted(piece)
        elif candidate is None:
            return
        else:
            self.clause_with(candidate, piece)

    def fill(self, clause: Clause, piece: Chunk) -> None:
        verb = piece.head
        clause.verb, clause.passive, clause.finite, clause.object = verb, piece.passive, bool(piece.finite), None
        if clause.root is None:
            clause.root = verb
        if clause.subject is not None:
            self.take_subject(clause, clause.subject)
            if clause.relative is not None:
                self.link(clause.relative, verb, "obj")
        elif clause.relative is not None:
            self.link(clause.relative, verb, "nsubj:pass" if piece.passive else "nsubj")
        for at, relation in clause.waiting:
            self.link(at, verb, relation)
        for mark in clause.marks:
            self.link(mark, verb, "mark")
        bare = clause.subject is None and clause.relative is None and piece.finite is True
        if piece.finite and "s" in verbs().get(self.words[verb].lemma, ""):
            clause.inverted = bare and self.kind_after() == "NP" and clause.kind in ("parataxis", "quoted")
            self.report = verb
        clause.waiting, clause.marks = [], []

    def coordinate(self, piece: Chunk) -> None:
        """After "…, and": the verb is a conjunct of the finite verb before it and shares its subject."""
        at = self.conjunction or 0
        comma = at > 0 and self.words[at - 1].text == ","
        loose = LOOSE | {"ccomp"} if self.words[at].lemma == "but" else LOOSE
        while len(self.stack) > 1 and piece.finite and (not self.top.finite or (comma and self.top.kind in loose)):
            self.stack.pop()
        clause = self.top
        if clause.kind == "parataxis" and not clause.finite:
            clause = self.stack[0]
        if clause.root is not None:
            self.link(piece.head, clause.root, "conj")
            if self.conjunction is not None:
                self.link(self.conjunction, piece.head, "cc")
        if clause.verb is not None and self.words[piece.head].tag == "VB" and not piece.infinitive:
            self.words[piece.head].form, self.words[piece.head].tense = (
                self.words[clause.verb].form,
                self.words[clause.verb].tense,
            )
        clause.verb, clause.passive, clause.object = piece.head, piece.passive, None
        for at, relation in clause.waiting:
            self.link(at, piece.head, relation)
        clause.waiting = []

    def inverted(self, piece: Chunk) -> None:
        """As in "…", said X: the subject comes behind the verb of speech."""
        self.fill(self.open("parataxis", "parataxis"), piece)

    def clause_with(self, subject: int, piece: Chunk) -> None:
        """A new clause whose subject was first taken for part of the clause before."""
        kind, anchor = self.kind_of_new(subject)
        conjunction = next(
            (i for i, w in enumerate(self.words) if w.head == subject and w.relation == "cc"), self.conjunction
        )
        self.words[subject].head, self.words[subject].relation = -1, ""
        if self.top.object == subject:
            self.top.object = None
        if kind == "conj":
            comma = conjunction is not None and conjunction > 0 and self.words[conjunction - 1].text == ","
            while len(self.stack) > 1 and (not self.top.finite or (comma and self.top.kind != "ccomp")):
                self.stack.pop()
            anchor = self.top.root
        clause = self.open("parataxis" if kind == "parataxis" else kind, kind, anchor)
        clause.subject = subject
        self.fill(clause, piece)
        if conjunction is not None:
            self.link(conjunction, piece.head, "cc")
        if kind == "parataxis":
            self.report = piece.head

    def kind_of_new(self, subject: int) -> tuple[str, int | None]:
        """Relation of a clause found late, and the token that it hangs on (None: the clause before)."""
        word = self.words[subject]
        joined = any(w.head == subject and w.relation == "cc" for w in self.words)
        if joined or self.conjunction is not None:
            return "conj", None
        if self.comma_before.get(subject):
            return "parataxis", self.stack[0].root
        noun = self.relative_without_pronoun(subject)
        if noun is not None:
            return "acl:relcl", noun
        return ("ccomp", self.top.verb) if word.relation in ("obj", "iobj", "dep") else ("parataxis", None)

    def relative_without_pronoun(self, subject: int) -> int | None:
        """The phrase directly before the subject ("the treaty both signed"); a verb of speech wants a clause."""
        verb = self.top.verb
        if verb is not None and "s" in verbs().get(self.words[verb].lemma, ""):
            return None
        for here in range(1, len(self.chunks)):
            if self.chunks[here].head == subject and self.chunks[here].kind == "NP":
                before = self.chunks[here - 1]
                return before.head if before.kind == "NP" else None
        return None

    def leave_relative(self) -> None:
        """A comma ends a relative clause that has its verb."""
        while len(self.stack) > 1 and self.top.relation.startswith("acl") and self.top.verb is not None:
            self.stack.pop()

    def on_infinitive(self, piece: Chunk) -> None:
        raise NotImplementedError

    def on_participle(self, piece: Chunk) -> None:
        raise NotImplementedError
