"""What states do to trade: bans, quotas, tariffs, licences and sanctions, imposed, tightened, suspended or lifted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    adjective_states,
    all_parties,
    expand_state,
    is_passive,
    parties_under,
    patient_tokens,
    subject,
    under,
)
from lodeline.claims.phase import UNREAL, conditional, phase_of, status_of
from lodeline.claims.rules.frame import STATES, governing_verb, open_draft
from lodeline.claims.rules.states import acting_states, is_state, rules
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import (
    fill_commodities,
    fill_date,
    fill_period,
    minerals,
    nearest_value,
    take_quantity,
)
from lodeline.claims.words import words
from lodeline.language.tree import children, governors, is_verb, preposition, subtree
from lodeline.language.values import Value
from lodeline.vocabulary.places import country

TRADE_REACH = 6
"""Words between a limiting word and what it limits."""
FEARED = words("feared")
REFUSING = words("refusing") + words("needed")
DEMANDED = words("demanded")
EXTENDING = words("extending")
DELISTING = words("delisting")
LISTING = words("listing")
LIMITED = ("of", "on", "на", "for", "для")
LEVIES = words("levies")
RAISE = words("raise")
LEVEL = words("level")
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
        if draft is None or view.clauses[hit.at] in clauses or (draft.instrument, draft.action) in acts:
            continue
        acts.add((draft.instrument, draft.action))
        clauses.add(view.clauses[hit.at])
        yield draft
        since = first_imposed(scene, view, hit, draft)
        if since is not None:
            yield since


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
    acted = any(h.at != hit.at for h in view.near(hit.at, "impose", reach=TRADE_REACH))
    if preposition(view.sentence, hit.at) in BACKDROP and not acted:
        return True
    any_sort = token.number == "Plur" and hit.cue.value == "ban" and not children(view.sentence, hit.at, "det", "nmod")
    scarce = hit.cue.value == "export_control" and view.tokens[view.clauses[hit.at]].lemma in STANDING
    return (any_sort and not acted) or (scarce and not acted and not view.has("effect"))


BACKDROP = (*words("occasion"), "under", "по", "на фоне", "вопреки")
STANDING = ("remain", "stay", "become", "оставаться", "становиться", "стать")


def first_imposed(scene: Scene, view: View, hit: Hit, draft: Draft) -> Draft | None:
    """ "The ban, imposed in May, was lifted": when it began, or is to begin, is a claim of its own."""
    clauses = [c for i in subtree(view.sentence, hit.at) for c in children(view.sentence, i, "acl")]
    begun = [c for c in clauses if any(h.at in (c, *children(view.sentence, c)) for h in view.cues(*BEGINNING))]
    dates = [v for _, v in view.values if v.date and v.date.iso and view.clauses[view.token_of(v.start)] in begun]
    if not dates or draft.action == "impose":
        return None
    since = replace(draft, rule="first imposed", action="impose", period=None, support=dict(draft.support))
    since.date = dates[0].date.iso if dates[0].date else None
    since.status = "agreed" if lies_ahead(scene, since.date) else "in_force"
    since.holds("date", dates[0].start, dates[0].stop)
    if draft.date == since.date:
        draft.date = None
    return since


BEGINNING = ("impose", "effect")


def limit_told(scene: Scene, view: View, hit: Hit) -> Draft | None:
    """The claim of one limiting word; None where no state stands behind it."""
    imposer = imposing_state(scene, view, hit)
    goods = any(m.kind == "material" for _, m in view.mentions)
    if imposer is None and not (goods and (view.near(hit.at, "impose") or view.has("bill"))):
        return None
    draft = open_draft("restriction", "trade limited by a state", view, hit.at)
    draft.instrument = hit.cue.value or None
    draft.action = action_of(view, hit)
    phase = phase_of(scene, view, hit.at, skip=("suspend", "cancel", "sign", "done", "stop"))
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


def is_new_level(view: View, value: Value) -> bool:
    """«с 5% до 10%», "from 5% to 10%": the second of the two holds from now on."""
    at = view.token_of(value.start)
    before = view.tokens[at - 1].lemma if at > 0 else ""
    return before in LEVEL and any(v.kind == value.kind and v.start < value.start for _, v in view.values)


def add_imposer(scene: Scene, draft: Draft, imposer: PartyRef | None) -> None:
    if imposer is not None:
        draft.add_party(as_whole_state(scene, imposer), "imposer")
        if imposer.country:
            draft.places.append(imposer.country)


def as_whole_state(scene: Scene, ref: PartyRef) -> PartyRef:
    """The state for which its ministry or parliament acts; the organ's own name goes with it."""
    state = country(ref.country) if ref.country and ref.kind in ("institution", "post") else None
    if state is None:
        return ref
    name = state.names(scene.analysis.language)[0]
    return replace(ref, name=name, kind="country", rule="the state that it acts for", aliases=(ref.name, *ref.aliases))


