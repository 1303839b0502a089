"""One venture in seven texts, three languages and ten months, against what people wrote that a good ledger shows."""

from __future__ import annotations

import json
import random
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from ledger_factory import GOLD, gold_tellings

from lodeline.entities.resolver import Resolver
from lodeline.ledger.commitment import Entry, Telling
from lodeline.ledger.history import derive
from lodeline.ledger.parties import fold
from lodeline.ledger.totals import totals

EXPECTED = GOLD / "dev" / "cluster_antimony.json"
ORDERS = 50

pytestmark = pytest.mark.skipif(not EXPECTED.exists(), reason="the cluster's gold is not beside the repository")


@cache
def expected() -> dict[str, Any]:
    return dict(json.loads(EXPECTED.read_text("utf-8")))


@cache
def told() -> tuple[Telling, ...]:
    return tuple(gold_tellings(*(GOLD / "dev" / f"{name}.json" for name in expected()["docs"])))


@cache
def entries() -> tuple[Entry, ...]:
    return derive(told())


@cache
def venture() -> Entry:
    """Exactly one commitment holds both partners with their stakes over the asset."""
    wanted = {Decimal(party["share"]) for party in expected()["commitment"]["parties"]}
    fitting = [e for e in entries() if wanted <= {party.share for party in e.parties}]
    assert len(fitting) == 1
    return fitting[0]


def names_of_documents(entry: Entry) -> set[str]:
    names = {each.document: each.name for each in entry.evidence}
    return {names[document] for document in entry.sources}


def millions(number: int) -> Decimal:
    return Decimal(number) * 10**6


def spellings(party: dict[str, Any]) -> set[str]:
    return {fold(name) for name in (party["name"], *party.get("aliases", ()))}


def test_it_is_the_same_in_fifty_random_orders() -> None:
    for seed in range(ORDERS):
        assert derive(random.Random(seed).sample(told(), len(told()))) == entries()


def test_one_commitment_is_told_by_all_texts_with_its_parties_and_place() -> None:
    wanted = expected()["commitment"]
    assert venture().kind == wanted["kind"]
    assert names_of_documents(venture()) == set(wanted["docs_that_tell_it"])
    for party in wanted["parties"]:
        found = [each for each in venture().parties if {fold(name) for name in each.names} & spellings(party)]
        assert [(each.role, each.share) for each in found] == [(party["role"], Decimal(party["share"]))]
    assert (venture().commodities, venture().places) == (tuple(wanted["commodities"]), tuple(wanted["places"]))


STEPS = expected()["commitment"]["status_history"] if EXPECTED.exists() else []
LINES = expected()["financing"] if EXPECTED.exists() else []


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step["date"])
def test_every_step_is_there_on_its_day(step: dict[str, Any]) -> None:
    """The close of the loans is a step of the financing, which the venture links to; all others are its own."""
    linked = {link.entry for link in venture().links if link.relation == "financed_by"}
    points = [point for e in entries() if e is venture() or e.id in linked for point in e.status_history]
    statuses = {step["status"], *step.get("status_alt", ())}
    days = {step["date"], *step.get("date_alt", ())}
    assert any(point.status in statuses and point.date in days for point in points)


def test_its_status_is_that_of_the_last_step_and_nothing_that_must_not_show() -> None:
    assert venture().stage in ("committed", "implementing")  # binding or in force, or already being built
    stages = {point.stage for point in venture().status_history}
    assert not stages & {"denied", "cancelled", "fulfilled"}
    assert {party.share for party in venture().parties if party.share is not None} == {Decimal(60), Decimal(40)}


def test_its_sum_is_the_latest_and_the_earlier_ones_stay_with_their_documents() -> None:
    wanted = expected()["commitment"]
    assert {a.money.value for a in venture().amounts if a.counts} == {Decimal(str(wanted["amount"]["value"]))}
    by_claim = {claim.id: claim.document for claim in venture().claims}
    names = {each.document: each.name for each in venture().evidence}
    for earlier in wanted["amount_earlier"]:
        value, qualifier = Decimal(str(earlier["value"])), earlier["qualifier"]
        found = {names[by_claim[a.claim]] for a in venture().amounts if a.money.value == value
                 and (a.money.qualifier == qualifier or len(earlier["docs"]) > 1)}  # fmt: skip
        assert found, earlier


