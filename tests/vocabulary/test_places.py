"""States, groups of states and places: codes are unique, doubtful names are safe."""

from __future__ import annotations

from collections import defaultdict

import pytest

from lodeline.vocabulary.places import (
    city_named,
    countries,
    country,
    country_named,
    fold,
    place_named,
    places,
    region,
    region_named,
    regions,
)


@pytest.mark.parametrize("code", ["alpha2", "alpha3", "numeric"])
def test_codes_are_unique(code: str) -> None:
    codes = [value for each in countries() if (value := getattr(each, code))]
    assert len(codes) == len(set(codes))


def test_there_are_at_least_the_members_of_the_united_nations_and_all_have_names() -> None:
    assert len(countries()) >= 195
    assert [each.alpha2 for each in countries() if not (each.names_en and each.names_ru and each.names_kk)] == []


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_no_proper_name_means_two_states(language: str) -> None:
    bearers = defaultdict(set)
    for each in countries():
        for name in each.names(language):
            bearers[fold(name)].add(each.alpha2)
    assert {name: codes for name, codes in bearers.items() if len(codes) > 1} == {}


def test_members_of_regions_are_states() -> None:
    assert [(each.key, code) for each in regions() for code in each.members if country(code) is None] == []


def test_central_asia_has_its_five_states_and_the_european_union_twenty_seven() -> None:
    asia, union = region("Central Asia"), region("European Union")
    assert asia is not None
    assert set(asia.members) == {"KZ", "KG", "TJ", "TM", "UZ"}
    assert union is not None
    assert len(union.members) == 27


@pytest.mark.parametrize("code", ["KZ", "KAZ", "398"])
def test_any_iso_code_finds_the_state(code: str) -> None:
    found = country(code)
    assert found is not None
    assert found.alpha2 == "KZ"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("США", "US"),
        ("Соединённые Штаты Америки", "US"),
        ("Белый дом", "US"),
        ("Вашингтон", "US"),
        ("Kremlin", "RU"),
        ("Астана", "KZ"),
        ("Республика Казахстан", "KZ"),
        ("Кыргызстан", "KG"),
        ("Киргизия", "KG"),
        ("ДРК", "CD"),
        ("DR Congo", "CD"),
        ("Republic of the Congo", "CG"),
        ("Guinea", "GN"),
        ("Equatorial Guinea", "GQ"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("Брюссель", "EU"),
        ("Côte d'Ivoire", "CI"),
        ("АҚШ", "US"),
        ("Turkey", "TR"),
    ],
)
def test_names_capitals_and_metonyms_find_their_state(name: str, code: str) -> None:
    found = country_named(name)
    assert found is not None
    assert found.alpha2 == code


@pytest.mark.parametrize(("code", "name"), [("GE", "Georgia"), ("JO", "Jordan"), ("TD", "Chad"), ("CD", "Congo")])
def test_names_that_mean_something_else_too_are_marked(code: str, name: str) -> None:
    found = country(code)
    assert found is not None
    assert name in found.ambiguous_en


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Жетысу", "KZ"),
        ("Karaganda Region", "KZ"),
        ("Катанга", "CD"),
        ("Pilbara", "AU"),
        ("Семей", "KZ"),
        ("Иркутская область", "RU"),
    ],
)
def test_divisions_and_cities_lie_in_their_state(name: str, code: str) -> None:
    found = place_named(name)
    assert found is not None
    assert found.country == code


def test_every_place_lies_in_a_known_state_and_has_a_name() -> None:
    assert {each.country for each in places() if country(each.country) is None} <= {"GF", "RE", "MQ", "GP", "CW"}
    assert all(each.names_en for each in places())


def test_no_place_bears_the_name_of_another_state() -> None:
    states = {fold(name): each.alpha2 for each in countries() for name in (*each.names_en, *each.names_ru)}
    wrong = [
        (name, each.country)
        for each in places()
        if not each.ambiguous
        for name in (*each.names_en, *each.names_ru)
        if states.get(fold(name), each.country) != each.country
    ]
    assert wrong == []


def test_a_city_has_a_point_in_degrees_near_where_it_lies() -> None:
    city = city_named("Алматы")
    assert city is not None
    assert (round(city.latitude or 0), round(city.longitude or 0)) == (43, 77)
    assert city_named("no such town") is None


@pytest.mark.parametrize("name", ["central-asia", "Central Asia", "центральная Азия", "C5"])
def test_a_group_of_states_is_found_by_any_of_its_names(name: str) -> None:
    found = region_named(name)
    assert found is not None
    assert found.key == "Central Asia"