def fill_time(scene: Scene, view: View, draft: Draft, at: int) -> None:
    """The day it takes effect and how long it holds; the day that it ends is neither."""
    ends = ("until",) if draft.status in ("proposed", "agreed") and draft.action != "suspend" else ("until", "by")
    kept = tuple((i, v) for i, v in view.values if not (v.date and v.date.sense in ends))
    fill_date(scene, replace(view, values=kept), draft, at)
    take_effective_day(scene, view, draft)
    if draft.status == "in_force" and lies_ahead(scene, draft.date):
        draft.status = "agreed"
    fill_period(scene, view, draft, at)


def take_effective_day(scene: Scene, view: View, draft: Draft) -> None:
    """ "The decree takes effect on 1 May", told in the next sentence."""
    after = scene.after(view)
    if after is None or draft.action != "impose" or not after.has("effect") or after.has("limit"):
        return
    told = next((v for _, v in after.values if v.date and v.date.iso), None)
    if told is not None and told.date is not None and (draft.date is None or lies_ahead(scene, told.date.iso)):
        draft.date = told.date.iso
        draft.holds("date", told.start, told.stop, "told in the next sentence")
        draft.widen(draft.start, after.sentence.stop)


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
            return not any(is_state(scene, r) for r in subject(scene, view, at))
    return False


def bill_status(view: View, phase: str) -> str | None:
    """A bill is a proposal until it is passed, and cancelled where it fails."""
    if phase in ("denied", "cancelled") or view.has("cancel", "deny"):
        return "cancelled"
    return "agreed" if phase in ("approved", "signed") else "proposed"


def lies_ahead(scene: Scene, date: str | None) -> bool:
    """Whether a date is later than the publication day, at the precision that both have."""
    anchor = scene.analysis.anchor
    return date is not None and anchor is not None and date > anchor[: len(date)]


def aimed_at(scene: Scene, view: View, hit: Hit, imposer: PartyRef | None) -> list[PartyRef]:
    """Whom it hits: «против N», "against N", where the goods go, the state whose goods they are («российский»)."""
    found = parties_under(scene, view, hit.at, ("против", "against", "на", "on"))
    found += trade_partners(scene, view, hit.at)
    for index, mention in view.mentions:
        state = country(mention.country) if mention.adjective and mention.country else None
        if (
            state
            and mention.start > view.tokens[hit.at].start
            and view.distance(hit.at, mention.start, mention.stop) <= TRADE_REACH
        ):
            found += expand_state(scene, index, mention)
    if hit.cue.value == "sanction":
        firms = [r for r in all_parties(scene, view) if r.kind in ("organisation", "asset") and r.name[:1].isupper()]
        if firms:
            return firms[:1]
    own = imposer.country if imposer is not None else None
    return [r for r in found if r.kind == "country" and r.country != own]


