"""Kazakh news: the rules read the same roles as in other languages. Invented sentences, with what must not be read."""

import pytest

from lodeline.claims.claim import Claim
from lodeline.claims.extract import extract
from lodeline.documents.document import Document, DocumentId, Publication


def claims(text: str, kind: str) -> list[Claim]:
    origin = Publication("2031-05-14", "given", "")
    document = Document(DocumentId("told"), "told", text, "kk", origin, "", "", "test")
    return [claim for claim in extract(document).claims if claim.kind == kind]


def only(text: str, kind: str) -> Claim:
    found = claims(text, kind)
    assert len(found) == 1, found
    return found[0]


def named(claim: Claim, role: str) -> list[str]:
    return [party.name for party in claim.parties if party.role == role]


def test_two_companies_found_a_venture_with_parts() -> None:
    text = "«Көксу Мыс» пен жапониялық Aozora Metals бірлескен кәсіпорын құрды. Aozora Metals үлесі – 60 пайыз."
    claim = only(text, "joint_venture")
    assert {p.name: p.share and int(p.share) for p in claim.parties} == {"Көксу Мыс": 40, "Aozora Metals": 60}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Азия даму банкі «Көксу Мыс» компаниясына 40 миллион доллар несие берді.", "completed"),
        ("Азия даму банкі «Көксу Мыс» компаниясына 40 миллион доллар несие бермек.", "proposed"),
        ("Азия даму банкі «Көксу Мыс» компаниясына 40 миллион доллар несие беруді жоспарлап отыр.", "proposed"),
    ],
)
def test_a_loan_has_its_lender_its_sum_and_how_far_it_has_come(text: str, status: str) -> None:
    claim = only(text, "financing")
    assert named(claim, "financier") == ["Азия даму банкі"]
    assert claim.amount is not None
    assert int(claim.amount.value) == 40_000_000
    assert claim.status == status


def test_a_purchase_of_goods_has_a_buyer_and_a_seller() -> None:
    claim = only("«Көксу Жол» компаниясы Германияның Rotfels фирмасынан 30 локомотив сатып алады.", "supply")
    assert (named(claim, "buyer"), named(claim, "seller")) == (["Көксу Жол"], ["Rotfels"])


def test_a_memorandum_of_two_parties_is_told_with_the_object_in_the_dative() -> None:
    claim = only("«Көксу Мыс» Кореяның Hanbit корпорациясымен меморандумға қол қойды.", "agreement")
    assert claim.status == "memorandum"
    assert set(named(claim, "signatory")) == {"Көксу Мыс", "Hanbit"}


def test_a_state_joins_a_body() -> None:
    claim = only("Моңғолия Дүниежүзілік сауда ұйымына қосылды.", "accession")
    assert (named(claim, "member"), claim.status) == (["Моңғолия"], "in_force")


@pytest.mark.parametrize(
    ("text", "instrument", "action"),
    [
        ("Индонезия никель экспортына тыйым салды.", "ban", "impose"),
        ("Индонезия никель экспортына салынған тыйымды алып тастады.", "ban", "lift"),
        ("Индонезия никель экспортына квота енгізді.", "quota", "impose"),
    ],
)
def test_a_state_limits_or_frees_trade(text: str, instrument: str, action: str) -> None:
    claim = only(text, "restriction")
    assert (claim.instrument, claim.action, named(claim, "imposer")) == (instrument, action, ["Индонезия"])


def test_a_share_of_the_world_has_its_holder_and_stage() -> None:
    claim = only("Чили әлемдегі литий қорының 40 пайызын иеленеді.", "share")
    assert (named(claim, "holder"), claim.stage) == (["Чили"], "reserves")


def test_a_plan_with_a_yearly_output_is_a_project() -> None:
    claim = only("Зауыт 2034 жылға қарай жылына 12 мың тонна никель шығармақ.", "project")
    assert claim.quantity is not None
    assert (claim.quantity.unit, claim.date) == ("t/year", "2034")
    assert claim.status == "proposed"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«Біз жаңа нарық іздеп жүрміз», – деді директор Асқар Нұрланов.", "Асқар Нұрланов"),
        ("Асқар Нұрланов баға көтерілуі мүмкін деп мәлімдеді.", "Асқар Нұрланов"),
        ("Сарапшылардың айтуынша, баға көтеріледі.", "сарапшылар"),
    ],
)
def test_a_speaker_is_found_before_and_behind_what_is_said(text: str, speaker: str) -> None:
    assert [named(claim, "speaker") for claim in claims(text, "statement")][:1] in ([[speaker]], [])


