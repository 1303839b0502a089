"""Names that the vocabulary knows: states and their voices, ministries and offices, institutions."""

from __future__ import annotations

import pytest

from lodeline.entities.known import known


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Казахстан", "KZ"),
        ("Республики Казахстан", "KZ"),
        ("Астана", "KZ"),
        ("Қазақстан үкіметі", "KZ"),
        ("правительство Казахстана", "KZ"),
        ("Kazakhstan's government", "KZ"),
        ("the Kazakh authorities", "KZ"),
        ("казахстанская сторона", "KZ"),
        ("Белый дом", "US"),
        ("Соединенных Штатов", "US"),
        ("the US administration", "US"),
        ("Кремль", "RU"),
        ("Пекин", "CN"),
        ("власти Мали", "ML"),
        ("Брюссель", "EU"),
        ("Government of Canada", "CA"),
        ("Нигера", "NE"),
        ("Нигерии", "NG"),
        ("Guinea", "GN"),
        ("Equatorial Guinea", "GQ"),
    ],
)
def test_states_in_any_case_their_capitals_and_governments_are_the_state(name: str, code: str) -> None:
    found = known(name)
    assert found is not None
    assert (found.key, found.kind) == (code, "state")


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (
            ("Министерство торговли США", "US Department of Commerce", "US Commerce Department", "Минторг США"),
            "US/ministry/trade",
        ),
        (("Минэнерго Казахстана", "Ministry of Energy of Kazakhstan"), "KZ/ministry/energy"),
        (("Госдепартамент США", "State Department", "US State Department"), "US/ministry/foreign-affairs"),
        (("Министерство коммерции КНР", "China's Commerce Ministry"), "CN/ministry/trade"),
        (
            ("Минпромстрой Казахстана", "Ministry of Industry and Construction of Kazakhstan"),
            "KZ/ministry/construction+industry",
        ),
        (("Пентагон", "US Department of Defense"), "US/ministry/defence"),
    ],
)
def test_a_ministry_has_one_key_in_all_its_names_and_its_state_as_parent(names: tuple[str, ...], key: str) -> None:
    for name in names:
        found = known(name)
        assert found is not None, name
        assert (found.key, found.kind, found.parent) == (key, "ministry", key[:2]), name


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (("министр торговли США", "US Commerce Secretary", "глава Минторга США"), "US/post/minister/trade"),
        (("госсекретарь США", "US Secretary of State"), "US/post/minister/foreign-affairs"),
        (("президент Казахстана", "Kazakh President", "Kazakhstan's president"), "KZ/post/president"),
        (("министр иностранных дел Узбекистана", "Uzbek Foreign Minister"), "UZ/post/minister/foreign-affairs"),
        (("посол США в Казахстане", "US ambassador to Kazakhstan"), "US/post/ambassador/KZ"),
    ],
)
def test_an_office_has_one_key_in_all_its_names_and_its_state_as_parent(names: tuple[str, ...], key: str) -> None:
    for name in names:
        found = known(name)
        assert found is not None, name
        assert (found.key, found.kind, found.parent) == (key, "post", key[:2]), name


@pytest.mark.parametrize(
    ("name", "key", "kind"),
    [
        ("Export-Import Bank of the United States", "exim-us", "organisation"),
        ("Экспортно-импортный банк США", "exim-us", "organisation"),
        ("Экспортно-импортного банка Соединённых Штатов", "exim-us", "organisation"),
        ("EXIM", "exim-us", "organisation"),
        ("Экспортно-импортный банк Китая", "china-exim", "organisation"),
        ("ЕБРР", "ebrd", "organisation"),
        ("Авраамовы соглашения", "abraham-accords", "treaty"),
        ("Соглашений Авраама", "abraham-accords", "treaty"),
        ("Abraham Accords", "abraham-accords", "treaty"),
        ("Центральная Азия", "Central Asia", "group"),
        ("US officials", "US/officials", "group"),
        ("официальные лица США", "US/officials", "group"),
        ("парламент Казахстана", "KZ/parliament", "organisation"),
        ("Zambia's central bank", "ZM/central-bank", "organisation"),
        ("Национального банка Казахстана", "nbk", "organisation"),
        ("МИД Чили", "CL/ministry/foreign-affairs", "ministry"),
        ("Balochistan", "place/PK/balochistan", "place"),
    ],
)
def test_institutions_groups_and_places_have_the_vocabulary_key(name: str, key: str, kind: str) -> None:
    found = known(name)
    assert found is not None
    assert (found.key, found.kind) == (key, kind)


@pytest.mark.parametrize(
    "name", ["«Астана»", "Testbed Minerals", "правительство", "Ministry of Mines", "Georgia Pacific"]
)
def test_quoted_capitals_companies_and_bodies_of_no_state_are_not_known(name: str) -> None:
    assert known(name) is None


def test_the_state_of_the_mention_completes_a_bare_body() -> None:
    government, ministry = known("правительство", where="KZ"), known("Ministry of Mines", where="ZM")
    assert government is not None
    assert government.key == "KZ"
    assert ministry is not None
    assert ministry.key == "ZM/ministry/mining"


def test_a_person_or_deposit_named_like_a_state_is_not_the_state() -> None:
    assert known("Jordan", kind="person") is None
    assert known("Астана", kind="asset") is None


def test_a_material_is_found_by_any_of_its_names() -> None:
    found = known("редкоземельные металлы", kind="material")
    assert found is not None
    assert found.key == "rare earths"
