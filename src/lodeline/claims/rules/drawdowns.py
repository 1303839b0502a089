"""Money of a loan told before: drawn so far, or one sum more from another lender."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lodeline.claims.draft import Draft
from lodeline.claims.phase import conditional
from lodeline.claims.rules.frame import open_draft
from lodeline.claims.rules.lenders import ADVANCES, fill_lender, is_lender, nearest_parties
from lodeline.claims.rules.money import finish_financing
from lodeline.claims.rules.sums import is_cost
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import nearest_value, take_money
from lodeline.claims.words import words


def verbless(scene: Scene, view: View) -> Iterator[Draft]:
    """«Ещё 40 млн — от Банка развития», "another $40m from the bank": a sum and its lender after a loan."""
    before = scene.before(view)
    if before is None or not before.has("loan", "lend") or view.index in scene.told:
        return
    for pick in scene.free(view, "money"):
        lenders = [r for r in nearest_parties(scene, view, view.token_of(pick[1].start)) if is_lender(scene, r)]
        if not lenders or is_cost(view, pick):
            continue
        draft = open_draft("financing", "sum from a lender without a verb", view, view.token_of(pick[1].start))
        draft.status = "agreed"
        draft.add_party(lenders[0], "financier")
        take_money(scene, draft, pick)
        sums = [v.money for _, v in before.values if v.money and v.money.currency]
        if draft.amount is not None and draft.amount.currency is None and sums and sums[-1]:
            draft.amount = replace(draft.amount, currency=sums[-1].currency)
        finish_financing(scene, view, draft, 0)
        yield draft


def drawdowns(scene: Scene, view: View) -> Iterator[Draft]:
    """Money of a loan told before that has begun to flow: «первый транш уже поступил», "drawn so far"."""
    before = [v for v in scene.views[max(0, view.index - 3) : view.index] if v.has("loan")]
    for hit in view.cues("draw"):
        lent = any(h.cue.text not in ADVANCES for h in view.cues("loan"))
        earlier = [*before, *([view] if view.tokens[hit.at].lemma in DRAWN and lent else [])]
        if not earlier:
            continue
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


DRAWN = words("drawn")
"""Words that by themselves tell of a loan made before, unlike "receive"."""
