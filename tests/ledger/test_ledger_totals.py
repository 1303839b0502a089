"""Announced, firm and delivered money as ranges (rules 1, 2 and 6)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_factory import claim, entries_of, loan, party, told, usd, venture

from lodeline.claims.claim import Claim
from lodeline.ledger.commitment import Telling, Total
from lodeline.ledger.totals import totals

Extent = tuple[str | None, int, int]


def extents(column: tuple[Total, ...]) -> list[Extent]:
    """Currency, low and high in millions."""
    return [(each.currency, int(each.low / 1_000_000), int(each.high / 1_000_000)) for each in column]


def announced(*claims: Telling | Claim) -> list[Extent]:
    return extents(totals(entries_of(*claims)).announced)


def firm(*claims: Telling | Claim) -> list[Extent]:
    return extents(totals(entries_of(*claims)).firm)


def delivered(*claims: Telling | Claim) -> list[Extent]:
    return extents(totals(entries_of(*claims)).delivered)


def package(millions: float, currency: str | None = "USD", **slots: Any) -> Claim:
    who = [party("Kyrgyzstan", "signatory"), party("Japan", "signatory")]
    given = {"subject": "package", "date": "2030-02-06", "doc": "p"}
    return claim("agreement", "agreed", *who, amount=usd(millions, currency=currency), **(given | slots))


@pytest.mark.parametrize(
    ("status", "in_announced", "in_firm", "in_delivered"),
    [
        ("rumoured", False, False, False),
        ("proposed", True, False, False),
        ("memorandum", True, False, False),
        ("agreed", True, False, False),
        ("binding", True, True, False),
        ("under_way", True, True, False),
        ("completed", True, True, True),
        ("suspended", False, False, False),
        ("cancelled", False, False, False),
        ("denied", False, False, False),
    ],
)
def test_the_stage_decides_the_columns(status: str, in_announced: bool, in_firm: bool, in_delivered: bool) -> None:
    made = venture(status, amount=usd(300))
    assert (bool(announced(made)), bool(firm(made)), bool(delivered(made))) == (in_announced, in_firm, in_delivered)


def test_unrelated_promises_add_up() -> None:
    other = venture(doc="b", partners=("Quartz", "Flint"), assets=("Kara-Tag",), places=("TJ",), amount=usd(50))
    assert announced(venture(amount=usd(300)), other) == [("USD", 350, 350)]


def test_currencies_stand_apart_and_an_unstated_one_joins_none() -> None:
    kinds = [
        venture(amount=usd(300)),
        venture(doc="b", partners=("Quartz", "Flint"), assets=("Kara-Tag",), amount=usd(50, currency="EUR")),
        venture(doc="c", partners=("Basalt", "Marl"), assets=("Ak-Tag",), amount=usd(7, currency=None)),
    ]
    assert announced(*kinds) == [("EUR", 50, 50), ("USD", 300, 300), (None, 7, 7)]


# --- financing within its venture --------------------------------------------------------------------------------


def test_a_letter_of_interest_lies_within_the_cost_of_its_venture() -> None:
    letter = loan("A Bank", 900, "intent", recipient=None, instrument="letter_of_interest", commodities=("copper",))
    made = totals(entries_of(venture(amount=usd(1100)), letter, package(17000, None, doc="d1")))
    assert extents(made.announced) == [("USD", 1100, 1100), (None, 17000, 17000)]
    assert "within the cost" in made.announced[0].note
    assert "not stated" in made.announced[1].note


def test_a_loan_counts_by_itself_where_its_venture_is_not_firm() -> None:
    assert firm(venture(amount=usd(300)), loan("A Bank", 95, assets=("Boz-Tag",))) == [("USD", 95, 95)]


def test_loans_above_the_cost_of_the_venture_add_what_exceeds_it() -> None:
    loans = [loan("First Bank", 250, assets=("Boz-Tag",)), loan("Second Bank", 100, assets=("Boz-Tag",), doc="b")]
    assert announced(venture(amount=usd(300)), *loans) == [("USD", 350, 350)]


def test_a_loan_to_another_country_is_not_within_the_venture() -> None:
    assert announced(venture(amount=usd(300)), loan("A Bank", 95, places=("TJ",), doc="b")) == [("USD", 395, 395)]


# --- packages ----------------------------------------------------------------------------------------------------


def test_parts_that_sum_to_a_debt_package_are_not_added_to_it() -> None:
    lines = [loan(None, 230), loan("First Bank", 95, start=100), loan("Second Bank", 135, start=200)]
    assert firm(*lines) == [("USD", 230, 230)]


def test_a_paid_tranche_is_part_of_the_loan_and_alone_is_delivered() -> None:
    paid = loan(None, 40, "under_way", start=300, evidence="The first tranche of $40m has arrived.")
    assert firm(loan(None, 230), paid) == [("USD", 230, 230)]
    assert delivered(loan(None, 230), paid) == [("USD", 40, 40)]


def test_a_tranche_that_is_only_promised_is_not_delivered() -> None:
    promised = loan(None, 40, "binding", start=300, evidence="The first tranche of $40m is due in May.")
    assert delivered(loan(None, 230), promised) == []


def test_tranches_and_lenders_cut_the_same_money_twice() -> None:
    lines = [loan(None, 230), loan("First Bank", 95, start=100), loan("Second Bank", 135, start=200)]
    paid = loan(None, 40, "under_way", start=300, evidence="The first tranche of $40m has arrived.")
    assert firm(*lines, paid) == [("USD", 230, 230)]


def test_loans_beside_a_larger_one_that_do_not_sum_to_it_may_overlap() -> None:
    lines = [loan(None, 230), loan("First Bank", 95, start=100)]
    assert firm(*lines) == [("USD", 230, 325)]


def test_loans_that_exceed_the_largest_are_not_its_parts_and_add_up() -> None:
    lines = [loan(None, 100), loan("First Bank", 95, start=100), loan("Second Bank", 90, start=200)]
    assert firm(*lines) == [("USD", 285, 285)]


def test_a_package_and_a_deal_signed_with_it_give_a_range_from_the_largest_to_the_sum() -> None:
    assert announced(package(1000), venture(amount=usd(300), date="2030-02-06")) == [("USD", 1000, 1300)]


def test_parts_larger_than_the_package_are_at_least_their_own_sum() -> None:
    parts = [
        venture(amount=usd(700), date="2030-02-06"),
        venture(amount=usd(600), date="2030-02-06", partners=("Quartz", "Flint"), assets=("Kara-Tag",), doc="b"),
    ]
    assert announced(package(1000), *parts) == [("USD", 1300, 2300)]


@pytest.mark.parametrize(
    "part",
    [
        venture(amount=usd(300), date="2029-02-06"),
        venture(amount=usd(300), date="2030-02-06", places=("TJ",)),
        venture("completed", amount=usd(300), date="2030-02-06"),
    ],
    ids=["a year before", "another country", "done already"],
)
def test_a_deal_that_does_not_fit_the_package_is_added_to_it(part: Claim) -> None:
    assert announced(package(1000), part) == [("USD", 1300, 1300)]


def test_a_package_without_currency_never_enters_a_range_with_its_parts() -> None:
    made = announced(package(17000, None), venture(amount=usd(300), date="2030-02-06"))
    assert made == [("USD", 300, 300), (None, 17000, 17000)]


def test_the_cost_of_a_venture_and_of_its_project_on_one_asset_may_be_one_cost() -> None:
    mine = claim(
        "project", "agreed", party("Boz-Tag Mining", "developer"), assets=("Boz-Tag",), amount=usd(280), doc="b"
    )
    assert announced(venture(amount=usd(300)), mine) == [("USD", 300, 580)]


def test_two_ventures_of_one_company_in_one_country_may_be_one_told_twice() -> None:
    other = venture(doc="b", partners=("Northlight Mining", "a local firm"), assets=(), amount=usd(280))
    assert announced(venture(amount=usd(300)), other) == [("USD", 300, 580)]


def test_ventures_of_one_company_on_two_assets_add_up() -> None:
    other = venture(doc="b", partners=("Northlight Mining", "a local firm"), assets=("Kara-Tag",), amount=usd(280))
    assert announced(venture(amount=usd(300)), other) == [("USD", 580, 580)]


def test_every_total_explains_itself_and_names_its_entries() -> None:
    made = entries_of(venture(amount=usd(300)), loan("A Bank", 95, assets=("Boz-Tag",)))
    (total,) = totals(made).announced
    assert set(total.entries) == {entry.id for entry in made}
    assert total.note


@settings(max_examples=60)
@given(st.lists(st.integers(1, 500), min_size=1, max_size=5), st.integers(1, 1500))
def test_a_total_is_never_below_its_largest_sum_nor_above_all_of_them(parts: list[int], whole: int) -> None:
    loans = [loan(f"Bank {n}", millions, start=100 * (n + 1)) for n, millions in enumerate(parts)]
    (total,) = totals(entries_of(venture("binding", amount=usd(whole)), *loans)).announced
    largest, everything = max(whole, *parts), whole + sum(parts)
    assert Decimal(largest) <= total.low / 1_000_000 <= total.high / 1_000_000 <= Decimal(everything)


def test_an_older_telling_adds_nothing() -> None:
    assert announced(told(venture(doc="a", amount=usd(310)), "2030-05-01"), venture(doc="b", amount=usd(340))) != []
    assert announced(venture(doc="a", amount=usd(340)), venture(doc="b", amount=usd(340))) == [("USD", 340, 340)]
