"""The slots of a claim as values under labels, with the words each stands on or the rule that inferred it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lodeline.claims.claim import Claim, Party, Support
from lodeline.reports.figures import money_shown, percent, quantity_shown
from lodeline.reports.labels import label
from lodeline.reports.pages import Citation, Shown
from lodeline.reports.quoting import clip
from lodeline.vocabulary.places import country

WORDS_LIMIT = 120
"""Characters of the words shown beside one value; the whole quote stands nearby."""
WORD_SLOTS = ("instrument", "action", "stage", "date", "period", "subject")


@dataclass(frozen=True, slots=True)
class Slot:
    """One value of a claim: `name` is its key in the claim's support."""

    name: str
    label: str
    value: Shown


def slots(claim: Claim) -> tuple[Slot, ...]:
    """All values of a claim in the order in which pages show them; the status stands apart."""
    return (*_parties(claim), *_figures(claim), *_lists(claim), *_words(claim))


def cited(claim: Claim, name: str, quote: int, text: str | None = None) -> Citation:
    """What one slot of a claim stands on, the words joined where they lie apart.

    `quote` is the number under which the page shows the claim, `text` the document's, where it is at hand.
    """
    support = support_of(claim, name)
    words = " … ".join(words for start, stop in support.spans if (words := words_at(claim, start, stop, text)))
    return Citation((quote,), clip(words, WORDS_LIMIT), support.rule or "")


def support_of(claim: Claim, name: str) -> Support:
    """Support of a slot, else of the slot that it is part of, else none; that of a party with that of its share."""
    own = claim.support.get(name) or claim.support.get(name.partition(".")[0]) or Support()
    shares = [claim.support[key] for key in _share_keys(claim, name) if key in claim.support]
    spans = dict.fromkeys(span for each in (own, *shares) for span in each.spans)
    rules = dict.fromkeys(each.rule for each in (own, *shares) if each.rule)
    return Support(tuple(spans), ", ".join(rules) or None)


def _share_keys(claim: Claim, name: str) -> tuple[str, ...]:
    """Under what the share of a party may be kept, by its place or its name."""
    slot, _, place = name.partition(".")
    if slot != "parties" or not place.isdecimal() or int(place) >= len(claim.parties):
        return ()
    return (f"{name}.share", f"share.{claim.parties[int(place)].name}", f"share.{place}")


def words_at(claim: Claim, start: int, stop: int, text: str | None) -> str:
    """The stretch, out of the text or else out of the claim's evidence; '' where it lies in neither."""
    if text is not None:
        return text[start:stop]
    inside = claim.start <= start < stop <= claim.stop
    return claim.evidence[start - claim.start : stop - claim.start] if inside else ""


def claim_title(claim: Claim) -> str:
    """`Financing: Some Bank → Some Mine, 900 m USD`: for people, never a key."""
    subject = (claim.subject or "").strip(" ,;:—–")
    parts = (", ".join(party.name for party in claim.parties[:4]), _figure_text(claim), subject)
    told = "; ".join(part for part in parts if part) or ", ".join(claim.commodities)
    return f"{label('kind', claim.kind)}: {told}" if told else label("kind", claim.kind)


def status_text(claim: Claim) -> str:
    return label("status", claim.status) if claim.status else ""


def rule_text(rule: str) -> str:
    return label("inference", rule)


def place_name(code: str) -> str:
    """English name of a state by its alpha-2 code; an unknown code as it is."""
    known = country(code)
    return known.names_en[0] if known else code


def party_shown(name: str, party: Party) -> Shown:
    return Shown(name if party.share is None else f"{name}, {percent(party.share)}")


def _parties(claim: Claim) -> Iterator[Slot]:
    for index, party in enumerate(claim.parties):
        yield Slot(f"parties.{index}", label("slot", party.role).capitalize(), party_shown(party.name, party))


def _figures(claim: Claim) -> Iterator[Slot]:
    if claim.amount:
        yield Slot("amount", label("slot", "amount"), money_shown(claim.amount))
    if claim.quantity:
        yield Slot("quantity", label("slot", "quantity"), quantity_shown(claim.quantity))


def _lists(claim: Claim) -> Iterator[Slot]:
    places = tuple(map(place_name, claim.places))
    columns = (
        ("commodities", claim.commodities),
        ("assets", claim.assets),
        ("places", places),
        ("attributed_to", claim.attributed_to),
    )
    for name, values in columns:
        for index, value in enumerate(values):
            yield Slot(f"{name}.{index}", label("slot", name), Shown(value))


def _words(claim: Claim) -> Iterator[Slot]:
    for name in WORD_SLOTS:
        value: str | None = getattr(claim, name)
        if value:
            shown = label("slot", "phase" if name == "stage" else name)
            yield Slot(name, shown, Shown(_word(name, value)))


def _word(name: str, value: str) -> str:
    if name == "period":
        return period_text(value)
    return label("instrument", value) if name == "instrument" else value


def period_text(period: str) -> str:
    """`P1Y` → `1 year`; a duration with several parts or a time of day is shown as it is."""
    units = {"Y": "year", "M": "month", "W": "week", "D": "day"}
    number, unit = period[1:-1], units.get(period[-1:])
    if not (period.startswith("P") and number.isdecimal() and unit):
        return period
    return f"{number} {unit}" + ("" if number == "1" else "s")


def _figure_text(claim: Claim) -> str:
    shown = [money_shown(claim.amount).text] if claim.amount else []
    return ", ".join([*shown, *([quantity_shown(claim.quantity).text] if claim.quantity else [])])