def trade_partners(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Where goods may no longer go or come from: "exports of ore to N", «импорт из N»."""
    found: list[PartyRef] = []
    trade = {h.at for h in view.cues("trade")}
    for here in [i for i in subtree(view.sentence, at) if i in trade]:
        for token in [here, *children(view.sentence, here, "nmod", "obj")]:
            found += parties_under(scene, view, token, ("to", "в", "from", "из"))
    return found


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
    if any(raw & set(subtree(view.sentence, i)) for i in under(view, hit.at, LIMITED)):
        return True
    state_acts = any(h.at in governors(view.sentence, hit.at) for h in view.cues("impose"))
    elsewhere = view.has("trade") and bool(minerals(view))
    return bool(trade) or (state_acts and (hit.cue.value == "export_control" or elsewhere))


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
    longer = found[0].cue.text in EXTENDING and any(
        v.kind == "duration" or (v.date and v.date.sense in ("until", "by")) for _, v in view.values
    )
    return "impose" if longer else found[0].cue.value


def is_delisted(view: View) -> bool:
    """«исключили из санкционного списка», "removed from the sanctions list"."""
    return any(t.lemma in DELISTING for t in view.tokens)


def is_listed(view: View) -> bool:
    return any(t.lemma in LISTING for t in view.tokens)


def acts_on_pronoun(view: View) -> list[Hit]:
    """«…, его отменили», "the order scrapped it": an act told of the limit in another clause."""
    acts = [h for h in view.cues("impose") if h.cue.value != "impose"]
    return [h for h in acts if any(view.tokens[c].pos == "PRON" for c in children(view.sentence, h.at, "obj"))]


def imposing_state(scene: Scene, view: View, hit: Hit) -> PartyRef | None:
    """The state as subject of the acting verb or in the genitive; else the sentence's first state, else the text's."""
    verb = governing_verb(view, hit.at)
    if verb is not None and is_private(scene, view, verb, hit):
        return None
    refs: list[PartyRef] = []
    while verb is not None and not refs:
        refs = acting_states(scene, view, verb)
        verb = next((g for g in governors(view.sentence, verb) if is_verb(view.tokens[g])), None)
    refs += [r for r in parties_under(scene, view, hit.at, ("of", "from", "by", "'s"), ("Gen",)) if r.kind in STATES]
    refs += adjective_states(scene, view, hit.at)
    aims = {r.start for r in trade_partners(scene, view, hit.at)} | destinations(scene, view)
    refs += [r for r in all_parties(scene, view) if r.kind in STATES and is_state(scene, r) and r.start not in aims]
    if refs:
        return refs[0]
    told = [m for m in scene.analysis.mentions if m.kind == "country" and m.key and not m.adjective]
    near = scene.views[max(0, view.index - STATE_BACK)].sentence.start
    before = [m for m in told if near <= m.start < view.sentence.start]
    topical = [m for m in told if m.country == scene.topic.country]
    state = before[-1] if before else topical[0] if topical else told[0] if told else None
    return (
        PartyRef(state.name, state.start, state.stop, None, state.key, "country", "the state told last")
        if state
        else None
    )


STATE_BACK = 3
"""Sentences: a state told farther back acts only where the text is about it."""


def destinations(scene: Scene, view: View) -> set[int]:
    """Where states stand as the end of a trade ("exports to Peru"), wherever the parser hung them."""
    trade = {h.at for h in view.cues("trade")}
    places = [r for r in all_parties(scene, view) if r.kind in STATES]
    return {
        r.start
        for r in places
        for at in [view.token_of(r.start)]
        if preposition(view.sentence, at) in ("to", "в") and trade & set(range(max(0, at - TRADE_REACH), at))
    }


def is_private(scene: Scene, view: View, verb: int, hit: Hit) -> bool:
    """A league or a firm that limits something by itself: the limit is the object of its verb."""
    if hit.at not in (verb, *patient_tokens(view, verb)) or is_passive(view, verb):
        return False
    actors = subject(scene, view, verb)
    return (
        bool(actors)
        and not acting_states(scene, view, verb)
        and all(r.kind == "organisation" and not rules(r) for r in actors)
    )
