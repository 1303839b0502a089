"""Which entries are linked, how surely, and which are not."""

from __future__ import annotations

from typing import Any

import pytest
from ledger_factory import claim, entries_of, loan, only, party, usd, venture

from lodeline.claims.claim import Claim
from lodeline.ledger.commitment import Entry, Link


def links(entries: tuple[Entry, ...], kind: str) -> list[tuple[str, str, bool]]:
    """Relation, kind of the other entry and certainty, for the only entry of a kind."""
    kinds = {entry.id: entry.kind for entry in entries}
    return [(link.relation, kinds[link.entry], link.certain) for link in only(entries, kind).links]


def linked(*claims: Claim) -> list[tuple[str, str, bool]]:
    return links(entries_of(*claims), "joint_venture")


def test_a_loan_for_the_asset_finances_the_venture_on_it() -> None:
    assert linked(venture(), loan("A Bank", 95, assets=("Boz-Tag",), doc="b")) == [("financed_by", "financing", True)]


def test_a_loan_to_the_company_of_that_name_finances_the_venture() -> None:
    assert linked(venture(), loan("A Bank", 95, doc="b")) == [("financed_by", "financing", True)]


def test_a_loan_to_a_partner_told_in_one_text_finances_the_venture() -> None:
    assert linked(venture(), loan("A Bank", 95, recipient="Tas Resources")) == [("financed_by", "financing", True)]


def test_a_loan_without_recipient_told_beside_the_venture_perhaps_finances_it() -> None:
    lent = loan("A Bank", 95, recipient=None, commodities=("copper",))
    assert linked(venture(), lent) == [("financed_by", "financing", False)]


@pytest.mark.parametrize(
    "slots",
    [
        {"doc": "b", "commodities": ("copper",), "recipient": None},
        {"recipient": None, "commodities": ("lithium",)},
        {"recipient": None, "commodities": ("copper",), "places": ("TJ",)},
        {"assets": ("Kara-Tag",), "recipient": "Tas Resources"},
        {"recipient": "Tas Resources", "doc": "b"},
    ],
    ids=["another text", "another mineral", "another country", "another asset", "a partner's loan for who knows what"],
)
def test_a_loan_that_nothing_ties_to_the_venture_is_not_linked(slots: dict[str, Any]) -> None:
    assert linked(venture(), loan("A Bank", 95, **slots)) == []


def test_a_loan_finances_one_thing_and_the_venture_before_its_project() -> None:
    mine = claim("project", "under_way", party("Boz-Tag Mining", "developer"), assets=("Boz-Tag",), doc="b")
    entries = entries_of(venture(), mine, loan("A Bank", 95, assets=("Boz-Tag",)))
    finances = [link for link in links(entries, "financing") if link[0] == "finances"]
    assert finances == [("finances", "joint_venture", True)]


def test_an_earlier_licence_on_the_deposit_is_another_commitment_linked_by_the_asset() -> None:
    who = party("Old Mining", "signatory")
    licence = claim("agreement", "cancelled", who, instrument="licence", assets=("Boz-Tag",), date="2015", doc="b")
    entries = entries_of(venture(), licence)
    assert links(entries, "agreement") == [("same_asset", "joint_venture", True)]
    assert only(entries, "agreement").stage == "cancelled"
    assert only(entries, "joint_venture").stage == "struck"


def test_commitments_on_two_assets_are_not_linked() -> None:
    assert linked(venture(), loan("A Bank", 95, recipient="Kara-Tag Mining", assets=("Kara-Tag",))) == []


def signed(**slots: Any) -> Claim:
    who = [party("Kyrgyzstan", "signatory"), party("Japan", "signatory")]
    return claim("agreement", "agreed", *who, **({"subject": "package", "date": "2030-02-06", "doc": "p"} | slots))


def test_a_package_perhaps_holds_what_its_side_signed_in_the_same_days() -> None:
    entries = entries_of(signed(amount=usd(900)), venture(date="2030-02-01"))
    assert links(entries, "agreement") == [("has_part", "joint_venture", False)]
    assert links(entries, "joint_venture") == [("part_of", "agreement", False)]


def test_an_agreement_without_a_total_is_no_package() -> None:
    assert linked(signed(), venture(date="2030-02-06")) == []


def test_another_agreement_with_one_common_state_is_no_part_of_the_package() -> None:
    who = [party("Japan", "signatory"), party("Peru", "signatory")]
    truce = claim("agreement", "agreed", *who, subject="truce", places=("JP", "PE"), date="2030-02-06")
    package = signed(amount=usd(900))
    entries = entries_of(package, truce)
    assert [entry.links for entry in entries] == [(), ()]


def test_every_link_has_its_inverse() -> None:
    entries = entries_of(
        signed(amount=usd(900)),
        venture(date="2030-02-06"),
        loan(None, 230),
        loan("First Bank", 95, start=100),
        loan("Second Bank", 135, start=200),
    )
    inverse = {"part_of": "has_part", "finances": "financed_by", "same_asset": "same_asset"}
    inverse |= {other: relation for relation, other in inverse.items()}
    pairs = {(entry.id, link) for entry in entries for link in entry.links}
    assert pairs
    for entry, link in pairs:
        assert (link.entry, Link(inverse[link.relation], entry, link.why, link.certain)) in pairs


def test_the_cost_of_the_works_told_as_the_ventures_own_sum_is_one_cost() -> None:
    told = venture(amount=usd(640))
    works = claim("project", status="under_way", assets=("Boz-Tag",), amount=usd(640), doc="b")
    other = claim("project", status="under_way", assets=("Boz-Tag",), amount=usd(90), doc="b")
    assert ("has_part", "project", True) in linked(told, works)
    assert ("has_part", "project", True) not in linked(told, other)
