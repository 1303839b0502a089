"""Cue words: found by dictionary forms, the longest of a class first, and set on the word that the grammar hangs on."""

import csv
from importlib.resources import files

import pytest
from told import document

from lodeline.claims.cues import NOUNS, Hit, find_cues, lexicons, openers
from lodeline.claims.scene import View, set_scene
from lodeline.claims.words import rows, table, words
from lodeline.language.reader import analyse


def view(text: str) -> View:
    return set_scene(analyse(document(text))).views[0]


def hits(text: str, group: str) -> list[tuple[str, str]]:
    seen = view(text)
    return [(" ".join(t.text for t in seen.tokens[h.first : h.last]), h.cue.value) for h in seen.cues(group)]


@pytest.mark.parametrize(
    ("text", "group", "found"),
    [
        (
            "The parties signed a memorandum of understanding.",
            "instrument",
            ("memorandum of understanding", "memorandum"),
        ),
        ("The parties have signed it.", "sign", ("signed", "")),
        ("The ban took effect on Monday.", "effect", ("took effect", "")),
        ("Стороны подписали меморандум о взаимопонимании.", "sign", ("подписали", "")),
        ("Запрет вступил в силу в понедельник.", "effect", ("вступил в силу", "")),
        ("Стороны подпишут письмо о намерениях.", "instrument", ("письмо о намерениях", "letter_of_intent")),
    ],
)
def test_a_cue_is_found_in_any_form_and_at_its_full_length(text: str, group: str, found: tuple[str, str]) -> None:
    assert found in hits(text, group)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The firm was granted a delay.", "loan"),
        ("He will permit it.", "licence"),
        ("Стороны разошлись.", "sign"),
        ("Signs were put up.", "effect"),
    ],
)
def test_a_verb_is_not_the_noun_and_another_word_is_no_cue(text: str, group: str) -> None:
    assert hits(text, group) == []


def test_a_word_may_signal_several_classes() -> None:
    seen = view("The board approved the drought loan after talks.")
    groups = {h.cue.group for h in seen.hits}
    assert {"approve", "loan", "talk", "barrier"} <= groups


def test_a_cue_stands_on_the_word_that_the_others_hang_on() -> None:
    seen = view("The parties signed a memorandum of understanding.")
    [hit] = seen.cues("instrument")
    assert seen.tokens[hit.at].text == "memorandum"
    assert hit.first <= hit.at < hit.last


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_table_of_openers_leaves_no_cue_out(language: str) -> None:
    for number, lexicon in enumerate(lexicons(language)):
        assert all(number in openers(language)[first] for first in lexicon.by_first)


def test_hits_come_in_order_of_the_text() -> None:
    found = view("The parties signed a contract and agreed to build a mine.").hits
    assert len(found) > 3
    assert [h.first for h in found] == sorted(h.first for h in found)


def test_no_words_give_no_hits() -> None:
    assert find_cues((), "ru") == find_cues((), "en") == ()


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_row_of_the_cue_table_has_a_class_and_words(language: str) -> None:
    rows = list(
        csv.reader(files("lodeline.claims").joinpath(f"data/cues_{language}.csv").read_text("utf-8").splitlines())
    )
    assert rows[0] == ["class", "cue", "value"]
    assert all(len(row) == 3 and row[0] and row[1] for row in rows[1:])


def test_both_languages_know_the_same_classes() -> None:
    def classes(language: str) -> set[str]:
        rows = files("lodeline.claims").joinpath(f"data/cues_{language}.csv").read_text("utf-8").splitlines()
        return {row["class"] for row in csv.DictReader(rows)}

    assert set(NOUNS) <= classes("ru") & classes("en")
    assert {"sign", "plan", "talk", "deny", "cancel", "suspend", "rumour", "conditional"} <= classes("ru") & classes(
        "en"
    )


def test_a_word_list_is_russian_then_english_then_kazakh_and_an_unknown_one_fails() -> None:
    assert words("lack") == ("нет", "без", "no", "without", "not", "жоқ")
    assert all(table().values())
    with pytest.raises(KeyError):
        words("no such list")


def test_no_word_list_stands_in_the_table_twice() -> None:
    names = [row["name"] for row in rows("words")]
    assert sorted(names) == sorted(set(names))


def test_near_cues_come_nearest_first() -> None:
    seen = view("The parties signed a contract and then signed a memorandum.")
    [memorandum] = seen.cues("instrument", value="memorandum")
    near: list[Hit] = seen.near(memorandum.at, "sign")
    assert [seen.tokens[h.at].text for h in near] == ["signed", "signed"]
    assert near[0].at > near[1].at
