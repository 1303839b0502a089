"""Loans, grants, guarantees, equity, letters and drawdowns: who gives how much to whom, and how firm it is."""

import pytest
from told import claims, only, parties

from lodeline.claims.claim import Claim

KIND = "financing"


def money(claim: Claim) -> tuple[int, str | None] | None:
    return None if claim.amount is None else (int(claim.amount.value), claim.amount.currency)


def sides(claim: Claim) -> tuple[list[str], list[str]]:
    return parties(claim, "financier"), parties(claim, "recipient")


def by_lender(text: str) -> dict[str, tuple[int, str | None] | None]:
    return {name: money(claim) for claim in claims(text, KIND) for name in parties(claim, "financier")}


# loans


def test_a_loan_has_its_lender_its_borrower_and_its_sum() -> None:
    text = "Pacific Gate Bank will lend $75 million to Corvane Metals for a tin smelter in Peru."
    claim = only(text, KIND)
    assert sides(claim) == (["Pacific Gate Bank"], ["Corvane Metals"])
    assert (money(claim), claim.status, claim.commodities, claim.places) == (
        (75_000_000, "USD"),
        "agreed",
        ("tin",),
        ("PE",),
    )
    assert [text[a:b] for a, b in claim.support["amount"].spans] == ["$75 million"]
    assert [text[a:b] for a, b in claim.support["parties.0"].spans] == ["Pacific Gate Bank"]


def test_a_loan_has_its_lender_its_borrower_and_its_sum_in_russian() -> None:
    claim = only("Северный банк выдал компании Corvane Metals кредит на 75 млн долларов.", KIND)
    assert sides(claim) == (["Северный банк"], ["Corvane Metals"])
    assert (money(claim), claim.status, claim.instrument) == ((75_000_000, "USD"), "completed", "loan")


@pytest.mark.parametrize(
    "text",
    [
        "Pacific Gate Bank signed a $75 million loan agreement with Corvane Metals for the Brimley plant.",
        "Corvane Metals secured a $75 million loan from Pacific Gate Bank.",
        "Pacific Gate Bank approved a $75 million loan for Corvane Metals' tin smelter.",
        "Pacific Gate Bank gave Corvane Metals a $75 million loan.",
    ],
)
def test_lender_and_borrower_are_told_apart_however_the_sentence_turns(text: str) -> None:
    claim = only(text, KIND)
    assert (sides(claim), money(claim)) == ((["Pacific Gate Bank"], ["Corvane Metals"]), (75_000_000, "USD"))
    assert claim.instrument == "loan"


@pytest.mark.parametrize(
    "text",
    [
        "Corvane Metals привлекла у Северного банка кредит на 75 млн долларов.",
        "Северный банк открыл Corvane Metals кредитную линию на 75 млн долларов.",
        "Северный банк предоставит Corvane Metals заём в 75 млн долларов.",
    ],
)
def test_lender_and_borrower_are_told_apart_in_russian(text: str) -> None:
    claim = only(text, KIND)
    assert (sides(claim), money(claim)) == ((["Северный банк"], ["Corvane Metals"]), (75_000_000, "USD"))


def test_an_agreement_between_a_bank_and_a_firm_has_both() -> None:
    text = "Кредитное соглашение между «Уралником» и банком «Ладога» на 5 млрд рублей подписано во вторник."
    claim = only(text, KIND)
    assert (sides(claim), claim.date) == ((["Ладога"], ["Уралник"]), "2031-05-13")


def test_whoever_advances_money_lends_it() -> None:
    text = "Under the streaming deal, Osprey Royalties will advance $60 million to Corvane Metals."
    assert sides(only(text, KIND)) == (["Osprey Royalties"], ["Corvane Metals"])


def test_a_syndicate_lends_as_one() -> None:
    claim = only("Консорциум банков открыл Corvane Metals кредитную линию на 300 млн долларов.", KIND)
    assert sides(claim) == (["Консорциум банков"], ["Corvane Metals"])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Pacific Gate Bank is considering a $75 million loan to Corvane Metals.", "proposed"),
        ("Pacific Gate Bank signed a $75 million loan contract with Corvane Metals.", "binding"),
        ("Pacific Gate Bank cancelled a $75 million loan to Corvane Metals.", "cancelled"),
        ("Pacific Gate Bank suspended a $75 million loan to Corvane Metals.", "suspended"),
        ("Pacific Gate Bank denied a $75 million loan to Corvane Metals.", "denied"),
        ("A €60m grant from the Norrland Innovation Fund has not been paid out.", "agreed"),
        ("Северный банк рассматривает кредит Corvane Metals на 75 млн долларов.", "proposed"),
        ("Северный банк аннулировал кредит на 75 млн долларов.", "cancelled"),
        ("Северный банк приостановил кредит на 75 млн долларов.", "suspended"),
        ("Грант Северного фонда на 60 млн евро ещё не выплачен.", "agreed"),
    ],
)
def test_the_status_of_money_follows_its_verb(text: str, status: str) -> None:
    assert only(text, KIND).status == status


