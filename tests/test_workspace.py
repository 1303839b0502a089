"""The Python API: a folder, a day, and verbs that record and tell."""

import json
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from lodeline.documents.document import Document
from lodeline.documents.library import sha256
from lodeline.documents.loading import Failure, load
from lodeline.errors import MissingModel, NewerStorage, NoSuchEntry, ReaderFailed, TooLong
from lodeline.ledger.starter import starter_entries
from lodeline.reading import Told, read_document, try_read
from lodeline.storage.session import session
from lodeline.workspace import Workspace

DEAL = "Granite Metals will buy 40 % of the Birch copper mine from Slate Holding for 250 million dollars."
CLAIM: dict[str, Any] = {
    "kind": "acquisition",
    "status": "agreed",
    "parties": [{"name": "Granite Metals", "role": "acquirer"}, {"name": "Slate Holding", "role": "seller"}],
    "commodities": ["copper"],
    "amount": {"value": 250000000, "currency": "USD", "qualifier": "exact"},
    "evidence": DEAL,
}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.open(tmp_path / "workspace", "2031-06-01", starter=False)


def put(folder: Path, name: str = "deal.json", **head: Any) -> str:
    path = folder / name
    told = {"text": f"Granite City. {DEAL}", "published": "2031-05-14", "claims": [CLAIM], **head}
    path.write_text(json.dumps(told))
    return str(path)


def test_the_day_is_injected_and_the_clock_stays_out(workspace: Workspace) -> None:
    assert (workspace.today, workspace.now) == (date(2031, 6, 1), "2031-06-01T00:00:00+00:00")


def test_claims_are_recorded_once_and_their_raw_bytes_are_kept(workspace: Workspace, tmp_path: Path) -> None:
    path = put(tmp_path)
    (first,) = workspace.read_claims([path])
    (second,) = workspace.read_claims([path])
    assert isinstance(first, Told)
    assert isinstance(second, Told)
    assert (first.new, second.new) == (True, False)
    raw = Path(path).read_bytes()
    assert workspace.library.fetch(sha256(raw)) == raw
    (entry,) = workspace.state().entries
    assert (entry.kind, entry.stage, len(entry.evidence)) == ("acquisition", "struck", 1)
    assert workspace.entry(entry.id[:5]) == entry


