"""The outlook: one example computed by hand, and what must hold for every one."""

from dataclasses import replace

import pytest
from futures_factory import (
    FOX,
    HARE,
    NEAR,
    NEW_MINE,
    OWL,
    OWL_DEAL,
    OWNERS,
    SOURCE,
    Tables,
    entry,
    figure,
    future,
    project,
    promised,
    table,
    tonnes,
)
from hypothesis import given
from hypothesis import strategies as st

from lodeline.scenarios.capacity import Input, Reading
from lodeline.scenarios.holders import Holder
from lodeline.scenarios.outlook import LAST, RAMP, Outlook, Scenario, Shift, World, control_shifts, outlook
from lodeline.scenarios.pledge import Pledge
from lodeline.supply.output import Absent, Output
from lodeline.supply.projects import Owner

pytestmark = pytest.mark.usefixtures("tables")


def by_name(made: Outlook, name: str, reading: str = "W content") -> Scenario:
    (found,) = [each for each in made.scenarios if each.name == name and each.reading in ("", reading)]
    return found


def test_without_the_deal_the_world_goes_on_and_what_is_being_built_joins() -> None:
    nobody = by_name(future(OWL_DEAL), "nobody")
    # Fox Hill: 60 t in Kazakhstan, half of them China's. Hare Creek: 40 t in Australia from 2032, all Japan's.
    assert nobody.at(2040).by_place == {"CHN": 800, "KAZ": 100, "AUS": 100, "rest": 40}
    assert nobody.at(2040).by_control == {"CHN": 830, "KAZ": 70, "AUS": 60, "JPN": 40, "rest": 40}
    assert [nobody.at(year).world for year in (2031, 2032, 2033, 2034, 2035, 2036)] == [
        1000,
        1010,
        1020,
        1030,
        1040,
        1040,
    ]


def test_as_told_it_adds_its_capacity_at_its_place_and_shares_it_out_among_its_owners() -> None:
    built = by_name(future(OWL_DEAL), "as told")
    assert built.at(2040).world == 1240
    assert built.at(2040).by_place == {"CHN": 800, "KAZ": 300, "AUS": 100, "rest": 40}
    # 70 % of 200 t are the United States', 20 % Kazakhstan's; 10 % have no owner and stay with the place.
    expected = {"CHN": 830, "KAZ": 70 + 40 + 20, "AUS": 60, "JPN": 40, "USA": 140, "rest": 40}
    assert built.at(2040).by_control == pytest.approx(expected)


def test_the_rival_builds_the_same_at_the_same_place_and_controls_all_of_it() -> None:
    made = future(OWL_DEAL)
    rival = by_name(made, "rival")
    assert made.rival == "CHN"
    assert rival.at(2040).by_place == by_name(made, "as told").at(2040).by_place
    assert rival.at(2040).by_control == {"CHN": 1030, "KAZ": 70, "AUS": 60, "JPN": 40, "rest": 40}


def test_output_grows_in_equal_steps_from_the_start() -> None:
    made = future(OWL_DEAL)
    nobody, built = by_name(made, "nobody"), by_name(made, "as told")
    added = [built.at(year).world - nobody.at(year).world for year in range(2032, 2038)]
    assert added == [0, 50, 100, 150, 200, 200]
    assert RAMP == 4


def test_the_base_year_is_the_table_in_every_future() -> None:
    for scenario in future(OWL_DEAL).scenarios:
        assert scenario.at(2030).by_place == {"CHN": 800, "KAZ": 100, "AUS": 60, "rest": 40}


def test_what_was_to_start_before_the_base_year_ended_joins_after_it(tables: Tables) -> None:
    tables.projects(replace(HARE, start="2028", status="commissioning"), OWL)
    nobody = by_name(future(OWL_DEAL), "nobody")
    assert [nobody.at(year).world for year in (2030, 2031, 2034)] == [1000, 1010, 1040]


@pytest.mark.parametrize(
    ("name", "form", "added"),
    [
        ("Hare Creek expansion", "W", 0),
        ("Hare Creek", "W after the third line", 0),
        ("Hare Creek", "W, from 15", 0),
        ("Hare Creek", "W, added to 15", 40),
    ],
)
def test_capacity_that_holds_what_ran_before_is_not_added(tables: Tables, name: str, form: str, added: float) -> None:
    tables.projects(replace(HARE, name=name, form=form), OWL)
    assert by_name(future(OWL_DEAL), "nobody").at(2040).world == 1000 + added


def test_a_rival_can_be_named_and_the_default_owns_nothing_of_it(tables: Tables) -> None:
    assert future(OWL_DEAL, rival="JPN").rival == "JPN"
    tables.projects(replace(OWL, owners=(Owner("China", 100),)))
    assert future(OWL_DEAL).rival == "KAZ"


