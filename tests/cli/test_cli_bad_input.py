"""Bad input: a clear line for the item, an exit code that says so, and the rest is read."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from cli_texts import ENGLISH, STORY, put
from conftest import Command

from lodeline.claims import extract
from lodeline.documents import detect as languages

BOMB = (
    '<?xml version="1.0"?>\n<!DOCTYPE rss [<!ENTITY a0 "copper ">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + ']>\n<rss version="2.0"><channel><item><description>&a9;</description></item></channel></rss>'
)
HEAVY = "<html><body><p " + " ".join(f'a{n}="1"' for n in range(100_000)) + ">Copper</p></body></html>"
BAD: list[tuple[str, bytes | None, str]] = [
    ("empty.txt", b"", "the text is empty"),
    ("blank.txt", b" \n\t\n", "the text is empty"),
    ("big.html", b"<p>copper</p>\n" * 1_430_000, "the limit is 10 MB"),
    ("binary.txt", bytes(range(256)) * 20, "not a text but"),
    ("chinese.txt", "中国企业签署铜矿供应协议".encode(), "looks like Chinese"),
    ("broken.json", b'{"text": "a",\n oops}', "broken JSON at line 2, column 2"),
    ("deep.json", b"[" * 100_000, "nested too deeply"),
    ("other.json", b'{"title": "a"}', 'each item must be an object with "text" or "html"'),
    ("feed.xml", BOMB.encode(), "not a text but XML"),
    ("feed.html", BOMB.encode(), "not a text but XML"),
    ("heavy.html", HEAVY.encode(), "the page could not be cleaned within 10 seconds and 512 MB"),
    ("missing.txt", None, "no such file or folder"),
]


@pytest.mark.parametrize(("name", "content", "told"), BAD, ids=[name for name, _, _ in BAD])
def test_a_bad_item_is_one_line_of_error_and_the_rest_is_read(
    lodeline: Command, name: str, content: bytes | None, told: str
) -> None:
    if content is not None:
        put(name, content)
    done = lodeline("read", name, put("good.txt", STORY))
    assert done.code == 1
    assert done.err.startswith(f"error: {name}")
    assert told in done.err
    assert len(done.err.splitlines()) == 1
    assert "good: Russian" in done.out


def test_a_bad_file_in_a_folder_does_not_cost_its_neighbours(lodeline: Command) -> None:
    for name, content in (("a.txt", STORY), ("b.json", '{"text": '), ("c.html", BOMB), ("d.txt", ENGLISH)):
        put(f"news/{name}", content)
    done = lodeline("read", "news", "--json")
    told = json.loads(done.out)
    assert done.code == 1
    assert [document["id"] for document in told["documents"]] == ["a", "d"]
    assert [failure["source"] for failure in told["failures"]] == ["news/b.json", "news/c.html"]


def test_a_text_that_would_take_minutes_is_refused(lodeline: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lodeline.reading.LONGEST", 10 * len(STORY))
    done = lodeline("read", put("long.txt", f"{STORY}\n" * 10), put("good.txt", STORY))
    assert done.code == 1
    assert "long: " in done.err
    assert "is not read at once; split it" in done.err
    assert "good: Russian" in done.out


def test_a_missing_file_is_told_with_the_one_that_was_meant(lodeline: Command) -> None:
    put("good.txt", STORY)
    done = lodeline("read", "gud.txt", "good.txt")
    assert done.code == 1
    assert "gud.txt: no such file or folder; did you mean good.txt?" in done.err


def breaks_on_cursed(sound: Callable[..., Any]) -> Callable[[Any], Any]:
    """A reader that breaks on texts with the word, and reads all others."""

    def read(document: Any, explain: bool = False) -> Any:
        if "Cursed" in document.text:
            raise IndexError("tuple index out of range")
        return sound(document, explain)

    return read


@pytest.mark.parametrize("command", ["read", "extract", "brief"])
def test_a_fault_of_the_reader_is_one_line_and_the_rest_is_read(
    lodeline: Command, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr("lodeline.claims.extract.read", breaks_on_cursed(extract.read))
    put("news/a.txt", f"Cursed. {ENGLISH}")
    put("news/b.txt", ENGLISH)
    run = lodeline(command, "news")
    assert run.code == 1
    assert run.err.count("error:") == len(run.err.strip().splitlines()) == 1
    assert "a: the reader failed on this text (IndexError" in run.err
    assert "please report it with the text" in run.err
    assert "Traceback" not in run.err
    assert "supply" in run.out.casefold()
    assert "Traceback (most recent call last)" in lodeline("--debug", command, "news").err


def test_a_fault_in_opening_one_text_is_one_line_too(lodeline: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = languages.detect

    def detect(text: str, declared: str | None) -> Any:
        return 1 // 0 if "Cursed" in text else sound(text, declared)

    monkeypatch.setattr("lodeline.documents.loading.detect", detect)
    run = lodeline("read", put("a.txt", f"Cursed. {ENGLISH}"), put("b.txt", ENGLISH))
    assert run.code == 1
    assert "a.txt: the reader failed on this text (ZeroDivisionError" in run.err
    assert "b: English" in run.out


def test_a_fault_of_the_command_itself_is_a_line_and_a_traceback_on_demand(
    lodeline: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lodeline.workspace.Workspace.state", lambda *_: 1 // 0)
    run = lodeline("ledger")
    assert run.code == 2
    assert run.err.startswith("error: lodeline itself failed: ZeroDivisionError")
    assert len(run.err.splitlines()) == 1
    monkeypatch.setenv("LODELINE_DEBUG", "1")
    assert "Traceback (most recent call last)" in lodeline("ledger").err


def test_a_claim_that_its_words_contradict_is_told_with_the_reason(lodeline: Command) -> None:
    """A colleague's file with a figure that is not in the text."""
    wrong = {
        "kind": "supply",
        "status": "binding",
        "parties": [{"name": "Birch Copper", "role": "seller"}],
        "quantity": {"value": 90_000, "unit": "t/year", "qualifier": "exact"},
        "evidence": "Birch Copper signed a binding contract to sell 12,000 tonnes of copper concentrate a year",
    }
    put("given.json", json.dumps({"id": "given", "language": "en", "text": ENGLISH, "claims": [wrong]}))
    done = lodeline("read", "--claims", "given.json")
    assert "1 refused by the check of values" in done.out
    assert "    refused: quantity: " in done.out
    put("again.json", json.dumps({"id": "again", "language": "en", "text": ENGLISH + " ", "claims": [wrong]}))
    [document] = json.loads(lodeline("read", "--claims", "again.json", "--json").out)["documents"]
    assert document["refused"][0]["reason"].startswith("quantity: ")
