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


@pytest.mark.parametrize(
    ("text", "host", "guest"),
    [
        ("Премьер Монголии принял в Улан-Баторе главу Hanwha Metals.", "Премьер Монголии", "Hanwha Metals"),
        ("Zambia's president received Vera Moss in Lusaka.", "Zambia's president", "Vera Moss"),
    ],
)
def test_who_receives_is_the_host(text: str, host: str, guest: str) -> None:
    claim = only(text, KIND)
    assert (parties(claim, "host"), parties(claim, "participant")) == ([host], [guest])


@pytest.mark.parametrize(
    ("text", "people", "place"),
    [
        (
            "На полях форума в Давосе министры энергетики Чили и Канады провели переговоры.",
            ["Чили", "Канада"],
            "CH",
        ),
        ("Officials from Japan and Australia held talks in Perth on 3 June.", ["Japan", "Australia"], "AU"),
        ("Рабочая группа Армении и Франции провела первое заседание в Ереване.", ["Армения", "Франция"], "AM"),
        ("Trade minister Vera Moss met her Chilean counterpart in Santiago.", ["Vera Moss", "Chile"], "CL"),
    ],
)
def test_bodies_officials_and_counterparts_meet_for_those_they_come_from(
    text: str, people: list[str], place: str
) -> None:
    claim = only(text, KIND)
    assert parties(claim, "participant") == people
    assert claim.places == (place,)


def test_a_delegation_is_whom_it_comes_from() -> None:
    claim = only("A delegation from Fenwick Nickel toured the smelter last month.", KIND)
    assert (parties(claim, "participant"), claim.date) == (["Fenwick Nickel"], "2031-04")
    claim = only("Министр обсудил проект с делегацией Горной палаты в Лиме.", KIND)
    assert "Горная палата" in parties(claim, "participant")


def test_a_session_of_a_commission_is_of_its_states() -> None:
    claim = only("Состоялось третье заседание комиссии Казахстана и Венгрии по меди.", KIND)
    assert parties(claim, "participant") == ["Казахстан", "Венгрия"]


def test_an_invitation_is_a_meeting_to_come() -> None:
    claim = only("Minister Vera Moss invited Trade Minister Li Wei to attend the forum in Accra.", KIND)
    assert claim.status == "proposed"
    assert (parties(claim, "host"), parties(claim, "participant")) == (["Vera Moss"], ["Li Wei"])


@pytest.mark.parametrize(
    "text", ["Следующий саммит пройдёт в Лиме в 2033 году.", "The next summit will be held in Lima in 2033."]
)
def test_a_summit_with_its_place_and_date_needs_no_guests(text: str) -> None:
    claim = only(text, KIND)
    assert (claim.places, claim.date, claim.status, claim.parties) == (("PE",), "2033", "proposed", ())


@pytest.mark.parametrize(
    "text",
    [
        "Парламент Чили принял закон о недрах в мае.",
        "The Fenwick mine received a new mill in March.",
        "После саммита в мае чилийские чиновники насчитали десятки бумаг.",
        "During the visit in May, traders in Chile sold copper.",
        "There is talk of a strike at Fenwick Nickel in May.",
        "Nepal joined the Intergovernmental Copper Forum on March 3.",
        "Конференция металлургов пройдёт в зале.",
    ],
)
def test_laws_goods_occasions_and_rumours_are_no_meeting(text: str) -> None:
    assert claims(text, KIND) == []


def test_a_delegation_told_behind_its_verb_is_read_as_well() -> None:
    claim = only("В мае медный завод в Лиме посетила рабочая группа Чили и Канады.", KIND)
    assert parties(claim, "participant") == ["Чили", "Канада"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Leaders of Peru and Chile gather in Lima in March.", "proposed"),
        ("The visit of the president of Peru to Chile has been put off until autumn.", "suspended"),
        ("A second round of negotiations is scheduled for 14 March in Geneva.", "proposed"),
        ("Следующий раунд переговоров намечен на 14 марта в Женеве.", "proposed"),
        ("Министр геологии Чили принял делегацию Перу 3 мая.", "completed"),
        ("Delegations from Peru and Chile sat down in Lima to discuss tariffs.", "completed"),
    ],
)
def test_a_meeting_ahead_put_off_or_with_a_delegation(text: str, status: str) -> None:
    assert only(text, "meeting").status == status