def test_a_condition_is_no_claim() -> None:
    assert claims("Егер «Көксу Мыс» 50 миллион доллар несие алса, зауыт салады.", "financing") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("«Көксу Мыс» былтыр 12 миллиард теңге таза пайда тапты.", "investment"),
        ("Мыс бағасы апта ішінде 3 пайызға өсті.", "share"),
        ("Қалада шеберлердің жарысы өтті.", "agreement"),
    ],
)
def test_profits_prices_and_fairs_make_no_claim(text: str, kind: str) -> None:
    assert claims(text, kind) == []


def test_a_russian_sentence_of_a_kazakh_text_is_read_as_russian() -> None:
    text = "Қазақстан жаңа кенішті іске қосты. Правительство Казахстана ввело запрет на вывоз медного концентрата."
    assert [c.instrument for c in claims(text, "restriction")] == ["ban"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Еуроодақ ресейлік никельге санкция енгізбейді.", "restriction"),
        ("«Көксу Мыс» Қытайға вольфрам экспорттамайды.", "supply"),
        ("Тараптар Бішкекте кездеспейді.", "meeting"),
        ("Шалғай кенішінің құрылысы әлі басталған жоқ.", "project"),
        ("Моңғолия Дүниежүзілік сауда ұйымына қосылуды жоспарлап отырған жоқ.", "accession"),
        ("Бізде мамандар жеткілікті, су да бар.", "constraint"),
    ],
)
def test_what_a_suffix_denies_is_not_told_as_done(text: str, kind: str) -> None:
    assert [c for c in claims(text, kind) if c.status != "denied"] == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Қазақстан Ресейге кокс жеткізуді уақытша тоқтата тұрды.", "suspended"),
        ("Қазақстан Ресейге кокс жеткізуді тоқтатты.", "cancelled"),
    ],
)
def test_a_pause_is_no_end(text: str, status: str) -> None:
    assert only(text, "supply").status == status


def test_a_site_passes_into_the_hands_of_its_buyer_and_the_next_sentence_tells_the_price() -> None:
    text = "«Шалғай Мырыш» компаниясының 30 пайызы шведтік Nordlund Group-тың қолына өтті. Мәміле құны – 25 млн доллар."
    claim = only(text, "acquisition")
    assert (named(claim, "acquirer"), named(claim, "target")) == (["Nordlund Group"], ["Шалғай Мырыш"])
    assert claim.amount is not None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Британдық Redwood PLC «Шалғай» кенішінің төрттен бірін сатып алуды көздеп отыр.", "acquisition"),
        ("Қытайлық инвестор цехтың 35 пайызын алуға мүдделі.", "acquisition"),
        ("Өнімнің 60 пайызын француздық Orelle компаниясы сатып алады.", "supply"),
    ],
)
def test_a_part_of_a_site_is_a_stake_and_a_part_of_its_output_a_supply(text: str, kind: str) -> None:
    assert len(claims(text, kind)) == 1
    assert claims(text, "supply" if kind == "acquisition" else "acquisition") == []


def test_what_was_sold_does_not_sell() -> None:
    claim = only("«Дала Мыс» сатылды. Сатып алушы – кипрлік Ferrant Holdings.", "acquisition")
    assert (named(claim, "target"), named(claim, "acquirer")) == (["Дала Мыс"], ["Ferrant Holdings"])


def test_the_home_of_a_second_signatory_is_no_member_of_the_list() -> None:
    text = (
        "«Шалғай Мыс» компаниясы мен Кореяның Daehan корпорациясы мысты бірлесіп барлау туралы келісімшартқа қол қойды."
    )
    assert set(named(only(text, "agreement"), "signatory")) == {"Шалғай Мыс", "Daehan"}


