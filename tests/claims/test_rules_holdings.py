"""Owners listed with their parts, stakes and companies bought and sold, offers made and turned down."""

import pytest
from told import claims, only, parties, shares

from lodeline.claims.claim import Claim

KIND = "acquisition"


def deal(claim: Claim) -> tuple[list[str], list[str], list[str]]:
    return parties(claim, "acquirer"), parties(claim, "target"), parties(claim, "seller")


def money(claim: Claim) -> tuple[int, str | None] | None:
    return None if claim.amount is None else (int(claim.amount.value), claim.amount.currency)


# owners


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "The mine is owned by Corvane Metals (60%) and Ostrava Trading (40%).",
            {"Corvane Metals": 60, "Ostrava Trading": 40},
        ),
        (
            "The smelter belongs 55% to Corvane Metals and 45% to Ostrava Trading.",
            {"Corvane Metals": 55, "Ostrava Trading": 45},
        ),
        (
            "Рудник на 60% принадлежит Corvane Metals, на 40% — Ostrava Trading.",
            {"Corvane Metals": 60, "Ostrava Trading": 40},
        ),
        (
            "Акционеры завода — Corvane Metals (51%) и Ostrava Trading (49%).",
            {"Corvane Metals": 51, "Ostrava Trading": 49},
        ),
    ],
)
def test_owners_listed_with_parts_hold_it_together(text: str, held: dict[str, int]) -> None:
    claim = only(text, "joint_venture")
    assert (shares(claim), claim.status) == (held, "in_force")


def test_the_owner_without_a_part_has_the_rest() -> None:
    text = "The mine's owners, Corvane Metals and a landowner trust holding 20 per cent, have not decided."
    assert shares(only(text, "joint_venture")) == {"Corvane Metals": 80, "landowner trust": 20}


def test_the_owner_without_a_part_has_the_rest_in_russian() -> None:
    text = "Акционеры рудника — Corvane Metals и Ostrava Trading с долей 30%."
    assert shares(only(text, "joint_venture")) == {"Corvane Metals": 70, "Ostrava Trading": 30}


@pytest.mark.parametrize(
    "text",
    [
        "China and Chile produce 60% and 40% of the world's lithium.",
        "На Китай и Чили приходится 60% и 40% мировой добычи лития.",
        "Sales of Corvane Metals rose 60% and those of Ostrava Trading fell 5%.",
    ],
)
def test_parts_of_a_market_and_growth_are_no_holdings(text: str) -> None:
    assert claims(text, "joint_venture") == []


# stakes and companies bought and sold


def test_a_stake_is_bought_from_its_seller_for_a_price() -> None:
    text = "Corvane Metals bought a 49% stake in Halcyon Tin from Ostrava Trading for $95 million."
    claim = only(text, KIND)
    assert deal(claim) == (["Corvane Metals"], ["Halcyon Tin"], ["Ostrava Trading"])
    assert (shares(claim)["Corvane Metals"], money(claim), claim.status) == (49, (95_000_000, "USD"), "completed")
    words = {slot: [text[a:b] for a, b in held.spans] for slot, held in claim.support.items()}
    assert (words["kind"], words["share.Corvane Metals"], words["amount"]) == (["bought"], ["49%"], ["$95 million"])


def test_a_stake_is_sold_to_its_buyer_for_a_price_in_russian() -> None:
    claim = only("Ostrava Trading продала Corvane Metals пакет в 49% акций «Тальмета» за 95 млн долларов.", KIND)
    assert parties(claim, "seller") == ["Ostrava Trading"]
    assert parties(claim, "acquirer") == ["Corvane Metals"]
    assert (shares(claim)["Corvane Metals"], money(claim), claim.status) == (49, (95_000_000, "USD"), "completed")


def test_the_doer_of_a_purchase_told_as_a_noun_is_its_buyer() -> None:
    claim = only("Антимонопольная служба одобрила покупку «Уралником» 75% акций «Карельского графита».", KIND)
    assert (shares(claim).get("Уралник"), claim.status) == (75, "in_force")
    assert parties(claim, "acquirer") == ["Уралник"]


