"""The checker of values: a claim and the words it stands on → agree, disagree or cannot tell, slot by slot.

A value disagrees where the words give another of its sort, and where nobody in the whole text says it. It cannot be
told where it stands elsewhere in the text, or where the words give nothing of its sort.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from lodeline.checking.dates import (
    Window,
    last_year_told,
    months_between,
    possible_months,
    stated_months,
    stated_years,
)
from lodeline.checking.figures import Figure, figures, wholes
from lodeline.checking.measures import (
    EVEN,
    RATIO,
    base,
    codes_named,
    currencies,
    factor,
    factors,
    is_yearly,
    percents,
    units,
)
from lodeline.checking.polarity import STANDING, TAKEN_BACK, meanings
from lodeline.claims.claim import Claim

Verdict = Literal["agree", "disagree", "cannot_tell"]
HUNDRED = Decimal(100)
NEIGHBOURHOOD = 300
"""Characters around the evidence in which a denial may stand."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the checker says of one slot."""

    slot: str
    verdict: Verdict
    reason: str


def check(claim: Claim, text: str, published: str | None = None) -> tuple[Finding, ...]:
    """Findings for the amount, quantity, shares, date and polarity of a claim; slots that it leaves empty have none."""
    words = stretches(claim, text)
    found = [*money(claim, words, text), *quantity(claim, words, text), *shares(claim, words, text)]
    return (*found, *day(claim, words, text, published), *polarity(claim, text))


def verdict(findings: tuple[Finding, ...]) -> Verdict:
    """Of a whole claim: one disagreement refuses it, one agreement is enough otherwise."""
    said = {finding.verdict for finding in findings}
    return "disagree" if "disagree" in said else "agree" if "agree" in said else "cannot_tell"


def stretches(claim: Claim, text: str) -> str:
    """The evidence, what the text tells again, and the words that single slots stand on, as one text."""
    spans = {(claim.start, claim.stop), *claim.also}
    spans |= {span for support in claim.support.values() for span in support.spans}
    inside = [
        s for s in sorted(spans) if not (claim.start <= s[0] and s[1] <= claim.stop) or s == (claim.start, claim.stop)
    ]
    return "\n".join(text[start:stop] for start, stop in inside)


@lru_cache(maxsize=64)
def numbers(text: str) -> tuple[Figure, ...]:
    return figures(text)


def money(claim: Claim, words: str, text: str) -> Iterator[Finding]:
    amount = claim.amount
    if amount is None:
        return
    for value in (amount.value, amount.value_max):
        if value is None:
            continue
        near = [f for f in numbers(words) if f.near(value)]
        if not near:
            yield elsewhere(
                "amount", any(f.near(value) for f in numbers(text)) or left_out(value, words, text), f"{value:f}"
            )
            continue
        told = [currencies(f, text) for f in near]
        if amount.currency is None:
            yield agree("amount") if not all(told) else differs("amount", "a currency is told beside the sum")
            continue
        bare = any(not codes for codes in told)
        if any(amount.currency in codes for codes in told) or (bare and amount.currency in codes_named(words)):
            yield agree("amount")
        elif bare and amount.currency in last_currency(text, claim.start):
            yield Finding("amount", "cannot_tell", "the currency is that of the sum before")
        else:
            yield differs("amount", f"the words name {', '.join(sorted(set().union(*told))) or 'no such currency'}")


def last_currency(text: str, before: int) -> frozenset[str]:
    """The currency of the last sum told before a place, or of the first one of the text."""
    sums = [(f.start, codes) for f in numbers(text) if (codes := currencies(f, text))]
    earlier = [codes for start, codes in sums if start < before]
    return earlier[-1] if earlier else sums[0][1] if sums else frozenset()


def left_out(value: Decimal, words: str, text: str) -> bool:
    """A bare "30" among sums in millions may leave the million out."""
    bare = [f for f in numbers(words) if not units(f) and not currencies(f, text)]
    scales = {
        s
        for s in (Decimal(10) ** 6, Decimal(10) ** 9)
        if any(s <= v < s * 1000 for f in numbers(text) for v in f.values)
    }
    return any(f.near(value / scale) for f in bare for scale in scales if scale > 1)