@pytest.mark.parametrize(
    "text",
    [
        "Corvane's debt stood at $210 million at the end of March.",
        "Долг Corvane Metals на конец марта составлял 21 млрд рублей.",
        "Repaying the loan cost Corvane Metals $4 million in interest.",
        "Обслуживание кредита обошлось Corvane Metals в 400 млн рублей.",
        "The smelter will cost $450 million, the company said.",
        "Завод обойдётся в 450 млн долларов.",
        "If approved, the loan of $60 million from Pacific Gate Bank would fund the smelter.",
        "Если кредит Северного банка на 60 млн долларов одобрят, завод расширят.",
        "The bank has not approved any loan to Corvane Metals.",
        "Банк не одобрял кредит Corvane Metals.",
        "Corvane Metals needs cheap loans.",
        "Корпорации нужны дешёвые кредиты.",
    ],
)
def test_debts_costs_repayments_and_conditions_are_no_new_loan(text: str) -> None:
    assert claims(text, KIND) == []


# several lenders


def test_each_lender_of_a_list_is_a_claim_with_its_own_sum() -> None:
    text = "The loan comes from two lenders: $40m from Pacific Gate Bank and $25m from Harbour Transition Fund."
    assert by_lender(text) == {"Pacific Gate Bank": (40_000_000, "USD"), "Harbour Transition Fund": (25_000_000, "USD")}


def test_whoever_lends_the_rest_of_a_list_is_a_claim_without_a_sum() -> None:
    text = "The plant will draw $40m from Pacific Gate Bank, with the rest coming from Harbour Kredit."
    assert by_lender(text) == {"Pacific Gate Bank": (40_000_000, "USD"), "Harbour Kredit": None}


def test_each_lender_of_a_list_is_a_claim_with_its_own_sum_in_russian() -> None:
    text = "Кредит в 140 млн долларов даст Северный банк, ещё 60 млн — фонд «Медный пояс»."
    assert by_lender(text) == {"Северный банк": (140_000_000, "USD"), "Медный пояс": (60_000_000, "USD")}


def test_the_verb_may_be_left_out_after_a_loan_and_the_currency_goes_on() -> None:
    text = "Северный банк выдал кредит на 75 млн долларов. Ещё 40 млн — от Южного банка."
    assert by_lender(text)["Южный банк"] == (40_000_000, "USD")


def test_the_verb_may_be_left_out_after_a_loan_in_english() -> None:
    text = "Pacific Gate Bank lent the mine $75 million. Another $40 million from Harbour Bank."
    assert by_lender(text)["Harbour Bank"] == (40_000_000, "USD")


def test_a_sum_without_a_lender_after_a_loan_is_no_loan() -> None:
    text = "Pacific Gate Bank lent the mine $75 million. Another $40 million went on roads."
    assert list(by_lender(text)) == ["Pacific Gate Bank"]


# letters, guarantees, grants, equity


@pytest.mark.parametrize(
    "text",
    [
        "Pacific Export Bank issued a letter of interest for up to $400 million to Corvane Metals.",
        "Экспортный банк направил Corvane Metals письмо о заинтересованности на сумму до 400 млн долларов.",
    ],
)
def test_a_letter_of_interest_is_intent_and_never_binding(text: str) -> None:
    claim = only(text, KIND)
    assert (claim.status, claim.instrument, money(claim)) == ("intent", "letter_of_interest", (400_000_000, "USD"))
    assert claim.amount is not None
    assert claim.amount.qualifier == "up_to"


def test_a_guarantee_carries_what_it_covers_and_the_loan_keeps_its_lender() -> None:
    text = "Export agency Harbour Garant will cover 80% of a €90m loan from Rheinbank to Corvane Metals."
    surety, loan = sorted(claims(text, KIND), key=lambda c: c.instrument or "")
    assert (parties(surety, "financier"), surety.instrument) == (["Harbour Garant"], "guarantee")
    assert surety.quantity is not None
    assert (int(surety.quantity.value), surety.quantity.unit) == (80, "%")
    assert (sides(loan), money(loan)) == ((["Rheinbank"], ["Corvane Metals"]), (90_000_000, "EUR"))


