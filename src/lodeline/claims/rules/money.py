"""Money that is lent, granted or guaranteed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import all_parties, parties_under, patient_tokens, subject
from lodeline.claims.phase import conditional, is_negated, phase_of, signed_later, status_by_form
from lodeline.claims.rules.figures import is_part_of_sum
from lodeline.claims.rules.frame import WITH, governing_verb, open_draft
from lodeline.claims.rules.lenders import (
    BORROWING,
    COVERING,
    GIVING,
    LENDER_WORDS,
    beside_sum,
    fill_lender,
    is_lender,
    is_lent_rest,
    joined,
    lent_by_others,
    nearest_parties,
    patient_of,
    received_by,
    take_recipient,
)
from lodeline.claims.rules.sums import at_sum, is_cost, is_damage, is_lent, is_rate, is_repaid, stands_with, told_of
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
from lodeline.language.tree import children, subtree

WEAK_LOAN = words("weak_loan")
OWED = words("owed")
"""Words for what is owed: a debt by itself is no new loan."""


def financings(scene: Scene, view: View) -> Iterator[Draft]:
    """A loan, grant, guarantee or capital with its lender or its sum: one claim for each sum of the sentence."""
    hits = [h for h in view.cues("loan") if not conditional(view, h.at) and not is_repaid(view, h) and is_lent(view, h)]
    sums = [p for p in scene.free(view, "money") if not is_damage(view, p)]
    yield from guarantees(scene, view, hits)
    drafts: list[Draft] = []
    if hits and sums:
        drafts = [d for pick in sums for d in financing(scene, view, nearest_hit(view, hits, pick), pick)]
    elif sums and letter(view) == "letter_of_interest":
        drafts = list(letter_with_sum(scene, view, sums[0]))
    elif sums:
        drafts = [*lender_gives(scene, view, sums), *raised(scene, view)]
    elif view.has("lend"):
        drafts = list(sum_in_part(scene, view))
    if hits and not drafts and view.index not in scene.told:
        drafts = list(letter_or_named(scene, view, hits[0]))
    share_lender(view, drafts)
    yield from [*drafts, *rest_lent(scene, view, drafts)]


def share_lender(view: View, drafts: list[Draft]) -> None:
    """ "A provides $150m, comprising a $100m loan and $50m of equity": the parts come from the lender of the whole."""
    lenders = {ref.name: ref for d in drafts for ref, role, _ in d.parties if role == "financier"}
    comprised = any(t.lemma in COMPRISING for t in view.tokens)
    for draft in drafts if comprised and len(lenders) == 1 else ():
        if not draft.names("financier"):
            draft.drop_parties(lambda ref: ref.name in lenders)
            draft.add_party(next(iter(lenders.values())), "financier")


COMPRISING = words("comprising")


def raised(scene: Scene, view: View) -> Iterator[Draft]:
    """ "A raised $45m", «А рассчитывает привлечь 3 млрд»: a borrower and a sum, whoever it is from."""
    for hit in [h for h in view.cues("lend") if view.tokens[h.at].lemma in RAISES]:
        inside = {t for o in patient_tokens(view, hit.at) for t in subtree(view.sentence, o, without=("acl",))}
        pick = next((p for p in scene.free(view, "money") if view.token_of(p[1].stop - 1) in inside), None)
        borrowers = subject(scene, view, hit.at)
        if pick is None or not borrowers or borrowers[0].kind not in RAISERS or conditional(view, hit.at):
            continue
        draft = open_draft("financing", "sum raised", view, hit.at)
        draft.status = status_for(scene, view, hit, None)
        fill_lender(scene, view, draft, hit, view.token_of(pick[1].start))
        take_recipient(scene, draft, borrowers)
        take_money(scene, draft, pick)
        finish_financing(scene, view, draft, hit.at)
        yield draft
        return


RAISES = words("raises")
RAISERS = ("organisation", "asset", "country")


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
        for ref in subject(scene, view, hit.at)[:1] if hit in verbs else []:
            draft.add_party(ref, "financier")
        if not draft.parties:
            fill_lender(scene, view, draft, hit, hit.at)
        take_quantity(scene, draft, covered)
        finish_financing(scene, view, draft, hit.at)
        yield draft
        return


def cover_after(scene: Scene, view: View, draft: Draft) -> None:
    """«Выдал гарантию. Покрытие — 85% суммы»: the part that a guarantee covers, in the next sentence."""
    after = scene.after(view)
    if draft.instrument != "guarantee" or after is None or not any(t.lemma in COVER for t in after.tokens):
        return
    covered = nearest_value(scene, after, 0, ("percent",))
    if take_quantity(scene, draft, covered) and covered is not None:
        draft.widen(after.sentence.start, covered[1].stop)


COVER = words("cover")


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
    """The loan word of a sum; one that stands with another sum ("$3m from A and an $8m grant") tells it no form."""
    others = [v for _, v in view.values if v.kind == "money" and v != pick[1]]
    free = [h for h in hits if stands_with(view, h, pick[1]) or not any(stands_with(view, h, v) for v in others)]
    told = [h for h in free if told_of(view, pick[1], h)]
    near = min(told or free or hits, key=lambda h: view.distance(h.at, pick[1].start, pick[1].stop))
    return near if free else replace(near, cue=replace(near.cue, value=""))


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
    if covers_alone(scene, view, hit):
        draft.instrument = "guarantee"
    fill_lender(scene, view, draft, hit, at)
    if hit.cue.value == "equity":
        take_recipient(scene, draft, [] if draft.names("recipient") else parties_under(scene, view, hit.at, ("in",)))
    take_money(scene, draft, pick)
    finish_financing(scene, view, draft, hit.at)
    if not draft.parties and draft.instrument == "equity":
        take_recipient(scene, draft, [r for r in all_parties(scene, view) if r.kind == "organisation"])
    if draft.parties or draft.instrument != "equity":
        yield draft


def covers_alone(scene: Scene, view: View, hit: Hit) -> bool:
    """ "Ottawa guaranteed a $60m loan", and no lender told: the sum is what is guaranteed."""
    verb = governing_verb(view, hit.at)
    if verb is None or view.tokens[verb].lemma not in COVERING:
        return False
    acting = {r.name for r in subject(scene, view, verb)}
    return bool(acting) and all(r.name in acting for r in all_parties(scene, view) if is_lender(scene, r))


def instrument_of(view: View, hit: Hit) -> str | None:
    if hit.cue.text not in WEAK_LOAN:
        return hit.cue.value or None
    strong = [h for h in view.cues("loan") if h.cue.text not in WEAK_LOAN and h.cue.value]
    return strong[0].cue.value if strong else None


def letter(view: View) -> str | None:
    found = [h.cue.value for h in view.cues("instrument") if h.cue.value.startswith("letter_")]
    return found[0] if found else None


def status_for(scene: Scene, view: View, hit: Hit, instrument: str | None) -> str | None:
    phase = phase_of(scene, view, hit.at, skip=("lend",))
    if instrument and instrument.startswith("letter_"):
        return phase if phase in ("denied", "cancelled") else "intent"
    if phase in ("past", "done", "none", "present") and is_asked_for(view, hit):
        return "proposed"
    if phase in ("past", "done", "none", "present") and is_conditional_promise(view):
        return "agreed"
    if phase == "negated" and any(is_negated(view, h.first) for h in view.cues("done", "draw")):
        return "agreed"
    if phase in ("past", "done", "none") and any(h.at == hit.at for h in view.cues("approve")):
        return "in_force"
    if instrument == "equity" and phase in ("past", "none", "done"):
        return "completed"
    if instrument == "loan" and phase == "past" and granted(view, hit.at):
        return "in_force"
    return signed_later(scene, view, status_by_form(view, "financing", hit.at, phase))


def is_asked_for(view: View, hit: Hit) -> bool:
    """«попросил у России кредит», "has requested a loan": nobody has given it yet."""
    verb = governing_verb(view, hit.at)
    return verb is not None and view.tokens[verb].lemma in ASKED_FOR


ASKED_FOR = words("asked_for")


def is_conditional_promise(view: View) -> bool:
    """ "A conditional commitment", «предварительное одобрение»: a promise that is not yet a loan."""
    nouns = [i for i, t in enumerate(view.tokens) if t.lemma in COMMITMENTS]
    return any(view.tokens[c].lemma in CONDITIONAL for i in nouns for c in children(view.sentence, i, "amod"))


COMMITMENTS, CONDITIONAL = words("commitments"), words("conditional_adjective")


def granted(view: View, at: int) -> bool:
    """A loan that was granted is there to be drawn; one that was lent is paid."""
    verb = governing_verb(view, at)
    return verb is not None and view.tokens[verb].lemma in GRANTING


GRANTING = words("granting")


def letter_or_named(scene: Scene, view: View, hit: Hit) -> Iterator[Draft]:
    """A loan without a sum is a claim only where a lender is named and the form is told."""
    draft = open_draft("financing", "loan without a sum", view, hit.at)
    draft.instrument = letter(view) or instrument_of(view, hit)
    fill_lender(scene, view, draft, hit, hit.at)
    refused = phase_of(scene, view, hit.at) == "cancelled"
    lender = [
        r
        for r, role, _ in draft.parties
        if role == "financier" and is_lender(scene, r) and (refused or r.name.casefold() not in LENDER_WORDS)
    ]
    named = lender and (draft.instrument is not None or (bool(view.near(hit.at, "lend")) and is_object(view, hit)))
    if not named or phase_of(scene, view, hit.at) == "negated":
        return
    draft.status = status_for(scene, view, hit, draft.instrument)
    cover_after(scene, view, draft)
    finish_financing(scene, view, draft, hit.at)
    yield draft


def is_object(view: View, hit: Hit) -> bool:
    """«Финансирование предоставил банк»: what a verb of giving gives, of whatever form."""
    verb = governing_verb(view, hit.at)
    return verb is not None and hit.at in patient_tokens(view, verb) and view.tokens[verb].lemma in GIVING


def lender_gives(scene: Scene, view: View, sums: list[Pick]) -> Iterator[Draft]:
    """«Банк развития даёт $140 млн»: a lender as the subject of a giving verb."""
    for pick in sums:
        at = view.token_of(pick[1].start)
        hits = view.near(at, "lend") or [h for h in view.near(at, "plan", "talk") if at_sum(view, h, pick)]
        hits = hits or [h for h in view.near(at, "talk") if talked_with(scene, view, h)]
        refs = [r for r in nearest_parties(scene, view, at) if is_lender(scene, r)]
        refs = refs or [r for r in all_parties(scene, view) if is_lender(scene, r) and len(sums) == 1]
        if not hits or is_cost(view, pick) or conditional(view, hits[0].at) or is_repaid(view, hits[0]):
            continue
        if lent_by_others(scene, view, at):
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
        first = (refs or asked)[0]
        for ref in [first, *joined(scene, view, first)]:
            draft.add_party(ref, "financier")
        verb = hits[0].at
        asks = hits[0].cue.group == "talk" or view.tokens[verb].lemma in ASKED_FOR
        acting = subject(scene, view, governing_verb(view, verb) or verb) if asks else []
        take_recipient(scene, draft, [*acting, *received_by(scene, view, {verb}), *patient_of(scene, view, verb)])
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


def talked_with(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """Lenders with whom a sum is talked over: "in talks with the bank about $80m"."""
    return [r for r in parties_under(scene, view, hit.at, WITH) if is_lender(scene, r)]


LENDING = words("lending")
"""Verbs that lend whoever their subject is."""


def given_status(scene: Scene, view: View, hit: Hit, pick: Pick) -> str | None:
    """By the phase of the giving; what is offered, or still talked over right after its sum, is only proposed."""
    offered = hit.cue.group in ("plan", "talk") or any(h.at == hit.at for h in view.cues("bid"))
    following = [v.start for _, v in view.values if v.kind == "money" and v.start > pick[1].stop]
    end = min(following, default=view.sentence.stop)
    talked = [h for h in view.cues("talk") if pick[1].stop <= view.tokens[h.at].start < end]
    if offered or any(h.last - h.first > 1 for h in talked):
        return "proposed"
    return status_for(scene, view, hit, None)


def finish_financing(scene: Scene, view: View, draft: Draft, at: int) -> None:
    rates = [i for i, v in view.values if v.kind in ("percent", "quantity") and is_rate(view, v)]
    scene.used.update(rates)
    fill_commodities(scene, view, draft)
    fill_assets(scene, view, draft, topic=False)
    fill_places(scene, view, draft)
    fill_date(scene, view, draft, at)
