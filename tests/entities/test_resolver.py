"""Resolving names: one entity for one thing, whatever the order; short forms within a document; people's word first."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lodeline.entities.entity import Entity, Judgement, Name, Verdict
from lodeline.entities.resolver import Resolver, live

POOL = [
    Name("Testbed Resources plc", "a"),
    Name("Testbed", "a"),
    Name("Testbed", "b"),
    Name("Тестбед Ресурсез", "b"),
    Name("Testbed Energy", "c"),
    Name("Testbed", "c"),
    Name("Эрлан Сагынов", "a"),
    Name("Erlan Sagynov", "b"),
    Name("Сагынов", "c"),
    Name("Пробный Металл", "a"),
    Name("Пробного Металла", "c"),
    Name("США", "a"),
    Name("Washington", "b"),
    Name("EXIM", "a"),
    Name("второй источник", "a"),
    Name("второй источник", "b"),
]


def entity(names: list[Name], wanted: Name, judgements: tuple[Judgement, ...] = ()) -> Entity:
    return Resolver((), judgements).cluster(names)[wanted]


@settings(max_examples=60, deadline=None)
@given(st.permutations(POOL))
def test_the_order_of_names_never_matters(names: list[Name]) -> None:
    assert Resolver().cluster(names) == Resolver().cluster(POOL)
    assert Resolver(names).cluster(()) == Resolver(POOL).cluster(())


@settings(max_examples=40, deadline=None)
@given(st.permutations(POOL), st.permutations(["same", "different"]))
def test_the_order_of_names_does_not_matter_with_judgements_either(names: list[Name], verdicts: list[Verdict]) -> None:
    judged = (
        Judgement("Testbed Energy", "Testbed Resources plc", verdicts[0], "reviewer", "2026-01-02"),
        Judgement("Erlan Sagynov", "Эрлан Сагынов", verdicts[1], "reviewer", "2026-01-02"),
    )
    assert Resolver((), judged).cluster(names) == Resolver((), judged[::-1]).cluster(POOL)


@given(st.lists(st.sampled_from(POOL), unique=True))
def test_every_name_asked_gets_an_entity(names: list[Name]) -> None:
    assert set(Resolver().cluster(names)) == set(names)


def test_spellings_across_documents_and_scripts_are_one_entity() -> None:
    found = Resolver().cluster(POOL)
    assert found[Name("Testbed Resources plc", "a")].key == found[Name("Тестбед Ресурсез", "b")].key
    assert found[Name("Эрлан Сагынов", "a")].key == found[Name("Erlan Sagynov", "b")].key
    assert found[Name("Пробный Металл", "a")].name == "Пробный Металл"
    assert found[Name("США", "a")].key == found[Name("Washington", "b")].key == "US"


def test_a_short_form_means_the_long_form_of_its_own_document() -> None:
    found = Resolver().cluster(POOL)
    assert found[Name("Testbed", "a")].key == found[Name("Testbed Resources plc", "a")].key
    assert found[Name("Testbed", "c")].key == found[Name("Testbed Energy", "c")].key
    assert found[Name("Testbed", "a")].key != found[Name("Testbed", "c")].key


def test_a_short_form_is_left_alone_where_two_long_forms_fit() -> None:
    names = [Name("Testbed Energy", "a"), Name("Testbed Metals", "a"), Name("Testbed", "a")]
    assert len({each.key for each in Resolver().cluster(names).values()}) == 3


def test_a_surname_alone_means_the_only_person_of_that_name_in_all_documents() -> None:
    found = Resolver().cluster(POOL)
    assert found[Name("Сагынов", "c")].key == found[Name("Эрлан Сагынов", "a")].key
    assert "short" in found[Name("Сагынов", "c")].why


def test_a_source_without_a_name_is_another_in_another_document() -> None:
    found = Resolver().cluster(POOL)
    assert found[Name("второй источник", "a")].key != found[Name("второй источник", "b")].key


def test_a_person_and_a_company_of_one_name_stay_apart() -> None:
    person, company = Name("Форт", "a", kind="person"), Name("Форт Майнинг", "a", kind="organisation")
    found = Resolver().cluster([person, company])
    assert found[person].key != found[company].key


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_a_judgement_stands_before_spelling_and_can_be_taken_back(verdict: Verdict) -> None:
    one, other = Name("Пробный Металл", "a"), Name("Probny Metall", "b")
    if verdict == "same":
        other = Name("Quite Another plc", "b")
    given_word = Judgement(one.text, other.text, verdict, "reviewer", "2026-01-02")
    taken_back = Judgement(other.text, one.text, "unsure", "reviewer", "2026-01-03")
    joined = [entity([one, other], each).key for each in (one, other)]
    judged = [entity([one, other], each, (given_word,)).key for each in (one, other)]
    back = [entity([one, other], each, (given_word, taken_back)).key for each in (one, other)]
    assert (judged[0] == judged[1]) is (verdict == "same")
    assert (joined[0] == joined[1]) is not (judged[0] == judged[1])
    assert back == joined


def test_names_judged_different_are_not_joined_by_way_of_a_third() -> None:
    names = [Name("Пробный Металл", "a"), Name("Probny Metall", "b"), Name("Пробного Металла", "c")]
    judged = (Judgement("Пробный Металл", "Probny Metall", "different", "reviewer", "2026-01-02"),)
    found = Resolver((), judged).cluster(names)
    assert found[names[0]].key != found[names[1]].key


def test_a_name_judged_the_same_as_a_known_institution_takes_its_key() -> None:
    judged = (Judgement("the Washington lender", "EXIM", "same", "reviewer", "2026-01-02"),)
    names = [Name("the Washington lender", "a"), Name("EXIM", "b")]
    assert Resolver((), judged).cluster(names)[names[0]].key == "exim-us"


def test_the_last_judgement_on_a_pair_is_live_in_whatever_direction_it_was_given() -> None:
    early = Judgement("A", "B", "same", "one", "2026-01-01")
    late = Judgement("B", "A", "different", "two", "2026-02-01")
    assert live([late, early]) == {("A", "B"): late}


def test_resolving_one_name_needs_no_other_names() -> None:
    resolver = Resolver()
    assert resolver.resolve("Астана").key == "KZ"
    assert resolver.resolve("«Проба»").key == resolver.resolve("Proba LLP").key
    assert resolver.resolve("Testbed Resources", kind="organisation").kind == "organisation"


def test_resolving_a_name_met_before_gives_the_entity_of_its_cluster() -> None:
    resolver = Resolver([Name("Эрлан Сагынов", "a"), Name("Сагынов", "a")])
    assert resolver.resolve("Сагынов").name == "Эрлан Сагынов"


def test_a_body_of_no_telling_name_is_bound_to_its_state() -> None:
    names = [Name("National Mining Company", "a", country="KZ"), Name("National Mining Company", "b", country="UZ")]
    assert len({each.key for each in Resolver().cluster(names).values()}) == 2
