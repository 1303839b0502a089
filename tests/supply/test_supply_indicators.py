"""Shares, concentration, import reliance: against hand counts and against second calculations."""

import csv
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from supply_factory import relative, table

from lodeline.supply.governance import instability, stability, weighted_hhi
from lodeline.supply.indicators import Reliance, hhi, net_import_reliance, share_of, shares
from lodeline.supply.output import STAGES, Absent, Output, commodities, output, table_years
from lodeline.supply.ranges import Range
from lodeline.supply.tables import packed_lines, rows

STATES = ("AUS", "BRA", "CHL", "CHN", "KAZ", "PER", "USA")
tonnes = st.floats(0, 1e9, allow_nan=False)
worlds = st.dictionaries(st.sampled_from(STATES), tonnes, min_size=1).filter(lambda told: sum(told.values()) > 1e-3)


def share(commodity: str, stage: str, state: str, year: int | None = None) -> Range:
    made = output(commodity, stage, year)
    assert isinstance(made, Output)
    found = share_of(made, state)
    assert not isinstance(found, Absent)
    return found.percent


def all_tables() -> Iterator[Output]:
    for commodity in commodities():
        for stage in STAGES:
            for year in table_years(commodity, stage):
                made = output(commodity, stage, year)
                assert isinstance(made, Output)
                yield made


@pytest.mark.parametrize(
    ("commodity", "stage", "year", "state", "percent"),
    [
        ("rare earths", "mining", 2024, "CHN", 70.3),  # 270 000 of 384 000 listed; 380 000 is printed
        ("rare earths", "mining", 2025, "CHN", 69.2),  # 270 000 of 390 000
        ("tungsten", "mining", 2025, "CHN", 78.7),  # 67 000 of 85 140 listed
        ("tungsten", "mining", 2024, "CHN", 81.7),  # 67 000 of 82 000
        ("tungsten", "mining", 2025, "KAZ", 2.8),
        ("tungsten", "refining", 2020, "CHN", 86.0),
        ("gallium", "refining", 2024, "CHN", 98.9),  # 839 of 848
        ("gallium", "refining", 2025, "CHN", 99.0),  # 900 of 909 listed, where China and the world print alike
        ("germanium", "refining", 2024, "CHN", 81.0),
        ("uranium", "conversion", 2017, "RUS", 31.3),  # 18 000 of 57 500
        ("tungsten", "reserves", 2025, "CHN", 53.2),  # 2.5 of 4.7 million
    ],
)
def test_shares_are_those_of_a_hand_count(commodity: str, stage: str, year: int, state: str, percent: float) -> None:
    assert share(commodity, stage, state, year).mid == pytest.approx(percent, abs=0.05)


def test_germanium_is_an_interval_and_not_a_point() -> None:
    told = share("germanium", "refining", "CHN")
    assert (round(told.low), round(told.high)) == (68, 94)


def test_bounds_of_a_relative_source_are_points_of_share() -> None:
    told = share("tungsten", "refining", "CHN")
    assert (round(told.low), round(told.high)) == (81, 91)
    made = relative(table(100, {"CHN": 90.0, "USA": 10.0}, band=0.2))
    assert shares(made)[0].percent == Range(72, 90, 100)


def test_a_share_moves_with_its_own_bounds_alone() -> None:
    made = table(100, {"CHN": 60.0, "USA": 40.0}, band=0.2)
    told = shares(made)[0].percent
    assert told.low == pytest.approx(100 * 48 / 88)
    assert told.high == pytest.approx(100 * 72 / 112)


def test_shares_add_up_to_a_hundred_within_rounding_in_every_table() -> None:
    for made in all_tables():
        told = sum(each.percent.mid for each in shares(made))
        rest = 100 * (made.others.value or 0) / made.whole if made.others and made.whole else 0.0
        missing = 100 * max(0.0, made.gap or 0.0) if made.countries else 100
        expected = 100 if made.whole else 0
        assert told + (rest if made.countries else 0) + (missing if made.whole else 0) == pytest.approx(expected), (
            made.told
        )


@given(worlds, st.floats(0, 1e9), st.floats(0, 0.5))
def test_shares_of_any_world_are_ranges_that_sum_to_a_hundred(
    told: dict[str, float], others: float, band: float
) -> None:
    made = table(sum(told.values()) + others, dict(told), others, band)
    parts = shares(made)
    assert all(0 <= each.percent.low <= each.percent.mid <= each.percent.high <= 100 + 1e-9 for each in parts)
    assert sum(each.percent.mid for each in parts) + 100 * others / made.whole == pytest.approx(100)


