"""Who lends and who receives: banks, funds and agencies told with a sum, and the parties on its other side."""

from __future__ import annotations

from itertools import pairwise

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import all_parties, parties_at, parties_under, patient, subject, under
from lodeline.claims.rules.frame import BETWEEN, WITH, governing_verb
from lodeline.claims.rules.sides import signed_with
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
    told = [r for r in (*subjects, *given, *nearest_parties(scene, view, at)) if is_lender(scene, r)]
    lenders = [r for r in (*beside_sum(scene, view, at), *told) if not (surety and r in acting)]
    pays = verb is not None and view.tokens[verb].lemma in PAYING and hit.cue.text in ADVANCES
    if lent_by_others(scene, view, at):
        lenders = given = []
    elif hit.cue.text in ADVANCES and (others := paid_by(scene, view, hit.at, verb)):
        draft.add_party(others[0], "financier")
    elif pays and subjects:
        draft.add_party(subjects[0], "financier")
    elif lenders:
        for ref in [lenders[0], *joined(scene, view, lenders[0])]:
            draft.add_party(ref, "financier")
    elif subjects and verb is not None and view.tokens[verb].lemma in (*GIVING, *COVERING):
        draft.add_party(subjects[0], "financier")
    elif given:
        draft.add_party(given[0], "financier")
    elif draft.instrument == "loan" and (others := [r for r in signed_with(scene, view, hit.at) if r not in subjects]):
        draft.add_party(others[0], "financier")
    elif distant := [r for r in all_parties(scene, view) if is_lender(scene, r) and r not in acting]:
        draft.add_party(distant[0], "financier")
    receives = received_by(scene, view, {hit.at, *([verb] if verb is not None else []), sum_verb(view, at)})
    receives += meant_for(scene, view, at)
    if verb is not None and view.tokens[verb].lemma in BORROWING:
        receives = [*subjects, *receives]
    if any(is_lender(scene, r) for r in subjects):
        receives = [*parties_under(scene, view, hit.at, WITH), *receives]
    receives += parties_under(scene, view, hit.at, BETWEEN)
    take_recipient(scene, draft, [*receives, *subjects, *patient_of(scene, view, verb)])


def paid_by(scene: Scene, view: View, at: int, verb: int | None) -> list[PartyRef]:
    """ "Agreed a prepayment with A": who pays in advance, told with the money or with its verb."""
    told = parties_under(scene, view, at, WITH)
    return told or (parties_under(scene, view, verb, WITH) if verb is not None else [])


def joined(scene: Scene, view: View, first: PartyRef) -> list[PartyRef]:
    """Lenders that share one sum: "a loan from A and B"."""
    if sum(v.kind == "money" for _, v in view.values) > 1:
        return []
    at = next((m.top for _, m in view.mentions if (m.start, m.stop) == (first.start, first.stop)), None)
    inside = parties_at(scene, view, at) if at is not None else []
    return [r for r in inside if r.name != first.name and r.start > first.start and is_lender(scene, r)]


def meant_for(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """«до 95 млн евро для А», "$60m for A": whom the sum is for, where it hangs on the sum."""
    span = next(((v.start, v.stop) for _, v in view.values if view.token_of(v.start) == at), None)
    inside = [i for i, t in enumerate(view.tokens) if span is not None and span[0] <= t.start < span[1]]
    return [r for i in inside for r in parties_under(scene, view, i, TO)]


PAYING = words("paying")
ADVANCES = words("advances")
"""Money paid before the goods: who makes the payment finances."""


def beside_sum(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Of several sums with a lender each, the lender of the sum at a token."""
    spans = sorted((v.start, v.stop) for _, v in view.values if v.kind == "money")
    index = next((i for i, (start, _) in enumerate(spans) if view.token_of(start) == at), None)
    if len(spans) < 2 or index is None:
        return []
    lenders = [r for r in all_parties(scene, view) if is_lender(scene, r)]
    own = own_lender(scene, view, spans, index, lenders)
    if own:
        return own
    gaps = [*pairwise([view.sentence.start, *(edge for span in spans for edge in span), view.sentence.stop])][::2]
    between = [[r for r in lenders if start <= r.start < stop] for start, stop in gaps]
    before, after = between[:-1], between[1:]
    return after[index] if all(after) else before[index][::-1] if all(before) else []


def lent_by_others(scene: Scene, view: View, at: int) -> bool:
    """The other sums of the sentence have two lenders or more, and this one none: it is their total, or nobody's."""
    spans = sorted((v.start, v.stop) for _, v in view.values if v.kind == "money")
    lenders = [r for r in all_parties(scene, view) if is_lender(scene, r)]
    own = [own_lender(scene, view, spans, i, lenders) for i in range(len(spans))]
    here = next((i for i, (start, _) in enumerate(spans) if view.token_of(start) == at), None)
    return here is not None and not own[here] and len({r.name for refs in own for r in refs}) > 1


def own_lender(
    scene: Scene, view: View, spans: list[tuple[int, int]], index: int, lenders: list[PartyRef]
) -> list[PartyRef]:
    """Who stands with one of several sums: "A ($3m)", "$3m from A", "A lends $3m", «3 млн даст А», «3 млн — А»."""
    start, stop = spans[index]
    first = spans[index - 1][1] if index else view.sentence.start
    last = spans[index + 1][0] if index + 1 < len(spans) else view.sentence.stop
    before = [r for r in lenders if first <= r.start and r.stop <= start]
    if scene.text[start - 1 : start] == "(":
        return before[-1:]
    given = [r for r in all_parties(scene, view) if r.kind in GIVERS and links(view, stop, r.start, GIVEN_BY)]
    linked = [r for r in lenders if links(view, stop, r.start)] + given
    linked = [r for r in linked if stop <= r.start and r.stop <= last]
    if linked and scene.text[last - 1 : last] != "(":
        return linked[:1]
    return [r for r in before[-1:] if r.stop == start - 1 or links(view, r.stop, start)]


GIVERS = ("country", "institution", "organisation")
GIVEN_BY = ("from", "by", "от", "у")


def links(view: View, start: int, stop: int, by: tuple[str, ...] = ()) -> bool:
    """Between a sum and a lender stand a preposition of origin, a dash or a verb of giving, and no other clause."""
    inside = [t for t in view.tokens if start <= t.start < stop]
    told = any(t.lemma in (by or (*REST_FROM, *GIVING)) or (not by and t.text == "'s") for t in inside)
    return told and not any(t.pos == "CCONJ" or t.text in ",;" for t in inside)


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
    """The first that may receive; a company or state before a site."""
    taken = draft.names("financier")
    for ref in sorted(refs, key=lambda r: r.kind == "asset"):
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
