from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from read_texts import read

from lodeline.language.analysis import Sentence, Token
from lodeline.language.russian.figures import set_out
from lodeline.language.russian.mending import clauses, mend
from lodeline.language.russian.morphology import without_cycles
from lodeline.language.russian.segment import words
from lodeline.language.stretches import LONGEST


def heard(text: str) -> list[tuple[str, str]]:
    return [(w.text, w.heard) for w in set_out(words(text, 0, len(text)), text) if w.text != w.heard]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("продали 15 тыс. т руды", [("15 тыс.", "15"), ("т", "тонн")]),
        ("заняли $140 млн на год", [("$140", "140"), ("млн", "миллионов")]),
        ("дали 3 млрд руб. заводу", [("3 млрд", "3"), ("руб.", "рублей")]),
        ("продали 40% акций", [("%", "процентов")]),
        ("пласт в 5 м", []),
        ("в 2031 г. завод", []),
        ("договор № 5", []),
    ],
)
def test_figures_are_spelled_out_for_the_parser(text: str, spoken: list[tuple[str, str]]) -> None:
    assert heard(text) == spoken


def test_a_figure_keeps_the_stretch_of_the_text() -> None:
    text = "Завод продал 15 тыс. т руды за $140 млн."
    for word in set_out(words(text, 0, len(text)), text):
        assert text[word.start : word.stop] == word.text


@given(st.lists(st.integers(-1, 8), min_size=1, max_size=9))
@settings(max_examples=200, deadline=None)
def test_heads_without_cycles_lead_to_a_root(heads: list[int]) -> None:
    safe = without_cycles([min(h, len(heads) - 1) for h in heads], ["NOUN"] * len(heads))
    for start in range(len(safe)):
        at, steps = start, 0
        while safe[at] >= 0:
            at, steps = safe[at], steps + 1
            assert steps <= len(safe)


def test_the_verb_of_a_loop_becomes_its_root() -> None:
    assert without_cycles([1, 0], ["NOUN", "VERB"]) == [1, -1]


def row(*words: tuple[str, str, int, str]) -> list[Token]:
    form = {"VERB": "Fin"}
    return [
        Token(i, i + 1, text, text.lower(), pos, form=form.get(pos, ""), head=head, relation=relation)
        for i, (text, pos, head, relation) in enumerate(words)
    ]


TWO = row(
    ("Завод", "NOUN", 1, "nsubj"),
    ("закрыт", "VERB", -1, "root"),
    (",", "PUNCT", 5, "punct"),
    ("а", "CCONJ", 5, "cc"),
    ("рудник", "NOUN", 1, "nsubj"),
    ("продан", "VERB", 1, "conj"),
)


def test_a_noun_goes_to_the_verb_of_its_own_clause() -> None:
    assert clauses(TWO) == [(0, 3), (3, 6)]
    mended = mend(TWO)
    assert [t.head for t in mended] == [1, -1, 5, 5, 5, 1]


def test_one_clause_is_left_as_it_is() -> None:
    one = row(("Завод", "NOUN", 2, "nsubj"), ("и", "CCONJ", 2, "cc"), ("закрыт", "VERB", -1, "root"))
    assert mend(one) == tuple(one)


def head_of(sentence: Sentence, word: str) -> str:
    token = next(t for t in sentence.tokens if t.text == word)
    return sentence.tokens[token.head].text if token.head >= 0 else ""


def test_figures_do_not_tear_a_sentence_apart() -> None:
    (sentence,) = read("Завод отправит 15 тыс. т концентрата в Японию.").sentences
    assert head_of(sentence, "Завод") == "отправит"
    assert head_of(sentence, "концентрата") == "т"


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Рудник продали китайцам.", "Рудник", "рудник"),
        ("Запасы освоит Улытауский комбинат.", "Улытауский", "улытауский"),
        ("Участие в Кобдинском проекте подтверждено.", "Кобдинском", "кобдинский"),
        ("Ещё три рудника закрыты.", "Ещё", "еще"),
    ],
)
def test_a_word_has_its_dictionary_form(text: str, word: str, lemma: str) -> None:
    assert next(t.lemma for s in read(text).sentences for t in s.tokens if t.text == word) == lemma


def test_a_line_without_a_stop_is_read_in_parts_that_cover_it() -> None:
    text = "завод продал руду и медь " * 300
    found = [(s.start, s.stop) for s in read(text).sentences]
    assert max(stop - start for start, stop in found) <= LONGEST
    assert "".join(text[start:stop] for start, stop in found).split() == text.split()


def test_a_rare_verb_taken_for_an_adjective_is_mended() -> None:
    text = "Фирма объявила, что перезапустит фабрику 1 апреля."
    (sentence,) = read(text).sentences
    verb = next(t for t in sentence.tokens if t.text == "перезапустит")
    factory = next(t for t in sentence.tokens if t.text == "фабрику")
    assert (verb.pos, verb.tense, verb.form) == ("VERB", "Fut", "Fin")
    assert (sentence.tokens[factory.head].text, factory.relation) == ("перезапустит", "obj")


@pytest.mark.parametrize("word", ["расстреляйте", "пойдёмте", "отгрузите", "перезапустит", "развёл"])
def test_verbs_of_every_mood_are_read(word: str) -> None:
    assert read(f"Фирма заявила: {word} завод.").sentences
