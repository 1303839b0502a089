"""Money that is lent, granted or guaranteed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft
from lodeline.claims.parties import all_parties, parties_under, subject
from lodeline.claims.phase import conditional, is_negated, phase_of, status_by_form
from lodeline.claims.rules.figures import is_part_of_sum
from lodeline.claims.rules.frame import open_draft
from lodeline.claims.rules.lenders import (
    BORROWING,
    COVERING,
    GIVING,
    LENDER_WORDS,
    beside_sum,
    fill_lender,
    in_loan,
    is_lender,
    is_lent_rest,
    nearest_parties,
    patient_of,
    received_by,
    take_recipient,
)
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import (
    Pick,
    fill_assets,
    fill_commodities,
    fill_date,
    fill_places,
    nearest_value,
    take_money,
    take_quantity,
)
from lodeline.claims.words import words

WEAK_LOAN = words("weak_loan")
OWED = words("owed")
"""Words for what is owed: a debt by itself is no new loan."""
REPAY = words("repay")


def financings(scene: Scene, view: View) -> Iterator[Draft]:
    """A loan, grant, guarantee or capital with its lender or its sum: one claim for each sum of the sentence."""
    hits = [h for h in view.cues("loan") if not conditional(view, h.at) and not is_repaid(view, h)]
    sums = scene.free(view, "money")
    yield from guarantees(scene, view, hits)
    if hits and sums:
        drafts = [d for pick in sums for d in financing(scene, view, nearest_hit(view, hits, pick), pick)]
        yield from [*drafts, *rest_lent(scene, view, drafts)]
    elif hits and view.index not in scene.told:
        yield from letter_or_named(scene, view, hits[0])
    elif sums and letter(view) == "letter_of_interest":
        yield from letter_with_sum(scene, view, sums[0])
    elif sums and view.has("lend"):
        drafts = list(lender_gives(scene, view, sums))
        yield from [*drafts, *rest_lent(scene, view, drafts)]
    elif view.has("lend"):
        yield from sum_in_part(scene, view)


def is_repaid(view: View, hit: Hit) -> bool:
    """Servicing or paying back a loan tells of no new one."""
    near = range(max(0, hit.at - REPAY_REACH), min(len(view.tokens), hit.at + REPAY_REACH + 1))
    return any(view.tokens[i].lemma in REPAY for i in near) and not view.has("sign", "approve")


REPAY_REACH = 4


def rest_lent(scene: Scene, view: View, drafts: list[Draft]) -> Iterator[Draft]:
    """ "… with the rest coming from C": a lender more, whose sum is not told."""
    known = [name for d in drafts for name in d.names("financier")]
    for hit in [h for h in view.cues("rest") if known and is_lent_rest(view, h)]:
        start = view.tokens[hit.at].start
        others = [r for r in all_parties(scene, view) if r.start > start and r.kind in LENDERS and r.name not in known]
        for ref in others[:1]:
            draft = open_draft("financing", "rest from another lender", view, hit.at)
            draft.status, draft.instrument = drafts[0].status, drafts[0].instrument
            draft.add_party(ref, "financier")
            finish_financing(scene, view, draft, hit.at)
            yield draft
            return


LENDERS = ("organisation", "institution", "country")


def guarantees(scene: Scene, view: View, hits: list[Hit]) -> Iterator[Draft]:
    """A guarantee with the percent it covers."""
    verbs = [h for h in view.cues("lend") if view.tokens[h.at].lemma in COVERING and hits]
    for hit in [h for h in (*hits, *verbs) if h.cue.value == "guarantee" or h in verbs]:
        covered = nearest_value(scene, view, hit.at, ("percent",))
        if covered is None or conditional(view, hit.at):
            continue
        draft = open_draft("financing", "guarantee with its cover", view, hit.at)
        draft.instrument = "guarantee"
        draft.status = status_for(scene, view, hit, "guarantee")
        fill_lender(scene, view, draft, hit, hit.at)
        take_quantity(scene, draft, covered)
        finish_financing(scene, view, draft, hit.at)
        yield draft
        return


def letter_with_sum(scene: Scene, view: View, pick: Pick) -> Iterator[Draft]:
    """A letter of interest by a lender: financing, whether or not the word loan is said."""
    hit = next(h for h in view.cues("instrument") if h.cue.value == "letter_of_interest")
    draft = open_draft("financing", "letter of interest with a sum", view, hit.at)
    draft.instrument = "letter_of_interest"
    draft.status = "intent"
    fill_lender(scene, view, draft, hit, hit.at)
    take_money(scene, draft, pick)
    finish_financing(scene, view, draft, hit.at)
    if draft.names("financier"):
        yield draft


def nearest_hit(view: View, hits: list[Hit], pick: Pick) -> Hit:
    return min(hits, key=lambda h: view.distance(h.at, pick[1].start, pick[1].stop))


def financing(scene: Scene, view: View, hit: Hit, pick: Pick) -> Iterator[Draft]:
    if is_cost(view, pick) and (
        not view.beside(hit.at, "lend", "instrument", reach=4) or view.distance(hit.at, pick[1].start, pick[1].stop) > 4
    ):
        return
    at = view.token_of(pick[1].start)
    if hit.cue.text in OWED and not (view.near(at, "lend") or letter(view)):
        return
    draft = open_draft("financing", "loan with its sum", view, hit.at)
    draft.instrument = letter(view) or instrument_of(view, hit)
    draft.status = status_for(scene, view, hit, draft.instrument)
    if draft.status == "completed" and view.has("draw") and view.index in scene.told:
        draft.status = "binding"
    fill_lender(scene, view, draft, hit, at)
    if hit.cue.value == "equity":
        take_recipient(scene, draft, [] if draft.names("recipient") else parties_under(scene, view, hit.at, ("in",)))
    take_money(scene, draft, pick)
    finish_financing(scene, view, draft, hit.at)
    if draft.parties or draft.instrument != "equity":
        yield draft


def is_cost(view: View, pick: Pick) -> bool:
    at = view.token_of(pick[1].start)
    return any(abs(h.at - at) <= 4 and not in_loan(view, h) for h in view.cues("project_cost", "invest"))


def instrument_of(view: View, hit: Hit) -> str | None:
    if hit.cue.text not in WEAK_LOAN:
        return hit.cue.value or None
    strong = [h for h in view.cues("loan") if h.cue.text not in WEAK_LOAN and h.cue.value]
    return strong[0].cue.value if strong else None


def letter(view: View) -> str | None:
    found = [h.cue.value for h in view.cues("instrument") if h.cue.value.startswith("letter_")]
    return found[0] if found else None


def status_for(scene: Scene, view: View, hit: Hit, instrument: str | None) -> str | None:
    if instrument and instrument.startswith("letter_"):
        return "intent"
    phase = phase_of(scene, view, hit.at, skip=("lend",))
    if phase == "negated" and any(is_negated(view, h.first) for h in view.cues("done", "draw")):
        return "agreed"
    if instrument == "equity" and phase in ("past", "none", "done"):
        return "completed"
    return status_by_form(view, "financing", hit.at, phase)


def letter_or_named(scene: Scene, view: View, hit: Hit) -> Iterator[Draft]:
    """A loan without a sum is a claim only where a lender is named and the form is told."""
    draft = open_draft("financing", "loan without a sum", view, hit.at)
    draft.instrument = letter(view) or instrument_of(view, hit)
    fill_lender(scene, view, draft, hit, hit.at)
    lender = [
        r
        for r, role, _ in draft.parties
        if role == "financier" and is_lender(scene, r) and r.name.casefold() not in LENDER_WORDS
    ]
    if not lender or draft.instrument is None or phase_of(scene, view, hit.at) == "negated":
        return
    draft.status = status_for(scene, view, hit, draft.instrument)
    finish_financing(scene, view, draft, hit.at)
    yield draft


def verbless(scene: Scene, view: View) -> Iterator[Draft]:
    """«Ещё 40 млн — от Банка развития», "another $40m from the bank": a sum and its lender after a loan."""
    before = scene.before(view)
    if before is None or not before.has("loan", "lend") or view.index in scene.told:
        return
    for pick in scene.free(view, "money"):
        lenders = [r for r in nearest_parties(scene, view, view.token_of(pick[1].start)) if is_lender(scene, r)]
        if not lenders:
            continue
        draft = open_draft("financing", "sum from a lender, verb left out", view, view.token_of(pick[1].start))
        draft.status = "agreed"
        draft.add_party(lenders[0], "financier")
        take_money(scene, draft, pick)
        sums = [v.money for _, v in before.values if v.money and v.money.currency]
        if draft.amount is not None and draft.amount.currency is None and sums and sums[-1]:
            draft.amount = replace(draft.amount, currency=sums[-1].currency)
        finish_financing(scene, view, draft, 0)
        yield draft


def lender_gives(scene: Scene, view: View, sums: list[Pick]) -> Iterator[Draft]:
    """«Банк развития даёт $140 млн»: a lender as the subject of a giving verb."""
    for pick in sums:
        at = view.token_of(pick[1].start)
        hits = view.near(at, "lend")
        refs = [r for r in nearest_parties(scene, view, at) if is_lender(scene, r)]
        refs = refs or [r for r in all_parties(scene, view) if is_lender(scene, r) and len(sums) == 1]
        if not hits or is_cost(view, pick) or conditional(view, hits[0].at) or is_repaid(view, hits[0]):
            continue
        refs = beside_sum(scene, view, at) or refs
        asked = (
            parties_under(scene, view, hits[0].at, ("у", "from", "из"))
            if view.tokens[hits[0].at].lemma in BORROWING
            else []
        )
        if not refs and view.tokens[hits[0].at].lemma in GIVING:
            lends = view.tokens[hits[0].at].lemma in LENDING
            kinds = ("country", "organisation") if lends else ("country",)
            refs = [r for r in subject(scene, view, hits[0].at) if r.kind in kinds]
        if not refs and not asked:
            continue
        draft = open_draft("financing", "lender gives a sum", view, hits[0].at)
        pledged = any(h.at == hits[0].at for h in view.cues("pledge"))
        draft.status = "intent" if pledged else given_status(scene, view, hits[0], pick)
        draft.add_party((refs or asked)[0], "financier")
        verb = hits[0].at
        take_recipient(scene, draft, [*received_by(scene, view, {verb}), *patient_of(scene, view, verb)])
        take_money(scene, draft, pick)
        finish_financing(scene, view, draft, at)
        yield draft


def sum_in_part(scene: Scene, view: View) -> Iterator[Draft]:
    """«банк покроет 55% затрат», "the bank will lend 80% of the cost": a lender with the part it gives."""
    for hit in view.cues("lend"):
        pick = nearest_value(scene, view, hit.at, ("percent",), lambda v: is_part_of_sum(view, v))
        lenders = [r for r in nearest_parties(scene, view, hit.at) if is_lender(scene, r)]
        if pick is None or not lenders or conditional(view, hit.at) or view.index in scene.told:
            continue
        draft = open_draft("financing", "lender gives part of a sum", view, hit.at)
        draft.status = status_for(scene, view, hit, None)
        draft.add_party(lenders[0], "financier")
        take_quantity(scene, draft, pick)
        finish_financing(scene, view, draft, hit.at)
        if draft.status is not None:
            yield draft
        return


LENDING = words("lending")
"""Verbs that lend whoever their subject is."""


def given_status(scene: Scene, view: View, hit: Hit, pick: Pick) -> str | None:
    """By the phase of the giving; what is offered, or still talked over right after its sum, is only proposed."""
    offered = any(h.at == hit.at for h in view.cues("bid"))
    following = [v.start for _, v in view.values if v.kind == "money" and v.start > pick[1].stop]
    end = min(following, default=view.sentence.stop)
    talked = [h for h in view.cues("talk") if pick[1].stop <= view.tokens[h.at].start < end]
    if offered or any(h.last - h.first > 1 for h in talked):
        return "proposed"
    return status_for(scene, view, hit, None)


def drawdowns(scene: Scene, view: View) -> Iterator[Draft]:
    """Money of a loan told before that has begun to flow: «первый транш уже поступил», "drawn so far"."""
    earlier = [v for v in scene.views[max(0, view.index - 3) : view.index + 1] if v.has("loan")]
    for hit in view.cues("draw") if earlier else ():
        pick = nearest_value(scene, view, hit.at, ("money",))
        if pick is None or conditional(view, hit.at) or view.distance(hit.at, pick[1].start, pick[1].stop) > 6:
            continue
        hits = [hit]
        draft = open_draft("financing", "drawdown of a loan told before", view, hits[0].at)
        draft.status = "under_way"
        draft.instrument = next((h.cue.value for v in reversed(earlier) for h in v.cues("loan") if h.cue.value), None)
        draft.infers("instrument", "the loan told before")
        take_money(scene, draft, pick)
        sums = [v.money for view_ in earlier for _, v in view_.values if v.money and v.money.currency]
        if draft.amount is not None and draft.amount.currency is None and sums and sums[-1]:
            draft.amount = replace(draft.amount, currency=sums[-1].currency)
        fill_lender(scene, view, draft, hit, hit.at)
        finish_financing(scene, view, draft, hit.at)
        yield draft
        return


def finish_financing(scene: Scene, view: View, draft: Draft, at: int) -> None:
    fill_commodities(scene, view, draft)
    fill_assets(scene, view, draft, topic=False)
    fill_places(scene, view, draft)
    fill_date(scene, view, draft, at)
