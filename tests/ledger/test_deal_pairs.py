"""Pairs of claims of which people say that they are two commitments, or one: how many the ledger merges."""

from pathlib import Path

from deal_pairs import pairs

DEALS = Path(__file__).parents[1] / "gold" / "deals"


def test_hardly_any_pair_that_people_hold_for_two_is_merged() -> None:
    found = list(pairs(DEALS / "negatives.jsonl"))
    assert len(found) >= 200
    assert sum(pair.merged for pair in found) <= 4


def test_pairs_that_people_hold_for_one_are_merged_as_often_as_they_were() -> None:
    assert sum(pair.merged for pair in pairs(DEALS / "positives.jsonl")) >= 48
