"""Kazakh words: base form, case, possession, tense and voice from suffixes alone."""

import pytest

from lodeline.language.kazakh.known_names import parted, state_of
from lodeline.language.kazakh.morphology import BY_WORDS, normal, reading


@pytest.mark.parametrize(
    ("word", "lemma", "case"),
    [
        ("зауыттың", "зауыт", "Gen"),
        ("компаниясына", "компания", "Dat"),
        ("банкінен", "банк", "Abl"),
        ("министрлігімен", "министрлік", "Com"),
        ("келісімдерді", "келісім", "Acc"),
        ("облысында", "облыс", "Ine"),
        ("ұнтағын", "ұнтақ", "Acc"),
        ("кеніші", "кеніш", "Nom"),
        ("қазақстанның", "қазақстан", "Gen"),
        ("қарағандыда", "қарағанды", "Ine"),
    ],
)
def test_a_noun_is_brought_to_its_base_form_and_its_case_is_told(word: str, lemma: str, case: str) -> None:
    read = reading(word, False)
    assert (read.lemma, read.case, read.pos) == (lemma, case, "NOUN")


@pytest.mark.parametrize(
    ("word", "lemma", "form", "tense", "voice"),
    [
        ("құрды", "құру", "Fin", "Past", ""),
        ("салынады", "салу", "Fin", "Fut", "Pass"),
        ("қаржыландырмақ", "қаржыландыру", "Fin", "Plan", ""),
        ("өндіретін", "өндіру", "Part", "Pres", ""),
        ("жоспарланған", "жоспарлау", "Part", "Past", "Pass"),
        ("қарастырып", "қарастыру", "Conv", "", ""),
        ("бермейді", "беру", "Fin", "Fut", ""),
        ("қосылса", "қосылу", "Cnd", "", ""),
        ("қояды", "қою", "Fin", "Fut", ""),
        ("шығаруға", "шығару", "Inf", "", ""),
    ],
)
def test_a_verb_is_brought_to_the_form_of_dictionaries(
    word: str, lemma: str, form: str, tense: str, voice: str
) -> None:
    read = reading(word, True)
    assert (read.lemma, read.form, read.tense, read.voice) == (lemma, form, tense, voice)


def test_a_suffix_of_denial_is_seen() -> None:
    assert reading("қойылмаған", False).negative
    assert not reading("қойылған", False).negative


def test_an_ending_of_the_accusative_at_the_end_of_a_clause_may_be_the_past_of_a_verb() -> None:
    assert reading("қатысты", False).pos == "ADP"
    assert reading("қатысты", True).lemma == "қатысу"


@pytest.mark.parametrize("word", ["айтуынша", "мәліметінше", "есебінше", "болжамынша"])
def test_by_somebodys_words_is_one_adverb(word: str) -> None:
    assert reading(word, False).lemma == BY_WORDS


@pytest.mark.parametrize(
    ("word", "code"), [("қазақстандық", "KZ"), ("неміс", "DE"), ("германиялық", "DE"), ("жаңа", None)]
)
def test_the_state_of_an_adjective_is_known(word: str, code: str | None) -> None:
    assert state_of(word) == code


@pytest.mark.parametrize(
    ("text", "name", "case"),
    [
        ("Тоқаевтың", "Тоқаев", "Gen"),
        ("BHP-мен", "BHP", "Com"),
        ("Самғаудан", "Самғау", "Abl"),
        ("Болат", "Болат", "Nom"),
    ],
)
def test_an_unknown_name_is_parted_from_its_case(text: str, name: str, case: str) -> None:
    assert parted(text) == (name, case)


def test_tables_and_texts_are_compared_by_one_form() -> None:
    assert normal("Келісімшартқа") == normal("келісімшарт")
    assert normal("АҚШ-тың") == normal("АҚШ")
