"""The stable form that other programs read."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from ledger_factory import claim, document, entries_of, loan, party, told, usd, venture

from lodeline.ledger.book import telling
from lodeline.ledger.history import derive
from lodeline.ledger.totals import totals
from lodeline.ledger.views import QUOTE_LIMIT, clip, entry_json, number, totals_json

STABLE = {
    *("id", "kind", "stage", "bindingness", "status_history", "parties", "shares", "amounts", "commodities", "places"),
    *("assets", "conflicts", "sources", "links", "evidence"),
}


def test_the_stable_keys_are_all_there() -> None:
    for entry in entries_of(venture(amount=usd(300)), loan("A Bank", 95)):
        assert set(entry_json(entry)) >= STABLE


def test_an_entry_is_plain_json_with_plain_numbers() -> None:
    (entry,) = entries_of(venture(amount=usd(1100, "about"), shares=(66.7, 33.3)))
    held = json.loads(json.dumps(entry_json(entry)))
    assert held["amounts"][0]["value"] == 1_100_000_000
    assert held["shares"] == {"Northlight Mining": 66.7, "Tas Resources": 33.3}


def test_what_is_not_told_is_null_and_never_zero() -> None:
    (entry,) = entries_of(venture(amount=usd(17, currency=None), shares=(None, None), commodities=(), assets=()))
    held = entry_json(entry)
    assert held["amounts"][0]["currency"] is None
    assert held["shares"] == {}
    assert held["date"] is None


@pytest.mark.parametrize(("value", "plain"), [("1.1E+9", 1_100_000_000), ("33.3", 33.3), (None, None)])
def test_numbers_are_whole_where_they_are_whole(value: str | None, plain: float | None) -> None:
    made = number(None if value is None else Decimal(value))
    assert made == plain
    assert type(made) is type(plain)


def test_a_quote_is_cut_at_the_limit_and_keeps_its_offsets() -> None:
    text = "A venture was struck " + "by the two old firms " * 30
    made = document("story", text)
    (entry,) = derive([telling(made, venture(doc=made.id, evidence=text))])
    (evidence,) = entry_json(entry)["evidence"]
    assert len(evidence["quote"]) <= QUOTE_LIMIT
    assert evidence["quote"].endswith("…")
    assert (evidence["start"], evidence["stop"]) == (0, len(text))
    assert evidence["name"] == "story"


def test_a_short_quote_is_whole() -> None:
    assert clip("Short.") == "Short."


def test_a_measure_has_a_status_and_no_stage() -> None:
    (entry,) = entries_of(claim("restriction", "in_force", party("Peru", "imposer"), action="impose"))
    assert [(p["status"], p["stage"]) for p in entry_json(entry)["status_history"]] == [("in_force", None)]


def test_sources_name_their_documents_in_order_of_publication() -> None:
    first, second = document("first", "One told it."), document("second", "Two told it.", "2030-05-01")
    tellings = [telling(d, venture(doc=d.id, evidence=d.text)) for d in (second, first)]
    (entry,) = derive(tellings)
    assert [source["name"] for source in entry_json(entry)["sources"]] == ["first", "second"]


def test_totals_stand_apart_and_say_when_no_currency_is_stated() -> None:
    held = totals_json(totals(entries_of(told(venture(amount=usd(17, currency=None))))))
    assert set(held) == {"announced", "firm", "delivered"}
    assert held["announced"][0]["currency"] is None
    assert held["firm"] == []
