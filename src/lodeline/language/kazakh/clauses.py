"""Kazakh clauses while a sentence is parsed: verbs take their arguments, finite ones all that waits."""

from __future__ import annotations

from dataclasses import replace

from lodeline.language.kazakh.phrases import Phrases
from lodeline.language.kazakh.units import STRONG, Unit
from lodeline.language.kazakh.word import as_verb

ANIMATE = frozenset(("person", "firm", "office", "state", "name", "party", "pronoun"))
SPENDING = frozenset(("жұмсау", "бағыттау", "бөлу", "тарту", "арнау"))
"""Verbs that give money for something to be done: the infinitive under them tells a purpose."""


class Clauses(Phrases):
    """Handlers of what a verb governs."""

    def settle(self, at: int, form: str, tense: str) -> None:
        unit = self.units[at]
        unit.form, unit.case = form, ""
        as_verb(self.words[unit.head], form, tense)

    def deny(self, at: int) -> None:
        word = self.words[self.units[at].head]
        word.read = replace(word.read, negative=True)

    def take_arguments(self, at: int) -> None:
        """The dependents of a verb that is not finite: objects and what stands right before it, not who acts.

        A date before its other arguments is the main verb's.
        """
        unit = self.units[at]
        spoken_for = False
        while self.stack:
            below = self.units[self.stack[-1]]
            relation = self.argument(unit, below)
            dated = below.kind == "Q" and below.sort == "date" and spoken_for
            if relation is None or dated:
                return
            spoken_for = spoken_for or below.kind == "N"
            child = self.stack.pop()
            unit.begin = below.begin
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
            refused = below.case == "Abl" and unit.sort == "compound"
            inner = below.case in ("Dat", "Acc", "Nom", "") or refused
            return "xcomp" if inner and not below.marked else "advcl"
        return "advcl" if below.marked or below.case else None

    def bare_argument(self, unit: Unit, below: Unit) -> str | None:
        """A bare noun right before the verb is its object, or the subject of a verb that takes none."""
        if unit.lemma == "болу" and below.kind == "Q" and below.edge == unit.first:
            return "xcomp"
        if unit.subject >= 0 or below.edge != (unit.begin if unit.lemma == "болу" else unit.first):
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
            if relation == "advcl" and self.goes_on(child):
                self.settle(child, "Conv", self.words[unit.head].read.tense)
                relation = "conj"
            passive = unit.voice == "Pass" and relation == "obj" and not subjects
            self.link(child, at, "nsubj:pass" if passive else relation)

    def goes_on(self, at: int) -> bool:
        """ "зауыт салып, …": a converb before a comma tells a deed of its own, at the time of the verb that follows."""
        after = self.following(at)
        text = self.words[after.head].text if after is not None and after.kind == "S" else ""
        return self.units[at].kind == "V" and self.units[at].form == "Conv" and text == ","

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
