"""How well answers agree with gold claims: precision, recall and F1 of claims and of slots (docs/reference/claims.md).

An answer may be paired with one gold claim of its kind in the same document. It counts as found when it stands on
the same words, or unmistakably retells them elsewhere; when half of the gold's key slots agree; when every key sum,
quantity and (at least one) share is there; and when status, action and stage do not contradict.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from difflib import SequenceMatcher
from typing import Any

Json = dict[str, Any]
Span = tuple[int, int]

CONTEXT = frozenset({"statement", "meeting", "share", "resource", "constraint"})
"""Kinds that surround deals; every other kind is a deal: something promised, done or restricted."""
LISTS = ("commodities", "places", "assets")
WORDS = ("status", "instrument", "action", "stage", "period")
MEASURES = {"amount": "currency", "quantity": "unit"}
UNCOUNTED = frozenset({"places", "date"})
"""An answer may tell more of these than the gold without being wrong."""


# --- slots -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Slot:
    """One value of one field; `others` are values that the gold accepts as well."""

    field: str
    value: Any
    others: tuple[Any, ...] = ()


def slots(claim: Json) -> list[Slot]:
    return [*party_slots(claim), *list_slots(claim), *word_slots(claim), *measure_slots(claim)]


def party_slots(claim: Json) -> Iterator[Slot]:
    for party in claim.get("parties") or ():
        yield Slot("parties", party)
        if party.get("share") is not None:
            yield Slot("share", party["share"])


def list_slots(claim: Json) -> Iterator[Slot]:
    for name in (*LISTS, "attributed_to"):
        values = claim.get(name) or ()
        yield from (Slot(name, value) for value in ([values] if isinstance(values, str) else values))


def word_slots(claim: Json) -> Iterator[Slot]:
    for name in WORDS:
        if claim.get(name):
            yield Slot(name, claim[name], tuple(claim.get(f"{name}_alt") or ()))
    if claim.get("date"):
        yield Slot("date", str(claim["date"]))


def measure_slots(claim: Json) -> Iterator[Slot]:
    for name in MEASURES:
        measure = claim.get(name)
        if isinstance(measure, dict) and measure.get("value") is not None:
            yield Slot(name, measure)
            yield from (Slot(f"{name}.{part}", measure[part]) for part in ("qualifier", "form") if measure.get(part))


# --- when two values are the same --------------------------------------------------------------------------------


def plain(name: object) -> str:
    spelled = unicodedata.normalize("NFKC", str(name)).casefold().replace("ё", "е")
    return " ".join(re.findall(r"\w+", spelled))


def same_name(one: str, other: str) -> bool:
    """The same words, in any case of Russian or Kazakh; or one name inside the other, if it is two words at least."""
    left, right = one.split(), other.split()
    if not left or not right:
        return False
    if one == other:
        return True
    shorter, longer = sorted((set(left), set(right)), key=len)
    if min(len(left), len(right)) > 1 and shorter <= longer:
        return True
    if len(left) == len(right) and all(stem(x) == stem(y, len(y)) for x, y in zip(left, right, strict=True)):
        return True
    return SequenceMatcher(None, one, other).ratio() >= 0.87


def stem(word: str, length: int | None = None) -> str:
    return word[: max(4, (length or len(word)) - 3)]


def known_as(entry: Any) -> list[str]:
    if not isinstance(entry, dict):
        return [plain(entry)]
    return [plain(name) for name in (entry.get("name"), *(entry.get("aliases") or ())) if name]


def same_entity(gold: Any, answer: Any) -> bool:
    return any(same_name(one, other) for one in known_as(gold) for other in known_as(answer))


def close(one: Any, other: Any) -> bool:
    """Within one per cent; what is not a number is close to nothing."""
    try:
        left, right = float(one), float(other)
    except (TypeError, ValueError):
        return False
    return abs(left - right) <= 0.01 * max(abs(left), abs(right), 1e-12)


@dataclass(frozen=True)
class Comparison:
    """What may be let pass when slots of these two claims are compared."""

    role_free: bool
    """Claims of two kinds have roles of two kinds."""
    dated: bool
    """With a date, 12 t/year and 12 t in that year are the same."""

    def same(self, gold: Slot, answer: Slot) -> bool:
        if gold.field != answer.field:
            return False
        match gold.field:
            case "parties":
                role = self.role_free or gold.value.get("role") == answer.value.get("role")
                return role and same_entity(gold.value, answer.value)
            case "share":
                return close(gold.value, answer.value)
            case "amount" | "quantity":
                return self.same_measure(gold.value, answer.value, MEASURES[gold.field])
            case "date":
                return dates_agree(gold.value, answer.value)
            case "commodities" | "assets" | "attributed_to":
                return same_entity(gold.value, answer.value)
            case _:
                accepted = {plain(value) for value in (gold.value, *gold.others)}
                return plain(answer.value) in accepted

    def same_measure(self, gold: Json, answer: Json, unit_name: str) -> bool:
        top = gold.get("value_max")
        number = close(gold["value"], answer["value"]) or close(top, answer["value"])
        unit = plain(gold.get(unit_name) or ""), plain(answer.get(unit_name) or "")
        yearly = self.dated and {gold.get(unit_name), answer.get(unit_name)} == {"t", "t/year"}
        return (number or close(top, answer.get("value_max"))) and (unit[0] == unit[1] or yearly)


def dates_agree(gold: str, answer: str) -> bool:
    """A finer date agrees; a coarser one too, down to the month."""
    return answer.startswith(gold) or (len(answer) > 6 and gold.startswith(answer))


def agreeing(gold: Json, answer: Json) -> list[Slot]:
    """The gold's slots that the answer has as well, one for one."""
    comparison = Comparison(gold["kind"] != answer.get("kind"), bool(gold.get("date") or answer.get("date")))
    left, agreed = slots(answer), []
    for slot in slots(gold):
        hit = next((other for other in left if comparison.same(slot, other)), None)
        if hit is not None:
            left.remove(hit)
            agreed.append(slot)
    return agreed


