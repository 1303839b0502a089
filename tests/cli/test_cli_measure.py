"""`lodeline evaluate` as people call it: tables, errors by cause, JSON, other readers' answers, bad files."""

import json
from pathlib import Path
from typing import Any

from cli_texts import put
from conftest import Command

TEXT = "Norvik will lend Tamba Mining 40 million euros for a cobalt plant in Zambia. Bystron opposes the plan."
LOAN: dict[str, Any] = {
    "kind": "financing",
    "status": "proposed",
    "parties": [{"name": "Norvik", "role": "financier"}, {"name": "Tamba Mining", "role": "recipient"}],
    "amount": {"value": 4e7, "currency": "EUR", "qualifier": "exact"},
    "evidence": "Norvik will lend Tamba Mining 40 million euros",
    "key": ["parties", "amount"],
}


def put_text(path: str, claims: list[dict[str, Any]]) -> Path:
    text = {"id": Path(path).stem, "language": "en", "published": "2031-05-14", "text": TEXT, "claims": claims}
    return put(path, json.dumps(text))


def test_a_folder_of_gold_is_measured_and_errors_stand_under_their_causes(lodeline: Command) -> None:
    put_text("gold/one.json", [LOAN, {"kind": "resource", "parties": [], "evidence": "Bystron opposes the plan."}])
    done = lodeline("evaluate", "gold", "--errors")
    assert (done.code, done.err) == (0, "")
    assert "1 text" in done.out
    assert "(en)" in done.out
    assert "one resource:" in done.out
    assert "Bystron opposes the plan." in done.out


def test_answers_of_another_reader_are_scored_in_place_of_ours(lodeline: Command) -> None:
    put_text("gold/one.json", [LOAN])
    put_text("answers/one.json", [LOAN])
    put_text("empty/one.json", [])
    perfect = json.loads(lodeline("evaluate", "gold", "--answers", "answers", "--json").out)
    silent = json.loads(lodeline("evaluate", "gold", "--answers", "empty", "--json").out)
    assert perfect["scores"]["all"]["claims"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert silent["scores"]["all"] == {
        "gold": 1,
        "read": 0,
        "claims": {"precision": 0.0, "recall": 0.0, "f1": 0.0},
        "slots": {"precision": 0.0, "recall": 0.0, "f1": 0.0},
    }
    assert [error["side"] for error in silent["errors"]] == ["missed"]


def test_a_confidence_above_all_claims_leaves_nothing_read(lodeline: Command) -> None:
    put_text("gold/one.json", [LOAN])
    done = json.loads(lodeline("evaluate", "gold", "--min-confidence", "1", "--json").out)
    assert done["scores"]["all"]["read"] == 0


def test_a_broken_gold_file_is_named_and_the_rest_is_measured(lodeline: Command) -> None:
    put_text("gold/one.json", [LOAN])
    put("gold/two.json", "{")
    done = lodeline("evaluate", "gold")
    assert done.code == 1
    assert "two.json: broken JSON" in done.err
    assert "1 text" in done.out


def test_nothing_to_measure_ends_with_two(lodeline: Command) -> None:
    done = lodeline("evaluate", "nowhere")
    assert done.code == 2
    assert "no such file" in done.err
