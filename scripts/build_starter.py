"""Build `ledger/data/starter.jsonl` from the file of facts on public deals that lies beside the repository.

Usage: python scripts/build_starter.py ../shared/facts/deals.jsonl src/lodeline/ledger/data/starter.jsonl

One line is one dated step of a commitment, in the order of its story. Facts and our own notes are kept; what is empty
is dropped; `weak` marks a page that is a relay, a mirror or an aggregator, to be replaced by the primary page.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

HEADER = (
    "# Real public deals, step by step: facts with the page that tells each, notes in our own words. See DATA-LICENSES."
)
WEAK = (
    *("seaisi-dev.staging.ws", "nucnet.herokuapp.com", "news-pravda.com", "squidsite02.com", "analitycdc.com"),
    *("paprclips.com", "trends.glance.com", "streetfingazette.com", "rjema.com", "markets-apac.com", "reportify.ai"),
    "news.rootsdmag.com",
)
"""Hosts that the maker of the facts names as relays, mirrors or aggregators."""


def rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = {key: value for key, value in json.loads(line).items() if value not in (None, [], "")}
        host = (urlsplit(row["source_url"]).hostname or "").removeprefix("www.")
        yield {**row, **({"weak": True} if any(host.endswith(weak) for weak in WEAK) else {})}


def main(facts: str, out: str) -> None:
    if not Path(facts).exists():
        sys.exit(f"{facts}: not found; the file of facts lies beside the repository, not in it")
    lines = [json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows(Path(facts))]
    Path(out).write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
