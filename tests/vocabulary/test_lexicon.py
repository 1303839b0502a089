"""The lexicon: the longest name wins, and what was put in is found."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lodeline.vocabulary.lexicon import LateLexicon, Lexicon, split

NAMES = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=8)
WORDS = st.lists(st.sampled_from("abcd"), min_size=1, max_size=12)


def test_the_longest_name_wins() -> None:
    lexicon = Lexicon.build([("Guinea", "GN"), ("Papua New Guinea", "PG"), ("New Guinea", "island")])
    assert [found.value for found in lexicon.matches(["from", "papua", "new", "guinea", "to", "guinea"])] == [
        "PG",
        "GN",
    ]


def test_a_name_of_two_bearers_gives_both_in_order_and_once() -> None:
    lexicon = Lexicon.build([("MIIT", "first"), ("miit", "second"), ("MIIT", "first")])
    found = lexicon.match(["miit"], 0)
    assert found is not None
    assert found.values == ("first", "second")


def test_quotes_commas_and_spaced_dashes_are_no_part_of_a_name_but_hyphens_are() -> None:
    assert split("«Север – Юг», Нур-Султан") == ["Север", "Юг", "Нур-Султан"]


def test_nothing_is_found_in_other_words() -> None:
    assert Lexicon.build([("red sea", 1)]).match(["red", "square"], 0) is None


@given(NAMES, WORDS)
def test_a_match_is_a_name_and_no_longer_name_begins_there(names: list[str], words: list[str]) -> None:
    lexicon = Lexicon.build((name, name) for name in names)
    known = {tuple(name.split()) for name in names}
    for at in range(len(words)):
        beginning = [name for name in known if tuple(words[at : at + len(name)]) == name]
        found = lexicon.match(words, at)
        expected = max(map(len, beginning), default=0)
        assert (0 if found is None else found.stop - found.start) == expected


@given(NAMES, WORDS)
def test_matches_never_overlap_and_go_from_left_to_right(names: list[str], words: list[str]) -> None:
    found = list(Lexicon.build((name, name) for name in names).matches(words))
    assert all(one.stop <= other.start for one, other in pairwise(found))


@given(st.lists(st.sampled_from(["rio", "rio tinto", "riga", "sept-iles", "september"]), min_size=1), st.data())
def test_names_brought_to_forms_late_are_found_as_at_once(names: list[str], data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(["rio", "tinto", "riga", "sept-iles", "september", "to"]), max_size=9))
    entries = [(name, name) for name in names]
    assert list(LateLexicon(entries).matches(words)) == list(Lexicon.build(entries).matches(words))


def test_a_word_that_begins_otherwise_is_no_form_of_a_name() -> None:
    places = LateLexicon([("Сема", "place")], lambda word: "семь" if word in ("Сема", "Семи") else word.lower())
    assert [found.value for found in places.matches(["семь"], ["Семи"])] == ["place"]
    assert list(places.matches(["семь"], ["Восьми"])) == []
