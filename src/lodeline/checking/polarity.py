"""Whether the words take a fact back: denied, cancelled or suspended, against the status that a claim carries."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

NEGATION = re.compile(
    r"\b(?:not|no|nobody|none|never|никто|ничего|neither|nor|without|cannot|n['’]t|не|нет|ни|без|жоқ|емес)\b|n['’]t\b|\b\w+(?:ма|ме|ба|бе|па|пе)(?:ді|ды|йды|йді|ған|ген|й)\b",
    re.IGNORECASE,
)
LIMITS = re.compile(
    r"\b(?:not|no|не|ни) (?:less|more|fewer|later|only|earlier|yet|disclos\w+|specif\w+|менее|более|меньше|больше"
    r"|позднее|позже|только|ранее|од\w+|раскр\w+|сообща\w+|уточня\w+|называ\w+|\w+(?:нн|ем|им|т)(?:ая|ый|ой|ое|ые|ого|ому|ым|ую|ых)\b)",
    re.IGNORECASE,
)
"""Negations that bound a number or add a thing, and deny nothing."""
TAKEN_BACK = ("denied", "cancelled", "suspended")
STANDING = ("agreed", "binding", "in_force", "under_way", "completed")
"""Statuses by which a fact stands: the words must not take it back."""


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    lines = files("lodeline.checking").joinpath("data/polarity_words.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {row["meaning"]: re.compile(rf"\b(?:{row['pattern']})") for row in rows}


def meanings(text: str) -> frozenset[str]:
    """Which of the three takings-back the words of a stretch tell, and `negation` for a bare "not"."""
    folded = text.casefold()
    found = {meaning for meaning, pattern in patterns().items() if pattern.search(folded)}
    return frozenset(found | ({"negation"} if NEGATION.search(LIMITS.sub("", text)) else set()))
