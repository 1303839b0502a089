from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from lodeline.language.quotes import find_quotes


def quotes(text: str) -> list[str]:
    return [text[quote.start : quote.stop] for quote in find_quotes(text)]


def test_marks_of_every_sort_are_paired() -> None:
    assert quotes("Фирма «Тау» сказала: “We agree”, а „Мыс“ молчит.") == ["«Тау»", "“We agree”", "„Мыс“"]


def test_straight_marks_are_paired_in_turn() -> None:
    assert quotes('The "first" deal and the "second" one') == ['"first"', '"second"']


def test_a_name_inside_a_quotation_belongs_to_the_outer_one() -> None:
    assert quotes("«Мы купили „Тау“ за доллар», — сказал он.") == ["«Мы купили „Тау“ за доллар»"]


def test_an_unclosed_mark_opens_nothing() -> None:
    assert quotes("Фирма «Тау подписала договор.") == []


def test_a_quotation_does_not_go_on_over_a_line_break() -> None:
    assert quotes("Фирма «Тау\nподписала» договор.") == []
    assert quotes('The "first\nsecond" one') == []


@given(st.text(alphabet="ab «»“”„\"\n'", max_size=40))
@settings(max_examples=200, deadline=None)
def test_quotations_are_ordered_closed_and_apart(text: str) -> None:
    found = find_quotes(text)
    assert all(left.stop <= right.start for left, right in itertools.pairwise(found))
    for quote in found:
        piece = text[quote.start : quote.stop]
        assert (piece[0], piece[-1]) in (("«", "»"), ("“", "”"), ("„", "“"), ('"', '"'))
        assert "\n" not in piece