def test_volume_and_period_of_a_supply_stand_in_the_next_sentence() -> None:
    text = (
        "«Ұзынтау Хром» компаниясы мен кореялық Daesung арасында хром сульфатын жеткізу туралы келісімшартқа "
        "қол қойылды. Құжат төрт жылға жасалған, көлемі – жылына 7 мың тонна."
    )
    claim = only(text, "supply")
    assert (named(claim, "seller"), named(claim, "buyer"), claim.period) == (["Ұзынтау Хром"], ["Daesung"], "P4Y")
    assert claim.quantity is not None
    assert (int(claim.quantity.value), claim.quantity.unit) == (7000, "t/year")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Ерлан Досжанов Rio Norte компаниясының басшысы Джон Смитті қабылдады.",
            {"Ерлан Досжанов", "Джон Смит"},
        ),
        ("Парламент жаңа салық кодексін қабылдады.", set()),
    ],
)
def test_people_are_received_and_laws_adopted(text: str, people: set[str]) -> None:
    found = claims(text, "meeting")
    assert {name for claim in found for name in named(claim, "participant")} == people


@pytest.mark.parametrize(
    "text",
    [
        "Кенішке электр қуаты жетіспейді.",
        "Кенішке баратын жол қардан жабылып қалды.",
        "Кен орнына апаратын теміржол жоқ.",
        "Зауыттың электр тарифі бір жылда 40 пайызға қымбаттады.",
    ],
)
def test_what_is_lacking_closed_or_dearer_holds_supply_back(text: str) -> None:
    only(text, "constraint")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Министр Ерлан Досжанов: «Бензин бағасы бұл жылы өзгермейді», – дейді.", "Ерлан Досжанов"),
        ("– Біз шетелдік мамандарды тартпаймыз, – деп атап өтті Ерлан Досжанов.", "Ерлан Досжанов"),
        ("«Көл Литий» ЖШС-нің хабарлауынша, өндіріс келесі айда қалпына келеді.", "Көл Литий"),
        ("Серік Оспанов экспорттық бажды арттыруға қарсы шықты.", "Серік Оспанов"),
        ("Серік Оспанов жобаға қарсы екенін айтты.", "Серік Оспанов"),
    ],
)
def test_speech_after_a_colon_behind_dashes_and_as_a_position(text: str, speaker: str) -> None:
    assert named(only(text, "statement"), "speaker") == [speaker]


def test_a_bank_called_by_an_adjective_gives_a_sum() -> None:
    claim = only("Исламдық даму банкі мыс зауытына 150 млн доллар бөлді.", "financing")
    assert named(claim, "financier") == ["Исламдық даму банкі"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Сот кәсіпорынға 300 млн теңге айыппұл салды.", "investment"),
        ("«Торғай Титан» компаниясы Шалғай учаскесінде барлау жүргізуге лицензия алды.", "project"),
        ("«Көксу» АҚ мен Hoshino бірлескен кәсіпорын құрады. Тиісті шартқа кеше қол қойылды.", "agreement"),
        ("Зауыттың құрылысы көктемде басталған. Оған 28 млрд теңге жұмсалады.", "investment"),
    ],
)
def test_fines_licences_papers_of_a_venture_and_costs_are_no_claims_of_their_own(text: str, kind: str) -> None:
    assert claims(text, kind) == []


def test_a_converb_before_a_comma_tells_a_deed_of_its_own() -> None:
    text = "Жол қардан жабылып, 300 тонна қорғасын кені кеніш қоймасында қалды."
    assert only(text, "constraint").commodities == ("lead",)


def test_an_output_brought_to_a_level_and_a_rise_brought_about_are_no_trade() -> None:
    text = "Шалғай зауыты былтыр 30 мың тонна мыс өндірді, биыл 35 мың тоннаға жеткізуді жоспарлап отыр."
    assert claims(text, "supply") == []
    assert claims("Сарапшылардың айтуынша, никельге шектеулер бағаның өсуіне әкеледі.", "restriction") == []
    only("«Дала» Қытайға 5 мың тонна мыс жеткізеді.", "supply")


def test_a_name_bears_its_case_before_the_closing_mark() -> None:
    claim = only("Tesoro Motors «Көк Литийден» өнімнің жартысын сатып алады.", "supply")
    assert (named(claim, "seller"), named(claim, "buyer")) == (["Көк Литий"], ["Tesoro Motors"])


def test_a_site_that_is_built_at_a_cost_is_no_investment() -> None:
    assert claims("Балқаш маңында құны 300 млн доллар болатын мыс қорыту зауыты салынбақ.", "investment") == []
