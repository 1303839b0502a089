"""Every command on good and bad input: what it prints, what it leaves, and how it ends."""

import csv
import html
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli_texts import ENGLISH, STORY, put
from conftest import Command

from lodeline.cli import screen

DEAL = "Granite Metals will buy 40 % of the Birch copper mine from Slate Holding for 250 million dollars."
CLAIMS: dict[str, Any] = {
    "id": "deal",
    "text": f"Granite City. {DEAL} A long line follows. " + "Copper is heavy and brown. " * 30,
    "published": "2031-05-14",
    "title": "=HYPERLINK(1)",
    "claims": [
        {
            "kind": "acquisition",
            "status": "agreed",
            "parties": [
                {"name": "=Granite Metals", "role": "acquirer", "share": 40},
                {"name": "Slate Holding", "role": "seller"},
            ],
            "commodities": ["copper"],
            "amount": {"value": 2.5e8, "currency": "USD", "qualifier": "exact"},
            "evidence": DEAL,
        },
        {
            "kind": "statement",
            "parties": [{"name": "Granite Metals", "role": "speaker"}],
            "evidence": ("Copper is heavy and brown. " * 30).strip(),
        },
    ],
}


def put_claims(**head: Any) -> Path:
    return put("claims/deal.json", json.dumps({**CLAIMS, **head}))


def ledger_id(lodeline: Command) -> str:
    (entry,) = json.loads(lodeline("ledger", "--json").out)
    return str(entry["id"])


def test_a_report_is_read_into_the_ledger_and_shown(lodeline: Command) -> None:
    done = lodeline("read", put("news.txt", STORY))
    assert (done.code, done.err) == (0, "")
    assert 'news: Russian · published 2031-05-14 (inferred: "14 мая 2031" in a dateline (paragraph 1))' in done.out
    assert "Totals" in done.out
    assert "Brief: news" in done.out


def test_a_text_without_a_date_says_so_and_takes_the_given_one(lodeline: Command) -> None:
    path = put("news.txt", "Завод сдан вчера, сообщили на нём.")
    assert "published: unknown" in lodeline("read", path).out
    assert 'published 2031-05 (given: "2031-05")' in lodeline("read", path, "--published", "2031-05").out


def test_standard_input_is_read(lodeline: Command) -> None:
    done = lodeline("read", "-", stdin=ENGLISH.encode())
    assert done.code == 0
    assert "stdin: English · published 2031-05-20" in done.out


def test_nothing_read_at_all_is_another_exit_code(lodeline: Command) -> None:
    assert lodeline("read", put("empty.txt", b"")).code == 2
    assert lodeline("read", "nowhere.txt").code == 2
    assert lodeline("extract", "nowhere.txt").code == 2
    assert lodeline("brief", "nowhere.txt").code == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["read"], "give at least one file"),
        (["read", "x.txt", "--published", "soon"], "--published: 'soon' is not a date"),
        (["--today", "soon", "ledger"], "--today: 'soon' is not a date"),
        (["ledger", "--as-of", "soon"], "--as-of: 'soon' is not a date"),
        (["ledger", "--book", "poems"], "--book: 'poems' is not known; use one of commitments"),
        (["show", "ffff"], "ffff: no such entry in the ledger"),
        (["--workspace", "good.txt", "ledger"], "choose another with --workspace"),
        (["report", "--html", "good.txt/x.html"], "cannot be written"),
        (["export", "--format", "poem"], "poem"),
    ],
)
def test_wrong_use_is_told_and_ends_with_two(lodeline: Command, arguments: list[str], told: str) -> None:
    put("good.txt", STORY)
    done = lodeline(*arguments)
    assert done.code == 2
    assert told in done.err
    assert "Traceback" not in done.err


def test_claims_from_files_enter_the_ledger(lodeline: Command) -> None:
    done = lodeline("read", "--claims", put_claims().parent)
    assert (done.code, done.err) == (0, "")
    assert "deal: English · published 2031-05-14 (metadata" in done.out
    assert "250" in done.out
    (entry,) = json.loads(lodeline("ledger", "--json").out)
    assert (entry["kind"], entry["stage"], entry["bindingness"]) == ("acquisition", "struck", "not_stated")
    assert entry["amounts"][0]["value"] == 250000000
    assert {"status_history", "shares", "conflicts", "sources", "links", "evidence"} <= set(entry)


