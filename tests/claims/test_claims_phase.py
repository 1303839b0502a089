"""How far a thing has come: the phase that its words tell, and the step of the ladder that follows."""

import csv
from importlib.resources import files
from typing import get_args

import pytest
from told import claims

from lodeline.claims.claim import WITHOUT_STATUS, Kind, Status
from lodeline.claims.phase import BY_CUE, STRUCK, ladder, status_of

TOLD = [
    ("supply", "proposed", "Kerrow Copper is in talks to sell 12,000 tonnes of copper to Brightwater."),
    ("supply", "proposed", "Kerrow Copper plans to sell 12,000 tonnes of copper to Brightwater."),
    ("acquisition", "completed", "Kerrow Copper bought the Sesheke mine from Brightwater for $40 million."),
    ("supply", "binding", "Kerrow Copper signed a contract to sell 12,000 tonnes of copper to Brightwater."),
    (
        "acquisition",
        "rumoured",
        "Kerrow Copper will buy the Sesheke mine from Brightwater, people familiar with it said.",
    ),
    ("acquisition", "denied", "Kerrow Copper denied that it had bought the Sesheke mine from Brightwater."),
    ("supply", "cancelled", "Kerrow Copper cancelled the contract to sell copper to Brightwater."),
    ("supply", "suspended", "Kerrow Copper has suspended deliveries of copper to Brightwater."),
    ("project", "under_way", "Kerrow Copper is building a 30 MW plant at Sesheke."),
    ("project", "completed", "Kerrow Copper has completed the Sesheke smelter."),
    ("investment", "intent", "Kerrow Copper pledged to invest $40 million in Zambia."),
    ("investment", "proposed", "Kerrow Copper will invest $40 million in Zambia."),
    (
        "acquisition",
        "in_force",
        "The board of Kerrow Copper approved the purchase of the Sesheke mine from Brightwater.",
    ),
    ("restriction", "in_force", "Chile's ban on exports of lithium took effect on 1 March 2031."),
    ("supply", "memorandum", "Kerrow Copper and Brightwater signed a memorandum on copper supplies."),
    ("joint_venture", "proposed", "Kerrow Copper and Brightwater are discussing a joint venture in Zambia."),
    ("joint_venture", "cancelled", "Kerrow Copper and Brightwater have dissolved their joint venture in Zambia."),
    ("supply", "proposed", "«Керроу Медь» ведёт переговоры о поставке 12 тыс. т меди компании «Брайтуотер»."),
    ("supply", "proposed", "«Керроу Медь» намерена поставить 12 тыс. т меди компании «Брайтуотер»."),
    ("acquisition", "completed", "«Керроу Медь» купила рудник Сешеке у компании «Брайтуотер» за 40 млн долларов."),
    ("supply", "binding", "«Керроу Медь» подписала контракт на поставку 12 тыс. т меди компании «Брайтуотер»."),
    ("acquisition", "rumoured", "По слухам, «Керроу Медь» купит рудник Сешеке у компании «Брайтуотер»."),
    ("acquisition", "denied", "«Керроу Медь» опровергла сообщения о покупке рудника Сешеке у компании «Брайтуотер»."),
    ("supply", "cancelled", "«Керроу Медь» расторгла контракт на поставку меди компании «Брайтуотер»."),
    ("project", "under_way", "«Керроу Медь» строит в Сешеке завод мощностью 30 МВт."),
    ("investment", "intent", "«Керроу Медь» пообещала вложить 40 млн долларов в Замбию."),
    ("investment", "proposed", "«Керроу Медь» вложит 40 млн долларов в Замбию."),
    ("acquisition", "in_force", "Совет директоров «Керроу Медь» одобрил покупку рудника Сешеке за 9 млн долларов."),
    ("restriction", "in_force", "Запрет Чили на экспорт лития вступил в силу 1 марта 2031 года."),
    ("supply", "memorandum", "«Керроу Медь» и «Брайтуотер» подписали меморандум о поставках меди."),
    ("joint_venture", "proposed", "«Керроу Медь» и «Брайтуотер» обсуждают создание совместного предприятия в Замбии."),
    ("joint_venture", "cancelled", "«Керроу Медь» и «Брайтуотер» распустили совместное предприятие в Замбии."),
]


@pytest.mark.parametrize(("kind", "status", "text"), TOLD, ids=[f"{k} {s} {t[:24]}" for k, s, t in TOLD])
def test_the_words_tell_how_far_a_thing_has_come(kind: str, status: str, text: str) -> None:
    assert [claim.status for claim in claims(text, kind)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "If Kerrow Copper bought the Sesheke mine from Brightwater, it would close it.",
        "Were Kerrow Copper to buy the Sesheke mine, prices would rise.",
        "Если «Керроу Медь» купит рудник Сешеке у компании «Брайтуотер», она его закроет.",
        "Если бы «Керроу Медь» продала рудник Сешеке, цены бы выросли.",
    ],
)
def test_a_condition_is_no_deal(text: str) -> None:
    assert claims(text, "acquisition") == []


@pytest.mark.parametrize(
    "text",
    [
        "Did Kerrow Copper buy the Sesheke mine from Brightwater?",
        "Купила ли «Керроу Медь» рудник Сешеке у компании «Брайтуотер»?",
    ],
)
def test_a_question_is_no_deal(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Chile suspended its export ban on lithium.",
        "Чили приостановила запрет на экспорт лития.",
    ],
)
def test_a_ban_suspended_is_an_action_in_force_and_not_a_ban_on_hold(text: str) -> None:
    assert [(claim.action, claim.status) for claim in claims(text, "restriction")] == [("suspend", "in_force")]


def test_every_kind_with_a_status_has_a_row_and_every_cell_is_a_step_of_the_ladder() -> None:
    assert set(ladder()) == set(get_args(Kind)) - WITHOUT_STATUS
    cells = {cell for row in ladder().values() for phase, cell in row.items() if phase != "kind"}
    assert cells <= {*get_args(Status), ""}


def test_every_phase_that_a_cue_or_a_tense_gives_has_a_column() -> None:
    rows = csv.DictReader(files("lodeline.claims").joinpath("data/status.csv").read_text("utf-8").splitlines())
    columns = set(rows.fieldnames or ()) - {"kind"}
    assert {phase for _, phase in BY_CUE} | set(STRUCK) | {"negated"} == columns


@pytest.mark.parametrize("kind", ["supply", "investment", "project", "meeting"])
def test_what_has_not_happened_is_no_claim_of_trade_or_work(kind: str) -> None:
    assert status_of(kind, "negated") is None


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("supply", "Kerrow Copper did not sell copper to Brightwater."),
        ("supply", "«Керроу Медь» не поставляла медь компании «Брайтуотер»."),
        ("investment", "Kerrow Copper has not invested $40 million in Zambia."),
        ("investment", "«Керроу Медь» не вложила 40 млн долларов в Замбию."),
    ],
)
def test_a_negated_deal_is_not_told_as_done(kind: str, text: str) -> None:
    assert claims(text, kind) == []
