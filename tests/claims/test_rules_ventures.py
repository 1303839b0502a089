"""Joint ventures and the stakes in them: who forms one, which part is whose, what it costs."""

import pytest
from told import claims, only, parties, shares

from lodeline.claims.claim import Claim

KIND = "joint_venture"


def money(claim: Claim) -> tuple[int, str | None] | None:
    return None if claim.amount is None else (int(claim.amount.value), claim.amount.currency)


def told_by_partners(text: str) -> dict[str, int | None]:
    return shares(only(text, KIND))


def test_two_firms_that_form_a_venture_are_its_partners() -> None:
    claim = only("Corvane Metals and Ostrava Trading will form a joint venture to refine cobalt in Finland.", KIND)
    assert parties(claim, "partner") == ["Corvane Metals", "Ostrava Trading"]
    assert (claim.status, claim.commodities, claim.places) == ("agreed", ("cobalt",), ("FI",))


def test_two_firms_that_form_a_venture_are_its_partners_in_russian() -> None:
    claim = only("«Тальмет» и Corvane Metals создадут совместное предприятие по добыче вольфрама в Казахстане.", KIND)
    assert parties(claim, "partner") == ["Тальмет", "Corvane Metals"]
    assert (claim.status, claim.commodities, claim.places) == ("agreed", ("tungsten",), ("KZ",))


def test_the_support_of_a_venture_is_the_words_that_tell_it() -> None:
    text = "Corvane Metals will own 70% of its joint venture with Ostrava Trading."
    claim = only(text, KIND)
    words = {slot: [text[a:b] for a, b in held.spans] for slot, held in claim.support.items()}
    assert words["kind"] == ["venture"]
    assert words["share.Corvane Metals"] == ["70%"]
    assert words["parties.0"] == ["Corvane Metals"]


@pytest.mark.parametrize(
    "text",
    [
        "Corvane Metals holds three quarters of the Salinas venture and Ostrava Trading the remainder.",
        "Corvane Metals and Ostrava Trading set up a 75-25 joint venture to mine tin.",
        "Corvane Metals will own 75% of a joint venture with Ostrava Trading.",
        "Under the terms Corvane Metals takes 75 per cent of the joint company, Ostrava Trading 25 per cent.",
        "The joint venture is owned 75% by Corvane Metals and 25% by Ostrava Trading.",
        "The joint venture between Corvane Metals (75%) and Ostrava Trading (25%) will mine tin.",
        "Corvane Metals has teamed up with Ostrava Trading to mine tin; Corvane will own 75% of the partnership.",
    ],
)
def test_each_partner_has_its_part(text: str) -> None:
    assert told_by_partners(text) == {"Corvane Metals": 75, "Ostrava Trading": 25}


@pytest.mark.parametrize(
    "text",
    [
        "Corvane Metals и Ostrava Trading создали СП в пропорции 75 на 25.",
        "Доля Corvane Metals в совместном предприятии составит 75%, Ostrava Trading — 25%.",
        "Corvane Metals получит 75% в СП с Ostrava Trading, остальное останется у партнёра.",
        "Corvane Metals (75%) и Ostrava Trading (25%) учредили совместное предприятие.",
    ],
)
def test_each_partner_has_its_part_in_russian(text: str) -> None:
    assert told_by_partners(text) == {"Corvane Metals": 75, "Ostrava Trading": 25}


def test_the_share_that_belongs_to_a_firm_in_the_dative_is_its_own() -> None:
    text = "В совместном предприятии «Тальмету» будет принадлежать 60 процентов, а Corvane Metals — 40 процентов."
    claim = only(text, KIND)
    assert sorted(int(p.share or 0) for p in claim.parties) == [40, 60]
    assert shares(claim)["Corvane Metals"] == 40


@pytest.mark.parametrize(
    "text",
    [
        "Corvane Metals and Ostrava Trading agreed on a 50-50 joint venture in Peru.",
        "Corvane Metals and Ostrava Trading will share the joint venture equally.",
        "Corvane Metals и Ostrava Trading создадут паритетное СП.",
        "Corvane Metals и Ostrava Trading учредили на паритетных началах совместное предприятие.",
    ],
)
def test_equal_partners_hold_half_each(text: str) -> None:
    assert told_by_partners(text) == {"Corvane Metals": 50, "Ostrava Trading": 50}


def test_the_registered_capital_of_a_venture_is_its_sum_and_no_loan() -> None:
    text = "Corvane Metals и «Тальмет» учредили компанию «Нова Тин» с уставным капиталом 20 млн долларов."
    claim = only(text, KIND)
    assert money(claim) == (20_000_000, "USD")
    assert claims(text, "financing") == []


def test_a_cost_told_in_the_next_sentence_is_the_ventures() -> None:
    text = "Corvane Metals and Ostrava Trading formed a joint venture to mine tin. The project will cost $310 million."
    assert money(only(text, KIND)) == (310_000_000, "USD")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Corvane Metals and Ostrava Trading signed a memorandum on a joint venture to mine tin.", "memorandum"),
        ("Corvane Metals and Ostrava Trading signed a binding contract on their tin joint venture.", "binding"),
        ("Corvane Metals and Ostrava Trading plan a joint venture to mine tin.", "proposed"),
        ("Talks on a joint venture between Corvane Metals and Ostrava Trading have collapsed.", "cancelled"),
        ("Corvane Metals denied it was forming a joint venture with Ostrava Trading.", "denied"),
        ("Corvane Metals и «Тальмет» подписали меморандум о создании СП.", "memorandum"),
        ("Переговоры Corvane Metals и «Тальмета» о создании совместного предприятия сорвались.", "cancelled"),
        ("Corvane Metals и «Тальмет» ведут переговоры о создании СП.", "proposed"),
        ("Corvane Metals и «Тальмет» приостановили работу над созданием СП.", "suspended"),
    ],
)
def test_the_status_of_a_venture_follows_its_paper_and_its_verb(text: str, status: str) -> None:
    assert only(text, KIND).status == status


