"""Instruments, licences, packages and understandings."""

import pytest
from told import claims, only, parties

KIND = "agreement"


@pytest.mark.parametrize(
    ("text", "signers", "instrument", "status"),
    [
        (
            "Zambia and Angola inked a framework agreement on rail links.",
            ["Zambia", "Angola"],
            "memorandum",
            "memorandum",
        ),
        (
            "Kazakhstan and Germany initialled a roadmap on graphite.",
            ["Kazakhstan", "Germany"],
            "memorandum",
            "memorandum",
        ),
        (
            "Ghana and Ivory Coast signed a declaration on bauxite.",
            ["Ghana", "Ivory Coast"],
            "joint_statement",
            "agreed",
        ),
        (
            "Армения и Грузия парафировали рамочное соглашение о транзите.",
            ["Армения", "Грузия"],
            "memorandum",
            "memorandum",
        ),
        (
            "Подписан протокол между Казахстаном и Монголией о геологоразведке.",
            ["Казахстан", "Монголия"],
            None,
            "agreed",
        ),
        (
            "Меморандум между «Казтитан» и Hokuto Metals подписан 3 мая.",
            ["Казтитан", "Hokuto Metals"],
            "memorandum",
            "memorandum",
        ),
    ],
)
def test_a_paper_has_its_form_and_its_signers(
    text: str, signers: list[str], instrument: str | None, status: str
) -> None:
    claim = only(text, KIND)
    assert parties(claim, "signatory") == signers
    assert (claim.instrument, claim.status) == (instrument, status)


def test_ministers_sign_for_their_states() -> None:
    claim = only("Министры иностранных дел Узбекистана и Японии подписали дорожную карту по редким землям.", KIND)
    assert parties(claim, "signatory") == ["Узбекистан", "Япония"]


def test_a_paper_still_to_be_signed_is_proposed() -> None:
    text = "Mongolia is set to ink a memorandum of understanding with Japan on copper exploration."
    claim = only(text, KIND)
    assert (claim.status, parties(claim, "signatory")) == ("proposed", ["Mongolia", "Japan"])
    claim = only("Боливия и Южная Корея рассчитывают подписать рамочное соглашение по литию.", KIND)
    assert (claim.status, parties(claim, "signatory")) == ("proposed", ["Боливия", "Южная Корея"])


def test_what_states_sign_lies_in_neither() -> None:
    assert only("Ghana and Ivory Coast signed a declaration on bauxite.", KIND).places == ()
    assert only("Казахстан и Германия подписали в Ташкенте дорожную карту по графиту.", KIND).places == ("UZ",)


def test_the_subject_and_the_date_keep_their_words() -> None:
    text = "Kazakhstan and Germany initialled a roadmap on 12 May."
    claim = only(text, KIND)
    assert claim.subject is not None
    assert "roadmap" in claim.subject
    assert claim.date == "2031-05-12"
    assert "12 May" in next(text[a:b] for a, b in claim.support["date"].spans)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            "The trade truce between Washington and Beijing is fragile, analyst Paul Graham told Reuters.",
            ["Washington", "Beijing"],
        ),
        (
            "Перемирие в торговой войне между Пекином и Вашингтоном хрупко, сказал Reuters аналитик Пол Грэм.",
            ["Пекин", "Вашингтон"],
        ),
    ],
)
def test_a_truce_is_of_states_and_not_of_those_who_comment(text: str, states: list[str]) -> None:
    assert parties(only(text, KIND), "signatory") == states


def test_a_truce_made_longer_keeps_the_time() -> None:
    claim = only("The United States and China extended their trade truce by 90 days.", KIND)
    assert (claim.period, parties(claim, "signatory")) == ("P90D", ["United States", "China"])
    assert (
        only("Соглашение о торговом перемирии между Вашингтоном и Пекином продлено на 90 дней.", KIND).period == "P90D"
    )


def test_a_licence_given_has_its_holder_giver_time_and_site() -> None:
    claim = only("Burkina Faso granted Volta Gold a 20-year mining licence for the Bantou deposit.", KIND)
    assert set(parties(claim, "signatory")) == {"Burkina Faso", "Volta Gold"}
    assert (claim.status, claim.period, claim.assets) == ("in_force", "P20Y", ("Bantou",))
    text = "Минприроды Узбекистана выдало компании «Тамгали Голд» лицензию на разведку сроком на пять лет."
    claim = only(text, KIND)
    assert "Тамгали Голд" in parties(claim, "signatory")
    assert (claim.status, claim.period) == ("in_force", "P5Y")


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The government withdrew Kestrel Lithium's mining permit on Friday.", "Kestrel Lithium"),
        ("The exploration licence held by Boreal Metals expired in April.", "Boreal Metals"),
        ("The permit for Tin-Adrar, withdrawn from Sahel Energie in March, covered uranium.", "Sahel Energie"),
        ("Конголезские власти отозвали лицензию у компании «Ривана Майнинг».", "Ривана Майнинг"),
        ("Концессия компании «Орион Коппер» истекла 30 апреля.", "Орион Коппер"),
    ],
)
def test_a_licence_withdrawn_or_run_out_is_cancelled(text: str, holder: str) -> None:
    claim = only(text, KIND)
    assert (claim.instrument, claim.status) == ("licence", "cancelled")
    assert holder in parties(claim, "signatory")


