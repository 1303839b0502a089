"""Which words of the evidence qualify a rung, an amount or a promise: one table of cues, looked up, never guessed."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """One pattern per sense, from data/cues.csv."""
    lines = files("lodeline.ledger").joinpath("data/cues.csv").read_text("utf-8").splitlines()
    cues: dict[str, list[str]] = defaultdict(list)
    for row in csv.DictReader(line for line in lines if not line.startswith("#")):
        cues[row["sense"]].append(_as_pattern(row["cue"]))
    return {sense: re.compile(rf"(?<!\w)(?:{'|'.join(parts)})", re.IGNORECASE) for sense, parts in cues.items()}


def _as_pattern(cue: str) -> str:
    """`ratif*` as a word that begins so; blanks match any white space; a cue without `*` ends where its word ends."""
    body = r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in cue.split())
    return body + r"(?!\w)"


# One entry asks the same of the same words many times: for each rung, conflict and total.
@lru_cache(maxsize=8192)
def tells(sense: str, text: str) -> bool:
    """True where the text holds a cue of this sense."""
    return _patterns()[sense].search(text) is not None
