"""What is shipped equals what its source prints, and what is not there is a state."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from lodeline.supply.output import (
    EVIDENCE,
    FLAGS,
    STAGES,
    Absent,
    Output,
    commodities,
    left_out,
    newest,
    output,
    parts_of,
    table_years,
)
from lodeline.supply.tables import one_of, rows, several, sources
from lodeline.vocabulary.places import country

TERRITORIES = {
    *("ABW", "AIA", "ASM", "BES", "BLM", "CCK", "CUW", "CXR", "FLK", "GUM", "IOT", "MNP", "MSR", "MTQ", "NFK"),
    *("PYF", "REU", "SHN", "SPM", "SXM", "TCA", "TKL", "WLF"),
}
"""ISO 3166 codes that are no party in news and that the vocabulary therefore lacks."""
VERIFIED = {
    "US public domain",
    "reuse with source (Commission decision 2011/833/EU)",
    "US public domain; one number quoted (Open Government Licence by its owner's word)",
    "Etalab Open Licence 2.0",
    "CC BY 4.0",
    "facts",
}


def told(commodity: str, stage: str, year: int) -> dict[str, float | None]:
    made = output(commodity, stage, year)
    assert isinstance(made, Output)
    return {figure.country: figure.value for figure in made.figures}


def absent(commodity: str, stage: str, year: int | None = None) -> Absent:
    made = output(commodity, stage, year)
    assert isinstance(made, Absent)
    return made


# Typed by hand from the world tables of Mineral Commodity Summaries 2026 (chapters rare earths, tungsten, gallium).
RARE_EARTHS_2024 = {
    **{"CHN": 270_000, "USA": 45_500, "AUS": 29_000, "MMR": 27_000, "IND": 2_900, "RUS": 2_600, "THA": 2_100},
    **{"NGA": 1_500, "MDG": 1_400, "BRA": 560, "VNM": 300, "MYS": 140, "CAN": 0, "GRL": 0, "TZA": 0, "ZAF": 0},
    **{"OTH": 1_000, "WLD": 380_000},
}
RARE_EARTHS_2025 = {
    **{"CHN": 270_000, "USA": 51_000, "AUS": 29_000, "MMR": 22_000, "THA": 4_800, "IND": 2_900, "MDG": 2_700},
    **{"RUS": 2_600, "BRA": 2_000, "NGA": 1_500, "VNM": 150, "MYS": 110, "CAN": 0, "GRL": 0, "TZA": 0, "ZAF": 0},
    **{"OTH": 550, "WLD": 390_000},
}
TUNGSTEN_2024 = {
    **{"CHN": 67_000, "VNM": 3_400, "PRK": 1_900, "BOL": 1_700, "RUS": 1_500, "RWA": 1_300, "AUS": 920, "AUT": 840},
    **{"ESP": 700, "PRT": 650, "KAZ": 0, "USA": 0, "OTH": 1_700, "WLD": 82_000},
}
TUNGSTEN_2025 = {
    **{"CHN": 67_000, "VNM": 3_000, "KAZ": 2_400, "PRK": 2_000, "RUS": 2_000, "BOL": 1_700, "RWA": 1_300},
    **{"AUS": 1_000, "AUT": 840, "ESP": 800, "PRT": 700, "USA": 0, "OTH": 2_400, "WLD": 85_000},
}


@pytest.mark.parametrize(
    ("commodity", "stage", "year", "printed"),
    [
        ("rare earths", "mining", 2024, RARE_EARTHS_2024),
        ("rare earths", "mining", 2025, RARE_EARTHS_2025),
        ("tungsten", "mining", 2024, TUNGSTEN_2024),
        ("tungsten", "mining", 2025, TUNGSTEN_2025),
        ("gallium", "refining", 2024, {"CHN": 839, "RUS": 6, "JPN": 3, "USA": 0, "OTH": 0, "WLD": 848}),
        ("gallium", "refining", 2025, {"CHN": 900, "RUS": 6, "JPN": 3, "USA": 0, "OTH": 0, "WLD": 900}),
        (
            "uranium",
            "conversion",
            2017,
            {"RUS": 18_000, "FRA": 15_000, "CAN": 12_500, "USA": 7_000, "CHN": 5_000, "WLD": 57_500},
        ),
    ],
)
def test_every_figure_of_the_five_minerals_is_the_printed_one(
    commodity: str, stage: str, year: int, printed: dict[str, float]
) -> None:
    assert told(commodity, stage, year) == printed


def test_the_five_minerals_have_no_other_table_than_those_checked_here() -> None:
    met = {
        (name, made.stage)
        for name in ("rare earths", "tungsten", "uranium", "gallium", "germanium")
        for made in newest(name)
    }
    checked = {("rare earths", "mining"), ("tungsten", "mining"), ("gallium", "refining"), ("uranium", "conversion")}
    relative = {("tungsten", "refining"), ("germanium", "refining")}
    assert met == checked | relative | {("rare earths", "reserves"), ("tungsten", "reserves")}


def test_tungsten_reserves_are_the_printed_ones() -> None:
    printed = {"CHN": 2_500_000, "AUS": 570_000, "RUS": 400_000, "VNM": 170_000, "ESP": 66_000, "PRK": 29_000}
    rest = {"AUT": 10_000, "PRT": 3_400, "OTH": 950_000, "WLD": 4_700_000}
    assert told("tungsten", "reserves", 2025) == printed | rest


def test_only_the_share_is_sound_where_the_tonnes_are_a_scale() -> None:
    for commodity in ("tungsten", "germanium", "vanadium"):
        made = output(commodity, "refining")
        assert isinstance(made, Output)
        assert made.is_relative
    for commodity in ("rare earths", "tungsten"):
        mined = output(commodity, "mining")
        assert isinstance(mined, Output)
        assert not mined.is_relative


@pytest.mark.parametrize(
    ("commodity", "stage", "year", "why", "words"),
    [
        ("mithril", "mining", None, "no such mineral", "mithril"),
        ("scandium", "mining", None, "no table", "scandium"),
        ("tungsten", "smelting", None, "no table", "smelting"),
        ("tungsten", "mining", 2019, "year outside", "2024, 2025"),
        ("rare earths", "refining", None, "licence", "International Energy Agency"),
        ("uranium", "mining", None, "licence", "World Nuclear Association"),
        ("uranium", "reserves", None, "licence", "Red Book"),
        ("uranium", "mining", 2024, "licence", "figures for 2024 exist"),
    ],
)
def test_a_table_that_is_not_there_is_a_named_state(
    commodity: str, stage: str, year: int | None, why: str, words: str
) -> None:
    found = absent(commodity, stage, year)
    assert found.why == why
    assert words in found.reason


@pytest.mark.parametrize(
    ("commodity", "year", "state", "why", "words"),
    [
        ("tungsten", 2025, "MNG", "country not listed", "among the others, or nothing"),
        ("lithium", 2025, "USA", "withheld", "withholds"),
        ("gold", 2024, "CHN", "country not listed", "only the world total"),
        ("tungsten", 2025, "EUR", "country not listed", "states, not the European Union"),
    ],
)
def test_a_country_without_a_figure_is_a_named_state(
    commodity: str, year: int, state: str, why: str, words: str
) -> None:
    made = output(commodity, "mining", year)
    assert isinstance(made, Output)
    found = made.of(state)
    assert isinstance(found, Absent)
    assert found.why == why
    assert words in found.reason


def test_a_printed_zero_is_a_figure_and_no_absence() -> None:
    made = output("tungsten", "mining", 2025)
    assert isinstance(made, Output)
    usa = made.of("USA")
    assert not isinstance(usa, Absent)
    assert usa.value == 0


def test_a_withheld_figure_has_neither_value_nor_bounds() -> None:
    withheld = [row for row in figures() if row["flag"] == "withheld"]
    assert len(withheld) == 12
    assert {(row["value_t"], row["low_t"], row["high_t"]) for row in withheld} == {("", "", "")}
    made = output("lithium", "mining", 2025)
    assert isinstance(made, Output)
    assert made.withheld == ("USA",)
    assert [figure.tonnes for figure in made.countries if figure.country == "USA"] == [None]


def figures() -> Iterator[dict[str, str]]:
    for name in ("production", "reserves"):
        yield from map(dict, rows(name))


def test_every_row_has_source_evidence_flag_and_bounds_in_order() -> None:
    for row in figures():
        assert row["source"] in sources(), row
        assert row["evidence"] in EVIDENCE, row
        assert row["flag"] in FLAGS, row
        assert row["stage"] in STAGES, row
        if row["flag"] != "withheld":
            assert 0 <= float(row["low_t"]) <= float(row["value_t"]) <= float(row["high_t"]), row


def test_no_row_is_shipped_without_a_verified_licence() -> None:
    used = {row["source"] for row in figures()}
    assert used
    assert [id for id in used if not sources()[id].is_shipped] == []
    assert {source.licence for source in sources().values() if source.is_shipped} == VERIFIED


def test_what_is_left_out_is_told_and_is_not_shipped_besides() -> None:
    for row in rows("left_out"):
        assert not sources()[row["source"]].is_shipped
        assert int(row["year"]) not in table_years(row["commodity"], row["stage"])
        assert row["stage"] in {stage for stage, _, _ in left_out(row["commodity"])}


def test_a_country_stands_once_in_a_table_and_a_table_has_one_form() -> None:
    keys = [(row["commodity"], row["stage"], row["year"], row["country"]) for row in figures()]
    assert len(keys) == len(set(keys))
    forms: dict[tuple[str, ...], set[str]] = {}
    for row in figures():
        forms.setdefault((row["commodity"], row["stage"], row["year"]), set()).add(row["form"])
    assert [key for key, each in forms.items() if len(each) > 1] == []


def test_every_code_of_a_country_is_known() -> None:
    named = {row["country"] for row in figures()} - {"WLD", "OTH"}
    named |= {row["country"] for row in rows("projects")} | {row["country"] for row in rows("stability")}
    named |= {state for row in rows("measures") for state in (row["implementer"], *several(row["targets"]))} - {"all"}
    assert sorted(code for code in named if country(code) is None and code not in TERRITORIES) == []


def test_a_word_that_a_column_does_not_know_is_refused() -> None:
    assert one_of(FLAGS, "estimated") == "estimated"
    with pytest.raises(ValueError, match="guessed"):
        one_of(FLAGS, "guessed")


def test_forms_of_a_metal_are_found_under_its_name() -> None:
    assert parts_of("titanium") == ("titanium minerals", "titanium sponge")
    assert parts_of("tungsten") == ()
    assert "tungsten" in commodities()


def test_the_tables_are_plain_csv_with_as_many_cells_as_heads() -> None:
    for path in (Path(__file__).parents[2] / "src" / "lodeline" / "supply" / "data").glob("*.csv"):
        lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
        widths = {len(cells) for cells in csv.reader(lines)}
        assert len(widths) == 1, path.name
