"""Which entries are one thing to build: a venture, its project and its financing count once."""

import pytest
from futures_factory import NEAR, NEW_MINE, OWL, OWNERS, Tables, entry, only_plan, party, project, refused, tied, tonnes

from lodeline.scenarios.plans import plans
from lodeline.supply.projects import Owner

pytestmark = pytest.mark.usefixtures("tables")


def test_a_venture_its_project_and_its_financing_are_one_plan_led_by_the_venture() -> None:
    venture, mine = tied(NEW_MINE, entry("mine", "project", assets=("Lark",), quantity=tonnes(300)))
    venture, loan = tied(venture, entry("loan", "financing"), "financed_by")
    plan = only_plan(loan, mine, venture)
    assert plan.lead.id == "new mine"
    assert {each.id for each in plan.entries} == {"new mine", "mine", "loan"}


def test_two_deals_that_nothing_ties_are_two_plans() -> None:
    assert len(plans([NEW_MINE, entry("other", assets=("Crane Field",), places=("MN",))])) == 2


def test_entries_that_name_the_same_asset_are_one_plan() -> None:
    assert len(plans([NEW_MINE, entry("again", "acquisition", assets=("lark field",))])) == 1


def test_entries_on_the_same_row_of_the_projects_table_are_one_plan() -> None:
    assert (
        len(plans([entry("one", assets=("Owl Rock",)), entry("two", "project", assets=("Rock Owl", "Owl Rock"))])) == 1
    )


def test_a_firm_that_tells_the_same_tonnes_without_an_asset_means_the_same_mine() -> None:
    mine = entry("mine", "project", assets=("Lark",), parties=(party("Aster", "developer"),), quantity=tonnes(300))
    again = entry("again", "project", parties=(party("Aster", "developer"),), quantity=tonnes(300, "concentrate"))
    other = entry("other", "project", parties=(party("Aster", "developer"),), quantity=tonnes(500))
    assert len(plans([mine, again])) == 1
    assert len(plans([mine, other])) == 2


def test_one_firm_with_two_assets_has_two_plans_and_a_loan_does_not_join_them() -> None:
    firm = (party("Aster", "developer"),)
    lark, crane = (
        entry(name, "project", assets=(name,), parties=firm, quantity=tonnes(300)) for name in ("Lark", "Crane")
    )
    loan = entry("loan", "financing", parties=(party("Aster", "recipient"), party("A Bank", "financier")))
    found = plans([lark, crane, loan])
    assert sorted(len(plan.entries) for plan in found) == [1, 2]


def test_another_mineral_is_another_plan() -> None:
    copper = entry("copper", "project", commodities=("copper",), parties=NEW_MINE.parties, quantity=tonnes(300))
    assert len(plans([NEW_MINE, copper])) == 2


def test_a_group_of_minerals_adds_no_mineral_to_the_one_that_is_told() -> None:
    assert only_plan(entry("deal", commodities=("critical minerals", "tungsten"))).minerals == ("tungsten",)
    venture, loan = tied(NEW_MINE, entry("loan", "financing", commodities=("critical minerals",)), "financed_by")
    assert only_plan(venture, loan).minerals == ("tungsten",)


def test_what_names_no_mineral_or_builds_nothing_is_no_plan() -> None:
    railway = entry("railway", "project", commodities=())
    sale = entry("sale", "supply", quantity=tonnes(300, "concentrate"))
    assert plans([railway, sale, entry("pact", "agreement")]) == ()


def test_of_two_ventures_with_the_same_parts_the_one_that_most_texts_tell_leads() -> None:
    owners = (party("France", share=60), party("Kyrgyzstan", share=40))
    told = entry("told", assets=("Lark",), parties=owners, sources=("a", "b"), published="2031-01-01")
    described = entry("described", assets=("Lark",), parties=(party("a firm", share=40), party("X", share=60)))
    assert only_plan(told, described).lead.id == "told"


def test_an_earlier_venture_with_other_parts_does_not_lead() -> None:
    old = entry("old", assets=("Lark",), parties=(party("Japan", share=51),), published="2029", sources=("a", "b", "c"))
    new = entry("new", assets=("Lark",), parties=(party("France", share=60),))
    assert only_plan(old, new).lead.id == "new"


@pytest.mark.parametrize("stage", ["denied", "cancelled", "ended_early", "superseded", "suspended"])
def test_what_is_denied_or_given_up_adds_nothing(stage: str) -> None:
    assert refused(entry("gone", assets=("Owl Rock",), stage=stage)) == (
        f"mining: told as {stage.replace('_', ' ')}: adds nothing"
    )


def test_a_project_cancelled_after_the_venture_was_told_stops_it_and_one_cancelled_before_does_not() -> None:
    late = entry("late", "project", assets=("Owl Rock",), stage="cancelled", published="2031-06-01")
    early = entry("early", "project", assets=("Owl Rock",), stage="cancelled", published="2030-06-01")
    venture = entry("venture", assets=("Owl Rock",))
    assert only_plan(venture, late).off == "cancelled"
    assert only_plan(venture, early).off == ""


def test_a_denied_loan_or_denied_part_does_not_stop_the_mine() -> None:
    venture, loan = tied(
        entry("venture", assets=("Owl Rock",)), entry("loan", "financing", stage="denied"), "financed_by"
    )
    rumour = entry("rumour", "acquisition", assets=("Owl Rock",), stage="denied", published="2031-09-01")
    assert only_plan(venture, loan, rumour).off == ""


def test_a_running_mine_that_changes_hands_adds_nothing() -> None:
    assert "Fox Hill runs already" in refused(entry("purchase", "acquisition", assets=("Fox Hill",)))


def test_owners_only_described_are_matched_where_one_of_them_fits(tables: Tables) -> None:
    cove = [Owner("Aster Mining Partners", 70), Owner("Kazakhstan", 30)]
    tables.projects(project("North", "KAZ", "pfs", cove), project("South", "KAZ", "pfs", cove, capacity=9.0), OWL, NEAR)
    deal = entry("deal", parties=(party("Aster Mining Partners", share=70), party("a state holding", share=30)))
    assert [each.name for each in only_plan(deal).found.projects] == ["North", "South"]
    assert OWNERS
