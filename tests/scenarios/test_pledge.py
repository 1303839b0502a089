"""A plan as future output: how much in each reading, from when, where, whose; and every reason why not."""

from dataclasses import replace

import pytest
from futures_factory import (
    NEAR,
    NEW_MINE,
    OWL,
    OWL_DEAL,
    OWNERS,
    THIS_YEAR,
    Tables,
    entry,
    only_plan,
    party,
    project,
    promised,
    refused,
    tied,
    tonnes,
)

from lodeline.ledger.commitment import Entry
from lodeline.scenarios.pledge import Pledge, stages
from lodeline.supply.projects import Owner
from lodeline.vocabulary.quantities import Quantity

pytestmark = pytest.mark.usefixtures("tables")
OPEN = '"concentrate" for both deposits, basis not stated'


def source(found: Pledge, name: str) -> tuple[str, str, str]:
    (told,) = [each for each in found.inputs if each.name == name]
    return told.value, told.evidence, told.source


# --- how much ---------------------------------------------------------------------------------------------------


def test_capacity_told_by_the_news_goes_before_the_table() -> None:
    told = promised(entry("deal", assets=("Owl Rock",), quantity=tonnes(500, "concentrate")))
    assert (told.from_news, told.readings[0].form) == (True, "concentrate")
    assert told.readings[0].tonnes == pytest.approx(500 * 0.515)
    assert source(told, "capacity") == ("500 t/year (concentrate)", "checked", "the news: report on deal")
    assert promised(OWL_DEAL).from_news is False
    assert source(promised(OWL_DEAL), "capacity")[2] == "projects table: https://example.org/projects"


def test_capacity_may_be_told_by_the_project_that_the_venture_is_tied_to() -> None:
    venture, mine = tied(
        replace(NEW_MINE, claims=(), quantities=()),
        entry("mine", "project", places=("KG",), quantity=tonnes(80, "concentrate")),
    )
    assert promised(venture, mine).readings[0].tonnes == pytest.approx(80 * 0.515)


def test_tonnes_of_a_sale_are_no_capacity() -> None:
    venture, sale = tied(replace(NEW_MINE, claims=(), quantities=()), entry("sale", "supply", quantity=tonnes(80)))
    assert "no yearly tonnes in the news" in refused(venture, sale)


def test_the_newest_text_tells_the_capacity_and_an_older_one_may_tell_what_it_is_of() -> None:
    old = entry("old", "project", assets=("Lark",), places=("KG",), quantity=tonnes(90), published="2030-01-01")
    form = entry(
        "form", "project", assets=("Lark",), places=("KG",), quantity=tonnes(80, "concentrate"), published="2030-02"
    )
    new = entry("new", "project", assets=("Lark",), places=("KG",), quantity=tonnes(80), published="2031-01-01")
    (reading,) = promised(old, form, new).readings
    assert reading.form == "concentrate"
    assert reading.tonnes == pytest.approx(80 * 0.515)


def test_output_that_is_there_already_is_not_promised() -> None:
    done = entry("done", "project", assets=("Lark",), places=("KG",), quantity=tonnes(90), status="completed")
    assert "no yearly tonnes in the news" in refused(done)


def test_a_told_range_gives_its_middle_with_both_ends() -> None:
    (reading,) = promised(telling(NEW_MINE, tonnes(100, "concentrate", most=200))).readings
    assert (reading.low, reading.tonnes, reading.high) == pytest.approx((100 * 0.476, 150 * 0.515, 200 * 0.555))


def telling(deal: Entry, quantity: Quantity) -> Entry:
    return replace(deal, claims=(replace(deal.claims[0], quantity=quantity),), quantities=(quantity,))


def test_an_open_basis_gives_all_readings_by_their_names_in_order_of_their_content(tables: Tables) -> None:
    tables.projects(replace(OWL, form=OPEN, capacity=1000.0))
    found = promised(OWL_DEAL)
    assert [(r.form, r.told) for r in found.readings] == [("concentrate", False), ("WO₃", False), ("W content", False)]
    assert [r.tonnes for r in found.readings] == pytest.approx([515, 793, 1000])
    assert source(found, "basis of the tonnes") == (
        "not told: concentrate, WO₃, W content",
        "assumed",
        "all readings side by side",
    )


def test_a_told_form_gives_one_reading_with_its_range_by_grade(tables: Tables) -> None:
    tables.projects(replace(OWL, form="WO3 in concentrate, design", capacity=1000.0))
    (reading,) = promised(OWL_DEAL).readings
    assert (reading.form, reading.told) == ("WO₃", True)
    assert reading.tonnes == pytest.approx(793)


