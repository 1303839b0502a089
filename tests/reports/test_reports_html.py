"""The HTML is one safe, self-contained file: nothing loads, nothing runs, hostile words stay words."""

import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_factory import (
    CLAIMS,
    ENTRIES,
    MENTIONS,
    TODAY,
    TOTALS,
    VENTURE,
    VENTURE_ENTRY,
    analysis,
    document,
    entry,
    reading,
)

from lodeline.claims.claim import Party, Reading
from lodeline.documents.document import Document, Publication
from lodeline.language.analysis import Analysis, Sentence, ZoneSpan
from lodeline.ledger.commitment import Conflict, Link, PartyEntry
from lodeline.reports.assemble import ledger_page
from lodeline.reports.brief import brief_page
from lodeline.reports.html import brief_html, ledger_html
from lodeline.reports.markdown import brief_markdown, ledger_markdown
from lodeline.reports.markup import inside_link, outside_link, tag

LOADING = {"src", "srcset", "poster", "data", "action", "formaction", "background", "ping", "manifest", "xlink:href"}
"""Attributes by which a page loads or sends something."""
ELEMENTS = """
html head meta title style body header main footer nav section article aside figure figcaption div p h1 h2 h3 h4
span strong a ul ol li dl dt dd table thead tbody tr th td blockquote q mark code time details summary
svg line rect circle path text
"""
HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>' onmouseover='alert(3)' & <b>"


