"""Stakes and companies that change hands: sides, prices told later, options, what is kept, what is no deal."""

import pytest
from told import claims, only, parties, shares

from lodeline.claims.claim import Claim

KIND = "acquisition"


def price(claim: Claim) -> tuple[int, str | None] | None:
    return None if claim.amount is None else (int(claim.amount.value), claim.amount.currency)


def test_the_price_and_the_seller_may_follow_two_sentences_later() -> None:
    claim = only(
        "Under the agreement, Harven Metals will acquire all shares of Ostrava Tin Ltd. "
        "The consideration is US$95 million, payable in cash. The vendor is Lindal Capital.",
        KIND,
    )
    assert price(claim) == (95_000_000, "USD")
    assert parties(claim, "seller") == ["Lindal Capital"]
    claim = only(
        "«Хорда» закрыла покупку «Байтек Титан». Сумма сделки составила 12 млрд рублей. "
        "Продавцом выступил фонд «Меридиан».",
        KIND,
    )
    assert price(claim) == (12_000_000_000, "RUB")
    assert parties(claim, "seller") == ["Меридиан"]


def test_the_next_sentence_about_a_loan_tells_no_price() -> None:
    claim = only("Harven Metals has bought Ostrava Tin Ltd. It cost the lender a $5 million loan.", KIND)
    assert claim.amount is None


def test_a_purchase_to_come_is_agreed_where_the_buyer_is_named() -> None:
    assert only("Harven Metals will acquire 51% of Ostrava Tin from Lindal Capital.", KIND).status == "agreed"
    assert only("«Хорда» приобретёт 51% компании «Байтек Титан».", KIND).status == "agreed"


@pytest.mark.parametrize(
    "text",
    [
        "Harven Metals plans to sell up to 49% of Ostrava Tin.",
        "Фонд «Меридиан» продаёт долю в компании «Байтек Титан».",
        "Государство продаст 25% компании «Байтек Титан» до конца года.",
    ],
)
def test_a_stake_on_offer_without_a_buyer_is_proposed(text: str) -> None:
    assert only(text, KIND).status == "proposed"


@pytest.mark.parametrize(
    "text",
    [
        "The sale of Ostrava Tin to Harven Metals has fallen through.",
        "Harven Metals pulled out of the purchase of Ostrava Tin.",
        "The regulator blocked Harven Metals' purchase of Ostrava Tin.",
        "Сделка по продаже «Байтек Титана» группе «Хорда» сорвалась.",
        "«Хорда» отказалась от покупки «Байтек Титана».",
    ],
)
def test_a_deal_that_fell_through_is_cancelled(text: str) -> None:
    assert only(text, KIND).status == "cancelled"


def test_who_allows_or_forbids_a_purchase_buys_nothing() -> None:
    for verb in ("cleared", "blocked", "vetoed"):
        claim = only(f"The regulator {verb} Harven Metals' purchase of Ostrava Tin.", KIND)
        assert parties(claim, "acquirer") == ["Harven Metals"]


def test_a_stake_that_grew_is_a_stake_in_something() -> None:
    claim = only("Harven Metals increased its stake in Ostrava Tin from 12% to 19.9%.", KIND)
    assert parties(claim, "target") == ["Ostrava Tin"]
    assert shares(claim)["Harven Metals"] == 19


def test_how_far_a_share_price_moved_is_no_stake() -> None:
    claim = only("Shares in Ostrava Tin rose 12% after Harven Metals raised its stake.", KIND)
    assert set(shares(claim).values()) == {None}


def test_money_for_a_part_is_its_price() -> None:
    claim = only("Lindal Fund is putting $20 million in equity into Ostrava Tin in return for 8% of the company.", KIND)
    assert (shares(claim)["Lindal Fund"], price(claim)) == (8, (20_000_000, "USD"))
    claim = only("Harven Metals инвестирует $20 млн в «Байтек Титан» в обмен на 8% акций.", KIND)
    assert (shares(claim)["Harven Metals"], price(claim)) == (8, (20_000_000, "USD"))


def test_money_put_in_without_a_part_is_no_purchase() -> None:
    assert not claims("Lindal Fund is putting $20 million into a tin mine for 8 years.", KIND)


def test_who_became_the_owner_bought() -> None:
    claim = only("Новым владельцем рудника «Ясный» стала компания «Хорда».", KIND)
    assert (parties(claim, "acquirer"), parties(claim, "target")) == (["Хорда"], ["Ясный"])
    claim = only("Акционером «Байтек Титана» стала группа «Хорда»: она получила 24,9%.", KIND)
    assert shares(claim)["Хорда"] == 24


def test_who_is_the_owner_bought_nothing_now() -> None:
    assert not claims("Владельцем рудника «Ясный» остаётся компания «Хорда».", KIND)


