"""The worked example of the project, read without a date by the real reader. The text is private: none of it here."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from ledger_factory import SHARED

from lodeline.ledger.commitment import Entry
from lodeline.ledger.stages import RANK
from lodeline.reading import Told
from lodeline.workspace import State, Workspace

SEED = SHARED / "seed"
pytestmark = pytest.mark.skipif(not any(SEED.glob("*.txt")), reason="the example text is not on this machine")
VENTURE, LETTER, PACKAGE = Decimal(1_100_000_000), Decimal(900_000_000), Decimal(17_000_000_000)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Told, State]:
    workspace = Workspace.open(tmp_path_factory.mktemp("seed"), today="2026-11-28")
    (text,) = workspace.read([str(path) for path in sorted(SEED.glob("*.txt"))[:1]])
    assert isinstance(text, Told)
    return text, workspace.state()


@pytest.fixture(scope="module")
def entries(told: tuple[Told, State]) -> tuple[Entry, ...]:
    return told[1].entries


def with_sum(entries: tuple[Entry, ...], value: Decimal) -> Entry:
    """The one entry that tells this sum."""
    (found,) = [entry for entry in entries if any(amount.money.value == value for amount in entry.amounts)]
    return found


def test_the_year_is_inferred_and_the_reason_says_from_what(told: tuple[Told, State]) -> None:
    published = told[0].document.published
    assert (published.date, published.origin) == ("2025-11-06", "inferred")
    assert "caption" in published.reason


def test_the_memorandum_is_one_commitment_with_both_its_wordings(entries: tuple[Entry, ...]) -> None:
    (memorandum,) = [entry for entry in entries if any(claim.status == "memorandum" for claim in entry.claims)]
    assert (memorandum.kind, memorandum.stage, memorandum.bindingness) == ("agreement", "preliminary", "non_binding")
    assert len({quote.quote for quote in memorandum.evidence}) == 2


def test_the_letter_of_interest_binds_nobody_and_stands_below_the_venture(entries: tuple[Entry, ...]) -> None:
    letter, venture = with_sum(entries, LETTER), with_sum(entries, VENTURE)
    assert (letter.kind, letter.stage, letter.bindingness) == ("financing", "preliminary", "non_binding")
    assert (venture.kind, venture.stage) == ("joint_venture", "struck")
    assert letter.stage is not None
    assert venture.stage is not None
    assert RANK[letter.stage] < RANK[venture.stage]
    assert sorted(party.share or 0 for party in venture.parties) == [30, 70]


def test_no_total_adds_the_venture_its_letter_and_the_package(told: tuple[Told, State]) -> None:
    totals = told[1].totals
    announced = {total.currency: (total.low, total.high) for total in totals.announced}
    assert announced == {"USD": (VENTURE, VENTURE), None: (PACKAGE, PACKAGE)}
    assert totals.firm == totals.delivered == ()


def test_the_package_has_no_currency_and_may_contain_the_others(entries: tuple[Entry, ...]) -> None:
    package = with_sum(entries, PACKAGE)
    assert [amount.money.currency for amount in package.amounts] == [None]
    parts = {link.entry: link.certain for link in package.links if link.relation == "has_part"}
    assert parts[with_sum(entries, VENTURE).id] is False
    assert parts[with_sum(entries, LETTER).id] is False


def test_the_suspended_limits_on_exports_are_a_measure_and_no_commitment(entries: tuple[Entry, ...]) -> None:
    (measure,) = [entry for entry in entries if entry.book == "measures"]
    (claim,) = measure.claims
    assert (measure.kind, measure.stage, claim.action, claim.commodities) == (
        "restriction",
        None,
        "suspend",
        ("rare earths",),
    )


def test_no_sentence_of_the_example_stands_in_the_tests() -> None:
    (text,) = [path.read_text("utf-8") for path in sorted(SEED.glob("*.txt"))[:1]]
    sentences = [part.strip() for line in text.splitlines() for part in line.split(". ") if len(part.strip()) > 40]
    own = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("*.py"))
    assert [sentence for sentence in sentences if sentence in own] == []
