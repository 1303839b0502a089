"""Instruments signed or struck, licences given or taken, understandings without a paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    all_parties,
    is_passive,
    parties_under,
    patient_tokens,
    subject,
    subject_tokens,
)
from lodeline.claims.phase import conditional, is_negated, phase_of, status_of
from lodeline.claims.rules.frame import (
    ABOUT,
    BETWEEN,
    NEAR,
    STATES,
    WITH,
    governing_verb,
    is_bare,
    is_named,
    open_draft,
    phrase,
    points_back,
    topic_firm,
)
from lodeline.claims.rules.states import acting_states, as_state, both_sides, is_state, sides_before, spoken_for
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
from lodeline.claims.words import words
from lodeline.language.tree import children, governors, is_verb, preposition, subtree
from lodeline.language.values import Value


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
        if conditional(view, hit.at) or (view.index, hit.at) in scene.struck:
            continue
        if (is_named(view, hit) and not is_counted(view, hit)) or is_history(view, hit):
            continue
        if is_form_of_deal(scene, view, hit) or is_aside(view, hit):
            continue
        draft = open_draft("agreement", f"{hit.cue.group} with its parties", view, hit.at)
        draft.instrument = hit.cue.value or None
        for ref in signatories(scene, view, hit):
            draft.add_party(ref, "signatory")
        add_own_side(scene, view, draft, hit)
        phase = ended(view, hit) or phase_of(scene, view, hit.at)
        draft.status = agreement_status(view, hit, phase)
        if draft.status is None or not enough(scene, view, draft, hit):
            continue
        for ref in witnesses(scene, view):
            if ref.name not in draft.names("signatory"):
                draft.add_party(ref, "witness")
        take_money(scene, draft, nearest_value(scene, view, hit.at, ("money",)))
        take_quantity(scene, draft, nearest_value(scene, view, hit.at, ("quantity",), is_measured))
        if draft.quantity is not None and draft.quantity.unit == "documents":
            draft.quantity = replace(draft.quantity, unit="agreements")
        draft.subject = phrase(view, hit.at)
        if hit.cue.group == "licence":
            fill_commodities(scene, view, draft)
            fill_assets(scene, view, draft)
        fill_places(scene, view, draft, topic=not of_states(draft))
        fill_date(scene, view, draft, hit.at)
        fill_period(scene, view, draft, hit.at)
        if not is_background(scene, draft):
            yield draft


def add_own_side(scene: Scene, view: View, draft: Draft, hit: Hit) -> None:
    """ "The agreement with A was terminated": the other side is the company that the text is about."""
    others = {r.name for r in parties_under(scene, view, hit.at, WITH)}
    over = view.near(hit.at, "cancel", "suspend", reach=0)
    lone = bool(over) and len(draft.parties) == 1 and set(draft.names("signatory")) <= others
    if lone and scene.topic.organisation is not None and topic_firm(scene).name not in others:
        draft.add_party(topic_firm(scene), "signatory")


def is_measured(value: Value) -> bool:
    """How much or how many of what is agreed on; «о двух заводах» counts sites."""
    return value.quantity is not None and value.quantity.unit not in ("plants", "mines", "jobs")


def is_aside(view: View, hit: Hit) -> bool:
    """A reason («из-за истёкшей лицензии»), papers nobody signs («насчитали сотню документов»), a paper to join."""
    token = view.tokens[hit.at]
    if preposition(view.sentence, hit.at) in REASONS or (hit.cue.value == "joint_statement" and view.has("join")):
        return True
    reach = COUNTED_REACH if is_counted(view, hit) else 8
    return token.lemma in PAPERS and not view.near(hit.at, *ENACTING, reach=reach)


REASONS = ("из-за", "due", "because")
ENACTING = ("sign", "agree", "strike", "approve", "effect", "cancel")
COUNTED_REACH = 24
"""Words between counted papers and their signing: "the 22 documents worth $3bn that both states signed"."""
PAPERS = ("документ", "бумага", "document", "paper")


def is_counted(view: View, hit: Hit) -> bool:
    """«одиннадцать соглашений»: a number of papers is no name."""
    start = view.tokens[hit.at].start
    return any(v.kind == "quantity" and v.start <= start < v.stop for _, v in view.values)


def is_history(view: View, hit: Hit) -> bool:
    """The "Treaty of 1884": a paper told by a year of another century."""
    years = [view.tokens[i].text for i in subtree(view.sentence, hit.at)]
    return any(y.isdigit() and len(y) == 4 and y < EARLIEST for y in years)


EARLIEST = "1950"


def of_states(draft: Draft) -> bool:
    """What states sign among themselves lies in no country by itself."""
    return bool(draft.parties) and all(ref.kind in STATES for ref, _, _ in draft.parties)


def is_background(scene: Scene, draft: Draft) -> bool:
    """A treaty of another generation is history, not news."""
    anchor = scene.analysis.anchor
    return draft.date is not None and anchor is not None and int(anchor[:4]) - int(draft.date[:4]) > GENERATION


GENERATION = 25
"""Years."""


def is_form_of_deal(scene: Scene, view: View, hit: Hit) -> bool:
    """The instrument is that of a venture, purchase, loan or sale which a claim already tells."""
    inside = subtree(view.sentence, hit.at)
    dealt = [at for n, at in scene.dealt if n == view.index]
    if hit.cue.group == "licence":
        return any(view.clauses[at] == view.clauses[hit.at] for at in dealt)
    if dealt and is_bare(view, hit) and not preposition(view.sentence, hit.at):
        return True
    if any(n == view.index - 1 for n, _ in scene.dealt) and points_back(view, hit):
        return True
    if hit.cue.value.startswith("letter_") and dealt:
        return True
    return any(at in inside or abs(at - hit.at) <= NEAR for at in dealt)


def agreement_status(view: View, hit: Hit, phase: str) -> str | None:
    """The form decides where it binds nobody; a contract binds once signed; else the phase."""
    struck = phase in ("signed", "past", "present", "none", "done", "effect")
    loose = phase in ("agreed", "negated") and view.has("firm", value="non_binding")
    if hit.cue.value == "memorandum" and (struck or loose):
        return "memorandum"
    if hit.cue.value.startswith("letter_") and struck:
        return "intent"
    if hit.cue.value == "contract" and phase == "signed":
        return "binding"
    if hit.cue.value == "licence" and struck:
        return "in_force"
    if phase == "negated" and not view.has("pending"):
        return None
    if phase == "approved" and hit.cue.group == "instrument" and not any(t.lemma in RATIFYING for t in view.tokens):
        return "memorandum" if hit.cue.value == "memorandum" else "agreed"
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
    if len(found) == 1:
        found = parties_under(scene, view, hit.at, ("of", "'s"), ("Gen",)) + found
    verb = signing_verb(view, hit)
    if verb is not None:
        found = [*signers(scene, view, verb), *found, *parties_under(scene, view, verb, (*WITH, *BETWEEN))]
        if is_passive(view, verb) and not found:
            found = [r for r in own_clause(scene, view, hit) if r.kind in ("organisation", "country", "institution")]
    if hit.cue.group == "licence":
        found = licence_sides(scene, view, hit, found)
    elif found and len(found) < 2:
        found += owner_of_goods(scene, view, hit)
    head = governing_verb(view, hit.at)
    verbless = head is None or not is_verb(view.tokens[head])
    if len(found) < 2 and hit.cue.group == "instrument" and verbless and not is_bare(view, hit):
        found += named_after(scene, view, hit)
    unique: dict[str, PartyRef] = {}
    meant = [s for r in found for s in (sides_of(scene, view, r) or spoken_for(scene, view, r))]
    for ref in meant:
        if may_sign(scene, view, hit, ref):
            unique.setdefault(ref.name, ref)
    if not unique and verb is not None and view.tokens[verb].lemma in SIGNING and not subject_told(view, verb):
        return sides_before(scene, view)
    return list(unique.values())


SIGNING = words("signing")


def subject_told(view: View, verb: int) -> bool:
    return not is_passive(view, verb) and bool(subject_tokens(view, verb))


def sides_of(scene: Scene, view: View, ref: PartyRef) -> list[PartyRef]:
    """ "both governments": the two that were told last."""
    mention = scene.analysis.mentions[ref.mention] if ref.mention is not None else None
    return both_sides(scene, view, mention.top) if mention is not None and mention.kind == "group" else []


def signers(scene: Scene, view: View, verb: int) -> list[PartyRef]:
    """The subject; "the two sides" are those told last; who ratifies does so for a state; an offer has its receiver."""
    sides = [ref for at in subject_tokens(view, verb) for ref in both_sides(scene, view, at)]
    if sides:
        return sides
    if view.tokens[verb].lemma in RATIFYING:
        return acting_states(scene, view, verb) or subject(scene, view, verb)
    offers = [g for g in governors(view.sentence, verb) if view.tokens[g].lemma in OFFERING]
    receivers = [ref for g in offers[:1] for ref in parties_under(scene, view, g, ("to",), ("Dat",))]
    return [*(subject(scene, view, verb) or acting_states(scene, view, verb)), *receivers]


RATIFYING = words("ratifying")
OFFERING = words("offering")


def may_sign(scene: Scene, view: View, hit: Hit, ref: PartyRef) -> bool:
    """No site and no paper signs; a truce is made by states alone."""
    if view.tokens[hit.at].lemma in TRUCES:
        return is_state(scene, ref) and ref.kind != "person"
    papers = [h.at for h in view.cues("instrument", "licence", "meet")]
    is_paper = any(ref.start <= view.tokens[at].start < ref.stop for at in papers)
    is_paper = is_paper or ref.name.casefold() in PAPER_WORDS
    holds_licence = ref.kind != "asset" or hit.cue.group == "instrument"
    return holds_licence and not (ref.kind in ("organisation", "institution") and is_paper)


TRUCES = words("truces")
PAPER_WORDS = words("paper_words")


def own_clause(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """Parties of the clause that the instrument stands in; where it was made is none of them."""
    clause = view.clauses[hit.at]
    inside = [r for r in all_parties(scene, view) if view.clauses[view.token_of(r.start)] == clause]
    return [
        r for r in inside if r.kind != "country" or preposition(view.sentence, view.token_of(r.start)) not in LOCATIVE
    ]


LOCATIVE = words("locative")


def participles(view: View, hit: Hit) -> list[int]:
    """What is told of the licence in a participle: "the permit for X, withdrawn from Y"."""
    nouns = [hit.at, *children(view.sentence, hit.at, "nmod")]
    licensing = {h.at for h in view.cues("licensing")}
    return [c for n in nouns for c in children(view.sentence, n, "acl") if c in licensing]


def ended(view: View, hit: Hit) -> str | None:
    told = set(participles(view, hit)) if hit.cue.group == "licence" else set()
    phases = {h.cue.group for h in view.cues("cancel", "suspend") if h.at in told}
    return "cancelled" if "cancel" in phases else "suspended" if phases else None


def licence_sides(scene: Scene, view: View, hit: Hit, signers: list[PartyRef]) -> list[PartyRef]:
    """Who gives or withdraws the licence and who holds it: receiver, owner, "from N", «у N», subject."""
    verb = governing_verb(view, hit.at)
    found = [*signers, *parties_under(scene, view, hit.at, ("to", "for", "of", "'s", "from", "у"), ("Dat", "Gen"))]
    if verb is not None:
        found += parties_under(scene, view, verb, ("to", "from", "у"), ("Dat",)) + subject(scene, view, verb)
        found += acting_states(scene, view, verb)
    for at in participles(view, hit):
        found += parties_under(scene, view, at, ("to", "from", "by", "у"), ("Dat", "Ins"))
    holders = [r for r in found if r.kind == "organisation"]
    if not holders or len({r.name for r in found}) < 2:
        found += [r for r in all_parties(scene, view) if r.kind == "organisation"][:1]
    topic = scene.topic.organisation
    if not found and topic is not None and verb is not None:
        mention = scene.mention(topic)
        found.append(PartyRef(mention.name, mention.start, mention.stop, topic, mention.country, "organisation", ABOUT))
    return [as_state(scene, view, r) if r.kind in ("group", "institution") else r for r in found]


def signing_verb(view: View, hit: Hit) -> int | None:
    """The verb whose object the instrument is; for a named form also a signing verb before it."""
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
    near = [
        r for r in all_parties(scene, view, stretch) if view.clauses[view.token_of(r.start)] == view.clauses[hit.at]
    ]
    found = [r for r in near if r.kind == "organisation" and any(c.isupper() for c in r.name)]
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