@pytest.mark.parametrize(
    "text",
    [
        "Shareholders meet on 20 June to vote on the takeover.",
        "The committee will meet next week to consider the bill.",
        "Акционеры соберутся 20 июня.",
    ],
)
def test_a_body_that_sits_is_no_meeting(text: str) -> None:
    assert claims(text, "meeting") == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Japan's trade minister met the premier of Greenland in Copenhagen on Monday to discuss gallium.",
            ["premier of Greenland", "Japan's trade minister"],
        ),
        ("Premier Ana Solis received a Japanese delegation in Lima on 2 May.", ["Japan"]),
        ("President Ola Berg welcomed executives of Varde Tin at her palace on Monday.", ["Varde Tin"]),
        (
            "A second round of talks on a tin pact between Peru and Japan is scheduled for 14 June in Lima.",
            ["Peru", "Japan"],
        ),
        ("Negotiators from Peru and Chile wrapped up a week of talks in Lima on tin duties.", ["Peru", "Chile"]),
        ("Министр Вера Мосс провела встречу со своим чилийским коллегой по олову.", ["Чили", "Вера Мосс"]),
        ("Замминистра недр провёл переговоры с послом Франции по олову.", ["посол Франции", "Замминистра недр"]),
        ("Чилийские чиновники побывали на оловянном заводе в Лиме.", ["Чили"]),
    ],
)
def test_posts_are_told_with_whose_they_are_and_guests_with_who_sent_them(text: str, people: list[str]) -> None:
    claim = only(text, KIND)
    assert sorted(parties(claim, "participant")) == sorted(people)


@pytest.mark.parametrize(
    "text",
    [
        "Varde Tin will host a conference call for investors on Thursday.",
        "The company hosts the largest tin resource in Peru.",
        "A cargo of tin ore arrived in Lima on Monday.",
        "Varde Tin and Orso Metals are in talks about building a tin smelter.",
        "Министр пригласил чилийские компании принять участие в торгах по оловянным участкам.",
        "Компания проведёт в четверг конференц-звонок для инвесторов о добыче олова.",
        "«Варде Олово» вело в марте переговоры с «Орсо» о продаже завода.",
    ],
)
def test_calls_for_investors_cargoes_auctions_and_firms_that_deal_are_no_meetings(text: str) -> None:
    assert claims(text, KIND) == []


def test_what_they_meet_for_is_no_second_meeting_and_a_trip_has_its_place() -> None:
    only("Peruvian and Chilean officials are meeting in Lima this week to discuss tin.", KIND)
    trip = only("Peru's energy minister cancelled a trip to Kinshasa after the tin ban.", KIND)
    assert (trip.status, trip.places) == ("cancelled", ("CD",))
    late = only("The visit of the Peruvian premier to Ottawa has been put off until autumn.", KIND)
    assert late.date == "2031"


def test_leaders_of_a_large_region_need_not_be_all_of_them() -> None:
    claim = only("Президент США провёл встречу с лидерами стран Южной Америки в Вашингтоне 6 ноября.", KIND)
    assert set(parties(claim, "participant")) == {"Президент США", "лидеры стран Южной Америки"}


def test_whoever_takes_part_is_a_guest() -> None:
    claim = only("Президент Чили Марко Ривас в сентябре принял участие в саммите в Перу.", KIND)
    assert (parties(claim, "participant"), parties(claim, "host")) == (["Марко Ривас"], [])


@pytest.mark.parametrize(
    "text",
    [
        "Вслед за встречей президента Чили Марко Риваса и премьера Перу Ивана Сото в конце апреля Чили объявила, "
        "что приостановит на год ограничения на экспорт меди.",
        "Following a meeting of Chile's President Marco Rivas and Peruvian Premier Ivan Soto in late April, "
        "Chile said that it will suspend its limits on copper exports for a year.",
    ],
)
def test_what_follows_a_meeting_does_not_put_it_off(text: str) -> None:
    claim = only(text, KIND)
    assert (claim.status, claim.date) == ("completed", "2031-04")
