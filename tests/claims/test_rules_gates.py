"""Trade opened or shut without the words ban or quota; a limit told again, put off, refused or only a backdrop."""

import pytest
from told import claims, only, parties

KIND = "restriction"


@pytest.mark.parametrize(
    ("text", "state", "instrument", "action", "status"),
    [
        ("No unprocessed manganese will leave Gabon after 1 January 2034.", "Gabon", "ban", "impose", "agreed"),
        ("Laos has allowed exports of tin concentrate again.", "Laos", "ban", "lift", "in_force"),
        ("Kenya will let miners export titanium ore again from October.", "Kenya", "ban", "lift", "agreed"),
        ("China no longer requires licences for exports of graphite.", "China", "export_control", "ease", "in_force"),
        ("Malaysia has blocked shipments of raw rare earths to China.", "Malaysia", "ban", "impose", "in_force"),
        ("С августа Пекин лицензирует вывоз германия.", "Пекин", "export_control", "impose", "in_force"),
        (
            "С 1 марта 2032 года вывоз сурьмяного концентрата из Таджикистана потребует разрешения министерства.",
            "Таджикистан", "export_control", "impose", "agreed",
        ),
        ("Индонезия свою руду за границу не выпускает с 2020 года.", "Индонезия", "ban", "impose", "in_force"),
        ("Вьетнам разрешил вывоз редкоземельного концентрата.", "Вьетнам", "ban", "lift", "in_force"),
        ("Литва подтвердила, что транзит белорусского калия остаётся под запретом.", "Литва", "ban", "impose",
         "in_force"),
        ("Госдума приняла закон о запрете вывоза ртути.", "Россия", "ban", "impose", "in_force"),
    ],
)  # fmt: skip
def test_what_may_or_may_not_leave_is_a_limit_of_its_state(
    text: str, state: str, instrument: str, action: str, status: str
) -> None:
    claim = only(text, KIND)
    assert (parties(claim, "imposer"), claim.instrument, claim.action) == ([state], instrument, action)
    assert claim.status == status


def test_each_permitted_tonnage_is_a_quota_with_its_time() -> None:
    text = "Congo's exporters may ship up to 18,000 tonnes of cobalt this year and 90,000 tonnes a year from 2033."
    found = {(c.quantity.unit, c.date) for c in claims(text, KIND) if c.quantity and c.instrument == "quota"}
    assert found == {("t", "2031"), ("t/year", "2033")}


def test_a_limit_told_before_is_meant_by_its_bare_name() -> None:
    text = "Guinea banned bauxite exports in March. The ban was lifted on 2 May."
    assert [(c.action, c.date) for c in claims(text, KIND)] == [("impose", "2031-03"), ("lift", "2031-05-02")]


def test_a_limit_lifted_keeps_the_day_that_it_began_as_a_claim_of_its_own() -> None:
    text = "The export ban on bauxite, imposed by Guinea in March, was lifted on 2 May."
    assert {(c.action, c.date) for c in claims(text, KIND)} == {("lift", "2031-05-02"), ("impose", "2031-03")}


def test_the_day_in_the_next_sentence_makes_a_law_agreed() -> None:
    text = "Peru's congress passed a law that forbids the export of unrefined copper. It takes effect on 1 March 2032."
    claim = only(text, KIND)
    assert (claim.status, claim.date) == ("agreed", "2032-03-01")


def test_a_day_told_with_a_promise_lies_ahead() -> None:
    claim = only("Turkey will levy an anti-dumping duty of 12.5% on Chinese magnesium from 1 April.", KIND)
    assert (claim.status, claim.date, parties(claim, "target")) == ("agreed", "2032-04-01", ["China"])


@pytest.mark.parametrize(
    "text",
    [
        "Export bans have become fashionable among resource-rich governments.",
        "Export licences for tungsten remained scarce, traders said.",
        "The two sides discussed the need for a transparent licensing regime for rhenium.",
        "Kenya refused to scrap its export duty on ores.",
        "Exporters of cobalt may ship from three ports.",
        "The coach allowed no exports of talent.",
        "No passenger will leave Gabon without a ticket.",
        "Гана отказалась отменять пошлину на вывоз марганца.",
        "Отказаться от запретов на вывоз меди, которые только пугают инвесторов.",
        "Поезд потребует разрешения диспетчера.",
    ],
)
def test_backdrops_refusals_advice_and_other_leave_are_no_limit(text: str) -> None:
    assert not claims(text, KIND)


def test_a_permit_that_must_be_obtained_is_a_control() -> None:
    for text, state in (
        ("From 1 June, exporters of gallium must obtain a permit from Vietnam's trade ministry.", "Vietnam"),
        ("Экспортёры галлия должны будут получать разрешение минторга Вьетнама.", "Вьетнам"),
        ("С 1 июля экспорт сурьмы из Вьетнама возможен только по лицензии.", "Вьетнам"),
        ("Exports of gallium from Vietnam are now possible only with a licence.", "Vietnam"),
    ):
        claim = only(text, KIND)
        assert (claim.instrument, claim.action, parties(claim, "imposer")) == ("export_control", "impose", [state])
    assert claims("Acme obtained a licence to export gallium from Vietnam.", KIND) == []


def test_a_licence_that_allows_dealings_eases_sanctions() -> None:
    eased = only("Минфин США выдал лицензию, разрешающую сделки с «Севметом» до 1 сентября.", KIND)
    assert (eased.instrument, eased.action, parties(eased, "target")) == ("sanction", "ease", ["Севмет"])
    assert claims("Рудник «Севмет» получил лицензию, разрешающую добычу меди.", KIND) == []
