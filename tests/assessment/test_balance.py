"""Whom a country deals with: every figure of a row against a hand count on invented claims."""

from dataclasses import replace
from decimal import Decimal

import pytest
from assessment_factory import claim, entries_of, restriction
from hypothesis import given
from hypothesis import strategies as st

from lodeline.assessment.balance import Row, balance, power
from lodeline.assessment.homes import home, homes
from lodeline.claims.claim import Claim, Party
from lodeline.supply.trade import sales, trade_years
from lodeline.vocabulary.places import country, country_named
from lodeline.vocabulary.quantities import Money


def rows(*claims: Claim, of: str = "Chile", partners: tuple[str, ...] = ()) -> tuple[Row, ...]:
    named = [country_named(name) for name in (of, *partners)]
    powers = [power(state) for state in named if state is not None]
    return balance(entries_of(*claims), powers[:1], powers[1:])


def venture(name: str, firm: str, status: str = "memorandum", share: int | None = 40, where: str = "Chile") -> Claim:
    holder = Party(firm, "partner", share=None if share is None else Decimal(share))
    return claim(
        "joint_venture",
        holder,
        Party(where, "partner"),
        doc=name,
        assets=(name,),
        commodities=("copper",),
        status=status,
    )


def loan(name: str, value: int, status: str, lender: str = "Japan", currency: str = "USD") -> Claim:
    amount = Money(Decimal(value), currency)
    parties = (Party(lender, "financier"), Party("Chile", "recipient"))
    return claim("financing", *parties, doc=name, assets=(name,), amount=amount, status=status, commodities=("copper",))


def meeting(name: str, *states: str, date: str = "2030-01-10") -> Claim:
    return claim("meeting", *(Party(state, "participant") for state in states), doc=name, date=date, places=("JP",))


def test_a_row_counts_commitments_by_stage_and_meetings_by_themselves() -> None:
    told = (
        venture("Alder", "Japan"),
        venture("Birch", "Japan", "binding"),
        venture("Cedar", "Japan", "cancelled"),
        meeting("m1", "Chile", "Japan"),
    )
    (row,) = rows(*told)
    assert row.partner.code == "JPN"
    assert dict(row.stages) == {"preliminary": 1, "committed": 1, "cancelled": 1}
    assert (len(row.commitments), len(row.meetings)) == (3, 1)


def test_announced_money_holds_the_firm_and_what_is_off_adds_nothing() -> None:
    (row,) = rows(loan("Alder", 30, "intent"), loan("Birch", 50, "binding"), loan("Cedar", 900, "cancelled"))
    announced, firm = row.totals.announced, row.totals.firm
    assert [(total.currency, total.low, total.high) for total in announced] == [("USD", Decimal(80), Decimal(80))]
    assert [(total.currency, total.low) for total in firm] == [("USD", Decimal(50))]


def test_stakes_are_those_of_the_partner_in_what_still_stands() -> None:
    told = (venture("Alder", "Japan", "binding"), venture("Birch", "Japan"), venture("Cedar", "Japan", "cancelled"))
    (row,) = rows(*told)
    stakes = {(stake.asset, stake.percent, stake.is_firm) for stake in row.stakes}
    assert stakes == {("Alder", Decimal(40), True), ("Birch", Decimal(40), False)}


def test_a_deal_of_three_powers_stands_in_the_row_of_each() -> None:
    third = replace(venture("Alder", "Japan"), parties=tuple(Party(n, "partner") for n in ("Chile", "Japan", "India")))
    assert [row.partner.code for row in rows(third)] == ["IND", "JPN"]


def test_members_of_the_union_stand_under_it_unless_one_is_asked_for() -> None:
    told = (venture("Alder", "Germany"), venture("Birch", "France"), venture("Cedar", "European Union"))
    assert [(row.partner.name, len(row.commitments)) for row in rows(*told)] == [("European Union", 3)]
    assert [(row.partner.name, len(row.commitments)) for row in rows(*told, partners=("Germany",))] == [("Germany", 1)]


def test_a_member_asked_as_the_country_deals_with_the_rest_of_the_union() -> None:
    assert [row.partner.name for row in rows(venture("Alder", "Germany", where="France"), of="France")] == [
        "European Union"
    ]
    assert rows(venture("Alder", "France", where="France"), of="France") == ()


def test_a_mine_in_the_country_is_its_affair_even_where_no_party_is() -> None:
    told = replace(venture("Alder", "Japan", where="Unheard Of Mining"), places=("CL",))
    assert [row.partner.code for row in rows(told)] == ["JPN"]


def test_a_power_asked_for_has_a_row_without_dealings_and_others_have_none() -> None:
    (row,) = rows(venture("Alder", "Japan"), partners=("India",))
    assert (row.partner.code, row.has_dealings, row.totals.announced) == ("IND", False, ())


def test_restrictions_are_counted_apart_from_commitments() -> None:
    (row,) = rows(restriction(target="Japan"))
    assert (len(row.measures), len(row.commitments)) == (1, 0)


def test_trade_parts_are_those_of_the_table_summed_by_hand() -> None:
    year = max(trade_years())
    (row,) = rows(partners=("Japan",))
    sold = {buyer: kusd for (seller, buyer), kusd in sales(year).items() if seller == "CHL"}
    bought = {seller: kusd for (seller, buyer), kusd in sales(year).items() if buyer == "CHL"}
    assert row.trade.exports == pytest.approx(sold["JPN"] / sum(sold.values()))
    assert row.trade.imports == pytest.approx(bought["JPN"] / sum(bought.values()))


def test_trade_of_a_state_that_the_table_does_not_know_is_unknown_and_not_zero() -> None:
    (row,) = rows(of="Kosovo", partners=("Japan",))
    assert (row.trade.exports, row.trade.imports) == (None, None)


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Japan", "JPN"),
        ("Минпромстрой Казахстана", "KAZ"),
        ("Export-Import Bank of the United States", "USA"),
        ("Rio Tinto Group", "GBR"),
        ("Unheard Of Mining", None),
    ],
)
def test_a_home_is_told_by_a_state_its_body_or_the_list_of_firms(name: str, state: str | None) -> None:
    assert home((name,)) == state


def test_every_home_of_the_list_is_a_state() -> None:
    assert [owner for owner, (code, _) in homes().items() if country(code) is None] == []


STATES = ("Japan", "India", "Germany", "France", "China")


@given(
    st.lists(st.tuples(st.sampled_from(STATES), st.sampled_from(["memorandum", "binding", "cancelled"])), max_size=6)
)
def test_no_row_has_more_than_the_ledger_and_each_foreign_deal_is_in_a_row(told: list[tuple[str, str]]) -> None:
    claims = [venture(f"Site {'ABCDEFG'[n]}", state, status) for n, (state, status) in enumerate(told)]
    entries = {entry.id for entry in entries_of(*claims)}
    found = rows(*claims)
    assert {each for row in found for each in row.commitments} == entries
    assert all(sum(row.stages.values()) == len(row.commitments) <= len(entries) for row in found)
