"""Infinitives and participles of an English sentence: what they hang on."""

from __future__ import annotations

from lodeline.language.english.chunks import Chunk
from lodeline.language.english.clauses import Clause
from lodeline.language.english.morphology import verbs
from lodeline.language.english.predicates import Predicates


class NonFinite(Predicates):
    """Handlers of verb groups without a finite verb."""

    def on_infinitive(self, piece: Chunk) -> None:
        top = self.top
        if self.is_headline_future(piece):
            self.words[piece.head].form, self.words[piece.head].tense = "Fin", "Fut"
            self.fill(top, piece)
            return
        bare = self.joins_verb() and not piece.infinitive
        if top.root is not None and (bare or (self.conjunction is not None and top.kind == "infinitive")):
            self.coordinate(piece)
            return
        if (
            top.kind == "advcl"
            and top.verb is None
            and top.subject is not None
            and self.words[top.marks[0]].lemma != "to"
        ):
            self.fill(top, piece)
            return
        relation, anchor = self.infinitive_place()
        clause = self.open("infinitive", relation, anchor)
        clause.finite = False
        if self.prepositions:
            clause.marks.extend(self.prepositions)
        self.fill(clause, piece)
        clause.finite = False

    def is_headline_future(self, piece: Chunk) -> bool:
        """As in "Northlake to invest in plant": the only verb of a headline, behind its subject."""
        top = self.top
        if top.kind != "main" or top.verb is not None or top.subject is None or not piece.infinitive:
            return False
        if "inf" in self.frame(top.subject) or not self.follows_noun():
            return False
        finite = [n for n, c in enumerate(self.chunks) if c.kind == "VG" and c.finite is not False]
        return all(self.speaks_behind_comma(n) for n in finite)

    def speaks_behind_comma(self, at: int) -> bool:
        """As in "…, minister says"."""
        speech = "s" in verbs().get(self.words[self.chunks[at].head].lemma, "")
        return speech and at > 1 and self.words[self.chunks[at - 2].first].text in (",", "-", "–", "—")

    def infinitive_place(self) -> tuple[str, int | None]:
        top = self.top
        if self.before is not None and self.before.kind == "ADJ":
            return "xcomp", self.before.head
        if self.noun is not None and self.follows_noun():
            wanting = next((n for n in self.chain() if "inf" in self.frame(n)), None)
            frame = verbs().get(self.words[top.verb].lemma, "") if top.verb is not None else ""
            if wanting is not None and "o" not in frame:
                return "acl", wanting
            if "n" in frame and self.words[self.noun].relation == "obl":
                return "xcomp", top.verb
            if top.verb is None:
                return "acl", self.noun
            return ("xcomp" if "o" in frame and not self.comma else "advcl"), top.verb
        if top.verb is None:
            return "advcl", None
        return "xcomp", top.verb

    def on_participle(self, piece: Chunk) -> None:
        top = self.top
        if self.joins_verb() and top.root is not None and self.is_like(piece, top):
            self.coordinate(piece)
            top.passive = self.words[piece.head].voice == "Pass"
            return
        if top.kind == "advcl" and top.verb is None and top.subject is None and not self.prepositions:
            self.fill(top, piece)
            return
        if self.comma and self.words[piece.first].tag == "VBG" and self.report is None:
            self.leave_relative()
        relation, anchor = self.participle_place(piece)
        clause = self.open("participle", relation, anchor)
        clause.marks.extend(self.prepositions)
        self.fill(clause, piece)
        clause.finite = False
        clause.passive = self.words[piece.head].voice == "Pass"

    def participle_place(self, piece: Chunk) -> tuple[str, int | None]:
        top, word = self.top, self.words[piece.head]
        if self.prepositions:
            lemma = self.words[self.prepositions[0]].lemma
            wanting = (
                self.noun is not None and self.follows_noun() and (lemma == "of" or lemma in self.frame(self.noun))
            )
            return ("acl", self.noun) if wanting else ("advcl", top.verb)
        active = self.words[piece.first].tag == "VBG"
        if active and self.report is not None and "s" in verbs().get(word.lemma, ""):
            return "advcl", self.report
        noun = self.described_noun()
        if noun is not None and not (self.comma and active and top.verb is not None):
            return "acl", noun
        if top.verb is not None and self.before is not None and self.before.kind == "VG" and not self.comma:
            return "xcomp", top.verb
        return "advcl", top.verb

    def described_noun(self) -> int | None:
        """The last phrase; behind a phrase of time the object ("an order on Thursday imposing a tariff")."""
        if self.noun is None or not self.follows_noun():
            return None
        return self.top.object if self.is_time(self.noun) and self.top.object is not None else self.noun

    def is_like(self, piece: Chunk, clause: Clause) -> bool:
        """Whether a participle after "and" goes on with the verb of the clause."""
        if self.words[piece.first].tag == "VBG":
            return clause.kind == "participle" or (clause.verb is not None and self.words[clause.verb].tag == "VBG")
        return clause.passive

    def leave_non_finite(self) -> None:
        while len(self.stack) > 1 and not self.top.finite and self.top.verb is not None:
            self.stack.pop()
