"""Stakes in a venture: which part is whose, what is left for the last partner, equal parts and ratios."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import agent, all_parties, parties_under, subject
from lodeline.claims.rules.frame import HUNDRED, share_of
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import Pick, use
from lodeline.claims.words import words
from lodeline.language.tree import governors, is_verb
from lodeline.vocabulary.places import country

STORY = 3
"""Sentences after the one that names a venture in which its stakes and its cost may stand."""
REACH = 7
"""Words around a percent in which its holder may be described."""
LOCAL = words("local")
FOREIGN = words("foreign")
STATE_WORDS = words("state")
HOLDER_AFTER = words("holder_after")
"""Words between a part and the holder that follows it ("60% to A", «40 процентов у Б»)."""
HOLDING = words("holding")
REMAINING = words("remaining")
PARTED = words("parted")
"""Verbs between a part and who has it («70% получит А»)."""
DASHES = ("—", "–", "-", ":")


def take_shares(scene: Scene, view: View, draft: Draft) -> None:
    """Percents of this sentence and the next few that tell a stake, each to its holder."""
    for near in (view, *following(scene, view, STORY)):
        if near is view or near.has("stake", "rest", "jv") or shares_listed(scene, near):
            picks = [p for p in scene.free(near, "percent") if is_stake(near, p)]
            if not give_in_order(scene, draft, picks):
                for pick in picks:
                    give_share(scene, near, draft, pick)
    take_ratio(scene, view, draft)
    spread_rest(view, draft)
    after = next(following(scene, view, 1), None)
    if after is not None and after.has("equal") and after.has("stake", "jv"):
        spread_rest(after, draft)


def give_in_order(scene: Scene, draft: Draft, picks: list[Pick]) -> bool:
    """ "A and B own 65% and 35%": as many parts in a row as partners before them, each to its own."""
    partners = sorted((r for r, role, _ in draft.parties if role == "partner"), key=lambda r: r.start)
    if len(picks) < 2 or len(picks) != len(partners) or partners[-1].stop > picks[0][1].start:
        return False
    if any(scene.text[a.stop : b.start].strip() not in IN_ROW for (_, a), (_, b) in pairwise(picks)):
        return False
    for ref, pick in zip(partners, picks, strict=True):
        draft.add_party(ref, "partner", share_of(pick))
        use(scene, draft, f"share.{ref.name}", pick)
    return True


IN_ROW = (",", "and", "и", ", and")


def following(scene: Scene, view: View, count: int) -> Iterator[View]:
    for n in range(view.index + 1, min(len(scene.views), view.index + 1 + count)):
        yield scene.views[n]


def shares_listed(scene: Scene, view: View) -> bool:
    total = sum(v.quantity.value for _, v in scene.free(view, "percent") if v.quantity)
    return total == HUNDRED


def is_stake(view: View, pick: Pick) -> bool:
    """A percent that tells a part of a company: not of world output, growth, or a mineral's content."""
    at = view.token_of(pick[1].start)
    return not [h for h in view.cues("world", "limit") if abs(h.at - at) <= 6 and not in_name(view, h.at)]


def in_name(view: View, at: int) -> bool:
    """The word is part of a body's name ("World Bank"), and so says nothing of the world."""
    start = view.tokens[at].start
    return any(m.kind in ("organisation", "institution") and m.start <= start < m.stop for _, m in view.mentions)


def give_share(scene: Scene, view: View, draft: Draft, pick: Pick) -> None:
    ref = holder_of(scene, view, draft, pick)
    if ref is None:
        return
    draft.add_party(ref, "partner", share_of(pick))
    use(scene, draft, f"share.{ref.name}", pick)
    draft.widen(view.sentence.start, pick[1].stop)


def holder_of(scene: Scene, view: View, draft: Draft, pick: Pick) -> PartyRef | None:
    """Who holds a percent: the name in front of its bracket or dash, the holder of its clause, or the nearest one."""
    start = pick[1].start
    partners = [ref for ref, role, _ in draft.parties if role in ("partner", "acquirer")]
    if scene.text[max(0, start - 1)] == "(":
        before = [r for r in all_parties(scene, view) if r.stop <= start]
        return same_or_new(partners, before[-1]) if before else None
    parted = {ref.name for ref, _, share in draft.parties if share is not None}
    side = side_before(scene, view, partners, start, parted)
    if side is not None:
        return side
    beside = right_before(scene, view, partners, start)
    if beside is None or ":" in scene.text[beside.stop : start]:
        beside = right_after(scene, view, pick) or beside
    if beside is not None:
        return same_or_new(partners, beside)
    told = clause_parties(scene, view, view.token_of(start))
    for ref in told:
        match = same_or_new(partners, ref)
        if match in partners:
            return match
    described = by_description(scene, view, partners, start) or state_itself(scene, view, start)
    return described or (same_or_new(partners, told[0]) if told and not partners else None)


