"""The measure of factRuEval by cases computed by hand, its gold from files of our own, and the reader of facts."""

from pathlib import Path

import pytest
from factrueval import main
from factrueval_facts import read_facts
from factrueval_gold import half_of, load
from factrueval_match import NOWHERE, Answer, Gold, Matching, alike, assignment, may_pair, worth


def gold(kind: str, *slots: tuple[str, str], ignored: bool = False) -> Gold:
    return Gold(kind, tuple((name, frozenset(value.split("|"))) for name, value in slots), ignored)


def answer(kind: str, *slots: tuple[str, str]) -> Answer:
    return Answer(kind, slots)


SALE = gold("deal", ("participant", "маяк"), ("participant", "вектор"), ("type", "купля/продажа"))
TALKS = gold("meeting", ("participant", "белов"), ("participant", "чернова"))
POST = gold("occupation", ("who", "белов"), ("position", "глава"), ("where", "маяк"))


def test_a_fact_told_whole_is_worth_one() -> None:
    whole = answer("deal", ("participant", "вектор"), ("participant", "маяк"), ("type", "купля/продажа"))
    assert worth(SALE, [whole]) == 1.0


def test_a_missing_argument_counts_against_the_fact() -> None:
    assert worth(SALE, [answer("deal", ("participant", "маяк"), ("type", "купля/продажа"))]) == pytest.approx(2 / 3)


def test_a_wrong_argument_counts_against_the_fact() -> None:
    wrong = answer("meeting", ("participant", "белов"), ("participant", "чернова"), ("participant", "серов"))
    assert worth(TALKS, [wrong]) == pytest.approx(2 / 3)


def test_a_position_weighs_half_and_pairs_nothing_alone() -> None:
    assert worth(POST, [answer("occupation", ("who", "белов"), ("where", "маяк"))]) == pytest.approx(2 / 2.5)
    assert not may_pair(POST, answer("occupation", ("position", "глава")))
    assert may_pair(POST, answer("occupation", ("who", "белов"), ("position", "повар")))


def test_facts_of_another_kind_never_pair() -> None:
    assert not may_pair(TALKS, answer("deal", ("participant", "белов")))


def test_two_halves_of_a_fact_lose_for_not_tying_its_arguments() -> None:
    halves = [answer("meeting", ("participant", "белов")), answer("meeting", ("participant", "чернова"))]
    assert worth(TALKS, halves) == pytest.approx(0.5)
    tally = Matching([TALKS], halves).best()
    assert (tally.found, tally.right, tally.gold, tally.answers) == (0.5, 1.0, 1, 2)


def test_a_second_telling_of_a_fact_costs_nothing() -> None:
    tally = Matching([TALKS], [answer("meeting", ("participant", "белов"), ("participant", "чернова"))] * 2).best()
    assert tally.f1 == 1.0


def test_what_is_found_of_an_ignored_fact_neither_gains_nor_loses() -> None:
    hidden = gold("meeting", ("participant", "серов"), ("participant", "рыжова"), ignored=True)
    answers = [
        answer("meeting", ("participant", "белов"), ("participant", "чернова")),
        answer("meeting", ("participant", "серов"), ("participant", "рыжова")),
    ]
    tally = Matching([TALKS, hidden], answers).best()
    assert (tally.gold, tally.answers, tally.f1) == (1, 1, 1.0)


def test_an_answer_that_nothing_in_the_gold_fits_lowers_precision() -> None:
    tally = Matching([TALKS], [answer("meeting", ("participant", "серов"), ("participant", "рыжова"))]).best()
    assert (tally.precision, tally.recall, tally.f1) == (0.0, 0.0, 0.0)


def test_a_document_without_facts_and_answers_is_perfect() -> None:
    tally = Matching([], []).best()
    assert (tally.precision, tally.recall, tally.f1) == (1.0, 1.0, 1.0)


def test_assignment_takes_the_greatest_sum_and_not_the_greatest_pair() -> None:
    assert assignment([[0.9, 0.8], [0.85, 0.1]]) == [1, 0]
    assert assignment([[0.2], [0.7], [0.4]]) == [NOWHERE, 0, NOWHERE]
    assert assignment([]) == []


