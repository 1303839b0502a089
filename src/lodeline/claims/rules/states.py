"""What states and bodies do: restrictions on trade, accessions, meetings, signed instruments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    all_parties,
    covering,
    expand_state,
    is_passive,
    parties_under,
    patient,
    patient_tokens,
    subject,
    under,
)
from lodeline.claims.phase import conditional, is_negated, phase_of, status_of
from lodeline.claims.rules.frame import governing_verb, open_draft, phrase
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import (
    fill_assets,
    fill_commodities,
    fill_date,
    fill_period,
    fill_places,
    nearest_value,
    take_money,
    take_quantity,
)
from lodeline.language.analysis import Mention
from lodeline.language.tree import children, governors, is_verb, preposition, subtree
from lodeline.vocabulary.institutions import institution
from lodeline.vocabulary.places import country

ABOUT = "what the text is about"
WITH = ("с", "со", "with")
BETWEEN = ("между", "between")
STATES = ("country", "group")


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
        fill_commodities(scene, view, draft, hit.at)
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
        fill_commodities(scene, view, draft, hit.at)
        fill_date(scene, view, draft, hit.at)
        yield draft
        return


RAISE = ("увеличить", "расширить", "повысить", "increase", "raise", "expand", "widen", "double")
CUT = ("сократить", "урезать", "снизить", "cut", "reduce", "lower", "halve")
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
    found = [h for h in view.near(hit.at, "impose", reach=8)]
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


def adjective_states(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Whose it is by an adjective: "the Philippine moratorium", «казахстанская квота»."""
    inside = children(view.sentence, at, "amod", "compound")
    return [
        ref
        for index, m in view.mentions
        if m.adjective and m.country and any(m.start <= view.tokens[i].start < m.stop for i in inside)
        for ref in expand_state(scene, index, m)
    ]


def accessions(scene: Scene, view: View) -> Iterator[Draft]:
    """A state joins or leaves a body or a treaty that the vocabulary or the text names."""
    for hit in view.cues("join"):
        if conditional(view, hit.at):
            continue
        if not is_verb(view.tokens[hit.at]) and not view.near(
            hit.at, "plan", "announce", "done", "sign", "approve", "effect", "member"
        ):
            if hit.cue.value != "member":
                continue
        bodies = joined_bodies(scene, view, hit)
        members = joining_members(scene, view, hit, {b.name for b in bodies})
        if not bodies or not members:
            continue
        draft = open_draft("accession", "joins or leaves a body", view, hit.at)
        phase = phase_of(scene, view, hit.at, skip=("join", "cancel", "effect"))
        draft.status = status_of("accession", phase)
        if hit.cue.value == "leave":
            draft.status = "cancelled" if draft.status in ("in_force", "agreed", "completed") else draft.status
        for ref in members:
            draft.add_party(ref, "member")
        for ref in bodies[:1]:
            draft.add_party(ref, "organisation")
        fill_date(scene, view, draft, hit.at)
        yield draft
        return


def is_body(scene: Scene, ref: PartyRef) -> bool:
    if ref.mention is None:
        return False
    mention = scene.mention(ref.mention)
    return mention.kind in ("institution", "organisation") or (mention.kind == "group" and bool(mention.key))


