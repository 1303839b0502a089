from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lodeline.language.grammar import find_values
from lodeline.language.pieces import Phrases, phrases, split_pieces


def kinds(text: str) -> list[tuple[str, str]]:
    return [(piece.text, piece.kind) for piece in split_pieces(text)]


def test_a_number_with_spaces_is_one_piece() -> None:
    assert kinds("1 250 000,5 т") == [("1 250 000,5", "number"), ("т", "word")]
    assert kinds("12 5000") == [("12", "number"), ("5000", "number")]


def test_a_piece_knows_whether_it_is_glued_and_how_it_folds() -> None:
    pieces = split_pieces("5Ё и ещё")
    assert [piece.glued for piece in pieces] == [False, True, False, False]
    assert [piece.fold for piece in pieces] == ["5", "е", "и", "еще"]


def test_the_longest_phrase_wins() -> None:
    table = phrases({"year": "в год", "span": "в год раз"})
    assert table.at(split_pieces("в год раз"), 0) == (3, "span")
    assert table.at(split_pieces("в год"), 0) == (2, "year")
    assert table.at(split_pieces("в годы"), 0) is None


def test_a_stem_takes_endings_of_nouns_and_not_other_words() -> None:
    table = Phrases({"тонн*": "t"})
    assert table.at(split_pieces("тоннами"), 0) == (1, "t")
    assert table.at(split_pieces("тоннаж"), 0) is None


def test_an_exact_word_keeps_its_case() -> None:
    table = Phrases({"=Mt": "megatonne"})
    assert table.at(split_pieces("Mt"), 0) == (1, "megatonne")
    assert table.at(split_pieces("mt"), 0) is None


@given(st.text(alphabet="аЁz09 \u00a0.,:-«\n$%", max_size=40))
@settings(max_examples=200, deadline=None)
def test_pieces_cover_all_that_is_not_space(text: str) -> None:
    pieces = split_pieces(text)
    assert all(text[p.start : p.stop] == p.text for p in pieces)
    inside = {at for p in pieces for at in range(p.start, p.stop)}
    assert all(at in inside or c.isspace() for at, c in enumerate(text))
    assert all(left.stop <= right.start for left, right in itertools.pairwise(pieces))


def quantities(text: str, language: str) -> list[tuple[int, str, str | None]]:
    found = [value.quantity for value in find_values(text, language, "2031-05-14") if value.quantity]
    return [(int(q.value), q.unit, q.form) for q in found]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("40 тыс. тонн концентрата в год", "ru", [(40000, "t/year", "concentrate")]),
        ("ежегодно 300 тонн металла", "ru", [(300, "t/year", "metal")]),
        ("7 тонн никелевого и 3 тонны цинкового концентрата", "ru", [(7, "t", "concentrate"), (3, "t", "concentrate")]),
        ("7 тонн руды, а в год 3 тонны концентрата", "ru", [(7, "t", "ore"), (3, "t/year", "concentrate")]),
        ("40,000 tonnes of concentrate a year", "en", [(40000, "t/year", "concentrate")]),
        ("7 tonnes of ore and 3 tonnes of oxide", "en", [(7, "t", "ore"), (3, "t", "oxide")]),
        ("40,000 tonnes last year", "en", [(40000, "t", None)]),
    ],
)
def test_an_amount_takes_rate_and_form_from_its_neighbours(
    text: str, language: str, found: list[tuple[int, str, str | None]]
) -> None:
    assert quantities(text, language) == found


def test_a_large_number_without_a_name_is_money_unless_tonnes_came_before() -> None:
    assert [v.kind for v in find_values("The firm paid 3 million.", "en", None)] == ["money"]
    assert [v.kind for v in find_values("It mined 5 tonnes of 3 million.", "en", None)][-1] != "money"