def test_words_may_differ_by_a_letter_or_two_in_long_ones() -> None:
    assert alike("главы", "глава")
    assert alike("премьер-министром", "премьер-министр")
    assert not alike("мэр", "пэров")
    assert not alike("я", "ю")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = "Глава «Маяка» Пётр Белов."
    words = [("1", 0, "Глава"), ("2", 6, "«"), ("3", 7, "Маяка"), ("4", 12, "»"), ("5", 14, "Пётр"), ("6", 19, "Белов")]
    layers = {
        "txt": text,
        "tokens": "\n".join(f"{n} {at} {len(word)} {word}" for n, at, word in words),
        "spans": "11 job 0 5 1 1  # 1 Глава\n12 org_name 7 5 3 1  # 3 Маяка\n13 name 14 4 5 1  # 5 Пётр\n"
        "14 surname 19 5 6 1  # 6 Белов",
        "objects": "21 Org 12 # Маяка\n22 Person 13 14 # Пётр Белов",
        "coref": "31 21\nname Маяк\n\n32 22\nfirstname Пётр\nlastname Белов",
        "facts": "1-0 Occupation\nWho obj32 Белов Пётр\nPosition span11 Глава\nWhere obj31 Маяк\nФаза начало\n\n"
        "1-1 Deal\nParticipant obj32 Белов Пётр\nType услуги\nМодальность будущее\nСложность повышенная",
    }
    for name, content in layers.items():
        (tmp_path / f"book_1.{name}").write_text(content + "\n", "utf-8")
    return tmp_path


def test_gold_takes_every_spelling_of_a_thing(folder: Path) -> None:
    fact = load(folder, "book_1")[0]
    told = dict(fact.slots)
    assert {"белов петр", "петр белов", "белов", "петр"} <= told["who"]
    assert {"маяк", "маяка"} <= told["where"]
    assert told["position"] == {"глава"}
    assert "фаза" not in told


def test_difficult_facts_are_ignored_and_in_hard_mode_unreal_ones_are_left_out(folder: Path) -> None:
    assert [f.ignored for f in load(folder, "book_1")] == [False, True]
    assert [f.kind for f in load(folder, "book_1", hard=True)] == ["occupation"]


def test_the_table_stands_beside_the_published_figures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(folder)])
    rows = {row.split()[0]: row.split() for row in capsys.readouterr().out.splitlines()}
    assert rows["occupation"][1:4] == ["1.000", "1.000", "1.000"]
    assert rows["overall"][-1] == "0.508"


def test_halves_are_told_by_the_name_alone() -> None:
    assert {half_of(f"book_{n}") for n in range(40)} == {"development", "held-out"}
    assert half_of("book_1") == half_of("book_1")


def facts(text: str, kind: str) -> list[set[str]]:
    return [{value for _, value in f.slots} for f in read_facts(text) if f.kind == kind]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Генеральный директор завода «Маяк» Пётр Белов уехал.", {"петр белов", "генеральный директор", "маяк"}),
        ("Пётр Белов, глава компании «Маяк», уехал.", {"петр белов", "глава", "маяк"}),
        ("Французский министр Поль Дюваль прибыл.", {"поль дюваль", "министр", "франция"}),
        ("Анна Чернова стала директором фонда «Вектор».", {"анна чернова", "директором", "вектор"}),
        ("Посол Японии в Чехии Синдзи Морита выступил.", {"синдзи морита", "посол", "японии"}),
    ],
)
def test_posts_are_read_beside_a_name_or_through_a_verb(text: str, told: set[str]) -> None:
    assert told in facts(text, "occupation")


@pytest.mark.parametrize("text", ["Брат Петра Белова уехал в Париж.", "Пётр Белов встретил главу компании «Маяк»."])
def test_kin_and_other_peoples_posts_are_no_occupation(text: str) -> None:
    assert facts(text, "occupation") == []


@pytest.mark.parametrize(
    "text",
    [
        "Холдинг «Вектор» владеет 30% акций завода «Маяк».",
        "Завод «Маяк» принадлежит холдингу «Вектор».",
        "Доля «Вектора» в «Маяке» составляет 30%.",
        "«Маяк», дочерняя компания «Вектора», закрылся.",
        "Владельцем завода «Маяк» является холдинг «Вектор».",
        "Завод «Маяк» входит в холдинг «Вектор».",
    ],
)
def test_owners_are_read_in_many_ways(text: str) -> None:
    found = facts(text, "ownership")
    assert len(found) == 1
    assert {name[:4] for name in found[0]} == {"маяк", "вект"}