def test_capacity_told_for_two_deposits_together_counts_once(tables: Tables) -> None:
    tables.projects(OWL, replace(NEAR, form=OPEN, capacity=1000.0))
    both = promised(entry("both", assets=("Owl Rock", "Owl Rock Near")))
    assert both.readings[-1].tonnes == 1000
    assert "told for them together and counted once" in source(both, "capacity")[0]


def test_capacities_in_one_form_are_added_and_in_two_forms_are_not(tables: Tables) -> None:
    both = entry("both", assets=("Owl Rock", "Owl Rock Near"))
    tables.projects(OWL, replace(NEAR, capacity=50.0))
    assert promised(both).readings[0].tonnes == 250
    tables.projects(OWL, replace(NEAR, capacity=50.0, form="WO3"))
    assert "no yearly tonnes that could be read as one output" in refused(both)


def test_capacity_in_ore_is_not_read_as_metal(tables: Tables) -> None:
    tables.projects(replace(OWL, unit="t ore/y"))
    assert "no yearly tonnes that could be read as one output are told of Owl Rock" in refused(OWL_DEAL)


# --- when -------------------------------------------------------------------------------------------------------


def test_the_start_is_that_of_the_newest_text_else_of_the_table() -> None:
    moved = [
        entry("first", "project", assets=("Owl Rock",), date="2034", published="2031-01-01"),
        entry("later", "project", assets=("Owl Rock",), date="2036", published="2031-02-01"),
    ]
    assert promised(*moved).start == 2036
    assert promised(OWL_DEAL).start == 2033


def test_the_day_of_a_signature_and_of_a_ground_breaking_are_no_start() -> None:
    assert promised(entry("signed", assets=("Owl Rock",), date="2032-03-01")).start == 2033
    assert promised(entry("dug", "project", assets=("Owl Rock",), date="2032", step="construction")).start == 2033


def test_a_start_that_has_passed_is_no_start(tables: Tables) -> None:
    tables.projects(replace(OWL, start="2025"))
    found = promised(OWL_DEAL)
    assert found.start == THIS_YEAR + 5
    assert source(found, "first output") == (
        "2036",
        "assumed",
        "usual years from dfs; the start told, 2025, has passed",
    )


def test_without_a_start_the_usual_years_from_the_furthest_step_count(tables: Tables) -> None:
    tables.projects(replace(OWL, start=None))
    assert promised(OWL_DEAL).start == THIS_YEAR + 5
    building = entry("building", "project", assets=("Lark",), places=("KG",), quantity=tonnes(9), step="construction")
    assert promised(building).start == THIS_YEAR + 3
    assert promised(replace(NEW_MINE, kind="investment", claims=NEW_MINE.claims)).start == THIS_YEAR + 12


# --- where and whose ----------------------------------------------------------------------------------------------


def test_the_place_is_what_all_entries_on_the_asset_name() -> None:
    venture = replace(NEW_MINE, places=("FR", "KG"))
    assert promised(*tied(venture, entry("mine", "project", assets=("Lark Field",), places=("KG",)))).country == "KGZ"
    assert refused(venture) == "mining: the texts do not tell in which one state it lies"


def homes(found: Pledge) -> list[tuple[str, str | None, float]]:
    return [(holder.name, holder.country, holder.percent) for holder in found.holders]


def test_parts_told_by_the_news_go_before_those_of_the_table() -> None:
    deal = entry("deal", assets=("Owl Rock",), parties=(party("France", share=51), party("Kazakhstan", share=49)))
    assert homes(promised(deal)) == [("France", "FRA", 51), ("Kazakhstan", "KAZ", 49)]
    assert homes(promised(OWL_DEAL)) == [("United States", "USA", 70), ("Kazakhstan", "KAZ", 20)]


def test_an_owner_only_described_is_that_of_the_table_with_the_same_part_and_it_is_an_assumption() -> None:
    deal = entry(
        "deal", assets=("Owl Rock",), parties=(party("an American group", share=70), party("a holding", share=30))
    )
    found = promised(deal)
    assert homes(found) == [("an American group", "USA", 70), ("a holding", None, 30)]
    assert [holder.evidence for holder in found.holders] == ["assumed", "assumed"]
    assert "taken for United States" in source(found, "owner an American group")[2]