def test_an_option_is_a_right_and_no_purchase_yet() -> None:
    claim = only("«Хорда» получила опцион на покупку 15% компании «Байтек Титан».", KIND)
    assert claim.status == "agreed"


def test_the_other_side_of_the_paper_sells() -> None:
    claim = only(
        "Harven Metals entered into a share purchase agreement with Lindal Capital to purchase 51% of Ostrava Tin.",
        KIND,
    )
    assert (parties(claim, "seller"), claim.status) == (["Lindal Capital"], "binding")


def test_the_price_of_one_share_is_no_price_of_the_deal() -> None:
    claim = only("Ostrava Tin's board recommended Harven Metals' offer of C$2.10 a share.", KIND)
    assert claim.amount is None


def test_what_the_seller_keeps_is_its_share() -> None:
    claim = only(
        "Lindal Capital sold 80% of Ostrava Tin to Harven Metals for $100 million. The seller keeps 20%.", KIND
    )
    assert shares(claim) == {"Lindal Capital": 20, "Harven Metals": 80, "Ostrava Tin": None}


@pytest.mark.parametrize(
    "text",
    [
        "Analysts say Ostrava Tin could be bought by a bigger rival such as Harven Metals.",
        "Аналитик считает, что «Хорда» могла бы купить «Байтек Титан».",
        "If Harven Metals were to buy Ostrava Tin, prices would rise.",
    ],
)
def test_what_somebody_thinks_could_happen_is_no_deal(text: str) -> None:
    assert not claims(text, KIND)


def test_a_rumour_that_a_side_confirms_is_a_deal() -> None:
    told = "«Хорда» договорилась о покупке 40% «Байтек Титана», рассказали два источника."
    assert only(told, KIND).status == "rumoured"
    assert only(f"{told} Представитель «Хорды» подтвердил сделку.", KIND).status == "agreed"


@pytest.mark.parametrize(
    "text",
    [
        "The brine is already in the hands of Harven Metals.",
        "Harven Metals failed to raise equity for its tin mine.",
        "Harven Metals стала покупать больше олова, чем автозаводы: по оценке службы, 24% против 19%.",
        "По словам директора по продажам «Байтек Титана» Анны Рудько, цены на олово вырастут.",
        "The government has transferred the Kolmar tin concession to Harven Metals.",
    ],
)
def test_hands_equity_goods_posts_and_concessions_are_no_purchase(text: str) -> None:
    assert not claims(text, KIND)


def test_a_licence_one_company_has_from_another_is_bought() -> None:
    assert price(only("В 2027 году Harven Metals купила лицензию за 6 млн долларов.", KIND)) == (6_000_000, "USD")


def test_who_is_close_to_a_purchase_has_not_bought() -> None:
    claim = only("Harven Metals is close to taking a 10% stake in Ostrava Tin.", KIND)
    assert claim.status == "proposed"


@pytest.mark.parametrize(
    "text",
    [
        "— Правда ли, что «Хорда» хочет купить «Байтек Титан»? — Это неправда.",
        "— Правда ли, что «Хорда» хочет купить «Байтек Титан»? — Я тоже читал. Это выдумка.",
        "Is it true that Harven Metals wants to buy Ostrava Tin? That is false.",
        "Harven Metals is in talks to buy Ostrava Tin, sources said. A spokesman denied it.",
    ],
)
def test_what_is_asked_or_rumoured_and_then_denied_is_denied(text: str) -> None:
    assert only(text, KIND).status == "denied"


def test_a_question_without_a_denial_tells_nothing() -> None:
    assert not claims("Will Harven Metals buy Ostrava Tin? Nobody knows.", KIND)


def test_a_buyer_told_and_not_named_is_told_by_its_own_words() -> None:
    claim = only("По слухам, долю в «Байтек Титане» покупает крупный казахстанский холдинг.", KIND)
    assert "холдинг" in parties(claim, "acquirer")[0]


def test_a_verb_of_two_words_has_an_object() -> None:
    claim = only("Harven Metals snaps up rival Ostrava Tin in $2.3 bln deal.", KIND)
    assert (parties(claim, "target"), price(claim)) == (["Ostrava Tin"], (2_300_000_000, "USD"))


def test_who_cut_its_stake_sold() -> None:
    claim = only("Lindal Capital has cut its stake in Ostrava Tin to 3% from 5%.", KIND)
    assert shares(claim) == {"Lindal Capital": 3, "Ostrava Tin": None}


def test_a_company_that_buys_its_own_shares_buys_no_company() -> None:
    assert not claims("Harven Metals bought back $50 million of its shares.", KIND)


