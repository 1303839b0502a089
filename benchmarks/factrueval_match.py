"""The measure of factRuEval-2016, track 3: facts of an answer against facts of the gold, in polynomial time.

Several facts of an answer may stand for one of the gold. A group's worth is the weighted share of its arguments that
agree, halved where no single fact of the answer ties two of them together. The matching with the best F1 counts. The
organisers' program tries every matching; here the best one-to-one assignment is improved by moving one answer or two
at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from rapidfuzz.distance import Levenshtein

WEIGHTS = {"position": 0.5, "фаза": 0.5}
SLACK = (0, 0, 1, 1, 1, 1, 1, 1, 1, 2)
"""Letters that may differ, by the length of the longer word; two in all that is longer."""
EPSILON = 1e-12
NOWHERE = -1
Slot = tuple[str, frozenset[str]]
"""An argument of the gold: its name and the values that are as good."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A fact of the gold. `ignored`: whoever finds it gains nothing and loses nothing."""

    kind: str
    slots: tuple[Slot, ...]
    ignored: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """A fact of an answer: pairs of an argument's name and its value."""

    kind: str
    slots: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Sums that precision, recall and F1 come from."""

    found: float = 0.0
    right: float = 0.0
    gold: int = 0
    answers: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.found + other.found,
            self.right + other.right,
            self.gold + other.gold,
            self.answers + other.answers,
        )

    @property
    def precision(self) -> float:
        return self.right / self.answers if self.answers else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@cache
def alike(one: str, other: str) -> bool:
    """Equal but for a letter or two."""
    slack = SLACK[min(max(len(one), len(other)), len(SLACK) - 1)]
    return Levenshtein.distance(one, other, score_cutoff=slack) <= slack


def agrees(slot: Slot, given: tuple[str, str]) -> bool:
    return slot[0] == given[0] and any(alike(value, given[1]) for value in slot[1])


def may_pair(gold: Gold, answer: Answer) -> bool:
    """At least one argument agrees; a position alone is not enough."""
    return gold.kind == answer.kind and any(
        s[0] != "position" and agrees(s, g) for s in gold.slots for g in answer.slots
    )


def worth(gold: Gold, answers: Sequence[Answer]) -> float:
    """How well a group of answers tells one fact of the gold."""
    if gold.ignored or not answers:
        return 0.0
    tellers: dict[int, set[int]] = {}
    wrong = 0.0
    for number, answer in enumerate(answers):
        for given in answer.slots:
            slot = next((i for i, s in enumerate(gold.slots) if agrees(s, given)), None)
            if slot is None:
                wrong += WEIGHTS.get(given[0], 1.0)
            else:
                tellers.setdefault(slot, set()).add(number)
    weight = [WEIGHTS.get(name, 1.0) for name, _ in gold.slots]
    agreed = sum(weight[i] for i in tellers)
    extracted = agreed / (sum(weight) + wrong)
    return extracted * (1 + tied(tellers, len(answers))) / 2


def tied(tellers: dict[int, set[int]], answers: int) -> float:
    """Share of pairs of agreed arguments that some one answer tells together.

    As in the organisers' program the pairs are looked for among the first arguments, as many as agreed.
    """
    pairs = len(tellers) * (len(tellers) - 1) // 2
    if answers == 1 or not pairs:
        return 1.0
    return (
        sum(bool(tellers.get(i, set()) & tellers.get(j, set())) for i, j in combinations(range(len(tellers)), 2))
        / pairs
    )


class Matching:
    """One document, one kind of fact: where each answer belongs."""

    def __init__(self, gold: Sequence[Gold], answers: Sequence[Answer]) -> None:
        self.gold, self.answers = gold, answers
        self.options = [[i for i, g in enumerate(gold) if may_pair(g, a)] for a in answers]
        self.known: dict[tuple[int, tuple[int, ...]], float] = {}

    def worth(self, gold: int, group: tuple[int, ...]) -> float:
        key = (gold, group)
        if key not in self.known:
            self.known[key] = worth(self.gold[gold], [self.answers[i] for i in group])
        return self.known[key]

    def tally(self, places: Sequence[int]) -> Tally:
        groups: dict[int, list[int]] = {}
        for answer, place in enumerate(places):
            groups.setdefault(place, []).append(answer)
        found = right = 0.0
        free = 0
        for place, group in groups.items():
            if place == NOWHERE:
                continue
            quality = self.worth(place, tuple(group))
            found += quality
            right += quality * len(group)
            free += len(group) if self.gold[place].ignored else 0
        return Tally(found, right, sum(not g.ignored for g in self.gold), len(places) - free)

    def best(self) -> Tally:
        """The matching with the best F1 that assignment and improvement lead to."""
        tallies = [self.tally(self.improve(start)) for start in (self.assigned(), self.nearest())]
        return max(tallies, key=lambda t: t.f1)

    def assigned(self) -> list[int]:
        """The best matching of one answer to one fact; an answer left over goes to a fact that is ignored."""
        gain = [
            [self.worth(g, (a,)) if g in options else 0.0 for g in range(len(self.gold))]
            for a, options in enumerate(self.options)
        ]
        places = assignment(gain)
        return [
            place if place in options and gain[a][place] > 0 else self.spare(options)
            for a, (place, options) in enumerate(zip(places, self.options, strict=True))
        ]

    def nearest(self) -> list[int]:
        """Each answer where it is worth most by itself, however many meet there."""
        return [max(o, key=lambda g: self.worth(g, (a,)), default=NOWHERE) for a, o in enumerate(self.options)]

    def spare(self, options: Sequence[int]) -> int:
        return next((g for g in options if self.gold[g].ignored), NOWHERE)

    def improve(self, places: list[int]) -> list[int]:
        """Move one answer or two, whatever helps most, until nothing helps."""
        score = self.tally(places).f1
        while True:
            better = max(self.neighbours(places), key=lambda p: self.tally(p).f1, default=places)
            reached = self.tally(better).f1
            if reached <= score + EPSILON:
                return places
            places, score = better, reached

    def neighbours(self, places: list[int]) -> Iterator[list[int]]:
        """All matchings that differ in the place of one answer, or of two."""
        moves = [(a, g) for a, options in enumerate(self.options) for g in (*options, NOWHERE) if g != places[a]]
        for answer, place in moves:
            yield [*places[:answer], place, *places[answer + 1 :]]
        for (one, here), (other, there) in combinations(moves, 2):
            if one != other:
                moved = list(places)
                moved[one], moved[other] = here, there
                yield moved


def assignment(gain: Sequence[Sequence[float]]) -> list[int]:
    """For each row a column of its own, NOWHERE where columns run out, so that the sum of gains is the greatest.

    Shortest augmenting paths with potentials, after Kuhn, Munkres and Jonker.
    """
    rows = len(gain)
    columns = max(rows, len(gain[0]) if gain else 0)
    cost = [[-row[c] if c < len(row) else 0.0 for c in range(columns)] for row in gain]
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner, back = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0], column = row, 0
        least, seen = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while owner[column]:
            seen[column] = True
            here, step, following = owner[column], float("inf"), 0
            for c in range(1, columns + 1):
                if seen[c]:
                    continue
                reduced = cost[here - 1][c - 1] - row_price[here] - column_price[c]
                if reduced < least[c]:
                    least[c], back[c] = reduced, column
                if least[c] < step:
                    step, following = least[c], c
            for c in range(columns + 1):
                if seen[c]:
                    row_price[owner[c]] += step
                    column_price[c] -= step
                else:
                    least[c] -= step
            column = following
        while column:
            owner[column] = owner[back[column]]
            column = back[column]
    places = [NOWHERE] * rows
    for c in range(1, columns + 1):
        if owner[c] and gain and c - 1 < len(gain[0]):
            places[owner[c] - 1] = c - 1
    return places


def measure(gold: Sequence[Gold], answers: Sequence[Answer], kinds: Sequence[str]) -> dict[str, Tally]:
    """The tally of one document by kind."""
    return {
        kind: Matching([g for g in gold if g.kind == kind], [a for a in answers if a.kind == kind]).best()
        for kind in kinds
    }