def test_a_guarantee_carries_what_it_covers_in_russian() -> None:
    text = "Агентство «Гарант» застрахует 80% кредита на 90 млн евро, который Рейнбанк выдаст компании Corvane Metals."
    surety = next(c for c in claims(text, KIND) if c.instrument == "guarantee")
    assert (parties(surety, "financier"), surety.quantity and int(surety.quantity.value)) == (["Гарант"], 80)
    loan = next(c for c in claims(text, KIND) if c.instrument == "loan")
    assert (parties(loan, "financier"), money(loan)) == (["Рейнбанк"], (90_000_000, "EUR"))


@pytest.mark.parametrize(
    "text",
    [
        "The trade ministry guaranteed 80% of the seats to students.",
        "Snow covered 80% of the mine.",
        "Снег покрыл 80% рудника.",
    ],
)
def test_a_part_covered_of_anything_but_a_loan_is_no_guarantee(text: str) -> None:
    assert claims(text, KIND) == []


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("The Norrland Innovation Fund awarded a $27 million grant to Corvane Metals.", "grant"),
        ("Harbour Development Bank will provide a €40m equity investment in Corvane Metals.", "equity"),
        ("Северный фонд выделит Corvane Metals грант в 27 млн долларов.", "grant"),
        ("Минпромторг выделит Corvane Metals субсидию в 27 млн рублей.", "grant"),
    ],
)
def test_the_form_of_the_money_is_its_instrument(text: str, instrument: str) -> None:
    claim = only(text, KIND)
    assert (claim.instrument, parties(claim, "recipient")) == (instrument, ["Corvane Metals"])
    assert claims(text, "investment") == []


def test_whoever_places_bonds_receives_the_money() -> None:
    claim = only("Corvane Metals разместила облигации на 12 млрд рублей.", KIND)
    assert (sides(claim), claim.instrument) == (([], ["Corvane Metals"]), "equity")


def test_the_underwriter_of_an_issue_is_its_financier() -> None:
    text = "The bond issue was underwritten by Pacific Gate Bank and raised A$120 million for Corvane Metals."
    assert sides(only(text, KIND)) == (["Pacific Gate Bank"], ["Corvane Metals"])


@pytest.mark.parametrize(
    "text",
    [
        "Greystone Streams will pay $85 million upfront for 5% of the gold produced at Brimley.",
        "Greystone Streams заплатит 85 млн долларов аванса за 5% золота рудника.",
    ],
)
def test_whoever_pays_in_advance_for_metal_is_the_financier(text: str) -> None:
    claim = only(text, KIND)
    assert (parties(claim, "financier"), money(claim)) == (["Greystone Streams"], (85_000_000, "USD"))


# drawdowns


@pytest.mark.parametrize(
    "text",
    [
        "Corvane Metals has drawn down $60 million of a $150 million facility from Pacific Gate Bank.",
        "Corvane Metals выбрала 60 млн долларов из кредита Северного банка на 150 млн долларов.",
    ],
)
def test_a_part_of_a_loan_that_has_flowed_is_under_way(text: str) -> None:
    flowed = [c for c in claims(text, KIND) if money(c) == (60_000_000, "USD")]
    assert [(c.status, c.instrument) for c in flowed] == [("under_way", "loan")]
    assert (150_000_000, "USD") in [money(c) for c in claims(text, KIND)]


@pytest.mark.parametrize(
    "text",
    [
        "The drawn shares of the lottery paid $60 million.",
        "Corvane Metals освоила выпуск цинка.",
    ],
)
def test_nothing_is_drawn_where_no_loan_was_told(text: str) -> None:
    assert [c for c in claims(text, KIND) if c.status == "under_way"] == []


# investment


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Corvane Metals plans to invest $1.4 billion in nickel in Indonesia.", "proposed"),
        ("Corvane Metals put $1.4 billion into nickel in Indonesia.", "completed"),
        ("Corvane Metals has pledged $1.4 billion for a nickel plant in Indonesia.", "intent"),
        ("Corvane Metals will co-invest $1.4 billion in a nickel smelter in Indonesia.", "proposed"),
        ("Corvane Metals намерена вложить 1,4 млрд долларов в переработку никеля в Индонезии.", "proposed"),
        ("Corvane Metals вложила 1,4 млрд долларов в никелевый завод в Индонезии.", "completed"),
        (
            "Corvane Metals выступит соинвестором, вложив 1,4 млрд долларов в переработку никеля в Индонезии.",
            "proposed",
        ),
    ],
)
def test_an_investment_has_its_investor_its_host_and_its_sum(text: str, status: str) -> None:
    claim = only(text, "investment")
    assert (parties(claim, "investor"), claim.places) == (["Corvane Metals"], ("ID",))
    assert (money(claim), claim.status, claim.commodities) == ((1_400_000_000, "USD"), status, ("nickel",))


