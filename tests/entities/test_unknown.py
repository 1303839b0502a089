"""Names that the vocabulary does not know: the proper part of a description, and names that name nobody."""

from __future__ import annotations

import pytest

from lodeline.entities.entity import Name
from lodeline.entities.unknown import alone, at_first, is_described, proper


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("фонд Testbed Ores", "Testbed Ores"),
        ("госкомпания «Пробный Рудник»", "«Пробный Рудник»"),
        ("«Сынақ» қоры", "«Сынақ»"),
        ("министр энергетики Эрлан Сагынов", "Эрлан Сагынов"),
        ("национальный перевозчик Казахстана", "национальный перевозчик Казахстана"),
        ("Testbed Ores", "Testbed Ores"),
        ("Пробный Рудник", "Пробный Рудник"),
    ],
)
def test_a_description_around_a_quoted_or_latin_name_falls_away(text: str, name: str) -> None:
    assert proper(text) == name


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("второй источник", True),
        ("Chinese group", True),
        ("a Chinese company", True),
        ("Министерство торговли", True),
        ("Energy Minister", True),
        ("Testbed Ores", False),
        ("Uzbek Salt", False),
        ("Korea Salt", False),
        ("Эрлан Сагынов", False),
    ],
)
def test_descriptions_and_bodies_of_an_untold_state_name_nobody(text: str, described: bool) -> None:
    assert is_described(text) is described


def test_a_national_body_of_a_state_is_one_in_all_documents_and_a_mere_company_is_not() -> None:
    carriers = [alone(Name("национальный перевозчик Казахстана", document)).key for document in ("a", "b")]
    companies = [alone(Name("казахстанская компания", document)).key for document in ("a", "b")]
    assert len(set(carriers)) == 1
    assert len(set(companies)) == 2


def test_an_institution_is_known_with_a_word_of_description_before_it() -> None:
    assert at_first(Name("банк развития KfW")).key == "kfw"
