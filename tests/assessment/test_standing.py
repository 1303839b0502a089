"""Is a restriction of the news in force on a day: by its own dates first, with the table's word beside it."""

from datetime import date, timedelta
from typing import Any

import pytest
from assessment_factory import entry, restriction
from hypothesis import given
from hypothesis import strategies as st

from lodeline.assessment.standing import InForce, in_force, span
from lodeline.ledger.commitment import Entry


def on(today: str, published: str | None = "2030-03-10", **slots: Any) -> InForce:
    return in_force(entry(restriction(**slots), published=published), today, published)


@pytest.mark.parametrize(
    ("slots", "today", "force"),
    [
        ({"date": "2030-03-01"}, "2030-02-28", "not yet"),
        ({"date": "2030-03-01"}, "2030-03-01", "in force"),
        ({"date": "2030-03-01"}, "2038-01-01", "in force"),  # no end is told
        ({"date": "2030-03-01", "period": "P1Y"}, "2031-03-01", "in force"),
        ({"date": "2030-03-01", "period": "P1Y"}, "2031-03-02", "unknown"),
        ({"date": "2030-03-01", "period": "P6M"}, "2030-09-02", "unknown"),
        ({"date": "2030-03-01", "action": "suspend"}, "2030-05-01", "suspended"),
        ({"date": "2030-03-01", "action": "suspend"}, "2030-02-01", "in force"),  # what is to be suspended still holds
        ({"date": "2030-03-01", "action": "suspend", "period": "P1Y"}, "2031-06-01", "unknown"),
        ({"date": "2030-03-01", "action": "lift"}, "2030-05-01", "ended"),
        ({"date": "2030-03-01", "action": "ease"}, "2030-05-01", "in force"),
        ({"date": "2030-03-01", "status": "suspended"}, "2030-05-01", "suspended"),
        ({"date": "2030-03-01", "status": "cancelled"}, "2030-05-01", "ended"),
        ({"date": "2030-03-01", "status": "denied"}, "2030-05-01", "unknown"),
        ({"date": "2030-03-01", "status": "completed"}, "2030-05-01", "ended"),
        ({"date": "2030-03-01", "status": "proposed"}, "2030-05-01", "not yet"),
        ({"date": "2030-03-01", "status": "proposed", "action": "suspend"}, "2030-05-01", "in force"),
        ({"date": "2030-03-01", "status": "cancelled", "action": "suspend"}, "2030-05-01", "in force"),
        ({"date": "2030-06-01", "status": "agreed"}, "2030-05-01", "not yet"),
        ({"date": "2030-06-01", "status": "agreed"}, "2030-06-01", "in force"),
        ({"status": "agreed"}, "2030-05-01", "unknown"),  # signed, and no day of effect is told
        ({"status": "in_force"}, "2030-05-01", "in force"),  # at the latest when the text came out
    ],
)
def test_the_news_own_dates_tell_what_holds(slots: dict[str, str], today: str, force: str) -> None:
    assert on(today, **slots).told.force == force


def test_past_the_told_end_it_is_unknown_since_that_end() -> None:
    found = on("2032-01-01", date="2030-03-01", period="P1Y")
    assert (found.told.force, found.told.since, found.until) == ("unknown", "2031-03-01", "2031-03-01")
    assert "no text tells what came after" in found.told.reason


def test_an_end_that_is_not_told_is_none() -> None:
    assert on("2032-01-01", date="2030-03-01").until is None


def test_a_text_without_any_date_leaves_it_unknown() -> None:
    found = on("2030-05-01", published=None)
    assert (found.told.force, found.told.since, found.table) == ("unknown", None, ())


@pytest.mark.parametrize(
    ("today", "force"), [("2030-02-28", "not yet"), ("2030-03-15", "unknown"), ("2030-03-31", "in force")]
)
def test_within_a_month_whose_day_is_not_told_the_beginning_is_unknown(today: str, force: str) -> None:
    assert on(today, published="2030-01-10", date="2030-03", status="agreed").told.force == force


def test_what_a_text_tells_as_done_had_begun_when_it_came_out() -> None:
    assert on("2030-03-12", published="2030-03-10", date="2030-03").told.force == "in force"
    assert on("2030-03-05", published="2030-03-10", date="2030-03").told.force == "unknown"


