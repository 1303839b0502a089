"""Commodities: every name leads to one of them."""

from __future__ import annotations

from collections import Counter

import pytest

from lodeline.vocabulary.materials import material, material_named, materials, within


def test_every_material_has_a_name_in_each_language_and_its_key_or_a_synonym_in_english() -> None:
    assert len(materials()) >= 60
    assert [each.key for each in materials() if not (each.names_en and each.names_ru and each.names_kk)] == []


def test_every_parent_is_a_material_and_no_chain_runs_in_a_circle() -> None:
    for each in materials():
        chain = within(each.key)
        assert len(chain) == len(set(chain))
        assert all(material(key) is not None for key in chain)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_no_name_means_two_materials(language: str) -> None:
    bearers = Counter(name.lower() for each in materials() for name in each.names(language))
    assert [name for name, count in bearers.items() if count > 1] == []


def test_no_adjective_means_two_materials() -> None:
    bearers = Counter(adjective for each in materials() for adjective in each.adjectives("ru"))
    assert [adjective for adjective, count in bearers.items() if count > 1] == []


def test_what_is_marked_ambiguous_is_a_name_or_an_adjective_of_that_material() -> None:
    for each in materials():
        assert each.ambiguous_en <= {*each.names("en"), *each.adjectives("en")}, each.key
        assert each.ambiguous_ru <= {*each.names("ru"), *each.adjectives("ru")}, each.key


@pytest.mark.parametrize(
    ("language", "name", "key"),
    [
        ("ru", "сподумен", "lithium"),
        ("ru", "РЗМ", "rare earths"),
        ("ru", "сурьма", "antimony"),
        ("en", "wolframite", "tungsten"),
        ("en", "rare-earth elements", "rare earths"),
        ("en", "yellowcake", "uranium"),
        ("kk", "мыс", "copper"),
    ],
)
def test_a_name_or_form_leads_to_its_material(language: str, name: str, key: str) -> None:
    assert [each.key for each in materials() if name in each.names(language)] == [key]


def test_the_metal_lead_is_marked_as_an_ambiguous_word_and_tungsten_is_not() -> None:
    lead, tungsten = material("lead"), material("tungsten")
    assert lead is not None
    assert tungsten is not None
    assert "lead" in lead.ambiguous_en
    assert "tungsten" not in tungsten.ambiguous_en


def test_neodymium_lies_within_rare_earths_and_titanium_minerals_within_titanium() -> None:
    assert "rare earths" in within("neodymium")
    assert "titanium" in within("titanium minerals")


def test_an_unknown_key_gives_none() -> None:
    assert material("unobtainium") is None


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Платиноиды", "platinum group metals"),
        ("platinum-group metals", "platinum group metals"),
        ("тяжёлая нефть", "oil"),
    ],
)
def test_a_material_is_found_by_any_name_whatever_its_case(name: str, key: str) -> None:
    found = material_named(name)
    assert found is not None
    assert found.key == key
