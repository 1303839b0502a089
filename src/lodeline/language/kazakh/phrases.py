"""Kazakh phrases while a sentence is parsed: nouns take what describes them off a stack of what has no head yet."""

from __future__ import annotations

from lodeline.language.kazakh.morphology import BY_WORDS
from lodeline.language.kazakh.units import ATTRIBUTIVE, PREDICATES, Unit
from lodeline.language.kazakh.word import Word

TIMES = frozenset(("жыл", "күн", "ай", "кез", "уақыт", "апта"))
TO_BE = frozenset(["болу", "ету"])
TOGETHER = frozenset(("бірлесіп", "бірге", "қайта", "тікелей"))
SHORT = 3
"""Letters: a longer noun in -у tells a deed (қорыту, жеткізу), a shorter one none (су, тау)."""
PAPERS = frozenset(("paper", "money", "act"))


class Phrases:
    """State while one sentence is parsed, and the handlers of nouns and of what describes them."""

    def __init__(self, words: list[Word], units: list[Unit]) -> None:
        self.words, self.units = words, units
        self.stack: list[int] = []
        self.clauses: list[int] = []

    def link(self, child: int, head: int, relation: str) -> None:
        self.units[child].parent, self.units[child].relation = head, relation

    def push(self, at: int) -> None:
        self.stack.append(at)

    def top(self) -> Unit | None:
        return self.units[self.stack[-1]] if self.stack else None

    def on_clause(self, at: int) -> None:
        """A predicate takes its clause; the class of clauses knows how."""
        raise NotImplementedError

    def is_bare(self, unit: Unit) -> bool:
        nominal = unit.kind in ("N", "Q") and unit.sort != "date" and unit.lemma not in TIMES
        named = (
            unit.kind == "V" and unit.form == "Inf" and unit.case == "Nom" and not unit.marked and not unit.possessed
        )
        return (nominal or named) and unit.case in ("Nom", "") and not unit.marked

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
                break
            named = named or below.kind == "N"
            unit.begin = min(unit.begin, below.begin)
            self.link(self.stack.pop(), at, relation)
        self.take_house(at)

    def take_house(self, at: int) -> None:
        """ "«X» басқарма төрағасы": a post of two words, and the house that it is held in."""
        unit, top = self.units[at], self.top()
        inside = [u for u in self.units if u.parent == at and u.kind == "N"]
        if top is None or unit.sort != "person" or not unit.possessed or top.kind != "N" or not inside:
            return
        if top.case == "Nom" and top.sort == "name" and top.edge == min(u.first for u in inside):
            self.link(self.stack.pop(), at, "nmod")

    def modifier(self, unit: Unit, below: Unit, named: bool) -> str | None:
        """How the unit on top of the stack describes a noun; None where it does not."""
        if below.kind == "A":
            return "amod"
        if unit.kind == "Q" and (unit.sort == "date" or (below.kind == "N" and below.case != "Gen")):
            return None
        acted = unit.sort in ("act", "") and unit.lemma.endswith("у") and len(unit.lemma) > SHORT
        if below.kind == "D":
            jointly = acted and below.lemma in TOGETHER and below.edge == unit.begin
            bought = below.lemma == "сатып" and below.edge == unit.first
            return "compound" if bought else "advmod" if jointly else None
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
        if acted and below.case == "Acc" and not named and unit.begin == below.edge:
            return "obj"
        acted = acted and below.sort in ("goods", "")
        part = below.case == "Nom" and (unit.possessed or acted) and not named and unit.first == below.edge
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
        """A bare noun before a possessed one is its first part, unless it acts itself: a firm, an office."""
        if unit.sort == "name" and below.sort != "state":
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
        if described or not listed or self.owns_next(unit, told):
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

    def owns_next(self, unit: Unit, told: Unit | None) -> bool:
        """ "«A» мен Қытайдың B компаниясы": the list goes on with the name whose home stands before it."""
        first = self.units[self.stack[-2]]
        named = told is not None and told.kind == "N" and told.sort in ("name", "firm", "office", "person")
        return unit.case == "Gen" and unit.sort == "state" and named and first.sort in ("name", "firm", "office")

    def comma(self, at: int) -> bool:
        return self.words[self.units[at].head].text == ","

    def listed(self, at: int, after: int) -> bool:
        unit = self.units[at]
        return unit.kind == "N" and unit.case in ("Nom", "", self.units[after].case) and not unit.marked