def joined_bodies(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """What is joined: the dative, «в» + accusative, "to", or the object; a body and not a bank or a state."""
    near = [*under_hit(view, hit)]
    found = [
        body_ref(scene, i)
        for t in near
        for i, m in covering(scene, view, t)
        if m.kind in ("institution", "organisation", "group")
    ]
    if found:
        return found
    bare = [h for h in view.cues("instrument") if h.at in near]
    if bare:
        return text_treaty(scene)
    after = [r for r in all_parties(scene, view) if 0 < view.token_of(r.start) - hit.at <= NEAR]
    return [r for r in after if r.kind == "institution" and is_joinable(scene, r)]


def is_joinable(scene: Scene, ref: PartyRef) -> bool:
    mention = scene.mention(ref.mention) if ref.mention is not None else None
    known = institution(mention.key) if mention is not None and mention.key else None
    return known is not None and known.kind in ("treaty", "organisation", "programme")


def text_treaty(scene: Scene) -> list[PartyRef]:
    """«присоединиться к соглашению»: the treaty that the text names."""
    treaties = [(i, m) for i, m in enumerate(scene.analysis.mentions) if is_treaty(m)]
    return [body_ref(scene, treaties[0][0])] if treaties else []


def body_ref(scene: Scene, index: int) -> PartyRef:
    mention = scene.analysis.mentions[index]
    target = scene.mention(index)
    return PartyRef(target.name, mention.start, mention.stop, index, None, target.kind)


def under_hit(view: View, hit: Hit) -> list[int]:
    found: list[int] = []
    for token in range(hit.first, hit.last):
        for child in children(view.sentence, token, "obl", "nmod", "iobj", "obj"):
            if preposition(view.sentence, child) in ("", "к", "в", "из", "to", "from", "of", "into"):
                found.append(child)
    return found


def joining_members(scene: Scene, view: View, hit: Hit, bodies: set[str]) -> list[PartyRef]:
    """The subject, a genitive («присоединение Перу»), or the nearest states before the word."""
    verb = governing_verb(view, hit.at)
    found = parties_under(scene, view, hit.at, ("of", "'s", "by"), ("Gen",))
    found = found or adjective_states(scene, view, hit.at)
    if not found and verb is not None:
        found = patient(scene, view, verb) if is_passive(view, verb) else subject(scene, view, verb)
    members = [r for r in found if r.name not in bodies and r.kind in STATES]
    if members:
        return members
    before = [r for r in all_parties(scene, view) if r.kind in STATES and r.stop <= view.tokens[hit.at].start]
    return [r for r in before if r.name not in bodies][-1:]


def treaty_signings(scene: Scene, view: View) -> Iterator[Draft]:
    """States that sign «документ», «соглашение» after a sentence about a treaty that the vocabulary knows: they join it."""
    before = scene.before(view)
    if before is None:
        return
    treaties = [(i, m) for i, m in before.mentions if is_treaty(m)]
    for hit in view.cues("sign"):
        instruments = [h for h in view.cues("instrument") if h.at in patient_tokens(view, hit.at)]
        members = [r for r in subject(scene, view, hit.at) if r.kind in STATES]
        if not treaties or not instruments or not members or not is_bare(view, instruments[0]):
            continue
        draft = open_draft("accession", "signs the treaty told before", view, hit.at)
        draft.status = status_of("accession", phase_of(scene, view, hit.at, skip=("sign",)))
        for ref in members:
            draft.add_party(ref, "member")
        index, treaty = treaties[0]
        draft.add_party(
            PartyRef(treaty.name, treaty.start, treaty.stop, index, None, "institution", "told just before"),
            "organisation",
        )
        fill_date(scene, view, draft, hit.at)
        scene.struck.add((view.index, instruments[0].at))
        yield draft
        return


def is_treaty(mention: Mention) -> bool:
    if mention.kind == "institution" and mention.key is None:
        return any(word.startswith(TREATY_STEMS) for word in mention.name.casefold().split())
    known = institution(mention.key) if mention.kind == "institution" and mention.key else None
    return known is not None and known.kind == "treaty"


TREATY_STEMS = (
    "соглашени",
    "договор",
    "конвенц",
    "пакт",
    "харти",
    "протокол",
    "accord",
    "treaty",
    "convention",
    "pact",
)


def is_bare(view: View, hit: Hit) -> bool:
    """The word by itself, with nothing that says which instrument it is."""
    return not children(view.sentence, hit.at, "nmod", "amod", "acl")


def meetings(scene: Scene, view: View) -> Iterator[Draft]:
    """A summit, visit, talks, a call: one for each clause with a meeting word and a participant."""
    for hit in meeting_hits(view):
        if conditional(view, hit.at):
            continue
        people = participants(scene, view, hit)
        if not people or not (len(people) > 1 or has_date_or_place(view, hit, people)):
            continue
        draft = open_draft("meeting", "people or states meet", view, hit.at)
        draft.status = status_of("meeting", phase_of(scene, view, hit.at, skip=("done", "sign", "talk")))
        if draft.status is None:
            continue
        for ref in people:
            draft.add_party(ref, "host" if is_host(view, hit, ref) else "participant")
        fill_date(scene, view, draft, hit.at)
        fill_places(scene, view, draft, topic=False)
        draft.places += [ref.country for ref, role, _ in draft.parties if role == "host" and ref.country]
        fill_destination(scene, view, draft, hit)
        draft.subject = phrase(view, hit.at)
        yield draft


def is_host(view: View, hit: Hit, ref: PartyRef) -> bool:
    """Who receives the guests: the subject of «примет саммит», "hosts talks"."""
    verb = governing_verb(view, hit.at)
    return (
        verb is not None
        and view.tokens[verb].lemma in ("принять", "принимать", "host")
        and ref.stop <= view.tokens[verb].start
    )


def meeting_hits(view: View) -> list[Hit]:
    """One meeting word for each clause: a verb of visiting, else the first noun that names a meeting."""
    best: dict[int, Hit] = {}
    for hit in [h for h in view.cues("meet") if not is_named(view, h)]:
        clause = view.clauses[hit.at]
        known = best.get(clause)
        if known is None or meeting_rank(view, hit) < meeting_rank(view, known):
            best[clause] = hit
    return list(best.values())


def meeting_rank(view: View, hit: Hit) -> int:
    """Visiting verbs, then nouns, then light verbs («провели», "held")."""
    return 0 if hit.cue.text in VISITS else 2 if is_verb(view.tokens[hit.at]) else 1


VISITS = ("посетить", "встретиться", "побывать", "созвониться", "visit", "meet", "host")


def fill_destination(scene: Scene, view: View, draft: Draft, hit: Hit) -> None:
    """«посетил Перу», «визит в Лиму», "visited Peru": the state that is visited is the place."""
    for token in [*patient_tokens(view, hit.at), *under(view, hit.at, ("в", "to", "in"))]:
        for _, mention in covering(scene, view, token):
            if mention.kind in ("country", "place") and mention.country and not mention.adjective:
                draft.places.append(mention.country)
                draft.holds("places", mention.start, mention.stop)
                draft.parties = [p for p in draft.parties if p[0].country != mention.country or p[0].kind == "person"]


def participants(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """With whom and between whom; the subject of the verb; the genitive («встреча министров»)."""
    verb = governing_verb(view, hit.at)
    found = parties_under(scene, view, hit.at, (*WITH, *BETWEEN, "of", "'s"), ("Gen", "Ins"))
    for inner in [c for c in children(view.sentence, hit.at, "nmod") if view.tokens[c].lemma in PARTICIPATION]:
        found += parties_under(scene, view, inner, ("of",), ("Gen",))
    if verb is not None and view.clauses[verb] == view.clauses[hit.at] and not is_topic(view, hit):
        found += acting_together(scene, view, verb) + parties_under(scene, view, verb, (*WITH, *BETWEEN))
        found += [r for r in patient(scene, view, verb) if r.kind == "person"]
    kept = [r for r in found if r.kind in ("person", "country", "group", "institution", "post", "organisation")]
    unique: dict[str, PartyRef] = {}
    for ref in kept:
        unique.setdefault(ref.name, ref)
    return list(unique.values())


def is_topic(view: View, hit: Hit) -> bool:
    """«фокусировка саммита», "the outcome of the talks": the meeting is only what another noun is about."""
    token = view.tokens[hit.at]
    head = view.tokens[token.head] if token.head >= 0 else None
    return token.relation == "nmod" and head is not None and head.pos == "NOUN" and head.lemma not in PARTICIPATION


def acting_together(scene: Scene, view: View, verb: int) -> list[PartyRef]:
    """The subject; of a plural verb with one subject also the people listed with it («A, президент Б В провели»)."""
    found = subject(scene, view, verb)
    if view.tokens[verb].number == "Plur" and len(found) == 1:
        stretch = (found[0].start, view.tokens[verb].start)
        found += [r for r in all_parties(scene, view, stretch) if r.kind == "person" and r.name != found[0].name]
    return found


PARTICIPATION = ("участие", "participation", "attendance")


def has_date_or_place(view: View, hit: Hit, people: list[PartyRef]) -> bool:
    """A single participant is enough where the clause tells when or where."""
    clause = view.clauses[hit.at]
    dated = any(v.kind == "date" and view.clauses[view.token_of(v.start)] == clause for _, v in view.values)
    named = {p.start for p in people}
    placed = any(
        m.kind in ("place", "country") and m.start not in named and view.clauses[view.token_of(m.start)] == clause
        for _, m in view.mentions
    )
    return dated or placed


def understandings(scene: Scene, view: View) -> Iterator[Draft]:
    """Two parties agree to do something, no instrument named and no other claim in the sentence."""
    if view.index in scene.told:
        return
    for hit in view.cues("agree"):
        if conditional(view, hit.at) or not is_verb(view.tokens[hit.at]):
            continue
        found = subject(scene, view, hit.at) + parties_under(scene, view, hit.at, WITH)
        for inner in children(view.sentence, hit.at, "xcomp", "ccomp", "obl", "nmod", "obj"):
            found += parties_under(scene, view, inner, WITH)
        parties = {r.name: r for r in found if r.kind in ("organisation", "country", "institution", "group")}
        if len(parties) < 2:
            continue
        draft = open_draft("agreement", "parties agree", view, hit.at)
        draft.status = status_of("agreement", phase_of(scene, view, hit.at))
        for ref in parties.values():
            draft.add_party(ref, "signatory")
        take_quantity(scene, draft, nearest_value(scene, view, hit.at, ("quantity",)))
        take_money(scene, draft, nearest_value(scene, view, hit.at, ("money",)))
        draft.subject = phrase(view, hit.at)
        fill_places(scene, view, draft)
        fill_date(scene, view, draft, hit.at)
        yield draft
        return


def agreements(scene: Scene, view: View) -> Iterator[Draft]:
    """Any other instrument signed or struck, a licence given or taken, a package with a total."""
    for hit in view.cues("licence", "instrument"):
        if conditional(view, hit.at) or (view.index, hit.at) in scene.struck or is_named(view, hit):
            continue
        if hit.cue.group == "instrument" and is_form_of_deal(scene, view, hit):
            continue
        draft = open_draft("agreement", f"{hit.cue.group} with its parties", view, hit.at)
        draft.instrument = hit.cue.value or None
        for ref in signatories(scene, view, hit):
            draft.add_party(ref, "signatory")
        phase = phase_of(scene, view, hit.at)
        draft.status = agreement_status(view, hit, phase)
        if draft.status is None or not enough(scene, view, draft, hit):
            continue
        for ref in witnesses(scene, view):
            if ref.name not in draft.names("signatory"):
                draft.add_party(ref, "witness")
        take_money(scene, draft, nearest_value(scene, view, hit.at, ("money",)))
        take_quantity(scene, draft, nearest_value(scene, view, hit.at, ("quantity",)))
        if draft.quantity is not None and draft.quantity.unit == "documents":
            draft.quantity = replace(draft.quantity, unit="agreements")
        draft.subject = phrase(view, hit.at)
        if hit.cue.group == "licence":
            fill_commodities(scene, view, draft, hit.at)
            fill_assets(scene, view, draft)
        fill_places(scene, view, draft)
        fill_date(scene, view, draft, hit.at)
        fill_period(scene, view, draft, hit.at)
        yield draft


def is_form_of_deal(scene: Scene, view: View, hit: Hit) -> bool:
    """The instrument is that of a venture, purchase, loan or sale which a claim already tells."""
    inside = subtree(view.sentence, hit.at)
    if hit.cue.value.startswith("letter_") and any(n == view.index for n, _ in scene.dealt):
        return True
    return any(n == view.index and (at in inside or abs(at - hit.at) <= NEAR) for n, at in scene.dealt)


NEAR = 6
"""Words between an instrument and the deal that it is about."""


def is_named(view: View, hit: Hit) -> bool:
    """The word is part of a name («Авраамовы соглашения»), not an instrument of this text."""
    token = view.tokens[hit.at]
    over = [m for _, m in view.mentions if m.start <= token.start < m.stop]
    firms = [m for m in over if m.kind == "organisation" and m.top != hit.at and any(c.isupper() for c in m.name)]
    return bool(firms) or any(m.kind == "institution" for m in over)


def agreement_status(view: View, hit: Hit, phase: str) -> str | None:
    """The form decides where it binds nobody; a contract binds once signed; else the phase."""
    struck = phase in ("signed", "past", "present", "none", "done", "effect")
    if hit.cue.value == "memorandum" and (struck or view.has("firm", value="non_binding")):
        return "memorandum"
    if hit.cue.value.startswith("letter_") and struck:
        return "intent"
    if hit.cue.value == "contract" and phase == "signed":
        return "binding"
    if hit.cue.value == "licence" and struck:
        return "in_force"
    return status_of("agreement", phase)


FORMED = ("licence", "memorandum", "treaty", "joint_statement", "letter_of_intent", "letter_of_interest")


def enough(scene: Scene, view: View, draft: Draft, hit: Hit) -> bool:
    """Two signatories; one is enough for a named form or with a sum under a signing verb."""
    signed = len(draft.names("signatory"))
    money = nearest_value(scene, view, hit.at, ("money",)) is not None
    if hit.cue.group == "licence":
        told = view.near(hit.at, "licensing", "cancel", "suspend", "deny", "approve", "effect")
        return signed >= 1 and bool(told) and not any(is_negated(view, h.first) for h in told)
    if hit.cue.value in FORMED:
        return signed >= 1
    if money and any(
        v.quantity and v.quantity.unit in ("agreements", "documents") for _, v in scene.free(view, "quantity")
    ):
        return True
    return signed >= 2 or (signed == 1 and money and bool(view.near(hit.at, "sign", "agree", "strike")))


def signatories(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """Who signs: the subject of the verb whose object it is, «с»/"with", «между»/"between"; of a passive, all named."""
    found = parties_under(scene, view, hit.at, (*WITH, *BETWEEN))
    for inner in descendants(view, hit.at):
        found += parties_under(scene, view, inner, (*WITH, *BETWEEN))
    verb = signing_verb(view, hit)
    if verb is not None:
        found = [*subject(scene, view, verb), *found, *parties_under(scene, view, verb, (*WITH, *BETWEEN))]
        if is_passive(view, verb) and not found:
            found = [r for r in all_parties(scene, view) if r.kind in ("organisation", "country", "institution")]
    verb = governing_verb(view, hit.at)
    if hit.cue.group == "licence":
        found += parties_under(scene, view, hit.at, ("to", "for"), ("Dat",))
        if verb is not None:
            found += parties_under(scene, view, verb, ("to",), ("Dat",)) + subject(scene, view, verb)
        if len({r.name for r in found}) < 2:
            found += [r for r in all_parties(scene, view) if r.kind == "organisation"][:1]
        if not found and scene.topic.organisation is not None and verb is not None:
            topic = scene.topic.organisation
            mention = scene.mention(topic)
            found += [
                PartyRef(mention.name, mention.start, mention.stop, topic, mention.country, "organisation", ABOUT)
            ]
    if found and len(found) < 2:
        found += owner_of_goods(scene, view, hit)
    verbless = verb is None or not is_verb(view.tokens[verb])
    if len(found) < 2 and hit.cue.group == "instrument" and verbless and not is_bare(view, hit):
        found += named_after(scene, view, hit)
    unique: dict[str, PartyRef] = {}
    for ref in found:
        unique.setdefault(ref.name, ref)
    return list(unique.values())


def signing_verb(view: View, hit: Hit) -> int | None:
    """The verb whose object the instrument is; for a named form also a signing verb before it that the parser left off."""
    verb = governing_verb(view, hit.at)
    objects = {hit.at, view.tokens[hit.at].head}
    if verb is not None and objects & set(patient_tokens(view, verb)):
        return verb
    if hit.cue.value in FORMED and hit.cue.group == "instrument":
        return next((h.at for h in view.cues("sign") if is_verb(view.tokens[h.at]) and h.at < hit.at), None)
    return None


def named_after(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """Of an instrument without a verb («…, а также соглашение об… А с … Б»): the companies told after it."""
    later = [h.first for h in view.cues("instrument") if h.first > hit.last]
    stop = view.tokens[later[0]].start if later else view.sentence.stop
    stretch = (view.tokens[hit.at].stop, stop)
    found = [
        r for r in all_parties(scene, view, stretch) if r.kind == "organisation" and any(c.isupper() for c in r.name)
    ]
    return found if len(found) >= 2 else []


def owner_of_goods(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """The other side told inside the object («соглашение об интеграции услуг А с сетями Б»)."""
    tokens = subtree(view.sentence, hit.at)
    stretch = (view.tokens[tokens[0]].start, view.tokens[tokens[-1]].stop)
    return [r for r in all_parties(scene, view, stretch) if r.kind in ("organisation", "institution")]


def descendants(view: View, at: int) -> list[int]:
    """Nouns under a noun, one or two steps down: «соглашение об интеграции услуг X с сетями Y»."""
    first = children(view.sentence, at, "nmod")
    return [*first, *(c for f in first for c in children(view.sentence, f, "nmod"))]


def witnesses(scene: Scene, view: View) -> list[PartyRef]:
    """«в присутствии президента N», "in the presence of N": the first person named after the words."""
    found: list[PartyRef] = []
    for hit in view.cues("witness"):
        people = [r for r in all_parties(scene, view) if r.kind == "person" and r.start > view.tokens[hit.first].start]
        found += people[:1]
    return found