def test_a_package_counts_its_papers() -> None:
    claim = only("Одиннадцать соглашений на общую сумму 2,4 млрд долларов подписаны вчера в Аддис-Абебе.", KIND)
    assert claim.quantity is not None
    assert claim.amount is not None
    assert (int(claim.quantity.value), claim.quantity.unit) == (11, "agreements")
    assert (int(claim.amount.value), claim.amount.currency, claim.places) == (2_400_000_000, "USD", ("ET",))


def test_signers_come_from_the_clause_of_the_paper() -> None:
    text = "An agreement between Rio Norte and Sumi Metals was signed in Lima, while Chile and Japan discussed visas."
    assert parties(only(text, KIND), "signatory") == ["Rio Norte", "Sumi Metals"]
    text = "Соглашение между «Рио Норте» и «Суми Металс» подписано в Лиме, а Чили и Япония обсудили визы."
    assert parties(only(text, KIND), "signatory") == ["Рио Норте", "Суми Металс"]


def test_two_who_agree_without_a_paper_have_an_understanding() -> None:
    claim = only("Казахстан договорился с Узбекистаном обмениваться геологическими данными.", KIND)
    assert parties(claim, "signatory") == ["Казахстан", "Узбекистан"]
    claim = only("Kazakhstan agreed with Uzbekistan to share geological data.", KIND)
    assert parties(claim, "signatory") == ["Kazakhstan", "Uzbekistan"]


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan agreed to share geological data.",
        "Казахстан согласился делиться геологическими данными.",
        "The Abraham Accords Copper Fund opened an office in Dubai.",
        "Фонд «Соглашение Кооп» открыл офис в Дубае.",
        "Under the Treaty of 1884 between Chile and Bolivia, the coast was ceded.",
        "По договору 1884 года между Чили и Боливией побережье отошло Чили.",
        "Elena Roth was appointed head of agreements at Norden Bank.",
        "Without consent Tarn Copper may not receive a mining licence.",
        "Если Чили и Перу подпишут соглашение, пошлины исчезнут.",
    ],
)
def test_one_side_a_name_history_and_conditions_make_no_agreement(text: str) -> None:
    assert claims(text, KIND) == []


@pytest.mark.parametrize(
    ("text", "signers"),
    [
        ("Канада и Монголия провели переговоры. По их итогам стороны подписали меморандум.", ["Канада", "Монголия"]),
        ("Canada and Peru held talks. The two governments signed a framework on copper.", ["Canada", "Peru"]),
        ("Парафировано соглашение Танзании с Fenwick Nickel.", ["Танзания", "Fenwick Nickel"]),
        ("Перу предлагает Чили заключить соглашение о резервах меди.", ["Перу", "Чили"]),
        ("Сенат Чили ратифицировал соглашение с Японией о защите инвестиций.", ["Чили", "Япония"]),
    ],
)
def test_sides_told_before_beside_or_by_an_organ_sign(text: str, signers: list[str]) -> None:
    assert parties(only(text, "agreement"), "signatory") == signers


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Сенат Чили ратифицировал соглашение с Японией о защите инвестиций.", "in_force"),
        ("Правительство Чили одобрило соглашение с Японией о защите инвестиций.", "agreed"),
        ("Меморандум с Fenwick Nickel о подстанции юридической силы не имеет.", "memorandum"),
        ("Соглашение между Францией и Габоном о науке будет подписано в июне.", "proposed"),
        ("A memorandum between India and Malawi expired in March.", "cancelled"),
        ("Chile and Peru have not yet signed the convention.", "proposed"),
    ],
)
def test_how_firm_a_paper_is(text: str, status: str) -> None:
    assert only(text, "agreement").status == status


@pytest.mark.parametrize(
    "text",
    [
        "Китай и Перу меморандумов почти не подписывают.",
        "Чилийские и перуанские чиновники насчитали десятки документов о меди.",
        "Рудник стоит из-за истёкшей лицензии «Фенвик Никель».",
        "Министр подписал декларацию о присоединении Чили к союзу.",
    ],
)
def test_papers_unsigned_blamed_or_for_joining_are_no_agreement(text: str) -> None:
    assert claims(text, "agreement") == []


def test_a_paper_signed_after_talks_has_the_two_sides_told_before() -> None:
    text = "Министр геологии Чили принял делегацию компании «Керроу». По итогам подписан меморандум о разведке."
    told = only(text, "agreement")
    assert (told.status, parties(told, "signatory")) == ("memorandum", ["Чили", "Керроу"])


def test_of_three_told_before_nobody_is_guessed_to_have_signed() -> None:
    text = "Чили, Перу и Замбия обсудили медь. По итогам подписан меморандум о разведке."
    assert claims(text, "agreement") == []


def test_a_state_and_its_capital_sign_once() -> None:
    claim = only("Париж и Лондон подписали соглашение о торговле между Великобританией и Францией.", KIND)
    assert parties(claim, "signatory") == ["Париж", "Лондон"]


@pytest.mark.parametrize(
    "text",
    [
        "Granite Metals owns the Birch copper mine in Peru. The agreement with Slate Holding was terminated.",
        "«Granite Metals» владеет медным рудником в Перу. Соглашение с компанией Slate Holding было расторгнуто.",
    ],
)
def test_an_agreement_that_ended_was_with_the_company_of_the_text(text: str) -> None:
    claim = only(text, KIND)
    assert (claim.status, set(parties(claim, "signatory"))) == ("cancelled", {"Slate Holding", "Granite Metals"})
