"""Calibrate the confidence of claims and slots on gold texts and write src/lodeline/claims/data/confidence.csv.

usage: calibrate_confidence.py GOLD... [--fresh GOLD...] [--check GOLD...] [--dry-run]

Every text is read and marked against its gold; the weights are those of a logistic regression with a quadratic
penalty. Printed are calibration (said and true, in five bins) and, by confidence, precision and recall of deals: on
the texts themselves when each fifth of them is held out in turn, and on the texts of --check, which teach nothing.
Rules do better on texts that they were written over: --fresh names texts that nobody had read yet, on which the
weights are brought to scale (Platt). The tier line is the highest confidence that leaves RECALL of held-out deals.
"""

import argparse
import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from lodeline.claims.claim import Claim
from lodeline.claims.confidence import crowd, features, slot_features
from lodeline.claims.extract import read
from lodeline.claims.files import claim_json
from lodeline.documents.sources import Failure
from lodeline.evaluation.evaluate import GoldText, gold_texts
from lodeline.evaluation.scoring import CONTEXT, Comparison, Json, agreeing, mark, slots

OUT = Path(__file__).parents[1] / "src" / "lodeline" / "claims" / "data" / "confidence.csv"
HEAD = """\
# Confidence of claims and slots: logistic weights per feature; the line from which a claim is shown at once.
# Written by scripts/calibrate_confidence.py out of the gold texts of this repository and others made for it.
part,feature,weight
"""
RECALL = 0.34
PENALTY = 4.0
STEPS = 3000
FOLDS = 5
Row = list[tuple[str, float]]


@dataclass
class Sample:
    """Examples: features, whether right, whether a deal, and the number of the text that each is from."""

    rows: list[Row] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    deal: list[bool] = field(default_factory=list)
    text: list[int] = field(default_factory=list)
    gold_deals: int = 0

    def add(self, row: Iterable[tuple[str, float]], right: bool, deal: bool, text: int) -> None:
        self.rows.append(list(row))
        self.right.append(right)
        self.deal.append(deal)
        self.text.append(text)


def samples(paths: list[str]) -> tuple[Sample, list[tuple[Claim, str, bool, int]], Sample]:
    """Claims, and the slots of right claims, of all texts. An answer to an optional gold claim teaches nothing."""
    claims, told = Sample(), []
    for number, gold in enumerate(gold_texts(paths)):
        if isinstance(gold, Failure):
            print(gold.error)
            continue
        claims.gold_deals += sum(c["kind"] not in CONTEXT and not c.get("optional") for c in gold.claims)
        told += marked(gold, number, claims)
    return claims, told, Sample()


def marked(gold: GoldText, number: int, claims: Sample) -> list[tuple[Claim, str, bool, int]]:
    answers = read(gold.document)[1].claims
    result = mark(gold.claims, [claim_json(claim) for claim in answers], gold.document.text)
    told = []
    for index, (claim, beside) in enumerate(zip(answers, crowd(answers), strict=True)):
        pair = result.of_answer(index)
        if pair and gold.claims[pair.gold].get("optional"):
            continue
        right = pair is not None and result.found(pair)
        claims.add(features(claim, beside, gold.document.language), right, claim.kind not in CONTEXT, number)
        if pair and right:
            told += slot_marks(claim, gold.claims[pair.gold], number)
    return told


def slot_marks(claim: Claim, gold: Json, number: int) -> list[tuple[Claim, str, bool, int]]:
    """Which supported slots of a right claim the gold has as well; slots that gold leaves open teach nothing."""
    agreed = {slot.field for slot in agreeing(gold, claim_json(claim))}
    told = {slot.field for slot in slots(gold)}
    found = []
    for slot in claim.support:
        name = "share" if "share" in slot else slot.partition(".")[0]
        if name == "parties":
            party = claim_json(claim)["parties"][int(slot.split(".")[1])]
            same = Comparison(gold["kind"] != claim.kind, True)
            ours = next(s for s in slots({"kind": claim.kind, "parties": [party]}) if s.field == "parties")
            found.append((claim, slot, any(same.same(s, ours) for s in slots(gold)), number))
        elif name in told:
            found.append((claim, slot, name in agreed, number))
    return found


