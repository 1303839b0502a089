"""A claimed share against the table: the verdict, both numbers, year, unit, stage and source, or why there is none."""

import pytest
from assessment_factory import claim, percent, share
from hypothesis import given
from hypothesis import strategies as st

from lodeline.assessment.checks import CLOSE, FAR, Check, check
from lodeline.claims.claim import Claim
from lodeline.supply.ranges import Range

# The table of 2024: China 270 000 of 384 000 t of rare earths, 70.3 %, with its band 65 to 74 %.


def checked(made: Claim, published: str | None = "2025-11-07") -> Check:
    found = check(made, published)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("value", "qualifier", "verdict"),
    [
        (70, "exact", "supported"),
        (70, "about", "supported"),
        (63, "about", "supported"),  # "about 63" may be 65.5
        (61, "exact", "close"),
        (60, "about", "close"),
        (78, "exact", "close"),
        (50, "exact", "contradicted"),
        (90, "exact", "contradicted"),
        (60, "over", "supported"),
        (73, "over", "supported"),
        (77, "over", "close"),
        (85, "over", "contradicted"),
        (80, "up_to", "supported"),
        (62, "up_to", "close"),
        (40, "up_to", "contradicted"),
    ],
)
def test_a_claimed_share_is_held_against_the_range_of_the_table(value: float, qualifier: str, verdict: str) -> None:
    assert checked(share(value, qualifier)).verdict == verdict  # type: ignore[arg-type]


@pytest.mark.parametrize("holder", ["China", "Китай", "Қытай", "Пекин", "Beijing", "PRC"])
def test_the_holder_is_known_in_every_language(holder: str) -> None:
    found = checked(share(70, "about", holders=(holder,)))
    assert found.verdict == "supported"


def test_a_check_shows_both_numbers_with_year_unit_stage_and_source() -> None:
    found = checked(share(70, "about"))
    assert found.told == Range(67.5, 70, 72.5)
    assert found.table is not None
    assert found.table.mid == pytest.approx(70.3, abs=0.05)
    assert (round(found.table.low), round(found.table.high)) == (65, 74)
    assert found.made is not None
    assert (found.made.year, found.made.stage, found.made.form) == (2024, "mining", "REO")
    for word in ("65–74 %", "REO", "mining", "2024", "Mineral Commodity Summaries 2026"):
        assert word in found.reason


def test_a_range_that_is_told_is_met_as_a_range() -> None:
    found = checked(share(50, "exact", value_max=66))
    assert (found.told, found.verdict) == (Range(50, 58, 66), "supported")
    assert checked(share(40, "exact", value_max=50)).verdict == "contradicted"


def test_processing_without_a_shipped_table_is_unknowable_for_its_licence() -> None:
    found = checked(share(90, "about", stage="processing"))
    assert (found.verdict, found.table) == ("unknowable", None)
    assert "licence" in found.reason
    assert found.told == Range(87.5, 90, 92.5)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (share(40, commodities=("mithril",)), "no such mineral"),
        (share(40, commodities=()), "no mineral"),
        (share(40, commodities=("tungsten", "tin")), "several minerals together"),
        (share(40, holders=("Northlight Mining",)), "no state"),
        (share(40, holders=()), "no holder"),
        (share(40, holders=("European Union",)), "states, not the European Union"),
        (share(40, holders=("Mongolia",)), "among the others, or nothing"),
        (share(40, holders=("United States",), commodities=("lithium",)), "withholds"),
        (share(40, stage="imports"), "no imports by country"),
        (share(40, stage=None), "no stage"),
        (share(40, commodities=("uranium",)), "World Nuclear Association"),
        (share(40, commodities=("uranium",), stage="processing"), "no table"),
        (share(40, commodities=("boron",), holders=("Turkey",)), "no world total"),
        (share(90, commodities=("dysprosium",)), "there is one of rare earths, which is another thing"),
        (share(50, commodities=("titanium",)), "titanium minerals"),
        (share(40, date="2035"), "no table has yet"),
        (share(40, date="2010"), "nearest to 2010"),
    ],
)
def test_what_the_tables_cannot_carry_is_unknowable_and_says_why(made: Claim, words: str) -> None:
    found = checked(made)
    assert (found.verdict, found.table) == ("unknowable", None)
    assert words in found.reason


@pytest.mark.parametrize(
    ("told", "published", "year"),
    [
        (None, "2025-11-07", 2024),  # nobody knows the running year
        (None, "2026-05", 2025),
        (None, "2031", 2025),
        (None, None, 2025),
        ("2025", "2025-11-07", 2025),
        ("2024", "2030-01-01", 2024),
        ("2023", "2024-06-01", 2024),  # the nearest that there is
    ],
)
def test_the_year_is_the_told_one_or_that_before_the_news(told: str | None, published: str | None, year: int) -> None:
    made = checked(share(70, "about", date=told), published).made
    assert made is not None
    assert made.year == year


def test_news_too_far_from_every_table_are_unknowable() -> None:
    found = checked(share(70), f"{2024 - FAR}-06-01")
    assert found.verdict == "unknowable"
    assert "2024" in found.reason


def test_several_states_together_are_added() -> None:
    found = checked(share(82, "about", holders=("China", "США")))
    assert found.table is not None
    assert found.table.mid == pytest.approx(100 * (270_000 + 45_500) / 384_000)
    assert found.verdict == "supported"
    assert checked(share(70, "about", holders=("China", "Китай"))).verdict == "supported"


@pytest.mark.parametrize(("value", "verdict"), [(53, "supported"), (60, "close"), (80, "contradicted")])
def test_reserves_are_checked_against_the_table_of_reserves(value: float, verdict: str) -> None:
    found = checked(share(value, commodities=("tungsten",), stage="reserves"))
    assert found.verdict == verdict  # China 2.5 of 4.7 million tonnes, 48 to 58 %
    assert found.made is not None
    assert (found.made.stage, found.made.year) == ("reserves", 2025)


def test_a_figure_that_is_only_recalled_says_so() -> None:
    found = checked(share(86, "about", commodities=("tungsten",), stage="processing"))
    assert found.verdict == "supported"
    assert "assumed" in found.reason
    assert "2020" in found.reason


def test_a_table_whose_world_leaves_out_a_state_says_so() -> None:
    found = checked(share(37, "about", commodities=("lithium",), holders=("Australia",)))
    assert "leaves out USA" in found.reason


@pytest.mark.parametrize(
    "made",
    [
        claim("resource", quantity=percent(70)),
        claim("share", commodities=("tin",), stage="mining"),
    ],
)
def test_what_is_no_share_in_percent_has_no_check(made: Claim) -> None:
    assert check(made, "2025-11-07") is None


@given(st.floats(0, 100), st.sampled_from(["exact", "about", "over", "up_to"]))
def test_the_verdict_follows_from_the_distance_of_the_two_ranges(value: float, qualifier: str) -> None:
    found = checked(share(round(value, 3), qualifier))  # type: ignore[arg-type]
    assert found.table is not None
    apart = max(found.told.low - found.table.high, found.table.low - found.told.high)
    expected = "supported" if apart <= 0 else "close" if apart <= CLOSE else "contradicted"
    assert found.verdict == expected
    assert 0 <= found.told.low <= found.told.high <= 100
