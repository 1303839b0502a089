"""World output is the sum of its countries, but for rounding and the gaps that are listed here."""

from collections.abc import Iterator

import pytest
from supply_factory import figure, table

from lodeline.supply.output import STAGES, Output, commodities, output, table_years

ONLY_WORLD = {
    *(("cadmium", "refining", 2024), ("gold", "mining", 2024), ("iron ore", "mining", 2024)),
    *(("mercury", "mining", 2024), ("platinum", "mining", 2024), ("selenium", "refining", 2024)),
    *(("silicon metal", "smelting", 2024), ("strontium", "mining", 2024), ("titanium minerals", "mining", 2024)),
    *(("gold", "reserves", 2025), ("iron ore", "reserves", 2025)),
}
"""Tables whose source tells the world total and no country."""
NO_TOTAL = {
    *(("boron", "mining", 2024), ("boron", "mining", 2025), ("barite", "reserves", 2025)),
    *(("beryllium", "reserves", 2025), ("rhenium", "reserves", 2025), ("tantalum", "reserves", 2025)),
}
"""Tables whose source prints no world total: forms that cannot be summed, or countries of which only some are known."""
GAPS = {
    ("ferrosilicon", "smelting", 2025): 2.6,  # a total without the United States, rounded to half a million tonnes
    ("antimony", "reserves", 2025): -19.8,  # printed as a lower bound
    ("chromium", "reserves", 2025): 24.9,  # printed as a lower bound
}
"""(world − sum) / world in percent, beyond what rounding explains. No other table has one."""


def tables() -> Iterator[tuple[tuple[str, str, int], Output]]:
    for commodity in commodities():
        for stage in STAGES:
            for year in table_years(commodity, stage):
                made = output(commodity, stage, year)
                assert isinstance(made, Output)
                yield (commodity, stage, year), made


def test_countries_add_up_to_the_world_within_rounding_but_for_the_listed_gaps() -> None:
    left = {key: made for key, made in tables() if not made.adds_up and key not in ONLY_WORLD | NO_TOTAL}
    assert {key: round(100 * (made.gap or 0), 1) for key, made in left.items()} == GAPS


def test_tables_with_a_total_alone_and_without_a_total_are_the_listed_ones() -> None:
    assert {key for key, made in tables() if not made.countries} == ONLY_WORLD
    assert {key for key, made in tables() if made.printed is None} == NO_TOTAL


def test_no_gap_of_a_table_with_countries_is_wider_than_four_percent_but_for_lower_bounds() -> None:
    wide = {key for key, made in tables() if made.countries and made.gap is not None and abs(made.gap) > 0.04}
    assert wide == {("antimony", "reserves", 2025), ("chromium", "reserves", 2025)}


@pytest.mark.parametrize(
    ("tonnes", "flag", "half"),
    [
        (85_000, "estimated", 500),
        (5_000_000, "estimated", 50_000),  # two digits at least: 5.0 million
        (5_000_000, "reported", 5_000),
        (302_000, "estimated", 500),  # printed with more digits than the least
        (1_550_686, "reported", 0.5),
        (2.87, "reported", 0.005),
        (0, "reported", 0),
    ],
)
def test_half_of_the_last_printed_place(tonnes: float, flag: str, half: float) -> None:
    assert figure("CHN", tonnes, flag=flag).half_place == half  # type: ignore[arg-type]


def test_a_sum_beyond_rounding_does_not_add_up() -> None:
    assert table(100, {"CHN": 60, "USA": 40}).adds_up
    assert not table(200, {"CHN": 60, "USA": 40}).adds_up
    assert not table(None, {"CHN": 60, "USA": 40}).adds_up


def test_withheld_figures_add_nothing_and_the_rest_of_the_world_does() -> None:
    made = table(100, {"CHN": 60, "USA": None}, others=30)
    assert made.listed == 90
    assert made.gap == pytest.approx(0.1)


def test_without_a_printed_total_there_is_no_whole() -> None:
    assert table(None, {"CHN": 60}).whole == 0
    assert table(100, {"CHN": 60}).whole == 100
    assert table(100, {"CHN": 109}).whole == 109
