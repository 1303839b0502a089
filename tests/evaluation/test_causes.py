"""Each error gets one cause, the one that tells where to look."""

from typing import Any

import pytest

from lodeline.claims.claim import ClaimId, Step
from lodeline.evaluation.causes import Mistake, mistakes
from lodeline.evaluation.scoring import Json, mark

TEXT = "Norvik lends Tamba Mining 40 million euros. Tamba Mining will build a cobalt plant in Zambia. Rain fell."
LOAN: Json = {
    "kind": "financing",
    "status": "agreed",
    "parties": [{"name": "Norvik", "role": "financier"}, {"name": "Tamba Mining", "role": "recipient"}],
    "amount": {"value": 40e6, "currency": "EUR", "qualifier": "exact"},
    "evidence": "Norvik lends Tamba Mining 40 million euros.",
    "key": ["parties", "amount", "status"],
}
PLANT: Json = {
    "kind": "project",
    "status": "proposed",
    "parties": [{"name": "Tamba Mining", "role": "developer"}],
    "commodities": ["cobalt"],
    "evidence": "Tamba Mining will build a cobalt plant in Zambia.",
    "key": ["parties", "commodities"],
}


def found(gold: list[Json], answers: list[Json], steps: tuple[Step, ...] = ()) -> list[Mistake]:
    return list(mistakes("one", "en", mark(gold, answers, TEXT), steps))


def changed(claim: Json, **changes: Any) -> Json:
    return {**claim, **changes}


def test_a_perfect_answer_has_no_mistake() -> None:
    assert found([LOAN, PLANT], [LOAN, PLANT]) == []


@pytest.mark.parametrize(
    ("changes", "cause", "detail"),
    [
        ({"status": "proposed"}, "status differs", "gold agreed; read proposed"),
        (
            {"amount": {"value": 4e6, "currency": "EUR", "qualifier": "exact"}},
            "amount differs",
            "gold 40000000.0 EUR exact; read 4000000.0 EUR exact",
        ),
        ({"amount": None}, "amount differs", "gold 40000000.0 EUR exact; read none"),
    ],
)
def test_a_contradicting_slot_is_named_with_both_values(changes: Json, cause: str, detail: str) -> None:
    [mistake] = found([LOAN], [changed(LOAN, **changes)])
    assert (mistake.side, mistake.cause, mistake.detail) == ("missed", cause, detail)


def test_missing_key_slots_are_listed() -> None:
    gold = changed(PLANT, key=["parties", "commodities", "assets"], assets=["Musoko", "Kalala"])
    [mistake] = found([gold], [changed(PLANT, commodities=[])])
    assert mistake.cause == "too few key slots"
    assert "assets Musoko" in mistake.detail


def test_another_kind_on_the_same_words_is_told_on_both_sides() -> None:
    answer = changed(LOAN, kind="investment")
    missed, wrong = found([LOAN], [answer])
    assert (missed.side, missed.cause, missed.detail) == ("missed", "read as another kind", "investment")
    assert (wrong.side, wrong.cause, wrong.detail) == ("wrong", "read as another kind", "gold financing")


def test_a_claim_that_nothing_touches_takes_its_reason_from_the_trace() -> None:
    step = Step("no rule", 44, 94, "passed_over", "no cue word")
    [mistake] = found([PLANT], [], (step,))
    assert (mistake.cause, mistake.detail) == ("no rule fired", "no cue word")


def test_a_claim_below_the_asked_confidence_has_a_cause_of_its_own() -> None:
    step = Step("output told", 44, 94, "claim", "project from parties.0", ClaimId("c1"))
    [mistake] = found([PLANT], [], (step,))
    assert mistake.cause == "left out by its confidence"
    [other] = found([PLANT], [{"kind": "meeting", "id": "c1", "evidence": PLANT["evidence"]}], (step,))[:1]
    assert other.cause == "read as another kind"


def test_a_claim_told_twice_and_one_of_nothing_are_wrong() -> None:
    rain = {"kind": "meeting", "evidence": "Rain fell."}
    twice, nothing = found([LOAN], [LOAN, LOAN, rain])
    assert (twice.cause, nothing.cause) == ("told twice", "nothing there")


def test_an_optional_claim_is_never_missed() -> None:
    assert found([changed(LOAN, optional=True)], []) == []
