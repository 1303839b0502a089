"""What states do to trade: bans, quotas, tariffs, licences and sanctions, imposed, tightened, suspended or lifted."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    adjective_states,
    all_parties,
    parties_under,
    patient_tokens,
    subject,
)
from lodeline.claims.phase import conditional, phase_of, status_of
from lodeline.claims.rules.frame import STATES, governing_verb, open_draft
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import (
    fill_commodities,
    fill_date,
    fill_period,
    nearest_value,
    take_quantity,
)
from lodeline.claims.words import words
from lodeline.language.tree import governors, is_verb
from lodeline.vocabulary.places import country


def restrictions(scene: Scene, view: View) -> Iterator[Draft]:
    """A state bans, limits or taxes trade, or frees it: a limiting word about exports or imports, with its action."""
    for hit in view.cues("limit"):
        if conditional(view, hit.at) or not is_trade_limit(view, hit):
            continue
        imposer = imposing_state(scene, view, hit)
        goods = any(m.kind == "material" for _, m in view.mentions)
        if imposer is None and not (goods and view.near(hit.at, "impose")):
            continue
        draft = open_draft("restriction", "trade limited by a state", view, hit.at)
        if imposer is not None:
            draft.add_party(imposer, "imposer")
        draft.instrument = hit.cue.value
        draft.action = action_of(view, hit)
        phase = phase_of(scene, view, hit.at, skip=("suspend", "cancel", "sign", "done", "stop"))
        draft.status = bill_status(view, phase) if view.has("bill") else status_of("restriction", phase)
        if draft.status is None:
            continue
        if imposer is not None and imposer.country:
            draft.places.append(imposer.country)
        for ref in aimed_at(scene, view, hit, imposer):
            draft.add_party(ref, "target")
        fill_commodities(scene, view, draft)
        kinds = ("quantity",) if hit.cue.value == "quota" else ("percent",)
        take_quantity(scene, draft, nearest_value(scene, view, hit.at, kinds))
        fill_date(scene, view, draft, hit.at)
        if draft.status == "in_force" and lies_ahead(scene, draft.date):
            draft.status = "agreed"
        fill_period(scene, view, draft, hit.at)
        yield draft
        return


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
    """Whom it hits: «против N», "against N", the state whose goods they are («российский палладий»)."""
    found = parties_under(scene, view, hit.at, ("против", "against", "на", "on"))
    for index, mention in view.mentions:
        state = country(mention.country) if mention.adjective and mention.country else None
        if (
            state
            and mention.start > view.tokens[hit.at].start
            and view.distance(hit.at, mention.start, mention.stop) <= 4
        ):
            name = state.names(scene.analysis.language)[0]
            found.append(PartyRef(name, mention.start, mention.stop, index, mention.country, "country", "adjective"))
    if hit.cue.value == "sanction":
        firms = [r for r in all_parties(scene, view) if r.kind in ("organisation", "asset") and r.name[:1].isupper()]
        if firms:
            return firms[:1]
    return [r for r in found if r.kind == "country" and (imposer is None or r.country != imposer.country)][:1]


def is_trade_limit(view: View, hit: Hit) -> bool:
    """Tariffs and quotas speak of trade by themselves; bans and curbs need a trade word or a mineral close by."""
    if hit.cue.value == "sanction":
        return True
    trade = view.near(hit.at, "trade", reach=6)
    if hit.cue.value in ("tariff", "quota"):
        goods = any(m.kind == "material" and view.distance(hit.at, m.start, m.stop) <= 6 for _, m in view.mentions)
        return bool(trade) or goods or bool(view.near(hit.at, "impose", reach=6))
    if any(m.kind == "material" and 0 < view.token_of(m.start) - hit.at <= 3 for _, m in view.mentions):
        return True
    state_acts = any(h.at in governors(view.sentence, hit.at) for h in view.cues("impose"))
    return bool(trade) or (hit.cue.value == "export_control" and state_acts)


def trade_stopped(scene: Scene, view: View) -> Iterator[Draft]:
    """A state stops or bars shipments without the word ban: «прекратил экспорт», "halted shipments of ore"."""
    for hit in view.cues("stop", "suspend", "cancel"):
        goods = [h for h in view.cues("trade") if h.at in patient_tokens(view, hit.at)]
        states = [r for r in subject(scene, view, hit.at) if r.kind in STATES] if is_verb(view.tokens[hit.at]) else []
        if not goods or not states or view.has("limit"):
            continue
        draft = open_draft("restriction", "a state stops shipments", view, hit.at)
        draft.add_party(states[0], "imposer")
        draft.instrument, draft.action = "ban", "impose"
        draft.status = status_of("restriction", phase_of(scene, view, hit.at, skip=("stop", "suspend", "cancel")))
        if states[0].country:
            draft.places.append(states[0].country)
        fill_commodities(scene, view, draft)
        fill_date(scene, view, draft, hit.at)
        yield draft
        return


RAISE = words("raise")


CUT = words("cut")
"""A larger quota frees trade, a smaller one binds it: the other way round than with a tariff."""


def action_of(view: View, hit: Hit) -> str:
    """The acting verb nearest to the limiting word; a ban told by itself imposes."""
    if hit.cue.value == "quota":
        words = {view.tokens[h.at].lemma for h in view.near(hit.at, "impose", reach=8)}
        if words & set(RAISE):
            return "ease"
        if words & set(CUT):
            return "tighten"
    order = {"lift": 0, "suspend": 0, "ease": 0, "tighten": 0, "impose": 1}
    found = list(view.near(hit.at, "impose", reach=8))
    governing = {hit.at, *governors(view.sentence, hit.at)}
    found.sort(key=lambda h: (h.at not in governing, order[h.cue.value], abs(h.at - hit.at)))
    return found[0].cue.value if found else "impose"


def imposing_state(scene: Scene, view: View, hit: Hit) -> PartyRef | None:
    """The state as subject of the acting verb or in the genitive; else the sentence's first state, else the text's."""
    verb = governing_verb(view, hit.at)
    refs: list[PartyRef] = []
    while verb is not None and not refs:
        refs = [r for r in subject(scene, view, verb) if r.kind in STATES or r.country]
        verb = next((g for g in governors(view.sentence, verb) if is_verb(view.tokens[g])), None)
    refs += [r for r in parties_under(scene, view, hit.at, ("of", "from", "by", "'s"), ("Gen",)) if r.kind in STATES]
    refs += adjective_states(scene, view, hit.at)
    refs += [r for r in all_parties(scene, view) if r.kind in STATES]
    if refs:
        return refs[0]
    told = [m for m in scene.analysis.mentions if m.kind == "country" and m.key and not m.adjective]
    before = [m for m in told if m.stop <= view.sentence.start]
    state = before[-1] if before else told[0] if told else None
    return (
        PartyRef(state.name, state.start, state.stop, None, state.key, "country", "the state told last")
        if state
        else None
    )
