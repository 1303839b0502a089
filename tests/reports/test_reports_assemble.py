"""The ledger page: shelves in order, every value with its quote, totals apart, badges, in whatever order texts come."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_factory import (
    ENTRIES,
    LOAN,
    LOAN_ENTRY,
    MINE_ENTRY,
    TODAY,
    TOTALS,
    VENTURE,
    VENTURE_ENTRY,
    claim,
    document,
    entry,
)

from lodeline.documents.document import DocumentId, Publication
from lodeline.ledger.commitment import Link, StatusPoint, Totals
from lodeline.reports.assemble import ledger_page
from lodeline.reports.html import ledger_html
from lodeline.reports.pages import QUOTE_LIMIT, Card, LedgerPage


def page(*entries: object, totals: Totals = TOTALS) -> LedgerPage:
    return ledger_page(entries or ENTRIES, totals, [document()], TODAY)  # type: ignore[arg-type]


def cards(shown: LedgerPage) -> list[Card]:
    return [card for shelf in shown.shelves for card in shelf.cards]


def card_of(shown: LedgerPage, title: str) -> Card:
    return next(card for card in cards(shown) if card.title == title)


def test_books_come_in_their_order_and_only_those_with_entries() -> None:
    said = entry("Said", VENTURE, book="voices", stage=None, bindingness=None)
    seen = entry("Seen", LOAN, book="events", stage=None, bindingness=None)
    assert [shelf.title for shelf in page(said, VENTURE_ENTRY, seen).shelves] == ["Commitments", "Events", "Voices"]


def test_the_furthest_stage_comes_first_and_what_left_the_ladder_last() -> None:
    stages = ("announced", "cancelled", "fulfilled", "under_discussion", "struck", "suspended")
    made = [entry(stage, VENTURE, stage=stage) for stage in stages]
    shown = [card.stage for card in cards(page(*made))]
    assert shown == ["fulfilled", "struck", "announced", "under_discussion", "suspended", "cancelled"]


def test_within_a_stage_entries_stand_by_date_with_undated_ones_last() -> None:
    made = [entry(str(day), VENTURE, date=day) for day in (None, "2031-05", "2030")]
    assert [card.date for card in cards(page(*made))] == ["2030", "2031-05", ""]


@given(st.permutations(ENTRIES), st.booleans())
def test_the_order_of_reading_does_not_show(entries: list[object], turned: bool) -> None:
    other = document(id=DocumentId("other"), name="other", published=Publication(None, "unknown", "no date"))
    documents = [document(), other]
    shown = ledger_page(entries, TOTALS, documents[::-1] if turned else documents, TODAY)  # type: ignore[arg-type]
    assert ledger_html(shown) == ledger_html(ledger_page(ENTRIES, TOTALS, documents, TODAY))


def test_each_value_cites_the_words_it_stands_on() -> None:
    facts = {(fact.label, fact.value.text): fact for fact in card_of(page(), "Tin venture").facts}
    place = facts["Place", "Chile"].citations[0]
    assert (place.quotes, place.words, place.rule) == ((1,), "Chile", "")
    mineral = facts["Mineral", "tin"].citations[0]
    assert (mineral.words, mineral.rule) == ("", "mineral_of_the_company")


def test_a_party_shows_its_share_with_the_words_for_both_and_its_other_names() -> None:
    fact = card_of(page(), "Tin venture").facts[0]
    assert fact.label == "Partner"
    assert fact.value.text.startswith("Tin Lantern Mining, 60")
    assert fact.citations[0].words == "Tin Lantern Mining … 60 percent"
    assert fact.note == "also named Tin Lantern"


def test_a_party_is_found_in_a_claim_by_an_alias() -> None:
    known = VENTURE_ENTRY.parties[1]
    renamed = replace(VENTURE_ENTRY, parties=(replace(known, name="Marrow", names=("Marrow",)),))
    assert card_of(page(renamed), "Tin venture").facts[0].citations[0].words == "Marrow Ores"


def test_claims_that_give_a_value_in_the_same_words_share_one_citation() -> None:
    again = replace(VENTURE, id=replace(LOAN).id)
    told = replace(VENTURE_ENTRY, claims=(VENTURE, again))
    place = next(fact for fact in card_of(page(told), "Tin venture").facts if fact.label == "Place")
    assert [each.quotes for each in place.citations] == [(1, 2)]


def test_a_sum_says_what_kind_it_is_and_why_it_counts_or_not() -> None:
    line = card_of(page(), "Letter of interest").money[0]
    assert (line.kind, line.who, line.counts) == ("total", "Harbour Bank, letter of interest", False)
    assert line.why == "may pay for the venture"
    assert line.citations[0].words == "400 million dollars"


def test_the_strip_goes_in_time_with_undated_rungs_last_and_one_dot_a_day_and_rung() -> None:
    points = [("2031-03-04", "struck"), (None, "announced"), ("2030", "preliminary"), ("2031-03-04", "struck")]
    history = tuple(StatusPoint(day, "agreed", stage, VENTURE.id, VENTURE.document) for day, stage in points)  # type: ignore[arg-type]
    strip = card_of(page(replace(VENTURE_ENTRY, status_history=history)), "Tin venture").strip
    assert [(dot.date, dot.stage) for dot in strip] == [
        ("2030", "preliminary"),
        ("2031-03-04", "struck"),
        ("undated", "announced"),
    ]


def test_a_conflict_keeps_all_values_and_the_rule_that_chose() -> None:
    conflict = card_of(page(), "Tin venture").conflicts[0]
    assert [fact.value.text for fact in conflict.values] == ["1.25 bn USD", "1.4 bn USD"]
    assert (conflict.shown, conflict.rule) == ("1.25 bn USD", "recency")


def test_a_link_leads_to_the_other_card_only_where_it_is_on_the_page() -> None:
    there = (card_of(page(), "Letter of interest").anchor, "Letter of interest")
    assert card_of(page(), "Tin venture").links[0].entries == (there,)
    assert card_of(page(VENTURE_ENTRY), "Tin venture").links[0].entries == ((None, LOAN_ENTRY.id),)


def test_links_of_one_kind_and_reason_stand_together() -> None:
    near = [Link("same_asset", other.id, "both name it") for other in (LOAN_ENTRY, MINE_ENTRY)]
    links = (*near, Link("same_asset", LOAN_ENTRY.id, "the same day"))
    shown = card_of(page(replace(VENTURE_ENTRY, links=links), LOAN_ENTRY, MINE_ENTRY), "Tin venture").links
    assert [(link.why, [title for _, title in link.entries]) for link in shown] == [
        ("both name it", ["Letter of interest", "Tin mine"]),
        ("the same day", ["Letter of interest"]),
    ]


def test_a_link_that_no_text_states_is_presumed() -> None:
    link = Link("part_of", LOAN_ENTRY.id, "same days", certain=False)
    assert card_of(page(replace(VENTURE_ENTRY, links=(link,))), "Tin venture").links[0].relation == "part of (presumed)"


def test_currencies_are_never_added_and_the_unknown_one_comes_last() -> None:
    assert [group.currency for group in page().totals] == ["USD", "Currency not stated"]
    announced, firm, delivered = page().totals[0].bars
    assert (announced.low, announced.high) == (Decimal(1250000000), Decimal(1650000000))
    assert firm.high == Decimal(250000000)
    assert (delivered.low, delivered.value.text) == (None, "none known")


def test_a_missing_total_is_not_shown_as_zero() -> None:
    shown = ledger_html(page())
    assert "none known" in shown
    assert "0 USD" not in shown.replace("000 USD", "")


def test_long_evidence_is_clipped() -> None:
    long = replace(VENTURE, evidence="word " * 200, stop=VENTURE.start + 1000)
    quote = cards(page(replace(VENTURE_ENTRY, claims=(long,))))[0].quotes[0]
    assert len(quote.text) <= QUOTE_LIMIT
    assert quote.text.endswith("…")


def test_the_texts_other_wordings_are_shown_clipped() -> None:
    again = replace(VENTURE, also=((0, len(document().text)),))
    quote = cards(page(replace(VENTURE_ENTRY, claims=(again,))))[0].quotes[0]
    assert [len(text) <= QUOTE_LIMIT for text in quote.again] == [True]


@pytest.mark.parametrize("invented", [True, False])
def test_a_card_is_marked_invented_where_a_source_is(invented: bool) -> None:
    shown = ledger_page([MINE_ENTRY], TOTALS, [document(invented=invented)], TODAY)
    assert cards(shown)[0].invented is invented
    assert shown.invented is invented


def test_nothing_is_reviewed_until_a_person_has_seen_it() -> None:
    assert not any(card.reviewed for card in cards(page()))


def test_an_entry_whose_document_is_not_at_hand_is_still_shown() -> None:
    shown = ledger_page([LOAN_ENTRY], TOTALS, [], TODAY)
    quote = cards(shown)[0].quotes[0]
    assert quote.source == 0
    assert quote.lead == "A source that is not at hand reports:"
    assert quote.text == LOAN.evidence
    assert "400 million dollars" in ledger_html(shown)


def test_claims_from_a_file_without_support_still_name_their_quote() -> None:
    bare = claim(9, "financing", LOAN.evidence, parties=LOAN.parties, commodities=("tin",))
    fact = cards(page(entry("Bare", bare, commodities=("tin",))))[0].facts[0]
    assert [(each.quotes, each.words, each.rule) for each in fact.citations] == [((1,), "", "")]


def test_an_empty_ledger_is_a_page_too() -> None:
    shown = ledger_page([], Totals((), (), ()), [], TODAY)
    assert shown.shelves == ()
    assert "No sum of money counts yet" in ledger_html(shown)