def side_before(scene: Scene, view: View, partners: list[PartyRef], start: int, parted: set[str]) -> PartyRef | None:
    """«Корейской стороне отойдёт 65%, таджикской — 35%»: the one partner from the state told right before a part."""
    at = view.token_of(start)
    near = [m for _, m in view.mentions if m.stop <= start and at - view.token_of(m.start) <= SIDE_REACH]
    told = near[-1] if near and near[-1].country and near[-1].kind == "country" else None
    side = told is not None and (told.adjective or told.post in SIDES or told.name[:1].islower())
    firms = [p for p in partners if p.kind in ("organisation", "asset")]
    home = [p for p in firms if side and told and home_of(scene, p) == told.country]
    if side and told and not home:
        homes = [(p, home_of(scene, p)) for p in firms]
        home = [p for p, place in homes if place is None] if any(place for _, place in homes) else []
    open_ones = [p for p in partners if p.name not in parted]
    if side and not home and len(partners) == 2 and len(open_ones) == 1:
        home = open_ones
    return home[0] if len(home) == 1 else None


def home_of(scene: Scene, ref: PartyRef) -> str | None:
    """A company's state: known, or told by the adjective before its name («чешская «Рудна»», "Chile's Rio Alto")."""
    if ref.country is not None:
        return ref.country
    view = scene.view_at(ref.start)
    before = [m for _, m in view.mentions if 0 < ref.start - m.stop <= HOME_REACH] if view is not None else []
    return next((m.country for m in reversed(before) if m.country), None)


HOME_REACH = 3
"""Characters between a state and the name of its company: a space and an opening quote, or "'s "."""


SIDES = ("сторона", "side")
SIDE_REACH = 4
"""Words between a state told as a side and its part."""


def right_after(scene: Scene, view: View, pick: Pick) -> PartyRef | None:
    """The holder right after the part: "85% by A", «40 процентов — компании А»."""
    last = view.token_of(pick[1].stop - 1)
    link = view.tokens[last + 1] if last + 1 < len(view.tokens) else None
    if link is None or link.lemma not in (*HOLDER_AFTER, *DASHES, *PARTED):
        return None
    found = [r for r in all_parties(scene, view) if 0 < view.token_of(r.start) - last <= 5 and r.kind != "person"]
    return found[0] if found else state_itself(scene, view, pick[1].start)


def right_before(scene: Scene, view: View, partners: list[PartyRef], start: int) -> PartyRef | None:
    """The holder told right before its part ("A 35%", «Б — 40%»); a description goes to the firm it fits."""
    at = view.token_of(start)
    near = [r for r in all_parties(scene, view) if 0 < at - view.token_of(r.stop - 1) <= 3 and r.kind == "organisation"]
    if near and is_description(near[-1]) and same_or_new(partners, near[-1]) not in partners:
        return fitting(scene, view, near[-1])
    ventures = {view.tokens[h.at].start for h in view.cues("jv")}
    before = [r for r in all_parties(scene, view) if r.stop <= start and r.start not in ventures]
    touching = [r for r in before if nothing_between(view, r.stop, start)]
    return touching[-1] if touching else None


def nothing_between(view: View, start: int, stop: int) -> bool:
    """Only a dash, a closing quote, or a word of holding between a name and its part ("a trust holding 20%")."""
    inside = [t for t in view.tokens if start <= t.start < stop]
    small = (*HOLDING, *REMAINING)
    return all((t.pos == "PUNCT" and t.text not in ",;") or t.pos == "DET" or t.lemma in small for t in inside)


def fitting(scene: Scene, view: View, told: PartyRef) -> PartyRef | None:
    """The named firm from the home that a description tells, or else one without a home."""
    firms = [r for r in all_parties(scene, view) if r.kind == "organisation" and not is_description(r)]
    same = [r for r in firms if r.country == told.country and r.country is not None]
    return next(iter(same or [r for r in firms if r.country is None]), None)


def is_description(ref: PartyRef) -> bool:
    """«корейская компания», "Tajik state company": told by its home and sort, the last word in small letters."""
    return bool(ref.name.split()) and ref.name.split()[-1].islower()


