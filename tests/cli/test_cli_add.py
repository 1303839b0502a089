"""The command `add`: a template to fill in, recorded with its source, joined to what was read, and marked."""

import json
from pathlib import Path

from conftest import Command

TEXT = (
    "Lima, 9 May 2031\n\nGranite Metals agreed on Thursday to buy 40 percent of the Birch copper mine in Peru from "
    "Slate Holding for $300 million.\n"
)


def template(lodeline: Command) -> str:
    return lodeline("add", "--template").out


def test_the_template_can_be_added_and_adding_it_again_changes_nothing(lodeline: Command) -> None:
    Path("deal.toml").write_text(template(lodeline), "utf-8")
    assert "deal: 1 claim typed by hand\n" in lodeline("add", "deal.toml", "--by", "Jane Roe").out
    again = lodeline("add", "deal.toml", "--by", "Jane Roe", "--json")
    assert json.loads(again.out)["new"] is False
    (entry,) = json.loads(lodeline("ledger", "--json").out)
    (told,) = entry["evidence"]
    assert (told["origin"], told["typed_by"], told["level"]) == ("typed by hand", "Jane Roe", "press")
    assert told["url"] == "https://example.org/birch-sale"


def test_what_was_typed_is_marked_in_ledger_entry_and_report(lodeline: Command) -> None:
    Path("deal.toml").write_text(template(lodeline), "utf-8")
    lodeline("add", "deal.toml", "--by", "Jane Roe")
    assert "1, typed by hand" in lodeline("ledger").out
    (entry,) = json.loads(lodeline("ledger", "--json").out)
    shown = lodeline("show", entry["id"]).out
    assert "typed by hand by Jane Roe" in shown
    assert "https://example.org/birch-sale" in shown
    assert "typed by hand" in lodeline("report").out
    lodeline("report", "--html", "page.html")
    assert "typed by hand</span>" in Path("page.html").read_text("utf-8")


def test_a_hand_and_a_text_tell_one_deal_and_both_sums_are_shown(lodeline: Command) -> None:
    Path("deal.toml").write_text(template(lodeline), "utf-8")
    Path("news.txt").write_text(TEXT, "utf-8")
    lodeline("read", "news.txt")
    lodeline("add", "deal.toml")
    (entry,) = json.loads(lodeline("ledger", "--json").out)
    (conflict,) = [each for each in entry["conflicts"] if each["slot"] == "amount"]
    assert {value["value"] for value in conflict["values"]} == {"250000000 USD", "300000000 USD"}


def test_a_sum_that_its_own_quote_does_not_state_is_refused_and_nothing_is_recorded(lodeline: Command) -> None:
    Path("deal.toml").write_text(template(lodeline).replace("250_000_000", "260_000_000"), "utf-8")
    done = lodeline("add", "deal.toml")
    assert done.code != 0
    assert "amount: nobody in the text says 260000000; mend the value, or quote the words" in done.err
    assert json.loads(lodeline("ledger", "--json").out) == []


def test_without_a_file_it_says_how_to_get_one(lodeline: Command) -> None:
    assert "--template prints one to fill in" in lodeline("add").err
