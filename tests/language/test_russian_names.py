from __future__ import annotations

import pytest
from read_texts import mentions, names, only, read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ТОО «Кенжар Ресурс» начало бурение.", "Кенжар Ресурс"),
        ("АО «НК „Жерасты Мыс“» начало бурение.", "НК „Жерасты Мыс“"),
        ("Договор с Pohang Sol Co., Ltd. подписан в мае.", "Pohang Sol Co., Ltd"),
        ("Долю выкупила U.S. Moly Partners.", "U.S. Moly Partners"),
        ("Рудник строит Fox & Hare Mining.", "Fox & Hare Mining"),
        ("Рудник строит Minera del Norte.", "Minera del Norte"),
        ("Кабмин одобрил покупку «Казметаллом» половины акций.", "Казметалл"),
        ("Рудник перешёл к «Алтын-Майнингу».", "Алтын-Майнинг"),
        ("По данным «Рудного вестника», сделка закрыта.", "Рудный вестник"),
        ("Рудник продан компании «Тасбулак».", "Тасбулак"),
        ("Рудник продан структуре ТОО «Казруда».", "Казруда"),
    ],
)
def test_a_firm_is_named_as_it_calls_itself(text: str, name: str) -> None:
    assert name in names(text, "organisation")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Переговоры вёл Пак Сон Мин, глава делегации.", "Пак Сон Мин"),
        (
            "Главы ведомств подписали при участии президента Киргизии Шафката-Миршода Азимова Протокол о намерениях.",
            "Шафкат-Миршод Азимов",
        ),
        ("Министр недр Тунде Окафор подписал указ.", "Тунде Окафор"),
        ("Указ подписал министр горной промышленности Мамаду Бах.", "Мамаду Бах"),
        ("Директор департамента Минпрома Алия Сатпаева доложила о выдаче лицензий.", "Алия Сатпаева"),
        ("Письмо передали Айгуль Сериковой.", "Айгуль Серикова"),
        ("Договор завизировал принц Салман бен Халид аль-Досари.", "Салман бен Халид аль-Досари"),
        ("Встречу с Дэвидом Хартом провели в Лондоне.", "Дэвид Харт"),
    ],
)
def test_a_person_is_named_in_full_and_in_the_nominative(text: str, name: str) -> None:
    assert name in names(text, "person")


@pytest.mark.parametrize(
    ("text", "post", "country"),
    [
        ("Министр торговли, промышленности и ресурсов Республики Корея Пак Сон Мин прибыл.", "торговли, про", "KR"),
        ("Президент Демократической Республики Конго Жан Мулумба подписал указ.", "Президент", "CD"),
        ("Посол Италии в Казахстане Марко Росси посетил завод.", "Посол Италии", "IT"),
        ("Спецпосланник президента США по вопросам недр Джеймс Коул посетил завод.", "Спецпосланник", "US"),
        ("Ганский министр недр Кваме Аппиа подписал указ.", "министр недр", "GH"),
        ("Министр энергетики Саудовской Аравии принц Салман аль-Досари подписал указ.", "принц", "SA"),
    ],
)
def test_a_person_takes_the_post_and_state_told_with_the_name(text: str, post: str, country: str) -> None:
    person = only(text, "person")
    assert post in (person.post or "")
    assert person.country == country


def test_a_post_of_one_person_is_not_given_to_another() -> None:
    text = "Министр торговли США встретился с Дэвидом Хартом."
    assert only(text, "person").post is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("На руднике «40 лет Октября» идёт ремонт.", "40 лет Октября"),
        ("Освоение Каракудукского месторождения начнут в мае.", "Каракудукское месторождение"),
        ("Проект Жаман-Тас одобрен.", "Жаман-Тас"),
        ("Рудник Дальний закрыт.", "Дальний"),
    ],
)
def test_a_site_takes_its_name_from_the_head_word(text: str, name: str) -> None:
    assert name in names(text, "asset")


@pytest.mark.parametrize(
    "text",
    [
        "Министр сказал: «40 лет назад здесь была степь».",
        "Он ответил: «Мы ничего не продаём. И не будем».",
        "«Сделка выгодна обеим сторонам, — сказал он. — Мы рады».",
    ],
)
def test_speech_in_quotation_marks_is_no_name(text: str) -> None:
    assert not [m for m in mentions(text, "organisation", "asset") if m.start and read(text).text[m.start - 1] == "«"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Завод даст губчатый титан.", "titanium"),
        ("Отгрузка сподуменового концентрата началась.", "lithium"),
        ("Поставки феррохрома выросли.", "chromium"),
        ("Продажи диоксида германия выросли.", "germanium"),
        ("Запасы тяжёлых редкоземельных металлов оценены.", "heavy rare earths"),
        ("Медная руда подорожала.", "copper"),
    ],
)
def test_a_mineral_is_known_by_its_forms(text: str, key: str) -> None:
    assert key in [m.key for m in read(text).mentions if m.kind == "material"]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Шведская Luossa Metals купила рудник.", "Luossa Metals", "SE"),
        ("Китайская корпорация «Тянь Юань» купила рудник.", "Тянь Юань", "CN"),
        ("Банк развития Замбии выдал заём.", "Банк развития Замбии", "ZM"),
    ],
)
def test_a_firm_is_of_the_state_told_before_or_behind_it(text: str, name: str, country: str) -> None:
    found = [m for m in mentions(text, "organisation") if name in (m.name, f"{m.name} Замбии")]
    assert [m.country for m in found] == [country]


def test_a_state_firm_is_told_by_adjective_or_word() -> None:
    assert only("Государственный холдинг «Недра» купил рудник.", "organisation").state_owned
    assert only("Госкомпания «Недра» купила рудник.", "organisation").state_owned
    assert not only("Частный холдинг «Недра» купил рудник.", "organisation").state_owned


def test_an_adjective_of_a_state_is_no_party() -> None:
    (state,) = [m for m in read("Чилийский рудник закрыт.").mentions if m.kind == "country"]
    assert (state.adjective, state.country) == (True, "CL")


def test_a_capital_city_in_any_case_stands_for_its_state() -> None:
    assert [m.country for m in mentions("Астану уведомили о ввозе руды.", "country")] == ["KZ"]
    assert [m.country for m in mentions("Договор с Астаной подписан.", "country")] == ["KZ"]


@pytest.mark.parametrize(
    "text",
    [
        "Компания продала 300 т урана (в форме U₃O₈).",
        "Цена пятиокиси ванадия (V2O5) выросла.",
        "На стене надпись «Без воды медь не добыть».",
    ],
)
def test_a_formula_or_a_sentence_in_quotes_is_no_firm(text: str) -> None:
    assert not [name for name in names(text, "organisation") if name.casefold() != "компания"]


def test_a_firm_called_by_digits_is_no_formula() -> None:
    assert "H2Green" in names("Рудник купила H2Green в мае.", "organisation")
