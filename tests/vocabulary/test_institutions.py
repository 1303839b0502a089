"""Institutions and terms: keys are unique, names lead to one institution."""

from __future__ import annotations

from collections import defaultdict

import pytest

from lodeline.vocabulary.institutions import institution, institutions
from lodeline.vocabulary.places import country
from lodeline.vocabulary.terms import terms, terms_of

KINDS = {
    *("development_bank", "export_credit", "fund", "state_company", "organisation"),
    *("ministry", "programme", "treaty", "media", "think_tank"),
}


def test_keys_are_unique_kinds_are_known_and_states_exist() -> None:
    keys = [each.key for each in institutions()]
    assert len(keys) == len(set(keys)) >= 250
    assert {each.kind for each in institutions()} <= KINDS
    assert [each.key for each in institutions() if each.country and country(each.country) is None] == []


def test_a_name_of_two_institutions_is_marked_ambiguous_by_each() -> None:
    bearers = defaultdict(set)
    for each in institutions():
        for name in each.all_names:
            bearers[name].add((each.key, name in each.ambiguous))
    assert {name for name, keys in bearers.items() if len(keys) > 1 and not all(marked for _, marked in keys)} == set()


@pytest.mark.parametrize(
    ("name", "language", "key"),
    [
        ("Экспортно-импортный банк США", "ru", "exim-us"),
        ("Export-Import Bank of the United States", "en", "exim-us"),
        ("ЕБРР", "ru", "ebrd"),
        ("EBRD", "ru", "ebrd"),
        ("Авраамовы соглашения", "ru", "abraham-accords"),
        ("Abraham Accords", "en", "abraham-accords"),
        ("ДСҰ", "kk", "wto"),
    ],
)
def test_names_and_abbreviations_lead_to_the_institution(name: str, language: str, key: str) -> None:
    assert [each.key for each in institutions() if name in each.names(language)] == [key]


def test_an_unknown_institution_is_none() -> None:
    assert institution("guild-of-alchemists") is None


def test_no_term_has_two_values_in_a_class() -> None:
    seen = [(each.language, each.kind, each.term) for each in terms()]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize(
    ("kind", "language", "term", "value"),
    [
        ("post", "ru", "премьер-министр", "state"),
        ("post", "en", "chief executive", "company"),
        ("organisation_head", "ru", "министерство", "state"),
        ("organisation_head", "en", "bank", "bank"),
        ("asset_head", "ru", "рудник", "mine"),
        ("asset_head", "en", "smelter", "plant"),
        ("legal_form", "ru", "ТОО", ""),
        ("source_word", "ru", "собеседник", ""),
    ],
)
def test_terms_stand_in_their_class(kind: str, language: str, term: str, value: str) -> None:
    assert terms_of(kind, language)[term] == value