def test_the_same_mine_is_not_under_way_beside_the_deal_that_builds_it(tables: Tables) -> None:
    tables.projects(replace(OWL, status="construction"))
    assert by_name(future(OWL_DEAL), "nobody").at(2040).world == 1000


def test_an_owner_whose_home_is_unknown_is_told_as_such_and_not_given_to_the_place(tables: Tables) -> None:
    tables.projects(replace(OWL, owners=(Owner("Unheard Of Mining", 50),)))
    assert by_name(future(OWL_DEAL), "as told").at(2040).by_control == {"CHN": 800, "KAZ": 200, "AUS": 60, "rest": 140}


def test_foreign_owners_never_control_more_than_a_country_makes(tables: Tables) -> None:
    huge = [replace(FOX, id=name, capacity=90.0, owners=(Owner("Japan", 100),)) for name in ("one", "two")]
    tables.projects(*huge, OWL)
    control = by_name(future(OWL_DEAL), "nobody").at(2040).by_control
    assert [control["KAZ"], control["JPN"]] == pytest.approx([0, 100])


def test_the_only_project_of_a_table_controls_no_more_than_its_capacity(tables: Tables) -> None:
    tables.projects(replace(FOX, country="CHN", owners=(Owner("Japan", 100),)), OWL)
    assert by_name(future(OWL_DEAL), "nobody").at(2040).by_control["JPN"] == 60


def test_a_mine_whose_capacity_is_told_in_ore_controls_nothing_unless_it_is_known_to_be_the_only_one(
    tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_ore = replace(FOX, unit="t ore/y", capacity=3e6, owners=(Owner("China", 100),))
    tables.projects(in_ore, OWL)
    assert list(control_shifts(table())) == []
    monkeypatch.setattr("lodeline.scenarios.outlook.sole", lambda: {"Fox Hill": "checked"})
    (shift,) = control_shifts(table())
    assert (shift.place, shift.control, shift.tonnes) == ("KAZ", "CHN", 100)


def test_a_country_whose_figure_is_withheld_is_never_taken_for_nothing(tables: Tables) -> None:
    tables.set(table(countries=(figure("CHN", 800), figure("USA", None)), others=None))
    at = by_name(future(OWL_DEAL), "nobody").at(2030)
    assert at.by_place == {"CHN": 800, "rest": 200}


def test_capacity_in_uranium_and_in_concentrate_is_read_by_its_unit(tables: Tables) -> None:
    tables.projects(OWL, replace(HARE, unit="t concentrate/y", form="W-Mo concentrate"))
    assert by_name(future(OWL_DEAL), "nobody").at(2040).world == pytest.approx(1000 + 40 * 0.515)


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (Absent("no table", "no table of it"), "no table of it"),
        (
            table(countries=(replace(figure("CHN", 1), source=replace(SOURCE, is_relative=True)),)),
            "tungsten, mining, 2030: only shares are sound; tonnes to add to would be an assumption",
        ),
        (table(world=None), "tungsten, mining, 2030: the source prints no world total to take parts of"),
    ],
    ids=["no table", "only shares", "no total"],
)
def test_no_outlook_without_tonnes_to_add_to(tables: Tables, made: Output | Absent, reason: str) -> None:
    tables.set(made)
    found = outlook(promised(OWL_DEAL))
    assert isinstance(found, Absent)
    assert found.reason == reason


# --- what the answer stands on ------------------------------------------------------------------------------------


def test_the_inputs_that_carry_the_difference_are_those_of_the_deal() -> None:
    carrying = {each.name for each in future(OWL_DEAL).inputs if each.carries}
    assert carrying == {
        "capacity",
        "t counted in 1 t of W content",
        "first output",
        "owner United States",
        "owner Kazakhstan",
        "part that no owner is told for",
    }


def test_the_ramp_carries_the_difference_only_where_it_is_not_over(tables: Tables) -> None:
    def ramp(start: str) -> Input:
        tables.projects(replace(OWL, start=start))
        return next(each for each in future(OWL_DEAL).inputs if each.name == "ramp-up")

    assert [ramp(start).carries for start in ("2033", "2037", "2038", "2040")] == [False, False, True, True]


def test_the_part_of_inputs_that_is_recalled_or_assumed_is_counted(tables: Tables) -> None:
    made = future(OWL_DEAL)
    soft = [each.name for each in made.inputs if each.evidence != "checked"]
    assert soft == ["part that no owner is told for", "ramp-up", "what runs today"]
    assert made.unsure == pytest.approx(3 / len(made.inputs))
    tables.projects(replace(OWL, evidence="recalled"))
    assert {"capacity", "first output"} <= {i.name for i in future(OWL_DEAL).inputs if i.evidence == "recalled"}


