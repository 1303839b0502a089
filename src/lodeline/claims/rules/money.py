"""Money that is lent, granted, guaranteed, put in: financing and investment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import all_parties, parties_at, parties_under, patient, subject
from lodeline.claims.phase import conditional, phase_of, status_by_form, status_of
from lodeline.claims.rules.frame import governing_verb, open_draft
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
from lodeline.language.tree import children

LENDER_WORDS = words("lender")
LENDER_KINDS = ("development_bank", "export_credit", "fund", "bank")
WEAK_LOAN = words("weak_loan")


def financings(scene: Scene, view: View) -> Iterator[Draft]:
    """A loan, grant, guarantee or capital with its lender or its sum: one claim for each sum of the sentence."""
    hits = [h for h in view.cues("loan") if not conditional(view, h.at)]
    sums = scene.free(view, "money")
    yield from guarantees(scene, view, hits)
    if hits and sums:
        for pick in sums:
            yield from financing(scene, view, nearest_hit(view, hits, pick), pick)
    elif hits and view.index not in scene.told:
        yield from letter_or_named(scene, view, hits[0])
    elif sums and letter(view) == "letter_of_interest":
        yield from letter_with_sum(scene, view, sums[0])
    elif sums and view.has("lend"):
        yield from lender_gives(scene, view, sums)


def guarantees(scene: Scene, view: View, hits: list[Hit]) -> Iterator[Draft]:
    """A guarantee with the percent it covers."""
    verbs = [h for h in view.cues("lend") if h.cue.text == "guarantee"]
    for hit in [h for h in (*hits, *verbs) if h.cue.value == "guarantee" or h.cue.text == "guarantee"]:
        covered = nearest_value(scene, view, hit.at, ("percent",))
        if covered is None:
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
    draft = open_draft("financing", "loan with its sum", view, hit.at)
    draft.instrument = letter(view) or instrument_of(view, hit)
    at = view.token_of(pick[1].start)
    draft.status = status_for(scene, view, hit, draft.instrument)
    if draft.status == "completed" and view.has("draw") and view.index in scene.told:
        draft.status = "binding"
    fill_lender(scene, view, draft, hit, at)
    take_money(scene, draft, pick)
    finish_financing(scene, view, draft, hit.at)
    yield draft


def is_cost(view: View, pick: Pick) -> bool:
    at = view.token_of(pick[1].start)
    return any(abs(h.at - at) <= 4 for h in view.cues("project_cost", "invest"))


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
    if instrument == "equity" and phase in ("past", "none", "done"):
        return "completed"
    return status_by_form(view, "financing", hit.at, phase)


def fill_lender(scene: Scene, view: View, draft: Draft, hit: Hit, at: int) -> None:
    """Lender: the subject of the giving verb, a genitive or "from" of the loan, or the nearest bank or fund."""
    verb = governing_verb(view, hit.at)
    subjects = subject(scene, view, verb) if verb is not None else []
    given = parties_under(scene, view, hit.at, ("of", "from", "от", "by", "'s"), ("Gen",))
    receives = parties_under(scene, view, hit.at, ("to", "for", "для"), ("Dat",))
    if verb is not None:
        given += parties_under(scene, view, verb, ("from", "от", "у", "by"))
        receives += parties_under(scene, view, verb, ("to", "for", "для"), ("Dat",))
    lenders = [r for r in [*subjects, *given, *nearest_parties(scene, view, at)] if is_lender(scene, r)]
    if sum(v.kind == "money" for _, v in view.values) > 1:
        lenders.sort(key=lambda r: abs(r.start - view.tokens[at].start))
    if lenders:
        draft.add_party(lenders[0], "financier")
    elif subjects and verb is not None and view.tokens[verb].lemma in GIVING:
        draft.add_party(subjects[0], "financier")
    elif given:
        draft.add_party(given[0], "financier")
    borrowing = verb is not None and view.tokens[verb].lemma in BORROWING
    if borrowing:
        receives = [*subjects, *receives]
    taken = draft.names("financier")
    for ref in [*receives, *subjects, *patient_of(scene, view, verb)]:
        if ref.name not in taken and not is_lender(scene, ref) and ref.kind in ("organisation", "asset", "country"):
            draft.add_party(ref, "recipient")
            return


BORROWING = words("borrowing")
GIVING = words("giving")


def patient_of(scene: Scene, view: View, verb: int | None) -> list[PartyRef]:
    return patient(scene, view, verb) if verb is not None else []


def nearest_parties(scene: Scene, view: View, at: int) -> list[PartyRef]:
    token = view.tokens[at]
    same = [r for r in all_parties(scene, view) if view.clauses[view.token_of(r.start)] == view.clauses[at]]
    return sorted(same or list(all_parties(scene, view)), key=lambda r: abs(r.start - token.start))


def is_lender(scene: Scene, ref: PartyRef) -> bool:
    """A bank, fund or agency by its vocabulary kind or by its name."""
    words = ref.name.casefold().split()
    if any(w.startswith(("банк", "фонд")) or w in LENDER_WORDS for w in words):
        return True
    mention = scene.mention(ref.mention) if ref.mention is not None else None
    return mention is not None and (mention.kind == "institution" or (mention.post or "") in LENDER_WORDS)


def letter_or_named(scene: Scene, view: View, hit: Hit) -> Iterator[Draft]:
    """A loan without a sum is a claim only where a lender is named and the form is told."""
    draft = open_draft("financing", "loan without a sum", view, hit.at)
    draft.instrument = letter(view) or instrument_of(view, hit)
    fill_lender(scene, view, draft, hit, hit.at)
    lender = [r for r, role, _ in draft.parties if role == "financier" and is_lender(scene, r)]
    if not lender or draft.instrument is None or phase_of(scene, view, hit.at) == "negated":
        return
    draft.status = status_for(scene, view, hit, draft.instrument)
    finish_financing(scene, view, draft, hit.at)
    yield draft


def fill_recipient(scene: Scene, view: View, draft: Draft, verb: int) -> None:
    """Whom a giving verb gives to: its indirect object, «to»/"for", the dative."""
    tokens = children(view.sentence, verb, "iobj")
    refs = [r for t in tokens for r in parties_at(scene, view, t)]
    refs += parties_under(scene, view, verb, ("to", "for", "для"), ("Dat",)) + patient_of(scene, view, verb)
    for ref in refs:
        if ref.kind in ("organisation", "country", "asset") and ref.name not in draft.names("financier"):
            draft.add_party(ref, "recipient")
            return


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
        if not hits or is_cost(view, pick):
            continue
        asked = (
            parties_under(scene, view, hits[0].at, ("у", "from", "из"))
            if view.tokens[hits[0].at].lemma in BORROWING
            else []
        )
        if not refs and view.tokens[hits[0].at].lemma in GIVING:
            refs = [r for r in subject(scene, view, hits[0].at) if r.kind == "country"]
        if not refs and not asked:
            continue
        draft = open_draft("financing", "lender gives a sum", view, hits[0].at)
        pledged = any(h.at == hits[0].at for h in view.cues("pledge"))
        draft.status = "intent" if pledged else status_for(scene, view, hits[0], None)
        draft.add_party((refs or asked)[0], "financier")
        fill_recipient(scene, view, draft, hits[0].at)
        take_money(scene, draft, pick)
        finish_financing(scene, view, draft, at)
        yield draft


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


def investments(scene: Scene, view: View) -> Iterator[Draft]:
    """A party puts a sum into a country, sector or site."""
    for pick in scene.free(view, "money"):
        at = view.token_of(pick[1].start)
        pledged = view.beside(at, "pledge", reach=3)
        hits = [h for h in (*view.near(at, "invest", reach=10), *pledged) if not conditional(view, h.at)]
        if not hits:
            continue
        hit = hits[0]
        draft = open_draft("investment", "money put in", view, hit.at)
        draft.status = status_of("investment", phase_of(scene, view, hit.at))
        if draft.status is None:
            continue
        verb = governing_verb(view, hit.at)
        actors = subject(scene, view, verb) if verb is not None else []
        actors = actors or parties_under(scene, view, hit.at, ("of", "from", "by", "от", "'s"), ("Gen", "Ins"))
        for ref in actors or nearest_parties(scene, view, at)[:1]:
            draft.add_party(ref, "investor")
        hosts = [r for r in all_parties(scene, view) if r.kind == "country" and r.name not in draft.names("investor")]
        for ref in hosts[:1]:
            draft.add_party(ref, "host")
        take_money(scene, draft, pick)
        fill_commodities(scene, view, draft)
        fill_assets(scene, view, draft, topic=False)
        fill_places(scene, view, draft)
        fill_date(scene, view, draft, at)
        yield draft
