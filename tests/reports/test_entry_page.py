"""The page of one entry: every text a row, every value with its quote, nothing that leads nowhere."""

import re
from datetime import date

from exports_factory import documents, entries

from lodeline.ledger.commitment import Entry
from lodeline.reports.entry_page import entry_page
from lodeline.reports.html import entry_html
from lodeline.reports.pages import EntryPage

ENTRIES = entries()


def page(entry: Entry) -> EntryPage:
    return entry_page(entry, {each.id: each.title for each in ENTRIES}, documents(), date(2031, 4, 1))


def venture() -> Entry:
    return next(entry for entry in ENTRIES if entry.kind == "joint_venture")


def test_how_it_came_about_has_a_row_for_each_text_with_the_stage_after_it() -> None:
    rows = page(venture()).history
    assert [(row.published, row.told, row.stage) for row in rows] == [
        ("2031-03-01", "memorandum", "preliminary"),
        ("2031-03-02", "binding contract", "committed"),
    ]


def test_a_value_is_news_only_in_the_text_that_tells_it_first() -> None:
    first, second = page(venture()).history
    assert first.values
    assert second.values == ()


def test_the_last_stage_of_the_history_is_that_of_the_entry() -> None:
    for entry in ENTRIES:
        if entry.book == "commitments":
            assert page(entry).history[-1].stage == entry.stage


def test_only_the_texts_that_tell_it_are_on_the_page_and_the_citation_names_them() -> None:
    shown = page(venture())
    assert [source.name for source in shown.sources] == ["text-0", "text-1"]
    assert venture().id in shown.citation
    assert "The Invented Herald (2031-03-01)" in shown.citation


def test_every_way_inside_the_page_leads_somewhere_and_nothing_loads() -> None:
    for entry in ENTRIES:
        html = entry_html(page(entry))
        targets = set(re.findall(r'\bid="([^"]+)"', html))
        assert set(re.findall(r'href="#([^"]+)"', html)) <= targets
        assert not re.search(r"<script|\bsrc=|url\(|@import", html)


def test_an_entry_of_no_ladder_has_a_page_without_stages() -> None:
    meeting = next(entry for entry in ENTRIES if entry.kind == "meeting")
    html = entry_html(page(meeting))
    assert "Money, line by line" not in html
    assert [row.stage for row in page(meeting).history] == [None]
