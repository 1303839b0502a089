"""The ledger on claims that people wrote for real and invented news, where these files are at hand."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest
from ledger_factory import GOLD, gold_entries, gold_tellings, only

from lodeline.ledger.commitment import Entry
from lodeline.ledger.history import derive, known_by
from lodeline.ledger.stages import LADDER
from lodeline.ledger.totals import totals

SUMMIT = GOLD / "seed-c5plus1.json"
CLUSTER = tuple(GOLD / "dev" / f"an0{number}.json" for number in (1, 3, 5, 7))

needs_summit = pytest.mark.skipif(not SUMMIT.exists(), reason="the summit's gold claims are not beside the repository")
needs_cluster = pytest.mark.skipif(
    not all(path.exists() for path in CLUSTER), reason="the cluster's gold claims are not beside the repository"
)
MILLION = 1_000_000


@cache
def summit() -> tuple[Entry, ...]:
    return gold_entries(SUMMIT)


@cache
def cluster(*others: Path) -> tuple[Entry, ...]:
    return gold_entries(*CLUSTER, *others)


def with_instrument(entries: tuple[Entry, ...], instrument: str) -> list[Entry]:
    return [entry for entry in entries if any(claim.instrument == instrument for claim in entry.claims)]


# --- the summit --------------------------------------------------------------------------------------------------


@needs_summit
def test_the_memorandum_is_one_commitment_with_its_evidence() -> None:
    (memorandum,) = with_instrument(summit(), "memorandum")
    assert (memorandum.stage, memorandum.bindingness) == ("preliminary", "non_binding")
    assert memorandum.evidence


@needs_summit
def test_the_letter_of_interest_binds_nobody_and_stands_below_the_venture() -> None:
    (letter,) = with_instrument(summit(), "letter_of_interest")
    venture = only(summit(), "joint_venture")
    assert (letter.stage, letter.bindingness) == ("preliminary", "non_binding")
    assert venture.stage == "struck"
    assert LADDER.index("preliminary") < LADDER.index("struck")
    assert [link.entry for link in letter.links if link.relation == "finances"] == [venture.id]


@needs_summit
def test_venture_letter_and_package_are_never_added() -> None:
    announced = totals(summit()).announced
    assert [(t.currency, int(t.low / MILLION), int(t.high / MILLION)) for t in announced] == [
        ("USD", 1100, 1100),
        (None, 17000, 17000),
    ]


@needs_summit
def test_nothing_of_the_summit_is_firm() -> None:
    assert totals(summit()).firm == ()
    assert totals(summit()).delivered == ()


@needs_summit
def test_the_package_may_contain_the_venture_and_has_no_currency() -> None:
    (package,) = [entry for entry in summit() if entry.kind == "agreement" and entry.amounts]
    venture = only(summit(), "joint_venture")
    assert package.amounts[0].money.currency is None
    assert venture.id in {link.entry for link in package.links if link.relation == "has_part" and not link.certain}


@needs_summit
def test_the_suspension_stands_in_the_book_of_measures_and_has_no_stage() -> None:
    (measure,) = [entry for entry in summit() if entry.book == "measures"]
    assert (measure.stage, measure.bindingness) == (None, None)
    assert measure.claims[0].action == "suspend"


@needs_summit
def test_two_accessions_to_one_accord_are_two_commitments() -> None:
    stages = sorted(str(entry.stage) for entry in summit() if entry.kind == "accession")
    assert stages == ["announced", "fulfilled"]


@needs_summit
def test_claims_of_one_careful_reader_are_all_kept_apart() -> None:
    """Each gold claim is a fact of its own: nothing is merged, nothing is lost."""
    assert all(len(entry.claims) == 1 for entry in summit())
    assert len(summit()) == len(gold_tellings(SUMMIT))


# --- the cluster: one venture told by several texts in three languages --------------------------------------------


@needs_cluster
def test_the_venture_is_one_commitment_told_by_all_texts() -> None:
    venture = only(cluster(), "joint_venture")
    assert len(venture.sources) == len(CLUSTER)
    assert sorted(int(p.share) for p in venture.parties if p.share is not None) == [40, 60]


@needs_cluster
def test_the_venture_climbs_from_rumour_to_commitment() -> None:
    stages = [point.stage for point in only(cluster(), "joint_venture").status_history]
    for stage in ("under_discussion", "preliminary", "struck", "committed"):
        assert stage in stages
    assert stages.index("under_discussion") < stages.index("struck") < stages.index("committed")
    assert "denied" not in stages
    assert only(cluster(), "joint_venture").stage in ("committed", "implementing")


@needs_cluster
def test_costs_that_differ_stay_as_a_conflict_and_the_latest_is_shown() -> None:
    venture = only(cluster(), "joint_venture")
    (conflict,) = [each for each in venture.conflicts if each.slot == "amount"]
    assert len({value for value, _ in conflict.values}) == 3
    assert [int(a.money.value / MILLION) for a in venture.amounts if a.counts] == [340]


@needs_cluster
def test_the_denied_dilution_is_a_conflict_on_the_stakes() -> None:
    (conflict,) = [each for each in only(cluster(), "joint_venture").conflicts if each.slot == "shares"]
    assert conflict.shown.endswith("40 %")
    assert any(value.endswith("25 % (denied)") for value, _ in conflict.values)


@needs_cluster
def test_the_loans_stand_apart_and_lie_within_the_venture() -> None:
    venture = only(cluster(), "joint_venture")
    loans = [entry for entry in cluster() if entry.kind == "financing" and entry.amounts]
    assert sorted(int(a.money.value / MILLION) for entry in loans for a in entry.amounts) == [40, 230]
    assert all(venture.id in {link.entry for link in loan.links if link.relation == "finances"} for loan in loans)
    made = totals(cluster())
    assert [(int(t.low / MILLION), int(t.high / MILLION)) for t in made.firm] == [(340, 340)]
    assert [(int(t.low / MILLION), int(t.high / MILLION)) for t in made.delivered] == [(40, 40)]


@needs_cluster
def test_the_old_licence_is_another_commitment_on_the_same_asset() -> None:
    (licence,) = with_instrument(cluster(), "licence")
    venture = only(cluster(), "joint_venture")
    assert licence.stage == "cancelled"
    assert venture.id in {link.entry for link in licence.links if link.relation == "same_asset"}


@needs_cluster
def test_the_rumoured_sale_stays_apart() -> None:
    assert only(cluster(), "acquisition").stage == "under_discussion"


@needs_cluster
def test_the_stage_never_falls_when_older_texts_are_read_later() -> None:
    tellings = gold_tellings(*CLUSTER)
    for seed in range(5):
        shuffled = random.Random(seed).sample(tellings, len(tellings))
        assert derive(shuffled) == cluster()


@needs_cluster
@pytest.mark.parametrize(
    ("day", "stage"), [("2025-02", "under_discussion"), ("2025-06", "struck"), ("2025-08", "committed")]
)
def test_the_venture_on_a_day_is_what_was_known_by_then(day: str, stage: str) -> None:
    assert only(derive(known_by(gold_tellings(*CLUSTER), day)), "joint_venture").stage == stage


@needs_cluster
@pytest.mark.parametrize("other", ["ru01", "ru14", "en09"])
def test_other_deals_of_the_year_are_not_merged_into_the_cluster(other: str) -> None:
    alone, together = cluster(), cluster(GOLD / "dev" / f"{other}.json")
    ours = {entry.id: entry.claims for entry in alone}
    assert {entry.id: entry.claims for entry in together if entry.id in ours} == ours
