"""What opens a conflict, what does not, and which value is shown (rule 7)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from ledger_factory import claim, entries_of, loan, only, party, quantity, told, usd, venture

from lodeline.claims.claim import Claim
from lodeline.ledger import cofunding, conflicts
from lodeline.ledger.commitment import Conflict, Telling
from lodeline.reports.labels import keys


def opened(*claims: Claim | Telling) -> dict[str, Conflict]:
    (entry,) = entries_of(*claims)
    return {conflict.slot: conflict for conflict in entry.conflicts}


def values(conflict: Conflict) -> list[str]:
    return [value for value, _ in conflict.values]


def pair(first: dict[str, Any], second: dict[str, Any]) -> tuple[Telling, Telling]:
    """One venture as two texts of March and of September tell it."""
    status_1, status_2 = first.pop("status", "agreed"), second.pop("status", "agreed")
    return (
        told(venture(status_1, doc="a", **first), "2030-03-01"),
        told(venture(status_2, doc="b", **second), "2030-09-01"),
    )


def test_sums_more_than_five_percent_apart_are_a_conflict_and_both_stay() -> None:
    conflict = opened(*pair({"amount": usd(310)}, {"amount": usd(340)}))["amount"]
    assert values(conflict) == ["310000000 USD", "340000000 USD"]
    assert conflict.shown == "340000000 USD"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (usd(310), usd(315)),
        (usd(310), usd(400, "up_to")),
        (usd(310), usd(300, "over")),
        (usd(310), usd(310, currency="EUR")),
        (usd(310), None),
    ],
    ids=["within 5 %", "below the ceiling", "above the floor", "another currency", "not told"],
)
def test_sums_that_fit_each_other_are_no_conflict(first: Any, second: Any) -> None:
    assert "amount" not in opened(*pair({"amount": first}, {"amount": second}))


def test_a_sum_above_the_ceiling_is_a_conflict() -> None:
    assert "amount" in opened(*pair({"amount": usd(300, "up_to")}, {"amount": usd(340)}))


def test_other_stakes_are_a_conflict_and_the_latest_is_shown() -> None:
    conflict = opened(*pair({"shares": (60, 40)}, {"shares": (70, 30)}))["shares"]
    assert conflict.shown == "Tas Resources 30 %"
    assert conflict.rule == "latest_figure"


def test_rounded_stakes_are_no_conflict() -> None:
    assert "shares" not in opened(*pair({"shares": (66.7, 33.3)}, {"shares": (67, 33)}))


def test_a_denied_stake_stands_beside_the_one_told_and_touches_no_stage() -> None:
    denied = claim("joint_venture", "denied", party("Tas Resources", "partner", 25), places=("KG",), start=300)
    (entry,) = entries_of(venture("binding"), denied)
    (conflict,) = entry.conflicts
    assert values(conflict) == ["Tas Resources 25 % (denied)", "Tas Resources 40 %"] or values(conflict) == [
        "Tas Resources 40 %",
        "Tas Resources 25 % (denied)",
    ]
    assert conflict.shown == "Tas Resources 40 %"
    assert entry.stage == "committed"
    assert "denied" not in {point.stage for point in entry.status_history}


def test_a_denial_of_the_deal_itself_is_a_conflict_on_its_status() -> None:
    conflict = opened(*pair({}, {"status": "denied", "shares": (None, None)}))["status"]
    assert conflict.shown == "struck"
    assert values(conflict) == ["struck", "denied"]


def test_two_rungs_on_one_day_from_two_texts_are_a_conflict() -> None:
    first = venture("binding", doc="a", date="2030-03-01")
    second = venture("memorandum", doc="b", date="2030-03-01")
    conflict = opened(told(first), told(second))["stage"]
    assert conflict.shown == "committed"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("memorandum", "2030-03-01"), ("binding", "2030-03-09")),
        (("binding", "2030-03-01"), ("memorandum", "2030-06-01")),
        (("binding", "2030-03-01"), ("rumoured", "2030-03-02")),
        (("agreed", "2030-03-01"), ("agreed", "2030-03-02")),
    ],
    ids=["progress", "months apart", "a rumour", "the same rung"],
)
def test_progress_distance_and_rumour_open_no_conflict_of_stage(
    first: tuple[str, str], second: tuple[str, str]
) -> None:
    tellings = [told(venture(status, doc=day, date=day), day) for status, day in (first, second)]
    assert "stage" not in opened(*tellings)


def test_a_letter_recalled_beside_the_loan_that_followed_is_no_conflict() -> None:
    recalled = venture("memorandum", doc="b", start=200)
    tellings = [
        venture("binding", doc="a", date="2030-03-01"),
        venture("binding", doc="b", date="2030-03-01"),
        recalled,
    ]
    assert "stage" not in opened(*tellings)


def test_an_end_told_on_the_day_of_a_new_rung_is_a_conflict() -> None:
    going, ended = venture("agreed", doc="a", date="2030-03-01"), venture("cancelled", doc="b", date="2030-03-01")
    conflict = opened(told(going), told(ended))["stage"]
    assert conflict.shown == "struck"


def test_a_deal_that_goes_on_after_a_pause_is_no_conflict() -> None:
    paused, going = venture("suspended", doc="a", date="2030-02-01"), venture("under_way", doc="b", date="2030-09-01")
    assert "stage" not in opened(told(paused), told(going, "2030-09-01"))


def test_days_of_one_rung_more_than_three_apart_are_a_conflict() -> None:
    assert "date" in opened(*pair({"date": "2030-02-20"}, {"date": "2030-02-27"}))


@pytest.mark.parametrize(("first", "second"), [("2030-02-20", "2030-02-22"), ("2030-02", "2030-02-27")])
def test_days_that_may_be_one_are_no_conflict(first: str, second: str) -> None:
    assert "date" not in opened(*pair({"date": first}, {"date": second}))


def test_days_of_rumours_and_hopes_are_no_conflict_but_of_projects_they_are() -> None:
    assert "date" not in opened(*pair({"date": "2031", "status": "proposed"}, {"date": "2032", "status": "proposed"}))

    def plan(year: str, doc: str) -> Claim:
        slots: dict[str, Any] = {"assets": ("Boz-Tag",), "places": ("KG",), "date": year, "stage": "production"}
        return claim("project", "proposed", party("Tas", "developer"), doc=doc, **slots)

    assert "date" in opened(plan("2028", "a"), plan("2027", "b"))


def test_days_of_two_rungs_are_no_conflict() -> None:
    assert "date" not in opened(*pair({"date": "2030-02-20"}, {"date": "2030-08-20", "status": "binding"}))


def test_one_rung_told_as_binding_and_as_not_binding_is_a_conflict() -> None:
    soft = {"status": "binding", "evidence": "A non-binding contract was signed."}
    conflict = opened(*pair({"status": "binding"}, soft))["bindingness"]
    assert conflict.shown == "mixed"


def test_legal_force_of_two_rungs_is_no_conflict() -> None:
    assert "bindingness" not in opened(*pair({"status": "memorandum"}, {"status": "binding"}))


def test_other_partners_on_one_asset_are_a_conflict() -> None:
    partners = {"partners": ("Northlight Mining", "government of Kyrgyzstan"), "shares": (None, None)}
    conflict = opened(*pair(dict(partners), {}))["parties"]
    assert values(conflict) == ["Northlight Mining, government of Kyrgyzstan", "Northlight Mining, Tas Resources"]


def test_a_telling_that_names_fewer_partners_is_no_conflict() -> None:
    fewer = venture(partners=("Northlight Mining",), shares=(60,), doc="b")
    assert "parties" not in opened(venture(), fewer)


def test_the_day_shown_is_one_of_the_rung_in_dispute() -> None:
    signed = [
        told(venture("binding", doc=doc, date=day), "2030-09-01")
        for doc, day in (("a", "2030-03"), ("b", "2030-06-02"))
    ]
    begun = told(venture("under_way", doc="c", date="2030-08-09"), "2030-09-01")
    conflict = opened(*signed, begun)["date"]
    assert sorted(values(conflict)) == ["2030-03", "2030-06-02"]
    assert conflict.shown == "2030-06-02"


def test_whatever_a_conflict_is_about_has_a_label() -> None:
    source = Path(conflicts.__file__).read_text("utf-8") + Path(cofunding.__file__).read_text("utf-8")
    slots = set(re.findall(r'onflict\("(\w+)"', source))
    assert len(slots) > 6
    assert slots <= set(keys("conflict"))


def test_the_company_made_for_the_asset_is_no_other_developer() -> None:
    def work(name: str, doc: str) -> Claim:
        return claim("project", "proposed", party(name, "developer"), assets=("Boz-Tag",), places=("KG",), doc=doc)

    assert opened(work("Northlight Mining", "a"), work("Boz-Tag Mining", "b")) == {}


def test_loans_above_the_cost_of_their_venture_are_a_conflict_and_no_correction() -> None:
    entries = entries_of(venture(amount=usd(300)), loan("A Bank", 400, assets=("Boz-Tag",)))
    entry = only(entries, "joint_venture")
    assert [(c.slot, c.shown) for c in entry.conflicts] == [("parts", "300000000 USD")]
    assert [int(a.money.value / 1_000_000) for a in entry.amounts] == [300]


def test_a_package_of_loans_and_its_lines_are_checked_once() -> None:
    lines = [loan(None, 230), loan("First Bank", 95, start=100), loan("Second Bank", 135, start=200)]
    assert only(entries_of(venture(amount=usd(300)), *lines), "joint_venture").conflicts == ()


@pytest.mark.parametrize(
    "slots",
    [{}, {"currency": "EUR"}, {"assets": (), "recipient": "Tas Resources", "doc": "b"}],
    ids=["within the cost", "another currency", "not tied to it"],
)
def test_loans_that_do_not_exceed_the_cost_are_no_conflict(slots: dict[str, Any]) -> None:
    millions = 400 if slots else 250
    entries = entries_of(venture(amount=usd(300)), loan("A Bank", millions, **({"assets": ("Boz-Tag",)} | slots)))
    assert only(entries, "joint_venture").conflicts == ()


def test_two_figures_of_one_deposit_stay_side_by_side() -> None:
    def figure(tonnes: float, doc: str) -> Claim:
        slots: dict[str, Any] = {"commodities": ("antimony",), "assets": ("Boz-Tag",), "places": ("KG",)}
        return claim("resource", None, doc=doc, quantity=quantity(tonnes, "t"), **slots)

    assert values(opened(figure(48000, "a"), figure(52000, "b"))["quantity"]) in (
        ["48000 t", "52000 t"],
        ["52000 t", "48000 t"],
    )
    assert opened(figure(48000, "a"), figure(48500, "b")) == {}
