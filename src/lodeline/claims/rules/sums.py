"""What a sum beside a loan is: the one that is lent, or a cost, damages, a rate, what is paid back."""

from __future__ import annotations

from lodeline.claims.cues import Hit
from lodeline.claims.parties import patient_tokens
from lodeline.claims.rules.frame import governing_verb
from lodeline.claims.rules.lenders import in_loan
from lodeline.claims.rules.stakes import in_name
from lodeline.claims.scene import View
from lodeline.claims.slots import Pick
from lodeline.claims.words import words
from lodeline.language.tree import is_verb
from lodeline.language.values import Value


def is_damage(view: View, pick: Pick) -> bool:
    """Damages, fines, taxes and earnings are sums that nobody lends."""
    start, stop = view.token_of(pick[1].start), view.token_of(pick[1].stop - 1)
    return any(
        t.lemma in NOT_LENT for t in (*view.tokens[max(0, start - 2) : start], *view.tokens[stop + 1 : stop + 4])
    )


NOT_LENT = words("not_lent")


def is_cost(view: View, pick: Pick) -> bool:
    at = view.token_of(pick[1].start)
    near = [h for h in view.cues("project_cost", "invest") if abs(h.at - at) <= 4 and not in_loan(view, h)]
    loans = [h.last for h in view.cues("loan")]
    estimated = {o for h in near if is_verb(view.tokens[h.at]) for o in patient_tokens(view, h.at)}
    if any(h.at in estimated for h in view.cues("loan")):
        return False
    told = [h for h in near if not in_name(view, h.at) and not any(0 <= h.first - last <= 1 for last in loans)]
    return any(h.cue.text != "project" for h in told) or is_of_works(view, pick)


def is_of_works(view: View, pick: Pick) -> bool:
    """ "A $310m expansion": the sum says what the works cost, and not how much is lent."""
    head = view.tokens[view.token_of(pick[1].stop - 1)].head
    if head < view.token_of(pick[1].stop - 1) or view.tokens[head].pos != "NOUN":
        return False
    loans = {i for h in view.cues("loan", "instrument", "package", "draw") for i in range(h.first, h.last)}
    return head not in loans and any(h.at == head for h in view.cues("build", "project_cost", "produce"))


def is_rate(view: View, value: Value) -> bool:
    """«под 3% годовых», "at 5% interest": the rate of a loan is no part of anything."""
    return any(t.lemma in RATES for t in view.tokens if 0 <= t.start - value.stop <= 1)


RATES = ("годовой", "interest")


def is_lent(view: View, hit: Hit) -> bool:
    """«капитал» is money put in only where somebody puts it; else it is a company's."""
    return hit.cue.text not in CAPITAL or bool(view.near(hit.at, "put", "invest"))


CAPITAL = words("capital")


def is_repaid(view: View, hit: Hit) -> bool:
    """Servicing or paying back a loan tells of no new one."""
    near = {*range(max(0, hit.at - REPAY_REACH), min(len(view.tokens), hit.at + REPAY_REACH + 1))}
    verb = governing_verb(view, hit.at)
    near |= {verb} if verb is not None and hit.at in patient_tokens(view, verb) else set()
    return any(view.tokens[i].lemma in REPAY for i in near) and not view.has("sign", "approve")


REPAY = words("repay")
REPAY_REACH = 4


def told_of(view: View, value: Value, hit: Hit) -> bool:
    """ "$120m of equity", "$3m in loans"."""
    last = view.token_of(value.stop - 1)
    return 0 < hit.at - last <= 3 and view.tokens[last + 1].lemma in ("of", "in")


def stands_with(view: View, hit: Hit, value: Value) -> bool:
    """ "An $8m grant", "a loan of $3m"."""
    return 0 < hit.at - view.token_of(value.stop - 1) <= 3 or 0 < view.token_of(value.start) - hit.at <= 3


def at_sum(view: View, hit: Hit, pick: Pick) -> bool:
    """ "The bank is considering $500m": the sum itself is what is thought over."""
    last = view.token_of(pick[1].stop - 1)
    return is_verb(view.tokens[hit.at]) and any(o <= last <= o + 2 for o in patient_tokens(view, hit.at))
