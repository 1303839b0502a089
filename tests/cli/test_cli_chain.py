"""`check`, `supply` and `outlook` on claims from a file: what they print, as JSON too, and how they end."""

import json
from typing import Any

import pytest
from cli_texts import put
from conftest import Command

VENTURE = "Aster Mining of France and Chile's Marrow Ores hold 60 and 40 percent of the Lantern Hill tungsten mine."
MINE = "Lantern Hill is to give 10,000 tonnes of tungsten concentrate a year from 2034."
SHARE = "China mines about 80 percent of the world's tungsten."
LIMITS = "China suspended its export licensing of tungsten on 1 September 2031 for one year."
CLAIMS: dict[str, Any] = {
    "id": "deal",
    "text": " ".join((VENTURE, MINE, SHARE, LIMITS)),
    "published": "2031-09-14",
    "claims": [
        {
            "kind": "joint_venture",
            "status": "agreed",
            "parties": [
                {"name": "France", "role": "partner", "share": 60},
                {"name": "Marrow Ores", "role": "partner", "share": 40},
            ],
            "commodities": ["tungsten"],
            "assets": ["Lantern Hill"],
            "places": ["CL"],
            "evidence": VENTURE,
        },
        {
            "kind": "project",
            "status": "proposed",
            "stage": "production",
            "parties": [{"name": "Marrow Ores", "role": "developer"}],
            "commodities": ["tungsten"],
            "assets": ["Lantern Hill"],
            "places": ["CL"],
            "quantity": {"value": 10000, "unit": "t/year", "qualifier": "exact", "form": "concentrate"},
            "date": "2034",
            "evidence": MINE,
        },
        {
            "kind": "share",
            "parties": [{"name": "China", "role": "holder"}],
            "commodities": ["tungsten"],
            "stage": "mining",
            "quantity": {"value": 80, "unit": "%", "qualifier": "about"},
            "evidence": SHARE,
        },
        {
            "kind": "restriction",
            "status": "in_force",
            "action": "suspend",
            "instrument": "export_control",
            "parties": [{"name": "China", "role": "imposer"}],
            "commodities": ["tungsten"],
            "places": ["CN"],
            "date": "2031-09-01",
            "period": "P1Y",
            "evidence": LIMITS,
        },
    ],
}


@pytest.fixture
def asked(lodeline: Command) -> Command:
    """The command on a ledger that holds the claims."""
    put("claims/deal.json", json.dumps(CLAIMS))
    done = lodeline("read", "--claims", "claims")
    assert done.code == 0, done.err
    return lodeline


def words(text: str) -> str:
    return " ".join(text.replace("\u202f", " ").split())


def test_an_outlook_tells_what_the_deal_adds_and_who_controls_it(asked: Command) -> None:
    done = asked("--today", "2031-10-01", "outlook", "tungsten")
    assert (done.code, done.err) == (0, "")
    told = words(done.out)
    assert "Tungsten: mining to 2040" in told
    assert "Adds 5 150 t (4 760–5 550 t by grade of concentrate) a year by 2040" in told
    assert "Capacity from the news" in told
    assert "France controls 0.0 % in 2040 if nobody builds it" in told
    assert "Chile controls" in told, "the home of Marrow Ores is told by the genitive before its name"
    for future in ("nobody builds it", "built as told", "China builds it"):
        assert future in told
    assert "inputs that the difference between the futures stands on" in told


def test_the_mineral_may_be_named_in_russian_and_a_rival_by_name_or_code(asked: Command) -> None:
    assert "Japan builds it" in asked("outlook", "вольфрам", "--rival", "Japan").out
    assert "Japan builds it" in asked("outlook", "tungsten", "--rival", "JPN").out


