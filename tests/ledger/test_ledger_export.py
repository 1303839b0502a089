"""The canonical export is the same bytes whatever the order and times of reading (rule 10)."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_factory import claim, document, loan, make_tables, party, quantity, reading, usd, venture

from lodeline.claims.claim import Reading
from lodeline.documents.document import Document
from lodeline.ledger.book import Ledger
from lodeline.ledger.export import canonical_bytes
from lodeline.storage.session import Session

PATH = "/home/somebody/news/"


def told(number: int, published: str | None, *kinds: Any) -> tuple[Document, Reading]:
    """A document whose claims are made by functions that take its id."""
    made = document(f"n{number}", f"Invented text {number}. " * 30, published, f"{PATH}{number}.txt")
    return made, reading(made, *(kind(made.id) for kind in kinds))


STORY = [
    told(1, "2030-01-22", lambda d: venture("rumoured", doc=d, amount=usd(250, "about"))),
    told(2, "2030-03-14", lambda d: venture("memorandum", doc=d, amount=usd(300, "up_to"), date="2030-03-13")),
    told(3, "2030-05-28", lambda d: venture("agreed", doc=d, amount=usd(310, "about"))),
    told(4, None, lambda d: venture("binding", doc=d, date="2030-07-16")),
    told(
        5,
        "2030-09-26",
        lambda d: loan(None, 230, doc=d),
        lambda d: loan("First Bank", 95, doc=d, start=100),
        lambda d: loan("Second Bank", 135, doc=d, start=200),
    ),
    told(6, "2030-09-27", lambda d: claim("share", None, party("Peru", "holder"), doc=d, quantity=quantity(12.5, "%"))),
]


def export(order: list[int], day: str = "2030-10-01") -> bytes:
    connection = sqlite3.connect(":memory:")
    unit = Session(connection)
    make_tables(unit)
    for place, number in enumerate(order):
        Ledger(unit).record(*STORY[number], recorded=f"{day}T10:{place:02}:00")
    made = canonical_bytes(Ledger(unit).entries(), Ledger(unit).documents())
    connection.close()
    return made


IN_ORDER = export(list(range(len(STORY))))


@settings(max_examples=25)
@given(st.permutations(range(len(STORY))), st.sampled_from(["2030-10-01", "2031-12-31"]))
def test_any_order_and_time_of_reading_gives_the_same_bytes(order: list[int], day: str) -> None:
    assert export(order, day) == IN_ORDER


@settings(max_examples=25)
@given(st.permutations(range(len(STORY))), st.lists(st.integers(0, len(STORY) - 1), max_size=4))
def test_reading_files_again_gives_the_same_bytes(order: list[int], again: list[int]) -> None:
    assert export([*order, *again]) == IN_ORDER


def test_fewer_files_give_other_bytes() -> None:
    assert export([0, 1, 2]) != IN_ORDER


def test_lines_are_json_sorted_by_the_hash_of_their_content() -> None:
    lines = [json.loads(line) for line in IN_ORDER.decode().splitlines()]
    assert [line["sha256"] for line in lines] == sorted(line["sha256"] for line in lines)
    for line in lines:
        rest = {key: value for key, value in line.items() if key != "sha256"}
        body = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert hashlib.sha256(body.encode()).hexdigest() == line["sha256"]


def test_paths_texts_and_recorded_times_stay_out() -> None:
    text = IN_ORDER.decode()
    assert PATH not in text
    assert "T10:" not in text
    assert "Invented text 1. " * 3 not in text


def test_documents_entries_and_totals_are_all_there() -> None:
    types = [json.loads(line)["type"] for line in IN_ORDER.decode().splitlines()]
    assert types.count("document") == len(STORY)
    assert types.count("totals") == 1
    assert types.count("entry") == 5
