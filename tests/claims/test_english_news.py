"""What English news leaves out or turns round: parts, offers, refusals, sites told by their works; and what is none."""

from decimal import Decimal

import pytest
from told import claims, only, parties, shares


def test_a_contract_to_sell_keeps_the_seller_that_signed_it() -> None:
    claim = only("Ormand Trade signed a binding contract to sell 1,500 tonnes of uranium to Ustrel Energy.", "supply")
    assert parties(claim, "seller") == ["Ormand Trade"]
    assert parties(claim, "buyer") == ["Ustrel Energy"]


def test_a_count_without_its_noun_goes_on_from_the_order() -> None:
    told = claims("Tessel Wind ordered 60 turbines from Fyrland Molle in 2024. 24 have been delivered.", "supply")
    assert [c.quantity and c.quantity.value for c in told] == [Decimal(60), Decimal(24)]
    assert all(parties(c, "buyer") == ["Tessel Wind"] for c in told)


def test_a_count_of_people_after_an_order_is_no_delivery() -> None:
    told = claims("Tessel Wind ordered 60 turbines from Fyrland Molle in 2024. Three were hurt in a crash.", "supply")
    assert len(told) == 1


def test_halves_of_a_concentrate_are_no_venture() -> None:
    text = "Half of the zinc concentrate goes to Nordal Zink and the other half to Shimora Smelting."
    assert claims(text, "joint_venture") == []
    assert claims(text, "supply")


def test_parts_in_a_row_go_to_their_holders_in_order() -> None:
    claim = only("Kobrun and Altiva Silver own 65% and 35% of the venture.", "joint_venture")
    assert shares(claim) == {"Kobrun": 65, "Altiva Silver": 35}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kobrun has no plans to buy into Altiva Silver.", "denied"),
        ("Kobrun walked away from talks to buy Altiva Silver.", "cancelled"),
        ("Kobrun is in talks to buy Altiva Silver.", "proposed"),
        ("Kobrun has plans to buy Altiva Silver.", "proposed"),
    ],
)
def test_talks_and_plans_to_buy(text: str, status: str) -> None:
    assert only(text, "acquisition").status == status


def test_what_agrees_to_be_bought_is_the_target() -> None:
    claim = only("Altiva Silver agreed to be bought by Kobrun for $1.2bn.", "acquisition")
    assert parties(claim, "target") == ["Altiva Silver"]
    assert parties(claim, "acquirer") == ["Kobrun"]


def test_a_sum_still_under_discussion_is_proposed_and_its_neighbour_is_not() -> None:
    text = "Selma has secured $60m from Norvik Bank, with another $40m from Ostra Bank still under discussion."
    told = {c.amount.value: c.status for c in claims(text, "financing") if c.amount}
    assert told == {Decimal(60_000_000): "completed", Decimal(40_000_000): "proposed"}


@pytest.mark.parametrize(
    "text",
    [
        "Ships now wait eighteen days for a berth at the port.",
        "Banks are reluctant to lend to gold mines in the region.",
        "For want of fresh water the plant stands idle.",
        "The grid cannot supply more than 70 MW before 2029.",
        "A third of posts at the manganese plant are unfilled.",
    ],
)
def test_waits_wants_and_refusals_hold_supply_back(text: str) -> None:
    assert claims(text, "constraint")


@pytest.mark.parametrize(
    "text",
    ["Ships call at the port every eighteen days.", "Banks are glad to lend.", "All posts are filled."],
)
def test_ordinary_traffic_and_lending_hold_nothing_back(text: str) -> None:
    assert claims(text, "constraint") == []


def test_mining_at_a_name_is_at_a_site() -> None:
    claim = only("Mining at Tulva Hill has been halted since Saturday.", "project")
    assert (claim.assets, claim.status) == (("Tulva Hill",), "suspended")


def test_a_fire_stops_its_owners_smelter_and_snow_on_a_pass_stops_none() -> None:
    claim = only("A fire has halted Hokuvo Metals' smelter in Toyama.", "project")
    assert (parties(claim, "developer"), claim.status) == (["Hokuvo Metals"], "suspended")
    assert claims("Avalanches have closed the pass.", "project") == []


def test_a_board_acts_for_its_company() -> None:
    text = "The board of Altiva Silver approved construction of the $900 million Cobral Alto mine."
    assert parties(only(text, "project"), "developer") == ["Altiva Silver"]


def test_to_source_ore_is_no_rumour() -> None:
    text = "Stahlen will source 500 tonnes of neodymium from Borvik Minerals; sources say the price was low."
    assert only(text.split(";")[0] + ".", "supply").status == "agreed"


def test_a_body_admits_a_state() -> None:
    claim = only("The Minerals Security Forum has admitted Uzbekistan.", "accession")
    assert parties(claim, "member") == ["Uzbekistan"]
    assert claims("The Minerals Security Forum has admitted mistakes.", "accession") == []