def test_a_bad_claim_file_is_told_with_all_its_problems(lodeline: Command) -> None:
    done = lodeline("read", "--claims", put("claims/bad.json", json.dumps({**CLAIMS, "claims": [{"kind": "x"}]})))
    assert done.code == 2
    assert "kind 'x' is not one of the fourteen" in done.err


def test_read_prints_json_for_other_programs(lodeline: Command) -> None:
    done = lodeline("read", put("a.txt", ENGLISH), put("b.txt", b""), "--json")
    told = json.loads(done.out)
    assert done.code == 1
    assert [document["id"] for document in told["documents"]] == ["a"]
    assert "the text is empty" in told["failures"][0]["error"]
    assert set(told["totals"]) == {"announced", "firm", "delivered"}


def test_the_same_texts_in_another_order_give_the_same_export(lodeline: Command, tmp_path: Path) -> None:
    texts = [put("a.txt", STORY), put("b.txt", ENGLISH), put_claims()]
    exports = []
    for name, order in (("one", texts), ("two", texts[::-1]), ("two", texts)):
        for path in order:
            arguments = ["--claims", path] if path.suffix == ".json" else [path]
            assert lodeline("--workspace", tmp_path / name, "read", *arguments).code == 0
        exports.append(lodeline("--workspace", tmp_path / name, "export", "--format", "jsonl").out)
    assert exports[0] == exports[1] == exports[2]
    assert exports[0].count("\n") > 3


def test_an_entry_is_shown_by_the_start_of_its_id(lodeline: Command) -> None:
    lodeline("read", "--claims", put_claims())
    entry = ledger_id(lodeline)
    done = lodeline("show", entry[:6])
    assert done.code == 0
    for told in (entry, "acquirer: =Granite Metals, 40", "250 m USD", "History", "Evidence", DEAL, "unreviewed"):
        assert told.replace(" m", "\u202fm") in done.out.replace(" m", "\u202fm"), told
    assert json.loads(lodeline("show", entry, "--json").out)["id"] == entry


def test_the_ledger_as_of_a_day_knows_nothing_later(lodeline: Command) -> None:
    lodeline("read", "--claims", put_claims())
    assert json.loads(lodeline("ledger", "--json", "--as-of", "2031-04").out) == []
    assert len(json.loads(lodeline("ledger", "--json", "--as-of", "2031-05").out)) == 1


