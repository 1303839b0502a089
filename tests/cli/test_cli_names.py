"""The commands on names: a word of a person changes the ledger, is signed, and can be taken back."""

import json

from cli_texts import put
from conftest import Command

STORY = """4 March 2031

Finland's Borealis Metals and Kazakhstan's Sary Ken signed a contract to form a joint venture on the Tas-Kora tungsten
deposit in Kazakhstan. Borealis Metals will hold 60 percent and Sary Ken 40 percent.
"""
OTHER = """8 April 2031

Borealis Metals Oyj and Sary Ken said that their joint venture on the Tas-Kora tungsten deposit in Kazakhstan had been
registered. Borealis Metals Oyj holds 60 percent and Sary Ken 40 percent.
"""


def ventures(lodeline: Command) -> int:
    entries = json.loads(lodeline("ledger", "--json").out)
    return sum(entry["kind"] == "joint_venture" for entry in entries)


def test_a_word_splits_what_was_merged_and_taken_back_merges_it_again(lodeline: Command) -> None:
    lodeline("read", put("one.txt", STORY), put("two.txt", OTHER))
    assert ventures(lodeline) == 1
    pair = ("Borealis Metals", "Borealis Metals Oyj")
    done = lodeline("entities", "different", *pair, "--by", "ann", "--why", "two firms")
    assert (done.code, "are two (two firms)" in done.out) == (0, True)
    assert ventures(lodeline) == 2
    lodeline("entities", "unsure", *pair, "--by", "bob")
    assert ventures(lodeline) == 1
    said = json.loads(lodeline("entities", "history", "--json").out)
    assert [(each["author"], each["verdict"]) for each in said] == [("ann", "different"), ("bob", "unsure")]
    assert lodeline("verify").code == 0


def test_names_are_explained_in_words_and_as_json(lodeline: Command) -> None:
    assert "same (1.00)" in lodeline("entities", "explain", "Казатомпром", "Kazatomprom JSC").out
    found = json.loads(lodeline("entities", "explain", "Sary Ken", "Northlight", "--json").out)
    assert found["answer"] == "different"
    assert found["signs"]


def test_a_word_without_a_name_under_it_is_refused(lodeline: Command) -> None:
    done = lodeline("entities", "same", "Sary Ken", "Сары-Кен")
    assert done.code == 2
    assert "--by" in done.err
