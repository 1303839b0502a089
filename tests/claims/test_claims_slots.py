"""Which value goes into which slot: the nearest, once, with the unit and currency told before; and dates."""

import pytest
from told import claims, only, reading

from lodeline.claims.claim import Claim


def told(claim: Claim) -> tuple[int, str | None]:
    assert claim.amount is not None
    return int(claim.amount.value), claim.amount.currency


@pytest.mark.parametrize(
    "text",
    [
        "Kerrow Copper will invest $40 million in Zambia, and Brightwater Bank gave Fenwick Nickel a $15 million loan.",
        "«Керроу Медь» вложит 40 млн долларов в Замбию, а банк «Брайтуотер» даст кредит на 15 млн долларов.",
    ],
)
def test_each_deal_takes_the_sum_of_its_own_clause(text: str) -> None:
    assert [told(c) for c in claims(text, "investment")] == [(40_000_000, "USD")]
    assert [told(c) for c in claims(text, "financing")] == [(15_000_000, "USD")]


@pytest.mark.parametrize(
    "text",
    [
        "Kerrow Copper bought the Sesheke mine from Brightwater for $40 million and plans to build a smelter there.",
        "«Керроу Медь» купила рудник Сешеке за 40 млн долларов и намерена построить там завод.",
    ],
)
def test_a_sum_is_used_once(text: str) -> None:
    assert [told(c) for c in claims(text) if c.amount] == [(40_000_000, "USD")]


def test_a_sum_without_a_currency_takes_that_of_the_sum_before_it() -> None:
    text = "Банк «Брайтуотер» выделит кредит на 40 млн долларов, а фонд «Норланд» выделит кредит ещё на 15 млн."
    assert {told(c) for c in claims(text, "financing")} >= {(40_000_000, "USD")}
    assert all(told(c)[1] == "USD" for c in claims(text) if c.amount)


@pytest.mark.parametrize(
    ("text", "output"),
    [
        ("Завод выпустит 820 тыс. т меди в 2032 году, а к 2034-му — 1,2 млн.", 1_200_000),
        ("Рудник даёт 9 тыс. т меди в год, через три года — 14 тыс.", 14_000),
    ],
)
def test_a_large_bare_number_goes_on_in_the_unit_before_it(text: str, output: int) -> None:
    values = [c.quantity.value for c in claims(text) if c.quantity]
    assert values
    assert set(values) <= {820_000, 9_000, output}


def test_a_small_bare_number_is_no_quantity_of_goods() -> None:
    text = "Kerrow Copper will sell 12,000 tonnes of copper a year to Brightwater from 5 mines."
    assert [int(c.quantity.value) for c in claims(text, "supply") if c.quantity] == [12_000]


@pytest.mark.parametrize(
    "text",
    [
        "Kerrow Copper postponed the launch of the Sesheke smelter from 2032 to 2034.",
        "«Керроу Медь» перенесла пуск завода в Сешеке с 2032 года на 2034 год.",
    ],
)
def test_of_a_postponed_date_the_later_holds(text: str) -> None:
    assert [c.date for c in claims(text, "project")] == ["2034"]


@pytest.mark.parametrize(
    "text", ["Kerrow Copper bought the Sesheke mine in December.", "«Керроу Медь» купила рудник Сешеке в декабре."]
)
def test_a_past_month_without_a_year_is_the_last_one_before_publication(text: str) -> None:
    claim = only(text, "acquisition")
    assert claim.date == "2030-12"
    assert claim.support["date"].rule == "resolved by the publication date"


@pytest.mark.parametrize(
    "text",
    [
        "Chile banned exports of raw lithium from 20 May.",
        "С 20 мая Чили запретила экспорт сырого лития.",
    ],
)
def test_a_past_verb_puts_an_inferred_day_before_publication(text: str) -> None:
    assert only(text, "restriction").date == "2030-05-20"


