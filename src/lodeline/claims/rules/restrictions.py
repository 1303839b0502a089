"""What states do to trade: bans, quotas, tariffs, licences and sanctions, imposed, tightened, suspended or lifted."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    parties_at,
    patient_tokens,
    subject,
    under,
)
from lodeline.claims.phase import UNREAL, conditional, phase_of, status_of
from lodeline.claims.rules.frame import STATES, open_draft
from lodeline.claims.rules.limit_sides import TRADE_REACH, add_imposer, aimed_at, imposing_state
from lodeline.claims.rules.limit_terms import (
    fill_time,
    first_imposed,
    is_new_level,
    lies_ahead,
    measure_told,
    more_quotas,
)
from lodeline.claims.rules.states import is_state
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import (
    fill_commodities,
    minerals,
    nearest_value,
    take_quantity,
)
from lodeline.claims.words import words
from lodeline.language.tree import children, governors, is_verb, matches, preposition, subtree

FEARED = words("feared")
REFUSING = words("refusing") + words("needed")
DEMANDED = words("demanded")
EXTENDING = words("extending")
DELISTING = words("delisting")
LISTING = words("listing")
LIMITED = ("of", "on", "на", "for", "для")
LEVIES = words("levies")
RAISE = words("raise")
CUT = words("cut")
"""A larger quota frees trade, a smaller one binds it: the other way round than with a tariff."""


def restrictions(scene: Scene, view: View) -> Iterator[Draft]:
    """A state bans, limits or taxes trade, or frees it: a limiting word about exports or imports, with its action."""
    acts: set[tuple[str | None, str | None]] = set()
    clauses: set[int] = set()
    for hit in view.cues("limit"):
        if conditional(view, hit.at) or not (is_trade_limit(view, hit) or is_told_again(scene, view, hit)):
            continue
        if is_wished(scene, view, hit) or is_backdrop(view, hit) or levies_a_limit(view, hit):
            continue
        draft = limit_told(scene, view, hit)
        again = view.clauses[hit.at] in clauses and not any(t.lemma in REPLACING for t in view.tokens)
        if draft is None or again or (draft.instrument, draft.action) in acts:
            continue
        acts.add((draft.instrument, draft.action))
        clauses.add(view.clauses[hit.at])
        scene.limits.append((view.index, draft))
        yield draft
        since = first_imposed(scene, view, hit, draft)
        if since is not None:
            yield since
        yield from more_quotas(scene, view, draft)
    if not acts:
        yield from measure_told(scene, view)


def levies_a_limit(view: View, hit: Hit) -> bool:
    """ "levies a duty", «ограничил квотой»: the noun tells which limit it is."""
    own = {h.at for h in view.cues("limit") if h.at != hit.at}
    return is_verb(view.tokens[hit.at]) and bool(own & set(children(view.sentence, hit.at, "obj")))


def is_told_again(scene: Scene, view: View, hit: Hit) -> bool:
    """ "The ban was lifted", «действие запрета приостановлено»: the limit on trade that the text told before."""
    if is_verb(view.tokens[hit.at]) or not hit.cue.value or children(view.sentence, hit.at, "amod", "compound"):
        return False
    if (
        any(t.lemma in UNREAL for t in view.tokens)
        or limits_else(view, hit)
        or not view.near(hit.at, "impose", reach=TRADE_REACH)
    ):
        return False
    earlier = scene.views[max(0, view.index - TOLD_BACK) : view.index]
    return any(is_trade_limit(v, h) for v in earlier for h in v.cues("limit", value=hit.cue.value))


TOLD_BACK = 8
"""Sentences within which a limit told before is still meant."""


def is_backdrop(view: View, hit: Hit) -> bool:
    """A limit that is only where something else happens, or a sort of limits: "under the quotas", "Export bans are"."""
    token = view.tokens[hit.at]
    if is_verb(token):
        return False
    limits = {h.at for h in view.cues("limit") if not is_verb(view.tokens[h.at])}
    acted = any(h.at not in limits for h in view.near(hit.at, "impose", reach=TRADE_REACH))
    over = [hit.at, *(g for g in governors(view.sentence, hit.at) if view.tokens[g].pos == "NOUN")]
    if any(preposition(view.sentence, i) in SUPPOSED for i in over) or is_permit_kept(view, hit):
        return True
    phrase = token.head if token.relation == "compound" else hit.at
    describing = [i for i in governors(view.sentence, hit.at) if matches(view.tokens[i].relation, ("acl:relcl",))]
    if any(preposition(view.sentence, view.tokens[i].head) in BACKDROP for i in describing):
        return True
    inside = set(subtree(view.sentence, phrase))
    acted = acted and not all(h.at in inside for h in view.near(hit.at, "impose", reach=TRADE_REACH))
    under = preposition(view.sentence, phrase)
    if under in BACKDROP and not acted and under not in hit.cue.text.split():
        return True
    any_sort = token.number == "Plur" and hit.cue.value == "ban" and not children(view.sentence, hit.at, "det", "nmod")
    scarce = hit.cue.value == "export_control" and view.tokens[view.clauses[hit.at]].lemma in STANDING
    return (any_sort and not acted) or (scarce and not acted and not view.has("effect"))


SUPPOSED = ("при", "in case of", "в случае")
BACKDROP = (*words("occasion"), "under", "по", "на фоне", "вопреки")


def is_permit(hit: Hit) -> bool:
    """A paper that lets goods out: «экспортная лицензия», "export permit"; to need one, or only by it, is the limit."""
    told = hit.cue.text.split()
    return any(word in PERMITS for word in told) and not {*NEEDING, *ONLY, *BACKDROP} & {*told}


def is_permit_kept(view: View, hit: Hit) -> bool:
    """«задержка с продлением экспортных лицензий»: a permit that nobody demands, halts or gives out limits nothing."""
    if not is_permit(hit):
        return False
    over = {view.tokens[i].lemma for i in (hit.at, *governors(view.sentence, hit.at))}
    acts = {view.tokens[h.at].lemma for h in view.near(hit.at, "impose", reach=TRADE_REACH)} - {*EXTENDING, *RENEWING}
    return not (over & {*ISSUING, *NEEDING} or acts or view.has("suspend", "stop", "effect"))


PERMITS, ISSUING, RENEWING = words("permits"), words("issuing"), words("renewing")
NEEDING, ONLY = words("needing"), words("only")
STANDING = ("remain", "stay", "become", "оставаться", "становиться", "стать")


def limit_told(scene: Scene, view: View, hit: Hit) -> Draft | None:
    """The claim of one limiting word; None where no state stands behind it."""
    imposer = imposing_state(scene, view, hit)
    goods = any(m.kind == "material" for _, m in view.mentions)
    imposer = known_imposer(scene, view, hit) or imposer
    if imposer is None and not (goods and (view.near(hit.at, "impose") or view.has("bill"))):
        return None
    draft = open_draft("restriction", "trade limited by a state", view, hit.at)
    draft.instrument = hit.cue.value or None
    draft.action = action_of(view, hit)
    only = ("plan",) if any(word in ONLY for word in hit.cue.text.split()) else ()
    phase = phase_of(scene, view, hit.at, skip=("suspend", "cancel", "sign", "done", "stop", *only))
    phase = "past" if phase == "plan" and is_put_off(view) else phase
    draft.status = bill_status(view, phase) if view.has("bill") else status_of("restriction", phase)
    if draft.status is None:
        return None
    add_imposer(scene, draft, imposer)
    for ref in aimed_at(scene, view, hit, imposer):
        draft.add_party(ref, "target")
    fill_commodities(scene, view, draft)
    kinds = ("quantity",) if hit.cue.value == "quota" else ("percent",)
    levels = [p for p in scene.free(view, *kinds) if is_new_level(view, p[1])]
    take_quantity(scene, draft, levels[-1] if levels else nearest_value(scene, view, hit.at, kinds))
    fill_time(scene, view, draft, hit.at)
    if phase == "future" and draft.date and not lies_ahead(scene, draft.date):
        draft.status = "in_force"
    return draft


def is_put_off(view: View) -> bool:
    """ "Delayed the tariffs by 180 days": to put off is done, though it is told with a word for plans."""
    acts = {h.at for h in view.cues("impose", value="suspend") if view.tokens[h.at].tense == "Past"}
    return bool(acts) and all(h.at in acts for h in view.cues("plan"))


def known_imposer(scene: Scene, view: View, hit: Hit) -> PartyRef | None:
    """ "The ban was announced in May": who imposed a limit told before, where this sentence names no state."""
    if is_trade_limit(view, hit) or any(m.kind in STATES for _, m in view.mentions):
        return None
    before = [d for _, d in scene.limits if d.instrument == hit.cue.value]
    return next((r for d in before[-1:] for r, role, _ in d.parties if role == "imposer"), None)


def is_wished(scene: Scene, view: View, hit: Hit) -> bool:
    """A limit that somebody fears, needs or refuses, that an infinitive advises or that others demand, is none."""
    over = [hit.at, *governors(view.sentence, hit.at)]
    root = view.tokens[over[-1]]
    if root.form == "Inf" and not children(view.sentence, over[-1], "nsubj", "aux", "cop"):
        return True
    over += [c for i in over for c in children(view.sentence, i, "parataxis", "conj") if c > hit.at]
    for at in over:
        if hit.first <= at < hit.last and hit.last - hit.first > 1:
            continue  # «требует лицензии» is the limit itself
        if view.tokens[at].lemma in FEARED or view.tokens[at].lemma in REFUSING:
            return True
        if view.tokens[at].lemma in DEMANDED:
            asked = [r for t in patient_tokens(view, at) for r in parties_at(scene, view, t)]
            states = [r for r in subject(scene, view, at) if is_state(scene, r)]
            return not states or any(is_state(scene, r) for r in asked)
    return False


def bill_status(view: View, phase: str) -> str | None:
    """A bill is a proposal until it is passed, and cancelled where it fails."""
    if phase in ("denied", "cancelled") or view.has("cancel", "deny"):
        return "cancelled"
    return "agreed" if phase in ("approved", "signed") else "proposed"


def is_trade_limit(view: View, hit: Hit) -> bool:
    """Tariffs and quotas speak of trade by themselves; bans and curbs need a trade word or a mineral close by."""
    if not hit.cue.value:
        return view.has("bill")
    acts = view.near(hit.at, "impose", reach=TRADE_REACH)
    if hit.cue.value == "sanction":
        acted = any(h.at != hit.at for h in acts) or is_delisted(view) or is_listed(view)
        return acted or bool(under(view, hit.at, ("против", "against", "на", "on")))
    if limits_else(view, hit):
        return False
    trade = view.near(hit.at, "trade", reach=TRADE_REACH)
    if hit.cue.value in ("tariff", "quota"):
        goods = any(view.distance(hit.at, m.start, m.stop) <= TRADE_REACH for m in minerals(view))
        return bool(trade) or goods or (bool(acts) and view.tokens[hit.at].lemma in LEVIES)
    if any(m.kind == "material" and 0 < view.token_of(m.start) - hit.at <= 3 for _, m in view.mentions):
        return True
    raw = {i for i, t in enumerate(view.tokens) if t.lemma in words("raw_goods")}
    limited = under(view, hit.at, LIMITED)
    if any(raw & set(subtree(view.sentence, i)) or raw & set(range(i, i + GOODS_NEAR)) for i in limited):
        return True
    state_acts = any(h.at in governors(view.sentence, hit.at) for h in view.cues("impose"))
    elsewhere = view.has("trade") and bool(minerals(view))
    return bool(trade) or (state_acts and (hit.cue.value == "export_control" or elsewhere))


GOODS_NEAR = 4
"""Words after "ban on" within which ore or metal is what is banned, wherever the parser hung it."""


def limits_else(view: View, hit: Hit) -> bool:
    """«ограничение скорости», "a speed limit", «квота на легионеров»: a noun beside it that no trade or ore names."""
    if is_verb(view.tokens[hit.at]):
        return False
    told = {h.at for h in view.cues("trade", "produce", "explore", "mining_share", "licence", "limit", "impose")}
    valued = {i for _, v in view.values for i in (view.token_of(v.start), view.token_of(v.stop - 1))}
    about = [i for i in children(view.sentence, hit.at, "compound") if not hit.first <= i < hit.last]
    about += [i for i in under(view, hit.at, LIMITED, ("Gen",)) if view.tokens[i].pos == "NOUN"]
    about = [i for i in about if i not in valued and view.tokens[i].relation != "nmod:poss"]
    return any(not (set(subtree(view.sentence, i)) & (told | goods_told(view))) for i in about)


def goods_told(view: View) -> set[int]:
    """Tokens that name goods, states and firms: what trade may be about."""
    ores = minerals(view)
    tokens = {i for i, t in enumerate(view.tokens) if t.lemma in words("traded") or t.lemma in words("raw_goods")}
    for _, mention in view.mentions:
        if mention.kind in ("country", "group", "asset", "organisation") or mention in ores:
            tokens.update((mention.top, mention.head, view.token_of(mention.start)))
    return tokens


def action_of(view: View, hit: Hit) -> str:
    """The acting verb nearest to the limiting word; a ban told by itself imposes."""
    lemmas = {view.tokens[h.at].lemma for h in view.near(hit.at, "impose", reach=8)}
    if hit.cue.value == "export_control" and is_delisted(view):
        return "lift"
    over = {view.tokens[i].lemma for i in governors(view.sentence, hit.at)}
    if is_permit(hit) and over & {*ISSUING}:
        return "ease"
    if over & {*REPLACING}:
        return "lift" if hit.at in patients_of(view, hit) else "impose"
    if hit.cue.value == "quota" and lemmas & {*RAISE, *CUT}:
        return "ease" if lemmas & set(RAISE) else "tighten"
    if hit.cue.value == "sanction" and is_delisted(view):
        return "lift"
    order = {"lift": 0, "suspend": 0, "ease": 0, "tighten": 0, "impose": 1}
    found = list(view.near(hit.at, "impose", reach=8)) or acts_on_pronoun(view)
    governing = {hit.at, *governors(view.sentence, hit.at)}
    found.sort(key=lambda h: (h.at not in governing, order[h.cue.value], abs(h.at - hit.at)))
    if not found:
        return "impose"
    if is_permit(hit) and found[0].cue.value in ("lift", "suspend"):
        return "tighten"
    longer = found[0].cue.text in EXTENDING and any(
        v.kind == "duration" or (v.date and v.date.sense in ("until", "by")) for _, v in view.values
    )
    return "impose" if longer else found[0].cue.value


REPLACING = words("replacing")


def patients_of(view: View, hit: Hit) -> list[int]:
    """What the verb over a limit is done to: "replaced the ban with quotas" ends the ban."""
    over = next((i for i in governors(view.sentence, hit.at) if is_verb(view.tokens[i])), None)
    return patient_tokens(view, over) if over is not None else []


def is_delisted(view: View) -> bool:
    """«исключили из санкционного списка», "removed from the sanctions list"."""
    return any(t.lemma in DELISTING for t in view.tokens)


def is_listed(view: View) -> bool:
    return any(t.lemma in LISTING for t in view.tokens)


def acts_on_pronoun(view: View) -> list[Hit]:
    """«…, его отменили», "the order scrapped it": an act told of the limit in another clause."""
    acts = [h for h in view.cues("impose") if h.cue.value != "impose"]
    return [h for h in acts if any(view.tokens[c].pos == "PRON" for c in children(view.sentence, h.at, "obj"))]
