"""Why two names are one or two: the deciding sign first, and a person's last word before everything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lodeline.entities.entity import Judgement, Name, Verdict
from lodeline.entities.explain import explain
from lodeline.entities.resolver import Resolver


@pytest.mark.parametrize(
    ("left", "right", "answer", "sign"),
    [
        ("Казатомпром", "Kazatomprom JSC", "same", "both are known"),
        ("Sary Ken", "Сары-Кен", "same", "spelling: same spelling when folded"),
        ("Borealis Metals", "Northlight Mining", "different", "spelling: different words"),
        ("Kazakhstan", "Uzbekistan", "different", "both are known: Kazakhstan and Uzbekistan"),
    ],
)
def test_the_answer_stands_on_a_sign_that_is_named(left: str, right: str, answer: str, sign: str) -> None:
    found = explain(left, right)
    assert found.answer == answer
    assert found.signs[0].what.startswith(sign)
    assert 0 <= found.score <= 1


def said(verdict: Verdict, day: str) -> Judgement:
    return Judgement("Sary Ken", "Сары-Кен", verdict, "ann", day, "two firms")


def test_the_last_word_of_a_person_stands_and_unsure_takes_it_back() -> None:
    apart = (said("different", "2031-01-01"),)
    assert explain("Sary Ken", "Сары-Кен", apart).answer == "different"
    assert explain("Sary Ken", "Сары-Кен", apart).signs[0].what == (
        "ann judged them different on 2031-01-01: two firms"
    )
    assert explain("Sary Ken", "Сары-Кен", (*apart, said("unsure", "2031-01-02"))).answer == "same"


NAMES = ("Sary Ken", "Сары-Кен", "Northlight", "Northlight Mining", "Borealis Metals", "Kazatomprom", "Казахстан")


@given(
    pair=st.lists(st.sampled_from(NAMES), min_size=2, max_size=2, unique=True),
    verdict=st.sampled_from(("same", "different")),
    met=st.lists(st.sampled_from(NAMES), min_size=2, unique=True),
)
def test_a_word_that_is_taken_back_leaves_nothing_behind(pair: list[str], verdict: Verdict, met: list[str]) -> None:
    """Split undoes merge, and merge undoes split, whatever other names are there."""
    names = [Name(name) for name in {*met, *pair}]
    first = Judgement(pair[0], pair[1], verdict, "ann", "2031-01-01")
    back = Judgement(pair[1], pair[0], "unsure", "ann", "2031-01-02")
    assert Resolver(judgements=(first, back)).cluster(names) == Resolver().cluster(names)


@given(met=st.lists(st.sampled_from(NAMES), min_size=3, unique=True), verdict=st.sampled_from(("same", "different")))
def test_the_last_word_is_kept_to_where_other_names_are_there(met: list[str], verdict: Verdict) -> None:
    one, two = sorted(met)[:2]
    found = Resolver(judgements=(Judgement(one, two, verdict, "ann", "2031-01-01"),)).cluster(map(Name, met))
    both_known = {found[Name(one)].key, found[Name(two)].key} <= {"KZ", "kazatomprom"}
    if not (verdict == "same" and both_known):
        assert (found[Name(one)].key == found[Name(two)].key) == (verdict == "same")