# --- when an answer is found -------------------------------------------------------------------------------------


def place(claim: Json, text: str) -> Span | None:
    evidence = claim.get("evidence")
    if not isinstance(evidence, str) or not evidence:
        return None
    start = text.find(evidence)
    return None if start < 0 else (start, start + len(evidence))


def shared_words(gold: Span, answer: Span) -> float:
    """Common part of the shorter stretch; an answer that sweeps in four times as much and more is worth less."""
    common = min(gold[1], answer[1]) - max(gold[0], answer[0])
    size = max(1, min(gold[1] - gold[0], answer[1] - answer[0]), (answer[1] - answer[0]) / 4)
    return max(0.0, common / size)


def retells(gold: Span, answer: Span, text: str) -> bool:
    """Two stretches apart tell the same in like words."""
    one, other = ({word[:5] for word in plain(text[slice(*s)]).split() if len(word) > 3} for s in (gold, answer))
    common = len(one & other)
    return common >= 3 and common >= 0.4 * min(len(one), len(other))


def unmistakable(agreed: list[Slot]) -> bool:
    names = [slot.field for slot in agreed]
    return any(name in MEASURES for name in names) or sum(name in ("parties", "assets") for name in names) > 1


def met(gold: Json, answer: Json, agreed: list[Slot], text: str) -> float | None:
    """How near two claims lie in the text, or None where nothing ties them."""
    where, there = place(gold, text), place(answer, text)
    if where is None or there is None:
        return None
    near = shared_words(where, there)
    if gold["kind"] in ("statement", "constraint"):
        return near if near >= 0.5 else None
    if agreed and (near >= 0.2 or (unmistakable(agreed) and retells(where, there, text))):
        return near
    return None


def found(gold: Json, answer: Json, agreed: list[Slot]) -> bool:
    key = set(gold.get("key") or ["parties"])
    told = {slot.field for slot in slots(gold)} & key
    same = {slot.field for slot in agreed}
    answered = {slot.field for slot in slots(answer)}
    if gold.get("status") and "status" not in same:
        return False
    must = told & {"amount", "quantity", "share"} | (key & {"action", "stage"} & answered)
    if must - same:
        return False
    wanted = sum(slot.field in key for slot in slots(gold))
    return 2 * sum(slot.field in key for slot in agreed) >= wanted