def test_two_owners_of_the_table_with_the_same_part_tell_no_home(tables: Tables) -> None:
    tables.projects(replace(OWL, owners=(Owner("United States", 50), Owner("Kazakhstan", 50))))
    assert homes(promised(entry("deal", assets=("Owl Rock",), parties=(party("a group", share=50),)))) == [
        ("a group", None, 50)
    ]


@pytest.mark.parametrize(
    ("quote", "home"),
    [
        ("The venture of Tajikistan's Aster and others", "TJK"),
        ("65 % go to the South Korean Aster", "KOR"),
        ("Доля корейской Aster составит 65 %", "KOR"),
        ("Таджикская госкомпания «Aster» получит 65 %", "TJK"),
        ("Korean banks are wary. Aster gets 65 %", None),
        ("In Tajikistan, Aster gets 65 %", None),
        ("Aster gets 65 % of the Korean venture", None),
        ("The Koreanised Aster gets 65 %", None),
    ],
)
def test_a_home_is_told_by_the_adjective_right_before_the_name(quote: str, home: str | None) -> None:
    deal = replace(entry("deal", quote=quote), parties=(party("Aster", share=65),))
    deal = replace(deal, assets=("Lark",), places=("KG",))
    assert homes(promised(telling(deal, tonnes(9)))) == [("Aster", home, 65)]


def test_a_name_within_another_word_is_no_owner() -> None:
    deal = replace(NEW_MINE, parties=(party("Energy Valero Group", share=65),))
    assert homes(promised(deal)) == [("Energy Valero Group", None, 65)], "neither ERG nor Vale"


def test_parts_that_add_up_to_more_than_all_are_scaled_down() -> None:
    deal = replace(NEW_MINE, parties=(party("France", share=90), party("Japan", share=60)))
    assert homes(promised(deal)) == [("France", "FRA", 60), ("Japan", "JPN", 40)]


def test_the_only_builder_told_is_taken_for_the_owner_and_two_are_not() -> None:
    def built_by(*names: str) -> Entry:
        firms = tuple(party(name, "developer") for name in names)
        return entry("mine", "project", assets=("Lark",), places=("KG",), quantity=tonnes(9), parties=firms)

    assert homes(promised(built_by("Japan"))) == [("Japan", "JPN", 100)]
    assert promised(built_by("Japan")).holders[0].evidence == "assumed"
    assert homes(promised(built_by("Japan", "France"))) == []


def test_who_pays_is_told_and_controls_nothing() -> None:
    venture, loan = tied(NEW_MINE, entry("loan", "financing", parties=(party("Spain", "financier"),)), "financed_by")
    found = promised(venture, loan)
    assert found.financiers == ("Spain",)
    assert "ESP" not in {holder.country for holder in found.holders}


def test_a_state_that_owns_a_project_is_that_where_it_lies(tables: Tables) -> None:
    tables.projects(replace(OWL, owners=(Owner("state", 40), Owner("Old Combine", 60, "state"))))
    assert [holder.country for holder in promised(OWL_DEAL).holders] == ["KAZ", "KAZ"]


# --- why not ----------------------------------------------------------------------------------------------------


def test_a_mineral_whose_forms_are_not_known_is_refused(tables: Tables) -> None:
    tables.projects(replace(OWL, commodity="beryllium", form="Be products"))
    assert refused(replace(OWL_DEAL, commodities=("beryllium",))) == "mining: the content of “Be products” is not known"


def test_tonnes_of_two_minerals_at_once_are_refused() -> None:
    assert refused(replace(NEW_MINE, commodities=("tungsten", "tin"))) == (
        "mining: several minerals, and not told which the tonnes are of: tungsten, tin"
    )


def test_a_deal_without_tonnes_and_without_a_project_is_refused_with_both_reasons() -> None:
    reason = refused(replace(NEW_MINE, claims=(), quantities=()))
    assert (
        reason
        == "mining: no yearly tonnes in the news, and the table has no project of critical minerals, tungsten there"
    )


def test_stages_are_those_of_the_projects_and_mining_where_none_is_known(tables: Tables) -> None:
    tables.projects(project("Owl Rock plant", "KAZ", "dfs", OWNERS, stage="refining"), OWL)
    both = only_plan(entry("both", assets=("Owl Rock", "Owl Rock plant")))
    assert stages(both) == ("mining", "refining")
    assert stages(only_plan(NEW_MINE)) == ("mining",)
    assert source(promised(NEW_MINE), "stage") == ("mining", "assumed", "no row of the projects table tells it")