@pytest.mark.parametrize("text", ["Холдинг «Вектор» похвалил завод «Маяк».", "Пётр Белов владеет английским языком."])
def test_what_is_no_holding_is_no_ownership(text: str) -> None:
    assert facts(text, "ownership") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("«Вектор» купил завод «Маяк» у «Сатурна».", {"вектор", "маяк", "сатурна", "купля/продажа"}),
        ("Завод «Маяк» куплен холдингом «Вектор».", {"вектор", "маяк", "купля/продажа"}),
        ("«Вектор» и «Сатурн» подписали контракт на поставку труб.", {"вектор", "сатурн", "купля/продажа"}),
        ("Фонд «Вектор» вложил 5 млн долларов в «Маяк».", {"вектор", "маяк", "инвестиции"}),
        ("Банк «Урал» выдал «Маяку» кредит.", {"урал", "маяку", "займ/возвращение займа"}),
        ("Суд оштрафовал компанию «Сатурн» на 5 млн рублей.", {"суд", "сатурн", "наложение/выплата штрафа"}),
        ("УЕФА оштрафовал клуб «Сатурн».", {"уефа", "сатурн", "наложение/выплата штрафа"}),
        ("«Вектор», купивший завод «Маяк», молчит.", {"вектор", "маяк", "купля/продажа"}),
        ("Акции «Маяка» достались «Вектору».", {"маяка", "вектору", "купля/продажа"}),
        ("Италия импортирует газ из Ливии.", {"италия", "ливии", "купля/продажа"}),
        ("Между «Вектором» и «Сатурном» подписан договор купли-продажи.", {"вектором", "сатурном", "купля/продажа"}),
        ("«Маяк» привлёк у фонда «Вектор» 20 млн долларов.", {"маяк", "вектор", "инвестиции"}),
        ("«Маяк» взял кредит в банке «Урал».", {"маяк", "урал", "займ/возвращение займа"}),
        ("Банк «Урал» открыл «Маяку» кредитную линию.", {"урал", "маяку", "займ/возвращение займа"}),
        ("«Вектор» обвиняет «Маяк» в неуплате долга.", {"вектор", "маяк", "займ/возвращение займа"}),
        ("Подрядчиком «Маяка» выбрана компания «Вектор».", {"маяка", "вектор", "услуги"}),
    ],
)
def test_deals_are_read_with_their_sides_and_their_type(text: str, told: set[str]) -> None:
    assert told in facts(text, "deal")


@pytest.mark.parametrize(
    "text",
    [
        "Пётр Белов занял пост главы компании «Маяк».",
        "Россия и Турция подписали соглашение об отмене виз.",
        "«Вектор» раскритиковал «Маяк».",
        "Пётр Белов оценил сделку США и Ирана.",
        "Компания «Вектор» реализует программу «Маяк».",
        "«Маяк» уступил «Вектору» со счётом 0:2.",
        "Президент поставил Петру Белову задачу.",
        "Россия привлекла Петра Белова к ответственности.",
        "Академия присудила Петру Белову премию.",
        "Пётр Белов приобрёл известность в России.",
        "Пётр Белов вложил много сил в Россию.",
        "Израиль должен Палестине мир.",
        "Партии «Вектор» и «Маяк» объединились.",
        "Путин и Обама подписали договор СНВ.",
        "Банк «Урал» выдал телеканалу кредит.",
    ],
)
def test_offices_treaties_and_words_are_no_deals(text: str) -> None:
    assert facts(text, "deal") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Телеканал «Маяк» закрыт. Банк «Урал» выдал телеканалу кредит.", {"урал", "маяк"}),
        ("«Графит» судится с компанией «Маяк». Последняя обвиняет «Урал» в неуплате долга.", {"маяк", "урал"}),
        ("«Маяк» заключил договор с «Уралом». Другой договор подписан с «Графитом».", {"маяк", "графитом"}),
    ],
)
def test_a_side_may_be_named_in_the_sentence_before(text: str, told: set[str]) -> None:
    assert any(told < fact for fact in facts(text, "deal"))


def test_a_treaty_told_after_a_contract_does_not_take_its_side() -> None:
    text = "«Маяк» заключил договор с «Уралом». В Праге подписан договор между Чехией и Польшей о границе."
    assert facts(text, "deal") == [{"маяк", "уралом", "услуги"}]


@pytest.mark.parametrize(
    "text",
    [
        "Пётр Белов встретился с Анной Черновой в Праге.",
        "Встреча Петра Белова и Анны Черновой прошла в Праге.",
        "На встрече с Анной Черновой Пётр Белов рассказал о планах.",
        "Пётр Белов приехал к Анне Черновой на переговоры.",
        "Анна Чернова, встретившаяся с Петром Беловым, довольна.",
    ],
)
def test_meetings_are_read_with_those_who_meet(text: str) -> None:
    assert len(facts(text, "meeting")) == 1


def test_one_person_alone_is_no_meeting() -> None:
    assert facts("Пётр Белов рассказал о встрече.", "meeting") == []
