"""The scorer, on small cases counted by hand, and against the scorer that came with the gold where it is present."""

import copy
import importlib.util
import json
import random
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from lodeline.evaluation import scoring
from lodeline.evaluation.scoring import Json

ROOT = Path(__file__).parents[2]
OUTSIDE = ROOT.parent / "shared" / "gold"

TEXT = (
    "Норвежская компания Fjordmet вложит 40 миллионов евро в добычу лития в Боливии. "
    "Министр горной промышленности Боливии Хулио Пас заявил, что проект начнется в 2031 году. "
    "Fjordmet вложит в добычу боливийского лития 40 миллионов, подтвердил инвестор."
)
INVESTMENT: Json = {
    "kind": "investment",
    "status": "proposed",
    "parties": [{"name": "Fjordmet", "role": "investor"}, {"name": "Боливия", "role": "host"}],
    "commodities": ["lithium"],
    "amount": {"value": 40e6, "currency": "EUR", "qualifier": "exact"},
    "evidence": "Норвежская компания Fjordmet вложит 40 миллионов евро в добычу лития в Боливии.",
    "key": ["parties", "amount", "status"],
}
SPEECH: Json = {
    "kind": "statement",
    "parties": [{"name": "Хулио Пас", "role": "speaker"}],
    "evidence": "Хулио Пас заявил, что проект начнется в 2031 году.",
    "key": ["parties"],
    "optional": True,
}


def with_(claim: Json, **changes: Any) -> Json:
    return {**copy.deepcopy(claim), **changes}


def found(gold: Json, answer: Json) -> int:
    return scoring.score([gold], [answer], TEXT).all.found


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, 1),
        ({"parties": [{"name": "Fjordmet", "role": "investor"}]}, 1),  # three of four key slots
        ({"status": "in_force"}, 0),
        ({"status": None}, 0),
        ({"amount": {"value": 41e6, "currency": "EUR", "qualifier": "exact"}}, 0),  # off by over one per cent
        ({"amount": {"value": 40e6, "currency": "USD", "qualifier": "exact"}}, 0),
        ({"amount": {"value": 40e6, "currency": None, "qualifier": "exact"}}, 0),
        ({"amount": None}, 0),
        ({"kind": "financing"}, 0),
        ({"evidence": "вложит 40 миллионов евро"}, 1),
        ({"evidence": "вложит в добычу боливийского лития 40 миллионов"}, 1),  # the same told again
        ({"evidence": "Хулио Пас заявил, что проект начнется"}, 0),
        ({"evidence": "слов, которых в тексте нет"}, 0),
        ({"evidence": None}, 0),
    ],
)
def test_an_answer_is_found_when_nothing_that_matters_contradicts(changes: Json, expected: int) -> None:
    assert found(INVESTMENT, with_(INVESTMENT, **changes)) == expected


def test_an_alternative_kind_and_status_are_as_good() -> None:
    gold = with_(INVESTMENT, kind_alt=["financing"], status_alt=["agreed"])
    assert found(gold, with_(INVESTMENT, kind="financing", status="agreed")) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Министерства энергетики", "Министерство энергетики", True),
        ("Хулио Пас", "министр Хулио Пас", True),
        ("Пас", "министр Пас", False),
        ("Боливия", "Бразилия", False),
        ("Ёлкин", "Елкин", True),
        ("", "Пас", False),
    ],
)
def test_names_are_the_same_in_any_case_but_not_by_a_single_word(one: str, other: str, same: bool) -> None:
    assert scoring.same_name(scoring.plain(one), scoring.plain(other)) is same


@pytest.mark.parametrize(
    ("gold", "answer", "same"),
    [("2031", "2031-05", True), ("2031-05-02", "2031-05", True), ("2031-05", "2031", False), ("2031", "2030", False)],
)
def test_dates_agree_as_far_as_both_tell(gold: str, answer: str, same: bool) -> None:
    assert scoring.dates_agree(gold, answer) is same


def test_an_optional_claim_is_neither_missed_nor_wrong() -> None:
    silent = scoring.score([INVESTMENT, SPEECH], [INVESTMENT], TEXT)
    talkative = scoring.score([INVESTMENT, SPEECH], [INVESTMENT, SPEECH], TEXT)
    assert silent.all == talkative.all
    assert silent.all.claims.f1 == 1.0


