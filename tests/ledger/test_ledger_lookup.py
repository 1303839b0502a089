"""One entry on a day as known at a time: the index says what deriving the whole ledger says, and never an old thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from ledger_factory import document, make_tables, reading, usd, venture

from lodeline.errors import AmbiguousEntry, NoSuchEntry
from lodeline.ledger.book import Ledger
from lodeline.ledger.commitment import Entry
from lodeline.ledger.learning import homes, learned
from lodeline.ledger.lookup import build, clear, entry_on, is_current
from lodeline.storage.session import Session, session

STEPS = (
    ("talks", "2030-01-22", "rumoured", "2030-02-01T10:00:00"),
    ("paper", "2030-03-14", "memorandum", "2030-03-15T10:00:00"),
    ("deal", "2030-07-17", "binding", "2030-07-18T10:00:00"),
    ("older", "2030-05-28", "agreed", "2030-09-01T10:00:00"),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with session(tmp_path / "ledger.sqlite") as unit:
        make_tables(unit)
        opened = Ledger(unit)
        for name, day, status, recorded in STEPS:
            text = f"The {name} of Northlight Mining and Tas Resources."
            made = document(name, text, day)
            opened.record(made, reading(made, venture(status, doc=made.id, evidence=text)), recorded)
        yield opened


def only(ledger: Ledger) -> Entry:
    (entry,) = ledger.entries()
    return entry


def stage(unit: Session, start: str, *when: str | None) -> str | None:
    found = entry_on(unit, start, *when)
    return found.stage if found else None


def test_the_index_says_what_the_whole_ledger_says(ledger: Ledger) -> None:
    build(ledger)
    assert entry_on(ledger.unit, only(ledger).id[:5]) == replace(only(ledger), why=())


@pytest.mark.parametrize("as_of", [None, "2029", "2030-01", "2030-03-13", "2030-03-14", "2030-06", "2030"])
@pytest.mark.parametrize("known_at", [None, "2030-01", "2030-02", "2030-03-15", "2030-08", "2030-09-01"])
def test_on_every_day_and_at_every_time(ledger: Ledger, as_of: str | None, known_at: str | None) -> None:
    build(ledger)
    recorded_by = f"{known_at}-31T24" if known_at and len(known_at) == 7 else f"{known_at}T24" if known_at else "9999"
    derived = [entry.stage for entry in ledger.entries(as_of, recorded_by)]
    assert stage(ledger.unit, only(ledger).id, as_of, known_at) == (derived[0] if derived else None)


def test_what_was_read_late_is_known_late(ledger: Ledger) -> None:
    build(ledger)
    entry = only(ledger).id
    assert stage(ledger.unit, entry, "2030-06-01", "2030-08") == "preliminary"
    assert stage(ledger.unit, entry, "2030-06-01", "2030-09") == "struck"


def test_the_index_is_old_as_soon_as_anything_is_recorded(ledger: Ledger) -> None:
    assert not is_current(ledger.unit)
    build(ledger)
    assert is_current(ledger.unit)
    made = document("new", "A text without claims.")
    ledger.record(made, reading(made), "2030-10-01")
    assert not is_current(ledger.unit)
    build(ledger)
    clear(ledger.unit)
    assert not is_current(ledger.unit)


def test_a_corrected_claim_is_known_as_it_was_read_first(ledger: Ledger) -> None:
    (deal,) = [each for each in ledger.documents() if each.name == "deal"]
    again = venture("completed", doc=deal.id, evidence=deal.text, amount=usd(310))
    ledger.record(deal, reading(deal, again), "2030-11-01T10:00:00")
    build(ledger)
    entry = only(ledger).id
    told = {at: stage(ledger.unit, entry, None, at) for at in ("2030-10", "2030-11")}
    assert told == {"2030-10": "committed", "2030-11": "fulfilled"}
    held = homes(ledger.entries(), learned(ledger))[entry]
    (before,) = [each for each in held if not each.stands]
    assert (before.since, before.until) == ("2030-07-18T10:00:00", "2030-11-01T10:00:00")


def test_copies_of_one_report_count_once_in_the_index_too(ledger: Ledger) -> None:
    text = "Northlight Mining and Tas Resources signed the last paper on Boz-Tag in the hall of the old exchange today."
    for number, day in enumerate(("2030-12-01", "2030-12-02")):
        made = document(f"copy {number}", f"{text} Note {number}.", day)
        ledger.record(made, reading(made, venture("completed", doc=made.id, evidence=text)), f"{day}T12:00:00")
    build(ledger)
    found = entry_on(ledger.unit, only(ledger).id)
    assert found is not None
    assert (len(found.sources), found.stories, only(ledger).stories) == (len(STEPS) + 2, len(STEPS) + 1, len(STEPS) + 1)


def test_an_unknown_or_short_id_is_told(ledger: Ledger) -> None:
    made = document("other", "A venture of two others.")
    other = venture(doc=made.id, evidence=made.text, partners=("Lind AG", "Heron"), assets=("Kar",), places=("PE",))
    ledger.record(made, reading(made, other), "2030-10-01")
    build(ledger)
    assert len(ledger.entries()) == 2
    for start in ("", "zz"):
        with pytest.raises(NoSuchEntry):
            entry_on(ledger.unit, start)
    one, two = (entry.id for entry in ledger.entries())
    ledger.unit.execute("UPDATE ledger_index SET entry = ? WHERE entry = ?", (f"{one}a", two))
    with pytest.raises(AmbiguousEntry):
        entry_on(ledger.unit, one)
