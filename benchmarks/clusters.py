"""One deal in many reports: is it one entry, with the history and the conflicts that were planted, and no others?

usage: clusters.py GOLD… [--clusters 9] [--seed 1] [--errors] [--json]

From the claims of gold files that tell a deal of two parties, as many deals are drawn (fixed seed). Of each,
5 to 12 reports are made, a text each: names in the other script, with and without quotes and legal forms; the sum
rounded, or turned into euro at a rate of the generator's; slots left out; later stages, each with its day; one report
copied with every tenth word changed; and, planted, a sum or a stake that contradicts. What was planted is written down
by the generator and counted in what the ledger derives from all reports of all deals together.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from lodeline.claims.claim import Claim, ClaimId, Party, Reading, Status
from lodeline.claims.files import load_claims
from lodeline.claims.identity import claim_id
from lodeline.documents.document import Document, DocumentId, Publication
from lodeline.entities.known import known
from lodeline.ledger.book import tellings
from lodeline.ledger.commitment import Entry
from lodeline.ledger.history import derive
from lodeline.vocabulary.places import country_named
from lodeline.vocabulary.quantities import Money

DEALS = ("joint_venture", "acquisition", "financing", "investment")
LADDER: tuple[Status, ...] = (
    "rumoured",
    "intent",
    "memorandum",
    "agreed",
    "binding",
    "in_force",
    "under_way",
    "completed",
)
EURO = Decimal("0.9")
FORMS = ("{}", "{} plc", "«{}»", "{} Ltd")
WORDS = ("the", "of", "a", "new", "plant", "road", "north", "metal", "said", "with", "year", "price", "field", "water")
CYRILLIC = dict(zip("abvgdeziklmnoprstuf", "абвгдезиклмнопрстуф", strict=True))
"""Letters that news writes in one way; a name with others, or with two of one beside each other, is not turned."""
LATIN = {
    **{cyrillic: latin for latin, cyrillic in CYRILLIC.items()},
    "й": "y",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
}
DOUBLE = re.compile(r"([a-z])\1|sh|ch|zh|ia|ea|oo|ee|ou|e$|e ")
LATIN |= {"й": "y", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ж": "zh", "ы": "y", "ь": ""}
LATIN |= {"ю": "yu", "я": "ya", "э": "e", "ё": "yo"}


@dataclass
class Planted:
    """What the generator knows of one deal."""

    kind: str
    claims: set[ClaimId] = field(default_factory=set)
    steps: set[tuple[str, str]] = field(default_factory=set)
    """(day, status)."""
    conflicts: set[str] = field(default_factory=set)
    """Slots on which a report contradicts the others."""
    stories: int = 0


Report = tuple[Document, Reading]


def bases(paths: Sequence[Path]) -> list[Claim]:
    """Claims that tell a deal of two named parties, each pair of parties once."""
    found: dict[frozenset[str], Claim] = {}
    for path in paths:
        for each in load_claims(path)[1].claims:
            names = frozenset(party.name for party in each.parties)
            if (
                each.kind in DEALS
                and len(names) == 2
                and all(_is_proper(name) for name in names)
                and each.status != "denied"
            ):
                found.setdefault(names, each)
    return [found[names] for names in sorted(found, key=sorted)]


def _is_proper(name: str) -> bool:
    return name[:1].isupper() and len(name) > 4


def reports(base: Claim, number: int, chance: random.Random) -> tuple[list[Report], Planted]:
    """All reports of one deal, in order of their days, and what they plant."""
    told = base.amount if base.amount and base.amount.currency else None
    value = told.value if told else Decimal(chance.randrange(20, 900)) * 10**6
    base = replace(base, amount=Money(value, told.currency if told else "USD"), attributed_to=(), period=None)
    planted = Planted(base.kind)
    count = chance.randrange(5, 13)
    statuses = sorted(chance.sample(LADDER, min(count - 2, 4)), key=LADDER.index)
    rungs = sorted([*statuses, *chance.choices(statuses, k=count - 1 - len(statuses))], key=LADDER.index)
    days = {status: date(2031, 1, 10) + timedelta(days=40 * LADDER.index(status)) for status in statuses}
    contradicting = chance.sample(["amount", "shares"] if _stakes(base) else ["amount"], 1)[0]
    at_odds = chance.randrange(1, len(rungs))
    made: list[Report] = []
    for at, status in enumerate(rungs):
        claim = replace(_varied(base, chance), status=status, date=days[status].isoformat())
        if at == 0:  # a sum that another may contradict
            claim = replace(claim, amount=base.amount)
        if at == at_odds:
            claim = _contradicted(claim, base, contradicting)
            planted.conflicts.add(contradicting)
        day = days[status] + timedelta(days=chance.randrange(3))
        made.append(_report(claim, f"{number}-{at}", day, chance))
        planted.steps.add((days[status].isoformat(), status))
    made.append(_copied(made[0], f"{number}-copy", chance))
    planted.stories = len(rungs)
    planted.claims = {claim.id for _, reading in made for claim in reading.claims}
    return made, planted


def _stakes(claim: Claim) -> bool:
    return any(party.share is not None for party in claim.parties)


def _varied(base: Claim, chance: random.Random) -> Claim:
    """Other spellings, another roundness or currency, and one slot less."""
    parties = tuple(Party(_spelt(party.name, chance), party.role, party.share) for party in base.parties)
    dropped = chance.choice(("commodities", "places", "assets", "amount", ""))
    made = replace(base, parties=parties, amount=_told_sum(base.amount, chance), also=(), support={})
    if dropped == "amount":
        return replace(made, amount=None)
    kept = {slot: () if slot == dropped else getattr(made, slot) for slot in ("commodities", "places", "assets")}
    return replace(made, commodities=kept["commodities"], places=kept["places"], assets=kept["assets"])


def _spelt(name: str, chance: random.Random) -> str:
    if name.isupper() or known(name) is not None:  # institutions are translated, not spelt
        return name
    table = CYRILLIC if name.isascii() else LATIN
    spellable = all(letter.lower() in table or not letter.isalpha() for letter in name) and not DOUBLE.search(name)
    turned = "".join(_turned(letter, table) for letter in name) if spellable and chance.random() < 0.3 else name
    return chance.choice(FORMS).format(turned)


def _turned(letter: str, table: dict[str, str]) -> str:
    other = table.get(letter.lower(), letter)
    return other.capitalize() if letter.isupper() else other


def _told_sum(money: Money | None, chance: random.Random) -> Money | None:
    if money is None:
        return None
    how = chance.choice(("as told", "rounded", "in euro"))
    if how == "in euro" and money.currency == "USD":
        return Money(_round(money.value * EURO), "EUR", "about")
    return Money(_round(money.value), money.currency, "about") if how == "rounded" else money


def _round(value: Decimal) -> Decimal:
    """Two digits: never more than 5 percent off."""
    step = Decimal(10) ** (value.adjusted() - 1)
    return (value / step).quantize(Decimal(1)) * step


def _contradicted(claim: Claim, base: Claim, slot: str) -> Claim:
    if slot == "amount" and base.amount:
        return replace(claim, amount=replace(base.amount, value=base.amount.value * Decimal("1.3")))
    parties = [replace(each, share=None if each.share is None else abs(each.share - 9)) for each in claim.parties]
    return replace(claim, parties=tuple(parties))


def _report(claim: Claim, key: str, day: date, chance: random.Random) -> Report:
    told = f"{' and '.join(party.name for party in claim.parties)} on {', '.join(claim.assets) or 'the site'}"
    money = f" worth {claim.amount.value:f} {claim.amount.currency}" if claim.amount else ""
    evidence = f"{told}: {(claim.status or '').replace('_', ' ')}, a deal{money}."
    text = f"{evidence} {' '.join(chance.choices(WORDS, k=80))}."
    return _of_text(replace(claim, start=0, stop=len(evidence), evidence=evidence), key, text, day)


def _of_text(claim: Claim, key: str, text: str, day: date) -> Report:
    published = Publication(day.isoformat(), "given", "")
    document = Document(DocumentId(f"report-{key}"), key, text, "en", published, key, "text/1", "/nowhere")
    made = replace(claim, document=document.id)
    return document, Reading(document.id, (replace(made, id=claim_id(made)),))


def _copied(report: Report, key: str, chance: random.Random) -> Report:
    """The same report with every tenth word after its first sentence changed."""
    document, reading = report
    claim = reading.claims[0]
    rest = document.text[claim.stop :].split()
    for at in range(0, len(rest), 10):
        rest[at] = f"word{chance.randrange(10**6)}"
    day = date.fromisoformat(document.published.date or "")
    return _of_text(claim, key, f"{claim.evidence} {' '.join(rest)}", day)


@dataclass
class Found:
    """Of one deal: how much of what was planted is there, and what nobody planted."""

    planted: int
    found: int
    invented: list[str]
    missing: list[str]


def check(planted: Planted, entries: Sequence[Entry]) -> Found:
    """Every planted thing is looked for in the entry that holds most of the deal's claims."""
    ours = [entry for entry in entries if planted.claims & {claim.id for claim in entry.claims}]
    entry = max(ours, key=lambda each: len(planted.claims & {claim.id for claim in each.claims}))
    points = {(point.date, point.status) for point in entry.status_history}
    slots = {conflict.slot for conflict in entry.conflicts}
    items = {
        f"one entry of {len(planted.claims)} claims": planted.claims == {claim.id for claim in entry.claims},
        f"{planted.stories} sources": entry.stories == planted.stories,
        **{f"{status} on {day}": (day, status) in points for day, status in planted.steps},
        **{f"conflict on {slot}": slot in slots for slot in planted.conflicts},
    }
    missing = [item for item, there in items.items() if not there]
    return Found(len(items), len(items) - len(missing), sorted(slots - planted.conflicts), missing)