@pytest.mark.parametrize(
    ("begun", "period", "until"),
    [
        ("2030-03-01", "P1Y", "2031-03-01"),
        ("2030-03", "P1Y", "2031-03"),
        ("2030", "P1Y", "2031"),
        ("2030-03", "P6M", "2030-09"),
        ("2030-01-31", "P1M", "2030-02-28"),
        ("2028-02-29", "P1Y", "2029-02-28"),
        ("2030-12-15", "P2M", "2031-02-15"),
        ("2030-03-01", "P90D", "2030-05-30"),
        ("2030-03-01", "P2W", "2030-03-15"),
        ("2030", "P6M", "2030-07-01 to 2031-06-30"),
        ("2030-03-01", "soon", None),
        ("2030-03-01", "P", None),
        ("2030-03-01", "P99999Y", None),
        ("2030-03-01", "P999999999D", None),
    ],
)
def test_the_end_is_as_precise_as_the_beginning(begun: str, period: str, until: str | None) -> None:
    assert on("2030-04-01", date=begun, period=period).until == until


@pytest.mark.parametrize(
    ("today", "force", "since"),
    [
        ("2031-03-01", "in force", "2030-03-01"),
        ("2031-03-20", "unknown", "2031-03-01"),  # ends on some day of this month
        ("2031-04-01", "unknown", "2031-03-31"),
    ],
)
def test_an_end_within_a_month_is_unknown_from_its_first_day(today: str, force: str, since: str) -> None:
    found = on(today, date="2030-03", period="P1Y")
    assert (found.told.force, found.told.since) == (force, since)


days = st.dates(date(2025, 1, 1), date(2040, 1, 1))


@given(days, days)
def test_an_act_never_holds_before_its_day_nor_is_sure_after_its_end(begins: date, today: date) -> None:
    found = on(today.isoformat(), date=begins.isoformat(), period="P30D").told.force
    assert found == ("not yet" if today < begins else "in force" if today <= begins + timedelta(days=30) else "unknown")


def export_limits() -> Entry:
    """The suspension of China's export limits on rare earths as a report of November 2025 tells it."""
    where: dict[str, Any] = {"imposer": "Китай", "commodities": ("rare earths",), "places": ("CN",)}
    return entry(restriction("suspend", date="2025-10", period="P1Y", **where), published="2025-11-07")


@pytest.mark.parametrize(
    ("today", "force", "since", "table"),
    [
        ("2025-12-01", "suspended", "2025-10-01", "suspended"),
        ("2026-11-22", "unknown", "2026-10-31", "unknown"),
    ],
)
def test_the_suspended_export_limits_on_two_days(today: str, force: str, since: str, table: str) -> None:
    found = in_force(export_limits(), today, "2025-11-07")
    assert (found.told.force, found.told.since, found.until) == (force, since, "2026-10")
    beside = {measure.id: held.force for measure, held in found.table}
    assert beside == dict.fromkeys(("CN-2025-56", "CN-2025-57", "CN-2025-61", "CN-2025-62"), table)


def test_rows_of_the_table_are_of_the_same_state_mineral_target_direction_and_time() -> None:
    def beside(**slots: Any) -> set[str]:
        usual: dict[str, Any] = {"imposer": "China", "commodities": ("gallium",), "places": ("CN",)}
        made = entry(restriction(**(usual | slots)), published="2024-12-04")
        return {measure.id for measure, _ in in_force(made, "2025-01-01", "2024-12-04").table}

    assert beside(date="2024-12-03") == {"CN-2024-46-1", "CN-2024-46-2"}
    assert beside(date="2024-12", target="United States") == {"CN-2024-46-1", "CN-2024-46-2"}
    assert beside(date="2024-12-03", target="Japan") == set()
    assert beside(date="2024-12-03", commodities=("copper",)) == {"CN-2024-46-1"}  # it names all
    assert beside(date="2024-12-03", imposer="Chile") == set()
    assert beside(date="2024-12-03", action="lift") == set()
    assert beside(date="2023-07") == {"CN-2023-23"}


def test_the_european_union_is_an_imposer() -> None:
    made = entry(
        restriction(imposer="ЕС", commodities=("chromium",), places=("EU",), target="Россия", date="2025-02-24"),
        published="2025-02-24",
    )
    assert {m.id for m, _ in in_force(made, "2025-03-01", "2025-02-24").table} == {"EU-2025-RU-CR"}


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2030-02-03", "2030-02-03", "2030-02-03"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("2030", "2030-01-01", "2030-12-31"),
    ],
)
def test_a_date_means_the_days_of_its_precision(iso: str, first: str, last: str) -> None:
    made = span(iso)
    assert (made.first.isoformat(), made.last.isoformat(), str(made)) == (first, last, iso)
