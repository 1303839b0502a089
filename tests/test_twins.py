"""Twins of the gold text: Russian cases, agreement, offsets, and gold claims that still fit their text."""

import json
import re
from pathlib import Path

import pytest
import twin_grammar as grammar
import twin_names as names
import twin_plan
import twins
from hypothesis import given
from hypothesis import strategies as st

SHARED = Path(__file__).parents[2] / "shared"


@pytest.mark.parametrize(
    ("name", "case", "expected"),
    [
        ("Оскар Штайнер", "ablt", "Оскаром Штайнером"),
        ("Рашид Каримов", "ablt", "Рашидом Каримовым"),
        ("Даниэль Манцини", "datv", "Даниэлю Манцини"),
        ("Эмиль Обенг", "accs", "Эмиля Обенга"),
    ],
)
def test_men_decline(name: str, case: str, expected: str) -> None:
    assert grammar.name_paradigm(name)[case] == expected


@pytest.mark.parametrize(
    ("phrase", "case", "expected"),
    [
        ("Западная Африка", "ablt", "Западной Африкой"),
        ("Буэнос-Айрес", "loct", "Буэнос-Айресе"),
        ("Инвестиционный банк", "accs", "Инвестиционный банк"),
        ("Перу", "gent", "Перу"),
    ],
)
def test_phrases_decline_word_by_word(phrase: str, case: str, expected: str) -> None:
    assert grammar.paradigm(phrase)[case] == expected


@pytest.mark.parametrize(
    ("before", "cases", "expected"),
    [
        ("министр торговли ", ["nomn", "gent"], "gent"),
        ("добыча в ", ["nomn", "accs"], "accs"),
        ("спор между ", list(grammar.CASES), "ablt"),
        ("Министр посетил ", ["nomn", "accs"], "accs"),
        ("Вчера, ", ["nomn", "accs"], "nomn"),
    ],
)
def test_the_word_before_tells_the_case(before: str, cases: list[str], expected: str) -> None:
    assert grammar.chosen_case(cases, before) == expected


@pytest.mark.parametrize(
    ("text", "gender", "expected"),
    [
        ("Чад объявил конкурс.", "femn", "объявила"),
        ("Чад также провел торги.", "femn", "провела"),
        ("Чад и Габон", "femn", None),
    ],
)
def test_the_verb_beside_a_new_subject_agrees(text: str, gender: str, expected: str | None) -> None:
    found = grammar.agreeing_verb(text, len("Чад"), gender)
    assert (found[2] if found else None) == expected


edits_of_ten = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 1), st.text("xyz", max_size=3)), max_size=5, unique_by=lambda e: e[0]
).map(lambda found: sorted(twins.Edit(2 * i, 2 * i + length, new) for i, length, new in found if length or new))


@given(edits_of_ten, st.integers(0, 10))
def test_an_offset_outside_edits_still_cuts_the_same_letters(edits: list[twins.Edit], offset: int) -> None:
    text = "abcdefghij"
    rewritten = twins.Rewritten(text, edits)
    if not any(edit.start <= offset <= edit.stop for edit in edits):
        assert rewritten.text[rewritten.moved(offset) :][:1] == text[offset : offset + 1]


def test_the_same_seed_and_number_give_the_same_plan_and_others_another() -> None:
    assert twin_plan.plan_twin(3, seed=1).codes == twin_plan.plan_twin(3, seed=1).codes
    assert twin_plan.plan_twin(3, seed=1).codes != twin_plan.plan_twin(4, seed=1).codes


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[twins.Json]:
    if not (SHARED / names.GOLD_FILE).is_file():
        pytest.skip("the gold text that twins are made of is not beside this checkout")
    folders = twins.make(SHARED, tmp_path_factory.mktemp("twins"), count=12, seed=2)
    return [json.loads((folder / f"{folder.name}.json").read_text("utf-8")) for folder in folders]


def test_every_claim_of_a_twin_stands_in_its_text(made: list[twins.Json]) -> None:
    assert [(d["id"], c["id"]) for d in made for c in d["claims"] if c["evidence"] not in d["text"]] == []


def test_no_name_of_the_original_is_left_in_a_twin(made: list[twins.Json]) -> None:
    stems = [man.split()[-1] for man in names.MEN] + ["Астан", "Вашингтон", "казахстанск", "американск", "Казахстан"]
    gone = re.compile(rf"\b(?:{'|'.join(stems)})(?:[аеуы]|о[мйе]|ый|ий|ая|ым|его)?\b", re.IGNORECASE)
    assert [(d["id"], gone.findall(d["text"])) for d in made[1:] if gone.search(d["text"])] == []


def test_some_twins_deny_a_deal_and_some_name_no_currency(made: list[twins.Json]) -> None:
    claims = {d["id"]: {c["id"]: c for c in d["claims"]} for d in made[1:]}
    denied = [name for name, by_id in claims.items() if any(c.get("status") == "denied" for c in by_id.values())]
    silent = [name for name, by_id in claims.items() if by_id["c1"]["amount"]["currency"] is None]
    assert 0 < len(denied) < len(claims)
    assert 0 < len(silent) < len(claims)
    for name in denied:
        [deal] = [c for c in claims[name].values() if c.get("status") == "denied"]
        assert "опроверг" in deal["evidence"]