def test_the_day_of_a_purchase_is_its_date() -> None:
    assert only("On 12 March 2031 Corvane Metals acquired Halcyon Tin.", KIND).date == "2031-03-12"
    assert only("12 марта 2031 года Corvane Metals купила компанию «Тальмет».", KIND).date == "2031-03-12"


def test_whoever_enters_the_capital_acquires_a_part() -> None:
    claim = only("Corvane Metals войдёт в капитал «Тальмета», получив 24,9% акций за 3 млрд рублей.", KIND)
    assert shares(claim)["Corvane Metals"] == 24
    assert (money(claim), claim.status) == ((3_000_000_000, "RUB"), "agreed")


def test_a_minority_interest_is_a_stake() -> None:
    claim = only("Corvane Metals took a minority interest in Halcyon Tin, paying A$14 million for a 9% stake.", KIND)
    assert deal(claim) == (["Corvane Metals"], ["Halcyon Tin"], [])
    assert (shares(claim)["Corvane Metals"], money(claim)) == (9, (14_000_000, "AUD"))


def test_a_stake_picked_up_is_bought() -> None:
    claim = only("Private equity firm Larkfield Partners has picked up a 19.5% interest in Halcyon Tin.", KIND)
    assert deal(claim) == (["Larkfield Partners"], ["Halcyon Tin"], [])


def test_a_farm_in_earns_a_stake_by_spending() -> None:
    text = "Corvane Metals may earn up to 70% of the Brimley tin project by spending $12 million over four years."
    claim = only(text, KIND)
    assert (shares(claim)["Corvane Metals"], money(claim), claim.status) == (70, (12_000_000, "USD"), "proposed")
    assert claims(text, "investment") == []


@pytest.mark.parametrize(
    "text",
    [
        "Corvane Metals raised its stake in Halcyon Tin to 14% from 9%.",
        "Corvane Metals increased its holding in Halcyon Tin from 9% to 14%.",
        "Corvane Metals увеличила долю в Halcyon Tin с 9% до 14%.",
    ],
)
def test_a_stake_that_grew_is_the_one_it_grew_to(text: str) -> None:
    assert shares(only(text, KIND))["Corvane Metals"] == 14


@pytest.mark.parametrize(
    "text",
    [
        "The US International Development Finance Corporation bought a 10% equity stake in Halcyon Tin for $25m.",
        "Norrland Development Fund took a 10% stake in Halcyon Tin through a $25m equity investment.",
    ],
)
def test_equity_for_a_stated_stake_is_one_purchase_and_no_financing(text: str) -> None:
    claim = only(text, KIND)
    assert (parties(claim, "target"), money(claim)) == (["Halcyon Tin"], (25_000_000, "USD"))
    assert claims(text, "financing") == claims(text, "share") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Corvane Metals agreed to buy Halcyon Tin for $310 million.", "agreed"),
        ("Corvane Metals has completed its purchase of Halcyon Tin.", "completed"),
        ("Corvane Metals plans to buy a stake in Halcyon Tin.", "proposed"),
        ("Corvane Metals is in talks to buy Halcyon Tin, two people familiar with the matter said.", "rumoured"),
        ("Corvane Metals walked away from its purchase of Halcyon Tin.", "cancelled"),
        ("Corvane Metals has no plans to buy a stake in Halcyon Tin.", "denied"),
        ("Corvane Metals denied it was buying a stake in Halcyon Tin.", "denied"),
        ("Corvane Metals закрыла сделку по покупке 100% «Тальмета».", "completed"),
        ("Corvane Metals намерена купить 30% акций «Тальмета».", "proposed"),
        ("По данным двух источников, Corvane Metals ведёт переговоры о покупке пакета «Тальмета».", "rumoured"),
        ("Corvane Metals отказалась от покупки «Тальмета».", "cancelled"),
        ("Corvane Metals опровергла покупку 30% акций «Тальмета».", "denied"),
    ],
)
def test_the_status_of_a_purchase_follows_its_verb(text: str, status: str) -> None:
    assert only(text, KIND).status == status


