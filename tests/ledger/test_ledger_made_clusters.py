"""Deals told in many reports by a generator that knows what it planted: one entry each, and nothing invented."""

from pathlib import Path

import pytest
from clusters import measure

OPEN = Path(__file__).parents[1] / "gold" / "open"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_was_planted_in_thirty_deals_is_found_and_no_conflict_is_invented(seed: int) -> None:
    found = [each for _, each in measure(sorted(OPEN.glob("*.json")), 30, seed)]
    assert len(found) == 30
    assert sum(each.found for each in found) >= 0.98 * sum(each.planted for each in found)
    assert [slot for each in found for slot in each.invented] == []