@pytest.mark.parametrize(
    "text",
    [
        "Corvane Metals and Ostrava Trading will spend $500m in Zambia over five years.",
        "Corvane Metals и Ostrava Trading вложат 500 млн долларов в завод в Замбии.",
    ],
)
def test_partners_who_put_in_one_sum_are_all_investors(text: str) -> None:
    claim = only(text, "investment")
    assert (parties(claim, "investor"), claim.places) == (["Corvane Metals", "Ostrava Trading"], ("ZM",))


def test_an_investors_home_is_not_the_host() -> None:
    claim = only("South Korea's Corvane Metals has pledged $50 million for a tin plant in Vietnam.", "investment")
    assert (parties(claim, "host"), claim.places) == (["Vietnam"], ("VN",))


@pytest.mark.parametrize(
    "text",
    [
        "Investment in the sector fell 14% to $3.2bn last year.",
        "Инвестиции в отрасль сократились на 14%, до 3,2 млрд долларов.",
        "По общему правилу инвестор, вложивший не менее 7 млрд тенге, платит меньше.",
        "If Corvane Metals invests $50 million, the plant will be built.",
        "Если Corvane Metals вложит 50 млн долларов, завод построят.",
        "The mine is now put at $740m against $615m in the study.",
    ],
)
def test_statistics_rules_estimates_and_conditions_are_no_investment(text: str) -> None:
    assert claims(text, "investment") == []


def lenders(text: str) -> dict[int, list[str]]:
    """Sum → who gives it."""
    return {int(c.amount.value): parties(c, "financier") for c in claims(text, "financing") if c.amount}


def test_of_a_package_each_sum_has_its_own_lender_and_the_total_none() -> None:
    told = lenders("The package totals $500m: $300m from the IFC, $120m from KfW and an $80m grant from Norway.")
    assert told == {500_000_000: [], 300_000_000: ["IFC"], 120_000_000: ["KfW"], 80_000_000: ["Norway"]}
    told = lenders("Финансирование в объёме $500 млн обеспечат ЕБРР ($300 млн) и Всемирный банк ($200 млн).")
    assert told == {500_000_000: [], 300_000_000: ["ЕБРР"], 200_000_000: ["Всемирный банк"]}
    told = lenders("Из 500 млн долларов 300 млн предоставит ЕБРР, ещё 200 млн — Всемирный банк.")
    assert told == {300_000_000: ["ЕБРР"], 200_000_000: ["Всемирный банк"]}


def test_the_form_of_one_part_is_not_that_of_its_neighbour() -> None:
    told = claims("The mine will get $300m from the IFC and an $80m grant from KfW.", "financing")
    assert {int(c.amount.value): c.instrument for c in told if c.amount} == {300_000_000: None, 80_000_000: "grant"}


def test_lenders_of_one_loan_are_told_together() -> None:
    claim = only("Harven Metals has signed a $90m loan with the EBRD and KfW.", "financing")
    assert parties(claim, "financier") == ["EBRD", "KfW"]


def test_who_borrows_may_be_told_alone() -> None:
    for text in (
        "Harven Metals has raised $45 million.",
        "Harven Metals is seeking $250m in debt to build a tin smelter.",
        "«Байтек Титан» рассчитывает привлечь $60 млн.",
    ):
        assert parties(only(text, "financing"), "recipient") in (["Harven Metals"], ["Байтек Титан"])
    assert not claims("Harven Metals raised its estimate of the cost to $45 million.", "financing")


def test_who_pays_in_advance_finances() -> None:
    claim = only("Harven Metals will make an upfront payment of $15m to Ostrava Tin.", "financing")
    assert parties(claim, "financier") == ["Harven Metals"]


