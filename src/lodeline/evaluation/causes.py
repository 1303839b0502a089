"""Why a gold claim was missed or an answer is wrong: one cause each, in words that tell where to look.

A claim that was paired but contradicts its gold is told once, as missed with what differs, not again as wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lodeline.claims.claim import Step
from lodeline.evaluation.scoring import Json, Marked, Pair, Slot, place, shared_words, slots

TOUCHING = 0.2
"""Two stretches that share this part of the shorter one speak of the same words."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One error: `side` is `missed` (a gold claim) or `wrong` (an answer); `cause` groups, `detail` tells this case."""

    document: str
    language: str
    side: str
    kind: str
    cause: str
    detail: str
    evidence: str


def mistakes(document: str, language: str, marked: Marked, steps: Iterable[Step] = ()) -> Iterator[Mistake]:
    """The errors of one document, gold claims first. `steps` is the reader's trace, where it is known."""
    trace = tuple(steps)
    for index, gold in enumerate(marked.gold):
        pair = marked.of_gold(index)
        if not gold.get("optional") and not (pair and marked.found(pair)):
            cause, detail = differing(marked, pair) if pair else unread(marked, gold, trace)
            yield Mistake(document, language, "missed", gold["kind"], cause, detail, gold.get("evidence", ""))
    for index, answer in enumerate(marked.answers):
        if marked.of_answer(index) is None:
            cause, detail = unwanted(marked, answer)
            yield Mistake(
                document, language, "wrong", answer.get("kind", ""), cause, detail, answer.get("evidence", "")
            )


def differing(marked: Marked, pair: Pair) -> tuple[str, str]:
    """The first slot that makes a paired claim wrong, in the order in which slots matter."""
    gold, answer = marked.gold[pair.gold], marked.answers[pair.answer]
    agreed = [slot.field for slot in pair.agreed]
    for name in ("status", "amount", "quantity", "share", "action", "stage"):
        wanted, given = values(gold, name), values(answer, name)
        counts = name == "status" or name in (gold.get("key") or ())
        if counts and wanted and name not in agreed:
            return f"{name} differs", f"gold {', '.join(wanted)}; read {', '.join(given) or 'none'}"
    lost = [slot for slot in slots(gold) if slot.field in (gold.get("key") or ["parties"])]
    for slot in pair.agreed:
        if slot in lost:
            lost.remove(slot)
    return "too few key slots", "without " + ", ".join(f"{slot.field} {shown(slot)}" for slot in lost)


def unread(marked: Marked, gold: Json, trace: tuple[Step, ...]) -> tuple[str, str]:
    """Nothing was paired: other claims on the same words, or what the trace says of them."""
    kinds = [answer.get("kind", "") for answer in touching(marked.answers, gold, marked.text)]
    if gold["kind"] in kinds:
        return "one claim for two", "a claim of this kind on these words was paired with another of the gold"
    where = place(gold, marked.text)
    given = {answer.get("id") for answer in marked.answers}
    left_out = [
        step.reason
        for step in trace
        if where and step.outcome == "claim" and step.claim not in given
        if shared_words(where, (step.start, step.stop)) > 0
    ]
    if left_out and not kinds:
        return "left out by its confidence", "; ".join(left_out)
    reasons = [
        step.reason
        for step in trace
        if where and step.outcome == "passed_over" and shared_words(where, (step.start, step.stop)) > 0
    ]
    if kinds:
        return "read as another kind", ", ".join(dict.fromkeys(kinds))
    return "no rule fired", "; ".join(dict.fromkeys(reasons)) or "the trace says nothing of these words"


def unwanted(marked: Marked, answer: Json) -> tuple[str, str]:
    kinds = [gold["kind"] for gold in touching(marked.gold, answer, marked.text)]
    if answer.get("kind") in kinds:
        return "told twice", "the gold has one claim of this kind on these words"
    if kinds:
        return "read as another kind", f"gold {', '.join(dict.fromkeys(kinds))}"
    return "nothing there", "the gold has no claim on these words"


def touching(others: list[Json], claim: Json, text: str) -> Iterator[Json]:
    where = place(claim, text)
    for other in others:
        there = place(other, text)
        if where and there and shared_words(where, there) >= TOUCHING:
            yield other


def values(claim: Json, name: str) -> list[str]:
    return [shown(slot) for slot in slots(claim) if slot.field == name]


def shown(slot: Slot) -> str:
    if not isinstance(slot.value, dict):
        return str(slot.value)
    return str(slot.value.get("name") or " ".join(str(part) for part in slot.value.values()))