@pytest.mark.parametrize(
    "text",
    [
        "Corvane Metals bought 12,000 tonnes of tin concentrate from Ostrava Trading.",
        "Corvane Metals купила у Ostrava Trading 12 тыс. тонн оловянного концентрата.",
        "Shares in Corvane Metals rose 4% after it bought 20 trucks from Ostrava Trading.",
        "Акции Corvane Metals подорожали на 4% после покупки 20 самосвалов.",
        "The stake of retail holders in Corvane Metals fell by 3% over the year.",
        "Доля розничных инвесторов в Corvane Metals сократилась на 3%.",
        "Corvane Metals earned 40% of its profit from the Brimley mine last year.",
        "If Corvane Metals were to buy Halcyon Tin, it would own five mines.",
        "Если Corvane Metals купит «Тальмет», у неё будет пять рудников.",
        "Corvane Metals raised $45m in a share sale.",
        "Corvane Metals has not taken a final decision on the mine.",
        "Corvane Metals increased its output by 12%.",
    ],
)
def test_goods_growth_earnings_and_conditions_are_no_purchase_of_a_company(text: str) -> None:
    assert claims(text, KIND) == []


# offers


def test_an_offer_tells_who_makes_it_and_for_whom() -> None:
    claim = only("Corvane Metals made a A$200 million bid for Halcyon Tin.", KIND)
    assert deal(claim) == (["Corvane Metals"], ["Halcyon Tin"], [])
    assert (claim.status, money(claim)) == ("proposed", (200_000_000, "AUD"))


@pytest.mark.parametrize(
    "text",
    [
        "Halcyon Tin has rejected a $1.2bn takeover offer from Corvane Metals.",
        "Halcyon Tin turned down the $1.2bn bid from Corvane Metals.",
        "Halcyon Tin отклонила предложение Corvane Metals о покупке компании за 1,2 млрд долларов.",
    ],
)
def test_an_offer_turned_down_is_cancelled_and_keeps_its_sides(text: str) -> None:
    claim = only(text, KIND)
    assert deal(claim) == (["Corvane Metals"], ["Halcyon Tin"], [])
    assert (claim.status, money(claim)) == ("cancelled", (1_200_000_000, "USD"))


def test_an_offer_that_its_maker_denies_is_denied_and_not_cancelled() -> None:
    claim = only("Corvane Metals denied it was preparing a bid for Halcyon Tin.", KIND)
    assert (deal(claim), claim.status) == ((["Corvane Metals"], ["Halcyon Tin"], []), "denied")


def test_an_offer_that_its_target_denies_is_denied() -> None:
    claim = only("Halcyon Tin denied it had received a takeover approach from Corvane Metals.", KIND)
    assert (deal(claim), claim.status) == ((["Corvane Metals"], ["Halcyon Tin"], []), "denied")


@pytest.mark.parametrize(
    "text",
    [
        "Corvane Metals won a bid for road works.",
        "Corvane Metals offered its staff a pay rise.",
        "Предложение олова на рынке превысило спрос.",
    ],
)
def test_a_tender_or_a_market_offer_is_no_bid_for_a_company(text: str) -> None:
    assert claims(text, KIND) == []


def test_the_remaining_part_has_its_holder_before_it() -> None:
    claim = only("Corvane Metals owns 60% of the mine and Lindal Capital the remaining 40%.", "joint_venture")
    assert shares(claim) == {"Corvane Metals": 60, "Lindal Capital": 40}


def test_each_of_several_holds_the_part_told_once() -> None:
    claim = only(
        "По 45% в компании принадлежит чешской «Рудна Метал» и предпринимателю Олжасу Темирову, "
        "остальные 10% — у компании «Хорда».",
        "joint_venture",
    )
    assert shares(claim) == {"Рудна Метал": 45, "Олжас Темиров": 45, "Хорда": 10}
    claim = only("Corvane Metals and Lindal Capital will each hold 50% of the company.", "joint_venture")
    assert (shares(claim), claim.status) == ({"Corvane Metals": 50, "Lindal Capital": 50}, "agreed")


def test_what_grew_by_as_much_each_year_has_no_holders() -> None:
    assert not claims("Corvane Metals and Lindal Capital each cut output by 50%.", "joint_venture")