def quantity(claim: Claim, words: str, text: str) -> Iterator[Finding]:
    told = claim.quantity
    if told is None:
        return
    unit = base(told.unit)
    for value in (told.value, told.value_max):
        if value is None:
            continue
        near = [f for f in numbers(words) if counts(f, value, unit)]
        if not near:
            whole = (unit == "%" and value == HUNDRED and wholes(text)) or bool(REST.search(words))
            yield elsewhere("quantity", whole or any(counts(f, value, unit) for f in numbers(text)), f"{value:f}")
            continue
        named = [units(f) for f in near]
        if any(unit in names for names in named):
            yearly = told.unit.endswith("/year")
            if yearly and not is_yearly(text):
                yield differs("quantity", "nothing in the text is told per year")
            elif not yearly and unit in ("t", "oz", "lb") and claim.date is None and all(map(per_year, near)):
                yield differs("quantity", "the words tell it per year")
            else:
                yield agree("quantity")
        elif any(not names for names in named):
            known = unit_named(unit, text)
            yield agree("quantity") if known is None else elsewhere("quantity", known, unit)
        else:
            yield differs("quantity", f"the words count {', '.join(sorted(set().union(*named)))}")


def counts(figure: Figure, value: Decimal, unit: str) -> bool:
    """Whether a figure may be this many of a unit: as told, times the factor of its name, or as a part of a hundred."""
    if figure.near(value):
        return True
    if unit == "%":
        return figure.part and figure.near(value / HUNDRED)
    return figure.near(value / Decimal(str(factor(figure, unit))))


def per_year(figure: Figure) -> bool:
    return is_yearly(figure.after[:25])


def unit_named(unit: str, text: str) -> bool | None:
    """Whether figures of the text count in this unit; None for a unit that the tables do not know."""
    if unit == "%":
        return bool(percents(numbers(text)))
    return any(unit in units(f) for f in numbers(text)) if factors(unit) else None


def shares(claim: Claim, words: str, text: str) -> Iterator[Finding]:
    """Shares must be among the percentages told, each used once, or be the rest of a hundred."""
    told = [party.share for party in claim.parties if party.share is not None]
    if not told:
        return
    inside, anywhere = percentages(words), percentages(text)
    for i, share in enumerate(told):
        others = told[:i] + told[i + 1 :]
        rest = HUNDRED - sum(others, Decimal(0))
        implied = bool(others) and close(share, rest) and take(anywhere, others)
        stated = take(inside, told[: i + 1])
        if sum(told, Decimal(0)) > HUNDRED + Decimal("0.6"):
            yield differs("share", "the shares are more than the whole")
        elif is_pair(claim, told) and not close(sum(told, Decimal(0)), HUNDRED) and len(inside) < 3:
            yield differs("share", "the shares of both partners do not make a whole")
        elif (
            stated
            or implied
            or (REST.search(words) and any(close(HUNDRED - p, share) for p in anywhere))
            or (share == HUNDRED and claim.kind == "acquisition")
        ):
            yield agree("share")
        else:
            yield elsewhere("share", take(anywhere, told[: i + 1]), f"{share:f} %")


def is_pair(claim: Claim, told: list[Decimal]) -> bool:
    return claim.kind == "joint_venture" and len(told) == 2


REST = re.compile(r"\b(?:rest|remain\w*|remainder|balance|остальн\w+|оставш\w+|остат\w+|қалған\w*)\b", re.IGNORECASE)


def percentages(text: str) -> list[Decimal]:
    found = [value * HUNDRED if f.part else value for f in percents(numbers(text)) for value in f.values]
    if found:  # «50 %, остальные (25) и (25)»: the sign is told once
        bare = [f for f in numbers(text) if not units(f) and not currencies(f, text)]
        found += [value for f in bare for value in f.values if 0 < value < HUNDRED]
    for match in RATIO.finditer(text):
        pair = [Decimal(part.replace(",", ".")) for part in match.groups()]
        found += pair if close(sum(pair, Decimal(0)), HUNDRED) else []
    return found + ([Decimal(50), Decimal(50)] if EVEN.search(text) else [])


