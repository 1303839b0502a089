"""Claims that their own words contradict do not reach the ledger; the trace keeps why."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from lodeline.checking.refusing import CHECKER, passed
from lodeline.claims.files import load_claims
from lodeline.vocabulary.quantities import Money
from lodeline.workspace import Workspace

TEXT = "Norvik lends Tamba Mining 40 million euros. Tamba Mining will build a cobalt plant in Zambia in 2034."


def file(folder: Path, value: float) -> Path:
    loan = {
        "kind": "financing",
        "status": "agreed",
        "parties": [{"name": "Norvik", "role": "financier"}, {"name": "Tamba Mining", "role": "recipient"}],
        "amount": {"value": value, "currency": "EUR", "qualifier": "exact"},
        "evidence": "Norvik lends Tamba Mining 40 million euros.",
    }
    path = folder / "one.json"
    path.write_text(json.dumps({"id": "one", "language": "en", "text": TEXT, "claims": [loan]}), "utf-8")
    return path


def test_a_right_reading_passes_as_it_is(tmp_path: Path) -> None:
    document, reading = load_claims(file(tmp_path, 4e7))
    assert passed(document, reading) is reading


def test_a_contradicted_claim_is_refused_with_its_reason(tmp_path: Path) -> None:
    document, reading = load_claims(file(tmp_path, 4e7))
    grown = replace(reading.claims[0], amount=Money(Decimal(40_000_000_000), "EUR"))
    kept = passed(document, replace(reading, claims=(grown,)))
    assert kept.claims == ()
    [step] = kept.steps
    assert (step.rule, step.outcome) == (CHECKER, "refused")
    assert "40000000000" in step.reason


def test_the_ledger_refuses_an_invented_figure_from_a_file(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "ledger")
    list(workspace.read_claims([str(file(tmp_path, 4e10))]))
    assert workspace.state().entries == ()
    list(workspace.read_claims([str(file(tmp_path, 4e7))]))
    assert len(workspace.state().entries) == 1
