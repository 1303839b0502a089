"""What holds of the analysis of any text, in both languages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from read_texts import read

from lodeline.language.analysis import Analysis

RUSSIAN = st.sampled_from(
    [
        "компания",
        "«Тау»",
        "ТОО",
        "Альфа-Мыс",
        "рудник",
        "Дальний",
        "Иван",
        "Петров",
        "министр",
        "США",
        "продала",
        "30",
        "%",
        "5",
        "млн",
        "долларов",
        "т",
        "вольфрама",
        ",",
        ".",
        "—",
        "(",
        ")",
        ":",
        "Hanbit",
        "Co",
        "Ltd",
        "и",
        "а",
        "но",
        "которая",
        "подписала",
        "в",
        "Риддере",
        "2031",
        "году",
        "№",
        "он",
        "Республика",
        "„",
        "“",
        "…",
    ]
)
ENGLISH = st.sampled_from(
    [
        "the",
        "Company",
        "Tau",
        "Mining",
        "Ltd",
        "plc",
        "mine",
        "Dalan",
        "John",
        "Doe",
        "minister",
        "US",
        "sold",
        "30%",
        "$5",
        "million",
        "tonnes",
        "tungsten",
        ",",
        ".",
        "—",
        "(",
        ")",
        ":",
        "and",
        "which",
        "signed",
        "in",
        "Perth",
        "2031",
        "it",
        "its",
        "President",
        "of",
        "bin",
        "al-Harbi",
        "5E",
        "lynxOre",
        "'",
        '"',
        "“",
        "”",
        "'s",
        "&",
        "van",
        "der",
    ]
)
NOISE = st.text(alphabet="abZаяЯёЁ09 .,:;!?«»“”\"'()%$№-—\n\t", max_size=60)


def assert_sound(analysis: Analysis) -> None:
    text = analysis.text
    spans = [(s.start, s.stop) for s in analysis.sentences] + [(v.start, v.stop) for v in analysis.values]
    assert all(0 <= start < stop <= len(text) for start, stop in spans)
    assert all(left.stop <= right.start for left, right in pairwise(analysis.sentences))
    for sentence in analysis.sentences:
        assert all(left.stop <= right.start for left, right in pairwise(sentence.tokens))
        for at, token in enumerate(sentence.tokens):
            assert text[token.start : token.stop] == token.text
            assert sentence.start <= token.start < token.stop <= sentence.stop
            seen = {at}
            head = token.head
            while head >= 0:
                assert head not in seen, "heads close a loop"
                seen.add(head)
                head = sentence.tokens[head].head
        for index in sentence.mentions:
            mention = analysis.mentions[index]
            assert sentence.start <= mention.start < mention.stop <= sentence.stop
            assert 0 <= mention.head < len(sentence.tokens)
            assert 0 <= mention.top < len(sentence.tokens)
    for mention in analysis.mentions:
        assert mention.name
        assert mention.surface.split() == text[mention.start : mention.stop].split()
        assert mention.refers_to is None or 0 <= mention.refers_to < len(analysis.mentions)


@given(st.lists(RUSSIAN, min_size=1, max_size=25).map(" ".join))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_run_of_russian_words_is_read_soundly(text: str) -> None:
    assert_sound(read("да " + text))


@given(st.lists(ENGLISH, min_size=1, max_size=25).map(" ".join))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_run_of_english_words_is_read_soundly(text: str) -> None:
    assert_sound(read(text))


@given(NOISE)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_signs_are_read_soundly(text: str) -> None:
    assert_sound(read(text))


@pytest.mark.parametrize("text", ["", " \n", "«", "(", "А", "A", "5", "…", "«»", "()", "Ltd.", "%", "т.", "$"])
def test_a_scrap_of_text_is_read_soundly(text: str) -> None:
    assert_sound(read(text))
