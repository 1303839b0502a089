from __future__ import annotations

import pytest

from lodeline.language.english.segment import sentences, words
from lodeline.language.stretches import LONGEST


def cut(text: str) -> list[str]:
    return [text[start:stop] for start, stop in sentences(text, 0, len(text))]


def pieces(text: str) -> list[str]:
    return [text[start:stop] for start, stop in words(text, 0, len(text))]


SENTENCES = [
    ("The plant opened. It closed.", ["The plant opened.", "It closed."]),
    ("Mr. Banda met Dr. Ortiz. They left.", ["Mr. Banda met Dr. Ortiz.", "They left."]),
    ("The U.S. Treasury agreed. Japan did not.", ["The U.S. Treasury agreed.", "Japan did not."]),
    ("It sold to Halden Inc. The price was low.", ["It sold to Halden Inc.", "The price was low."]),
    ("Prices rose 2.5% on Nov. 12 in Lima.", ["Prices rose 2.5% on Nov. 12 in Lima."]),
    ('"We sign on Friday." He left.', ['"We sign on Friday."', "He left."]),
    ('"Will you sign?" she asked.', ['"Will you sign?" she asked.']),
    ("A headline without a stop\nThe text.", ["A headline without a stop", "The text."]),
    ("LIMA, March 3 - Peru signed.", ["LIMA, March 3 -", "Peru signed."]),
    ("PERTH, Australia (12 Feb) — Redgum signed.", ["PERTH, Australia (12 Feb) —", "Redgum signed."]),
    ("KARACHI: Seven lenders signed.", ["KARACHI:", "Seven lenders signed."]),
    ("J. R. Moyo signed.", ["J. R. Moyo signed."]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences_end_at_stops_but_not_at_abbreviations(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


WORDS = [
    ("Canada's lenders' terms", ["Canada", "'s", "lenders", "'", "terms"]),
    ("It won't, they're late", ["It", "wo", "n't", ",", "they", "'re", "late"]),
    ("a $1.4bn, A$190 and Rs390bn", ["a", "$", "1.4", "bn", ",", "A$", "190", "and", "Rs", "390", "bn"]),
    ("€120m or 9% of 2,400t", ["€", "120", "m", "or", "9", "%", "of", "2,400", "t"]),
    ("a ten-year, state-owned 5-year plan", ["a", "ten-year", ",", "state-owned", "5-year", "plan"]),
    ("the U.S.-backed fund of N'Djamena", ["the", "U.S.-backed", "fund", "of", "N'Djamena"]),
    ("October 2nd, 2025", ["October", "2nd", ",", "2025"]),
    ("R&D by AT&T Inc. fell", ["R&D", "by", "AT&T", "Inc.", "fell"]),
    ("“Yes,” he said…", ["“", "Yes", ",", "”", "he", "said", "…"]),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words_keep_endings_signs_and_units_apart(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize("unit", ["word ", "no-end", "A, "])
def test_no_sentence_is_longer_than_the_limit_and_nothing_is_lost(unit: str) -> None:
    text = unit * 3000
    found = list(sentences(text, 0, len(text)))
    assert max(stop - start for start, stop in found) <= LONGEST
    assert "".join(text[a:b] for a, b in found).replace(" ", "") == text.replace(" ", "")
