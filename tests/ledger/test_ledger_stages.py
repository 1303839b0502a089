"""Status → stage and bindingness, and the stage of an entry from all its tellings."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_factory import claim, party, told, venture

from lodeline.claims.claim import Claim
from lodeline.ledger.commitment import Telling
from lodeline.ledger.stages import LADDER, bindingness, conditions, current_stage, rung, status_history


def stage_of(*tellings: Telling) -> str | None:
    return current_stage(status_history(tellings))


@pytest.mark.parametrize(
    ("status", "stage", "binding"),
    [
        ("rumoured", "under_discussion", "not_stated"),
        ("proposed", "announced", "not_stated"),
        ("intent", "announced", "non_binding"),
        ("memorandum", "preliminary", "non_binding"),
        ("agreed", "struck", "not_stated"),
        ("binding", "committed", "binding"),
        ("in_force", "committed", "binding"),
        ("under_way", "implementing", None),
        ("completed", "fulfilled", None),
        ("suspended", "suspended", None),
        ("cancelled", "cancelled", None),
        ("denied", "denied", None),
    ],
)
def test_each_status_has_its_stage_and_legal_force(status: str, stage: str, binding: str | None) -> None:
    made = rung(venture(status))
    assert (made.stage, made.bindingness) == (stage, binding)


@pytest.mark.parametrize("instrument", ["letter_of_interest", "letter_of_intent", "term_sheet", "framework"])
def test_an_intent_with_a_paper_is_preliminary(instrument: str) -> None:
    assert rung(venture("intent", instrument=instrument)).stage == "preliminary"


@pytest.mark.parametrize("instrument", [None, "loan", "treaty"])
def test_an_intent_without_a_paper_is_announced(instrument: str | None) -> None:
    assert rung(venture("intent", instrument=instrument)).stage == "announced"


@pytest.mark.parametrize(
    "sentence",
    [
        "The two firms are in talks over a copper mine.",
        "Компании ведут переговоры о медном руднике.",
        "Тараптар мыс кеніші туралы келіссөз жүргізіп жатыр.",
        "The bank expressed interest in the plant.",
    ],
)
def test_a_proposal_that_is_only_talks_is_under_discussion(sentence: str) -> None:
    assert rung(venture("proposed", evidence=sentence)).stage == "under_discussion"


@pytest.mark.parametrize("sentence", ["The firm plans to build a mine.", "Компания намерена построить рудник."])
def test_a_proposal_of_what_a_party_will_do_is_announced(sentence: str) -> None:
    assert rung(venture("proposed", evidence=sentence)).stage == "announced"


@pytest.mark.parametrize("status", ["in_force", "completed"])
def test_an_accession_in_force_is_fulfilled(status: str) -> None:
    assert rung(claim("accession", status, party("Freedonia", "member"))).stage == "fulfilled"


def test_an_accession_that_is_hoped_for_is_not_fulfilled() -> None:
    assert rung(claim("accession", "proposed", party("Freedonia", "member"))).stage == "announced"


@pytest.mark.parametrize(
    ("status", "stage_told", "stage"),
    [
        ("under_way", "construction", "implementing"),
        ("under_way", "production", "implementing"),
        ("under_way", "feasibility", "announced"),
        ("under_way", "exploration", "announced"),
        ("under_way", None, "announced"),
        ("completed", "feasibility", "announced"),
        ("completed", "construction", "fulfilled"),
        ("proposed", "construction", "announced"),
    ],
)
def test_a_project_is_implemented_from_construction_on(status: str, stage_told: str | None, stage: str) -> None:
    assert rung(claim("project", status, party("Tas", "developer"), stage=stage_told)).stage == stage


def test_another_kind_under_way_is_implemented_whatever_its_stage() -> None:
    assert rung(venture("under_way")).stage == "implementing"


@pytest.mark.parametrize(
    ("status", "instrument", "sentence", "binding"),
    [
        ("agreed", "memorandum", "They signed a memorandum.", "non_binding"),
        ("agreed", "contract", "They signed a contract.", "not_stated"),
        ("binding", "contract", "The non-binding contract was signed.", "non_binding"),
        ("agreed", None, "They struck a legally binding deal.", "binding"),
        ("proposed", None, "They plan to sign a legally binding deal.", "not_stated"),
        ("agreed", None, "Стороны подписали необязывающее соглашение.", "non_binding"),
        ("agreed", None, "Стороны подписали юридически обязывающее соглашение.", "binding"),
        ("memorandum", "memorandum", "Меморандум юридически не обязывает стороны.", "non_binding"),
    ],
)
def test_the_words_of_the_text_win_over_title_and_table(
    status: str, instrument: str | None, sentence: str, binding: str
) -> None:
    assert rung(venture(status, instrument=instrument, evidence=sentence)).bindingness == binding


# --- the stage of an entry ---------------------------------------------------------------------------------------


def step(status: str, published: str, doc: str, **slots: object) -> Telling:
    return told(venture(status, doc=doc, **slots), published)


def test_the_furthest_rung_stands_and_an_older_article_never_moves_it_back() -> None:
    later = step("binding", "2030-07-17", "b")
    earlier = step("agreed", "2030-05-28", "a")
    assert stage_of(later, earlier) == stage_of(earlier, later) == "committed"


def test_a_rumour_after_a_struck_deal_does_not_lower_it() -> None:
    assert stage_of(step("agreed", "2030-05-28", "a"), step("rumoured", "2030-09-01", "b")) == "struck"


def test_a_later_suspension_wins_over_the_furthest_rung() -> None:
    assert stage_of(step("binding", "2030-05-28", "a"), step("suspended", "2030-09-01", "b")) == "suspended"


def test_an_earlier_suspension_does_not_win_over_a_later_rung() -> None:
    assert stage_of(step("suspended", "2030-02-01", "a"), step("under_way", "2030-09-01", "b")) == "implementing"


def test_a_suspension_that_is_all_that_is_told_stands() -> None:
    assert stage_of(step("suspended", "2030-02-01", "a")) == "suspended"


def test_a_cancellation_told_beside_the_undated_deal_in_one_text_wins() -> None:
    text = [step("agreed", "2030-09-01", "a"), step("cancelled", "2030-09-01", "a", date="2030-08-31")]
    assert stage_of(*text) == "cancelled"


def test_a_new_start_dated_after_the_end_in_the_same_text_counts() -> None:
    text = [
        step("cancelled", "2030-10-01", "a", date="2030-08-31"),
        step("binding", "2030-10-01", "a", date="2030-09-20"),
    ]
    assert stage_of(*text) == "committed"


def test_a_later_text_that_recalls_the_deal_and_its_end_does_not_revive_it() -> None:
    first = [step("agreed", "2030-05-01", "a"), step("cancelled", "2030-09-01", "b", date="2030-08-31")]
    recall = [step("agreed", "2030-12-01", "c"), step("cancelled", "2030-12-01", "c", date="2030-08-31")]
    assert stage_of(*first, *recall) == "cancelled"


def test_a_rumour_of_a_new_start_does_not_revive_a_cancelled_deal() -> None:
    ended = [step("agreed", "2030-05-01", "a"), step("cancelled", "2030-09-01", "b")]
    assert stage_of(*ended, step("rumoured", "2030-12-01", "c")) == "cancelled"


def test_a_deal_told_anew_after_its_end_starts_again() -> None:
    ended = [step("agreed", "2030-05-01", "a"), step("cancelled", "2030-09-01", "b")]
    assert stage_of(*ended, step("binding", "2031-02-01", "c", date="2031-01-30")) == "committed"


def test_a_denial_beside_a_told_deal_changes_no_stage() -> None:
    assert stage_of(step("agreed", "2030-05-28", "a"), step("denied", "2030-11-18", "b")) == "struck"


def test_a_denial_wins_over_a_mere_rumour() -> None:
    assert stage_of(step("rumoured", "2030-05-28", "a"), step("denied", "2030-05-30", "b")) == "denied"


def test_a_denial_does_not_win_over_talks_that_a_party_tells() -> None:
    talks = step("proposed", "2030-05-28", "a", evidence="Northlight said it was in talks with Tas.")
    assert stage_of(talks, step("denied", "2030-05-30", "b")) == "under_discussion"


def test_a_planned_day_ahead_is_dated_by_the_day_that_it_is_told() -> None:
    (point,) = status_history([step("proposed", "2030-05-28", "a", date="2030-07")])
    assert (point.date, point.dated) == ("2030-05-28", False)


def test_an_event_in_the_past_keeps_its_own_day() -> None:
    (point,) = status_history([step("memorandum", "2030-05-28", "a", date="2030-03")])
    assert (point.date, point.dated) == ("2030-03", True)


STATUSES = ["rumoured", "proposed", "memorandum", "agreed", "binding", "under_way", "suspended", "cancelled", "denied"]
DAYS = [None, "2030", "2030-03", "2030-03-04", "2030-03-05", "2030-09-01"]


@given(
    st.lists(st.tuples(st.sampled_from(STATUSES), st.sampled_from(DAYS), st.sampled_from("abc")), max_size=7),
    st.randoms(use_true_random=False),
)
def test_the_stage_does_not_depend_on_the_order_of_the_tellings(
    steps: list[tuple[str, str | None, str]], shuffler: random.Random
) -> None:
    tellings = [told(venture(status, doc=doc), published) for status, published, doc in steps]
    shuffled = list(tellings)
    shuffler.shuffle(shuffled)
    assert stage_of(*tellings) == stage_of(*shuffled)
    assert status_history(tellings) == status_history(shuffled)


@given(st.lists(st.sampled_from(STATUSES[:6]), min_size=1, max_size=5), st.sampled_from(STATUSES[:6]))
def test_one_more_rung_never_lowers_the_stage(before: list[str], more: str) -> None:
    tellings = [told(venture(status, doc=str(number))) for number, status in enumerate(before)]
    ranks: list[str | None] = list(LADDER)
    first, second = stage_of(*tellings), stage_of(*tellings, told(venture(more, doc="z"), "2029-01-01"))
    assert ranks.index(second) >= ranks.index(first)


# --- legal force and conditions ----------------------------------------------------------------------------------


def force(*claims: Claim) -> str:
    return bindingness([told(each) for each in claims])


def test_legal_force_is_that_of_the_furthest_rung() -> None:
    assert force(venture("memorandum"), venture("binding", doc="d2")) == "binding"


def test_work_under_way_is_as_binding_as_what_it_follows_from() -> None:
    assert force(venture("under_way", doc="d2"), venture("binding")) == "binding"


def test_a_memorandum_does_not_make_a_struck_deal_non_binding() -> None:
    assert force(venture("memorandum"), venture("agreed", doc="d2")) == "not_stated"


def test_one_rung_told_both_ways_is_mixed() -> None:
    soft = venture("binding", doc="d2", evidence="A non-binding contract was signed.")
    assert force(venture("binding"), soft) == "mixed"


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("The sale, not yet approved, covers nine ships.", "approval"),
        ("Договор вступит в силу после ратификации.", "ratification"),
        ("Construction depends on a feasibility study.", "feasibility"),
    ],
)
def test_what_a_promise_waits_for_is_named(sentence: str, condition: str) -> None:
    assert conditions([told(venture("agreed", evidence=sentence))]) == (condition,)


def test_a_promise_in_force_waits_for_nothing() -> None:
    assert conditions([told(venture("in_force", evidence="Parliament ratified the deal."))]) == ()