# --- counts ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Rate:
    """Correct answers among those given and those wanted; a ratio of nothing is 0."""

    correct: int
    answered: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.correct / self.answered if self.answered else 0.0

    @property
    def recall(self) -> float:
        return self.correct / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Tally:
    """What was counted so far; tallies of documents add up."""

    found: int = 0
    answers: int = 0
    gold: int = 0
    slots_agreed: int = 0
    slots_answered: int = 0
    slots_wanted: int = 0

    @property
    def claims(self) -> Rate:
        return Rate(self.found, self.answers, self.gold)

    @property
    def slots(self) -> Rate:
        return Rate(self.slots_agreed, self.slots_answered, self.slots_wanted)

    def __iadd__(self, other: "Tally") -> "Tally":
        for name in (f.name for f in fields(self)):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self


@dataclass
class Score:
    """Counts per kind of claim; sums over all kinds and over the deals among them."""

    kinds: dict[str, Tally] = field(default_factory=dict)

    def add(self, kind: str, tally: Tally) -> None:
        total = self.kinds.setdefault(kind, Tally())
        total += tally

    @property
    def all(self) -> Tally:
        return summed(self.kinds.values())

    @property
    def deals(self) -> Tally:
        return summed(tally for kind, tally in self.kinds.items() if kind not in CONTEXT)


def summed(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total += tally
    return total


@dataclass(frozen=True)
class Pair:
    gold: int
    answer: int
    agreed: list[Slot]
    weight: float


def pairs(gold: list[Json], answers: list[Json], text: str) -> list[Pair]:
    """Best first, each claim in one pair at most."""
    candidates = []
    for g, wanted in enumerate(gold):
        for a, answer in enumerate(answers):
            if answer.get("kind") not in (wanted["kind"], *(wanted.get("kind_alt") or ())):
                continue
            agreed = agreeing(wanted, answer)
            near = met(wanted, answer, agreed, text)
            if near is not None:
                # A claim that must be found comes before one that may be.
                weight = len(agreed) + near + (0.0 if wanted.get("optional") else 0.5)
                candidates.append(Pair(g, a, agreed, weight))
    return list(one_to_one(sorted(candidates, key=lambda pair: -pair.weight)))


def one_to_one(candidates: Iterable[Pair]) -> Iterator[Pair]:
    taken_gold: set[int] = set()
    taken_answers: set[int] = set()
    for pair in candidates:
        if pair.gold not in taken_gold and pair.answer not in taken_answers:
            taken_gold.add(pair.gold)
            taken_answers.add(pair.answer)
            yield pair


def counted_slots(answer: Json, gold: Json | None) -> int:
    told = {slot.field for slot in slots(gold)} if gold else UNCOUNTED
    return sum(slot.field in told or slot.field not in UNCOUNTED for slot in slots(answer))


@dataclass(frozen=True)
class Marked:
    """One document's answers beside its gold: each index stands in one pair at most."""

    gold: list[Json]
    answers: list[Json]
    text: str
    pairs: list[Pair]

    def of_gold(self, index: int) -> Pair | None:
        return next((pair for pair in self.pairs if pair.gold == index), None)

    def of_answer(self, index: int) -> Pair | None:
        return next((pair for pair in self.pairs if pair.answer == index), None)

    def found(self, pair: Pair) -> bool:
        return found(self.gold[pair.gold], self.answers[pair.answer], pair.agreed)


def mark(gold: list[Json], answers: list[Json], text: str) -> Marked:
    return Marked(gold, answers, text, pairs(gold, answers, text))


def score(gold: list[Json], answers: list[Json], text: str) -> Score:
    """Counts of one document. Optional gold claims are neither missed nor wrong."""
    return counts(mark(gold, answers, text))


def counts(marked: Marked) -> Score:
    result = Score()
    for index, claim in enumerate(marked.gold):
        if not claim.get("optional"):
            pair = marked.of_gold(index)
            agreed = pair.agreed if pair else []
            hit = pair is not None and marked.found(pair)
            result.add(
                claim["kind"], Tally(found=hit, gold=1, slots_agreed=len(agreed), slots_wanted=len(slots(claim)))
            )
    for index, answer in enumerate(marked.answers):
        pair = marked.of_answer(index)
        partner = marked.gold[pair.gold] if pair else None
        if partner is None or not partner.get("optional"):
            kind = partner["kind"] if partner else answer.get("kind", "")
            result.add(kind, Tally(answers=1, slots_answered=counted_slots(answer, partner)))
    return result


def merged(scores: Iterable[Score]) -> Score:
    total = Score()
    for one in scores:
        for kind, tally in one.kinds.items():
            total.add(kind, tally)
    return total
