"""The starter ledger: real deals with their pages, their order kept, beside a user's entries and never among them."""

import json
from dataclasses import replace
from decimal import Decimal
from importlib.resources import files
from urllib.parse import urlsplit

import pytest
from ledger_factory import SHARED, claim, entries_of, party, usd

from lodeline.ledger.beside import RELATION, beside
from lodeline.ledger.commitment import Entry
from lodeline.ledger.starter import is_starter, known_to, starter_documents, starter_entries, steps

LEVELS = {"party document", "official", "wire", "press"}
FACTS = SHARED / "facts" / "deals.jsonl"


def commitments() -> list[Entry]:
    return [entry for entry in starter_entries() if entry.book == "commitments"]


def test_it_has_ninety_real_commitments_and_forty_with_two_dated_steps() -> None:
    stepped = [entry for entry in commitments() if len({p.date for p in entry.status_history if p.date}) > 1]
    assert len(commitments()) >= 90
    assert len(stepped) >= 40


def test_every_row_opens_its_page_and_tells_how_good_it_is_as_evidence() -> None:
    for entry in starter_entries():
        for told in entry.evidence:
            address = urlsplit(told.url or "")
            assert address.scheme in ("http", "https")
            assert address.hostname
            assert told.level.removesuffix(", relayed") in LEVELS
            assert told.origin == "starter"


def test_an_entry_holds_steps_of_one_commitment_and_one_kind_in_the_order_of_the_file() -> None:
    place = {step.telling.claim.id: (step.commitment, at) for at, step in enumerate(steps())}
    told: list[str] = []
    for entry in starter_entries():
        assert len({place[each.id][0] for each in entry.claims}) == len({each.kind for each in entry.claims}) == 1
        history = [place[point.claim][1] for point in entry.status_history]
        assert history == sorted(history)
        told += [each.id for each in entry.claims]
    assert sorted(told) == sorted(place)


def test_the_loans_of_two_banks_to_one_venture_are_two_promises_and_no_conflict() -> None:
    loans = [e for e in starter_entries() if e.kind == "financing" and "Cove Kaz Capital Group" in e.title]
    assert sorted(each.money.value for loan in loans for each in loan.amounts) == [Decimal(700_000_000), 900_000_000]
    assert [loan.conflicts for loan in loans] == [(), ()]


def test_the_words_of_every_slot_stand_where_its_support_says() -> None:
    for step in steps():
        made = step.telling.claim
        assert step.document.text[made.start : made.stop] == made.evidence
        for number, each in enumerate(made.parties):
            ((start, stop),) = made.support[f"parties.{number}"].spans
            assert step.document.text[start:stop] == each.name


def test_the_newest_page_tells_to_which_day_an_entry_is_known() -> None:
    days = [known_to(entry) for entry in starter_entries()]
    assert max(day for day in days if day) <= "2026-12"


def test_on_an_earlier_day_only_what_was_published_by_then_is_in_it() -> None:
    early = starter_entries("2024")
    assert 0 < len(early) < len(starter_entries())
    assert all((each.published or "0") < "2025" for entry in early for each in entry.evidence)


def test_sums_that_are_hopes_or_values_of_a_resource_never_count() -> None:
    text = files("lodeline.ledger").joinpath("data", "starter.jsonl").read_text("utf-8")
    rows = [json.loads(line) for line in text.splitlines() if not line.startswith("#")]
    odd = {
        (row["commitment"], Decimal(str(row["amount"]["value"])))
        for row in rows
        if row.get("amount") and row["amount"]["kind"] in ("ceiling", "resource_value", "pipeline")
    }
    of_claim = {step.telling.claim.id: step.commitment for step in steps()}
    counted = {(of_claim[a.claim], a.money.value) for e in starter_entries() for a in e.amounts if a.counts}
    assert not odd & counted


@pytest.mark.skipif(not FACTS.exists(), reason="the file of facts is not beside the repository")
def test_it_holds_every_row_of_the_facts() -> None:
    told = [json.loads(line) for line in FACTS.read_text("utf-8").splitlines()]
    assert [(row["commitment"], row["status"], row["date"]) for row in told] == [
        (step.commitment, step.telling.claim.status, step.telling.claim.date) for step in steps()
    ]


# --- beside a user's entries, on an invented starter ------------------------------------------------------------


def sale(millions: float, share: float, **slots: object) -> Entry:
    parties = (party("Northlight Mining", "acquirer", share), party("Tas Resources", "seller"))
    made = claim("acquisition", "agreed", *parties, amount=usd(millions), assets=("Boz-Tag",), places=("KG",), **slots)
    (entry,) = entries_of(made)
    return entry


def starter(entry: Entry) -> Entry:
    return replace(entry, evidence=tuple(replace(each, origin="starter") for each in entry.evidence))


def test_an_entry_that_the_starter_knows_is_linked_and_differing_values_are_conflicts() -> None:
    ours, real = sale(100, 60), starter(sale(140, 51, doc="s1"))
    (found,) = beside([ours], [real])
    assert [(link.relation, link.entry) for link in found.links] == [(RELATION, real.id)]
    assert {conflict.slot: conflict.shown for conflict in found.conflicts} == {
        "amount": "100000000 USD",
        "shares": "Northlight Mining 60 %",
    }
    assert replace(found, links=(), conflicts=()) == replace(ours, links=(), conflicts=())


def test_values_that_agree_are_no_conflict() -> None:
    (found,) = beside([sale(100, 60)], [starter(sale(102, 60, doc="s1"))])
    assert found.conflicts == ()
    assert len(found.links) == 1


def test_another_deal_of_the_same_parties_is_not_linked() -> None:
    other = starter(sale(100, 60, doc="s1"))
    elsewhere = claim(
        "acquisition",
        "agreed",
        party("Northlight Mining", "acquirer"),
        party("Tas Resources", "seller"),
        assets=("Ak-Bulak",),
        places=("KG",),
    )
    assert beside(entries_of(elsewhere), [other]) == entries_of(elsewhere)


def test_documents_of_the_starter_are_notes_and_named_so() -> None:
    assert all(document.cleaner == "starter/1" and not document.invented for document in starter_documents())
    assert all(map(is_starter, starter_entries()))
