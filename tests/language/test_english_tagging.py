from __future__ import annotations

import pytest

from lodeline.language.english.morphology import lexicon, normal, readings
from lodeline.language.english.segment import words
from lodeline.language.english.tagging import is_title_case, tag
from lodeline.language.english.word import Word


def tagged(text: str) -> dict[str, str]:
    sentence = [Word(start, stop, text[start:stop]) for start, stop in words(text, 0, len(text))]
    tag(sentence, frozenset())
    return {word.text: word.tag for word in sentence}


FORMS = [
    ("bought", "buy"), ("buying", "buy"), ("committed", "commit"), ("supplies", "supply"), ("withdrawn", "withdraw"),
    ("mines", "mine"), ("deliveries", "delivery"), ("people", "person"), ("agreed", "agree"), ("lies", "lie"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "lemma"), FORMS)
def test_a_form_leads_back_to_its_lemma(form: str, lemma: str) -> None:
    assert lemma in {reading.lemma for reading in lexicon()[form]}


UNKNOWN = [("quaintly", "RB"), ("zirconation", "NN"), ("glibous", "JJ"), ("frobnicated", "VED"), ("copper-rich", "JJ")]


@pytest.mark.parametrize(("form", "expected"), UNKNOWN)
def test_a_word_that_no_table_knows_is_read_by_its_ending(form: str, expected: str) -> None:
    assert max(readings(form), key=lambda reading: reading.weight).tag == expected


def test_the_form_out_of_context_is_a_dictionary_form() -> None:
    assert normal("exports") == "export"
    assert normal("Signed") == "sign"


AMBIGUOUS = [
    ("Zimbabwe plans to export the ore.", {"plans": "VBZ", "export": "VB"}),
    ("The plans for exports changed.", {"plans": "NNS", "exports": "NNS", "changed": "VED"}),
    ("Peru exports zinc.", {"exports": "VBZ"}),
    ("Exports of zinc fell.", {"Exports": "NNS", "fell": "VBD"}),
    ("It will mine and process copper.", {"mine": "VB", "process": "VB", "copper": "NN"}),
    ("The mine closed.", {"mine": "NN"}),
    ("The country accounts for a tenth.", {"accounts": "VBZ"}),
    ("the agreed price", {"agreed": "JJ"}),
    ("It said that the bank that lent will wait.", {"will": "MD", "lent": "VED"}),
    ("They set up a fund.", {"up": "RB"}),
    ("About 20 tonnes were sold.", {"About": "RB"}),
    ("The mines minister spoke.", {"mines": "NNS", "spoke": "VBD"}),
]


@pytest.mark.parametrize(("text", "expected"), AMBIGUOUS)
def test_context_decides_between_noun_and_verb(text: str, expected: dict[str, str]) -> None:
    found = tagged(text)
    assert {word: found[word] for word in expected} == expected


def test_capitals_make_names_in_running_text_only() -> None:
    assert tagged("The lender Blue Ridge signed.")["Ridge"] == "NNP"
    headline = tagged("Zambia Lifts Ban On Copper Exports After Talks")
    assert headline["Lifts"] == "VBZ"
    assert headline["Exports"] == "NNS"


def test_a_headline_in_title_case_is_told_from_a_sentence() -> None:
    def sentence(text: str) -> list[Word]:
        return [Word(a, b, text[a:b]) for a, b in words(text, 0, len(text))]

    assert is_title_case(sentence("Zambia Lifts Ban On Copper Exports"))
    assert not is_title_case(sentence("Zambia lifts a ban on exports of Kansanshi copper"))


def test_small_words_inside_the_name_of_a_body_belong_to_it() -> None:
    found = tagged("The Ministry of Energy and Mines signed.")
    assert (found["of"], found["and"], found["Mines"]) == ("NNP", "NNP", "NNP")
