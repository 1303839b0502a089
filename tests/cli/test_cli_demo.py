"""The sample reports through the real reader: what a stranger sees first, and the same bytes in whatever order."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from conftest import Command

SAMPLES = Path(str(files("lodeline").joinpath("samples")))
STEPS = ["under_discussion", "preliminary", "struck", "committed"]


@pytest.fixture
def entries(lodeline: Command) -> list[dict[str, Any]]:
    assert lodeline("read", SAMPLES).code == 0
    told: list[dict[str, Any]] = json.loads(lodeline("ledger", "--json", "--book", "all").out)
    return told


def climbed(entry: dict[str, Any]) -> list[str]:
    """Each stage where the history first reaches it."""
    return list(dict.fromkeys(point["stage"] for point in entry["status_history"]))


def test_one_deal_told_in_two_languages_is_one_of_each_thing(entries: list[dict[str, Any]]) -> None:
    commitments = [entry for entry in entries if entry["book"] == "commitments"]
    kinds = sorted(entry["kind"] for entry in commitments)
    assert kinds == ["agreement", *["financing"] * 3, "investment", "joint_venture", "project", *["supply"] * 2]
    (venture,) = [entry for entry in commitments if entry["kind"] == "joint_venture"]
    assert (len(venture["sources"]), venture["stage"], venture["bindingness"]) == (6, "committed", "binding")
    assert climbed(venture) == STEPS
    assert sorted(party["share"] for party in venture["parties"]) == [35, 65]
    assert any(name.isascii() for name in venture["parties"][1]["names"])
    assert not all(name.isascii() for name in venture["parties"][1]["names"])


def test_the_loan_goes_from_letter_to_first_money_in_one_entry(entries: list[dict[str, Any]]) -> None:
    (loan,) = [entry for entry in entries if any(amount["value"] == 380_000_000 for amount in entry["amounts"])]
    assert climbed(loan) == ["preliminary", "committed", "implementing"]
    assert {(amount["value"] // 1_000_000, amount["kind"]) for amount in loan["amounts"]} == {
        (420, "ceiling"),
        (450, "ceiling"),
        (380, "total"),
        (55, "tranche"),
    }


def test_the_package_is_one_and_its_currency_is_not_stated(entries: list[dict[str, Any]]) -> None:
    (package,) = [entry for entry in entries if entry["kind"] == "agreement"]
    assert len(package["sources"]) == 3
    assert {amount["currency"] for amount in package["amounts"]} == {None}


def test_the_export_is_the_same_byte_for_byte_in_whatever_order_texts_are_read(
    lodeline: Command, tmp_path: Path
) -> None:
    samples = sorted(SAMPLES.glob("*.json"))
    one, other = (tmp_path / name for name in ("one", "other"))
    assert lodeline("--workspace", one, "--today", "2026-12-01", "read", *samples).code == 0
    for order in (samples[::-1], samples[3:], samples):
        assert lodeline("--workspace", other, "--today", "2027-01-02", "read", *order).code == 0
    for form in ("csv", "jsonl"):
        exports = [tmp_path / f"{workspace.name}.{form}" for workspace in (one, other)]
        for workspace, export in zip((one, other), exports, strict=True):
            assert lodeline("--workspace", workspace, "export", "--format", form, "--out", export).code == 0
        assert exports[0].read_bytes() == exports[1].read_bytes()
        assert len(exports[0].read_bytes().splitlines()) > 30