def test_where_the_countries_add_up_to_more_than_the_printed_world_their_sum_is_taken_and_said(tables: Tables) -> None:
    tables.set(table(world=figure("WLD", 990)))
    made = future(OWL_DEAL)
    assert by_name(made, "nobody").at(2030).world == 1000
    (said,) = [each.value for each in made.inputs if each.name == "world that parts are taken of"]
    assert said.startswith("1\u202f000 t, the sum of the countries; the source prints 990 t")


# --- what must hold for all -----------------------------------------------------------------------------------------


def pledge_of(readings: tuple[float, ...], parts: tuple[float, ...], start: int) -> Pledge:
    states = ("USA", "KAZ", None, "JPN")
    holders = tuple(Holder(f"holder {n}", states[n], part) for n, part in enumerate(parts))
    told = tuple(Reading(f"form {n}", t, t, t, False) for n, t in enumerate(readings))
    return replace(promised(OWL_DEAL), readings=told, holders=holders, start=start, projects=())


PLEDGES = st.builds(
    pledge_of,
    st.lists(st.floats(0, 1e6), min_size=1, max_size=3).map(lambda found: tuple(sorted(found))),
    st.lists(st.floats(0, 25), max_size=4).map(tuple),
    st.integers(2025, 2045),
)


@given(data=st.data())
def test_mass_is_conserved_in_every_year_of_every_future(data: st.DataObject) -> None:
    made = outlook(data.draw(PLEDGES))
    assert isinstance(made, Outlook)
    for scenario in made.scenarios:
        for year in scenario.years:
            assert sum(year.by_control.values()) == pytest.approx(year.world)
            assert min(year.by_control.values()) >= -1e-9


@given(data=st.data())
def test_a_pledge_never_lowers_the_world_and_readings_come_in_order_of_their_content(data: st.DataObject) -> None:
    made = outlook(data.draw(PLEDGES))
    assert isinstance(made, Outlook)
    nobody, *built = [made.scenarios[0], *made.named("as told")]
    for year in nobody.years:
        worlds = [year.world, *(scenario.at(year.year).world for scenario in built)]
        assert worlds == sorted(worlds)


@given(data=st.data())
def test_the_rival_and_the_deal_as_told_differ_in_control_alone(data: st.DataObject) -> None:
    made = outlook(data.draw(PLEDGES))
    assert isinstance(made, Outlook)
    for told, rival in zip(made.named("as told"), made.named("rival"), strict=True):
        assert [year.by_place for year in told.years] == [year.by_place for year in rival.years]


@given(tonnes_moved=st.floats(0, 100))
def test_a_world_without_additions_is_the_table_for_ever(tonnes_moved: float) -> None:
    told = Input("owner", "", "checked", "")
    years = World(table(), (Shift("KAZ", "CHN", tonnes_moved, told),), ()).years(LAST)
    assert {year.world for year in years} == {1000}
    assert {year.by_control["CHN"] for year in years} == {800 + tonnes_moved}


def test_nothing_built_by_anybody_differs_from_nothing_pledged() -> None:
    empty = replace(promised(OWL_DEAL), readings=(Reading("W content", 0, 0, 0, True),), projects=())
    made = outlook(empty)
    assert isinstance(made, Outlook)
    for scenario in made.scenarios[1:]:
        assert [year.by_place for year in scenario.years] == [year.by_place for year in made.scenarios[0].years]


def test_the_refining_of_a_deal_is_another_outlook_than_its_mining(tables: Tables) -> None:
    plant = project("Owl Rock plant", "KAZ", "dfs", OWNERS, stage="refining", capacity=50.0, start="2034")
    tables.projects(OWL, NEAR, plant)
    both = entry("both", assets=("Owl Rock", "Owl Rock plant"))
    assert promised(both, stage="refining").readings[0].tonnes == 50
    assert promised(both, stage="mining").readings[0].tonnes == 200


def test_tonnes_told_in_the_news_are_of_the_first_stage_and_never_of_both(tables: Tables) -> None:
    plant = project("Owl Rock plant", "KAZ", "dfs", OWNERS, stage="refining", start="2034")
    tables.projects(OWL, plant)
    both = entry("both", assets=("Owl Rock", "Owl Rock plant"), quantity=tonnes(70, "metal"))
    assert promised(both, stage="mining").readings[0].tonnes == 200, "metal is no form that the table of tungsten has"
    assert NEW_MINE.quantities[0].form == "concentrate"
