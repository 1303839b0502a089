"""Who said what: quotations, reported speech, sources; and what holds supply back."""

import pytest
from told import claims, only, parties

SAID = [
    ('"Not a tonne has left the port," complained Rosa Delgado, a trader in Callao.', "Rosa Delgado", "Not a tonne"),
    ('"We are two years late," said Vera Moss, chief executive of Fenwick Nickel.', "Vera Moss", "We are two"),
    ('Vera Moss: "We are two years late and we know it."', "Vera Moss", "We are two years late and we know it"),
    (
        "Vera Moss, chief executive of Fenwick Nickel, said that prices would recover.",
        "Vera Moss",
        "prices would recover",
    ),
    ("The European Metals Association criticised the quota as arbitrary.", "European Metals Association", "criticised"),
    ("According to Bramley Research, the shortage will last for years.", "Bramley Research", "the shortage will last"),
    ("High rates discourage new mines, Bramley Research said.", "Bramley Research", "High rates discourage new mines"),
    ("«Ни одной тонны не вышло», — пожаловалась Роса Дельгадо.", "Роса Дельгадо", "Ни одной тонны не вышло"),
    ("«Остался один пункт», — развёл руками Тимур Оразов.", "Тимур Оразов", "Остался один пункт"),
    ("«При нынешней цене она окупится», — рассуждает партнёр «Металл-Плюс» Егор Лыков.", "Егор Лыков", "При нынешней"),
    (
        "Юрист Тимур Оразов: «Это сигнал всем, кто здесь работает».",
        "Тимур Оразов",
        "Это сигнал всем, кто здесь работает",
    ),
    ("Тимур Оразов сообщил, что резерва хватит на 60 дней.", "Тимур Оразов", "резерва хватит на 60 дней"),
    ("По оценке Горной палаты, выпуск упадёт третий год подряд.", "Горная палата", "выпуск упадёт"),
    ("В докладе Хельсинкского института говорится, что запасы кончатся.", "Хельсинкский институт", "запасы кончатся"),
    (
        "Европейская ассоциация металлов раскритиковала квоту.",
        "Европейская ассоциация металлов",
        "раскритиковала квоту",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "said"), SAID, ids=[text[:40] for text, _, _ in SAID])
def test_a_statement_names_its_speaker_and_what_was_said(text: str, speaker: str, said: str) -> None:
    claim = only(text, "statement")
    assert parties(claim, "speaker") == [speaker]
    assert claim.subject is not None
    assert claim.subject.startswith(said)
    assert speaker not in claim.subject


@pytest.mark.parametrize("text", [text for text, _, _ in SAID])
def test_a_subject_is_a_few_whole_words_without_loose_ends(text: str) -> None:
    subject = only(text, "statement").subject or ""
    assert 0 < len(subject.split()) <= 12
    assert subject == subject.strip(" ,.;:—–-")
    assert subject.split()[-1].strip('"»') in text


@pytest.mark.parametrize(
    "text",
    [
        "Traders say the market is thin.",
        "The company said there was plenty of water.",
        "Fenwick Nickel did not say what the mine would cost.",
        "Fenwick Nickel may say next week what the mine will cost.",
        "Fenwick Nickel declined to comment.",
        'The so-called "green nickel" sells well.',
        "Трейдеры говорят, что рынок тонкий.",
        "Компания сообщила, что воды достаточно.",
        "«Фенвик Никель» не сообщила, сколько стоит рудник.",
        "Завод «Северный никель» работает.",
    ],
)
def test_nobody_in_particular_and_nothing_said_is_no_statement(text: str) -> None:
    assert claims(text, "statement") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"Refining follows electricity," an old hand at a trading house told me.', "an old hand at a trading house"),
        ('"Nonsense," countered one trader on Monday.', "one trader"),
        ("«Ничего не подписано», — сказал второй источник.", "второй источник"),
    ],
)
def test_beside_a_quotation_a_described_speaker_will_do(text: str, speaker: str) -> None:
    assert parties(only(text, "statement"), "speaker") == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Vera Moss, chief executive of Fenwick Nickel, met unions. She added that prices would recover.", "Vera Moss"),
        ("Тимур Оразов, глава «Фенвик Никель», провёл встречу. Он добавил, что цены вырастут.", "Тимур Оразов"),
    ],
)
def test_a_pronoun_that_speaks_is_the_person_told_before(text: str, speaker: str) -> None:
    assert [parties(claim, "speaker") for claim in claims(text, "statement")] == [[speaker]]


@pytest.mark.parametrize(
    "text", ["She added that the mill would pay back in five years.", "Она добавила, что фабрика окупится за пять лет."]
)
def test_a_pronoun_that_stands_for_nobody_makes_no_statement(text: str) -> None:
    assert claims(text, "statement") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"We are late. We know it," said Vera Moss, chief executive of Fenwick Nickel.', "Vera Moss"),
        ("«Мы опоздали. И знаем об этом», — сказал глава «Фенвик Никель» Тимур Оразов.", "Тимур Оразов"),
    ],
)
def test_a_quotation_over_sentences_is_one_statement_and_keeps_all_its_words(text: str, speaker: str) -> None:
    claim = only(text, "statement")
    assert parties(claim, "speaker") == [speaker]
    assert claim.evidence.startswith(text[:8])
    assert speaker in claim.evidence


