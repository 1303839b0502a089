from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from lodeline.language import tree
from lodeline.language.analysis import Sentence, Token

WORDS = [
    ("Alpha", "PROPN", 3, "nsubj"),
    (",", "PUNCT", 2, "punct"),
    ("Beta", "PROPN", 0, "conj"),
    ("signed", "VERB", -1, "root"),
    ("with", "ADP", 5, "case"),
    ("Gamma", "PROPN", 3, "obl"),
    ("by", "ADP", 7, "case"),
    ("law", "NOUN", 3, "obl:agent"),
]


def sentence(words: list[tuple[str, str, int, str]]) -> Sentence:
    tokens, at = [], 0
    for text, pos, head, relation in words:
        tokens.append(Token(at, at + len(text), text, text.lower(), pos, head=head, relation=relation))
        at += len(text) + 1
    return Sentence(0, at, "body", tuple(tokens), 0)


SIGNED = sentence(WORDS)


def test_children_are_found_by_relation_and_its_kinds() -> None:
    assert tree.children(SIGNED, 3) == [0, 5, 7]
    assert tree.children(SIGNED, 3, "nsubj") == [0]
    assert tree.children(SIGNED, 3, "obl") == [5, 7]
    assert tree.children(SIGNED, 3, "obl:agent") == [7]


def test_a_subtree_can_leave_branches_out() -> None:
    assert tree.subtree(SIGNED, 0) == [0, 1, 2]
    assert tree.subtree(SIGNED, 0, without=("conj",)) == [0]


def test_conjuncts_are_the_word_and_what_is_joined_to_it() -> None:
    assert tree.conjuncts(SIGNED, 0) == [0, 2]
    assert tree.conjuncts(SIGNED, 5) == [5]


def test_governors_lead_to_the_root() -> None:
    assert list(tree.governors(SIGNED, 1)) == [2, 0, 3]
    assert list(tree.governors(SIGNED, 3)) == []


def test_governors_stop_where_a_loop_closes() -> None:
    looped = sentence([("a", "NOUN", 1, "nmod"), ("b", "NOUN", 0, "nmod")])
    assert list(tree.governors(looped, 0)) == [1]
    assert tree.subtree(looped, 0) == [0, 1]


def test_a_noun_tells_its_preposition() -> None:
    assert tree.preposition(SIGNED, 5) == "with"
    assert tree.preposition(SIGNED, 0) == ""


def test_a_token_is_found_by_an_offset_inside_it_only() -> None:
    assert tree.token_at(SIGNED, 2) == 0
    assert tree.token_at(SIGNED, 5) is None


def test_the_top_of_a_stretch_hangs_outside_it() -> None:
    assert tree.top_of(SIGNED, [0, 1, 2]) == 0
    assert tree.top_of(SIGNED, [4, 5]) == 5


def test_tokens_of_a_stretch_are_those_that_it_touches() -> None:
    assert tree.tokens_in(SIGNED, 0, 9) == [0, 1, 2]
    assert tree.tokens_in(SIGNED, 5, 6) == []


@given(st.lists(st.integers(-1, 7), min_size=1, max_size=8))
@settings(max_examples=200, deadline=None)
def test_walking_ends_on_any_heads(heads: list[int]) -> None:
    broken = sentence([("w", "NOUN", head if head < len(heads) else -1, "conj") for head in heads])
    for at in range(len(heads)):
        assert len(list(tree.governors(broken, at))) < len(heads) + 1
        assert at in tree.subtree(broken, at)
        assert at in tree.conjuncts(broken, at)
