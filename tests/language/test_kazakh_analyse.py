"""A Kazakh sentence: names, values and who does what."""

import pytest

from lodeline.documents.document import Document, DocumentId, Publication
from lodeline.language.analysis import Analysis
from lodeline.language.grammar import find_values
from lodeline.language.mixed import language_of
from lodeline.language.reader import analyse


def read(text: str, language: str = "kk") -> Analysis:
    origin = Publication("2031-05-14", "given", "")
    return analyse(Document(DocumentId("told"), "told", text, language, origin, "", "", "test"))  # type: ignore[arg-type]


def names(text: str) -> set[tuple[str, str]]:
    return {(m.kind, m.name) for m in read(text).mentions if m.kind not in ("material", "post")}


def roles(text: str) -> dict[str, str]:
    """Words of the first sentence → relation."""
    return {token.text: token.relation for token in read(text).sentences[0].tokens}


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("1,2 млрд теңге бөлінді", "1200000000 KZT"),
        ("жарты миллион тонна руда", "500000 t"),
        ("кемінде төрттен үші", "75 %"),
        ("жылына 40 мың тонна", "40000 t/year"),
        ("12 жаңа ұшақ", "12 aircraft"),
    ],
)
def test_values_in_words_and_digits_are_read(text: str, stated: str) -> None:
    value = find_values(text, "kk", None)[0]
    told = f"{value.money.value} {value.money.currency}" if value.money else ""
    told = f"{value.quantity.value} {value.quantity.unit}" if value.quantity else told
    assert told == stated


@pytest.mark.parametrize(
    ("text", "iso", "sense"),
    [
        ("2030 жылғы 6 қарашада", "2030-11-06", "at"),
        ("2033 жылға қарай", "2033", "by"),
        ("келер жылдың қыркүйегінде", "2032-09", "at"),
        ("наурызға дейін", "2032-03", "until"),
        ("өткен аптада", "2031-05", "at"),
        ("2032 жылдан бастап", "2032", "since"),
        ("үш жылдан кейін", "2034", "at"),
    ],
)
def test_dates_have_their_year_in_front_and_their_sense_behind(text: str, iso: str, sense: str) -> None:
    date = find_values(text, "kk", "2031-05-14")[0].date
    assert date is not None
    assert (date.iso, date.sense) == (iso, sense)


def test_names_lose_their_case_and_their_head_noun() -> None:
    text = (
        "Чехияның Vltava Metals компаниясы «Жетіген» АҚ-мен келісті. Оған Ерлан Сапаров пен Қаржы министрлігі қатысты."
    )
    expected = {
        ("organisation", "Vltava Metals"),
        ("organisation", "Жетіген"),
        ("person", "Ерлан Сапаров"),
        ("institution", "Қаржы министрлігі"),
    }
    assert expected <= names(text)


def test_a_deposit_is_told_without_its_mineral() -> None:
    assert ("asset", "Бозшакөл") in names("Компания Бозшакөл мыс кен орнын игеріп жатыр.")


def test_a_quotation_of_many_words_names_nobody() -> None:
    assert not {kind for kind, _ in names("«Бұл өңір үшін үлкен жаңалық», – деді ол.")} & {"organisation"}


def test_the_verb_closes_the_clause_and_takes_subject_and_object() -> None:
    found = roles("Компания жаңа зауытты іске қосты.")
    assert (found["Компания"], found["зауытты"], found["қосты"]) == ("nsubj", "obj", "root")


def test_a_signed_paper_stands_in_the_dative_and_is_an_object() -> None:
    assert roles("Тараптар меморандумға қол қойды.")["меморандумға"] == "obj"
    assert roles("Меморандумға кеше қол қойылды.")["Меморандумға"] == "nsubj:pass"


def test_what_dep_hands_on_is_said_by_whoever_stood_before_it() -> None:
    found = roles("Мамандар жоба кешігуі мүмкін деп санайды.")
    assert (found["Мамандар"], found["мүмкін"]) == ("nsubj", "ccomp")


def test_a_bare_noun_stands_for_the_company_named_before() -> None:
    text = "«Жетіген» компаниясы зауыт салады. Компания несие алды."
    analysis = read(text)
    told = [m for m in analysis.mentions if m.surface == "Компания"]
    assert [m.refers_to is not None for m in told] == [True]
    assert analysis.mentions[told[0].refers_to or 0].name == "Жетіген"


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Компания биыл екі кенішті іске қосады.", "kk"),
        ("Компания в этом году запустит два рудника.", "ru"),
        ("The company will launch two mines this year.", "en"),
        ("Зауыт салынады.", "kk"),
    ],
)
def test_the_language_of_a_sentence_is_told_by_its_words(sentence: str, language: str) -> None:
    assert language_of(sentence, "kk") == language


def test_sentences_of_another_language_are_analysed_beside() -> None:
    analysis = read("Қазақстан жаңа кенішті іске қосты. Правительство Казахстана одобрило проект на этой неделе.")
    assert len(analysis.sentences) == 1
    assert [part.language for part in analysis.others] == ["ru"]