def _strangers(every: Sequence[Claim], count: int) -> list[Claim]:
    """The first so many deals that share no party and no mine or plant: sums of one project would have to fit."""
    met: set[str] = set()
    chosen: list[Claim] = []
    for each in every:
        names = {*(party.name for party in each.parties if country_named(party.name) is None), *each.assets}
        if len(chosen) < count and not names & met:
            chosen.append(each)
            met |= names
    return chosen


def measure(paths: Sequence[Path], clusters: int, seed: int) -> Iterator[tuple[Planted, Found]]:
    chance = random.Random(seed)
    chosen = _strangers(chance.sample(every := bases(paths), len(every)), clusters)
    made = [reports(base, number, chance) for number, base in enumerate(chosen)]
    told = [report for several, _ in made for report in several]
    chance.shuffle(told)
    entries = derive(tellings({document.id: document for document, _ in told}, [reading for _, reading in told]))
    for _, planted in made:
        yield planted, check(planted, entries)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--clusters", type=int, default=9)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    found = list(measure(asked.gold, asked.clusters, asked.seed))
    planted, there = sum(each.planted for _, each in found), sum(each.found for _, each in found)
    told = {"deals": len(found), "planted": planted, "found": there, "part": round(there / planted, 4)}
    told["invented_conflicts"] = sum(len(each.invented) for _, each in found)
    print(json.dumps(told) if asked.json else told)
    for deal, each in found if asked.errors else ():
        if each.missing or each.invented:
            print(f"  {deal.kind}: missing {each.missing}; invented {each.invented}")


if __name__ == "__main__":
    main()
