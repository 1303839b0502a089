"""How well the checker of values tells right claims from altered ones.

usage: check_values.py GOLD... [--number 500] [--seed 1] [--list] [--json]

Slots of gold claims are altered (a sum or quantity times 1000, another currency, 100 − a share, another unit, a denial
taken away, another year) and given to the checker with the claim's own evidence; as many are given unaltered.
An altered slot is rejected where the checker says `disagree`; an unaltered one passes where it does not.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from lodeline.checking.check import check
from lodeline.claims.claim import Claim
from lodeline.claims.files import claim_files
from lodeline.documents.document import Document
from lodeline.documents.sources import Failure

CURRENCIES = ("USD", "EUR", "CNY", "RUB", "KZT", "GBP", "AUD")
UNITS = ("t", "MW", "km", "aircraft", "oz", "jobs", "m3/year")
Case = tuple[Document, Claim, str]
"""A document, a claim of it, and the name of the slot or alteration."""


def slots(document: Document, claim: Claim) -> Iterator[Case]:
    """One case per slot that can be checked."""
    if claim.amount:
        yield document, claim, "amount"
    if claim.quantity:
        yield document, claim, "quantity"
    if any(party.share is not None for party in claim.parties):
        yield document, claim, "share"
    if claim.date:
        yield document, claim, "date"
    if claim.status in ("denied", "cancelled", "suspended"):
        yield document, claim, "polarity"


def altered(document: Document, claim: Claim, dice: random.Random) -> Iterator[Case]:
    """Every alteration that the claim allows, each alone."""
    if claim.amount:
        grown = claim.amount.value_max and claim.amount.value_max * 1000
        yield (
            document,
            replace(claim, amount=replace(claim.amount, value=claim.amount.value * 1000, value_max=grown)),
            "sum × 1000",
        )
        other = dice.choice([c for c in CURRENCIES if c != claim.amount.currency])
        yield document, replace(claim, amount=replace(claim.amount, currency=other)), "other currency"
    if claim.quantity:
        grown = claim.quantity.value_max and claim.quantity.value_max * 1000
        told = replace(claim.quantity, value=claim.quantity.value * 1000, value_max=grown)
        yield document, replace(claim, quantity=told), "quantity × 1000"
        unit = dice.choice([u for u in UNITS if u.removesuffix("/year") != claim.quantity.unit.removesuffix("/year")])
        yield document, replace(claim, quantity=replace(claim.quantity, unit=unit)), "other unit"
    for index, party in enumerate(claim.parties):
        if party.share is not None and party.share not in (50, 0):
            parties = list(claim.parties)
            parties[index] = replace(party, share=Decimal(100) - party.share)
            yield document, replace(claim, parties=tuple(parties)), "100 − share"
    if claim.date:
        year = int(claim.date[:4]) + dice.choice([-3, -2, -1, 1, 2, 3])
        yield document, replace(claim, date=f"{year}{claim.date[4:]}"), "other year"
    if claim.status == "denied":
        yield document, replace(claim, status="agreed"), "denial removed"


def sampled(cases: list[Case], number: int, dice: random.Random) -> list[Case]:
    """So many cases, each kind of alteration as often as another; repeated where the gold has fewer."""
    kinds = sorted({name for _, _, name in cases})
    by_kind = {kind: [case for case in cases if case[2] == kind] for kind in kinds}
    for listed in by_kind.values():
        dice.shuffle(listed)
    return [by_kind[kind][turn % len(by_kind[kind])] for turn in range(number) for kind in kinds][:number]


def is_rejected(case: Case) -> bool:
    document, claim, _ = case
    return any(f.verdict == "disagree" for f in check(claim, document.text, document.published.date))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--number", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="print what was judged wrongly")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    dice = random.Random(args.seed)
    right: list[Case] = []
    wrong: list[Case] = []
    for item in claim_files(map(str, args.gold)):
        if not isinstance(item, Failure):
            for claim in item[1].claims:
                right += slots(item[0], claim)
                wrong += altered(item[0], claim, dice)
    answers = {"altered": sampled(wrong, args.number, dice), "unaltered": sampled(right, args.number, dice)}
    counted = {side: Counter((case[2], is_rejected(case)) for case in cases) for side, cases in answers.items()}
    if args.list:
        for side, cases in answers.items():
            for document, claim, name in {id(c[1]): c for c in cases if is_rejected(c) != (side == "altered")}.values():
                print(
                    side,
                    name,
                    document.name,
                    claim.kind,
                    claim.amount,
                    claim.quantity,
                    claim.date,
                    claim.status,
                    [p.share for p in claim.parties],
                    "|",
                    claim.evidence,
                    "|",
                    check(claim, document.text, document.published.date),
                )
    told = {
        side: {
            name: {"cases": sum(counts[name, r] for r in (True, False)), "rejected": counts[name, True]}
            for name, _ in sorted(counts)
        }
        for side, counts in counted.items()
    }
    if args.json:
        print(json.dumps(told, indent=1))
        return
    for side, rows in told.items():
        total, rejected = (sum(row[key] for row in rows.values()) for key in ("cases", "rejected"))
        print(f"{side}: {rejected} of {total} rejected ({100 * rejected / total:.1f} %)")
        for name, row in rows.items():
            print(f"    {name:16} {row['rejected']:4} of {row['cases']}")


if __name__ == "__main__":
    main()
