"""Ventures that are not called so: joint owners of a plant, partnerships with parts, and partners that leave."""

import pytest
from told import claims, only, parties, shares


@pytest.mark.parametrize(
    "text",
    [
        "Rosvik Metals and Kyowa will build a jointly owned antimony smelter in Oman, split 55-45.",
        "Rosvik Metals and Kyowa will team up on a 55:45 basis to build an antimony smelter in Oman.",
        "Rosvik Metals and Kyowa agreed to form a 55-45 partnership to refine antimony in Oman.",
        "Rosvik Metals will hold 55% of a new entity with Kyowa that will smelt antimony in Oman.",
        "Rosvik Metals and Kyowa agreed on an antimony partnership in Oman. Rosvik will have 55%, Kyowa 45%.",
        "«Росвик Металл» и японская Kyowa построят совместный завод по выплавке сурьмы, доли — 55% и 45%.",
        "Стороны учредили компанию «Сурьма Плюс»: 55% принадлежит «Росвику», 45% — японской Kyowa.",
        "«Росвик» и японская Kyowa владеют на двоих рудником сурьмы: 55% у «Росвика», 45% у Kyowa.",
    ],
)
def test_what_two_firms_own_with_parts_is_a_venture(text: str) -> None:
    assert set(shares(only(text, "joint_venture")).values()) == {45, 55}


def test_three_firms_of_a_list_are_three_partners() -> None:
    claim = only("«Алтын Жер», турецкая Anatol и корейская Hanil создали СП по добыче вольфрама.", "joint_venture")
    assert parties(claim, "partner") == ["Алтын Жер", "Anatol", "Hanil"]


def test_an_apposition_between_commas_is_no_partner_of_a_list() -> None:
    text = "Rosvik Metals, a Swedish miner, and Kyowa set up a joint venture to refine gallium in Oman."
    assert parties(only(text, "joint_venture"), "partner") == ["Rosvik Metals", "Kyowa"]


@pytest.mark.parametrize(
    "text",
    [
        "Rosvik Metals and Lakehead have parted ways on their graphite joint venture in Norway.",
        "Lakehead has quit its joint venture with Rosvik Metals at a tungsten mine in Norway.",
        "Распалось СП канадской Lakehead и «Росвика», добывавшее ванадий в Хакасии.",
        "Компания Lakehead вышла из СП с «Росвиком», добывавшего ванадий.",
    ],
)
def test_a_venture_that_breaks_up_is_cancelled(text: str) -> None:
    claim = only(text, "joint_venture")
    assert claim.status == "cancelled"
    assert len(claim.parties) == 2


def test_who_leaves_a_venture_stands_alone_where_the_other_is_not_told() -> None:
    claim = only("Lakehead pulled out of a lithium joint venture in Serbia in March.", "joint_venture")
    assert (parties(claim, "partner"), claim.status, claim.date) == (["Lakehead"], "cancelled", "2031-03")


@pytest.mark.parametrize(
    "text",
    [
        "Lakehead pulled miners out of a shaft of the lithium mine in Serbia in March.",
        "The lithium venture awaits clearance from Chile's competition authority and a permit from the water court.",
        "The Northern Venture Exchange and its listing agency halted the shares of Lakehead Lithium.",
        "Rosvik and Lakehead will jointly develop software for copper mines.",
        "Rosvik and Lakehead jointly published a study of lithium.",
        "Совместный проект двух музеев о добыче золота открыла Lakehead.",
        "Если Rosvik и Lakehead построят совместный завод, он начнёт с меди.",
        "Rosvik sells 15% of the project company to Kyowa for $20m, the lithium miner said.",
    ],
)
def test_what_is_done_together_granted_or_sold_makes_no_venture(text: str) -> None:
    assert not claims(text, "joint_venture")


def test_a_venture_whose_part_is_held_stands() -> None:
    text = "Lakehead owns 40% of a lithium joint venture in Quebec, and Rosvik Metals holds 60%."
    claim = only(text, "joint_venture")
    assert (claim.status, shares(claim)) == ("in_force", {"Lakehead": 40, "Rosvik Metals": 60})