def test_without_a_world_total_nobody_has_a_share() -> None:
    made = output("boron", "mining", 2025)
    assert isinstance(made, Output)
    found = share_of(made, "TUR")
    assert isinstance(found, Absent)
    assert found.why == "no total"
    assert shares(made) == ()
    assert hhi(made) == Range(0, 0.5, 1)


def plain_hhi(commodity: str, stage: str, year: str) -> float:
    """Σ share² of the countries, from the rows of the table by another road: integers and a sum of squares."""
    told = [
        row for row in rows("production") if (row["commodity"], row["stage"], row["year"]) == (commodity, stage, year)
    ]
    values = {row["country"]: float(row["value_t"]) for row in told if row["value_t"]}
    world = values.pop("WLD")
    whole = max(world, sum(values.values()))
    values.pop("OTH", None)
    return sum(value * value for value in values.values()) / (whole * whole)


@pytest.mark.parametrize(
    ("commodity", "stage", "year", "printed"),
    [
        ("rare earths", "mining", 2025, 0.505),
        ("tungsten", "mining", 2025, 0.623),
        ("gallium", "refining", 2024, 0.979),
        ("uranium", "conversion", 2017, 0.236),
        ("tungsten", "refining", 2020, 0.742),
        ("cobalt", "mining", 2025, None),
    ],
)
def test_concentration_agrees_with_a_second_calculation(
    commodity: str, stage: str, year: int, printed: float | None
) -> None:
    made = output(commodity, stage, year)
    assert isinstance(made, Output)
    known = plain_hhi(commodity, stage, str(year))
    rest = max(0.0, 1 - sum(each.percent.mid / 100 for each in shares(made))) ** 2
    assert hhi(made).mid == pytest.approx(known + rest / 2)
    if printed is not None:
        assert known == pytest.approx(printed, abs=0.001)


@given(worlds, st.floats(0, 1e9), st.floats(0, 0.5))
def test_concentration_lies_between_equal_parts_and_one_producer(
    told: dict[str, float], others: float, band: float
) -> None:
    made = table(sum(told.values()) + others, dict(told), others, band)
    found = hhi(made)
    assert 0 <= found.low <= found.mid <= found.high <= 1
    if others == 0:
        assert found.mid >= 1 / len(told) - 1e-9


def test_what_stands_without_a_country_spreads_or_counts_as_one_more() -> None:
    found = hhi(table(100, {"CHN": 60.0, "USA": 20.0}, others=20))
    assert found.low == pytest.approx(0.40)
    assert found.high == pytest.approx(0.44)


def test_one_producer_is_full_concentration_whatever_its_band() -> None:
    assert hhi(table(50, {"CHN": 50.0}, band=0.2)) == Range(1, 1, 1)


def test_bounds_of_the_figures_widen_concentration() -> None:
    sure, unsure = (hhi(table(100, {"CHN": 60.0, "USA": 40.0}, band=band)) for band in (0.0, 0.2))
    assert sure.low == sure.high == pytest.approx(0.52)
    assert unsure.low < 0.52 < unsure.high


def goods(hs6: str, year: int, state: str) -> tuple[float, float]:
    """(imports, exports) of one code in tonnes of goods, counted from the lines of the trade table."""
    bought = sold = 0.0
    for told, code, seller, buyer, _, quantity in csv.reader(packed_lines("trade")):
        if (told, code) == (str(year), hs6) and quantity:
            bought += float(quantity) * (buyer == state)
            sold += float(quantity) * (seller == state)
    return bought, sold


def reliance(commodity: str, state: str, year: int | None = None) -> Reliance:
    found = net_import_reliance(commodity, "mining", state, year)
    assert isinstance(found, Reliance), found
    return found


