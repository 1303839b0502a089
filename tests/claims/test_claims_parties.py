"""Who does what to whom: parties by their function in the sentence, whatever the language."""

import pytest
from told import claims, document, only, parties

from lodeline.claims.parties import agent, parties_at, parties_under, patient, subject
from lodeline.claims.scene import Scene, View, set_scene
from lodeline.language.analysis import Token
from lodeline.language.reader import analyse
from lodeline.language.tree import is_verb


def scene(text: str) -> tuple[Scene, View]:
    found = set_scene(analyse(document(text)))
    return found, found.views[0]


def verb(view: View, lemma: str) -> int:
    fits: list[tuple[int, Token]] = [(i, t) for i, t in enumerate(view.tokens) if is_verb(t) and t.lemma == lemma]
    return fits[0][0]


@pytest.mark.parametrize(
    ("text", "lemma", "who", "whom"),
    [
        ("Kerrow Copper bought Brightwater Mining.", "buy", ["Kerrow Copper"], ["Brightwater Mining"]),
        ("Brightwater Mining was bought by Kerrow Copper.", "buy", ["Kerrow Copper"], ["Brightwater Mining"]),
        ("Kerrow Copper plans to buy Brightwater Mining.", "buy", ["Kerrow Copper"], ["Brightwater Mining"]),
        ("Kerrow Copper and Fenwick Nickel bought it.", "buy", ["Kerrow Copper", "Fenwick Nickel"], []),
        ("«Керроу Медь» купила «Брайтуотер».", "купить", ["Керроу Медь"], ["Брайтуотер"]),
        ("Компания «Брайтуотер» была куплена «Северной медью».", "купить", ["Северная медь"], ["Брайтуотер"]),
        ("«Керроу Медь» намерена купить «Брайтуотер».", "купить", ["Керроу Медь"], ["Брайтуотер"]),
        ("«Керроу Медь» и «Фенвик Никель» купили его.", "купить", ["Керроу Медь", "Фенвик Никель"], []),
    ],
)
def test_who_acts_and_what_is_acted_on(text: str, lemma: str, who: list[str], whom: list[str]) -> None:
    found, view = scene(text)
    at = verb(view, lemma)
    assert [ref.name for ref in subject(found, view, at)] == who
    assert [ref.name for ref in patient(found, view, at)] == whom


def test_an_active_verb_has_no_agent() -> None:
    found, view = scene("Kerrow Copper bought Brightwater Mining.")
    assert agent(found, view, verb(view, "buy")) == []


@pytest.mark.parametrize(
    ("text", "lemma", "prepositions", "name"),
    [
        ("Kerrow Copper bought it from Brightwater Mining.", "buy", ("from",), "Brightwater Mining"),
        ("«Керроу Медь» купила его у компании «Брайтуотер».", "купить", ("у",), "Брайтуотер"),
    ],
)
def test_parties_under_a_preposition(text: str, lemma: str, prepositions: tuple[str, ...], name: str) -> None:
    found, view = scene(text)
    at = verb(view, lemma)
    assert [ref.name for ref in parties_under(found, view, at, prepositions)] == [name]
    assert parties_under(found, view, at, ("вместо", "instead")) == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Президенты Чили и Перу встретились в Лиме.", {"Чили", "Перу"}),
        ("The presidents of Chile and Peru met in Lima.", {"Chile", "Peru"}),
    ],
)
def test_a_plural_post_stands_for_the_states_it_names(text: str, people: set[str]) -> None:
    assert {party.name for party in only(text, "meeting").parties} == people


def test_a_post_with_a_name_is_the_person_and_not_his_firm() -> None:
    text = "«Мы опоздали на два года», — сказал управляющий партнёр «Металл-Плюс» Егор Лыков."
    assert parties(only(text, "statement"), "speaker") == ["Егор Лыков"]


def test_other_names_that_the_text_gives_are_aliases() -> None:
    text = "Kerrow Copper Corporation (KCC) bought the Sesheke mine. KCC will close it."
    [buyer] = [p for p in claims(text, "acquisition")[0].parties if p.role == "acquirer"]
    assert buyer.name == "Kerrow Copper Corporation"
    assert "KCC" in buyer.aliases
    assert buyer.name not in buyer.aliases


def test_a_party_that_is_told_twice_is_one() -> None:
    found, view = scene("Kerrow Copper and Kerrow Copper bought it.")
    assert len(parties_at(found, view, subject_at(view))) <= 1


def subject_at(view: View) -> int:
    return next(i for i, t in enumerate(view.tokens) if t.relation.startswith("nsubj"))


@pytest.mark.parametrize("text", ["It was bought.", "Его купили.", "Buy!", "Купить."])
def test_where_nobody_is_named_there_is_no_party(text: str) -> None:
    found, view = scene(text)
    assert [subject(found, view, i) + patient(found, view, i) for i in range(len(view.tokens))] == [[]] * len(
        view.tokens
    )


@pytest.mark.parametrize(
    ("text", "lemma", "who"),
    [
        ("A consortium led by Norway's Kerrow Copper bought the mine.", "buy", "Kerrow Copper"),
        ("A group of lenders headed by Fenwick Bank bought the debt.", "buy", "Fenwick Bank"),
        ("The alliance, which leads the market, bought Kerrow Copper.", "buy", "alliance"),
        ("Консорциум во главе с «Керроу Медь» купил рудник.", "купить", "Керроу Медь"),
        ("Группа инвесторов под руководством компании «Фенвик» купила рудник.", "купить", "Фенвик"),
        ("Консорциум, который возглавляет рынок, купил «Керроу Медь».", "купить", "Консорциум"),
        ("The Ghanaian side bought the stake.", "buy", "Ghana"),
        ("Чилийская сторона купила долю.", "купить", "Чили"),
    ],
)
def test_a_group_without_a_name_is_who_leads_it_and_a_side_is_its_state(text: str, lemma: str, who: str) -> None:
    found, view = scene(text)
    assert [ref.name for ref in subject(found, view, verb(view, lemma))] == [who]
