"""From paths to documents: every form, every bad input, and a run that no bad item stops."""

import io
import json
from pathlib import Path

import pytest

from lodeline.documents.document import Document
from lodeline.documents.library import Library, sha256
from lodeline.documents.loading import Failure, load
from lodeline.errors import NotADate

STORY = "ГРАНИТОГОРСК, 14 мая 2031 — Завод сдан, и в нём будет работать четыреста человек."
PAGE = f"<html><head><title>Завод</title></head><body><article><p>{STORY}</p><p>{STORY * 3}</p></article></body></html>"


def read(*paths: Path | str, published: str | None = None, stdin: bytes = b"") -> list[Document | Failure]:
    return list(load([str(path) for path in paths], published=published, stdin=io.BytesIO(stdin)))


def one(path: Path | str, stdin: bytes = b"") -> Document:
    (document,) = read(path, stdin=stdin)
    assert isinstance(document, Document), document
    return document


def error(path: Path | str, stdin: bytes = b"") -> str:
    (failure,) = read(path, stdin=stdin)
    assert isinstance(failure, Failure), failure
    return str(failure.error)


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def test_a_text_file_is_a_document_with_its_language_and_date(tmp_path: Path) -> None:
    document = one(written(tmp_path / "plant.txt", STORY))
    assert (document.name, document.text, document.language) == ("plant", STORY, "ru")
    assert (document.published.date, document.published.origin) == ("2031-05-14", "inferred")
    assert document.raw_sha256 == sha256(STORY.encode())


def test_a_page_gives_its_article_and_title(tmp_path: Path) -> None:
    document = one(written(tmp_path / "plant.html", PAGE))
    assert STORY in document.text
    assert document.title == "Завод"
    assert "trafilatura" in document.cleaner


def test_a_page_in_an_old_encoding_is_read(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">')
    assert STORY in one(written(tmp_path / "plant.html", page.replace("—", "-").encode("cp1251"))).text.replace(
        "-", "—"
    )


def test_json_gives_text_as_it_is_and_its_metadata(tmp_path: Path) -> None:
    item = {
        "id": "n1",
        "text": f" {STORY}\u00a0\n",
        "published": "2031-05-15",
        "url": "https://example.org/n1",
        "title": "Завод",
        "publisher": "Гранит",
        "invented": True,
    }
    document = one(written(tmp_path / "a.json", json.dumps(item)))
    assert document.text == item["text"]
    assert (document.name, document.title, document.publisher, document.invented) == ("n1", "Завод", "Гранит", True)
    assert (document.published.date, document.published.origin) == ("2031-05-15", "metadata")


def test_metadata_are_one_line_without_control_characters(tmp_path: Path) -> None:
    item = {"text": STORY, "title": "Завод\n\x1b[31mсдан", "id": "\x07"}
    document = one(written(tmp_path / "a.json", json.dumps(item)))
    assert (document.title, document.name) == ("Завод [31mсдан", "nameless")


def test_json_may_carry_a_page(tmp_path: Path) -> None:
    assert STORY in one(written(tmp_path / "a.json", json.dumps({"html": PAGE}))).text


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_many_items_in_one_file_are_many_documents_and_a_bad_one_stops_none(tmp_path: Path, name: str) -> None:
    items = [{"text": STORY}, {"words": 1}, {"text": STORY, "id": "z"}]
    lines = "\n".join(json.dumps(item) for item in items) + "\n"
    first, bad, last = read(written(tmp_path / name, json.dumps(items) if name == "a.json" else lines))
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(bad, Failure)
    assert 'only "words"' in str(bad.error)
    assert (first.name, last.name) == ("a-1", "z")
    assert first.id != last.id


def test_a_broken_line_of_json_lines_stops_no_other(tmp_path: Path) -> None:
    broken, good = read(written(tmp_path / "a.jsonl", '{"text": \n' + json.dumps({"text": STORY})))
    assert isinstance(broken, Failure)
    assert "line 1" in str(broken.error)
    assert isinstance(good, Document)


def test_a_folder_is_read_through_in_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("b.txt", "a.txt", "deep/c.txt", ".hidden.txt", "picture.png"):
        written(tmp_path / name, STORY)
    names = [item.name for item in read(tmp_path) if isinstance(item, Document)]
    assert names == ["a", "b", "c"]


@pytest.mark.parametrize("stdin", [STORY, PAGE, json.dumps({"text": STORY}), json.dumps([{"text": STORY}])])
def test_standard_input_is_told_by_its_content(stdin: str) -> None:
    document = one("-", stdin=stdin.encode())
    assert STORY in document.text
    assert document.source == "<stdin>"


def test_the_same_bytes_are_the_same_document_wherever_they_lie(tmp_path: Path) -> None:
    assert one(written(tmp_path / "a.txt", STORY)).id == one(written(tmp_path / "b.txt", STORY)).id
    assert one(written(tmp_path / "c.txt", STORY + "!")).id != one(tmp_path / "a.txt").id


def test_raw_bytes_are_kept_even_where_the_text_cannot_be_read(tmp_path: Path) -> None:
    library = Library(tmp_path / "raw")
    list(load([str(written(tmp_path / "a.json", b"{broken"))], library=library))
    assert library.fetch(sha256(b"{broken")) == b"{broken"


def test_the_given_date_is_used_where_metadata_are_silent(tmp_path: Path) -> None:
    (document,) = read(written(tmp_path / "a.txt", "Завод сдан вчера."), published="2031-05-16")
    assert isinstance(document, Document)
    assert (document.published.date, document.published.origin) == ("2031-05-16", "given")


def test_a_given_date_that_is_none_is_refused_at_once() -> None:
    with pytest.raises(NotADate, match="--published"):
        load([], published="soon")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.txt", b"", "the text is empty"),
        ("a.txt", b" \n ", "the text is empty"),
        ("a.html", b"", "the text is empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00", "not a text but a PNG picture"),
        ("a.txt", b"x" * 10_000_001, "10.0 MB, and the limit is 10 MB"),
        ("a.html", b"<p>x</p>" * 2_500_000, "20.0 MB, and the limit is 10 MB"),
        ("a.json", b'{"text": "a",\n  oops}', "broken JSON at line 2, column 3"),
        ("a.json", b"[" * 100_000, "nested too deeply"),
        ("a.json", b"[]", "an empty list"),
        ("a.json", b"7", "met int instead of an object"),
        ("a.json", b'{"text": 7}', '"text" is int'),
        ("a.txt", "中国企业签署铜矿供应协议".encode(), "looks like Chinese"),
        ("a.txt", "Компанія підписала угоду про видобуток міді".encode(), "looks like Ukrainian"),
    ],
)
def test_a_bad_file_is_one_clear_error_and_the_good_one_beside_it_is_read(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    good = written(tmp_path / "good.txt", STORY)
    failure, document = read(written(tmp_path / name, content), good)
    assert isinstance(document, Document)
    assert isinstance(failure, Failure)
    assert told in str(failure.error)
    assert name in str(failure.error)


def test_a_missing_file_names_the_one_that_was_meant(tmp_path: Path) -> None:
    written(tmp_path / "report.txt", STORY)
    assert f"did you mean {tmp_path / 'report.txt'}?" in error(tmp_path / "reprot.txt")


def test_a_folder_with_nothing_to_read_says_what_it_wants(tmp_path: Path) -> None:
    assert ".txt, .html" in error(tmp_path)


def test_a_file_that_may_not_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = written(tmp_path / "a.txt", STORY)
    monkeypatch.setattr("builtins.open", refuse)
    assert "cannot be opened (Permission denied)" in error(path)