def clause_parties(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Parties for a part: receivers («партнёру достанется»), whose share it is, the subject, then the nearest.

    A name between the part before and this one stands nearer than any other: in a list each holder has its part.
    """
    verb = next((g for g in governors(view.sentence, at) if is_verb(view.tokens[g])), None)
    found: list[PartyRef] = []
    if verb is not None:
        found += parties_under(scene, view, verb, ("to",), ("Dat",)) + owner_of_share(scene, view, at)
        found += subject(scene, view, verb) + agent(scene, view, verb)
    start = view.tokens[at].start
    last = max((v.stop for _, v in view.values if v.kind == "percent" and v.stop <= start), default=view.sentence.start)
    everyone = sorted(all_parties(scene, view), key=lambda r: abs(r.start - start))
    return found + [r for r in everyone if last <= r.start < start] + everyone


def owner_of_share(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """«Доля А составит 65%», "the share of A will be 65%": whose share the word before the percent is."""
    held = [h.at for h in view.cues("stake") if h.at < at and view.clauses[h.at] == view.clauses[at]]
    return [r for h in held[-1:] for r in parties_under(scene, view, h, ("of", "'s"), ("Gen",))]


def same_or_new(partners: list[PartyRef], ref: PartyRef) -> PartyRef:
    return next((p for p in partners if p.name == ref.name or ref.name in p.aliases), ref)


def by_description(scene: Scene, view: View, partners: list[PartyRef], start: int) -> PartyRef | None:
    """«Иностранному партнёру», «индийской стороне», «государству»: the partner from abroad, from there, or at home."""
    at = view.token_of(start)
    homes = {view.token_of(m.start): m.country for _, m in view.mentions if m.adjective and m.country}
    for i in sorted(range(max(0, at - REACH), min(len(view.tokens), at + REACH)), key=lambda i: abs(i - at)):
        word = view.tokens[i].lemma
        local = word in LOCAL
        if i in homes or local or word in FOREIGN:
            home = homes.get(i) or scene.topic.country
            match = [p for p in partners if (p.country == home) != (word in FOREIGN)]
            return match[0] if match else (partners[-1] if local and partners else None)
    return None


def state_itself(scene: Scene, view: View, start: int, *, before: bool = False) -> PartyRef | None:
    """«15% у государства», "15% by the state", and before the part «государству — 15%»: the state of the text."""
    at = view.token_of(start)
    near = view.tokens[max(0, at - SIDE_REACH) : at] if before else view.tokens[at + 1 : at + 1 + SIDE_REACH]
    near = tuple(t for t in near if t.lemma in STATE_WORDS)
    state = country(scene.topic.country) if near and scene.topic.country else None
    if state is None:
        return None
    name = state.names(scene.analysis.language)[0]
    return PartyRef(name, near[0].start, near[0].stop, None, state.alpha2, "country", "the text's state")


RATIO = re.compile(r"(?<![\d.,])(\d{1,2})(?:\s?[-:/–]\s?|\s(?:на|к|to)\s)(\d{1,2})(?!\d|[.,]\d)")


def take_ratio(scene: Scene, view: View, draft: Draft) -> None:
    """A ratio that makes a whole ("a 75-25 venture", «75 на 25»): the parts of the two partners as they are named."""
    partners = [(ref, role, share) for ref, role, share in draft.parties if role == "partner"]
    if len(partners) < 2 or any(share is not None for _, _, share in partners):
        return
    told = [view, *(v for v in following(scene, view, 1) if v.has("stake", "equal", "jv"))]
    for near, match in ((v, m) for v in told for m in RATIO.finditer(scene.text, v.sentence.start, v.sentence.stop)):
        parts = [Decimal(match[1]), Decimal(match[2])]
        if sum(parts) == HUNDRED and (len(partners) == 2 or parts[0] == parts[1]):
            ordered = sorted((ref for ref, _, _ in partners), key=lambda r: r.start)
            for n, ref in enumerate(ordered):
                draft.add_party(ref, "partner", parts[n] if len(ordered) == 2 else HUNDRED / len(ordered))
                draft.holds(f"share.{ref.name}", *match.span())
            scene.used.update(i for i, v in near.values if match.start() <= v.start < match.end())
            draft.widen(near.sentence.start if near is not view else draft.start, match.end())
            return


def spread_rest(view: View, draft: Draft) -> None:
    """Equal shares where told; the rest to the only partner without one (80 and so 20)."""
    partners = [(i, p) for i, p in enumerate(draft.parties) if p[1] == "partner"]
    if view.has("equal") and partners and all(p[2] is None for _, p in partners):
        for _, (ref, role, _) in partners:
            draft.add_party(ref, role, HUNDRED / len(partners))
        return
    known = [p[2] for _, p in partners if p[2] is not None]
    open_ones = [(i, p) for i, p in partners if p[2] is None]
    if len(partners) >= 2 and len(open_ones) == 1 and known and sum(known) < HUNDRED:
        index, (ref, role, _) = open_ones[0]
        draft.parties[index] = (ref, role, HUNDRED - sum(known))
        draft.infers(f"share.{ref.name}", "the rest of 100")
