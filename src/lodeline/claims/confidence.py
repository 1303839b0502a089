"""How sure a claim and each of its slots is, calibrated on known texts by scripts/calibrate_confidence.py.

Both are logistic in simple features of the finished claim: its kind, rule and status, what stands on words and what
was inferred, how much lies on one stretch. `data/confidence.csv` holds the weights and the tier line: claims at or
above it are `auto`, fit to be shown at once; the others are `proposed` and wait for a person.
"""

from __future__ import annotations

import csv
import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Literal

from lodeline.claims.claim import Claim, Support
from lodeline.claims.doubts import DOUBTED
from lodeline.claims.words import words

Tier = Literal["auto", "proposed"]
LONG = 260
"""Characters of evidence from which on a claim was put together over several clauses."""
FIGURES = ("amount", "quantity", "date", "places", "commodities", "assets", "attributed_to", "instrument", "period")


@cache
def weights(part: str) -> Mapping[str, float]:
    """Feature → weight of `claim` or `slot`, or the lines of `tier`."""
    table = files("lodeline.claims").joinpath("data/confidence.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in table if not line.startswith("#"))
    return {row["feature"]: float(row["weight"]) for row in rows if row["part"] == part}


def tier_of(confidence: float) -> Tier:
    return "auto" if confidence >= weights("tier")["auto"] else "proposed"


def graded(claims: Sequence[Claim], language: str) -> list[Claim]:
    """The claims of one text with the confidence of each and of its slots; a doubted sum keeps its claim low."""
    return [grade(claim, beside, language) for claim, beside in zip(claims, crowd(claims), strict=True)]


def crowd(claims: Sequence[Claim]) -> list[int]:
    """For each claim, how many others stand on some of its words."""
    starts, stops = sorted(c.start for c in claims), sorted(c.stop for c in claims)
    return [bisect_left(starts, c.stop) - bisect_right(stops, c.start) - 1 for c in claims]


def grade(claim: Claim, beside: int, language: str) -> Claim:
    sure = score("claim", features(claim, beside, language))
    if claim.confidence <= DOUBTED:
        sure = min(sure, DOUBTED)
    support = {
        slot: replace(each, confidence=slot_grade(claim, slot, each, sure)) for slot, each in claim.support.items()
    }
    return replace(claim, confidence=round(sure, 2), support=support)


def slot_grade(claim: Claim, slot: str, support: Support, sure: float) -> float:
    return round(score("slot", slot_features(claim, slot, support, sure)), 2)


def score(part: str, told: Iterable[tuple[str, float]]) -> float:
    """The logistic of the weighted features, in [0, 1]."""
    known = weights(part)
    total = sum(known.get(name, 0.0) * value for name, value in told)
    return 1 / (1 + math.exp(-total))


def features(claim: Claim, beside: int, language: str) -> Iterator[tuple[str, float]]:
    """What the confidence of a claim follows from, as (name, value); `beside` is how many others share its words."""
    yield "bias", 1.0
    yield f"language={language}", 1.0
    yield f"kind={claim.kind}", 1.0
    yield f"rule={family(claim.rule)}", 1.0
    yield f"status={claim.status}", 1.0
    yield f"parties={min(len(claim.parties), 3)}", 1.0
    inferred = [slot for slot, support in claim.support.items() if support.rule]
    yield "inferred parties", float(min(3, sum(slot.startswith("parties.") for slot in inferred)))
    yield "inferred others", float(min(3, sum(not slot.startswith(("parties.", "status")) for slot in inferred)))
    yield "described party", float(any(not party.name[:1].isupper() for party in claim.parties))
    yield from ((f"has {name}", 1.0) for name in FIGURES if getattr(claim, name))
    yield "shares", float(any(party.share is not None for party in claim.parties))
    yield "long", float(claim.stop - claim.start > LONG)
    yield "told again", float(bool(claim.also))
    yield "crowded", float(min(3, beside))
    yield from pairs(claim)
    yield from unexplained(claim)


def pairs(claim: Claim) -> Iterator[tuple[str, float]]:
    """What a kind is seldom told without, or seldom told with: a status, so many parties, their roles, figures."""
    yield f"kind={claim.kind} status={claim.status}", 1.0
    yield f"kind={claim.kind} parties={min(len(claim.parties), 2)}", 1.0
    yield f"kind={claim.kind} roles={'+'.join(sorted({party.role for party in claim.parties}))}", 1.0
    yield f"kind={claim.kind} amount", float(claim.amount is not None)
    yield f"kind={claim.kind} quantity", float(claim.quantity is not None)


def unexplained(claim: Claim) -> Iterator[tuple[str, float]]:
    """Names and numbers of the evidence on which no slot stands, and words that make a thing less than told."""
    stood_on = [span for support in claim.support.values() for span in support.spans]

    def left(found: Iterator[re.Match[str]]) -> float:
        spans = [(claim.start + match.start(), claim.start + match.end()) for match in found]
        free = [a for a, b in spans if not any(start < b and a < stop for start, stop in stood_on)]
        return float(min(3, len(free)))

    yield "names left", left(NAME.finditer(claim.evidence))
    yield "numbers left", left(NUMBER.finditer(claim.evidence))
    said = [word.casefold() for word in WORD.findall(claim.evidence)]
    yield "hedged", float(any(begins(word, HEDGES) for word in said))
    yield "negated", float(any(begins(word, DENIALS) for word in said))
    yield "length", min(4.0, len(claim.evidence) / 100)


NAME = re.compile(r"(?<=[\w,;:»”\"] )[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’'-]+(?: [A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’'-]+)*")
NUMBER = re.compile(r"\d[\d.,\u00a0 ]*")
WORD = re.compile(r"[\w’']+")
HEDGES, DENIALS = words("hedges"), words("denials")
STEM = 4
"""Letters from which on a word of the lists stands for all words that begin with it."""


def begins(word: str, stems: tuple[str, ...]) -> bool:
    return any(word == stem or (len(stem) >= STEM and word.startswith(stem)) for stem in stems)


def family(rule: str) -> str:
    """Rules that differ only in the word that set them off are one."""
    return rule.split(":")[0]


def slot_features(claim: Claim, slot: str, support: Support, sure: float) -> Iterator[tuple[str, float]]:
    """What the confidence of a slot follows from; that of its claim is one of them."""
    name = "share" if slot.startswith("share") or slot.endswith("share") else slot.partition(".")[0]
    yield "bias", 1.0
    yield "claim", math.log(max(sure, 0.01) / max(1 - sure, 0.01))
    yield f"slot={name}", 1.0
    yield f"slot={name} inferred", float(support.rule is not None)
    yield f"slot={name} of {claim.kind}", 1.0
