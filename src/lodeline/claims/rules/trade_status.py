"""How far a trade has come: by its verb, by the paper that it stands on, by the tender that it is asked for in."""

from __future__ import annotations

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft
from lodeline.claims.phase import UNDER, chain, phase_of, status_by_form
from lodeline.claims.rules.frame import ABOUT
from lodeline.claims.rules.trade_papers import OTHER_DEALS, TENDERS, paper_over
from lodeline.claims.rules.trade_sides import OFFTAKE, ORDERS
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import FULL_DATE
from lodeline.claims.words import words
from lodeline.language.tree import children, preposition


def supply_status(scene: Scene, view: View, hit: Hit) -> str | None:
    """How far the trade has come; one that hangs on a paper stands no further than the paper does."""
    phase = phase_of(scene, view, hit.at)
    if view.has("force_majeure"):
        lifted = any(t.lemma in LIFTING for t in view.tokens)
        return None if lifted or phase in ("negated", "plan") else "denied" if phase == "denied" else "suspended"
    if phase == "negated":
        dated = any(v.date and len(v.date.iso or "") == FULL_DATE for _, v in view.values)
        return "suspended" if dated or any(t.lemma in NO_LONGER for t in view.tokens) else None
    paper = paper_over(view, hit.at)
    if phase == "talk" and paper is not None and paper.cue.value == "memorandum":
        return "memorandum"
    fate = fate_of(scene, view, paper) if paper is not None else ""
    if fate in ("cancelled", "suspended", "denied"):
        return fate
    talked = phase == "none" and any(h.at < hit.at for h in view.cues("talk"))
    status = "proposed" if talked else status_by_form(view, "supply", hit.at, phase)
    if view.has("pending") and status != "cancelled":
        return "proposed"
    tendered = status in ("completed", "agreed", "under_way") and over_tender(view, hit.at)
    if tendered:
        return "agreed" if any(t.lemma in WINNING for t in view.tokens) else "proposed"
    promised = any(view.tokens[i].lemma in PROMISED for i in chain(view, hit.at))
    on_contract = paper is not None and paper.cue.value == "contract"
    told = hit.cue.value == "contract" or hit.cue.group == "contracted"
    contracted = told or promised or on_contract or is_under_contract(view, hit, phase)
    if contracted and status in ("completed", "agreed", "under_way", "proposed") and phase != "done":
        return "binding"
    promise = hit.cue.text in (*ORDERS, *OFFTAKE) or hit.cue.group == "pledge" or paper is not None
    if promise and phase in ("past", "present", "none") and status in ("completed", "under_way"):
        return "agreed"
    return status


def fate_of(scene: Scene, view: View, paper: Hit) -> str:
    """What became of the paper; «Расторгнут договор»: also by the word right before it."""
    before = [h for h in view.cues("cancel", "suspend") if 0 < paper.at - h.at <= 2]
    if before:
        return "cancelled" if before[-1].cue.group == "cancel" else "suspended"
    phase = phase_of(scene, view, paper.at)
    return "cancelled" if is_ended(view, paper.at) else phase


def is_ended(view: View, paper: int) -> bool:
    """«Ранее заключённый договор … расторгнут»: the main verb of the sentence ends it, and nothing else is told to."""
    verbs = [h.at for h in view.cues("cancel") if h.at > paper and view.tokens[h.at].voice == "Pass"]
    main = [i for i in verbs if view.tokens[i].relation in ("root", "conj") and view.clauses[i] == i]
    return bool(main) and not children(view.sentence, main[0], "nsubj")


def over_tender(view: View, at: int) -> bool:
    """«тендер на поставку», "a tender to buy": what is put out to tender is not bought before somebody wins it."""
    return any(
        view.tokens[i].lemma in TENDERS for i in (*chain(view, at), view.tokens[view.clauses[at]].head) if i >= 0
    )


WINNING = words("winning")


PROMISED = words("contracting")


LIFTING = words("lifting")


def is_under_contract(view: View, hit: Hit, phase: str) -> bool:
    """«по договору забирает», "will take under a contract": what is not done yet stands on a contract."""
    papers = [h for h in view.cues("instrument", value="contract") if preposition(view.sentence, h.at) in UNDER]
    ahead = phase in ("present", "future", "none", "plan")
    return ahead and any(view.clauses[h.at] == view.clauses[hit.at] for h in papers)


NO_LONGER = words("no_longer")


def stand_on_paper(scene: Scene, view: View, draft: Draft, hit: Hit) -> None:
    """What paper the trade stands on; one signed in the sentences just before by a side of it binds."""
    paper = paper_over(view, hit.at)
    if paper is not None and paper.cue.value:
        draft.instrument = paper.cue.value
        draft.holds("instrument", view.tokens[paper.at].start, view.tokens[paper.at].stop)
    if paper is None and draft.status == "agreed" and signed_before(scene, view, draft):
        draft.status, draft.instrument = "binding", "contract"
        draft.infers("instrument", "the paper signed just before")


def signed_before(scene: Scene, view: View, draft: Draft) -> bool:
    """A contract that one of the sides signs in one of the few sentences before."""
    names = {ref.name for ref, _, _ in draft.parties if ref.rule != ABOUT}
    for near in scene.views[max(0, view.index - SIGNED_BACK) : view.index]:
        told = {scene.mention(i).name for i, _ in near.mentions}
        papers = near.cues("instrument", value="contract") if names & told and near.has("sign") else []
        if any(phase_of(scene, near, h.at) == "signed" for h in papers) and not near.has(*OTHER_DEALS):
            return True
    return False


SIGNED_BACK = 3
