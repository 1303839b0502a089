"""Every form of export: read back by another reader, the same whatever the order, unknown kept apart from 0."""

import csv
import io
import json
import os
import random
import re
import shutil
import subprocess
import xml.etree.ElementTree as tree
import zipfile
from decimal import Decimal
from pathlib import Path

import polars
import pytest
from exports_factory import documents, entries
from hypothesis import given
from hypothesis import strategies as st

from lodeline.reports.exports.forms import FORMS, form_of
from lodeline.reports.exports.ftm import ftm
from lodeline.reports.exports.geo import points
from lodeline.reports.exports.workbook import sheets

ENTRIES, DOCUMENTS = entries(), documents()
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
GRAPH = "{http://graphml.graphdrawing.org/xmlns}"


def export(form: str) -> bytes:
    return FORMS[form].write(ENTRIES, DOCUMENTS)


@pytest.mark.parametrize("form", FORMS)
@given(order=st.randoms(use_true_random=False))
def test_a_form_is_the_same_byte_for_byte_whatever_the_order(form: str, order: random.Random) -> None:
    shuffled, texts = list(ENTRIES), list(DOCUMENTS)
    order.shuffle(shuffled)
    order.shuffle(texts)
    assert FORMS[form].write(shuffled, texts) == export(form)


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_ledger_is_an_empty_export_and_no_error(form: str) -> None:
    assert isinstance(FORMS[form].write((), ()), bytes)


@pytest.mark.parametrize("form", [name for name in FORMS if not FORMS[name].binary])
def test_no_text_is_exported_whole(form: str) -> None:
    told = export(form).decode()
    assert all(document.text not in told for document in DOCUMENTS)


def test_the_name_of_a_file_tells_its_form() -> None:
    assert [form_of(name) for name in ("a.csv", "a.history.jsonl", "a.jsonl", "a.ftm.json", "a.bib", "a.txt")] == [
        "csv",
        "history",
        "jsonl",
        "ftm",
        "bibtex",
        None,
    ]


# --- spreadsheets and frames -------------------------------------------------------------------------------------


