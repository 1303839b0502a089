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