def test_who_stands_surety_is_the_subject_of_its_verb_and_no_bank() -> None:
    told = claims("The German government will guarantee 80% of a €300m loan to Ostrava Tin from KfW.", "financing")
    assert {c.instrument: parties(c, "financier") for c in told} == {
        "loan": ["KfW"],
        "guarantee": ["German government"],
    }


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Минпромторг выделил «Байтек Титану» субсидию на 400 млн рублей.", "completed"),
        ("Минпромторг выделит «Байтек Титану» субсидию на 400 млн рублей.", "agreed"),
        ("ЕБРР откажет «Байтек Титану» в кредите на 95 млн евро.", "cancelled"),
        ("«Байтек Титан» получит грант в 15 млн долларов от Министерства энергетики США.", "agreed"),
        ("KfW issued a letter of support for up to $90 million of debt to Ostrava Tin.", "intent"),
    ],
)
def test_money_given_is_paid_and_money_promised_is_agreed(text: str, status: str) -> None:
    assert only(text, "financing").status == status


@pytest.mark.parametrize(
    "text",
    [
        "Harven Metals seeks $300 million in damages from the World Bank.",
        "The government approved a $790m expansion of the tin mine.",
        "Капитал «Байтек Титана» составляет 15 млн долларов.",
    ],
)
def test_damages_works_and_a_company_s_capital_are_no_financing(text: str) -> None:
    assert not claims(text, "financing")


def test_the_part_a_guarantee_covers_may_follow() -> None:
    claim = only("ВЭБ выдал гарантию по кредиту на завод. Покрытие — 85% суммы.", "financing")
    assert claim.quantity is not None
    assert int(claim.quantity.value) == 85


def test_a_loan_granted_is_in_force_and_one_lent_is_paid() -> None:
    assert only("Ostrava Tin has been granted a $28m loan by KfW.", "financing").status == "in_force"
    assert only("KfW lent Ostrava Tin $28m in 2029.", "financing").status == "completed"


def test_the_paper_signed_in_the_next_sentence_binds() -> None:
    told = "ЕАБР даёт «Байтек Титану» кредит, 120 миллионов долларов."
    assert only(told, "financing").status == "agreed"
    assert only(f"{told} Договор подписали в феврале.", "financing").status == "binding"


def test_a_bank_that_thinks_over_a_sum_may_lend_it() -> None:
    claim = only("The World Bank is considering $500 million to rehabilitate the mine's railway.", "financing")
    assert (parties(claim, "financier"), claim.status) == (["World Bank"], "proposed")


def test_a_sum_in_brackets_is_the_same_sum_in_another_currency() -> None:
    claim = only("Harven Metals will invest 180 billion CFA francs ($320 million) in a tin smelter.", "investment")
    assert claim.amount is not None
    assert int(claim.amount.value) == 180_000_000_000


def test_investors_told_by_their_sort_are_no_neighbour_s_name() -> None:
    claim = only("По подсчётам палаты Дели, за пять лет индийский бизнес вложил в рудники 6,4 млрд.", "investment")
    assert parties(claim, "investor") == ["индийский бизнес"]


def test_what_is_offered_is_not_invested() -> None:
    claim = only("Harven Metals has offered to invest $500m in the tin mine.", "investment")
    assert claim.status == "proposed"


def test_a_guarantee_told_by_its_verb_is_one_where_no_lender_is_named() -> None:
    claim = only("Canada's government has guaranteed a C$60 million loan to Ostrava Tin.", "financing")
    assert (parties(claim, "financier"), claim.instrument) == (["Canada"], "guarantee")


def test_the_trader_of_a_prepayment_pays_it() -> None:
    claim = only("Ostrava Tin agreed a $75 million prepayment with trader Lindal Commodities.", "financing")
    assert parties(claim, "financier") == ["Lindal Commodities"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The DFC has issued a conditional commitment for a loan of up to $115 million to Kerrow Copper.", "agreed"),
        ("Замбия попросила у ЕБРР кредит на 3 млрд рублей.", "proposed"),
        ("«Керроу Медь» строит завод. Финансирование предоставил Банк развития Казахстана.", "completed"),
    ],
)
def test_a_loan_promised_on_conditions_asked_for_or_told_without_its_sum(text: str, status: str) -> None:
    assert only(text, "financing").status == status


def test_a_loan_that_is_paid_back_is_no_news_of_one() -> None:
    assert claims("Kerrow Copper repaid its €20 million bridge loan in March.") == []


def test_a_letter_of_interest_that_is_denied_is_denied() -> None:
    claim = only(
        "Банк Омана опроверг сообщения о том, что направил письмо о заинтересованности в кредите на 300 млн долларов.",
        KIND,
    )
    assert (claim.status, claim.instrument) == ("denied", "letter_of_interest")