def test_a_letter_of_intent_is_an_intent_though_it_binds_nobody() -> None:
    claim = only("Ostrava Tin has signed a non-binding letter of intent to acquire Lindal Gold.", KIND)
    assert claim.status == "intent"


def test_after_buying_tells_of_the_same_buyer() -> None:
    claim = only("Harven Metals now owns 75% of Ostrava Tin after buying out Lindal Capital.", KIND)
    assert parties(claim, "acquirer") == ["Harven Metals"]


def test_who_is_told_to_sell_has_not_sold() -> None:
    claim = only("Ottawa ordered Xinlong to sell its stake in Ostrava Tin.", KIND)
    assert (parties(claim, "seller"), claim.status) == (["Xinlong"], "proposed")


def test_a_mine_without_a_name_is_bought_for_a_price_or_in_part() -> None:
    assert claims("Xinlong купит 60% рудника у правительства Боливии за $340 млн.", KIND)
    assert claims("Harven Metals sold the mine to Xinlong for $40 million.", KIND)
    assert not claims("Harven Metals may not sell mines without a law.", KIND)


def test_a_contract_of_sale_over_a_stake_is_a_binding_purchase() -> None:
    text = (
        "«Керроу» заключила с компанией Fenwick Holding договор купли-продажи 24,9% доли в капитале ТОО «Селби Хром»."
    )
    told = only(text, "acquisition")
    assert told.status == "binding"
    assert {p.role: p.name for p in told.parties} == {
        "acquirer": "Керроу",
        "seller": "Fenwick Holding",
        "target": "Селби Хром",
    }


def test_a_contract_of_sale_over_goods_is_no_purchase_of_a_stake() -> None:
    assert claims("«Керроу» заключила с «Фенвиком» договор купли-продажи 1200 тонн руды.", "acquisition") == []


@pytest.mark.parametrize(
    ("text", "acquirer", "target", "share"),
    [
        ("Керроу Медь получила 5% в канадской Fenwick Lithium.", "Керроу Медь", "Fenwick Lithium", 5),
        (
            "Kerrow Copper topped up its holding in Fenwick Nickel to 26.5 percent.",
            "Kerrow Copper",
            "Fenwick Nickel",
            26,
        ),
    ],
)
def test_a_part_received_or_topped_up_is_a_purchase(text: str, acquirer: str, target: str, share: int) -> None:
    told = only(text, "acquisition")
    assert (parties(told, "acquirer"), parties(told, "target")) == ([acquirer], [target])
    assert shares(told)[acquirer] == share


def test_a_part_of_a_complex_is_no_part_of_its_output() -> None:
    assert [c.kind for c in claims("Kerrow Copper will take 30% of the separation complex.")] == ["acquisition"]
    assert claims("Kerrow Copper will take 30% of the plant's output.", "acquisition") == []


@pytest.mark.parametrize(
    ("text", "buyer", "target"),
    [
        ("Granite Metals was handed a fifth of the Birch mine.", "Granite Metals", "Birch"),
        ("A 25% stake in the Birch mine went to Granite Metals.", "Granite Metals", "Birch"),
        (
            "Granite Metals is to pay $250 million for a majority stake in Birch Copper.",
            "Granite Metals",
            "Birch Copper",
        ),
        ("Покупателем рудника «Берёза» стал «Гранит».", "Гранит", "Берёза"),
        ("«Гранит Медь» уходит под контроль турецкой Anadolu Maden.", "Anadolu Maden", "Гранит Медь"),
    ],
)
def test_whoever_a_part_passes_to_has_it(text: str, buyer: str, target: str) -> None:
    claim = only(text, KIND)
    assert parties(claim, "acquirer") == [buyer]
    assert parties(claim, "target") == [target]


def test_each_clause_may_tell_a_purchase() -> None:
    text = "Granite Metals acquired Birch Copper for $422 million, while Slate Holding bought out Fern Tin in March."
    found = claims(text, KIND)
    assert [parties(c, "acquirer") for c in found] == [["Granite Metals"], ["Slate Holding"]]
    assert [parties(c, "target") for c in found] == [["Birch Copper"], ["Fern Tin"]]


def test_a_part_is_no_company_and_its_holder_sells_it() -> None:
    claim = only("Granite Metals said it had sold its 12 per cent holding in Fern Tin for $31m.", KIND)
    assert (parties(claim, "seller"), parties(claim, "target")) == (["Granite Metals"], ["Fern Tin"])


def test_what_is_given_and_is_no_stake_is_no_purchase() -> None:
    assert claims("Granite Metals was given three extensions.", KIND) == []


def test_a_deal_sells_nothing() -> None:
    assert parties(only("Сделка по продаже «Сланца» сорвалась.", KIND), "seller") == []