class Page(HTMLParser):
    """Elements, attributes and shown text of a page."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in {"meta", "br", "hr"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text.append(data)

    def values(self, attribute: str) -> list[str]:
        return [attributes[attribute] or "" for _, attributes in self.elements if attribute in attributes]


def ledger(source: Document | None = None) -> str:
    return ledger_html(ledger_page(ENTRIES, TOTALS, [source or document()], TODAY))


def brief() -> str:
    return brief_html(brief_page(document(), analysis(), reading(), ENTRIES, TODAY))


def hostile_document(words: str) -> Document:
    return document(
        name=words,
        text=words,
        title=words,
        publisher=words,
        url=f"javascript:{words}",
        source=words,
        left_out=(words,),
        published=Publication("2031", "inferred", words),
    )


def hostile_ledger(words: str) -> str:
    claim = replace(
        VENTURE,
        evidence=words,
        start=0,
        stop=len(words),
        subject=words,
        attributed_to=(words,),
        rule=words,
        reader=words,
        parties=(Party(words, "partner"),),
        also=((0, len(words)),),
    )
    hostile = entry(
        words,
        claim,
        parties=(PartyEntry("e", words, words, None, (words, "other")),),
        amounts=(replace(VENTURE_ENTRY.amounts[0], promisor=words, instrument=words, why=words),),
        commodities=(words,),
        assets=(words,),
        places=(words,),
        conditions=(words,),
        conflicts=(Conflict(words, ((words, claim.id),), words, words),),
        links=(Link(words, VENTURE_ENTRY.id, words),),
        why=(words,),
    )
    return ledger_html(ledger_page([hostile], TOTALS, [hostile_document(words)], TODAY))


def hostile_brief(words: str) -> str:
    whole = Analysis(
        words,
        "en",
        None,
        (ZoneSpan(0, len(words), "body", words),),
        (Sentence(0, len(words), "body", (), 0),),
        (replace(MENTIONS[2], start=0, stop=len(words), name=words),),
        (),
    )
    claim = replace(VENTURE, evidence=words, start=0, stop=len(words), subject=words, rule=words, support={})
    made = brief_page(hostile_document(words), whole, Reading(VENTURE.document, (claim,)), (), TODAY)
    return brief_html(made)


@pytest.mark.parametrize("source", [ledger(), brief(), hostile_ledger(HOSTILE), hostile_brief(HOSTILE)])
def test_a_page_is_well_formed_and_of_known_elements(source: str) -> None:
    page = Page(source)
    assert page.open == []
    assert {name for name, _ in page.elements} <= set(ELEMENTS.split())


@pytest.mark.parametrize("source", [ledger(), brief(), hostile_ledger(HOSTILE), hostile_brief(HOSTILE)])
def test_nothing_is_loaded_and_nothing_runs(source: str) -> None:
    page = Page(source)
    attributes = {name for _, each in page.elements for name in each}
    assert not attributes & LOADING
    assert not any(name.startswith("on") or name == "style" for name in attributes)
    assert "url(" not in source
    assert "@import" not in source
    assert all(link.startswith(("#", "https://example.org/")) for link in page.values("href"))


@pytest.mark.parametrize("made", [hostile_ledger, hostile_brief])
def test_hostile_words_stay_words(made: object) -> None:
    source = made(HOSTILE)  # type: ignore[operator]
    assert "<script" not in source
    assert "<img" not in source
    assert "javascript:" not in "".join(Page(source).values("href"))
    assert HOSTILE in "".join(Page(source).text)


@given(st.text(alphabet=st.sampled_from("<>&\"'/=`-! \n\0abscript:"), min_size=1, max_size=60))
@settings(max_examples=40)
def test_no_text_can_open_an_element_or_an_attribute(words: str) -> None:
    plain = Page(hostile_ledger("x" * len(words)))
    tried = Page(hostile_ledger(words))
    assert Counter(name for name, _ in tried.elements) <= Counter(name for name, _ in plain.elements) + Counter(
        {"mark": 9, "span": 9, "q": 9}
    )
    assert tried.open == []
    assert {name for _, each in tried.elements for name in each} <= {
        name for _, each in plain.elements for name in each
    }


def test_links_outside_open_to_the_web_alone_and_leak_nothing() -> None:
    assert outside_link("x", "javascript:alert(1)").source == "x"
    link = Page(outside_link("x", 'https://example.org/"><b>').source)
    assert link.elements == [
        ("a", {"href": 'https://example.org/"><b>', "rel": "noopener noreferrer nofollow"}),
    ]


def test_the_policy_allows_our_own_style_by_its_hash_and_nothing_else() -> None:
    source = ledger()
    style = re.search(r"<style>(.*?)</style>", source, re.DOTALL)
    policy = next(each["content"] for _, each in Page(source).elements if each.get("http-equiv"))
    assert style
    digest = b64encode(sha256(style.group(1).encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize("source", [ledger(), brief()])
def test_links_inside_lead_somewhere_and_places_are_named_once(source: str) -> None:
    page = Page(source)
    places = page.values("id")
    assert len(places) == len(set(places))
    assert {link[1:] for link in page.values("href") if link.startswith("#")} <= set(places)


@pytest.mark.parametrize("source", [ledger(), brief()])
def test_badges_and_foot_are_on_every_page(source: str) -> None:
    text = "".join(Page(source).text)
    assert "INVENTED" in text
    assert "unreviewed" in text
    assert "Conditional, not advice; read by rules, unreviewed." in text
    assert re.search(r"Lodeline (\d|development)", text)


def test_every_card_and_every_claim_carries_the_unreviewed_badge() -> None:
    badge = 'class="badge unreviewed"'
    assert all(badge in card for card in ledger().split("<article")[1:])
    assert len(ledger().split("<article")) == len(ENTRIES) + 1
    assert brief().count(badge) == len(CLAIMS) + 1


def test_a_real_document_is_not_called_invented() -> None:
    assert "INVENTED" not in "".join(Page(ledger(document(invented=False))).text)


@pytest.mark.parametrize("made", [ledger, brief])
def test_the_same_page_is_the_same_bytes(made: object) -> None:
    assert made() == made()  # type: ignore[operator]


def quotes(source: str) -> list[str]:
    found = re.findall(r"<(?:blockquote|q)\b[^>]*>(.*?)</(?:blockquote|q)>", source, re.DOTALL)
    return ["".join(Page(f"<div>{each}</div>").text) for each in found]


def test_no_quote_of_the_ledger_is_longer_than_three_hundred_characters() -> None:
    long = "tin and tungsten " * 200
    source = hostile_ledger(long)
    assert quotes(source)
    assert max(map(len, quotes(source))) <= 300


def test_a_page_names_the_file_and_not_where_it_lies_on_the_machine() -> None:
    assert "/tmp/lantern.txt" not in ledger() + brief()
    assert "lantern.txt" in brief()


def test_every_chart_tells_in_words_what_it_draws() -> None:
    for source in (ledger(), brief()):
        drawings = [each for name, each in Page(source).elements if name == "svg"]
        assert all(each.get("role") == "img" and each.get("aria-label") for each in drawings)
    assert "2031-03-04 struck" in ledger()


def test_a_range_is_drawn_as_a_range() -> None:
    bars = [each for name, each in Page(ledger()).elements if name == "rect"]
    usd = [each for each in bars if "announced" in (each["class"] or "")][:2]
    # The axis ends at 2 bn: 1.25 bn is 62.5 %, the open 0.4 bn is 20 %.
    assert [(each["x"], each["width"], "range" in (each["class"] or "")) for each in usd] == [
        ("0.00%", "62.50%", False),
        ("62.50%", "20.00%", True),
    ]


def figures(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d[\d\u202f.,–]*\d|\d", text))


@pytest.mark.parametrize("label", ["ledger", "brief"])
def test_html_and_markdown_tell_the_same_values(label: str) -> None:
    if label == "ledger":
        shown = ledger_page(ENTRIES, TOTALS, [document()], TODAY)
        values = [fact for shelf in shown.shelves for card in shelf.cards for fact in card.facts]
        texts = (ledger_html(shown), ledger_markdown(shown))
        told = [each.value for each in values] + [bar.value for group in shown.totals for bar in group.bars]
        words = [quote.text for shelf in shown.shelves for card in shelf.cards for quote in card.quotes]
    else:
        made = brief_page(document(), analysis(), reading(), ENTRIES, TODAY)
        texts = (brief_html(made), brief_markdown(made))
        told = [fact.value for line in made.claims for fact in line.slots] + [row.value for row in made.money]
        words = [row.reason for row in made.numbers] + [each.text for each in made.questions]
    html = "".join(Page(texts[0]).text) + " ".join(Page(texts[0]).values("title"))
    markdown = re.sub(r"\\(.)", r"\1", texts[1])
    for value in told:
        assert value.text in html
        assert value.text in markdown
        assert value.exact in html
        assert value.exact in markdown
    for text in words:
        assert text in html
        assert text in markdown


def test_the_builder_escapes_text_and_attributes() -> None:
    assert tag("p", "a < b & c", title='"x"').source == '<p title="&quot;x&quot;">a &lt; b &amp; c</p>'
    assert tag("p", None, ["a", ("b",)], class_=None, hidden=True).source == "<p hidden>ab</p>"
    assert inside_link("x", 'a"b').source == '<a href="#a&quot;b">x</a>'
