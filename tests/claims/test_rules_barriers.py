"""What holds supply back, with and without a word for a barrier."""

import pytest
from told import claims, only, parties

KIND = "constraint"


@pytest.mark.parametrize(
    "text",
    [
        "A shortage of sulphuric acid is holding back uranium output in Kazakhstan.",
        "Local villagers have blocked the road to the Fenwick mine since March.",
        "Only one line of track reaches the Kovar mine.",
        "The Kovar mine gets power for four hours a day.",
        "No plant outside China can separate the oxide.",
        "The road, port and power station that the Kovar deposit needs do not exist.",
        "No commercial bank will insure shipments from the Tarn mine.",
        "Desalinated water has been rationed at the Omara mine since March.",
        "Verification certificates have not been issued, so cobalt exporters have yet to ship a tonne.",
        "Drought has left the Kovar mine with half the water it needs.",
        "К руднику «Туманный» ведёт одна ветка железной дороги.",
        "Электричество на фабрику подают четыре часа в сутки.",
        "Железной дороги от рудника до порта не существует.",
        "Перерабатывать вольфрам в стране негде.",
        "Возить концентрат с рудника приходится через горы.",
        "Суд приостановил действие экологического разрешения рудника «Туманный».",
        "Электроэнергия для завода «Салаир» подорожала вдвое.",
        "Жители Баткена перекрыли дорогу к руднику.",
    ],
)
def test_too_little_of_what_a_site_needs_is_a_constraint(text: str) -> None:
    claim = only(text, KIND)
    assert claim.subject
    assert claim.status is None


@pytest.mark.parametrize(
    "text",
    [
        "The team has problems in defence, its coach said.",
        "Kestrel faces no shortage of water.",
        "Copper prices remain a problem for consumers.",
        "There was a shortage of tickets for the final.",
        "Kestrel restarted its Lakeview smelter after a four-month outage.",
        "The furnace at Tarn works 24 hours a day.",
        "The bank will lend to the Tarn mine.",
        "The museum is open four hours a day.",
        "Воды на руднике хватает.",
        "Команде не хватает защитников.",
        "Нехватки кадров нет.",
        "Посылки приходится возить через город.",
    ],
)
def test_plenty_the_past_and_other_trades_are_no_constraint(text: str) -> None:
    assert not claims(text, KIND)


def test_whom_it_hits_and_since_when_are_told_where_the_sentence_tells_them() -> None:
    claim = only("Desalinated water has been rationed at the Omara mine since March.", KIND)
    assert (parties(claim, "affected"), claim.date) == (["Omara"], "2031-03")


def test_power_that_is_needed_is_its_quantity() -> None:
    claim = only("Мощности подстанции не хватает: заводу нужно 120 МВт.", KIND)
    assert claim.quantity is not None
    assert (int(claim.quantity.value), claim.quantity.unit) == (120, "MW")


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Without a power line the project cannot go ahead, Kerrow Copper said.", []),
        ("Kyrgyz processors face chronic electricity shortages in winter.", ["Kyrgyz processors"]),
        ("High financing costs have put off investors in copper mines.", ["investors"]),
    ],
)
def test_whom_a_hindrance_hits_is_not_who_tells_of_it(text: str, hit: list[str]) -> None:
    assert parties(only(text, "constraint"), "affected") == hit


@pytest.mark.parametrize(
    "text",
    [
        "Kerrow Copper says it is short of 150 welders.",
        "The permit of the Birch mine has been stuck in court since 2028.",
        "Insurers refuse to cover cargoes through the strait.",
        "Local communities are blocking access to the Birch mine.",
        "Не хватает и людей: из 210 вакансий на руднике закрыта половина.",
        "Дорога к руднику разбита.",
        "Строительство фабрики застопорилось из-за протестов местных жителей.",
        "Грузы стоят на границе по девять дней.",
    ],
)
def test_plain_words_for_what_holds_back(text: str) -> None:
    assert len(claims(text, "constraint")) == 1
