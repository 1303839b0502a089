"""The drawing of a commitment's way: a lower rung told later is a dot beside it, and moves nothing back."""

import re

import pytest

from lodeline.ledger.commitment import Stage
from lodeline.reports.charts import stage_strip
from lodeline.reports.pages import StagePoint


def drawn(*stages: Stage, now: Stage) -> str:
    points = [StagePoint(f"2031-0{at}", stage, stage, (at,)) for at, stage in enumerate(stages, 1)]
    return str(stage_strip(points, now))


def across(svg: str, kind: str) -> list[str]:
    """Where the lines of the way end, or the dots stand, one each row."""
    pattern = {"dot": r'<circle cx="([\d.]+%)"', "path": r'<line x1="[\d.]+%" x2="([\d.]+%)"[^>]*class="path"'}[kind]
    found = re.findall(pattern, svg)
    return found if kind == "dot" else found[1::2]


@pytest.mark.parametrize(
    ("stages", "now", "stays"),
    [
        (("struck", "committed"), "committed", []),
        (("struck", "committed", "announced"), "committed", [2]),
        (("committed", "denied"), "committed", [1]),
        (("committed", "suspended"), "suspended", []),
        (("committed", "suspended", "struck"), "struck", []),
    ],
)
def test_the_way_goes_up_stops_and_returns_and_never_falls(
    stages: tuple[Stage, ...], now: Stage, stays: list[int]
) -> None:
    svg = drawn(*stages, now=now)
    dots, path = across(svg, "dot"), across(svg, "path")
    assert len(path) == len(dots) - 1
    assert [row for row, (dot, way) in enumerate(zip(dots[1:], path, strict=True), 1) if dot != way] == stays


def test_the_stage_of_the_entry_is_marked_and_not_the_last_one_told() -> None:
    svg = drawn("committed", "announced", now="committed")
    assert re.findall(r'class="rung now"[^>]*>(\w+)<', svg) == ["committed"]