def take(stated: list[Decimal], wanted: list[Decimal]) -> bool:
    """Whether the last of the wanted values is stated, once the others have used up theirs."""
    left = list(stated)
    for value in wanted:
        hit = next((s for s in left if close(s, value)), None)
        if hit is None:
            if value is wanted[-1]:
                return False
            continue
        left.remove(hit)
    return True


def close(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= Decimal("0.5")


def day(claim: Claim, words: str, text: str, published: str | None) -> Iterator[Finding]:
    """The year of a date, and whether a month told without a year can lie in it."""
    if claim.date is None or not claim.date[:4].isdecimal():
        return
    year, month, told = int(claim.date[:4]), month_of(claim.date), parsed(published)
    if told and month and claim.status == "completed" and months_between((year, month), told) > 1:
        yield differs("date", "it is told as past and the date lies ahead")
        return
    meant = possible_months(words, told, window(claim.status))
    if any(y == year and (m is None or month is None or m == month) for y, m in meant):
        yield agree("date")
    elif month:
        near = told is not None and abs(months_between((year, month), told)) < AROUND_PUBLICATION
        untold = all(m is None for _, m in meant)
        goes_on = year == last_year_told(text, claim.start) or (year, month) in stated_months(text)
        yield elsewhere("date", (near and untold) or goes_on, claim.date)
    else:
        recent = not meant and told is not None and year == told.year
        whole = stated_years(text) if meant else {y for y, _ in possible_months(text, told, window(claim.status))}
        yield elsewhere("date", recent or year in whole, str(year))


def window(status: str | None) -> Window:
    """Where a month without its year lies: behind publication for what is done, ahead for what is planned."""
    if status in ("proposed", "intent", "rumoured"):
        return -5, 6
    return (-11, 0) if status in ("completed", "in_force", "under_way", "cancelled", "suspended") else (-11, 4)


AROUND_PUBLICATION = 6
"""Months around publication in which an event may lie whose words tell no time."""


def month_of(iso: str) -> int | None:
    return int(iso[5:7]) if len(iso) >= 7 and iso[5:7].isdecimal() else None


def parsed(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        return None


def polarity(claim: Claim, text: str) -> Iterator[Finding]:
    """A fact that stands must not be taken back by its own words, nor one taken back stand without such words."""
    own = meanings(claim.evidence)
    if claim.status in TAKEN_BACK:
        around = own | meanings(text[max(0, claim.start - NEIGHBOURHOOD) : claim.stop + NEIGHBOURHOOD])
        if around:
            yield agree("polarity")
        elif claim.status == "denied":
            yield differs("polarity", "nothing near denies the fact")
        else:
            yield Finding("polarity", "cannot_tell", "no word near tells that it ended")
    elif claim.status in STANDING and "denied" in meanings(sentence(claim, text)):
        yield differs("polarity", "the words deny it")
    elif claim.status in STANDING and claim.kind != "restriction" and own == {"negation"} and not claim.support:
        yield differs("polarity", "the words say that it is not so")


def sentence(claim: Claim, text: str) -> str:
    """The sentence of the word that tells what happened; the evidence out to its ends where that word is not known."""
    kind = claim.support.get("kind")
    first, last = kind.spans[0] if kind and kind.spans else (claim.start, claim.stop)
    start = max(text.rfind(end, 0, first) for end in SENTENCE_ENDS) + 1
    stops = [at for end in SENTENCE_ENDS if (at := text.find(end, last)) >= 0]
    return text[start : min(stops, default=len(text))]


SENTENCE_ENDS = (". ", "! ", "? ", "\n", "… ")


def agree(slot: str) -> Finding:
    return Finding(slot, "agree", "the words give the same")


def differs(slot: str, reason: str) -> Finding:
    return Finding(slot, "disagree", reason)


def elsewhere(slot: str, told: bool, value: str) -> Finding:
    if told:
        return Finding(slot, "cannot_tell", f"{value} stands elsewhere in the text")
    return differs(slot, f"nobody in the text says {value}")