def test_a_failure_is_a_value_and_records_nothing(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (failure,) = workspace.read([str(tmp_path / "empty.txt")])
    assert isinstance(failure, Failure)
    assert workspace.state().documents == ()


def test_a_new_ledger_shows_the_starter_until_a_text_is_read_and_either_on_request(tmp_path: Path) -> None:
    opened = {starter: Workspace.open(tmp_path / "w", "2031-06-01", starter) for starter in (None, True, False)}
    real = len(starter_entries())
    assert {key: len(each.state().entries) for key, each in opened.items()} == {None: real, True: real, False: 0}
    list(opened[None].read_claims([put(tmp_path)]))
    own = len(opened[False].state().entries)
    assert own > 0
    assert {key: len(each.state().entries) for key, each in opened.items()} == {None: own, True: own + real, False: own}


def test_an_entry_of_the_starter_is_found_and_has_its_page_after_texts_were_read(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "w", "2031-06-01")
    list(workspace.read_claims([put(tmp_path)]))
    real = starter_entries()[0]
    assert workspace.entry(real.id) == real
    assert real.evidence[0].url in {source.url for source in workspace.entry_page(real.id).sources}
    with pytest.raises(NoSuchEntry):
        Workspace.open(tmp_path / "w", "2031-06-01", starter=False).entry(real.id)


def test_a_state_of_the_past_knows_neither_later_entries_nor_their_texts(workspace: Workspace, tmp_path: Path) -> None:
    list(workspace.read_claims([put(tmp_path)]))
    before = workspace.state("2031-05-13")
    assert (before.entries, before.documents) == ((), ())
    assert len(workspace.state("2031-05-14").documents) == 1


def test_the_export_forgets_the_folder_the_order_and_the_time(tmp_path: Path) -> None:
    paths = [put(tmp_path), put(tmp_path, "again.json", text=f"Slate City. {DEAL}", published="2031-05-15")]
    exports = []
    for name, day, order in (("one", "2031-06-01", paths), ("two", "2031-07-01", paths[::-1])):
        workspace = Workspace.open(tmp_path / name, day)
        list(workspace.read_claims(order))
        exports.append(workspace.export())
    assert exports[0] == exports[1]
    assert str(tmp_path).encode() not in exports[0]


def test_a_workspace_of_a_newer_version_is_not_opened(workspace: Workspace) -> None:
    with session(workspace.path) as unit:
        unit.execute("INSERT INTO migration VALUES ('ledger', 99, '2031-06-01')")
    with pytest.raises(NewerStorage, match="update Lodeline"):
        Workspace.open(workspace.directory)


def test_an_unknown_entry_is_told(workspace: Workspace) -> None:
    with pytest.raises(NoSuchEntry):
        workspace.entry("ffff")


def broken_on(word: str) -> Callable[[Document], Any]:
    """A reader that breaks on texts with the word, and reads all others."""
    from lodeline.claims import extract

    sound = extract.read

    def read(document: Document, explain: bool = False) -> Any:
        if word in document.text:
            raise IndexError("tuple index out of range")
        return sound(document, explain)

    return read


def test_a_reader_that_breaks_on_one_text_costs_only_that_text(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lodeline.claims.extract.read", broken_on("Cursed"))
    paths = []
    for name, text in (("a", DEAL), ("b", f"Cursed is this text. {DEAL}"), ("c", f"Granite City. {DEAL}")):
        (tmp_path / f"{name}.txt").write_text(text)
        paths.append(str(tmp_path / f"{name}.txt"))
    first, broken, last = workspace.read(paths)
    assert isinstance(first, Told)
    assert isinstance(last, Told)
    assert isinstance(broken, Failure)
    assert isinstance(broken.error, ReaderFailed)
    assert broken.source == paths[1]
    assert broken.error.where == "b"
    assert broken.error.what.startswith("IndexError at reading.py:")
    assert len(workspace.state().documents) == 2


def test_an_error_of_its_own_is_not_taken_for_a_fault_of_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(_: Document, explain: bool = False) -> Any:  # noqa: ARG001
        raise MissingModel("natasha", "reading Russian", "install it")

    monkeypatch.setattr("lodeline.claims.extract.read", read)
    (document,) = load(["-"], stdin=BytesIO(DEAL.encode()))
    assert isinstance(document, Document)
    with pytest.raises(MissingModel):
        read_document(document)


@pytest.mark.parametrize(("over", "read"), [(0, True), (1, False)])
def test_a_text_is_read_up_to_the_longest_length(monkeypatch: pytest.MonkeyPatch, over: int, read: bool) -> None:
    monkeypatch.setattr("lodeline.reading.LONGEST", len(DEAL) - over)
    (document,) = load(["-"], stdin=BytesIO(DEAL.encode()))
    assert isinstance(document, Document)
    told = try_read(document)
    assert isinstance(told, Told) is read
    if isinstance(told, Failure):
        assert isinstance(told.error, TooLong)
        assert "split it" in str(told.error)


# --- two times, and what was recorded ------------------------------------------------------------------------------


def test_what_the_ledger_learned_later_is_not_known_before(tmp_path: Path) -> None:
    early, late = (Workspace.open(tmp_path / "workspace", day) for day in ("2031-06-01", "2031-08-15"))
    list(early.read_claims([put(tmp_path)]))
    list(late.read_claims([put(tmp_path, "older.json", text=f"Slate City. {DEAL}", published="2031-05-02")]))
    known = {at: len(late.state(known_at=at).documents) for at in ("2031-05", "2031-06", "2031-06-01", "2031-08-15")}
    assert known == {"2031-05": 0, "2031-06": 1, "2031-06-01": 1, "2031-08-15": 2}
    assert late.state("2031-05-10", "2031-07").entries == ()
    assert len(late.state("2031-05-10").entries) == 1


def test_what_was_recorded_is_verified_and_harm_is_found(workspace: Workspace, tmp_path: Path) -> None:
    list(workspace.read_claims([put(tmp_path)]))
    before = workspace.verify()
    assert (before.faults, before.head.count) == ((), 3)
    assert workspace.verify(before.head.hash).faults == ()
    with session(workspace.path) as unit:
        unit.execute("DROP TRIGGER ledger_reading_update")
        unit.execute("UPDATE ledger_reading SET body = replace(body, '250000000', '350000000')")
    assert [fault.what for fault in workspace.verify().faults] == ["ledger_reading row 1 is not what was recorded"]


def test_an_entry_has_its_history_and_stands_as_it_was_known(tmp_path: Path) -> None:
    early, late = (Workspace.open(tmp_path / "workspace", day) for day in ("2031-06-01", "2031-08-15"))
    list(early.read_claims([put(tmp_path)]))
    list(late.read_claims([put(tmp_path, "older.json", text=f"Slate City. {DEAL}", published="2031-05-02")]))
    (entry,) = late.state().entries
    lines = [(line.learned[:10], line.published, line.source) for line in late.history(entry.id)]
    assert lines == [("2031-06-01", "2031-05-14", "deal"), ("2031-08-15", "2031-05-02", "older")]
    sources = {at: len(found.sources) for at in ("2031-06", "2031-08") if (found := late.entry_on(entry.id, None, at))}
    assert sources == {"2031-06": 1, "2031-08": 2}
    assert late.entry_on(entry.id, "2031-05-10", "2031-07") is None
