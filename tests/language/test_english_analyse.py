from __future__ import annotations

import pytest
from english_texts import ARCS, NAMED, TEXTS, WORDS, Arc, Named
from hypothesis import given
from hypothesis import strategies as st

from lodeline.language.analysis import Analysis, Mention, Sentence, ZoneSpan
from lodeline.language.english.analyse import analyse


def zones_of(text: str) -> list[ZoneSpan]:
    """One body zone a line."""
    zones, at = [], 0
    for line in text.split("\n"):
        zones.append(ZoneSpan(at, at + len(line), "body", "a line"))
        at += len(line) + 1
    return zones


def read(text: str) -> Analysis:
    return analyse(text, zones_of(text), None)


def sentence_of(analysis: Analysis, beginning: str) -> Sentence:
    return next(s for s in analysis.sentences if analysis.text[s.start : s.stop].startswith(beginning))


def arcs_of(sentence: Sentence) -> set[tuple[str, str, str]]:
    words = [t.text for t in sentence.tokens]
    return {(t.text, t.relation, words[t.head] if t.head >= 0 else "") for t in sentence.tokens}


@pytest.mark.parametrize("arc", ARCS, ids=lambda arc: f"{arc.text}:{arc.word}-{arc.relation}-{arc.head}")
def test_a_word_hangs_on_its_head(arc: Arc) -> None:
    arcs = arcs_of(sentence_of(read(TEXTS[arc.text]), arc.sentence))
    assert (arc.word, arc.relation, arc.head) in arcs


def fits(analysis: Analysis, mention: Mention, named: Named) -> bool:
    antecedent = None if mention.refers_to is None else analysis.mentions[mention.refers_to].name
    return (
        mention.kind == named.kind
        and (named.country is None or mention.country == named.country)
        and (named.refers_to is None or antecedent == named.refers_to)
        and (named.post is None or mention.post == named.post)
    )


@pytest.mark.parametrize("named", NAMED, ids=lambda named: f"{named.text}:{named.surface}")
def test_a_mention_is_found_with_its_kind_state_and_antecedent(named: Named) -> None:
    analysis = read(TEXTS[named.text])
    found = [m for m in analysis.mentions if analysis.text[m.start : m.stop] == named.surface]
    assert any(fits(analysis, m, named) for m in found), found


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_every_sentence_is_a_tree_with_one_root(text: str) -> None:
    for sentence in read(text).sentences:
        assert_tree(sentence)


def assert_tree(sentence: Sentence) -> None:
    assert [t.relation for t in sentence.tokens if t.head < 0] == ["root"]
    for start in range(len(sentence.tokens)):
        at, steps = start, 0
        while sentence.tokens[at].head >= 0:
            at, steps = sentence.tokens[at].head, steps + 1
            assert steps <= len(sentence.tokens)


SOME_WORDS = st.sampled_from(WORDS)


@given(st.lists(SOME_WORDS, min_size=1, max_size=40))
def test_any_run_of_words_gives_trees_and_offsets_that_cut_the_text(words: list[str]) -> None:
    text = " ".join(words)
    analysis = read(text)
    for sentence in analysis.sentences:
        assert_tree(sentence)
        assert all(text[t.start : t.stop] == t.text for t in sentence.tokens)
    for index, mention in enumerate(analysis.mentions):
        assert text[mention.start : mention.stop] == mention.surface
        assert mention.refers_to is None or mention.refers_to != index


@given(st.text(max_size=200))
def test_any_text_at_all_is_read(text: str) -> None:
    analysis = read(text)
    assert all(s.start < s.stop for s in analysis.sentences)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_mentions_and_sentences_keep_the_order_of_the_text(text: str) -> None:
    analysis = read(text)
    starts = [m.start for m in analysis.mentions]
    assert starts == sorted(starts)
    assert [i for s in analysis.sentences for i in s.mentions] == list(range(len(analysis.mentions)))


def test_values_are_given_to_the_sentence_that_holds_them() -> None:
    analysis = read(TEXTS["loans"])
    for sentence in analysis.sentences:
        assert all(sentence.start <= analysis.values[i].start < sentence.stop for i in sentence.values)
    assert sum(len(s.values) for s in analysis.sentences) == len(analysis.values)


def test_passive_and_tense_are_told() -> None:
    tokens = {t.text: t for s in read(TEXTS["treaty"]).sentences for t in s.tokens}
    assert (tokens["raised"].voice, tokens["raised"].form, tokens["raised"].tense) == ("Pass", "Fin", "Past")
    assert (tokens["ban"].form, tokens["ban"].tense) == ("Fin", "Fut")
    assert (tokens["introduced"].form, tokens["introduced"].voice) == ("Part", "Pass")
    assert tokens["repaid"].tense == "Fut"


def test_a_size_before_a_noun_is_part_of_its_phrase() -> None:
    (sentence,) = read("The firm is building a 60,000-tonne nickel plant.").sentences
    plant = next(t for t in sentence.tokens if t.text == "plant")
    size = next(t for t in sentence.tokens if t.text == "60,000")
    assert (plant.relation, sentence.tokens[plant.head].text) == ("obj", "building")
    assert sentence.tokens[size.head].text == "plant"
