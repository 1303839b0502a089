"""The tree of an English sentence: chunks are read left to right with a stack of open clauses.

A finite verb takes the noun phrase that waits as subject; what comes after is object; a prepositional phrase goes to
the noun whose table entry wants that preposition, else to the verb; a verb that meets a clause already full closes
inner clauses until one waits for a verb, or takes the last noun phrase back as its own subject.
"""

from __future__ import annotations

from lodeline.language.english.chunks import Chunk
from lodeline.language.english.clauses import LINKING, finish
from lodeline.language.english.morphology import verbs
from lodeline.language.english.nonfinite import NonFinite
from lodeline.language.english.tables import words_of
from lodeline.language.english.word import Word

CLAUSE_WORDS = frozenset({"as", "since", "before", "after", "until", "once"})
COMPLEMENT_WORDS = frozenset({"that", "whether", "how", "why", "if"})
CLOSERS = frozenset({"”", '"', "’", "»"})


def parse(words: list[Word]) -> None:
    """Give every word its head and relation."""
    if words:
        Parser(words).run()


class Parser(NonFinite):
    """Reads the chunks in order and opens clauses at small words and marks."""

    def run(self) -> None:
        handlers = {
            "NP": self.on_noun,
            "VG": self.on_verb,
            "IN": self.on_preposition,
            "TO": self.on_preposition,
            "SC": self.on_subordinator,
            "WH": self.on_relative,
            "CC": self.on_conjunction,
            "PU": self.on_mark,
            "RB": self.on_adverb,
            "ADJ": self.on_adjective,
        }
        for number, piece in enumerate(self.chunks):
            self.at = number
            handler = handlers.get(piece.kind)
            if handler:
                handler(piece)
            if self.skipped:
                self.skipped, self.comma = False, False
            elif piece.kind in ("NP", "VG", "ADJ"):
                self.before, self.comma, self.conjunction = piece, False, self.kept_conjunction(piece)
        finish(self.words, self.clauses)

    def on_preposition(self, piece: Chunk) -> None:
        lemma = self.words[piece.head].lemma
        if lemma in CLAUSE_WORDS and self.clause_follows():
            self.on_subordinator(piece)
        elif self.kind_after() in ("NP", "IN", "TO", "WH", "VG", "RB", "ADJ", "SC"):
            self.prepositions.append(piece.head)
        else:
            self.on_adverb(piece)

    def clause_follows(self) -> bool:
        """Whether a subject and a finite verb come before the next mark."""
        seen = False
        for here in range(self.at + 1, len(self.chunks)):
            piece = self.chunks[here]
            if piece.kind == "NP":
                seen = True
            elif piece.kind == "VG":
                return seen and (piece.finite is True or (piece.finite is None and not self.by_follows(here)))
            elif piece.kind not in ("IN", "RB", "TO", "ADJ"):
                return False
        return False

    def on_subordinator(self, piece: Chunk) -> None:
        lemma, top = self.words[piece.head].lemma, self.top
        if lemma == "where" and self.noun is not None and self.follows_noun():
            clause = self.open("relative", "acl:relcl", self.noun)
            clause.waiting.append((piece.head, "advmod"))
            self.reset()
            return
        if self.conjunction is not None and lemma == "that" and top.kind == "ccomp" and len(self.stack) > 1:
            self.stack.pop()
            top = self.top
        if self.comma and lemma != "that":
            self.leave_non_finite()
        relation, anchor = self.subordinate_place(lemma)
        if relation == "acl" and anchor is not None and self.words[anchor].lemma not in words_of("clause_noun"):
            self.open("relative", "acl:relcl", anchor).relative = piece.head
            self.words[piece.head].tag = "WH"
            self.reset()
            return
        clause = self.open(relation, relation, anchor)
        clause.marks = [*self.prepositions, piece.head]
        if self.conjunction is not None and lemma == "that":
            clause.marks.append(self.conjunction)
        self.reset()

    def subordinate_place(self, lemma: str) -> tuple[str, int | None]:
        top = self.top
        if lemma == "that" and self.comma and self.report is not None:
            return "ccomp", self.report
        if lemma in COMPLEMENT_WORDS and top.verb is not None:
            if lemma == "that" and self.follows_noun() and "s" not in verbs().get(self.words[top.verb].lemma, ""):
                return "acl", self.noun
            if lemma != "if" or "s" in verbs().get(self.words[top.verb].lemma, ""):
                return "ccomp", top.verb
        if lemma == "that" and self.noun is not None:
            return "acl", self.noun
        return "advcl", top.verb

    def on_relative(self, piece: Chunk) -> None:
        at = piece.head
        antecedent = self.antecedent()
        if antecedent is None and self.top.kind == "relative" and self.conjunction is not None:
            antecedent = self.top.anchor
        relation = "acl:relcl" if antecedent is not None and self.words[at].lemma != "what" else "ccomp"
        clause = self.open("relative", relation, antecedent if relation == "acl:relcl" else self.top.verb)
        if self.prepositions:
            for case in self.prepositions:
                self.link(case, at, "case")
            clause.waiting.append((at, "obl"))
        else:
            clause.relative = at
        self.reset()

    def antecedent(self) -> int | None:
        """The last phrase; without a comma before the pronoun a common noun rather than the name that places it."""
        if self.noun is not None and self.is_time(self.noun) and self.top.object is not None:
            return self.top.object
        if self.noun is None or self.comma or self.words[self.noun].tag != "NNP":
            return self.noun
        return next((n for n in self.chain() if self.words[n].tag != "NNP"), self.noun)

    def on_conjunction(self, piece: Chunk) -> None:
        self.conjunction = piece.head

    def on_adverb(self, piece: Chunk) -> None:
        following = self.chunk_after()
        if following is not None and following.kind == "VG" and not self.comma:
            self.link(piece.head, following.head, "advmod")
        elif self.top.verb is not None:
            self.link(piece.head, self.top.verb, "advmod")
        else:
            self.top.waiting.append((piece.head, "advmod"))

    def on_adjective(self, piece: Chunk) -> None:
        at, verb = piece.head, self.top.verb
        if self.prepositions:
            self.prepositional(at)
        elif verb is not None and self.words[verb].lemma in LINKING and not self.comma:
            self.link(at, verb, "xcomp:adj")
        elif self.noun is not None and self.follows_noun():
            self.link(at, self.noun, "amod")
        elif verb is not None:
            self.link(at, verb, "xcomp")
        else:
            self.top.waiting.append((at, "advmod"))

    def on_mark(self, piece: Chunk) -> None:
        mark = self.words[piece.head].text
        if mark in "([":
            self.saved.append((self.noun, self.before))
            self.open("paren", "appos", self.noun)
            self.before, self.prepositions, self.comma = None, [], False
        elif mark in ")]":
            self.close_bracket()
        elif mark in (":", ";") and not self.saved:
            self.new_clause(mark)
        elif mark in CLOSERS and self.comma:
            self.end_quote()
        elif mark in (",", "–", "—", "--", "-", "…", "?", "!", "."):
            self.comma = True
            if self.top.kind == "parataxis" and self.top.verb is not None and len(self.stack) > 1:
                self.stack.pop()

    def close_bracket(self) -> None:
        if any(c.kind == "paren" for c in self.stack):
            while self.top.kind != "paren":
                self.stack.pop()
            self.stack.pop()
        if self.saved:
            self.noun, self.before = self.saved.pop()

    def new_clause(self, mark: str) -> None:
        """After a colon or semicolon: a list that explains the last phrase, or a clause beside the first."""
        noun, verb = self.noun, self.top.verb
        reporting = verb is not None and "s" in verbs().get(self.words[verb].lemma, "") and noun is None
        del self.stack[1:]
        if reporting and mark == ":":
            self.open("part", "ccomp", verb)
        elif noun is not None and mark == ":" and not self.verb_ahead():
            self.open("part", "appos", noun)
        else:
            self.open("part", "parataxis", self.stack[0].root)
        self.reset()

    def verb_ahead(self) -> bool:
        return any(c.kind == "VG" and c.finite is not False for c in self.chunks[self.at :])

    def end_quote(self) -> None:
        """Closing mark after a comma or stop: what follows is another clause."""
        del self.stack[1:]
        self.open("quoted", "parataxis", self.stack[0].top())
        self.reset()
        self.comma = False
