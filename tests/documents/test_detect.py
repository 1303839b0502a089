"""Which language a text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lodeline.documents.detect import detect, tongues


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Завод будет построен в этом году, сообщили в министерстве.", "ru", "Russian"),
        ("Медный комбинат", "ru", "Russian"),
        ("The plant will be built by the end of the year.", "en", "English"),
        ("Copper smelter", "en", "English"),
        ("Компания мыс өндіру туралы келісімге қол қойды.", "kk", "Kazakh"),
        ("Бұл жоба екі жылдан кейін іске қосылады", "kk", "Kazakh"),
        ("Компанія підписала угоду про видобуток міді, яка діє п'ять років", "other", "Ukrainian"),
        ("Минера объявила, что перезапустит фабрику.", "ru", "Russian"),
        ("Компанията подписа договор за добив на мед, който ще влезе в сила", "other", "Bulgarian"),
        ("Ширкат дар бораи истихроҷи мис созишнома имзо кард, ки панҷ сол амал мекунад", "other", "Tajik"),
        ("Das Unternehmen hat einen Vertrag über die Lieferung von Kupfer unterzeichnet", "other", "German"),
        ("La société a signé un contrat pour la livraison de cuivre", "other", "French"),
        ("Şirket bakır tedariki için bir sözleşme imzaladı", "other", "Turkish"),
        ("中国企业签署铜矿供应协议", "other", "Chinese"),
        ("会社は銅の供給について合意した", "other", "Japanese"),
        ("회사는 구리 공급 계약을 체결했다", "other", "Korean"),
        ("12 345,6", "other", "no language"),
    ],
)
def test_the_language_is_told_by_script_letters_and_words(text: str, language: str, name: str) -> None:
    found = detect(text)
    assert (found.language, found.name) == (language, name)


def test_a_russian_text_with_a_kazakh_name_stays_russian() -> None:
    text = "Компания «Қызылтау» подписала договор о поставке меди, и он вступит в силу в этом году."
    assert detect(text).language == "ru"


def test_an_english_headline_with_a_french_name_stays_english() -> None:
    assert detect("Société Géologique lends to copper plant").language == "en"
    assert detect("Café owners seal copper deal").language == "en"


def test_a_declared_language_decides_only_where_the_text_leaves_doubt() -> None:
    assert detect("Copper smelter", "fr").language == "other"
    assert detect("The plant will be built by the end of the year.", "ru").language == "en"
    assert detect("Медный комбинат", "kk-KZ").language == "kk"


def test_a_longer_text_is_surer_than_a_headline() -> None:
    headline = detect("Завод в городе")
    story = detect("Завод в городе, который строят с прошлого года, будет сдан к зиме, и это не предел.")
    assert 0 <= headline.sure < story.sure <= 1


def test_the_reason_names_what_told_the_language() -> None:
    assert "the" in detect("The plant is in the valley of the river.").reason


@given(st.text())
def test_any_text_gets_an_answer_with_a_share_of_certainty(text: str) -> None:
    assert 0 <= detect(text).sure <= 1


def test_every_row_of_the_table_has_letters_or_words_to_tell_it_by() -> None:
    assert all(tongue.words or tongue.own for tongue in tongues())
    assert len({tongue.code for tongue in tongues()}) == len(tongues())
