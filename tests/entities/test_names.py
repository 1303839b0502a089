"""Comparing names: pairs that are one and pairs that are not, each with the reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lodeline.entities.names import ALONE, SAME, SHORT, compare

ONE = [
    ("Testbed Resources plc", "Testbed Resources"),
    ("Testbed Resources", "Тестбед Ресурсез"),
    ("ТОО «Пробный Металл»", "Пробный Металл"),
    ("Пробный Металл", "Пробного Металла"),
    ("Probny Metall LLP", "Пробный Металл"),
    ("Эрлан Сагынов", "Erlan Sagynov"),
    ("Ричард Хантон", "Richard Hunton"),
    ("Джозеф Хартман", "Joseph Hartman"),
    ("Ван Цзиньлун", "Wang Jinlong"),
    ("Сагынов Эрлан", "Эрлан Сагынов"),
    ("Ulu-Kazgan Mining OJSC", "ОАО «Улу-Казган Майнинг»"),
]
SHORTS = [
    ("Testbed", "Testbed Resources plc"),
    ("Сагынов", "Эрлан Сагынов"),
    ("Э. Сагынов", "Эрлан Сагынов"),
    ("TRM", "Testbed Rare Metals"),
]
TWO = [
    ("Testbed Metals", "Testbed Energy"),
    ("Северный Вольфрам", "Южный Вольфрам"),
    ("Block 4 Mining", "Block 5 Mining"),
    ("Алихан Сагынов", "Алимхан Сагынов"),
    ("Эрлан Сагынов", "Эрлан Сагитов"),
    ("Blue Salt", "Blue Sand"),
    ("Иванов", "Иванова"),
    ("Gold", "Gold Fields"),
    ("Kara Gold", "Kora Copper"),
    ("Testbed", "Testbed Indonesia"),
    ("Testbed Orion", "Testbed Oren"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_spellings_of_one_name_are_the_same_anywhere(one: str, other: str) -> None:
    score = compare(one, other)
    assert score.value >= SAME, score


@pytest.mark.parametrize(("short", "full"), SHORTS)
def test_short_forms_are_likely_but_not_the_same_everywhere(short: str, full: str) -> None:
    score = compare(short, full)
    assert SHORT <= score.value < SAME, score


@pytest.mark.parametrize(("one", "other"), TWO)
def test_names_of_two_things_are_not_the_same(one: str, other: str) -> None:
    score = compare(one, other)
    assert score.value < SHORT, score


def test_a_longer_name_with_another_telling_word_is_the_same_in_its_document_only() -> None:
    assert compare("Testbed", "Testbed Group").value >= ALONE > compare("Testbed", "Testbed Smelting").value >= SHORT
    assert compare("Testbed", "Testbed Metals").value < ALONE  # it may be a firm of the group


@given(st.sampled_from([*ONE, *SHORTS, *TWO]))
def test_a_comparison_has_no_direction_and_always_a_reason(pair: tuple[str, str]) -> None:
    assert compare(*pair) == compare(*reversed(pair))
    assert compare(*pair).why


@given(st.text(min_size=0, max_size=20))
def test_any_text_can_be_compared_with_itself(name: str) -> None:
    assert 0.0 <= compare(name, name).value <= 1.0
