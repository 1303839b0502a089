"""What is forgotten is nowhere in the file, the rest stays as it was, and the audit still verifies."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from lodeline.documents.loading import Failure
from lodeline.errors import Forgotten, NotOneDocument, StorageBusy
from lodeline.ledger.forgetting import HIDDEN, Person
from lodeline.reading import Told
from lodeline.workspace import Workspace

SECRET = "Granite Metals will buy 40 % of the Birch copper mine from Slate Holding."
OTHER = "Lindgrove Smelting lends 90 million dollars to Heron Minerals."
NAMED = "Хелмут Ланге, a director of Heron Minerals, met Helmut Lange's guests. Без Ланге сделки нет, сказал Хелмут."


def put(folder: Path, name: str, text: str, **claim: Any) -> str:
    path = folder / f"{name}.json"
    told = {"kind": "statement", "evidence": text, "parties": [{"name": "Granite Metals", "role": "speaker"}], **claim}
    path.write_text(json.dumps({"text": text, "published": "2031-05-14", "claims": [told]}, ensure_ascii=False))
    return str(path)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    opened = Workspace.open(tmp_path / "workspace", "2031-06-01")
    paths = [put(tmp_path, "secret", SECRET), put(tmp_path, "other", OTHER)]
    paths.append(put(tmp_path, "named", NAMED, parties=[{"name": "Хелмут Ланге", "role": "speaker"}]))
    assert all(isinstance(each, Told) for each in opened.read_claims(paths))
    return opened


def bytes_of(workspace: Workspace) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(workspace.directory.rglob("*")) if path.is_file())


def holds(workspace: Workspace, words: str) -> bool:
    return words.encode() in bytes_of(workspace) or json.dumps(words)[1:-1].encode() in bytes_of(workspace)


def test_a_forgotten_document_is_nowhere_in_the_folder_and_the_chain_holds(workspace: Workspace) -> None:
    assert holds(workspace, "Birch copper")
    noted = workspace.verify().head.hash
    done = workspace.forget("secret")
    assert (done.what, len(done.documents)) == ("document", 1)
    assert not any(holds(workspace, words) for words in ("Birch", "Granite Metals will", "secret"))
    assert workspace.verify(noted).faults == ()
    assert sorted(document.name for document in workspace.state().documents) == ["named", "other"]


def test_a_document_is_named_by_its_id_and_done_again_changes_nothing(workspace: Workspace) -> None:
    (other,) = [document.id for document in workspace.state().documents if document.name == "other"]
    workspace.forget(other[:6])
    rows = workspace.verify().head.count
    assert workspace.forget(other[:6]).documents == ()
    assert not holds(workspace, "Lindgrove")
    assert workspace.verify().faults == ()
    assert workspace.verify().head.count == rows


def test_a_forgotten_document_is_not_read_again(workspace: Workspace, tmp_path: Path) -> None:
    workspace.forget("secret")
    (again,) = workspace.read_claims([put(tmp_path, "secret", SECRET)])
    assert isinstance(again, Failure)
    assert isinstance(again.error, Forgotten)
    assert not holds(workspace, "Birch")


@pytest.mark.parametrize("name", ["Хелмут Ланге", "Helmut Lange", "lange, helmut".title()])
def test_a_person_is_hidden_in_every_script_and_case_and_nothing_else_is(workspace: Workspace, name: str) -> None:
    before = {document.name: document for document in workspace.state().documents}
    done = workspace.forget(name)
    assert (done.what, done.documents) == ("person", (before["named"].id,))
    assert not any(holds(workspace, words) for words in ("Ланге", "Lange", "Helmut", "Хелмут"))
    after = {document.name: document for document in workspace.state().documents}
    assert len(after["named"].text) == len(NAMED)
    assert after["named"].text.startswith(f"{HIDDEN * 6} {HIDDEN * 5}, a director of Heron Minerals, met")
    assert after["other"] == before["other"]
    assert workspace.verify().faults == ()
    (entry,) = [e for e in workspace.state().entries if e.sources == (before["named"].id,)]
    assert entry.evidence[0].quote == after["named"].text


def test_what_the_ledger_knew_at_a_time_stays_so_without_the_person(workspace: Workspace) -> None:
    workspace = Workspace.open(workspace.directory, "2031-09-01")
    workspace.forget("Helmut Lange")
    assert len(workspace.state(known_at="2031-06").documents) == 3
    assert workspace.state(known_at="2031-05").documents == ()


@pytest.mark.parametrize("name", ["nobody", "Helmut Nobody", "", "zz"])
def test_what_is_not_there_cannot_be_forgotten(workspace: Workspace, name: str) -> None:
    with pytest.raises(NotOneDocument, match="no text that names such a person"):
        workspace.forget(name)


def test_a_name_of_two_documents_asks_for_an_id(workspace: Workspace, tmp_path: Path) -> None:
    list(workspace.read_claims([put(tmp_path, "secret", "Another text of that name.")]))
    with pytest.raises(NotOneDocument, match="did you mean"):
        workspace.forget("secret")


@pytest.mark.parametrize(
    ("name", "text", "hidden"),
    [
        ("Петров", "Петрову и Петровой, не Петровскому", "███████ и ████████, не Петровскому"),
        ("Petrov", "Петрова ждут", "███████ ждут"),
        ("Ли", "Ли говорит, верно ли это; Лима ждёт", "██ говорит, верно ли это; Лима ждёт"),
        ("Jane Roe", "Jane and J. Roe; roe is fish eggs", "████ and J. ███; roe is fish eggs"),
    ],
)
def test_words_of_a_name_are_hidden_letter_for_letter(name: str, text: str, hidden: str) -> None:
    assert Person(tuple(name.split())).hidden(text) == hidden


def test_a_forgetting_that_was_interrupted_is_finished_at_the_next_opening(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(path: Path) -> None:
        raise StorageBusy(str(path))

    with monkeypatch.context() as patched:
        patched.setattr("lodeline.storage.scrubbing.scrub", busy)
        with pytest.raises(StorageBusy):
            workspace.forget("Helmut Lange")
        Workspace.open(workspace.directory, "2031-06-02")
    assert (workspace.directory / "ledger.unscrubbed").exists()
    Workspace.open(workspace.directory, "2031-06-02")
    assert not (workspace.directory / "ledger.unscrubbed").exists()
    assert not any(holds(workspace, words) for words in ("Ланге", "Lange"))


def test_what_an_interrupted_writing_left_goes_as_well(workspace: Workspace) -> None:
    (secret,) = [document for document in workspace.state().documents if document.name == "secret"]
    (workspace.library.path(secret.raw_sha256).parent / ".writing-abc").write_text(SECRET)
    workspace.forget("secret")
    assert not holds(workspace, "Birch")


def test_raw_bytes_that_were_changed_are_found(workspace: Workspace) -> None:
    (secret,) = [document for document in workspace.state().documents if document.name == "secret"]
    workspace.library.path(secret.raw_sha256).write_text("other words")
    assert [fault.what for fault in workspace.verify().faults] == [
        f"raw bytes {secret.raw_sha256} are not what was kept"
    ]


def test_no_word_stays_of_documents_of_many_lengths(tmp_path: Path) -> None:
    dice = random.Random(11)
    words = {f"text {n}": [f"w{dice.getrandbits(40):010x}" for _ in range(3 + 40 * n)] for n in range(20)}
    opened = Workspace.open(tmp_path / "workspace", "2031-06-01")
    paths = [put(tmp_path, name, f"The company said that {' of the '.join(told)}.") for name, told in words.items()]
    assert all(isinstance(each, Told) for each in opened.read_claims(paths))
    forgotten = ("text 3", "text 11", "text 19")
    for name in forgotten:
        opened.forget(name)
    left = bytes_of(opened)
    assert [word for name in forgotten for word in words[name] if word.encode() in left] == []
    assert all(word.encode() in left for name in words.keys() - set(forgotten) for word in words[name])
    assert opened.verify().faults == ()
