"""Summits, visits, talks and calls."""

import pytest
from told import claims, only, parties

KIND = "meeting"


@pytest.mark.parametrize(
    ("text", "people", "place"),
    [
        ("Leaders of Chile and Argentina held talks in Santiago on Tuesday.", ["Chile", "Argentina"], "CL"),
        ("The Chinese and American leaders met in Busan last October.", ["China", "United States"], "KR"),
        ("Лидеры Чили и Аргентины провели переговоры в Сантьяго.", ["Чили", "Аргентина"], "CL"),
    ],
)
def test_leaders_stand_for_their_states(text: str, people: list[str], place: str) -> None:
    claim = only(text, KIND)
    assert parties(claim, "participant") == people
    assert claim.places == (place,)
    assert claim.status == "completed"


def test_the_region_of_leaders_stands_for_its_members() -> None:
    five = {"Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"}
    claim = only("The leaders of Central Asian countries met the US president in Washington.", KIND)
    assert five < set(parties(claim, "participant"))
    assert claim.places == ("US",)
    claim = only("Президент США провёл встречу с лидерами стран Центральной Азии в Вашингтоне 6 ноября.", KIND)
    told = set(parties(claim, "participant"))
    assert {"Казахстан", "Киргизия", "Таджикистан", "Туркменистан", "Узбекистан", "Президент США"} == told


def test_ministers_of_two_states_under_one_post_are_two() -> None:
    claim = only("Главы МИД России и Ирана созвонились 12 мая.", KIND)
    assert parties(claim, "participant") == ["Россия", "Иран"]
    assert claim.date == "2031-05-12"


@pytest.mark.parametrize(
    ("text", "people", "place", "status"),
    [
        (
            "В Астане прошёл шестой раунд переговоров между Казахстаном и Японией.",
            ["Казахстан", "Япония"],
            "KZ",
            "completed",
        ),
        (
            "The fourth round of talks between India and Chile will take place in Delhi in June.",
            ["India", "Chile"],
            "IN",
            "proposed",
        ),
    ],
)
def test_a_round_of_talks_is_of_those_who_talk(text: str, people: list[str], place: str, status: str) -> None:
    claim = only(text, KIND)
    assert parties(claim, "participant") == people
    assert (claim.places, claim.status) == ((place,), status)


def test_a_visit_goes_to_the_state_that_is_visited() -> None:
    claim = only("Президент Киргизии прибыл в Пекин с трёхдневным визитом.", KIND)
    assert (parties(claim, "participant"), claim.places) == (["Президент Киргизии"], ("CN",))
    text = "Serbia's foreign minister Ivana Petkova will visit Beijing next week."
    claim = only(text, KIND)
    assert (parties(claim, "participant"), claim.places, claim.status) == (["Ivana Petkova"], ("CN",), "proposed")
    assert [text[a:b] for a, b in claim.support["parties.0"].spans] == ["Ivana Petkova"]


def test_a_forum_is_not_its_own_guest() -> None:
    text = "Форум «Металлы Евразии» пройдёт в Алма-Ате 20 сентября с участием министров Казахстана и Германии."
    claim = only(text, KIND)
    assert parties(claim, "participant") == ["Казахстан", "Германия"]
    assert (claim.date, claim.places, claim.status) == ("2031-09-20", ("KZ",), "proposed")


def test_the_subject_is_what_is_talked_about() -> None:
    claim = only("Главы Казахстана и Узбекистана обсудили по телефону строительство канала.", KIND)
    assert claim.subject == "строительство канала"
    claim = only("Лидеры Чили и Аргентины проведут в июне переговоры о железной дороге.", KIND)
    assert claim.subject is not None
    assert "железной дороге" in claim.subject


def test_where_they_meet_takes_no_part() -> None:
    claim = only("Министр энергетики Намибии Томас Амуканго встретился в Виндхуке с послом Японии.", KIND)
    assert set(parties(claim, "participant")) == {"Томас Амуканго", "посол Японии"}
    assert claim.places == ("NA",)


@pytest.mark.parametrize(
    "text",
    [
        "The outcome of the summit pleased copper traders.",
        "Итоги саммита порадовали инвесторов в уран.",
        "Hugo Brandt was appointed trade minister of Germany on Monday.",
        "Айгуль Садыкова назначена министром энергетики Казахстана.",
        "If the leaders of Chile and Peru met in Lima, markets would calm down.",
        "Если президенты Чили и Перу встретятся в Лиме, рынки успокоятся.",
    ],
)
def test_a_meeting_that_is_only_a_topic_an_office_or_a_condition_is_none(text: str) -> None:
    assert claims(text, KIND) == []
