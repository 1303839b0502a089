"""Who lends and who receives: banks, funds and agencies told with a sum, and the parties on its other side."""

from __future__ import annotations

from itertools import pairwise

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import all_parties, parties_at, parties_under, patient, subject, under
from lodeline.claims.rules.frame import BETWEEN, WITH, governing_verb
from lodeline.claims.scene import Scene, View
from lodeline.claims.words import words
from lodeline.language.tree import children

LENDER_WORDS = words("lender")
LENDER_ENDINGS = ("bank", "банк")
BORROWING = words("borrowing")
GIVING = words("giving")
COVERING = words("covering")
"""Verbs of standing surety: their subject guarantees a loan and does not lend it."""
FROM = ("of", "from", "от", "by", "'s")
TO = ("to", "for", "для", "на")
BODIES = words("bodies")
"""A lender's own board or cabinet, which receives nothing."""
RECIPIENTS = ("organisation", "asset", "country")


def is_lender(scene: Scene, ref: PartyRef) -> bool:
    """A bank, fund or agency by its vocabulary kind or by its name."""
    parts = ref.name.casefold().split()
    if any(w.startswith(("банк", "фонд")) or w in LENDER_WORDS or w.endswith(LENDER_ENDINGS) for w in parts):
        return True
    mention = scene.mention(ref.mention) if ref.mention is not None else None
    return mention is not None and (mention.kind == "institution" or (mention.post or "") in LENDER_WORDS)


def fill_lender(scene: Scene, view: View, draft: Draft, hit: Hit, at: int) -> None:
    """Lender: the one of a list that stands with the sum, the subject of the giving verb, or the nearest bank."""
    verb = governing_verb(view, hit.at)
    acting = subject(scene, view, verb) if verb is not None else []
    surety = verb is not None and view.tokens[verb].lemma in COVERING and draft.instrument != "guarantee"
    subjects = [] if surety else acting
    given = parties_under(scene, view, hit.at, FROM, ("Gen",))
    if verb is not None:
        given += parties_under(scene, view, verb, ("from", "от", "у", "by"))
    told = [*beside_sum(scene, view, at), *subjects, *given, *nearest_parties(scene, view, at)]
    lenders = [r for r in told if is_lender(scene, r) and not (surety and r in acting)]
    if lenders:
        draft.add_party(lenders[0], "financier")
    elif subjects and verb is not None and view.tokens[verb].lemma in GIVING:
        draft.add_party(subjects[0], "financier")
    elif given:
        draft.add_party(given[0], "financier")
    elif distant := [r for r in all_parties(scene, view) if is_lender(scene, r) and r not in acting]:
        draft.add_party(distant[0], "financier")
    receives = received_by(scene, view, {hit.at, *([verb] if verb is not None else []), sum_verb(view, at)})
    if verb is not None and view.tokens[verb].lemma in BORROWING:
        receives = [*subjects, *receives]
    if any(is_lender(scene, r) for r in subjects):
        receives = [*parties_under(scene, view, hit.at, WITH), *receives]
    receives += parties_under(scene, view, hit.at, BETWEEN)
    take_recipient(scene, draft, [*receives, *subjects, *patient_of(scene, view, verb)])


def beside_sum(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Of several sums with a lender each, the lender of the sum at a token: all stand after, or all before."""
    spans = sorted((v.start, v.stop) for _, v in view.values if v.kind == "money")
    if len(spans) < 2:
        return []
    lenders = [r for r in all_parties(scene, view) if is_lender(scene, r)]
    gaps = [*pairwise([view.sentence.start, *(edge for span in spans for edge in span), view.sentence.stop])][::2]
    between = [[r for r in lenders if start <= r.start < stop] for start, stop in gaps]
    before, after = between[:-1], between[1:]
    index = next((i for i, (start, _) in enumerate(spans) if view.token_of(start) == at), None)
    if index is None:
        return []
    return after[index] if all(after) else before[index][::-1] if all(before) else []


def in_loan(view: View, hit: Hit) -> bool:
    """The word is part of a longer one for a loan or for equity ("equity investment")."""
    return any(h.first <= hit.at < h.last for h in view.cues("loan") if h.last - h.first > 1)


def sum_verb(view: View, at: int) -> int:
    """The verb over a sum, where it is another than the loan's ("was underwritten by A and raised $5m for B")."""
    verb = governing_verb(view, at)
    return at if verb is None else verb


def received_by(scene: Scene, view: View, over: set[int]) -> list[PartyRef]:
    """Receivers under some words: whose plant the money is for comes before the plant."""
    tokens = [t for here in sorted(over) for t in under(view, here, TO, ("Dat",))]
    tokens += [t for here in sorted(over) for t in children(view.sentence, here, "iobj")]
    found: list[PartyRef] = []
    for token in tokens:
        owners = [r for c in children(view.sentence, token, "nmod:poss") for r in parties_at(scene, view, c)]
        found += [*(r for r in owners if r.kind == "organisation"), *parties_at(scene, view, token)]
    return found


def take_recipient(scene: Scene, draft: Draft, refs: list[PartyRef]) -> None:
    taken = draft.names("financier")
    for ref in refs:
        own = ref.name.casefold() in BODIES
        if ref.name not in taken and not own and not is_lender(scene, ref) and ref.kind in RECIPIENTS:
            draft.add_party(ref, "recipient")
            return


def patient_of(scene: Scene, view: View, verb: int | None) -> list[PartyRef]:
    return patient(scene, view, verb) if verb is not None else []


def nearest_parties(scene: Scene, view: View, at: int) -> list[PartyRef]:
    token = view.tokens[at]
    same = [r for r in all_parties(scene, view) if view.clauses[view.token_of(r.start)] == view.clauses[at]]
    return sorted(same or list(all_parties(scene, view)), key=lambda r: abs(r.start - token.start))


def is_lent_rest(view: View, hit: Hit) -> bool:
    """What is left comes from somebody: a preposition, a dash or a verb of giving right after it, a sum before it."""
    after = view.tokens[hit.last : hit.last + 3]
    given = any(t.lemma in (*REST_FROM, *GIVING) for t in after)
    return given and any(v.kind == "money" and v.start < view.tokens[hit.at].start for _, v in view.values)


REST_FROM = ("from", "by", "от", "у", "—", "–")
