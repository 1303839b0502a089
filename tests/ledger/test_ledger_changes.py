"""What changed between two states: every change once, and nothing where nothing changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_factory import claim, loan, party, told, usd, venture

from lodeline.ledger.changes import Changes, changes
from lodeline.ledger.commitment import Entry, Evidence, Telling
from lodeline.ledger.deadlines import deadline, overdue
from lodeline.ledger.history import derive, known_by

STORY = [
    told(venture("rumoured", doc="a", amount=usd(250, "about")), "2030-01-22"),
    told(venture("memorandum", doc="b", date="2030-03-13"), "2030-03-14"),
    told(venture("agreed", doc="c", amount=usd(310)), "2030-05-28"),
    told(venture("binding", doc="d", shares=(50, 50)), "2030-05-30"),
    told(venture("suspended", doc="e"), "2030-07-17"),
    told(venture("under_way", doc="f"), "2030-09-01"),
    told(loan("First Bank", 95, doc="g"), "2030-09-26"),
]


def on(day: str) -> tuple[Entry, ...]:
    return derive(known_by(STORY, day))


def between(since: str, until: str) -> Changes:
    return changes(on(since), on(until), (since, until))


@pytest.mark.parametrize(
    ("since", "until", "moves"),
    [
        ("2030-01-22", "2030-03-14", [("under_discussion", "preliminary", "up")]),
        ("2030-06", "2030-07", [("committed", "suspended", "off")]),
        ("2030-08", "2030-09-02", [("suspended", "implementing", "again")]),
        ("2030-06", "2030-09-02", [("committed", "implementing", "up")]),
        ("2030-09-02", "2030-06", [("implementing", "committed", "down")]),
        ("2030-09-02", "2030-12", []),
    ],
)
def test_a_stage_moves_up_off_and_on_again(since: str, until: str, moves: list[tuple[str, str, str]]) -> None:
    assert [(move.before, move.after, move.direction) for move in between(since, until).moved] == moves


def test_what_was_not_there_is_new_and_no_sum_besides() -> None:
    found = between("2030-09-02", "2030-12")
    assert [entry.kind for entry in found.new] == ["financing"]
    assert (found.moved, found.conflicts, found.sums, found.overdue) == ((), (), (), ())


def test_a_sum_told_anew_and_sources_that_disagree_anew() -> None:
    found = between("2030-03-14", "2030-05-30")
    assert [each.amount.money.value for each in found.sums] == [310_000_000]
    assert "shares" in {each.conflict.slot for each in found.conflicts}
    assert between("2030-05-30", "2030-06-30").conflicts == ()


@given(st.sampled_from(["2029", "2030-02", "2030-04", "2030-06", "2030-08", "2030-10"]))
def test_nothing_changes_within_one_state(day: str) -> None:
    found = between(day, day)
    assert (found.new, found.moved, found.conflicts, found.sums, found.overdue) == ((), (), (), (), ())


def test_an_entry_whose_id_has_changed_is_not_new() -> None:
    older = told(venture("proposed", doc="z"), "2029-12-01")
    before, after = derive(STORY[:2]), derive([older, *STORY[:2]])
    assert before[0].id != after[0].id
    assert changes(before, after, ("2030-04", "2030-05")).new == ()


# --- deadlines ---------------------------------------------------------------------------------------------------


def due(*tellings: Telling) -> Entry:
    """One entry whose evidence carries the days of publication, as it does in a ledger."""
    with_quotes = [
        replace(t, quotes=(Evidence(t.claim.document, "", t.published, 0, 9, t.claim.evidence, t.claim.id),))
        for t in tellings
    ]
    (entry,) = derive(with_quotes)
    return entry


def mine(status: str, date: str | None, doc: str, **slots: object) -> Telling:
    where = {"doc": doc, "date": date, "assets": ("Boz-Tag",), **slots}
    made = claim("project", status, party("Northlight Mining", "developer"), **where)
    return told(made, f"2030-0{'abcdefgh'.index(doc) + 1}-10")


def test_a_day_that_passed_with_nothing_told_since_is_overdue() -> None:
    entry = due(mine("proposed", "2030-06", "a"))
    assert [bool(overdue(entry, day)) for day in ("2030-05-01", "2030-06-30", "2030-07-01", "2031")] == [
        False, False, True, True,
    ]  # fmt: skip


def test_a_deadline_that_was_put_off_is_the_later_one() -> None:
    entry = due(mine("proposed", "2030-06", "a"), mine("proposed", "2031", "b"))
    last = deadline(entry)
    assert last is not None
    assert (last.date, last.published) == ("2031", "2030-02-10")
    assert overdue(entry, "2030-08-01") is None


def test_what_was_reached_or_stopped_is_not_overdue() -> None:
    plan = mine("proposed", "2030-06", "a")
    assert overdue(due(plan, mine("under_way", None, "h", stage="construction")), "2031") is None
    assert overdue(due(plan, mine("cancelled", None, "h")), "2031") is None
    assert overdue(due(plan, mine("binding", None, "h")), "2031") is not None


def test_a_day_of_the_past_is_no_deadline() -> None:
    assert deadline(due(mine("agreed", "2029-12", "a"))) is None


def test_it_is_told_once_when_the_deadline_passes() -> None:
    entry = due(mine("proposed", "2030-06", "a"))
    (passed,) = changes([entry], [entry], ("2030-06-20", "2030-07-05")).overdue
    assert passed.deadline.date == "2030-06"
    assert changes([entry], [entry], ("2030-07-05", "2030-07-12")).overdue == ()