def test_import_reliance_is_that_of_a_hand_count() -> None:
    # China, copper in concentrate, 2024: 22.29 Mt bought and 0.02 Mt sold at 25 % Cu; 1.8 Mt of copper mined.
    bought, sold = goods("260300", 2024, "CHN")
    assert (round(bought), round(sold)) == (22_288_807, 18_814)
    counted = 100 * 0.25 * (bought - sold) / (1_800_000 + 0.25 * (bought - sold))
    found = reliance("copper", "CHN")
    assert found.year == 2024
    assert found.percent.mid == pytest.approx(counted, rel=1e-6)
    assert found.percent.mid == pytest.approx(75.6, abs=0.05)
    low, high = (
        100 * f * (bought - sold) / (own + f * (bought - sold)) for f, own in ((0.2, 2_160_000), (0.32, 1_440_000))
    )
    assert found.percent.low == pytest.approx(low, rel=1e-6)
    assert found.percent.high == pytest.approx(high, rel=1e-6)


def test_production_that_counts_gross_weight_meets_trade_in_gross_weight() -> None:
    found = reliance("manganese", "CHN")
    assert found.imports.tonnes.mid < sum(each.mid for each in found.imports.goods.values())
    gross = reliance("graphite", "JPN")
    assert gross.imports.tonnes.mid == pytest.approx(sum(each.mid for each in gross.imports.goods.values()))


def test_a_country_that_no_table_lists_may_make_all_that_others_make() -> None:
    found = reliance("zinc", "JPN")
    assert found.produced == Range(0, 0, 1_816_500)
    assert (found.percent.mid, found.percent.high) == (100, 100)
    assert found.percent.low < 50
    assert "not listed" in found.note


@pytest.mark.parametrize(
    ("commodity", "stage", "state", "year", "why", "words"),
    [
        ("lithium", "mining", "CHN", None, "no trade", "no trade code"),
        ("molybdenum", "mining", "CHN", None, "no trade", "261310"),
        ("tungsten", "mining", "CHN", 2025, "no trade", "2020 to 2024"),
        ("tungsten", "refining", "CHN", None, "no table", "only shares"),
        ("tungsten", "mining", "USA", 2024, "net exporter", "exports more"),
        ("barite", "mining", "USA", 2024, "withheld", "withholds"),
        ("tungsten", "mining", "EUR", 2024, "country not listed", "trade table knows no"),
        ("tungsten", "mining", "CHN", 1999, "year outside", "2024, 2025"),
        ("mithril", "mining", "CHN", None, "no such mineral", "mithril"),
    ],
)
def test_reliance_without_its_inputs_is_a_named_state(
    commodity: str, stage: str, state: str, year: int | None, why: str, words: str
) -> None:
    found = net_import_reliance(commodity, stage, state, year)
    assert isinstance(found, Absent)
    assert found.why == why
    assert words in found.reason


def test_every_reliance_that_can_be_computed_is_a_range_of_at_most_a_hundred() -> None:
    met = 0
    for commodity in ("copper", "zinc", "tungsten", "manganese", "chromium", "antimony"):
        for state in ("CHN", "JPN", "DEU", "KAZ", "AUS", "ZAF"):
            found = net_import_reliance(commodity, "mining", state, 2024)
            if isinstance(found, Reliance):
                met += 1
                assert found.percent.low <= found.percent.mid <= found.percent.high <= 100 + 1e-9
    assert met > 20


def test_stability_is_that_of_the_year_or_the_nearest_earlier_one() -> None:
    assert stability("CHN", 2030) == stability("CHN", 2024)
    assert stability("CHN", 2017) is None
    assert stability("ATA", 2024) is None
    assert instability("ATA", 2024) is None


def test_instability_runs_from_stable_to_unstable() -> None:
    calm, torn = instability("NOR", 2024), instability("COD", 2024)
    assert calm is not None
    assert torn is not None
    assert 0 <= calm.mid < torn.mid <= 1
    assert calm.low < calm.mid < calm.high


def test_every_row_of_stability_is_a_number_and_stands_once() -> None:
    keys = [(row["country"], row["year"]) for row in rows("stability")]
    assert len(keys) == len(set(keys))
    assert all(-4 < float(row["estimate"]) < 3 and 0 < float(row["error"]) < 1 for row in rows("stability"))


@given(worlds, st.floats(0, 1e9))
def test_weighted_concentration_never_exceeds_the_plain_one(told: dict[str, float], others: float) -> None:
    made = table(sum(told.values()) + others, dict(told), others)
    assert weighted_hhi(made).high <= hhi(made).high + 1e-9


def test_a_range_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="not a range"):
        Range(2, 1, 3)