def test_a_day_whose_year_is_told_is_never_moved() -> None:
    assert only("Chile banned exports of raw lithium from 20 May 2032.", "restriction").date == "2032-05-20"


HEAD = {
    "en": "The two sides met in Lusaka on 3 March 2031.",
    "ru": "Стороны встретились в Лусаке 3 марта 2031 года.",
}
NEWS = {
    "en": "Kerrow Copper agreed to buy the Sesheke mine from Brightwater.",
    "ru": "«Керроу Медь» договорилась купить рудник Сешеке у компании «Брайтуотер».",
}
FILLER = {"en": "The weather in the capital was warm.", "ru": "Погода в столице стояла тёплая."}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_day_told_just_before_in_the_paragraph_is_the_day_of_what_follows(language: str) -> None:
    claim = only(f"{FILLER[language]}\n{HEAD[language]} {NEWS[language]}", "acquisition")
    assert claim.date == "2031-03-03"
    assert claim.support["date"].rule == "told in the sentence before"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_day_of_the_lead_holds_for_the_paragraph_after_it(language: str) -> None:
    assert only(f"{HEAD[language]}\n{NEWS[language]}", "acquisition").date == "2031-03-03"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_day_of_another_paragraph_is_not_taken(language: str) -> None:
    assert only(f"{FILLER[language]}\n{HEAD[language]}\n{NEWS[language]}", "acquisition").date is None


@pytest.mark.parametrize(
    ("head", "language"),
    [("The two sides will meet on 3 June 2031.", "en"), ("Стороны встретятся 3 июня 2031 года.", "ru")],
)
def test_a_day_still_to_come_is_not_when_the_next_sentence_happened(head: str, language: str) -> None:
    assert only(f"{head} {NEWS[language]}", "acquisition").date is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The Sesheke mine holds tungsten.", "Kerrow plans to sell 900 tonnes of concentrate a year to Brightwater."),
        (
            "На руднике Сешеке добывают вольфрам.",
            "«Керроу» намерена продать 900 т концентрата фирме «Брайтуотер».",
        ),
    ],
)
def test_a_mineral_told_before_is_what_a_sale_without_one_is_about(before: str, after: str) -> None:
    assert [c.commodities for c in claims(f"{before} {after}", "supply")] == [("tungsten",)]


def test_water_and_power_are_no_traded_minerals() -> None:
    assert all("water" not in c.commodities for c in claims("The mine has no water for its copper mill."))


def test_every_slot_of_a_claim_stands_on_words_or_names_its_rule() -> None:
    text = f"{HEAD['en']} {NEWS['en']} Chile's ban on exports of lithium took effect on 1 March 2031."
    for claim in reading(text).claims:
        assert all(support.spans or support.rule for support in claim.support.values())


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Kerrow Copper opens the Sesheke smelter in March.", "2032-03"),
        ("Kerrow Copper opened the Sesheke smelter in March.", "2031-03"),
        ("Leaders of Peru and Chile meet in Lima in March.", "2032-03"),
        ("Министр горной промышленности Перу встретится с главой Чили в марте.", "2032-03"),
        ("Министр горной промышленности Перу встретился с главой Чили в марте.", "2031-03"),
    ],
)
def test_a_month_under_a_verb_of_the_future_or_of_a_timetable_lies_ahead(text: str, date: str) -> None:
    assert [claim.date for claim in claims(text) if claim.date] == [date]


@pytest.mark.parametrize(
    ("before", "currency"),
    [
        ("The Birch copper mine in Peru will cost 4.6 billion dollars.", "USD"),
        ("The Birch copper mine in Kazakhstan will cost 4.6 billion tenge.", "KZT"),
        ("The Birch copper mine in Peru will cost 4.6 billion yuan.", None),
    ],
)
def test_a_sum_without_a_currency_has_the_usual_one_of_the_sentence_before(before: str, currency: str | None) -> None:
    claim = only(f"{before} Brightwater Bank gave Granite Metals a loan of 500 million.", "financing")
    assert told(claim) == (500_000_000, currency)
