"""Stages of a site without a figure: works begun, a plant finished, a mine halted."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft
from lodeline.claims.parties import (
    is_passive,
    patient_tokens,
    subject,
    subject_tokens,
)
from lodeline.claims.phase import conditional, phase_of, status_of
from lodeline.claims.rules.frame import open_draft
from lodeline.claims.rules.sites import WORKS, about_site, developer, finish_project, is_placed, part_done, worked_on
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import (
    fill_commodities,
    nearest_value,
    take_money,
)
from lodeline.language.tree import children, is_verb, preposition, subtree
from lodeline.vocabulary.terms import terms_of

STAGES = (
    ("stop", "production"),
    ("explore", ""),
    ("finish", "construction"),
    ("build", "construction"),
    ("launch", "production"),
)


def staged(scene: Scene, view: View) -> Iterator[Draft]:
    """A stage without a quantity: works begun, a mine halted, a plant finished. It needs a site or a developer."""
    for group, stage in STAGES:
        for hit in view.cues(group):
            if conditional(view, hit.at) or not about_site(scene, view, hit) or is_purpose(scene, view, hit):
                continue
            if is_shipment(scene, view, hit):
                continue
            if is_discovery(view, hit) or (group == "stop" and closes_nothing(scene, view, hit)):
                continue
            phase = phase_of(
                scene, view, hit.at, skip=("done", "suspend", "stop") if group == "stop" else ("done", "stop")
            )
            draft = open_draft("project", f"stage told: {group}", view, hit.at)
            draft.stage = stage or hit.cue.value
            draft.status = stage_status(view, hit, phase)
            if draft.status is None:
                continue
            developer(scene, view, draft, hit.at)
            if not draft.parties and not is_placed(scene, view, hit):
                continue
            fill_commodities(scene, view, draft)
            take_money(scene, draft, nearest_value(scene, view, hit.at, ("money",)))
            finish_project(scene, view, draft, hit.at)
            yield draft
            return


def stage_status(view: View, hit: Hit, phase: str) -> str | None:
    if hit.cue.group == "build":
        return building_status(hit, phase)
    if part_done(view, hit):
        return "under_way"
    if hit.cue.group == "stop" and phase in ("past", "present", "none", "done", "negated"):
        return "suspended" if halted(view, hit.at) else None
    return status_of("project", phase)


def building_status(hit: Hit, phase: str) -> str | None:
    """Works that have begun go on until the text says that they are finished."""
    if phase in ("past", "none", "done", "present"):
        return "completed" if hit.cue.value == "done" else "under_way"
    return "cancelled" if phase == "negated" else status_of("project", phase)


def halted(view: View, at: int) -> bool:
    """A stop word of the same sentence; «стоит» stops a mine only where no price is told."""
    hits = view.near(at, "stop", reach=10)
    return any(h.cue.value != "or cost" or not any(v.kind == "money" for _, v in view.values) for h in hits)


def closes_nothing(scene: Scene, view: View, hit: Hit) -> bool:
    """An active stop verb whose subject is no party: "avalanches close the pass" is a barrier, not a halt."""
    active = is_verb(view.tokens[hit.at]) and not is_passive(view, hit.at)
    tokens = subject_tokens(view, hit.at) if active else []
    sorts = terms_of("asset_head", scene.analysis.language)
    closed = set(worked_on(view, hit.at))
    sites = [m for _, m in view.mentions if m.kind == "asset" and sorts.get(m.post or "") != "transport"]
    if any(closed & {m.top, m.head} for m in sites) or any(m.top in owners_of(view, hit.at) for _, m in view.mentions):
        return False
    return bool(tokens) and not subject(scene, view, hit.at) and not any(view.tokens[t].lemma in WORKS for t in tokens)


def owners_of(view: View, at: int) -> list[int]:
    """Whose site a fire or a flood has stopped: "halted Acme's smelter"."""
    return [c for o in patient_tokens(view, at) for c in children(view.sentence, o, "nmod:poss")]


def is_purpose(scene: Scene, view: View, hit: Hit) -> bool:
    """«на строительство завода», "toward the construction": what money is for; or a deal that is closed or opened."""
    attribute = view.tokens[hit.at].relation in ("compound", "amod") and not part_done(view, hit)
    if attribute or in_speech(scene, view.tokens[hit.at].start):
        return True
    if any(hit.at in subtree(view.sentence, h.at) for h in view.cues("instrument")):
        return True
    head = view.tokens[view.clauses[hit.at]]
    serves = head.relation.startswith(("acl", "advcl")) or view.tokens[hit.at].form == "Inf"
    if serves and any(n == view.index for n, _ in scene.dealt):
        return True
    if preposition(view.sentence, hit.at) in ("на", "для", "for", "toward", "towards"):
        return True
    return any(h.at in patient_tokens(view, hit.at) for h in view.cues("instrument", "loan", "bid"))


def in_speech(scene: Scene, offset: int) -> bool:
    """Inside a quotation long enough to be speech: what people expect is no stage of a project."""
    return any(q.start < offset < q.stop and q.stop - q.start > SPEECH_LENGTH for q in scene.analysis.quotes)


SPEECH_LENGTH = 40
"""Characters: shorter quotations are names and terms."""


def is_discovery(view: View, hit: Hit) -> bool:
    """A deposit that is opened or found is discovered, not started."""
    deposits = [m for _, m in view.mentions if m.kind == "asset" and m.post in ("месторождение", "deposit")]
    return hit.cue.text in ("открыть", "открыться", "open") and bool(deposits)


def is_shipment(scene: Scene, view: View, hit: Hit) -> bool:
    """The first cargo of a supply already told is that supply, not a start of works."""
    return hit.cue.value == "works" and any(n == view.index for n, _ in scene.dealt) and hit.last - hit.first > 1