def test_counts_of_claims_and_slots_by_hand() -> None:
    # One claim of two is found. Gold slots: status, 2 parties, commodity, amount, qualifier = 6, and 2 of the share.
    # The answer has 5 of the 6 (the qualifier differs) and one place more, which counts not; the extra answer has 1.
    share = {"kind": "share", "parties": [{"name": "Чили", "role": "holder"}], "stage": "mining", "key": ["parties"]}
    share["evidence"] = "Боливии"
    amount = {"value": 40e6, "currency": "EUR", "qualifier": "about"}
    answers = [with_(INVESTMENT, amount=amount, places=["BO"]), {"kind": "meeting", "status": "agreed"}]
    result = scoring.score([INVESTMENT, share], answers, TEXT)
    assert result.all == scoring.Tally(1, 2, 2, 5, 7, 8)
    assert result.deals == scoring.Tally(1, 1, 1, 5, 6, 6)
    assert (result.all.claims.precision, result.all.claims.recall, result.all.claims.f1) == (0.5, 0.5, 0.5)


def test_no_answers_at_all_score_nothing_and_break_nothing() -> None:
    assert scoring.score([INVESTMENT], [], TEXT).all.claims.f1 == 0.0
    assert scoring.score([], [], TEXT).all.claims.f1 == 0.0


def test_scores_of_documents_add_up() -> None:
    one = scoring.score([INVESTMENT], [INVESTMENT], TEXT)
    assert scoring.merged([one, one]).all.gold == 2
    assert scoring.merged([one, one]).all.claims == scoring.Rate(2, 2, 2)


# --- against the other scorer ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def outside() -> ModuleType:
    path = OUTSIDE / "score_claims.py"
    if not path.is_file():
        pytest.skip("the scorer that came with the gold is not beside this checkout")
    spec = importlib.util.spec_from_file_location("score_claims", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents() -> list[Json]:
    paths = [*sorted((ROOT / "tests" / "gold" / "open").glob("*.json")), *sorted(OUTSIDE.glob("seed*.json"))]
    return [document_with_text(path) for path in paths]


def document_with_text(path: Path) -> Json:
    document: Json = json.loads(path.read_text("utf-8"))
    if "text_file" in document:
        document["text"] = (path.parent / document["text_file"]).read_text("utf-8")
    return document


def spoilt(claims: list[Json], dice: random.Random) -> list[Json]:
    """Answers as a reader of middling skill would give them: some missed, some doubled, slots lost or wrong."""
    answers = [copy.deepcopy(claim) for claim in claims if dice.random() > 0.2]
    for claim in answers:
        for key in ("key", "status_alt", "kind_alt", "optional"):
            claim.pop(key, None)
        if dice.random() < 0.2 and "status" in claim:
            claim["status"] = dice.choice(["agreed", "proposed", "in_force"])
        if dice.random() < 0.3:
            claim.pop(dice.choice(["commodities", "amount", "date", "places", "quantity", "instrument"]), None)
        if dice.random() < 0.3 and claim.get("parties"):
            claim["parties"].pop()
        if dice.random() < 0.3:
            claim["evidence"] = claim["evidence"][: len(claim["evidence"]) // 3].strip() or claim["evidence"]
    return answers + [copy.deepcopy(claim) for claim in answers if dice.random() < 0.15]


def outside_counts(outside: ModuleType, gold: list[Json], answers: list[Json], text: str) -> Counter[str]:
    rows = outside.score_document(gold, answers, text)
    paired = {row[1]: gold[row[0]] for row in rows}
    counted: Counter[str] = Counter()
    for row in rows:
        if not gold[row[0]].get("optional"):
            counted["found"] += row[3]
            counted["agreed"] += len(row[2])
    for claim in gold:
        if not claim.get("optional"):
            counted["gold"] += 1
            counted["wanted"] += len(outside.slots(claim))
    for index, answer in enumerate(answers):
        if not paired.get(index, {}).get("optional"):
            counted["answers"] += 1
            counted["answered"] += outside.answer_slots(answer, paired.get(index))
    return counted


@pytest.mark.parametrize("seed", range(3))
def test_both_scorers_give_the_same_f1_within_two_hundredths(outside: ModuleType, seed: int) -> None:
    theirs: Counter[str] = Counter()
    ours = scoring.Score()
    dice = random.Random(seed)
    for document in documents():
        answers = spoilt(document["claims"], dice)
        theirs += outside_counts(outside, document["claims"], answers, document["text"])
        ours = scoring.merged([ours, scoring.score(document["claims"], answers, document["text"])])
    claims = scoring.Rate(theirs["found"], theirs["answers"], theirs["gold"])
    slots = scoring.Rate(theirs["agreed"], theirs["answered"], theirs["wanted"])
    assert 0.3 < claims.f1 < 0.95, "the answers are too good or too bad to tell the scorers apart"
    assert ours.all.claims.f1 == pytest.approx(claims.f1, abs=0.02)
    assert ours.all.slots.f1 == pytest.approx(slots.f1, abs=0.02)