def test_whom_it_was_told_to_is_the_addressee_and_no_speaker() -> None:
    claim = only("Тимур Оразов сообщил агентству Reuters, что цены вырастут.", "statement")
    assert (parties(claim, "speaker"), parties(claim, "addressee")) == (["Тимур Оразов"], ["Reuters"])
    claim = only("Vera Moss, head of Fenwick Nickel, told Reuters that prices would recover.", "statement")
    assert (parties(claim, "speaker"), parties(claim, "addressee")) == (["Vera Moss"], ["Reuters"])


def test_a_name_inside_a_quotation_does_not_speak_it() -> None:
    claim = only("«Нам мешает Брайтуотер, и все это знают», — заявил Тимур Оразов.", "statement")
    assert parties(claim, "speaker") == ["Тимур Оразов"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kerrow Copper will invest $40 million in Zambia, Vera Moss said.", "Vera Moss"),
        ("«Керроу Медь» вложит 40 млн долларов в Замбию, сообщил Тимур Оразов.", "Тимур Оразов"),
    ],
)
def test_a_deal_that_somebody_tells_is_the_deal_with_its_source(text: str, speaker: str) -> None:
    assert only(text, "investment").attributed_to == (speaker,)
    assert claims(text, "statement") == []


HELD = [
    "A shortage of water delayed the mill in Arica.",
    "Floods washed out the only road to the Bintang mine.",
    "Banks refuse to lend to the Ashdown project.",
    "Sanctions keep the mine from buying spare parts.",
    "The plant lacks 200 trained operators.",
    "The mine has no water for its second mill.",
    "Without a railway the ore cannot reach the coast.",
    "The Fenwick smelter needs 40 MW of power.",
    "A mining licence takes two years to get.",
    "Power cuts of ten hours a day have halved production at Lusenga.",
    "Нехватка воды сдерживает работу фабрики.",
    "Паводок размыл единственную дорогу к руднику Бинтанг.",
    "Банки отказываются кредитовать проект «Эшдаун».",
    "Санкции мешают руднику закупать запчасти.",
    "Заводу не хватает 200 обученных операторов.",
    "У рудника нет воды для второй фабрики.",
    "Без железной дороги руда не дойдёт до берега.",
    "Заводу требуется 40 МВт электроэнергии.",
    "Лицензию на добычу ждут два года.",
]


@pytest.mark.parametrize("text", HELD)
def test_what_holds_supply_back_is_a_constraint(text: str) -> None:
    claim = only(text, "constraint")
    assert claim.status is None
    assert claim.subject
    assert claim.subject.strip(" ,.;:") == claim.subject


@pytest.mark.parametrize(
    "text",
    [
        "There is no shortage of water at the Arica mill.",
        "There is plenty of water and power at the site.",
        "Exporters no longer need a separate permit for each cargo.",
        "Mining licences are granted by the state.",
        "The Fenwick smelter needs a new name.",
        "The mine has no rivals.",
        "Нехватки воды на фабрике нет.",
        "Воды и энергии на площадке достаточно.",
        "Лицензии на добычу выдаёт государство.",
        "У рудника нет конкурентов.",
        "Вода не мешает работе фабрики.",
    ],
)
def test_what_is_there_or_does_no_harm_is_no_constraint(text: str) -> None:
    assert claims(text, "constraint") == []


def test_a_constraint_tells_how_much_is_short_and_whom_it_hits() -> None:
    claim = only("Заводу «Фенвик Никель» не хватает 40 МВт электроэнергии.", "constraint")
    assert claim.quantity is not None
    assert (int(claim.quantity.value), claim.quantity.unit) == (40, "MW")
    claim = only("Банки отказываются кредитовать «Северную сурьму».", "constraint")
    assert parties(claim, "affected") == ["Северная сурьма"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ответ директора Веры Мосс: «Неправда. Следующий вопрос про олово».", "Вера Мосс"),
        ("«Наше олово нужно всем, и продавать будем всем», — это Мосс в ответ на вопрос.", "Мосс"),
        ('"Tin does not care about your tariffs at all." Ana Solis of the tin board.', "Ana Solis"),
        ('Varde Tin says its licence for the mine is "under review".', "Varde Tin"),
        ("The tin council expressed support for the new royalty.", "tin council"),
        ("Аналитик Вера Мосс считает окупаемость оловянного рудника достижимой.", "Вера Мосс"),
    ],
)
def test_answers_signatures_quoted_words_and_judgements_have_their_speakers(text: str, speaker: str) -> None:
    assert speaker in {name for claim in claims(text, "statement") for name in parties(claim, "speaker")}


def test_an_office_without_a_name_is_the_ministry_named_before_it() -> None:
    text = "Министерство энергетики Чили ждёт роста цен на олово.\n\nВ ведомстве объяснили, что руды мало."
    assert any("Министерство энергетики" in parties(claim, "speaker") for claim in claims(text, "statement"))


@pytest.mark.parametrize(
    "text",
    [
        "Просили ли японцы долю в оловянном руднике?",
        'Varde Tin bought the "Blue Ridge" tin mine.',
    ],
)
def test_a_question_and_a_name_in_marks_state_nothing(text: str) -> None:
    assert claims(text, "statement") == []
