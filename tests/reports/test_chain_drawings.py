"""Drawings of the supply chapter: nothing is cut, hidden behind another line or off its axis."""

import re
from itertools import pairwise

from chain_factory import BARS, CHART, METAL, NOBODY, line
from hypothesis import given
from hypothesis import strategies as st

from lodeline.reports.chain_charts import HIGH, LEFT, LINE, RIGHT, WIDE, panels, share_bars, spread
from lodeline.reports.chain_pages import LineChart
from lodeline.reports.markup import join


def drawn(*charts: LineChart) -> str:
    return join(panels(charts)).source


def labels(source: str) -> list[str]:
    return re.findall(r'class="label [a-z-]+">([^<]*)<', source)


def ticks(source: str) -> list[float]:
    return [float(each) for each in re.findall(r">([\d.]+) %</text>", source)]


def test_every_bar_has_its_whole_name_its_figure_and_its_range() -> None:
    source = share_bars(BARS, "percent of the world").source
    assert 'class="share-name">China<' in source
    assert "70.0\u202f%" in source
    assert "700\u202ft" in source
    assert source.count('class="range"') == 1, "all others have no range"
    assert 'aria-label="percent of the world: China 70.0' in source


def test_lines_that_coincide_are_drawn_once_under_both_names() -> None:
    assert labels(drawn(CHART)) == ["nobody, Japan", "ore", "metal"]
    assert drawn(CHART).count("<path") == 3


def test_a_reading_is_named_at_the_end_of_its_line_and_a_future_alone_by_its_own_name() -> None:
    alone = line("", "as told", "as told", (70, 60, 50))
    assert labels(drawn(LineChart("China", "place", (NOBODY, alone)))) == ["nobody", "as told"]
    split = LineChart("China", "control", (NOBODY, METAL, line("metal", "Japan", "rival", (70, 75, 78))))
    assert labels(drawn(split)) == ["Japan", "nobody", "as told"]


def test_all_charts_have_one_step_and_each_its_own_window() -> None:
    low = line("", "as told", "as told", (0, 3, 18))
    one, other = drawn(CHART), drawn(LineChart("Chile", "control", (low,)))
    assert ticks(one) == [60, 62, 64, 66, 68, 70]
    assert ticks(other) == [0, 5, 10, 15, 20, 25]
    both = ticks(drawn(CHART, LineChart("Chile", "control", (low,))))
    assert both == [60, 65, 70, 75, 80, 85, 0, 5, 10, 15, 20, 25]


def test_charts_by_place_stand_before_those_by_control() -> None:
    source = drawn(LineChart("Mined in China", "place", (NOBODY,)), CHART)
    assert source.index("By place") < source.index("Mined in China") < source.index("By control")


SERIES = st.lists(st.floats(0, 100), min_size=2, max_size=2)


@given(st.lists(SERIES, min_size=1, max_size=7))
def test_every_point_lies_within_the_frame(values: list[list[float]]) -> None:
    chart = LineChart("x", "place", tuple(line(str(n), str(n), "as told", tuple(v)) for n, v in enumerate(values)))
    for path in re.findall(r' d="M([^"]*)"', drawn(chart)):
        for point in path.split(" L"):
            x, y = map(float, point.split())
            assert LEFT <= x <= WIDE - RIGHT
            assert 0 <= y <= HIGH


@given(st.lists(st.floats(0, 200), max_size=8).map(sorted))
def test_labels_stand_a_line_apart_and_above_the_foot(wanted: list[float]) -> None:
    placed = spread(wanted, 200)
    assert all(b - a >= LINE - 1e-9 for a, b in pairwise(placed))
    assert max(placed, default=0) <= 200


def test_labels_stay_where_they_are_wanted_while_there_is_room() -> None:
    assert spread([10, 50, 90], 200) == [10, 50, 90]
    assert spread([10, 12], 200) == [10, 10 + LINE]
