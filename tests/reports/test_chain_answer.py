"""One question about supply: the tables that answer it, and in words what is missing and why."""

import pytest

from lodeline.errors import NoSuchCountry, NoSuchMineral, UnknownFormat
from lodeline.reports.chain_answer import SupplyAnswer, find_country, mineral_keys, supply_answer
from lodeline.reports.figures import THIN


def notes(answer: SupplyAnswer) -> str:
    return "\n".join(answer.notes).replace(THIN, " ")


@pytest.mark.parametrize("name", ["tungsten", "вольфрам", "Tungsten"])
def test_a_mineral_is_asked_for_in_any_language(name: str) -> None:
    assert supply_answer(name).mineral == "tungsten"
    assert len(supply_answer(name).charts) == 3  # mining, refining, reserves


def test_the_charts_stand_in_the_order_of_the_chain_with_the_printed_world() -> None:
    mining, refining, reserves = supply_answer("tungsten").charts
    assert ("mining" in mining.title, "refining" in refining.title, "reserves" in reserves.title) == (True, True, True)
    told = "; ".join(mining.notes).replace(THIN, " ")
    assert "85 000 t" in told
    assert "85 140" not in told


def test_a_mineral_that_nobody_knows_is_refused_with_what_may_be_meant() -> None:
    with pytest.raises(NoSuchMineral, match="tungsten"):
        supply_answer("tungstenn")
    with pytest.raises(NoSuchMineral, match="are known"):
        supply_answer("qqqq")


def test_a_country_that_nobody_knows_is_refused_with_what_may_be_meant() -> None:
    with pytest.raises(NoSuchCountry, match="Kazakhstan"):
        supply_answer("tungsten", state="Kazahstann")
    assert [find_country(name).alpha3 for name in ("Китай", "KAZ", "us", "Chile")] == ["CHN", "KAZ", "USA", "CHL"]


def test_a_stage_that_nobody_knows_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownFormat, match="refining"):
        supply_answer("tungsten", stage="polishing")


@pytest.mark.parametrize(
    ("mineral", "stage", "year", "words"),
    [
        ("rare earths", None, None, "rare earths, refining: figures for 2024 exist"),
        ("uranium", "mining", None, "World Nuclear Association"),
        ("uranium", "mining", 2024, "World Nuclear Association"),
        ("tungsten", "mining", 2019, "the table has 2024, 2025, not 2019"),
        ("tungsten", "smelting", None, "no table of smelting"),
        ("titanium", None, None, "there are tables of titanium minerals, titanium sponge"),
        ("scandium", "refining", None, "rare earths, refining"),
        ("dysprosium", None, None, "no table of dysprosium alone: rare earths, which contains it, is shown"),
        ("helium", None, None, "does not mean that there is none"),
    ],
)
def test_what_is_missing_is_told_with_the_reason(mineral: str, stage: str | None, year: int | None, words: str) -> None:
    assert words in notes(supply_answer(mineral, stage, year))


def test_a_stage_that_a_metal_never_had_is_not_called_missing() -> None:
    assert notes(supply_answer("tungsten")) == ""


def test_a_form_with_a_table_of_its_own_means_that_table() -> None:
    assert mineral_keys("titanium sponge")[0] == "titanium sponge"
    assert len(supply_answer("titanium sponge").charts) == 1
    assert mineral_keys("silicon metal")[:2] == ("silicon metal", "silicon")


@pytest.mark.parametrize(
    ("mineral", "state", "words"),
    [
        ("copper", "China", "net import reliance in mining 2024: 76 % (67 to 83); largest suppliers: Peru"),
        ("tungsten", "China", "78.7 % (75–82) of mining in 2025"),
        ("tungsten", "Mongolia", "it may be among the others, or nothing"),
        ("lithium", "United States", "withholds"),
        ("tungsten", "European Union", "states, not the European Union"),
        ("tungsten", "United States", "net exporter"),
        ("lithium", "China", "no trade: lithium, mining: no trade code"),
        ("boron", "Turkey", "tells no world total"),
    ],
)
def test_a_state_gets_its_share_and_reliance_or_the_reason(mineral: str, state: str, words: str) -> None:
    assert words in notes(supply_answer(mineral, state=state))


def test_no_state_is_ever_given_a_zero_for_what_is_not_known() -> None:
    for mineral in ("tungsten", "rare earths", "gallium", "germanium", "uranium"):
        told = notes(supply_answer(mineral, state="Mongolia"))
        assert "Mongolia: 0.0" not in told
        assert told