@pytest.mark.parametrize("width", [80, 100, 200])
def test_a_table_shows_every_column_and_breaks_no_word_of_it(
    width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    heads = ("id", "what", "stage", "money", "texts")
    row = (
        "3f2a91bc",
        "joint venture: Granite Metals, Slate Holding; tin",
        "under discussion",
        "640 m USD",
        "2, disagree",
    )
    monkeypatch.setenv("COLUMNS", str(width))
    screen.table(heads, [row])
    shown = capsys.readouterr().out
    assert set(" ".join([*heads, *row]).split()) <= set(shown.split())


def test_other_books_are_counted_and_shown_on_demand(lodeline: Command) -> None:
    lodeline("read", "--claims", put_claims())
    assert "1 in Voices" in lodeline("ledger").out
    assert "statement" in lodeline("ledger", "--book", "voices").out
    books = {entry["book"] for entry in json.loads(lodeline("ledger", "--book", "all", "--json").out)}
    assert books == {"commitments", "voices"}


def test_an_empty_ledger_says_what_to_do(lodeline: Command) -> None:
    done = lodeline("ledger")
    assert done.code == 0
    assert "The ledger is empty. Read something: lodeline read FILE" in done.out


def test_the_report_is_a_page_in_two_forms(lodeline: Command) -> None:
    lodeline("read", "--claims", put_claims())
    done = lodeline("report", "--html", "out/ledger.html", "--markdown", "out/ledger.md")
    assert done.code == 0
    assert Path("out/ledger.html").read_text().startswith("<!doctype html>")
    assert Path("out/ledger.md").read_text() == lodeline("report").out


def test_the_report_as_json_is_what_the_page_shows(lodeline: Command) -> None:
    lodeline("read", "--claims", put_claims())
    done = lodeline("report", "--json", "--html", "ledger.html")
    page = json.loads(done.out)
    titles = [card["title"] for shelf in page["shelves"] for card in shelf["cards"]]
    assert len(titles) == 2
    assert all(title in html.unescape(Path("ledger.html").read_text()) for title in titles)


def test_csv_cells_cannot_run_as_formulas_and_quotes_are_cut(lodeline: Command) -> None:
    lodeline("read", "--claims", put_claims())
    assert lodeline("export", "--format", "csv", "--out", "ledger.csv").code == 0
    rows = list(csv.DictReader(io.StringIO(Path("ledger.csv").read_text())))
    assert len(rows) == 2
    cells = [cell for row in rows for cell in row.values()]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    assert max(len(row["quotes"]) for row in rows) == 300
    exported = lodeline("export", "--format", "jsonl").out
    quotes = [each["quote"] for line in exported.splitlines() for each in json.loads(line).get("evidence", [])]
    assert quotes
    assert max(map(len, quotes)) <= 300


def test_extract_prints_claims_whose_evidence_is_in_the_text(lodeline: Command) -> None:
    done = lodeline("extract", put("news.txt", ENGLISH))
    told = json.loads(done.out)
    assert done.code == 0
    assert told["id"] == "news"
    assert told["claims"]
    for claim in told["claims"]:
        assert claim["evidence"] in ENGLISH
        assert {"confidence", "support", "kind"} <= set(claim)


def test_extract_writes_one_file_per_text_of_a_folder(lodeline: Command) -> None:
    put("in/a.txt", STORY)
    put("in/b.json", json.dumps({"id": "other", "text": ENGLISH, "published": "2031-05-20"}))
    put("in/c.txt", b"")
    done = lodeline("extract", "in", "--out", "out")
    assert done.code == 1
    assert sorted(path.name for path in Path("out").iterdir()) == ["a.json", "b.json"]
    assert json.loads(Path("out/b.json").read_text())["claims"]


def test_what_extract_writes_can_be_read_as_claims(lodeline: Command) -> None:
    put("in/b.txt", ENGLISH)
    lodeline("extract", "in", "--out", "out")
    done = lodeline("read", "--claims", "out")
    assert (done.code, done.err) == (0, "")
    assert json.loads(lodeline("ledger", "--json").out)


def test_extract_never_writes_over_the_text_itself(lodeline: Command) -> None:
    path = put("in/b.json", json.dumps({"text": ENGLISH}))
    done = lodeline("extract", "in", "--out", "in")
    assert done.code == 2
    assert "it is the text itself" in done.err
    assert json.loads(path.read_text()) == {"text": ENGLISH}


@pytest.mark.parametrize("name", ["../../evil", "/etc/evil", "..", "a b\nc"])
def test_the_id_of_an_item_never_leads_out_of_the_folder(lodeline: Command, name: str) -> None:
    put("in/list.json", json.dumps([{"id": name, "text": ENGLISH}, {"id": name, "text": STORY}]))
    assert lodeline("extract", "in", "--out", "out").code == 0
    assert len(list(Path("out").glob("*.json"))) == 2


def test_extract_explains_what_each_rule_did(lodeline: Command) -> None:
    path = put("news.txt", ENGLISH + "\nThe weather was fine.")
    done = lodeline("extract", path, "--explain")
    assert "claim:" in done.out
    assert "passed over:" in done.out
    assert json.loads(lodeline("extract", path, "--explain", "--json").out)["trace"]


def test_a_brief_in_short_and_as_pages(lodeline: Command) -> None:
    path = put("news.txt", ENGLISH)
    assert "Brief: news" in lodeline("brief", path).out
    assert lodeline("brief", path, "--html", "brief.html").code == 0
    assert "Birch Copper" in Path("brief.html").read_text()
    assert "Birch Copper" in lodeline("brief", path, "--markdown").out
    assert json.loads(lodeline("brief", path, "--json").out)["title"] == "news"
    assert json.loads(lodeline("ledger", "--json").out) == []


def test_the_demo_shows_a_ledger_and_leaves_its_pages(lodeline: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LODELINE_WORKSPACE")
    done = lodeline("demo")
    assert (done.code, done.err) == (0, "")
    assert "INVENTED" in done.out
    assert "Totals" in done.out
    for name in ("report.html", "report.md", "brief.html"):
        assert "INVENTED" in Path("lodeline-demo", name).read_text()
    told = " ".join(done.out.replace("\u202f", " ").split())
    assert "Claims checked against the tables" in told
    assert "Measures on" in told
    assert "Tungsten: mining to 2040 (INVENTED)" in told
    assert "Capacity from the news" in told, "the invented deal fits no real project"
    assert "South Korea controls 0.0 % in 2040 if nobody builds it, 1.7 % if it is built as told" in told
    again = lodeline("demo")
    assert again.code == 0
    assert again.out.count("already in the ledger") == 8
    assert again.out[again.out.index("Commitments") :] == done.out[done.out.index("Commitments") :]


def test_the_demo_as_json_tells_that_all_is_invented(lodeline: Command) -> None:
    done = lodeline("demo", "--json")
    told = json.loads(done.out)
    assert (done.code, len(told["documents"]), told["failures"]) == (0, 8, [])
    assert all(document["invented"] for document in told["documents"])


def test_the_version_and_help_are_printed(lodeline: Command) -> None:
    assert lodeline("--version").out.startswith("lodeline ")
    done = lodeline("--help")
    assert all(name in done.out for name in ("demo", "read", "extract", "brief", "ledger", "show", "report", "export"))


@pytest.mark.parametrize("name", ["demo", "read", "extract", "brief", "ledger", "show", "report", "export"])
def test_every_command_explains_itself_with_examples(lodeline: Command, name: str) -> None:
    done = lodeline(name, "--help")
    assert done.code == 0
    assert done.out.count("lodeline") >= 2 + (name != "demo") - 1


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom lodeline.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print(sorted({'trafilatura', 'pymorphy3', 'numpy', 'rich'} & set(sys.modules)), file=sys.stderr)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stderr.strip() == "[]"


def test_kill_minus_nine_while_reading_loses_no_text_that_was_told(lodeline: Command, tmp_path: Path) -> None:
    for number in range(40):
        put(f"many/{number:02}.json", json.dumps({**CLAIMS, "text": f"Report {number}. {CLAIMS['text']}"}))
    code = "from lodeline.cli import main; main()"
    arguments = ["--workspace", str(tmp_path / "workspace"), "read", "--claims", "many"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(5)]
        process.kill()
        lines += process.stdout.read().splitlines()
    exported = lodeline("export", "--format", "jsonl")
    documents = [json.loads(line) for line in exported.out.splitlines() if '"type":"document"' in line]
    assert len(documents) >= sum(line.startswith("deal: ") for line in lines) >= 5


def test_a_closed_pipe_ends_quietly(lodeline: Command, tmp_path: Path) -> None:
    lodeline("read", "--claims", put_claims())
    code = "from lodeline.cli import main; main()"
    arguments = ["--workspace", str(tmp_path / "workspace"), "ledger", "--json"]
    command = [sys.executable, "-c", code, *arguments]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=environment) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()


def test_a_new_ledger_is_of_use_on_its_first_day(lodeline: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LODELINE_STARTER")
    shown = lodeline("ledger").out
    assert "starter ledger, real public deals, known to 20" in shown
    assert "Nothing of yours is in it yet." in shown
    real = json.loads(lodeline("ledger", "--json").out)
    assert len(real) >= 90
    assert all(told["url"] and told["level"] for entry in real for told in entry["evidence"])
    first = lodeline("show", real[0]["id"]).out
    assert real[0]["evidence"][0]["url"] in first
    assert "evidence: " in first
    assert json.loads(lodeline("--no-starter", "ledger", "--json").out) == []
    assert json.loads(lodeline("ledger", "--no-starter", "--json").out) == []


def test_an_answer_that_stands_on_the_starter_alone_says_so(lodeline: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "starter ledger" not in lodeline("check").err
    monkeypatch.delenv("LODELINE_STARTER")
    for command in (["check"], ["outlook", "tungsten"], ["balance"]):
        assert "this answer stands on the starter ledger" in lodeline(*command).err
    lodeline("read", "-", stdin=b"Granite Metals will buy the Birch copper mine.")
    assert "starter ledger" not in lodeline("check").err
