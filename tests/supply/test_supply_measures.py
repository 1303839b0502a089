"""Is a measure in force on a day: by its own dates, and under those that suspend, lift, ease or replace it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from supply_factory import measure

from lodeline.supply import measures as room
from lodeline.supply.measures import AS_OF, Measure, displaced_by, measures, of_state, standing
from lodeline.supply.tables import rows


def known(name: str) -> Measure:
    return next(each for each in measures() if each.id == name)


def only(monkeypatch: pytest.MonkeyPatch, *told: Measure) -> None:
    monkeypatch.setattr(room, "measures", lambda: told)


@pytest.mark.parametrize(
    ("name", "today", "force", "since"),
    [
        ("CN-2025-57", "2025-10-20", "not yet", "2025-11-08"),
        ("CN-2025-57", "2025-12-01", "suspended", "2025-11-07"),
        ("CN-2025-57", "2026-11-10", "suspended", "2025-11-07"),
        ("CN-2025-57", "2026-11-22", "unknown", "2026-11-10"),
        ("CN-2024-46-2", "2025-06-01", "in force", "2024-12-03"),
        ("CN-2024-46-2", "2026-11-22", "suspended", "2025-11-09"),
        ("CN-2024-46-2", "2026-12-01", "unknown", "2026-11-27"),
        ("CN-2025-18", "2025-12-01", "in force", "2025-04-04"),  # never part of the suspension
        ("CN-2025-61", "2025-11-20", "suspended", "2025-11-07"),  # suspended before its own first day
        ("CD-2025-CO-STOP", "2025-07-01", "ended", "2025-06-21"),
        ("ID-2025-CU", "2025-06-01", "in force", "2025-03-17"),  # eased for a time
        ("ID-2025-CU", "2026-01-01", "in force", "2025-01-01"),  # the easing is known to have lapsed
        ("ZW-2027-LICONC", "2026-03-01", "ended", "2026-02-25"),  # replaced by a wider ban
        ("ZW-2027-LICONC", "2026-11-22", "unknown", "2026-03-31"),  # nobody tells if that ban still holds
        ("PH-2025-NI", "2025-07-01", "ended", "2025-06-10"),  # dropped before it was law
        ("GA-2029-MN", "2026-11-22", "not yet", "2029-01-01"),
    ],
)
def test_measures_of_the_table_stand_as_their_texts_tell(name: str, today: str, force: str, since: str) -> None:
    found = standing(known(name), today)
    assert (found.force, found.since) == (force, since)


def test_an_open_end_holds_and_says_how_far_the_table_sees() -> None:
    assert standing(known("CN-2025-18"), "2026-11-22").reason == "since 2025-04-04"
    later = standing(known("CN-2025-18"), "2027-05-01")
    assert later.force == "in force"
    assert AS_OF in later.reason


def test_a_measure_without_a_day_of_effect_is_unknown() -> None:
    assert standing(measure("A", begins=None), "2031-01-01").force == "unknown"


def test_the_last_day_belongs_to_a_measure_and_the_next_does_not() -> None:
    made = measure("A", ends="2030-06-30")
    assert [standing(made, day).force for day in ("2030-02-28", "2030-03-01", "2030-06-30", "2030-07-01")] == [
        "not yet",
        "in force",
        "in force",
        "ended",
    ]


def test_an_end_that_may_have_been_renewed_is_unknown_and_not_ended() -> None:
    made = measure("A", ends="2030-06-30", unknown_after="2030-06-30")
    assert standing(made, "2030-07-01").force == "unknown"


@pytest.mark.parametrize(
    ("action", "force"),
    [("suspend", "suspended"), ("lift", "ended"), ("ease", "in force"), ("tighten", "ended"), ("impose", "ended")],
)
def test_what_displaces_a_measure_acts_by_its_own_action(
    monkeypatch: pytest.MonkeyPatch, action: str, force: str
) -> None:
    made, over = measure("A"), measure("B", action=action, begins="2030-05-01", displaces=("A",))
    only(monkeypatch, made, over)
    assert standing(made, "2030-04-30").force == "in force"
    found = standing(made, "2030-05-01")
    assert (found.force, found.since) == (force, "2030-05-01")
    assert "B" in found.reason


def test_a_suspension_that_is_over_or_itself_suspended_has_no_effect(monkeypatch: pytest.MonkeyPatch) -> None:
    made = measure("A")
    first = measure("B", action="suspend", begins="2030-05-01", displaces=("A",))
    second = measure("C", action="suspend", begins="2030-06-01", ends="2030-06-30", displaces=("B",))
    only(monkeypatch, made, first, second)
    days = ("2030-05-15", "2030-06-15", "2030-07-15")
    assert [standing(made, day).force for day in days] == ["suspended", "in force", "suspended"]


def test_a_suspension_of_unknown_end_leaves_the_measure_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    made = measure("A")
    over = measure("B", action="suspend", begins="2030-05-01", unknown_after="2030-08-01", displaces=("A",))
    only(monkeypatch, made, over)
    found = standing(made, "2030-09-01")
    assert (found.force, found.since) == ("unknown", "2030-08-01")
    assert displaced_by(over) == (made,)


days = st.dates(date(2020, 1, 1), date(2035, 1, 1))


@given(days, st.integers(0, 900), days)
def test_a_closed_measure_goes_from_not_yet_to_in_force_to_ended(begins: date, length: int, today: date) -> None:
    ends = begins + timedelta(days=length)
    found = standing(measure("A", begins=begins.isoformat(), ends=ends.isoformat()), today.isoformat())
    assert found.force == ("not yet" if today < begins else "in force" if today <= ends else "ended")


def test_measures_are_found_by_state_and_mineral_and_a_measure_on_all_meets_each() -> None:
    tungsten = {each.id for each in of_state("CHN", "tungsten")}
    assert {"CN-2025-10", "CN-2024-46-1"} <= tungsten
    assert "CN-2025-57" not in tungsten
    assert {each.implementer for each in of_state("EUR")} == {"EUR"}
    assert len(list(of_state("EUR"))) == 4


def test_every_displaced_measure_exists_or_is_a_notice_of_the_same_state() -> None:
    ids = {each.id for each in measures()}
    assert [(each.id, other) for each in measures() for other in each.displaces if other not in ids] == []


def test_every_measure_has_an_address_a_kind_and_dates_in_order() -> None:
    for each in measures():
        assert each.address.startswith("http"), each.id
        assert each.kind, each.id
        assert each.begins is None or each.ends is None or each.begins <= each.ends, each.id
    assert len(measures()) == len(list(rows("measures"))) == 84


def test_targets_and_minerals_meet_as_named_or_all() -> None:
    made = measure("A", targets=("USA",), commodities=("gallium",))
    assert made.meets(frozenset({"USA", "JPN"}))
    assert made.meets(frozenset())
    assert not made.meets(frozenset({"JPN"}))
    assert made.names(frozenset({"gallium"}))
    assert not made.names(frozenset({"copper"}))
    assert measure("B", commodities=("all",)).names(frozenset({"copper"}))
