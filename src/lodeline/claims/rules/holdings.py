"""Who holds: owners of a company or a site listed with their parts."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import all_parties
from lodeline.claims.phase import status_by_form, tense_of
from lodeline.claims.rules.frame import HUNDRED, open_draft, share_of
from lodeline.claims.rules.stakes import HOLDING, give_share, in_name, is_stake, shares_listed, spread_rest
from lodeline.claims.rules.ventures import FOUNDED, distinct, finish_venture
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import Pick, use
from lodeline.claims.words import words
from lodeline.language.tree import subtree

RAW_GOODS = words("raw_goods")
OUTPUT = words("output")
WEAK_BUY = words("weak_buy")


def each_holds(scene: Scene, view: View) -> Iterator[Draft]:
    """«По 45% принадлежит А и Б, остальные 10% — у В», "A and B each own 50%": one part for each of several."""
    picks = [p for p in scene.free(view, "percent") if is_stake(view, p)]
    held = view.has("owner", "jv", "stake", "rest") or any(t.lemma in HOLDING for t in view.tokens)
    if not held or not any(is_each(view, p) for p in picks) or tells_of_world(view) or trades(view):
        return
    draft = open_draft("joint_venture", "each holds a part", view, view.token_of(picks[0][1].start))
    for n, pick in enumerate(picks):
        stop = picks[n + 1][1].start if n + 1 < len(picks) else view.sentence.stop
        start = picks[n - 1][1].stop if n else view.sentence.start
        after = [r for r in all_parties(scene, view, (pick[1].stop, stop)) if may_hold(r)]
        before = [r for r in all_parties(scene, view, (start, pick[1].start)) if may_hold(r) and r.kind != "person"]
        holders = [] if not is_each(view, pick) else after if len(after) > 1 else before
        for ref in holders if len(holders) > 1 else after[:1] if n else []:
            draft.add_party(ref, "partner", share_of(pick))
    if sum(share or 0 for _, _, share in draft.parties) != HUNDRED:
        return
    for pick in picks:
        use(scene, draft, "shares", pick)
    at = view.token_of(picks[0][1].start)
    draft.status = "agreed" if tense_of(view, at) == "future" else "in_force"
    finish_venture(scene, view, draft, at)
    yield draft


def may_hold(ref: PartyRef) -> bool:
    return ref.kind != "group" and ref.name not in FOUNDED


def is_each(view: View, pick: Pick) -> bool:
    """«по 45%», "45% each", "each own 45%"."""
    at, last = view.token_of(pick[1].start), view.token_of(pick[1].stop - 1)
    around = (*view.tokens[max(0, at - 3) : at], *view.tokens[last + 1 : last + 2])
    return (at > 0 and view.tokens[at - 1].lemma == "по") or any(t.lemma == "each" for t in around)


def holdings(scene: Scene, view: View) -> Iterator[Draft]:
    """Owners listed with parts that make a whole: "owned by A (60%) and B (40%)", no venture and no purchase told."""
    shared = list(each_holds(scene, view))
    yield from shared
    if shared:
        return
    after = scene.after(view)
    near = [view] if after is None or shares_listed(scene, view) else [view, after]
    if tells_of_world(view) or trades(view) or not whole(scene, near) or shares_goods(view):
        return
    listed = [(v, p) for v in near for p in parts(scene, v) if is_stake(v, p)]
    at = view.token_of(listed[0][1][1].start)
    draft = open_draft("joint_venture", "holders listed with shares", view, at)
    firms = distinct([r for r in all_parties(scene, view) if r.kind in ("organisation", "institution")])
    for ref in firms if len(firms) == 2 else []:
        draft.add_party(ref, "partner")
    for part, pick in listed:
        give_share(scene, part, draft, pick)
    draft.status = status_by_form(view, "joint_venture", at, "signed") if view.has("sign") else "in_force"
    if sum(share is not None for _, _, share in draft.parties) >= 2:
        finish_venture(scene, view, draft, at)
        yield draft


def whole(scene: Scene, views: list[View]) -> bool:
    """Two or more parts that add up to 100, the first of them in the first sentence."""
    values = [share_of(p) for view in views for p in parts(scene, view)]
    return len(values) >= 2 and sum(values) == HUNDRED and bool(parts(scene, views[0]))


def parts(scene: Scene, view: View) -> list[Pick]:
    """Percents, and after the first also bare numbers in brackets: "A (50 per cent), B (25) and C (25)"."""
    percents = scene.free(view, "percent")
    numbers = scene.free(view, "number") if percents else []
    bare = [
        (i, v)
        for i, v in numbers
        if scene.text[v.start - 1] == "(" or scene.text[v.stop : v.stop + 3].strip() in DASHES
    ]
    return sorted([*percents, *bare], key=lambda p: p[1].start)


DASHES = ("—", "–", "-")


def owners(scene: Scene, view: View) -> Iterator[Draft]:
    """An owner word, two parties and one part ("The owners, A and a trust holding 20 per cent"); the rest follows."""
    for hit in view.cues("owner", "rest"):
        listed = [
            p
            for p in scene.free(view, "percent")
            if is_stake(view, p) and abs(view.token_of(p[1].start) - hit.at) <= 16
        ]
        firms = [r for r in all_parties(scene, view) if r.kind != "person" and (may_hold(r) or r.country)]
        if hit.cue.group == "owner":
            firms = [r for r in firms if r.start > view.tokens[hit.at].start]
        beside = (
            hit.cue.group == "rest" and listed and view.distance(hit.at, listed[0][1].start, listed[0][1].stop) <= 2
        )
        other = trades(view) or tells_of_world(view) or view.has("announce")
        if beside or len(listed) != 1 or len(firms) != 2 or other or is_owned(view, listed[0], firms):
            continue
        draft = open_draft("joint_venture", "owners with one part told", view, hit.at)
        draft.status = "in_force"
        for ref in firms:
            draft.add_party(ref, "partner")
        give_share(scene, view, draft, listed[0])
        spread_rest(view, draft)
        finish_venture(scene, view, draft, hit.at)
        yield draft
        return


def is_owned(view: View, part: Pick, firms: list[PartyRef]) -> bool:
    """ "A owns 12% of B": one of the two is what the part is of, and no owner beside the other."""
    inside = set(subtree(view.sentence, view.token_of(part[1].stop - 1), without=("conj",)))
    return not view.has("jv") and any(view.token_of(r.start) in inside for r in firms)


def shares_goods(view: View) -> bool:
    """ "Half of the concentrate goes to A, half to B": goods go to buyers, and no company has owners."""
    raw = any(t.lemma in (*RAW_GOODS, *OUTPUT) for t in view.tokens)
    return raw and view.has("supply") and not view.has("owner", "jv", "stake")


def trades(view: View) -> bool:
    """A word of buying or selling that is one by itself, unlike "take"."""
    return any(h.cue.text not in WEAK_BUY for h in view.cues("buy", "sell"))


def tells_of_world(view: View) -> bool:
    return any(not in_name(view, h.at) for h in view.cues("world"))
