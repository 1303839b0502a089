"""The append-only ledger: recorded twice is recorded once, nothing is changed, two times are kept apart."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from ledger_factory import document, party, reading, usd, venture

from lodeline.claims.claim import Claim, ClaimId, Reading, Step, Support
from lodeline.claims.identity import claim_id
from lodeline.documents.document import Document, DocumentId
from lodeline.errors import AmbiguousEntry, NoSuchEntry
from lodeline.ledger.book import Ledger, find
from lodeline.ledger.tables import MIGRATIONS, canonical, claim_from, document_from, reading_from
from lodeline.storage import audit
from lodeline.storage.migrate import migrate
from lodeline.storage.session import Session, session

TEXT = "Northlight Mining and Tas Resources struck a venture. The two firms form it over Boz-Tag."


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "ledger.sqlite"
    migrate(path, {"audit": audit.MIGRATIONS, "ledger": MIGRATIONS}, "2030-03-02")
    with session(path) as opened:
        yield opened


def story(name: str = "story", text: str = TEXT, **slots: Any) -> tuple[Document, Reading]:
    """A document and one claim of its first sentence, told again in its second."""
    made = document(name, text, source="/somewhere/on/this/machine")
    stop = text.index(".") + 1
    given: dict[str, Any] = {"doc": made.id, "evidence": text[:stop], "also": ((stop + 1, len(text)),)}
    return made, reading(made, venture(**(given | slots)))


def rows(unit: Session) -> int:
    counted = unit.row(
        "SELECT (SELECT count(*) FROM ledger_document) + (SELECT count(*) FROM ledger_reading)"
        " + (SELECT count(*) FROM ledger_name)"
    )
    assert counted is not None
    return int(counted[0] or 0)


def test_a_document_recorded_twice_changes_nothing(unit: Session) -> None:
    ledger = Ledger(unit)
    assert ledger.record(*story(), recorded="2030-03-02T10:00:00").changed
    before = rows(unit)
    assert not ledger.record(*story(), recorded="2030-03-03T10:00:00").changed
    assert rows(unit) == before


def test_a_copy_under_another_name_is_the_same_document(unit: Session) -> None:
    ledger = Ledger(unit)
    for name in ("second", "first", "second"):
        ledger.record(*story(name), recorded="2030-03-02")
    assert [each.name for each in ledger.documents()] == ["first"]
    assert len(ledger.entries()) == 1


def test_documents_and_claims_come_back_whole_but_for_the_path(unit: Session) -> None:
    made, read = story(amount=usd(310, "about"), shares=(66.7, 33.3))
    Ledger(unit).record(made, read, "2030-03-02")
    assert Ledger(unit).documents() == (replace(made, source=""),)
    assert Ledger(unit).readings() == (read,)


def test_an_entry_shows_every_wording_cut_from_the_text(unit: Session) -> None:
    Ledger(unit).record(*story(), recorded="2030-03-02")
    (entry,) = Ledger(unit).entries()
    assert [each.quote for each in entry.evidence] == [TEXT[: TEXT.index(".") + 1], TEXT[TEXT.index(".") + 2 :]]


@pytest.mark.parametrize("table", ["ledger_document", "ledger_reading", "ledger_name"])
@pytest.mark.parametrize("sql", ["UPDATE {} SET recorded = '2031'", "DELETE FROM {}"])
def test_no_row_can_be_changed_or_deleted(unit: Session, table: str, sql: str) -> None:
    Ledger(unit).record(*story(), recorded="2030-03-02")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        unit.execute(sql.format(table))


def test_a_corrected_date_opens_a_row_and_the_ledger_as_it_was_can_still_be_seen(unit: Session) -> None:
    made, read = story()
    ledger = Ledger(unit)
    ledger.record(made, read, "2030-03-02T10:00:00")
    corrected = replace(made, published=replace(made.published, date="2030-02-28"))
    assert ledger.record(corrected, read, "2030-03-05T10:00:00").document
    assert ledger.documents()[0].published.date == "2030-02-28"
    assert ledger.documents("2030-03-04")[0].published.date == "2030-03-01"


def test_what_is_corrected_back_stands_again(unit: Session) -> None:
    made, read = story()
    other = replace(made, title="Another title")
    for time, each in enumerate((made, other, made)):
        assert Ledger(unit).record(each, read, f"2030-03-0{time + 1}").document
    assert Ledger(unit).documents()[0].title is None


def test_a_new_reading_replaces_the_old_one_in_what_the_ledger_says(unit: Session) -> None:
    made, read = story()
    ledger = Ledger(unit)
    ledger.record(made, read, "2030-03-02")
    ledger.record(made, reading(made), "2030-03-05")
    assert ledger.entries() == ()
    assert len(ledger.entries(recorded_by="2030-03-03")) == 1


def test_as_of_takes_the_time_of_the_world_and_that_of_the_ledger(unit: Session) -> None:
    Ledger(unit).record(*story(), recorded="2030-03-05")
    assert len(Ledger(unit).entries(as_of="2030-03-01")) == 1
    assert Ledger(unit).entries(as_of="2030-02-28") == ()
    assert Ledger(unit).entries(as_of="2030-03-01", recorded_by="2030-03-04") == ()


def test_judgements_on_names_are_asked_for(unit: Session) -> None:
    asked: list[str] = []

    def cluster(names: Sequence[str]) -> dict[str, str]:
        asked.extend(names)
        return {}

    Ledger(unit).record(*story(), recorded="2030-03-02")
    Ledger(unit, cluster).entries()
    assert asked == ["Northlight Mining", "Tas Resources", "Boz-Tag"]


def test_an_empty_ledger_says_nothing(unit: Session) -> None:
    ledger = Ledger(unit)
    assert ledger.entries() == ()
    assert ledger.totals(()).announced == ()


# --- whole values in JSON ----------------------------------------------------------------------------------------


def full_claim() -> Claim:
    made = venture(
        "binding",
        amount=usd(310, "about"),
        shares=(66.7, None),
        partners=("Northlight Mining", "Tas Resources"),
        support={"amount": Support(((3, 9),)), "date": Support(rule="publication_date")},
        also=((40, 60), (70, 80)),
        date="2030-03",
        confidence=0.8,
        rule="ventures",
        reader="rules 1",
    )
    aliased = replace(made, parties=(*made.parties, party("Halk Metal", "partner", None, "Halk", "HM")))
    return replace(aliased, id=claim_id(aliased))


def test_a_reading_survives_its_own_json() -> None:
    step = Step("ventures", 0, 9, "claim", "two partners", ClaimId("abc"))
    read = Reading(DocumentId("d1"), (full_claim(),), (step,))
    assert reading_from(canonical(read)) == read


def test_a_document_survives_its_own_json() -> None:
    made = replace(document("story", TEXT, None), left_out=("A footer.",), invented=True, url="https://example.org")
    assert document_from(canonical(made)) == made


def test_numbers_are_kept_as_text_and_stay_exact() -> None:
    body = canonical(full_claim())
    assert '"value":"310000000"' in body
    assert '"share":"66.7"' in body


def test_equal_numbers_written_in_two_ways_give_the_same_bytes() -> None:
    assert canonical(Decimal("1.10E+9")) == canonical(Decimal("1100000000.00"))


def test_a_claim_without_most_slots_survives() -> None:
    import json

    bare = replace(full_claim(), parties=(), amount=None, support={}, also=(), date=None)
    assert claim_from(json.loads(canonical(bare))) == bare


# --- finding -----------------------------------------------------------------------------------------------------


def test_an_entry_is_found_by_the_start_of_its_id(unit: Session) -> None:
    Ledger(unit).record(*story(), recorded="2030-03-02")
    (entry,) = Ledger(unit).entries()
    assert find([entry], entry.id[:6]) == entry


@pytest.mark.parametrize("start", ["zz", ""])
def test_an_unknown_id_is_an_error(unit: Session, start: str) -> None:
    Ledger(unit).record(*story(), recorded="2030-03-02")
    with pytest.raises(NoSuchEntry):
        find(Ledger(unit).entries(), start)


def test_a_start_that_fits_two_entries_is_an_error(unit: Session) -> None:
    Ledger(unit).record(*story(), recorded="2030-03-02")
    (entry,) = Ledger(unit).entries()
    with pytest.raises(AmbiguousEntry):
        find([entry, replace(entry, id=type(entry.id)(entry.id + "0"))], entry.id)
