"""What a sentence is about where it does not say: round-ups by item, sites by their homes and owners."""

import pytest
from told import claims, document, only, parties

from lodeline.claims.focus import Focus
from lodeline.claims.scene import Scene, set_scene
from lodeline.language.reader import analyse

LABEL = 25
"""Characters: shorter sentences are labels."""
ROUND_UP = """LITHIUM. Salmar Litio produced 14,000 tonnes of carbonate in Chile last year. It expects more in 2032.

TIN. Kuching Tin halted its mine in Malaysia on Monday. Output was 900 tonnes last year.

COPPER. A concentrator in Zambia has reopened. Luano Copper produced 30,000 tonnes last year.

COBALT. Prices were flat."""
LETTERS = """ОЛОВО. В Малайзии компания «Кучинг Тин» остановила рудник. В прошлом году получено 900 т концентрата.

МЕДЬ. В Замбии вновь открыта фабрика. «Луано Коппер» выпустила за год 30 тыс. т меди.

ЛИТИЙ. В Чили «Сальмар Литио» получила 14 тыс. т карбоната."""


def scene(text: str) -> Scene:
    return set_scene(analyse(document(text)))


def focus(text: str) -> Focus:
    return scene(text).focus


@pytest.mark.parametrize("text", [ROUND_UP, LETTERS])
def test_an_item_of_a_round_up_has_a_topic_of_its_own(text: str) -> None:
    told = scene(text)
    states = [
        told.focus.around(view.index).country for view in told.views if view.sentence.stop - view.sentence.start > 25
    ]
    assert set(states) == {"CL", "MY", "ZM"}
    assert len(set(told.focus.items)) >= 3


def test_nothing_crosses_from_one_item_to_the_next() -> None:
    told = scene(ROUND_UP)
    tin = next(view for view in told.views if "900" in told.text[view.sentence.start : view.sentence.stop])
    topic = told.focus.around(tin.index)
    assert (topic.country, topic.commodity) == ("MY", "tin")


def test_one_story_is_one_item() -> None:
    told = focus(
        "Kirra Gold will build a mine in Mali.\n\nThe company needs $90 million.\n\n"
        "Its bank is ready.\n\nWork begins soon."
    )
    assert set(told.items) == {0}


def test_a_bloc_or_a_buyer_s_state_is_not_where_things_lie() -> None:
    told = focus("The European Union wants tin. Kuching Tin mines it in Malaysia. Its smelter is small.")
    assert told.around(2).country == "MY"


@pytest.mark.parametrize(
    ("text", "site", "home"),
    [
        ("Kirra Gold will expand the Sabou mine in Mali.", "Sabou", "ML"),
        ("Chile's Rosada mine is closed. Kirra Gold left.", "Rosada", "CL"),
        ("Рудник «Дальний» в Киргизии закрыт. Россия молчит.", "Дальний", "KG"),
    ],
)
def test_a_site_has_its_home(text: str, site: str, home: str) -> None:
    assert focus(text).homes_of(site) == [home]


def test_a_company_s_home_is_not_its_site_s() -> None:
    told = focus("Britain's Kirra Gold will expand the Sabou mine. The Sabou mine lies in Mali.")
    assert told.homes_of("Sabou") == ["ML"]


def test_a_site_has_its_owner() -> None:
    told = scene("Toro Tin paid Kirra Gold, operator of the Sabou mine. The Sabou mine is old.")
    owner = told.focus.owner_of("Sabou")
    assert owner is not None
    assert told.mention(owner).name == "Kirra Gold"


def test_the_money_of_a_small_state_tells_where() -> None:
    assert focus("Kirra Gold has borrowed 40 million tenge. It will repay the loan.").around(1).country == "KZ"
    assert focus("Kirra Gold has borrowed 40 million dollars. It will repay the loan.").around(1).country is None


def test_a_claim_lies_where_its_site_does_and_not_where_the_text_speaks_most() -> None:
    text = (
        "Kirra Gold, in Canada for a fair in Toronto, spoke of Canada. The Sabou mine lies in Mali. "
        "In Toronto it said that the Sabou mine produced 900 kg of gold last year."
    )
    assert all("CA" not in claim.places for claim in claims(text, "project"))


def test_a_partner_told_by_its_state_is_no_place() -> None:
    claim = only("Банк развития выдал «Тау Мыс» кредит на 40 млн тенге.", "financing")
    assert list(claim.places) == ["KZ"]
    assert parties(claim, "recipient") == ["Тау Мыс"]
