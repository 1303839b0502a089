"""Folding: many spellings of one name, one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lodeline.entities.known import without_post
from lodeline.entities.spelling import folded, is_quoted, same_inflected, stem, words


@pytest.mark.parametrize(
    "spellings",
    [
        ("Токаев", "Tokayev", "Tokaev", "Токаев".upper()),
        ("Мирзиёев", "Мирзиеев", "Mirziyoyev"),
        ("Касым-Жомарт", "Kassym-Jomart", "Қасым-Жомарт"),
        ("Жапаров", "Japarov", "Zhaparov"),
        ("Джалал-Абад", "Jalal-Abad", "Жалал-Абад"),
        ("Хрущёв", "Khrushchev"),
        ("Бердымухамедов", "Berdymukhammedov", "Berdimuhamedov"),
        ("Байтерек", "Bayterek", "Baiterek"),
        ("Gécamines", "Gecamines"),
        ("Юсуф", "Yusuf", "Yousuf"),
    ],
)
def test_spellings_of_one_name_fold_to_one_form(spellings: tuple[str, ...]) -> None:
    assert len({folded(each) for each in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Nigeria", "Niger"), ("Иванов", "Петров"), ("Altyn", "Altai"), ("Сарыбулак", "Карабулак")]
)
def test_different_names_fold_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюяқғңұүөәі", min_size=1, max_size=12))
def test_folding_takes_no_notice_of_case_and_gives_plain_letters(word: str) -> None:
    assert folded(word) == folded(word.upper()) == folded(word.title())
    assert folded(word).isascii()


@pytest.mark.parametrize(
    ("nominative", "other"),
    [
        ("Казахстан", "Казахстана"),
        ("Россия", "России"),
        ("Белый", "Белого"),
        ("Штаты", "Штатов"),
        ("Китай", "Китая"),
        ("Египет", "Египта"),
        ("Соглашения", "Соглашений"),
        ("Қазақстан", "Қазақстанның"),
    ],
)
def test_cases_of_a_word_have_one_stem(nominative: str, other: str) -> None:
    assert stem(nominative) == stem(other)


def test_niger_and_nigeria_keep_different_stems_in_every_case() -> None:
    assert {stem("Нигер"), stem("Нигера")}.isdisjoint({stem("Нигерия"), stem("Нигерии")})


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ивановский", "Ивановского", True),
        ("металл", "металла", True),
        ("Алтай", "Алтая", True),
        ("Иванов", "Иванова", False),
        ("Голд", "Голт", False),
    ],
)
def test_case_endings_are_tolerated_but_surnames_of_two_people_are_not_one(one: str, other: str, same: bool) -> None:
    assert same_inflected(one, other) is same


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("министр энергетики Казахстана Ерлан Сагынов", "Ерлан Сагынов"),
        ("President Aida Bekova", "Aida Bekova"),
        ("Ерлан Сагынов", "Ерлан Сагынов"),
        ("министр энергетики Казахстана", "министр энергетики Казахстана"),
        ("Ministry of Energy", "Ministry of Energy"),
    ],
)
def test_a_post_before_a_full_name_falls_away(name: str, person: str) -> None:
    assert without_post(name) == person


def test_quotes_brackets_and_possessives_are_no_words() -> None:
    assert words("«Тестовый Рудник» (ТР)") == ("Тестовый", "Рудник")
    assert words("Kazakhstan's government") == ("Kazakhstan", "government")
    assert is_quoted("«Астана»")
    assert not is_quoted("Астана")
