"""The state on a day follows from what was known by then, and from nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_factory import told, usd, venture

from lodeline.ledger.commitment import Telling
from lodeline.ledger.history import derive, known_by

STORY = [
    told(venture("rumoured", doc="a", amount=usd(250, "about")), "2030-01-22"),
    told(venture("memorandum", doc="b", date="2030-03-13"), "2030-03-14"),
    told(venture("agreed", doc="c", amount=usd(310, "about")), "2030-05-28"),
    told(venture("binding", doc="d", date="2030-07-16"), "2030-07-17"),
]


def stage_on(day: str) -> list[str | None]:
    return [entry.stage for entry in derive(known_by(STORY, day))]


@pytest.mark.parametrize(
    ("day", "stages"),
    [
        ("2030-01-21", []),
        ("2030-01-22", ["under_discussion"]),
        ("2030-03-13", ["under_discussion"]),
        ("2030-03", ["preliminary"]),
        ("2030-06-01", ["struck"]),
        ("2030", ["committed"]),
        ("2035-01-01", ["committed"]),
    ],
)
def test_the_stage_on_a_day_is_what_was_published_by_then(day: str, stages: list[str | None]) -> None:
    assert stage_on(day) == stages


def test_the_entry_keeps_its_id_while_evidence_grows() -> None:
    ids = {entry.id for day in ("2030-02", "2030-06", "2031") for entry in derive(known_by(STORY, day))}
    assert len(ids) == 1


def test_the_event_stands_in_for_an_unknown_publication() -> None:
    undated = told(venture(date="2030-03-13"), None)
    assert known_by([undated], "2030-03-12") == ()
    assert known_by([undated], "2030-03-13") == (undated,)


def test_a_telling_without_any_date_is_known_on_no_day() -> None:
    assert known_by([told(venture(), None)], "2035") == ()


def test_a_day_that_is_no_date_knows_nothing() -> None:
    assert known_by(STORY, "soon") == ()


@given(st.sampled_from(["2030-01-30", "2030-04-01", "2030-06-01", "2031"]), st.permutations(STORY))
def test_replaying_in_any_order_gives_the_same_state(day: str, tellings: list[Telling]) -> None:
    assert derive(known_by(tellings, day)) == derive(known_by(STORY, day))
