"""The reader: a document → claims with their trace. An ordered list of named rules runs over the sentences read.

Rules with a narrower meaning come first and use up the values they state; what is left falls to the later ones.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from lodeline.claims.claim import Claim, Reading, Step
from lodeline.claims.confidence import graded
from lodeline.claims.continued import add_prices
from lodeline.claims.doubts import doubt
from lodeline.claims.draft import Draft, finish
from lodeline.claims.outside import settle
from lodeline.claims.phase import refuted
from lodeline.claims.retold import fold_retold
from lodeline.claims.rules.accessions import accessions, ratifications, treaty_signings
from lodeline.claims.rules.agreements import agreements, understandings
from lodeline.claims.rules.barriers import constraints
from lodeline.claims.rules.bids import bids
from lodeline.claims.rules.drawdowns import drawdowns, verbless
from lodeline.claims.rules.gates import gates
from lodeline.claims.rules.holdings import holdings, owners
from lodeline.claims.rules.investments import investments
from lodeline.claims.rules.meetings import meetings
from lodeline.claims.rules.money import financings
from lodeline.claims.rules.projects import projects
from lodeline.claims.rules.purchases import acquisitions
from lodeline.claims.rules.restrictions import restrictions
from lodeline.claims.rules.shares import resources, shares
from lodeline.claims.rules.supply import supplies
from lodeline.claims.rules.trade_papers import goods_contracts
from lodeline.claims.rules.ventures import joint_ventures
from lodeline.claims.rules.voices import sources, statements
from lodeline.claims.scene import Scene, View, set_scene
from lodeline.claims.scope import off_topic
from lodeline.claims.supports import complete
from lodeline.claims.watch import dropped, watched
from lodeline.documents.document import Document
from lodeline.language.analysis import READ_ZONES, Analysis
from lodeline.language.reader import analyse

Rule = Callable[[Scene, View], Iterator[Draft]]

RULES: tuple[Rule, ...] = (
    restrictions,
    gates,
    accessions,
    treaty_signings,
    ratifications,
    joint_ventures,
    holdings,
    owners,
    acquisitions,
    bids,
    shares,
    resources,
    drawdowns,
    financings,
    verbless,
    supplies,
    goods_contracts,
    investments,
    projects,
    meetings,
    agreements,
    understandings,
    constraints,
    statements,
)
DENIABLE = (joint_ventures, acquisitions, bids, financings)
"""Rules that also look at a question, where the answer denies what it asks."""
DEALS = ("joint_venture", "acquisition", "financing", "supply")


def extract(document: Document) -> Reading:
    """Claims of one document in order of the text."""
    return read(document)[1]


def read(document: Document, explain: bool = False) -> tuple[Analysis, Reading]:
    """The analysis and the claims drawn from it. With `explain`, the trace has what the rules tried in vain as well."""
    analysis = analyse(document)
    own = set_scene(analysis)
    scenes = [own, *(beside(set_scene(part), own) for part in analysis.others)]
    refused: list[Step] = []
    drafts: list[Draft] = []
    for scene in scenes:
        if explain:
            scene.views = watched(scene.views)
        drafts += drafted(scene, refused)
    claims = [finish(draft, document.id, document.text) for draft in drafts]
    kept, merged = fold_retold(sorted(claims, key=lambda c: (c.start, c.stop, c.kind, c.id)))
    kept = graded(kept, document.language)
    unread = [missed for scene in scenes for missed in passed_over(scene, kept)]
    steps = [*(step(claim) for claim in kept), *merged, *refused, *unread]
    return analysis, Reading(document.id, tuple(kept), tuple(sorted(steps, key=lambda s: (s.start, s.stop))))


def beside(scene: Scene, own: Scene) -> Scene:
    """The scene of the sentences in another language: the same state, mineral and site are what the text is about."""
    scene.about = own.focus.whole()
    return scene


def drafted(scene: Scene, refused: list[Step]) -> list[Draft]:
    """The claims of one language's sentences, with their sources and what the text completes them by."""
    drafts = list(run_rules(scene, refused))
    add_prices(scene, drafts)
    settle(scene, drafts)
    for view, draft in drafts:
        attribute(scene, view, draft)
        complete(scene, view, draft)
        doubt(draft)
    return [draft for _, draft in drafts]


def run_rules(scene: Scene, refused: list[Step]) -> Iterator[tuple[View, Draft]]:
    """Rule by rule over all sentences; `refused` takes what watched rules made nothing of."""
    for rule in RULES if not off_topic(scene) else ():
        for view in scene.views:
            if asks(view) and not (rule is statements or (rule in DENIABLE and refuted(scene, view))):
                continue
            scene.look_at(view)
            told = False
            for draft in rule(scene, view):
                told = True
                scene.told.add(view.index)
                if draft.kind in DEALS:
                    scene.dealt.add((view.index, view.token_of(draft.support["kind"].spans[0][0])))
                yield view, draft
            refused += dropped(rule.__name__, view, told)


def asks(view: View) -> bool:
    """A question tells nothing."""
    return view.tokens[-1].text == "?"


def attribute(scene: Scene, view: View, draft: Draft) -> None:
    """Name who says it, where the sentence is somebody's report and the claim is not itself the voice."""
    if draft.kind == "statement":
        return
    for ref in sources(scene, view, draft.support["kind"].spans[0][0]):
        if ref.kind == "asset":
            continue
        draft.attributed_to.append(ref.name)
        draft.holds("attributed_to", ref.start, ref.stop)


def step(claim: Claim) -> Step:
    slots = ", ".join(sorted(claim.support))
    return Step(claim.rule, claim.start, claim.stop, "claim", f"{claim.kind} from {slots}", claim.id)


def passed_over(scene: Scene, claims: list[Claim]) -> Iterator[Step]:
    """Why the rest of the text gave no claim: its zone, or no rule that fired."""
    for zone in scene.analysis.zones:
        if zone.zone not in READ_ZONES:
            yield Step(f"zone: {zone.zone}", zone.start, zone.stop, "passed_over", zone.reason)
    told = {index for claim in claims for index in views_under(scene, claim)}
    for view in scene.views:
        if view.index not in told:
            groups = sorted({h.cue.group for h in view.hits})
            reason = f"no rule fired; cues: {', '.join(groups)}" if groups else "no cue word"
            yield Step("no rule", view.sentence.start, view.sentence.stop, "passed_over", reason)


def views_under(scene: Scene, claim: Claim) -> Iterator[int]:
    """Sentences that a claim stands on, or that tell it again."""
    for start, stop in ((claim.start, claim.stop), *claim.also):
        first = bisect_right(scene.views, start, key=lambda v: v.sentence.stop)
        yield from range(first, bisect_left(scene.views, stop, key=lambda v: v.sentence.start))
