"""States that join, ratify, observe or leave."""

import pytest
from told import claims, only, parties

KIND = "accession"


@pytest.mark.parametrize(
    ("text", "member", "body", "status"),
    [
        (
            "Zambia joined the Minerals Security Partnership in March.",
            "Zambia",
            "Minerals Security Partnership",
            "in_force",
        ),
        ("Kenya has applied to join BRICS.", "Kenya", "BRICS", "proposed"),
        ("Niger quit ECOWAS in January.", "Niger", "ECOWAS", "cancelled"),
        ("Замбия подала заявку на вступление в БРИКС.", "Замбия", "БРИКС", "proposed"),
        ("Нигер вышел из ЭКОВАС.", "Нигер", "ЭКОВАС", "cancelled"),
    ],
)
def test_a_state_joins_wants_to_join_or_leaves(text: str, member: str, body: str, status: str) -> None:
    claim = only(text, KIND)
    assert parties(claim, "member") == [member]
    assert parties(claim, "organisation") == [body]
    assert claim.status == status


def test_the_month_of_joining_is_the_date_and_the_name_its_support() -> None:
    text = "Zambia joined the Minerals Security Partnership in March."
    claim = only(text, KIND)
    assert claim.date == "2031-03"
    assert [text[a:b] for a, b in claim.support["parties.0"].spans] == ["Zambia"]


@pytest.mark.parametrize(
    ("text", "member"),
    [
        ("Turkey was granted observer status in the Shanghai Cooperation Organisation.", "Turkey"),
        ("Сербия получила статус наблюдателя в Шанхайской организации сотрудничества.", "Сербия"),
    ],
)
def test_an_observer_is_admitted(text: str, member: str) -> None:
    claim = only(text, KIND)
    assert (parties(claim, "member"), claim.status) == ([member], "in_force")


@pytest.mark.parametrize(
    ("text", "member", "body"),
    [
        ("Uzbekistan ratified the Paris Agreement.", "Uzbekistan", "Paris Agreement"),
        ("Парламент Монголии ратифицировал Парижское соглашение 3 мая.", "Монголия", "Парижское соглашение"),
    ],
)
def test_a_treaty_of_many_that_is_ratified_is_joined(text: str, member: str, body: str) -> None:
    claim = only(text, KIND)
    assert parties(claim, "member") == [member]
    assert parties(claim, "organisation") == [body]
    assert claims(text, "agreement") == []


def test_a_treaty_that_no_table_knows_is_named_by_the_text() -> None:
    claim = only("Парламент Армении одобрил присоединение страны к Конвенции по охране горных рек.", KIND)
    assert parties(claim, "member") == ["Армения"]
    assert parties(claim, "organisation") == ["Конвенция по охране горных рек"]


def test_an_accession_approved_is_no_agreement_beside_it() -> None:
    text = "Swiss accession to the International Tin Accord was approved by the Council of States on Tuesday."
    claim = only(text, KIND)
    assert parties(claim, "member") == ["Switzerland"]
    assert parties(claim, "organisation") == ["International Tin Accord"]
    assert claims(text, "agreement") == []


def test_who_signs_the_paper_told_before_joins_the_treaty() -> None:
    claim = only("Темой стали Авраамовы соглашения. Армения подписала документ 3 мая.", KIND)
    assert (parties(claim, "member"), claim.status, claim.date) == (["Армения"], "in_force", "2031-05-03")
    claim = only("The Abraham Accords were on the table. Armenia signed the document on 3 May.", KIND)
    assert (parties(claim, "member"), claim.status, claim.date) == (["Armenia"], "in_force", "2031-05-03")


def test_a_paper_with_a_subject_of_its_own_joins_no_treaty() -> None:
    assert claims("Темой стали Авраамовы соглашения. Армения подписала договор о воде с Грузией.", KIND) == []
    assert claims("The Abraham Accords were on the table. Armenia signed a water treaty with Georgia.", KIND) == []


@pytest.mark.parametrize(
    "text",
    [
        "Former minister of Kazakhstan Erlan Dosov joined Rio Verde Metals as a director.",
        "Экс-министр Казахстана Ерлан Досов вошёл в совет директоров «Рио Верде».",
        "Laura Kent joined the board of Tarn Copper in Zambia.",
        "Новый глава «Тарн Коппер» вступил в должность в Замбии.",
        "If Kenya joined BRICS, trade would grow.",
    ],
)
def test_a_person_who_joins_a_firm_or_takes_office_is_none(text: str) -> None:
    assert claims(text, KIND) == []


@pytest.mark.parametrize(
    "text",
    [
        "Parliament in Lima ratified a free-trade agreement with Chile.",
        "Парламент Монголии ратифицировал соглашение о свободной торговле с Чили.",
    ],
)
def test_a_treaty_of_two_is_not_joined(text: str) -> None:
    assert claims(text, KIND) == []


@pytest.mark.parametrize(
    ("text", "member", "body", "status"),
    [
        ("Azerbaijan was invited to join BRICS.", "Azerbaijan", "BRICS", "proposed"),
        ("Kazakhstan applied for membership of the OECD.", "Kazakhstan", "OECD", "proposed"),
        ("Монголия присоединилась к Союзу добывающих стран.", "Монголия", "Союз добывающих стран", "in_force"),
        ("Кению приняли в Форум стран юга.", "Кения", "Форум стран юга", "in_force"),
    ],
)
def test_who_is_asked_in_is_not_yet_in_and_a_body_may_be_told_by_its_capital(
    text: str, member: str, body: str, status: str
) -> None:
    claim = only(text, KIND)
    assert (parties(claim, "member"), parties(claim, "organisation"), claim.status) == ([member], [body], status)


@pytest.mark.parametrize(
    "text",
    [
        "Guinea withdrew a concession from a subsidiary of Sahel Metals.",
        "The goalkeeper joined the club in July.",
        "Игрок вступил в клуб в июле.",
    ],
)
def test_what_is_taken_from_a_firm_or_joined_by_a_player_is_no_accession(text: str) -> None:
    assert not claims(text, KIND)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Чили обсудила Минеральный альянс Анд. Замбия и Кения вошли в эту организацию в 2030 году.", "in_force"),
        ("Чили обсудила Минеральный альянс Анд. Замбия тоже хочет вступить в объединение.", "proposed"),
    ],
)
def test_a_body_told_before_is_joined_by_its_sort(text: str, status: str) -> None:
    told = only(text, "accession")
    assert (told.status, parties(told, "organisation")) == (status, ["Минеральный альянс"])


def test_a_group_that_no_text_names_is_not_joined() -> None:
    assert claims("Замбия хочет вступить в группу лучших.", "accession") == []