def test_outlook_json_tells_the_same_numbers_with_their_units_in_the_keys(asked: Command) -> None:
    text = words(asked("--today", "2031-10-01", "outlook", "tungsten").out)
    told = json.loads(asked("--today", "2031-10-01", "outlook", "tungsten", "--json").out)
    (outlook,) = told["outlooks"]
    assert told["not_computed"] == []
    nobody, built, rival = outlook["rows"]
    assert [row["future"] for row in outlook["rows"]] == ["nobody", "as told", "rival"]
    assert built["world_tonnes"] - nobody["world_tonnes"] == pytest.approx(5150)
    for row in (nobody, built, rival):
        line = " ".join(f"{part['percent_of_world']:.1f} %" for part in row["parts"])
        assert f"{row['name']} {row['world_tonnes']:,.0f} t {line}".replace(",", " ") in text
        assert all(part["tonnes"] <= row["world_tonnes"] for part in row["parts"])
    assert outlook["invented"] is False
    assert {"name", "value", "evidence", "source", "carries"} == set(outlook["inputs"][0])


def test_a_mineral_that_nothing_is_built_for_is_said(asked: Command) -> None:
    done = asked("outlook", "tin")
    assert done.code == 0
    assert "No commitment of the ledger builds anything for tin." in done.out
    assert json.loads(asked("outlook", "tin", "--json").out) == {"outlooks": [], "not_computed": []}


@pytest.mark.parametrize("command", ["outlook", "supply"])
def test_an_unknown_mineral_is_answered_with_what_may_be_meant(asked: Command, command: str) -> None:
    done = asked(command, "tungstn")
    assert done.code == 2
    assert done.out == ""
    assert "tungstn" in done.err
    assert "did you mean" in done.err.lower()
    assert "tungsten" in done.err


def test_an_unknown_rival_is_answered_with_what_may_be_meant(asked: Command) -> None:
    done = asked("outlook", "tungsten", "--rival", "Japn")
    assert done.code == 2
    assert "Japan" in done.err


def test_check_tells_told_and_table_and_what_is_in_force_on_the_day(asked: Command) -> None:
    during = words(asked("--today", "2031-12-01", "check").out)
    assert "Share: China" in during
    assert "told 78–82 %" in during
    assert "on 2031-12-01: suspended" in during
    assert "on 2033-01-01: unknown" in words(asked("--today", "2033-01-01", "check").out)


def test_check_json_holds_the_verdicts_and_measures(asked: Command) -> None:
    told = json.loads(asked("--today", "2031-12-01", "check", "--json").out)
    assert told["today"] == "2031-12-01"
    assert [row["verdict"] for row in told["checks"]]
    assert [row["force"] for row in told["measures"]] == ["suspended"]
    assert told["checks"][0]["verdict"] in asked("--today", "2031-12-01", "check").out


def test_an_empty_ledger_has_no_share_and_no_commitment(lodeline: Command) -> None:
    assert "The ledger tells no share of the world." in lodeline("check").out
    assert "No commitment of the ledger builds anything. Read something: lodeline read FILE" in lodeline("outlook").out


def test_supply_shows_bars_and_holds_the_same_figures_as_json(lodeline: Command) -> None:
    text = words(lodeline("supply", "tungsten", "--stage", "mining").out)
    (chart,) = json.loads(lodeline("supply", "tungsten", "--stage", "mining", "--json").out)["charts"]
    assert chart["title"] in text
    for bar in chart["bars"]:
        assert f"{bar['name']} {bar['percent']:.1f} %" in text
        assert bar["low_percent"] <= bar["percent"] <= bar["high_percent"]
        assert f"{bar['tonnes']:,.0f} t".replace(",", " ") in text
    assert sum(bar["percent"] for bar in chart["bars"]) == pytest.approx(100, abs=0.1)


def test_supply_of_a_stage_whose_tonnes_are_not_sound_shows_shares_alone(lodeline: Command) -> None:
    (chart,) = json.loads(lodeline("supply", "tungsten", "--stage", "refining", "--json").out)["charts"]
    assert {bar["tonnes"] for bar in chart["bars"]} == {None}
    assert "Only the shares are sound" in " ".join(chart["notes"])


def test_the_report_holds_the_chapter(asked: Command) -> None:
    done = asked("report", "--html", "page.html", "--markdown", "page.md")
    assert done.code == 0, done.err
    for page in ("page.html", "page.md"):
        with open(page, encoding="utf-8") as file:
            assert "What it changes in supply" in file.read()
