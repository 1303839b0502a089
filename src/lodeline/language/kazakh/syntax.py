"""A parser of Kazakh clauses: dependents first, heads last, the verb at the end.

Units are read from left to right. What has no head yet waits on a stack; a noun takes its modifiers off it, a verb its
arguments, as far as the last finite verb. Relations are those of Universal Dependencies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from lodeline.language.kazakh.morphology import BY_WORDS
from lodeline.language.kazakh.tables import rows
from lodeline.language.kazakh.units import ATTRIBUTIVE, PREDICATES, STRONG, Unit
from lodeline.language.kazakh.verb_forms import infinitive
from lodeline.language.kazakh.word import Word, as_verb

ANIMATE = frozenset(("person", "firm", "office", "state", "name", "party", "pronoun"))
SPENDING = frozenset(("жұмсау", "бағыттау", "бөлу", "тарту", "арнау"))
"""Verbs that give money for something to be done: the infinitive under them tells a purpose."""
CONTRAST = frozenset(("ал", "бірақ", "алайда", "дегенмен", "әйтсе"))
TIMES = frozenset(("жыл", "күн", "ай", "кез", "уақыт", "апта"))
WHOSE = ("нікі", "дікі", "тікі")
AUXILIARIES = frozenset(["бастау", "келу", "қою", "беру", "алу", "кету", "шығу", "жіберу"])
TO_BE = frozenset(["болу", "ету"])
PAPERS = frozenset(("paper", "money", "act"))


@cache
def compounds() -> Mapping[tuple[str, str], str]:
    """(first word, infinitive) of verbs of two words → their frame."""
    return {(row["first"], infinitive(row["stem"])): row["frame"] for row in rows("compounds")}


class Parser:
    """State while one sentence is parsed."""

    def __init__(self, words: list[Word], units: list[Unit]) -> None:
        self.words, self.units = words, units
        self.stack: list[int] = []
        self.clauses: list[int] = []

    def parse(self) -> None:
        for at, unit in enumerate(self.units):
            getattr(self, f"on_{unit.kind.lower()}", self.push)(at)
        self.close()
        self.write()

    def link(self, child: int, head: int, relation: str) -> None:
        self.units[child].parent, self.units[child].relation = head, relation

    def push(self, at: int) -> None:
        self.stack.append(at)

    def top(self) -> Unit | None:
        return self.units[self.stack[-1]] if self.stack else None

    # What may come next

    def following(self, at: int, step: int = 1) -> Unit | None:
        return self.units[at + step] if at + step < len(self.units) else None

    def ends_clause(self, at: int) -> bool:
        """Nothing of the clause comes after: a mark, the end, or a conjunction."""
        after = self.following(at)
        if after is None or after.lemma in ("деп", "еді", "екен", "емес", "де", "да"):
            return True
        if after.kind == "S":
            return self.words[after.head].text not in '«“"(' or False
        return after.kind == "C" and after.lemma not in ("мен", "бен", "пен")

    # Modifiers and nouns

    def on_a(self, at: int) -> None:
        unit = self.units[at]
        if unit.lemma in PREDICATES and self.is_predicate(at):
            unit.kind, unit.form, unit.frame = "V", "Adj", "i"
            self.on_clause(at)
            return
        top = self.top()
        if top is not None and top.kind == "C" and len(self.stack) > 1 and self.units[self.stack[-2]].kind == "A":
            conjunction, first = self.stack.pop(), self.stack.pop()
            self.link(conjunction, at, "cc")
            self.link(at, first, "conj")
            self.stack.append(first)
            return
        while (
            self.stack
            and self.units[self.stack[-1]].kind in ("D",)
            and self.stack[-1] == at - 1
            and self.words[self.units[self.stack[-1]].head].fold in ("өте", "тым", "ең")
        ):
            self.link(self.stack.pop(), at, "advmod")
        if unit.case == "Ine" and unit.sort != "name":
            self.take_modifiers(at)
        if unit.lemma == "мүше" and top is not None and top.kind == "N" and top.case == "Dat":
            self.link(self.stack.pop(), at, "obl")
        self.push(at)

    def is_predicate(self, at: int) -> bool:
        after = self.following(at)
        return self.ends_clause(at) or (
            after is not None and after.kind in ("V", "U") and after.lemma in (*TO_BE, "отыр")
        )

    def on_q(self, at: int) -> None:
        self.take_modifiers(at)
        self.push(at)

    def on_d(self, at: int) -> None:
        """ "министрдің айтуынша": whoever says it hangs on the word."""
        top = self.top()
        if self.units[at].lemma == BY_WORDS and top is not None and top.kind == "N":
            self.link(self.stack.pop(), at, "nmod:poss")
        self.push(at)

    def on_n(self, at: int) -> None:
        self.take_modifiers(at)
        self.fold_list(at)

    def take_modifiers(self, at: int) -> None:
        """Take off the stack what describes a noun: adjectives, numbers, participles, owners."""
        unit = self.units[at]
        named = False
        while self.stack:
            below = self.units[self.stack[-1]]
            relation = self.modifier(unit, below, named)
            if relation is None:
                return
            named = named or below.kind == "N"
            self.link(self.stack.pop(), at, relation)

    def modifier(self, unit: Unit, below: Unit, named: bool) -> str | None:
        """How the unit on top of the stack describes a noun; None where it does not."""
        if below.kind == "A":
            return "amod"
        if unit.kind == "Q" and (unit.sort == "date" or (below.kind == "N" and below.case != "Gen")):
            return None
        if below.kind == "D":
            return "compound" if below.lemma == "сатып" and below.edge == unit.first else None
        if below.kind == "V":
            return (
                "acl"
                if below.form == "Part" and not below.case and not below.marked
                else self.inner_clause(unit, below)
            )
        if below.kind == "Q":
            return self.measure(unit, below)
        if below.kind != "N":
            return None
        if below.marked:
            return (
                "nmod" if below.marked in ATTRIBUTIVE and (unit.sort in PAPERS or below.marked.endswith("гі")) else None
            )
        if below.case == "Gen":
            return "nmod:poss" if unit.possessed or unit.sort in ("name", "person", "firm") else None
        if below.case == "Nom" and unit.sort == "person" and below.sort == "person" and unit.first == below.edge:
            return "appos"
        part = below.case == "Nom" and unit.possessed and not named and unit.first == below.edge
        return "nmod" if part and not self.subject_like(unit, below) else None

    def inner_clause(self, unit: Unit, below: Unit) -> str | None:
        """ "зауыт салу туралы келісім", "кен орнын игеру жобасы": a verbal noun that says of what a noun is."""
        if below.form != "Inf" or below.quoting:
            return None
        if below.marked:
            return (
                "acl" if below.marked in ATTRIBUTIVE and (unit.sort in PAPERS or below.marked.endswith("гі")) else None
            )
        bare = below.case in ("Nom", "") and not below.possessed
        return "acl" if bare and unit.possessed and unit.first == below.edge else None

    def measure(self, unit: Unit, below: Unit) -> str | None:
        if below.sort == "date":
            return "nmod" if below.case == "Gen" and unit.possessed else None
        counted = unit.sort not in ("name", "person") and not unit.lemma[:1].isupper()
        if below.case in ("Nom", "") and below.edge == unit.first and counted:
            return "nummod"
        return "nmod:poss" if below.case == "Gen" and unit.possessed else None

    def subject_like(self, unit: Unit, below: Unit) -> bool:
        """A bare noun before a possessed one is its first part, unless it is who acts: a firm or an office told bare."""
        if unit.sort == "name" and below.sort not in ("state", "name"):
            return True
        if below.sort in ("firm", "office", "person", "party", "pronoun") and (
            unit.case in ("Acc", "Dat") or below.plural
        ):
            return True
        return below.sort == "person" and unit.sort not in ("", "act", "money", "paper")

    def fold_list(self, at: int) -> None:
        """ "A, B және C": the list hangs on its first member, which takes the case of the last."""
        unit = self.units[at]
        top = self.top()
        told = self.following(at)
        described = unit.case in ("Ine", "Abl", "Dat") and told is not None and told.kind == "V" and told.form == "Part"
        described = described and not self.ends_clause(at + 1)
        listed = (
            top is not None
            and top.kind == "C"
            and len(self.stack) > 1
            and self.units[self.stack[-2]].kind in ("N", "Q")
        )
        if described or not listed:
            self.push(at)
            return
        conjunction = self.stack.pop()
        members = [self.stack.pop()]
        while len(self.stack) > 1 and self.comma(self.stack[-1]) and self.listed(self.stack[-2], members[-1]):
            mark, other = self.stack.pop(), self.stack.pop()
            self.link(mark, members[-1], "punct")
            members.append(other)
        first = members[-1]
        self.link(conjunction, at, "cc")
        for member in [at, *members[:-1]]:
            self.link(member, first, "conj")
        head = self.units[first]
        head.conjoined += [*members[:-1], at]
        head.case, head.plural = unit.case, True
        head.possessed = unit.possessed
        head.edge = unit.edge
        if head.sort == "" and unit.sort:
            head.sort = unit.sort
        self.push(first)

    def comma(self, at: int) -> bool:
        return self.words[self.units[at].head].text == ","

    def listed(self, at: int, after: int) -> bool:
        unit = self.units[at]
        return unit.kind == "N" and unit.case in ("Nom", "", self.units[after].case) and not unit.marked

    # Small words

    def on_p(self, at: int) -> None:
        top = self.top()
        if top is not None and top.kind in ("N", "V", "Q") and self.stack[-1] not in self.clauses:
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

    def deny(self, at: int) -> None:
        word = self.words[self.units[at].head]
        word.read = replace(word.read, negative=True)

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
        if self.is_auxiliary(at):
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

    def settle(self, at: int, form: str, tense: str) -> None:
        unit = self.units[at]
        unit.form, unit.case = form, ""
        as_verb(self.words[unit.head], form, tense)

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
        light = top.form == "Conv" and unit.lemma in AUXILIARIES and self.words[top.head].text[-1] not in "пП"
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

    def take_arguments(self, at: int) -> None:
        """The dependents of a verb that is not finite: objects and what stands right before it, not who acts."""
        unit = self.units[at]
        while self.stack:
            below = self.units[self.stack[-1]]
            relation = self.argument(unit, below)
            if relation is None:
                return
            child = self.stack.pop()
            if relation == "obj":
                unit.object = child
            if relation.startswith("nsubj"):
                unit.subject = child
            self.link(child, at, relation)

    def argument(self, unit: Unit, below: Unit) -> str | None:
        if below.kind in ("D", "A"):
            return "advmod" if below.kind == "D" or below.edge == unit.first else None
        if below.kind == "V":
            if below.form == "Conv":
                return "advcl"
            return self.verbal_argument(unit, below)
        if below.kind == "Q" and below.sort == "date":
            return "obl"
        if below.kind not in ("N", "Q"):
            return None
        if below.marked:
            return "obl"
        if below.case == "Acc":
            return "obj"
        if below.case in ("Dat", "Ine", "Abl", "Com"):
            return self.oblique(unit, below)
        if below.case == "Gen":
            return "nsubj" if unit.possessed or unit.form == "Part" else None
        return self.bare_argument(unit, below)

    def oblique(self, unit: Unit, below: Unit) -> str:
        lexical = unit.sort == "compound" or unit.frame == "d"
        return "obj" if below.case == "Dat" and "d" in unit.frame and lexical and unit.object < 0 else "obl"

    def verbal_argument(self, unit: Unit, below: Unit) -> str | None:
        if below.form == "Inf":
            if below.case == "Dat" and unit.lemma in SPENDING:
                self.words[below.head].read = replace(self.words[below.head].read, case="Pur")
            return "xcomp" if below.case in ("Dat", "Acc", "Nom", "") and not below.marked else "advcl"
        return "advcl" if below.marked or below.case else None

    def bare_argument(self, unit: Unit, below: Unit) -> str | None:
        """A bare noun right before the verb is its object, or the subject of a verb that takes none."""
        if unit.subject >= 0 or below.edge != unit.first:
            return None
        if unit.lemma in ("атау", "аталу"):
            return "xcomp"
        if unit.voice == "Pass" or unit.frame == "i":
            return None if below.sort in ("person", "pronoun") else ("nsubj:pass" if unit.voice == "Pass" else "nsubj")
        if unit.object < 0 and "t" in unit.frame and (below.sort not in ANIMATE or below.kind == "Q"):
            return "obj"
        return None

    # Clauses

    def on_clause(self, at: int) -> None:
        """A finite verb takes all that waits since the last one."""
        unit = self.units[at]
        waiting: list[int] = []
        while self.stack:
            below = self.units[self.stack[-1]]
            strong = below.kind == "S" and self.words[below.head].text in STRONG
            closed = self.stack[-1] in self.clauses and not below.quoting
            if closed or strong:
                break
            waiting.insert(0, self.stack.pop())
        self.attach(at, waiting)
        self.clauses.append(at)
        self.push(at)

    def attach(self, at: int, waiting: list[int]) -> None:
        unit = self.units[at]
        bare = [c for c in waiting if self.is_bare(self.units[c])]
        subjects, objects = self.who_and_what(at, bare, waiting)
        for child in waiting:
            below = self.units[child]
            if child in subjects:
                relation = "nsubj:pass" if unit.voice == "Pass" else "nsubj"
                unit.subject = child
            elif child in objects:
                relation, unit.object = "obj", child
            elif below.quoting:
                relation = "ccomp"
            elif below.kind in ("S", "C"):
                relation = "punct" if below.kind == "S" else "cc"
            elif below.case == "Gen" and below.kind == "N" and unit.possessed:
                relation = "nsubj"
            else:
                relation = self.argument(unit, below) or ("obl" if below.kind in ("N", "Q") else "dep")
                if relation == "obj":
                    unit.object = child
            passive = unit.voice == "Pass" and relation == "obj" and not subjects
            self.link(child, at, "nsubj:pass" if passive else relation)

    def is_bare(self, unit: Unit) -> bool:
        nominal = unit.kind in ("N", "Q") and unit.sort != "date" and unit.lemma not in TIMES
        named = (
            unit.kind == "V" and unit.form == "Inf" and unit.case == "Nom" and not unit.marked and not unit.possessed
        )
        return (nominal or named) and unit.case in ("Nom", "") and not unit.marked

    def who_and_what(self, at: int, bare: list[int], waiting: list[int]) -> tuple[list[int], list[int]]:
        """Of the nouns without a case: who acts, and what is acted on."""
        unit = self.units[at]
        taken = any(self.units[c].case == "Acc" for c in waiting) or unit.frame == "d"
        open_place = "t" in unit.frame and unit.voice != "Pass" and not taken and unit.form != "Adj"
        if not bare:
            return [], []
        last = self.units[bare[-1]]
        adjacent = not any(self.units[c].kind in ("N", "Q", "V") for c in waiting[waiting.index(bare[-1]) + 1 :])
        if open_place and adjacent and (len(bare) > 1 or last.sort not in ANIMATE):
            return bare[:-1][:1], bare[-1:]
        return self.first_actor(bare), []

    def first_actor(self, bare: list[int]) -> list[int]:
        """Who acts stands first; beside a measure it is the noun."""
        nouns = [c for c in bare if self.units[c].kind != "Q"]
        return (nouns or bare)[:1]

    def hand_on(self, at: int) -> None:
        """ "… деп мәлімдеді": the clause is what is said; whoever says it stood before the clause."""
        clause = self.clauses[-1]
        unit = self.units[clause]
        if clause not in self.stack:
            self.push(at)
            return
        unit.quoting = True
        unit.edge = self.units[at].last
        self.link(at, clause, "mark")
        self.clauses.remove(clause)
        actors = [c for c, u in enumerate(self.units) if u.parent == clause and u.relation.startswith("nsubj")]
        others = [c for c, u in enumerate(self.units) if u.parent == clause and self.is_bare(u)]
        outer = next(
            (c for c in actors if self.units[c].sort in ANIMATE and (len(others) > 1 or self.first_person(clause))),
            None,
        )
        if outer is None:
            return
        place = self.stack.index(clause)
        self.units[outer].parent, self.units[outer].relation = -1, ""
        self.stack.insert(place, outer)
        inner = next((c for c in others if c != outer), None)
        if inner is not None and self.units[inner].relation in ("obl", "dep"):
            self.link(inner, clause, "nsubj")

    def first_person(self, at: int) -> bool:
        return self.words[self.units[at].head].fold.endswith(("мыз", "міз", "мын", "мін"))

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
        inner = list(units[at + 1 : last])
        Parser(words, inner).parse()
        said = next(unit for unit in inner if unit.parent < 0)
        outer.append(Unit(units[at].first, units[last].last, said.head, "K", quoting=True))
        at = last + 1
    if outer:
        Parser(words, outer).parse()


def closing(words: Sequence[Word], units: Sequence[Unit], at: int) -> int | None:
    """Where the speech ends that a mark opens; None for anything else."""
    if units[at].kind != "S" or words[units[at].head].text not in "«“„":
        return None
    last = next((n for n in range(at + 1, len(units)) if words[units[n].head].text in "»”"), None)
    return last if last is not None and last - at > SPEECH else None


SPEECH = 3
"""Units: a shorter quotation is a term."""
