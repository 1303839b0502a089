"""The Markdown shows hostile words as words, keeps tables whole and carries the same badges."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from report_factory import CLAIMS, ENTRIES, TODAY, TOTALS, analysis, document, reading

from lodeline.reports.assemble import ledger_page
from lodeline.reports.brief import brief_page
from lodeline.reports.markdown import brief_markdown, ledger_markdown
from lodeline.reports.marking import link, plain, table


def ledger() -> str:
    return ledger_markdown(ledger_page(ENTRIES, TOTALS, [document()], TODAY))


def brief() -> str:
    return brief_markdown(brief_page(document(), analysis(), reading(), ENTRIES, TODAY))


def rendered(source: str) -> str:
    return str(MarkdownIt("commonmark", {"html": True, "linkify": False}).enable("table").render(source))


def shown(source: str) -> str:
    """The text of rendered Markdown; an element that is more than a paragraph stays visible."""
    inner = rendered(source).strip().removeprefix("<p>").removesuffix("</p>")
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        inner = inner.replace(entity, sign)
    return inner


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a | b",
        "[x](javascript:alert(1))",
        "![x](https://example.org/p.png)",
        "**bold** _it_ `code` ~~gone~~",
        "# head",
        "- item",
        "1. item",
        "> quote",
        "&lt;b&gt;",
        "<https://example.org>",
        "back\\slash",
        "---",
        "+ more",
    ],
)
def test_signs_of_markdown_are_shown_as_they_are(text: str) -> None:
    assert shown(plain(text)) == text


@given(st.text(alphabet=st.sampled_from("*_`[]()<>#|~!&;\\-+=.:/1a b"), min_size=1, max_size=40))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    told = text.strip()
    assert re.sub(r"\s+", " ", shown(f"x {plain(told)}")) == re.sub(r"\s+", " ", f"x {told}").strip()


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_cell_can_break_its_table(one: str, other: str) -> None:
    made = table(("A", "B"), [[plain(one), plain(other)]])
    assert made.count("\n") == 2
    html = rendered(made)
    assert (html.count("<tr>"), html.count("<td>")) == (2, 2)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "https://a b", None])
def test_an_address_that_is_not_of_the_web_is_no_link(url: str | None) -> None:
    assert link("name", url) == "name"


def test_a_link_cannot_be_broken_out_of() -> None:
    made = rendered(link("a] (b", "https://example.org/a>)<b>"))
    assert made.count("<a ") == 1
    assert "<b>" not in made


@pytest.mark.parametrize("source", [ledger(), brief()])
def test_every_row_of_a_table_has_the_columns_of_its_head(source: str) -> None:
    html = rendered(source)
    for made in re.findall(r"<table>.*?</table>", html, re.DOTALL):
        heads = made.count("<th>")
        assert all(row.count("<td>") in (0, heads) for row in made.split("<tr>"))
    assert html.count("<table>") >= 2


@pytest.mark.parametrize("source", [ledger(), brief()])
def test_badges_and_foot_are_on_every_page(source: str) -> None:
    text = rendered(source)
    assert "INVENTED" in text
    assert "[unreviewed]" in text
    assert "Conditional, not advice; read by rules, unreviewed." in text


def test_every_card_and_every_claim_is_marked_unreviewed() -> None:
    cards = ledger().split("\n### ")[1:]
    assert len(cards) == len(ENTRIES)
    assert all(r"\[unreviewed\]" in card for card in cards)
    assert brief().count(r"\[unreviewed\]") == len(CLAIMS) + 1


def test_a_real_document_is_not_called_invented() -> None:
    assert "INVENTED" not in ledger_markdown(ledger_page(ENTRIES, TOTALS, [document(invented=False)], TODAY))