def cells(sheet: str) -> list[str]:
    """All strings of a sheet, in order, by the rules of the Office Open XML format."""
    with zipfile.ZipFile(io.BytesIO(export("xlsx"))) as book:
        names = [each.get("name") for each in tree.fromstring(book.read("xl/workbook.xml")).iter(f"{SHEET}sheet")]
        shared = [
            "".join(text.text or "" for text in each.iter(f"{SHEET}t"))
            for each in tree.fromstring(book.read("xl/sharedStrings.xml")).iter(f"{SHEET}si")
        ]
        page = tree.fromstring(book.read(f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"))
        assert next(page.iter(f"{SHEET}f"), None) is None, "a formula"
        found = []
        for cell in page.iter(f"{SHEET}c"):
            value = cell.findtext(f"{SHEET}v") or ""
            found.append(shared[int(value)] if cell.get("t") == "s" else value)
        return found


def test_the_workbook_holds_every_row_of_every_sheet() -> None:
    for sheet in sheets(ENTRIES, DOCUMENTS):
        told = [cell for row in sheet.rows for cell in row if cell not in (None, "")]
        assert len(cells(sheet.name)) == len(sheet.heads) + len(told), sheet.name


def test_a_name_that_begins_like_a_formula_is_text_in_the_workbook() -> None:
    assert "'=HYPERLINK(1) Mining" in cells("parties")
    assert "=HYPERLINK(1) Mining" not in cells("parties")


def test_the_frame_has_the_sums_of_the_ledger_and_null_where_nothing_is_told() -> None:
    frame = polars.read_parquet(io.BytesIO(export("parquet")))
    by_id = {row["id"]: row for row in frame.iter_rows(named=True)}
    assert set(by_id) == {entry.id for entry in ENTRIES}
    for entry in ENTRIES:
        row = by_id[entry.id]
        assert [Decimal(str(each["value"])) for each in row["amounts"]] == [each.money.value for each in entry.amounts]
        assert [each["share"] for each in row["parties"] if each["share"] == 0] == []
        assert row["date"] == entry.date


def test_the_table_and_the_workbook_tell_the_same() -> None:
    rows = list(csv.reader(io.StringIO(export("csv").decode())))
    (told,) = (sheet for sheet in sheets(ENTRIES, DOCUMENTS) if sheet.name == "entries")
    assert len(rows) == len(told.rows) + 1
    assert tuple(rows[0]) == told.heads


# --- history ---------------------------------------------------------------------------------------------------


def test_the_history_has_a_line_for_every_claim_in_order_of_publication() -> None:
    steps = [json.loads(line) for line in export("history").decode().splitlines()]
    assert {step["claim"] for step in steps} == {claim.id for entry in ENTRIES for claim in entry.claims}
    days = [str(step["published"]) for step in steps]
    assert days == sorted(days)


def test_the_history_of_a_commitment_tells_its_stages_one_after_another() -> None:
    steps = [json.loads(line) for line in export("history").decode().splitlines()]
    venture = next(entry for entry in ENTRIES if entry.kind == "joint_venture")
    assert [step["stage"] for step in steps if step["entry"] == venture.id] == ["preliminary", "committed"]


# --- networks and maps -----------------------------------------------------------------------------------------


def test_the_network_has_every_party_and_entry_once_and_no_loose_edge() -> None:
    root = tree.fromstring(export("graphml"))
    nodes = [node.get("id") for node in root.iter(f"{GRAPH}node")]
    ends = {edge.get(end) for edge in root.iter(f"{GRAPH}edge") for end in ("source", "target")}
    parties = {f"party {party.entity}" for entry in ENTRIES for party in entry.parties}
    assert len(nodes) == len(set(nodes))
    assert set(nodes) == {*parties, *(entry.id for entry in ENTRIES)}
    assert ends <= set(nodes)
    roles = sum(len(entry.parties) for entry in ENTRIES)
    links = sum(len(entry.links) for entry in ENTRIES)
    assert len(list(root.iter(f"{GRAPH}edge"))) == roles + links


def test_every_attribute_of_the_network_is_declared() -> None:
    root = tree.fromstring(export("graphml"))
    declared = {key.get("id") for key in root.iter(f"{GRAPH}key")}
    assert {data.get("key") for data in root.iter(f"{GRAPH}data")} <= declared


def test_places_on_the_map_are_longitude_then_latitude_and_tell_how_exact_they_are() -> None:
    told = json.loads(export("geojson"))
    for feature in told["features"]:
        at, place = feature["geometry"], feature["properties"]
        if at is None:
            assert (place["place"], place["precision"]) == (None, None)
            continue
        longitude, latitude = at["coordinates"]
        assert -180 <= longitude <= 180
        assert -90 <= latitude <= 90
        assert place["precision"]


def test_a_city_is_drawn_where_it_lies_a_state_at_its_capital_and_the_unknown_nowhere() -> None:
    by_place = {entry.places: points(entry) for entry in ENTRIES}
    (city,) = by_place[("Antofagasta",)]
    assert (city.precision, round(city.latitude), round(city.longitude)) == ("city", -24, -70)
    (state,) = by_place[("CL",)]
    assert (state.precision, round(state.latitude), round(state.longitude)) == ("state", -33, -71)
    assert by_place[()] == ()


# --- FollowTheMoney and BibTeX ---------------------------------------------------------------------------------


def ftm_command() -> str | None:
    return os.environ.get("LODELINE_FTM") or shutil.which("ftm")


@pytest.mark.skipif(ftm_command() is None, reason="needs the command ftm of followthemoney; LODELINE_FTM names it")
def test_the_real_ftm_reads_every_entity_and_drops_nothing(tmp_path: Path) -> None:
    made = tmp_path / "ledger.ftm.json"
    made.write_bytes(export("ftm"))
    done = subprocess.run([str(ftm_command()), "validate", "-i", str(made)], capture_output=True, check=True, text=True)
    ours = {each["id"]: each for each in map(json.loads, made.read_text("utf-8").splitlines())}
    theirs = {each["id"]: each for each in map(json.loads, done.stdout.splitlines())}
    assert theirs.keys() == ours.keys()
    for key, each in ours.items():
        assert theirs[key]["schema"] == each["schema"]
        kept = {name: sorted(values) for name, values in theirs[key]["properties"].items()}
        assert kept == {name: sorted(values) for name, values in each["properties"].items()}


def test_every_reference_inside_the_followthemoney_file_leads_somewhere() -> None:
    made = [json.loads(line) for line in export("ftm").decode().splitlines()]
    known = {each["id"] for each in made}
    pointing = ("project", "participant", "document", "entity", "involved")
    ends = {key for each in made for name in pointing for key in each["properties"].get(name, ())}
    assert ends <= known


def test_a_commitment_is_a_project_with_its_parties_and_quotes() -> None:
    made = [json.loads(line) for line in export("ftm").decode().splitlines()]
    venture = next(entry for entry in ENTRIES if entry.kind == "joint_venture")
    (project,) = (each for each in made if each["properties"].get("projectId") == [venture.id])
    assert project["properties"]["phase"] == ["committed"]
    parties = [each for each in made if each["properties"].get("project") == [project["id"]]]
    assert len(parties) == len(venture.parties)
    quotes = [each for each in made if each["properties"].get("entity") == [project["id"]]]
    assert len(quotes) == len(venture.evidence)


def test_no_person_becomes_an_entity() -> None:
    told = ftm(ENTRIES, DOCUMENTS).decode()
    assert '"Person"' not in told


def test_references_have_unique_keys_balanced_braces_and_escaped_signs() -> None:
    told = export("bibtex").decode()
    keys = re.findall(r"@online\{([^,]+),", told)
    assert len(keys) == len(set(keys)) == len(DOCUMENTS)
    plain = re.sub(r"\\[{}]", "", told)
    assert plain.count("{") == plain.count("}")
    assert r"50 \% of Ore \& Co\_1" in told
