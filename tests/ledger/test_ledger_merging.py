"""Which claims are one commitment (rules 4 and 5), and which are never merged."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_factory import claim, entries_of, loan, only, party, quantity, told, usd, venture

from lodeline.claims.claim import Claim, Kind
from lodeline.ledger.commitment import Telling
from lodeline.ledger.facets import facets
from lodeline.ledger.history import derive
from lodeline.ledger.merging import merge, sameness
from lodeline.ledger.parties import Names, entity_keys, names_of


def memorandum(doc: str = "d1", start: int = 0, **slots: Any) -> Claim:
    who = [party("Freedonia", "signatory"), party("Sylvania", "signatory")]
    given = {"instrument": "memorandum", "subject": "critical minerals cooperation", "date": "2030-02-06"}
    return claim("agreement", "memorandum", *who, doc=doc, start=start, **(given | slots))


def count(*claims: Claim) -> int:
    return len(entries_of(*claims))


# --- one thing told twice ----------------------------------------------------------------------------------------


def test_a_memorandum_told_twice_in_two_wordings_of_one_text_is_one_commitment() -> None:
    again = memorandum(start=400, evidence="The paper on minerals was signed by the two ministers.")
    (entry,) = entries_of(memorandum(), again)
    assert len(entry.claims) == 2
    assert entry.why


def test_the_same_venture_told_by_two_texts_is_one_commitment_with_two_sources() -> None:
    (entry,) = entries_of(venture(doc="a"), venture("binding", doc="b"))
    assert entry.sources == ("a", "b")


def test_names_in_two_scripts_are_one_party_where_a_judgement_says_so() -> None:
    cyrillic = venture(doc="b", partners=("Нортлайт Майнинг", "Тас Ресорсиз"))
    judged = {"Нортлайт Майнинг": "q1", "Northlight Mining": "q1", "Тас Ресорсиз": "q2", "Tas Resources": "q2"}
    (entry,) = derive([told(venture(doc="a")), told(cyrillic)], lambda _: judged)
    assert {tuple(p.names) for p in entry.parties} == {
        ("Northlight Mining", "Нортлайт Майнинг"),
        ("Tas Resources", "Тас Ресорсиз"),
    }


def test_an_alias_of_the_source_counts_as_a_name_of_the_party() -> None:
    parties = [party("Northlight Mining plc", "partner", 60), party("Halk Metal", "partner", 40, "Tas Resources")]
    (entry,) = entries_of(venture(doc="a"), claim("joint_venture", "binding", *parties, doc="b"))
    assert [p.share for p in entry.parties] == [60, 40]


def test_a_ministry_signs_for_its_state_and_not_for_another_ministry() -> None:
    def signed(doc: str, name: str) -> Claim:
        who = [party(name, "signatory"), party("Northlight Mining", "signatory")]
        return claim("agreement", "memorandum", *who, doc=doc, instrument="memorandum")

    assert count(signed("a", "Ministry of Energy of Kazakhstan"), signed("b", "Kazakhstan")) == 1
    assert count(signed("a", "Ministry of Energy of Kazakhstan"), signed("b", "Ministry of Finance of Kazakhstan")) == 2


def test_a_commodity_and_the_group_that_contains_it_are_compatible() -> None:
    rare, neodymium = (venture(doc=name, commodities=(name,), assets=()) for name in ("rare earths", "neodymium"))
    assert count(rare, neodymium) == 1


def test_a_memorandum_and_the_venture_of_the_same_partners_are_steps_of_one_commitment() -> None:
    who = [party("Northlight Mining", "signatory"), party("Tas Resources", "signatory")]
    paper = claim("agreement", "memorandum", *who, doc="b", instrument="memorandum", date="2030-01")
    entry = only(entries_of(venture(), paper), "joint_venture")
    assert [point.stage for point in entry.status_history] == ["preliminary", "struck"]
    assert {p.role for p in entry.parties} == {"partner"}


def test_a_rumour_that_names_the_state_is_the_venture_of_its_company_on_the_same_asset() -> None:
    rumour = venture(
        "rumoured", doc="b", partners=("Northlight Mining", "government of Kyrgyzstan"), shares=(None, None)
    )
    assert count(venture(), rumour) == 1


def test_a_denied_stake_joins_the_venture_that_it_is_about() -> None:
    denied = claim("joint_venture", "denied", party("Tas Resources", "partner", 25), places=("KG",), start=300)
    (entry,) = entries_of(venture(), denied)
    assert entry.stage == "struck"
    assert [p.share for p in entry.parties] == [60, 40]


def test_a_sum_told_with_a_venture_stands_in_the_venture() -> None:
    money = claim(
        "investment", "agreed", party("Northlight Mining", "investor"), amount=usd(72), places=("KG",), start=9
    )
    assert count(venture(amount=usd(72)), money) == 1


def test_a_grown_cost_told_beside_the_venture_is_the_cost_of_the_venture() -> None:
    investor = party("Northlight Mining", "investor")
    grown = claim(
        "investment", "under_way", investor, amount=usd(90), places=("KG",), evidence="The cost rose to $90m."
    )
    assert count(venture(amount=usd(70), doc="old"), venture(), grown) == 1


def test_the_project_of_a_company_named_after_the_asset_is_that_of_its_owners() -> None:
    plan = claim("project", "proposed", party("Northlight Mining", "developer"), assets=("Boz-Tag",), places=("KG",))
    work = claim(
        "project", "under_way", party("Boz-Tag Mining", "developer"), assets=("Boz-Tag",), places=("KG",), doc="b"
    )
    assert count(plan, work) == 1


def test_the_owners_company_beside_one_owner_is_no_other_circle() -> None:
    def work(doc: str, *names: str) -> Claim:
        developers = [party(name, "developer") for name in names]
        return claim("project", "proposed", *developers, assets=("Boz-Tag",), places=("KG",), doc=doc)

    assert count(work("a", "Northlight Mining", "Tas"), work("b", "Northlight Mining", "Boz-Tag Mining")) == 1
    assert count(work("a", "Northlight Mining", "Tas"), work("b", "Northlight Mining", "Quartz")) == 2


@pytest.mark.parametrize("currency", ["EUR", None])
def test_sums_in_another_or_an_unknown_currency_do_not_oppose(currency: str | None) -> None:
    assert count(venture(amount=usd(300)), venture(doc="b", amount=usd(9000, currency=currency))) == 1


def test_two_sums_of_one_investor_in_one_text_are_two_investments() -> None:
    def money(millions: float, doc: str, start: int = 0) -> Claim:
        who = [party("Northlight Mining", "investor"), party("Kazakhstan", "host")]
        return claim("investment", "agreed", *who, amount=usd(millions), places=("KZ",), doc=doc, start=start)

    assert count(money(100, "a"), money(120, "a", 90)) == 2
    assert count(venture(amount=usd(100)), venture(amount=usd(120), start=90)) == 1


def test_quotations_in_nearly_the_same_words_are_one_statement() -> None:
    said = "“We buy technology and give nothing away”, the minister said."
    first = claim("statement", None, party("A. Minister", "speaker"), evidence=said)
    copy = claim("statement", None, party("A. Minister", "speaker"), evidence=said.replace("said", "stressed"), doc="b")
    assert count(first, copy) == 1


# --- two things --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "other",
    [
        venture(doc="b", assets=("Kara-Tag",)),
        venture(doc="b", places=("TJ",), assets=()),
        venture(doc="b", partners=("Northlight Mining", "Quartz Partners")),
        venture(doc="b", commodities=("antimony",), assets=()),
        venture(doc="b", date="2020", assets=()),
        venture(doc="b", amount=usd(5000)),
    ],
    ids=["another asset", "another country", "another partner", "another mineral", "years before", "another size"],
)
def test_an_opposed_fact_forbids_the_merge(other: Claim) -> None:
    assert count(venture(date="2030-02-06", amount=usd(300)), other) == 2


def test_what_was_done_years_before_is_not_the_plan_of_today() -> None:
    old = claim("project", "completed", party("Tas", "developer"), assets=("Boz-Tag",), places=("KG",), date="1968")
    new = claim("project", "proposed", party("Tas", "developer"), assets=("Boz-Tag",), places=("KG",), doc="b")
    assert count(old, new) == 2


def test_a_licence_granted_long_ago_and_now_lost_is_one_commitment() -> None:
    who = [party("Mali", "signatory"), party("Tas", "signatory")]
    slots: dict[str, Any] = {"instrument": "licence", "assets": ("Boz-Tag",)}
    granted = claim("agreement", "completed", *who, date="2013", **slots)
    (entry,) = entries_of(granted, claim("agreement", "cancelled", *who, date="2030-02", start=90, **slots))
    assert entry.stage == "cancelled"


def test_one_text_that_tells_two_different_stakes_tells_two_ventures() -> None:
    assert count(venture(), venture(shares=(51, 49), start=300)) == 2


def test_an_opposed_pair_is_not_joined_through_a_third_claim() -> None:
    vague = venture(doc="c", assets=(), shares=(None, None))
    entries = entries_of(venture(doc="a"), venture(doc="b", assets=("Kara-Tag",)), vague)
    assert sorted(len(entry.claims) for entry in entries) == [1, 2]


def test_a_package_of_deals_and_a_memorandum_of_the_same_states_are_two() -> None:
    who = [party("Freedonia", "signatory"), party("Sylvania", "signatory")]
    package = claim(
        "agreement", "agreed", *who, amount=usd(17000), subject="package of energy deals", date="2030-02-06"
    )
    assert count(memorandum(), package) == 2
    assert count(memorandum(doc="b"), package) == 2


def test_two_unrelated_agreements_of_the_same_states_are_two() -> None:
    assert count(memorandum(), memorandum(doc="b", subject="visa-free travel", instrument="treaty")) == 2


def test_two_memoranda_of_one_pair_on_two_subjects_are_two() -> None:
    assert count(memorandum(date=None), memorandum(doc="b", date=None, subject="geology of rare metals")) == 2


def test_a_memorandum_of_one_day_told_in_other_words_is_one() -> None:
    assert count(memorandum(), memorandum(doc="b", subject="geology of rare metals")) == 1


@pytest.mark.parametrize(
    "subject", ["shareholders' agreement", "соглашение акционеров", "contract on the joint venture"]
)
def test_a_paper_that_is_told_to_be_of_the_venture_is_a_step_of_it(subject: str) -> None:
    who = [party("Northlight Mining", "signatory"), party("Tas Resources", "signatory")]
    assert count(venture(), claim("agreement", "binding", *who, subject=subject, doc="b")) == 1


def test_another_contract_of_the_partners_is_no_step_of_their_venture() -> None:
    who = [party("Northlight Mining", "signatory"), party("Tas Resources", "signatory")]
    assert count(venture(), claim("agreement", "binding", *who, subject="catering for a festival", doc="b")) == 2


def test_a_licence_of_the_partners_is_no_step_of_their_venture() -> None:
    who = [party("Northlight Mining", "signatory"), party("Tas Resources", "signatory")]
    licence = claim("agreement", "completed", *who, instrument="licence", assets=("Boz-Tag",), doc="b")
    assert count(venture(), licence) == 2


def test_a_letter_of_interest_is_apart_from_the_venture_it_would_finance() -> None:
    letter = claim(
        "financing", "intent", party("A Bank", "financier"), amount=usd(900), instrument="letter_of_interest"
    )
    assert count(venture(amount=usd(1100)), letter) == 2


def test_two_loans_of_one_text_to_one_company_are_two() -> None:
    assert count(loan("First Bank", 95), loan("Second Bank", 135, start=200)) == 2
    assert count(loan(None, 230), loan(None, 40, start=200)) == 2


def test_a_loan_and_a_guarantee_are_two() -> None:
    assert count(loan("A Bank", 100), loan("A Bank", 100, doc="b", instrument="guarantee")) == 2


def test_a_rumoured_sale_of_shares_stays_apart_from_the_venture() -> None:
    sale = claim(
        "acquisition", "rumoured", party("a fund", "acquirer"), party("Northlight Mining", "seller"), places=("KG",)
    )
    assert count(venture(), sale) == 2


def test_summit_and_breakfast_of_one_day_are_two_meetings() -> None:
    states = [party(name, "participant") for name in ("Freedonia", "Sylvania", "Ruritania")]
    summit = claim("meeting", "completed", *states, party("Grand Fenwick", "participant"), date="2030-02-06")
    breakfast = claim("meeting", "completed", *states, party("A. Minister", "participant"), date="2030-02-06", start=90)
    assert count(summit, breakfast) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"action": "impose"}, {"action": "suspend"}),
        ({"date": "2022-12"}, {"date": "2027-01"}),
        ({"instrument": "ban"}, {"instrument": "tariff"}),
        ({"quantity": quantity(5, "%")}, {"quantity": quantity(10, "%")}),
        ({"commodities": ("lithium",)}, {"commodities": ("cobalt",)}),
    ],
)
def test_two_acts_of_one_state_are_two_measures(first: dict[str, Any], second: dict[str, Any]) -> None:
    base: dict[str, Any] = {"places": ("ZW",)}
    one = claim("restriction", "in_force", party("Freedonia", "imposer"), **(base | first))
    two = claim("restriction", "in_force", party("Freedonia", "imposer"), doc="b", **(base | second))
    assert count(one, two) == 2


def test_shares_of_mining_and_processing_are_two_figures() -> None:
    holder = party("Freedonia", "holder")
    mined = claim("share", None, holder, stage="mining", commodities=("lithium",), quantity=quantity(70, "%"))
    refined = claim(
        "share", None, holder, stage="processing", commodities=("lithium",), quantity=quantity(70, "%"), start=50
    )
    assert count(mined, refined) == 2


def test_two_quotations_of_one_text_are_two_statements() -> None:
    first = claim("statement", None, party("A. Minister", "speaker"), evidence="“We buy.”", subject="buying")
    second = claim("statement", None, party("A. Minister", "speaker"), evidence="“We buy.”", subject="buying", start=90)
    assert count(first, second) == 2


def test_an_alias_shared_with_a_party_beside_it_joins_nobody() -> None:
    """A source may list loose forms: here the state is an alias of its company, and a partner as well."""
    firm = party("Tas Resources", "partner", 30, "Kyrgyzstan")
    state = party("Kyrgyzstan", "partner", 10)
    (entry,) = entries_of(claim("joint_venture", "agreed", party("Northlight Mining", "partner", 60), firm, state))
    assert [p.share for p in entry.parties] == [60, 30, 10]


# --- order -------------------------------------------------------------------------------------------------------


def claims_of_a_busy_week() -> list[Telling]:
    kinds: list[Claim] = [
        venture("rumoured", doc="a", amount=usd(250, "about")),
        venture("memorandum", doc="b", amount=usd(300, "up_to")),
        venture("agreed", doc="c", amount=usd(310, "about")),
        venture("binding", doc="d", assets=("Boz-Tag deposit",)),
        venture("agreed", doc="e", assets=("Kara-Tag",)),
        venture("agreed", doc="f", assets=(), shares=(None, None)),
        loan(None, 230, doc="g"),
        loan("First Bank", 95, doc="g", start=100),
        loan("Second Bank", 135, doc="g", start=200),
        memorandum(doc="h"),
        memorandum(doc="i", evidence="Both states signed."),
    ]
    return [told(each, f"2030-0{number % 9 + 1}-01") for number, each in enumerate(kinds)]


@settings(max_examples=40)
@given(st.permutations(claims_of_a_busy_week()))
def test_the_ledger_does_not_depend_on_the_order_of_reading(tellings: list[Telling]) -> None:
    assert derive(tellings) == derive(claims_of_a_busy_week())


@settings(max_examples=40)
@given(st.lists(st.sampled_from(claims_of_a_busy_week()), max_size=8))
def test_telling_a_claim_twice_changes_nothing(tellings: list[Telling]) -> None:
    assert derive(tellings + tellings) == derive(tellings)


@settings(max_examples=40)
@given(st.lists(st.sampled_from(claims_of_a_busy_week()), unique_by=lambda t: t.claim.id, max_size=11))
def test_every_claim_stands_in_exactly_one_group(tellings: list[Telling]) -> None:
    grouped = [telling.claim.id for group in merge(tellings, Names({}, {})) for telling in group.tellings]
    assert sorted(grouped) == sorted(telling.claim.id for telling in tellings)


@settings(max_examples=100)
@given(st.sampled_from(claims_of_a_busy_week()), st.sampled_from(claims_of_a_busy_week()))
def test_likeness_has_no_direction(left: Telling, right: Telling) -> None:
    names = names_of([left.claim, right.claim], entity_keys)
    ours, theirs = facets(left, names), facets(right, names)
    there, back = sameness(ours, theirs), sameness(theirs, ours)
    assert (there.score, there.opposed is None) == (back.score, back.opposed is None)


def test_a_third_party_report_adds_evidence_and_no_commitment() -> None:
    report = venture("agreed", doc="b", attributed_to=("a rating agency",))
    (entry,) = entries_of(venture("binding"), report)
    assert entry.stage == "committed"
    assert len(entry.claims) == 2


def test_every_kind_of_claim_has_an_entry() -> None:
    kinds: tuple[Kind, ...] = ("joint_venture", "restriction", "meeting", "share", "constraint")
    made = [claim(kind, None, start=number * 50) for number, kind in enumerate(kinds)]
    assert {entry.book for entry in entries_of(*made)} == {"commitments", "measures", "events", "figures", "voices"}
