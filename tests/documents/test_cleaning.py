"""Bytes to frozen text: encodings, binary data, and a normalisation that rarely changes anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lodeline.documents.cleaning import decode, normalise
from lodeline.errors import EmptyText, NotText


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251"])
def test_russian_text_is_decoded_from_its_encoding(encoding: str) -> None:
    text = "Соглашение о поставке меди подписано."
    assert normalise(decode(text.encode(encoding), "a.txt"), "a.txt") == text


def test_western_letters_in_latin_words_are_not_taken_for_cyrillic() -> None:
    assert decode("Société minière à Orléans".encode("cp1252"), "a.txt") == "Société minière à Orléans"


def test_the_charset_that_a_page_declares_is_used_before_the_fallback() -> None:
    page = '<meta charset="koi8-r"><p>Медь и никель</p>'.encode("koi8-r")
    assert "Медь и никель" in decode(page, "a.html")


def test_an_unknown_declared_charset_falls_back() -> None:
    page = '<meta charset="martian"><p>Медь и никель</p>'.encode("cp1251")
    assert "Медь и никель" in decode(page, "a.html")


@pytest.mark.parametrize(
    ("raw", "met"),
    [
        (b"%PDF-1.7 ...", "a PDF document"),
        (b"PK\x03\x04abc", "a ZIP archive or office document"),
        (b"words\x00and\x00words", "binary data"),
        (bytes(range(1, 9)) * 50, "binary data"),
        (b"\xff\xfea", "broken utf-16"),
    ],
)
def test_bytes_that_are_no_text_are_refused_by_what_they_are(raw: bytes, met: str) -> None:
    with pytest.raises(NotText, match=met):
        decode(raw, "a.txt")


@pytest.mark.parametrize("kept", ["a\u00a0b", "a\u202fb", " a ", "a\tb\n\n\nb\n", "а\u00adб", "“a” — ‘b’…"])
def test_spaces_quotes_and_lines_stay_as_they_are(kept: str) -> None:
    assert normalise(kept, "a.txt") == kept


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("\ufeffa", "a"),
        ("a\x00\x07b\x85c", "abc"),
        ("и\u0306", "й"),
        ("a\ud800b", "ab"),
    ],
)
def test_what_the_normalisation_changes(text: str, clean: str) -> None:
    assert normalise(text, "a.txt") == clean


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff", "… — !"])
def test_a_text_without_letters_or_digits_is_empty(text: str) -> None:
    with pytest.raises(EmptyText, match=r"a\.txt: the text is empty"):
        normalise(text, "a.txt")


@given(st.text(min_size=1))
def test_the_normalisation_is_final(text: str) -> None:
    once = normalise(text + "x", "a.txt")
    assert normalise(once, "a.txt") == once
