"""Trade by six-digit code: states, quantities that customs left out, content."""

import pytest

from lodeline.supply import trade
from lodeline.supply.output import STAGES, Absent, output
from lodeline.supply.ranges import Range
from lodeline.supply.tables import packed_lines, rows
from lodeline.supply.trade import Flows, codes, flows, net, trade_years
from lodeline.vocabulary.places import country

LINES = (
    "2023,260300,CHL,CHN,200,100",
    "2023,260300,PER,CHN,100,50",
    "2023,260300,PER,JPN,30,",
    "2023,260300,CHN,JPN,20,10",
)


@pytest.fixture
def _few_flows(monkeypatch: pytest.MonkeyPatch) -> None:
    caches = (trade.trade_years, trade._of_code, trade._price, trade._states)
    for each in caches:
        monkeypatch.setattr(trade, each.__name__, each.__wrapped__)
    monkeypatch.setattr(trade, "packed_lines", lambda _: LINES)


def of(state: str, year: int = 2023) -> tuple[Flows, Flows]:
    found = flows("copper", "mining", state, year)
    assert not isinstance(found, Absent), found
    return found


@pytest.mark.usefixtures("_few_flows")
def test_partners_come_from_the_largest_down_in_tonnes_of_content() -> None:
    bought, sold = of("CHN")
    assert bought.partners == (("CHL", 25.0), ("PER", 12.5))
    assert sold.partners == (("JPN", 2.5),)
    assert bought.tonnes == Range(30, 37.5, 48)
    assert bought.unweighed == 0


@pytest.mark.usefixtures("_few_flows")
def test_a_quantity_that_customs_left_out_is_filled_in_by_value_and_told() -> None:
    bought, _ = of("JPN")
    assert bought.goods["260300"] == Range(10, 25, 25)  # 30 of 50 thousand dollars at 2 a tonne have no weight
    assert bought.unweighed == pytest.approx(0.6)
    assert bought.tonnes.low == pytest.approx(2.0)


@pytest.mark.usefixtures("_few_flows")
def test_the_content_of_a_code_is_one_unknown_in_both_directions() -> None:
    bought, sold = of("CHN")
    found = net(bought, sold)
    assert (found.low, found.mid, found.high) == pytest.approx((28, 35, 44.8))  # 140 t of goods at 0.20, 0.25, 0.32


@pytest.mark.usefixtures("_few_flows")
def test_a_state_without_a_row_and_a_year_without_a_table_are_named() -> None:
    for state, year, why in (("KAZ", 2023, "country not listed"), ("CHN", 2020, "no trade")):
        found = flows("copper", "mining", state, year)
        assert isinstance(found, Absent)
        assert found.why == why


@pytest.mark.usefixtures("_few_flows")
def test_a_state_that_trades_other_things_bought_nothing_of_this() -> None:
    bought, sold = of("CHL")
    assert (bought.tonnes.mid, sold.tonnes.mid) == (0, 25)


def test_every_state_of_the_trade_table_is_one_and_trades_with_another() -> None:
    pairs = {tuple(line.split(",")[2:4]) for line in packed_lines("trade")}
    assert all(seller != buyer for seller, buyer in pairs)
    states = {state for pair in pairs for state in pair}
    assert "S19" not in states
    assert {"TWN", "NAM", "IND", "FRA", "USA", "CHE", "NOR"} <= states
    unknown = {state for state in states if country(state) is None}
    assert all(len(state) == 3 and state.isalpha() for state in unknown)
    assert len(unknown) == 21  # dependencies with a code of their own, which the vocabulary does not name
    assert trade_years() == {2020, 2021, 2022, 2023, 2024}


def test_a_flow_stands_once() -> None:
    keys = [line.rsplit(",", 2)[0] for line in packed_lines("trade")]
    assert len(keys) == len(set(keys)) == 256_026


def test_content_is_a_part_and_every_code_has_a_source() -> None:
    assert len(codes()) == 74
    for code in codes():
        assert 0 < code.content.low <= code.content.mid <= code.content.high <= 1, code.hs6
        assert code.source, code.hs6
    assert sum(code.is_assumed for code in codes()) == 55


def test_every_stage_with_codes_and_a_table_says_what_is_counted() -> None:
    both = {
        (code.commodity, code.stage)
        for code in codes()
        if code.stage in STAGES and isinstance(output(code.commodity, code.stage), Absent) is False
    }
    told = {(row["commodity"], row["stage"]): row["counts"] for row in rows("trade_bases")}
    assert both <= set(told)
    assert set(told.values()) == {"content", "gross", "nothing"}
    assert [row for row in rows("trade_bases") if (row["counts"] == "nothing") != bool(row["reason"])] == []


def test_gross_trade_meets_gross_production_and_content_meets_content() -> None:
    for row in rows("trade_bases"):
        made = output(row["commodity"], row["stage"])
        if row["counts"] != "nothing":
            assert not isinstance(made, Absent)
            assert ("gross weight" in made.form) == (row["counts"] == "gross"), row["commodity"]