@pytest.mark.parametrize("wanted", LINES, ids=lambda line: line.get("what") or line["financier"])
def test_every_financing_line_is_there_with_its_sum_and_instrument(wanted: dict[str, Any]) -> None:
    found = [e for e in entries() if e.kind == "financing" and wanted["instrument"] in _instruments(e)]
    if "amount" in wanted:
        value = Decimal(str(wanted["amount"]["value"]))
        found = [e for e in found if value in {a.money.value for a in e.amounts}]
    if "financier" in wanted:
        names = {fold(name) for name in (wanted["financier"], *wanted["aliases"])}
        found = [e for e in found if names & {fold(name) for party in e.parties for name in party.names}]
    assert len(found) == 1
    assert set(wanted["docs"]) <= names_of_documents(found[0])
    statuses = {wanted["status"], *wanted.get("status_alt", ())}
    assert statuses & {point.status for point in found[0].status_history}


def _instruments(entry: Entry) -> set[str | None]:
    return {claim.instrument for claim in entry.claims}


def test_the_wire_copy_is_a_document_and_no_second_source() -> None:
    for copy in expected()["wire_copies"]:
        assert copy in names_of_documents(venture())
    assert venture().stories == len(expected()["docs"]) - len(expected()["wire_copies"])


def test_lines_of_one_package_and_costs_of_one_mine_are_never_added() -> None:
    made = totals(entries())
    assert {(t.low, t.high) for t in made.firm if t.currency == "USD"} == {(millions(340), millions(340))}
    assert {(t.low, t.high) for t in made.delivered if t.currency == "USD"} == {(millions(40), millions(40))}


def test_the_denied_share_stands_beside_the_told_one() -> None:
    (conflict,) = [each for each in venture().conflicts if each.slot == "shares"]
    assert conflict.shown.endswith("40 %")
    assert any(value.endswith("25 % (denied)") for value, _ in conflict.values)


def test_costs_start_and_deposit_that_differ_are_kept_with_all_their_figures() -> None:
    (cost,) = [each for each in venture().conflicts if each.slot == "amount"]
    told_costs = " ".join(value for value, _ in cost.values)
    assert all(figure in told_costs for figure in ("250000000", "300000000", "310000000", "340000000"))
    starts = {value for e in entries() if e.kind == "project" for c in e.conflicts if c.slot == "date"
              for value, _ in c.values}  # fmt: skip
    assert {"2027", "2028"} <= starts
    tonnes = {q.value for e in entries() if e.kind == "resource" for q in e.quantities}
    assert {Decimal(48000), Decimal(52000)} <= tonnes


@pytest.mark.parametrize("kind", ["supply", "acquisition", "restriction", "agreement"])
def test_what_is_linked_but_separate_is_an_entry_of_its_own(kind: str) -> None:
    (wanted,) = [each for each in expected()["linked_but_separate"] if each["kind"] == kind]
    found = [e for e in entries() if e.kind == kind and wanted["status"] in {p.status for p in e.status_history}]
    assert found
    ours = {claim.id for claim in venture().claims}
    assert not ours & {claim.id for e in found for claim in e.claims}


@pytest.mark.parametrize("other", ["ru01", "ru14", "en09"])
def test_other_deals_of_the_year_stay_out(other: str) -> None:
    together = derive((*told(), *gold_tellings(GOLD / "dev" / f"{other}.json")))
    ours = {e.id: e.claims for e in entries()}
    assert {e.id: e.claims for e in together if e.id in ours} == ours


def test_names_of_the_partners_in_three_languages_are_one_entity_each() -> None:
    from lodeline.entities.entity import Name

    for party in expected()["commitment"]["parties"]:
        found = Resolver().cluster(Name(name) for name in (party["name"], *party["aliases"]))
        assert len({entity.key for entity in found.values()}) <= 2  # a short name alone may stand for itself
