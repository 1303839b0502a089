"""Quotes are clipped, cut into marked pieces, led by an outlet; addresses that are no web addresses become no links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_factory import PACKAGE, VENTURE, document

from lodeline.reports.pages import QUOTE_LIMIT
from lodeline.reports.quoting import Mark, clip, lead, one_line, outlet, pieces, safe_url


@given(st.text(max_size=900), st.integers(min_value=2, max_value=QUOTE_LIMIT))
def test_a_clipped_text_keeps_to_the_limit_and_to_one_line(text: str, limit: int) -> None:
    shown = clip(text, limit)
    assert len(shown) <= limit
    assert shown.splitlines() in ([], [shown])
    assert not {"\x1b", "\u202e", "\u2028", "\0"} & set(shown)


def test_signs_that_turn_or_break_a_line_go_and_spaces_of_a_quote_stay() -> None:
    assert one_line("a\nb\u202ec\x1bd\u00a0e\u202ff") == "a b c d\u00a0e\u202ff"


def test_a_cut_falls_between_words_and_shows() -> None:
    assert clip("one two three", 9) == "one two…"


def test_a_word_longer_than_the_limit_is_cut_inside() -> None:
    assert clip("x" * 20, 5) == "xxxx…"


@given(st.text())
def test_one_line_keeps_every_offset(text: str) -> None:
    assert len(one_line(text)) == len(text)


marks = st.builds(
    lambda start, length, claim, slot: Mark(start, start + length, claim, slot),
    st.integers(0, 60),
    st.integers(1, 30),
    st.integers(1, 5),
    st.sampled_from(["", "amount", "date"]),
)


@given(st.text(max_size=60), st.integers(0, 20), st.lists(marks, max_size=6))
def test_pieces_joined_are_the_text_and_know_their_claims(text: str, start: int, found: list[Mark]) -> None:
    cut = pieces(text, start, found)
    assert "".join(piece.text for piece in cut) == text
    at = start
    for piece in cut:
        over = {mark.claim for mark in found if mark.start <= at and at + len(piece.text) <= mark.stop}
        assert set(piece.claims) == over
        at += len(piece.text)


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "//example.org/x",
        "http://",
        "https://[::1",
        "https://example.org/a b",
        "mailto:a@example.org",
    ],
)
def test_an_address_that_is_not_of_the_web_is_no_link(url: str | None) -> None:
    assert safe_url(url) is None


@pytest.mark.parametrize("url", ["https://example.org/a?b=c&d=е", "HTTP://example.org"])
def test_a_web_address_stays_as_it_is(url: str) -> None:
    assert safe_url(url) == url


def test_the_outlet_is_the_publisher_then_the_host_then_the_name() -> None:
    assert outlet(document()) == "The Invented Herald"
    assert outlet(document(publisher=None, url="https://www.example.org/tin")) == "example.org"
    assert outlet(document(publisher=None, url=None)) == "Text “lantern”"


def test_a_lead_says_who_reports_and_whom_they_cite() -> None:
    assert lead(document(), VENTURE) == "The Invented Herald reports:"
    assert lead(document(), PACKAGE) == "The Invented Herald reports, citing Ada Quill:"
    assert lead(None, VENTURE).startswith("A source that is not at hand")
