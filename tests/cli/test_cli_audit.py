"""`verify` on a ledger that is whole, and on one that somebody wrote into."""

import json
import sqlite3
from pathlib import Path

from cli_texts import STORY, put
from conftest import Command


def test_a_whole_ledger_verifies_and_tells_its_head(lodeline: Command) -> None:
    lodeline("read", put("news.txt", STORY))
    done = lodeline("verify")
    assert (done.code, done.err) == (0, "")
    assert "the ledger is what was recorded" in done.out
    head = json.loads(lodeline("verify", "--json").out)["head"]["hash"]
    assert head in done.out
    assert lodeline("verify", "--head", head).code == 0
    assert lodeline("verify", "--head", "0" * 63 + "1").code == 1


def test_a_ledger_that_was_written_into_does_not_verify(lodeline: Command, tmp_path: Path) -> None:
    lodeline("read", put("news.txt", STORY))
    with sqlite3.connect(tmp_path / "workspace" / "ledger.sqlite") as file:
        file.execute("DROP TRIGGER audit_delete")
        file.execute("DELETE FROM audit WHERE number = 2")
    file.close()
    done = lodeline("verify")
    assert done.code == 1
    assert "row 3: follows row 1: rows between them are gone" in done.out


def test_a_day_on_which_nothing_was_known_yet_shows_an_empty_ledger(lodeline: Command) -> None:
    lodeline("--today", "2031-06-01", "read", put("news.txt", STORY))
    assert json.loads(lodeline("ledger", "--known-at", "2031-05", "--json").out) == []
    assert json.loads(lodeline("ledger", "--known-at", "2031-06", "--json", "--book", "all").out) != []
    assert "--known-at: 'soon' is not a date" in lodeline("ledger", "--known-at", "soon").err


def test_forgetting_asks_first_and_tells_what_it_did(lodeline: Command, tmp_path: Path) -> None:
    lodeline("read", put("news.txt", STORY))
    asked = lodeline("forget", "news")
    assert asked.code != 0
    assert "in 1 document? It cannot be undone." in asked.err
    assert json.loads(lodeline("ledger", "--json", "--book", "all").out) != []
    done = lodeline("forget", "news", "--yes")
    assert (done.code, done.out) == (0, "Forgotten: document 'news', 1 document.\n")
    assert json.loads(lodeline("ledger", "--json", "--book", "all").out) == []
    assert not any(STORY[:40].encode() in path.read_bytes() for path in tmp_path.glob("workspace/**/*.sqlite*"))
    again = lodeline("read", "news.txt")
    assert "not read again" in again.err
    assert lodeline("verify").code == 0
    assert "no text that names such a person" in lodeline("forget", "nobody at all", "--yes").err


def test_an_entry_shows_its_history_and_how_it_stood(lodeline: Command) -> None:
    lodeline("--today", "2031-06-01", "read", put("news.txt", STORY))
    entry = json.loads(lodeline("ledger", "--json", "--book", "all").out)[0]["id"]
    table = lodeline("show", entry, "--history").out
    assert "learned" in table
    assert "2031-06-01" in table
    (line, *_) = json.loads(lodeline("show", entry, "--history", "--json").out)
    assert (line["source"], line["until"]) == ("news", None)
    assert json.loads(lodeline("show", entry, "--known-at", "2031-06", "--json").out)["id"] == entry
    early = lodeline("show", entry, "--known-at", "2031-05")
    assert early.code == 2
    assert "known at 2031-05: no such entry" in early.err


def test_a_week_is_told_in_two_languages(lodeline: Command) -> None:
    lodeline("read", put("news.txt", STORY))
    (kind,) = {entry["kind"] for entry in json.loads(lodeline("ledger", "--json").out)}
    told = json.loads(lodeline("diff", "2031-05-01", "2031-05-31", "--json").out)
    assert [section["key"] for section in told["sections"]] == ["new"]
    assert kind.replace("_", " ") in lodeline("diff", "2031-05-01", "2031-05").out
    assert "Новое" in lodeline("diff", "2031-05-01", "2031-05-31", "--lang", "ru").out
    assert "Nothing changed." in lodeline("diff", "2031-06", "2031-07").out
    assert lodeline("diff", "2031-05-01", "--markdown", "week.md").out == "Written: week.md\n"
    assert "--lang: 'fr' is not known" in lodeline("diff", "2031-05", "2031-06", "--lang", "fr").err
    assert "SINCE: 'soon' is not a date" in lodeline("diff", "soon").err