@pytest.mark.parametrize(
    "text",
    [
        "Berlin welcomed the joint venture between Corvane Metals and Ostrava Trading.",
        "The Ministry of Energy, Corvane Metals and Ostrava Trading agreed on a joint venture to mine tin.",
        "Министерство промышленности, Corvane Metals и Ostrava Trading договорились о создании СП.",
        "Лима приветствовала совместное предприятие Corvane Metals и Ostrava Trading.",
    ],
)
def test_states_and_ministries_are_no_partners_of_a_venture_of_firms(text: str) -> None:
    assert sorted(parties(only(text, KIND), "partner")) == ["Corvane Metals", "Ostrava Trading"]


@pytest.mark.parametrize(
    "text",
    [
        "If the joint venture with Ostrava Trading goes ahead, Corvane Metals would supply the ore.",
        "Если СП с Ostrava Trading состоится, Corvane Metals передаст ему оборудование.",
        "The joint venture raised its output by 12% last year.",
        "Совместное предприятие увеличило добычу на 12%.",
        "Corvane Metals and Ostrava Trading agreed on new working hours.",
    ],
)
def test_a_condition_or_a_mere_mention_makes_no_venture(text: str) -> None:
    assert claims(text, KIND) == []


def test_a_part_of_the_world_market_is_no_stake() -> None:
    text = "Corvane Metals and Ostrava Trading formed a joint venture in tin, which holds 12% of world output."
    assert set(told_by_partners(text).values()) == {None}


def test_a_second_sentence_tells_the_parts() -> None:
    text = (
        "Corvane Metals and Ostrava Trading have formed a joint venture to mine tin. "
        "Corvane Metals will hold a stake of 80%."
    )
    assert told_by_partners(text) == {"Corvane Metals": 80, "Ostrava Trading": 20}


def test_sides_told_by_their_state_are_the_companies_of_the_sentence_before() -> None:
    claim = only(
        "Правительство Монголии одобрило соглашение с чешской «Рудна Метал» о разработке месторождения олова. "
        "Государству достанется 34% в совместной компании, чехам — 66%.",
        "joint_venture",
    )
    assert shares(claim) == {"Монголия": 34, "Рудна Метал": 66}


def test_the_side_of_the_one_home_unknown_is_the_other_partner() -> None:
    claim = only(
        "Совместное предприятие «Хорды» и китайской Xinlong займётся вольфрамом; доля российской стороны — 51%.",
        "joint_venture",
    )
    assert set(shares(claim).values()) == {51, 49}
    assert shares(claim)["Xinlong"] == 49


def test_parts_may_stand_before_who_gets_them() -> None:
    claim = only("Andex и Kaveri договорились о создании СП: 70% получит Andex, 30% — Kaveri.", "joint_venture")
    assert shares(claim) == {"Andex": 70, "Kaveri": 30}


def test_a_ratio_may_stand_in_the_next_sentence() -> None:
    claim = only("«Хорда» и чешская «Рудна Метал» создают совместное предприятие. Доли — 51 на 49.", "joint_venture")
    assert shares(claim) == {"Хорда": 51, "Рудна Метал": 49}


@pytest.mark.parametrize(
    "text",
    [
        "Kolmar Tin, a joint venture of Harven Metals and Xinlong, began production.",
        "The Kolmar mine is a joint venture between Harven Metals (75%) and Xinlong (25%).",
    ],
)
def test_a_venture_that_stands_is_in_force_and_its_name_no_partner(text: str) -> None:
    claim = only(text, "joint_venture")
    assert claim.status == "in_force"
    assert sorted(parties(claim, "partner")) == ["Harven Metals", "Xinlong"]


def test_a_people_is_the_side_of_the_partner_still_without_a_part() -> None:
    claim = only(
        "«Хорда» и Xinlong учредили компанию «Кедровый рудник»: у «Хорды» 51%, у китайцев 49%.", "joint_venture"
    )
    assert shares(claim) == {"Хорда": 51, "Xinlong": 49}


def test_a_name_after_a_verb_is_not_what_the_venture_is_called() -> None:
    claim = only("Партнёром «Хорды» по СП выступит Xinlong.", "joint_venture")
    assert "Xinlong" in parties(claim, "partner")


def test_works_in_parts_of_a_whole_are_a_venture() -> None:
    claim = only("Проект реализуют «Гранит» и «Сланец» в долях 60 на 40.", "joint_venture")
    assert shares(claim) == {"Гранит": 60, "Сланец": 40}


def test_works_of_two_without_parts_are_none() -> None:
    assert claims("Проект реализуют «Гранит» и «Сланец».", "joint_venture") == []


def test_works_that_found_a_venture_are_a_partner() -> None:
    text = (
        "Узбекистанский комбинат «Алмаз» и южнокорейская Hanjin Carbide зарегистрировали совместное предприятие. "
        "Корейской стороне принадлежит 60%, узбекистанской – оставшиеся 40%."
    )
    assert shares(only(text, "joint_venture")) == {"Алмаз": 40, "Hanjin Carbide": 60}


def test_a_venture_left_by_the_company_of_the_text_is_ended_for_it() -> None:
    text = "Granite Metals owns the Birch copper mine in Peru. It walked away from a similar venture in Gabon in 2029."
    claim = only(text, "joint_venture")
    assert (claim.status, shares(claim), claim.places) == ("cancelled", {"Granite Metals": None}, ("GA",))
