"""A folder of gold files, measured: sums by hand, bad files told, unsure claims left out."""

import json
from dataclasses import replace
from pathlib import Path

from lodeline.claims.claim import Reading
from lodeline.claims.files import load_claims
from lodeline.documents.sources import Failure
from lodeline.evaluation.evaluate import Evaluation, GoldText, gold_texts

TEXT = "Norvik lends Tamba Mining 40 million euros. Norvik met the ministry in Lusaka."
GOLD = {
    "id": "one",
    "language": "en",
    "published": "2026-03-02",
    "text": TEXT,
    "claims": [
        {
            "kind": "financing",
            "status": "agreed",
            "parties": [{"name": "Norvik", "role": "financier"}, {"name": "Tamba Mining", "role": "recipient"}],
            "amount": {"value": 40e6, "currency": "EUR", "qualifier": "exact"},
            "evidence": "Norvik lends Tamba Mining 40 million euros.",
            "key": ["parties", "amount"],
        },
        {
            "kind": "meeting",
            "status": "completed",
            "parties": [{"name": "Norvik", "role": "participant"}],
            "evidence": "Norvik met the ministry in Lusaka.",
            "key": ["parties"],
        },
    ],
}


def written(folder: Path) -> Path:
    path = folder / "one.json"
    path.write_text(json.dumps(GOLD), "utf-8")
    return path


def texts(folder: Path) -> list[GoldText | Failure]:
    return list(gold_texts([str(folder)]))


def test_the_gold_read_as_an_answer_is_perfect_in_every_row(tmp_path: Path) -> None:
    path = written(tmp_path)
    [gold] = texts(tmp_path)
    assert isinstance(gold, GoldText)
    result = Evaluation()
    result.add(gold, load_claims(path)[1])
    rows = dict(result.rows())
    assert list(rows) == ["financing", "meeting", "(en)", "deals", "context", "all"]
    assert all(score.all.claims.f1 == 1.0 for score in rows.values())
    assert (rows["deals"].all.gold, rows["context"].all.gold, rows["all"].all.gold) == (1, 1, 2)
    assert result.mistakes == []


def test_claims_less_sure_than_asked_for_count_as_not_given(tmp_path: Path) -> None:
    path = written(tmp_path)
    [gold] = texts(tmp_path)
    assert isinstance(gold, GoldText)
    reading = load_claims(path)[1]
    sure, unsure = (replace(claim, confidence=c) for claim, c in zip(reading.claims, (0.9, 0.4), strict=True))
    result = Evaluation()
    result.add(gold, Reading(reading.document, (sure, unsure)), least=0.5)
    assert (result.whole.all.answers, result.whole.all.found) == (1, 1)
    assert [mistake.kind for mistake in result.mistakes] == ["meeting"]


def test_a_broken_gold_file_is_told_and_the_rest_is_measured(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "broken.json").write_text('{"text": "half a', "utf-8")
    (tmp_path / "lost.json").write_text(json.dumps({**GOLD, "id": "lost", "text": "Other words."}), "utf-8")
    bad = [item for item in texts(tmp_path) if isinstance(item, Failure)]
    assert len(bad) == 2
    assert "broken JSON" in str(bad[0].error)
    assert "evidence is not in the text" in str(bad[1].error)