def fit(rows: list[Row], right: list[bool]) -> dict[str, float]:
    names = sorted({name for row in rows for name, _ in row})
    at = {name: n for n, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for n, row in enumerate(rows):
        for name, value in row:
            x[n, at[name]] = value
    y, w = np.array(right, float), np.zeros(len(names))
    rate = 4.0 / (np.linalg.norm(x, 2) ** 2 + PENALTY)
    for _ in range(STEPS):
        said = 1 / (1 + np.exp(-x @ w))
        w -= rate * (x.T @ (said - y) + PENALTY * w)
    return dict(zip(names, w, strict=True))


def said(row: Row, weights: dict[str, float]) -> float:
    return float(1 / (1 + np.exp(-sum(weights.get(name, 0.0) * value for name, value in row))))


def held_out(sample: Sample) -> list[float]:
    """What each claim is given by weights that its text did not teach."""
    given = [0.0] * len(sample.rows)
    for fold in range(FOLDS):
        train = [n for n, text in enumerate(sample.text) if text % FOLDS != fold]
        weights = fit([sample.rows[n] for n in train], [sample.right[n] for n in train])
        for n, text in enumerate(sample.text):
            if text % FOLDS == fold:
                given[n] = said(sample.rows[n], weights)
    return given


def show(title: str, given: list[float], sample: Sample) -> None:
    print(title)
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        inside = [n for n, p in enumerate(given) if low <= p < low + 0.2 or p == 1.0 == low + 0.2]
        if inside:
            mean, true = np.mean([given[n] for n in inside]), np.mean([sample.right[n] for n in inside])
            print(f"  said {mean:.2f}  true {true:.2f}  ({len(inside)} claims)")
    for line in (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9):
        precision, recall = deals_from(line, given, sample)
        print(f"  deals from {line:.2f}: precision {precision:.3f}, recall {recall:.3f}")


def deals_from(line: float, given: list[float], sample: Sample) -> tuple[float, float]:
    above = [sample.right[n] for n, p in enumerate(given) if sample.deal[n] and round(p, 2) >= line]
    return (sum(above) / len(above) if above else 1.0), sum(above) / max(1, sample.gold_deals)


def tier_line(given: list[float], sample: Sample) -> float:
    lines = [line / 100 for line in range(99, 49, -1)]
    return next((line for line in lines if deals_from(line, given, sample)[1] >= RECALL), 0.5)


def scaled(weights: dict[str, float], slope: float, offset: float) -> dict[str, float]:
    grown = {name: slope * value for name, value in weights.items()}
    return grown | {"bias": grown.get("bias", 0.0) + offset}


def scale(weights: dict[str, float], fresh: Sample) -> tuple[float, float]:
    """Slope and offset of the logit that fit what is true of texts that nobody had read."""
    logits = [float(np.log(p / (1 - p))) for p in (said(row, weights) for row in fresh.rows)]
    fitted = fit([[("slope", logit), ("offset", 1.0)] for logit in logits], fresh.right)
    return fitted["slope"], fitted["offset"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--fresh", nargs="*", default=[])
    parser.add_argument("--check", nargs="*", default=[])
    parser.add_argument("--dry-run", action="store_true")
    args = parser.parse_args()
    sample, told, slot_sample = samples(args.gold)
    given = held_out(sample)
    weights = fit(sample.rows, sample.right)
    if args.fresh:
        slope, offset = scale(weights, samples(args.fresh)[0])
        print(f"scale: slope {slope:.2f}, offset {offset:.2f}")
        weights = scaled(weights, slope, offset)
        logits = [np.log(p / (1 - p)) for p in given]
        given = [float(1 / (1 + np.exp(-slope * logit - offset))) for logit in logits]
    show("held out in turn", given, sample)
    for claim, slot, right, number in told:
        sure = said(list(features(claim, 0, "")), weights)
        slot_sample.add(slot_features(claim, slot, claim.support[slot], sure), right, False, number)
    slot_weights = fit(slot_sample.rows, slot_sample.right)
    line = tier_line(given, sample)
    print(f"tier line {line:.2f}")
    for path in args.check:
        other, _, _ = samples([path])
        show(path, [said(row, weights) for row in other.rows], other)
    if not args.dry_run:
        parts = (("claim", weights), ("slot", slot_weights), ("tier", {"auto": line}))
        with OUT.open("w", encoding="utf-8", newline="") as file:
            file.write(HEAD)
            out = csv.writer(file, lineterminator="\n")
            out.writerows(
                (part, name, f"{value:.3f}") for part, told_ in parts for name, value in sorted(told_.items())
            )


if __name__ == "__main__":
    main()
