from __future__ import annotations

import pytest
from read_texts import antecedent, mentions, names


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("Компания «Сарысай» подписала контракт. Компания вложит 20 млн долларов.", "Компания", "Сарысай"),
        ("Компания «Сарысай» подписала контракт. Горнодобытчик вложит 20 млн долларов.", "Горнодобытчик", "Сарысай"),
        ("«Севермедь» и Ирак подписали договор. Экспортёр отправит партию в мае.", "Экспортёр", "Севермедь"),
        ("Холдинг «Тасбулак» выпустил облигации. Холдинг привлёк 90 млн долларов.", "Холдинг", "Тасбулак"),
        ("Госкомпания «Недра» получила лицензию. Госкомпания начнёт бурение.", "Госкомпания", "Недра"),
        ("Рудник купила Luossa Metals. Шведская компания заплатит в мае.", "Шведская компания", "Luossa Metals"),
        ("Кредит выдал Fjordbank. Кредитор получит 6 % годовых.", "Кредитор", "Fjordbank"),
        ("Рудник Дальний продан. Рудник даёт 5 тыс. тонн руды в год.", "Рудник", "Дальний"),
        ("Кения ввела налог. Республика рассчитывает на новые заводы.", "Республика", "Кения"),
        ("Банк развития недр (БРН) выдал заём. БРН ждёт погашения в мае.", "БРН", "Банк развития недр"),
        ("«Севермедь» ведёт переговоры. Она купит 30 % рудника.", "Она", "Севермедь"),
        ("Министр недр Асель Омарова открыла завод. Омарова обещала льготы.", "Омарова", "Асель Омарова"),
        ("Министр недр Асель Омарова открыла завод. Она обещала льготы.", "Она", "Асель Омарова"),
        ("Пак Сон Мин приехал в мае. «Мы рады», — сказал он.", "он", "Пак Сон Мин"),
    ],
)
def test_a_word_stands_for_what_was_named_before(text: str, surface: str, name: str) -> None:
    assert antecedent(text, surface) == name


def test_an_office_stands_for_the_ministry() -> None:
    text = "Министерство энергетики Ирака выдало лицензию. Ведомство продлит её в мае."
    assert (antecedent(text, "Ведомство") or "").startswith("Министерство энергетики")


@pytest.mark.parametrize(
    "text",
    [
        "Рудник купила французская Loire Métaux. Шведская компания осталась ни с чем.",
        "Шведская компания получила лицензию.",
        "Рудник делят Luossa Metals и Fjord Copper. Канадская компания вышла из проекта.",
    ],
)
def test_a_firm_of_another_state_is_not_the_one_named_before(text: str) -> None:
    surface = "Канадская компания" if "Канадская" in text else "Шведская компания"
    assert antecedent(text, surface) is None


def test_a_bank_is_not_a_mining_firm() -> None:
    assert antecedent("«Севермедь» построит рудник. Банк пока молчит.", "Банк") is None


def test_a_pronoun_without_an_antecedent_is_no_mention() -> None:
    assert names("Он обещал льготы.") == []


def test_a_state_word_with_a_name_of_its_own_is_not_another_state() -> None:
    found = mentions("Кения ввела налог. Республика Гана рассчитывает на заводы.", "country")
    assert [m.country for m in found] == ["KE", "GH"]


def test_a_short_name_goes_to_the_fuller_one() -> None:
    text = "Luossa Metals AB купила рудник. Luossa заплатит в мае."
    assert antecedent(text, "Luossa") == "Luossa Metals AB"


@pytest.mark.parametrize(
    "text",
    [
        "Фонд купил Ульбинский магниевый завод у Hals Holding. В июле завод продал 40 т губки.",
        "Сделка закрыта: Нуринский медный комбинат перешёл к фонду. В июле комбинат отгрузил 40 т меди.",
    ],
)
def test_the_works_by_themselves_are_the_company_called_so(text: str) -> None:
    word = "завод" if "завод" in text else "комбинат"
    found = antecedent(text, word)
    assert found is not None
    assert found.endswith(word)


def test_other_works_are_not_the_company() -> None:
    found = antecedent(
        "Фонд купил Ульбинский магниевый завод. Рудник «Дальний» далеко. В июле рудник закрыт.", "рудник"
    )
    assert found == "Дальний"


def test_a_word_for_a_company_goes_to_the_one_told_with_it() -> None:
    text = "«Сарысай» подписал контракт с концерном Luossa Metals. Концерн будет покупать 90 т губки в год."
    assert antecedent(text, "Концерн") == "Luossa Metals"


def test_any_company_goes_to_the_subject() -> None:
    text = "«Сарысай» подписал контракт с компанией Luossa Metals. Компания будет продавать 90 т губки в год."
    assert antecedent(text, "Компания") == "Сарысай"
