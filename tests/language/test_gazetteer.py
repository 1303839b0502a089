from __future__ import annotations

import pytest

from lodeline.language.gazetteer import Found, Gazetteer, Known
from lodeline.language.reader import normal_of
from lodeline.vocabulary.lexicon import Lexicon

ORE = Known("material", "tungsten", None, "вольфрам")
STATE = Known("country", "KZ", "KZ", "Казахстан")
BODY = Known("institution", "fund", "KZ", "Фонд Казахстан")


def gazetteer() -> Gazetteer:
    names = Lexicon.build([("Казахстан", STATE), ("Фонд Казахстан", BODY)], str.lower)
    ores = Lexicon.build([("вольфрам", ORE), ("вольфрам", Known("material", "other"))], str.lower)
    return Gazetteer((names, ores))


def test_the_longest_name_of_a_lexicon_wins() -> None:
    assert list(gazetteer().find(["фонд", "казахстан", "и", "казахстан"])) == [
        Found(0, 2, (BODY,)),
        Found(3, 4, (STATE,)),
    ]


def test_every_bearer_of_a_name_is_kept_and_asked_for_by_kind() -> None:
    (found,) = gazetteer().find(["вольфрам"])
    assert [known.key for known in found.known] == ["tungsten", "other"]
    assert found.of("country", "material") == ORE
    assert found.of("country") is None


@pytest.mark.parametrize(
    ("language", "word", "base"),
    [
        ("ru", "Астану", "астана"),
        ("ru", "Улытауской", "улытауский"),
        ("ru", "кобдинского", "кобдинский"),
        ("ru", "морского", "морской"),
        ("ru", "вольфрама", "вольфрам"),
        ("en", "smelters", "smelter"),
        ("kk", "Кеніш", "кеніш"),
    ],
)
def test_a_word_is_looked_up_by_its_dictionary_form(language: str, word: str, base: str) -> None:
    assert normal_of(language)(word) == base
