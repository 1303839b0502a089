"""A parser of Kazakh clauses: dependents first, heads last, the verb at the end.

Units are read from left to right. What has no head yet waits on a stack; a noun takes its modifiers off it, a verb its
arguments, as far as the last finite verb. Relations are those of Universal Dependencies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from lodeline.language.kazakh.clauses import Clauses
from lodeline.language.kazakh.tables import rows
from lodeline.language.kazakh.units import STRONG, Unit
from lodeline.language.kazakh.verb_forms import infinitive
from lodeline.language.kazakh.word import Word

CONTRAST = frozenset(("ал", "бірақ", "алайда", "дегенмен", "әйтсе"))
WHOSE = ("нікі", "дікі", "тікі")
AUXILIARIES = frozenset(["бастау", "келу", "қою", "беру", "алу", "кету", "шығу", "жіберу"])

ENDINGS_OF_DEEDS = frozenset(["қалу", "қою", "жіберу", "кету", "тастау"])
"""Second verbs behind a first one in -п that only tell that it is over: "жабылып қалды"."""
LYING = frozenset(["жатыр", "тұр", "отыр", "жүр"])


@cache
def compounds() -> Mapping[tuple[str, str], str]:
    """(first word, infinitive) of verbs of two words → their frame."""
    return {(row["first"], infinitive(row["stem"])): row["frame"] for row in rows("compounds")}


class Parser(Clauses):
    """Handlers of small words and verbs, and the end of the sentence."""

    def parse(self) -> None:
        for at, unit in enumerate(self.units):
            getattr(self, f"on_{unit.kind.lower()}", self.push)(at)
        self.close()
        self.write()

    # Small words

    def on_p(self, at: int) -> None:
        top, after = self.top(), self.following(at)
        in_verb = after is not None and (self.units[at].lemma, after.lemma) in compounds()
        if top is not None and top.kind in ("N", "V", "Q") and self.stack[-1] not in self.clauses and not in_verb:
            self.link(at, self.stack[-1], "case")
            top.marked = self.units[at].lemma
            top.edge = self.units[at].last
        else:
            self.push(at)

    def on_x(self, at: int) -> None:
        """ "емес" denies what it follows; "деп" hands a clause on; other particles hang on the word before."""
        lemma = self.units[at].lemma
        spoken = next((self.units[c] for c in reversed(self.stack) if self.units[c].kind != "S"), None)
        if lemma == "деп" and spoken is not None and spoken.kind == "K":
            self.push(at)
            return
        if lemma == "деп" and self.clauses:
            self.hand_on(at)
            return
        if self.stack:
            head = self.stack[-1]
            if lemma == "емес":
                self.deny(head)
            if lemma == "еді" and self.units[head].kind == "V":
                read = self.words[self.units[head].head].read
                self.words[self.units[head].head].read = replace(read, tense="Past")
            self.link(at, head, "discourse")
            self.units[head].edge = self.units[at].edge
        else:
            self.push(at)

    def on_u(self, at: int) -> None:
        """ "қарастырып жатыр": the auxiliary of a verb that goes on."""
        top = self.top()
        if top is not None and top.kind == "V" and top.form in ("Conv", "Adj"):
            self.link(at, self.stack[-1], "aux")
            top.edge = self.units[at].last
            if top.form == "Conv" and self.words[self.units[at].head].fold.endswith(("ған", "қан")):
                self.settle(self.stack[-1], "Part", "Pres")
                after = self.following(at)
                if after is None or after.kind == "S":
                    verb = self.stack.pop()
                    self.settle(verb, "Fin", "Pres")
                    self.on_clause(verb)
            elif top.form == "Conv":
                verb = self.stack.pop()
                self.settle(verb, "Fin", "Pres")
                self.on_clause(verb)
        elif self.units[at].lemma in LYING and self.ends_clause(at) and self.stack:
            self.units[at].frame = "i"
            self.settle(at, "Fin", "Pres")
            self.on_clause(at)
        else:
            self.push(at)

    def on_s(self, at: int) -> None:
        if self.words[self.units[at].head].text in (",", ";"):
            self.verbless()
        self.push(at)

    def on_c(self, at: int) -> None:
        if self.units[at].lemma in CONTRAST:
            self.verbless()
        self.push(at)

    def verbless(self) -> None:
        """ "үлесі – 60 пайыз, …", "құны 310 миллион, бірақ …": a measure told of a noun is a clause of its own."""
        waiting = self.stack[self.barrier() :]
        while waiting and self.units[waiting[-1]].kind == "S":
            waiting = waiting[:-1]
        bare = [
            c for c in waiting if self.units[c].kind == "N" and self.is_bare(self.units[c]) and self.units[c].possessed
        ]
        owned = [
            c for c in waiting if self.units[c].kind == "N" and self.words[self.units[c].head].fold.endswith(WHOSE)
        ]
        measure = self.units[waiting[-1]] if waiting else None
        if measure is None or measure.kind != "Q" or measure.sort == "date" or not (bare or owned):
            return
        if len([c for c in waiting if self.units[c].kind == "N" and self.is_bare(self.units[c])]) > 1:
            return
        at = waiting[-1]
        marks = self.stack[self.stack.index(at) + 1 :]
        del self.stack[self.stack.index(at) :]
        self.units[at].frame = "i"
        self.on_clause(at)
        self.stack += marks

    def barrier(self) -> int:
        """Where the clause at hand begins on the stack."""
        for n in range(len(self.stack) - 1, -1, -1):
            unit = self.units[self.stack[n]]
            if self.stack[n] in self.clauses or (unit.kind == "S" and self.words[unit.head].text in STRONG):
                return n + 1
        return 0

    # Verbs

    def on_v(self, at: int) -> None:
        unit = self.units[at]
        self.compound(at)
        if self.is_auxiliary(at) or (unit.lemma == "екен" and self.is_told(at)):
            return
        if unit.lemma == "жоқ" and self.denies(at):
            return
        if unit.lemma in ("бар", "жоқ") and unit.form == "":
            unit.form, unit.frame = ("Fin" if self.ends_clause(at) else "Part"), "i"
            self.settle(at, unit.form, "Pres")
        if unit.form == "Part" and not unit.case and self.ends_clause(at):
            self.settle(at, "Fin", self.words[unit.head].read.tense)
        if unit.form == "Inf" and unit.case == "Ine" and self.ends_clause(at) and not self.verb_ahead(at):
            self.settle(at, "Fin", "Pres")
        if unit.form in ("Fin", "Cnd", "Imp"):
            self.on_clause(at)
        else:
            self.take_arguments(at)
            self.push(at)

    def is_told(self, at: int) -> bool:
        """ "сатуға дайын екенін айтты": the predicate before it is what is said, and no clause beside."""
        verb = self.stack[-1] if self.stack else -1
        if verb not in self.clauses or self.units[verb].edge != self.units[at].first:
            return False
        self.clauses.remove(verb)
        self.link(at, verb, "aux")
        unit, word = self.units[verb], self.words[self.units[verb].head]
        unit.kind, unit.form, unit.case, unit.edge = "V", "Part", self.units[at].case, self.units[at].edge
        word.read = replace(word.read, form="Part", case=unit.case)
        return True

    def denies(self, at: int) -> bool:
        """ "жүргізіп жатқан жоқ", "жоспарлап отырған жоқ": the word that denies the verb before it."""
        top = self.top()
        if top is None or top.kind != "V" or top.edge != self.units[at].first or top.form not in ("Part", "Fin"):
            return False
        verb = self.stack[-1]
        self.deny(verb)
        self.link(at, verb, "aux")
        if top.form == "Part":
            self.stack.pop()
            self.settle(verb, "Fin", "Pres")
            self.on_clause(verb)
        return True

    def verb_ahead(self, at: int) -> bool:
        return any(u.kind == "V" and u.form == "Fin" for u in self.units[at + 1 : at + 12])

    def compound(self, at: int) -> None:
        """ "қол қою": the first word is part of the verb, whose object stands in another case."""
        unit, top = self.units[at], self.top()
        if top is None or top.edge != unit.first:
            return
        frame = compounds().get((self.words[top.head].fold, unit.lemma))
        if frame is not None:
            self.link(self.stack.pop(), at, "compound")
            unit.frame = frame
            unit.sort = "compound"

    def is_auxiliary(self, at: int) -> bool:
        """ "өндіретін болады", "сала бастады", "болып табылады": a second verb that only adds its time."""
        unit, top = self.units[at], self.top()
        if top is None or top.kind != "V" or top.edge != unit.first or unit.sort == "compound":
            return False
        tense = self.words[unit.head].read.tense
        if unit.lemma == "болу" and top.form in ("Part", "Fin", "Conv", "Adj") and unit.form in ("Fin", "Part"):
            self.link(at, self.stack[-1], "aux")
            top.edge = unit.edge
            if top.form == "Part" and self.ends_clause(at):
                verb = self.stack.pop()
                self.settle(verb, "Fin", tense)
                self.on_clause(verb)
            elif top.form in ("Fin", "Adj"):
                read = self.words[top.head].read
                self.words[top.head].read = replace(read, tense=tense)
            return True
        lasting = self.words[top.head].text[-1] in "пП"
        light = top.form == "Conv" and unit.lemma in (ENDINGS_OF_DEEDS if lasting else AUXILIARIES)
        if light and unit.form in ("Fin", "Part"):
            verb = self.stack.pop()
            self.link(at, verb, "aux")
            negative = self.words[unit.head].read.negative
            self.units[verb].last = unit.edge
            if unit.form == "Fin" or self.ends_clause(at):
                self.settle(verb, "Fin", tense)
                self.on_clause(verb)
            else:
                self.settle(verb, "Part", tense)
                self.push(verb)
            if negative:
                self.deny(verb)
            return True
        return False

    # The end

    def close(self) -> None:
        """Join the clauses, and hang up what nothing has taken."""
        mains = [c for c in self.clauses if self.units[c].parent < 0]
        root = self.root(mains)
        for clause in mains:
            if clause != root:
                conditional = self.units[clause].form == "Cnd"
                later = next((c for c in mains if c > clause and self.units[c].form != "Cnd"), root)
                self.link(clause, later if conditional else root, "advcl" if conditional else "conj")
        self.behind_the_verb(mains)
        for at in self.stack:
            unit = self.units[at]
            if unit.parent >= 0 or at == root:
                continue
            owner = next((c for c in mains if c > at), None)
            owner = owner if owner is not None else (mains[-1] if mains else root)
            self.link(at, owner if owner != at else root, self.loose(unit, at, root))
        for at, unit in enumerate(self.units):
            if unit.parent < 0 and at != root:
                self.link(at, root, "dep")
        self.units[root].relation = "root"

    def root(self, mains: list[int]) -> int:
        real = [c for c in mains if self.units[c].form != "Cnd"]
        if real or mains:
            return (real or mains)[0]
        waiting = [c for c in self.stack if self.units[c].kind not in ("S", "C", "P", "X", "D", "U", "K")]
        waiting = waiting or [c for c in self.stack if self.units[c].kind == "K"]
        return waiting[-1] if waiting else (self.stack[-1] if self.stack else len(self.units) - 1)

    def behind_the_verb(self, mains: list[int]) -> None:
        """ "…, – деді министр": who speaks may stand behind the verb."""
        for clause in mains:
            unit = self.units[clause]
            after = [c for c in self.stack if c > clause and self.units[c].parent < 0 and self.is_bare(self.units[c])]
            between = [c for c in mains if c > clause]
            if unit.subject < 0 and "s" in unit.frame and after and not any(c < after[0] for c in between):
                self.link(after[0], clause, "nsubj")
                unit.subject = after[0]

    def loose(self, unit: Unit, at: int, root: int) -> str:
        if unit.kind == "S":
            return "punct"
        if unit.kind == "N" and self.is_bare(unit) and at < root and self.units[root].kind in ("N", "Q"):
            return "nsubj"
        return {"N": "obl", "Q": "obl", "C": "cc", "D": "advmod", "V": "advcl"}.get(unit.kind, "dep")

    def write(self) -> None:
        """Heads and relations onto the words; inside a unit all hang on its head."""
        for unit in self.units:
            for at in range(unit.first, unit.last):
                if at != unit.head and (unit.kind != "K" or (self.words[at].head < 0 and self.words[at].mark)):
                    self.words[at].head = unit.head
                    self.words[at].relation = "punct" if self.words[at].mark else "flat"
        for unit in self.units:
            word = self.words[unit.head]
            word.head = self.units[unit.parent].head if unit.parent >= 0 else -1
            word.relation = unit.relation
            if unit.kind in ("N", "Q") and unit.case not in ("date",) and word.read.pos not in ("PUNCT",):
                word.read = replace(word.read, case=unit.case)


def parse(words: list[Word], units: Sequence[Unit]) -> None:
    """Hang every word of a sentence on its head; quoted speech is parsed by itself and is what is said."""
    outer: list[Unit] = []
    at = 0
    while at < len(units):
        last = closing(words, units, at)
        if last is None:
            outer.append(units[at])
            at += 1
            continue
        outer.append(said(words, units, at, last))
        at = last + 1
    if outer:
        Parser(words, outer).parse()


def said(words: list[Word], units: Sequence[Unit], first: int, last: int) -> Unit:
    """What is said between two marks, parsed by itself, as one unit of the sentence around it."""
    inner = [unit for unit in units[first:last] if unit.kind != "S" or unit is not units[first]]
    Parser(words, inner).parse()
    root = next(unit for unit in inner if unit.parent < 0)
    return Unit(units[first].first, units[last].last, root.head, "K", quoting=True)


def closing(words: Sequence[Word], units: Sequence[Unit], at: int) -> int | None:
    """Where the speech ends that begins at a unit: at a mark, at a dash, or in the sentence before."""
    marks = [words[unit.head].text if unit.kind == "S" else "" for unit in units]
    if marks[at] in ("«", "“", "„"):
        last = next((n for n in range(at + 1, len(units)) if marks[n] in ("»", "”")), None)
        return last if last is not None and last - at > SPEECH else None
    if at:
        return None
    if marks[0] in DASHES:
        handed = (n for n in range(2, len(units) - 1) if marks[n] in DASHES and marks[n - 1] in (",", "!", "?"))
        last = next((n for n in handed if "s" in units[n + 1].frame or units[n + 1].lemma == "деп"), None)
        return last if last is not None and last > SPEECH else None
    first = next((n for n, mark in enumerate(marks) if mark in ("«", "»", "“", "”")), None)
    return first if first is not None and first > 0 and marks[first] in ("»", "”") else None


DASHES = ("–", "—", "-")
SPEECH = 3
"""Units: a shorter quotation is a term."""
