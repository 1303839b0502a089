"""Money that a party puts into a country, a sector or a site."""

from __future__ import annotations

from collections.abc import Iterator

from lodeline.claims.cues import Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import all_parties, is_passive, parties_under, patient_tokens, subject, under
from lodeline.claims.phase import conditional, phase_of, status_of
from lodeline.claims.rules.frame import described, governing_verb, open_draft
from lodeline.claims.rules.lenders import in_loan, nearest_parties
from lodeline.claims.rules.sites import site_words
from lodeline.claims.rules.sums import is_damage
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import fill_assets, fill_commodities, fill_date, fill_places, take_money
from lodeline.claims.words import words
from lodeline.language.tree import children, governors, is_verb

INTO = words("put_into")
ALONGSIDE = ("alongside",)
GENERIC = words("generic_investor")


def investments(scene: Scene, view: View) -> Iterator[Draft]:
    """A party puts a sum into a country, sector or site."""
    for pick in scene.free(view, "money"):
        at = view.token_of(pick[1].start)
        hits = [h for h in invested(view, at) if not conditional(view, h.at)]
        if not hits or is_total(view, at) or is_damage(view, pick):
            continue
        hit = hits[0]
        draft = open_draft("investment", "money put in", view, hit.at)
        draft.status = investment_status(scene, view, hit)
        if draft.status is None:
            continue
        for ref in investors(scene, view, hit, at):
            draft.add_party(ref, "investor")
        names = draft.names("investor")
        if not names and (is_cost(scene, view, hit) or is_built(scene, view, hit)):
            continue
        if all(name.casefold().rstrip("s") in GENERIC for name in names) and (
            names or not is_verb(view.tokens[hit.at])
        ):
            continue
        for ref in hosts(scene, view, draft)[:1]:
            draft.add_party(ref, "host")
        take_money(scene, draft, pick)
        fill_commodities(scene, view, draft)
        fill_assets(scene, view, draft, topic=False)
        fill_places(scene, view, draft)
        fill_date(scene, view, draft, at)
        yield draft


def is_cost(scene: Scene, view: View, hit: Hit) -> bool:
    """ "Оған 30 млрд теңге жұмсалады" right after works were told, and nobody puts it in: what they cost."""
    before = scene.before(view)
    back = any(view.tokens[c].pos == "PRON" for c in children(view.sentence, hit.at, "obl"))
    return back and before is not None and before.has("build", "launch")


def is_built(scene: Scene, view: View, hit: Hit) -> bool:
    """ "зауыт салынбақ": the verb of putting in also builds, and a site is what it acts on."""
    built = is_passive(view, hit.at) and any(h.at == hit.at for h in view.cues("build"))
    sites = site_words(scene.analysis.language) if built else frozenset()
    return any(view.tokens[t].lemma in sites for t in patient_tokens(view, hit.at))


def invested(view: View, at: int) -> list[Hit]:
    """Words of investing near a sum: a verb or noun of it, a pledge beside it, or "put … into"."""
    put = [h for h in view.near(at, "put", reach=6) if under(view, h.at, INTO) and not is_passive(view, h.at)]
    near = [h for h in view.near(at, "invest", reach=10) if not in_loan(view, h)]
    return [*near, *view.beside(at, "pledge", reach=3), *put]


def is_total(view: View, at: int) -> bool:
    """ "Investment fell 14% to $3bn": a sum reached by growth is a statistic, and nobody's deal."""
    told = any(v.kind == "percent" for _, v in view.values)
    return told and at > 0 and view.tokens[at - 1].lemma in REACHED


REACHED = words("level")


def investment_status(scene: Scene, view: View, hit: Hit) -> str | None:
    """By the phase; a pledge is an intent, and «вложив» has the time of the verb that it goes with."""
    if hit.cue.group == "pledge":
        phase = phase_of(scene, view, hit.at)
        return "intent" if phase in PLEDGED else status_of("investment", phase)
    over = next(governors(view.sentence, hit.at), hit.at)
    if any(h.at == over for h in view.cues("bid", "interest")) or view.tokens[over].lemma in OFFERING:
        return "proposed"
    at = over if view.tokens[hit.at].form == "Conv" else hit.at
    return status_of("investment", phase_of(scene, view, at))


OFFERING = words("offering")
PLEDGED = ("past", "present", "future", "none")


def investors(scene: Scene, view: View, hit: Hit, at: int) -> list[PartyRef]:
    verb = governing_verb(view, hit.at)
    actors = subject(scene, view, verb) if verb is not None else []
    actors = actors or parties_under(scene, view, hit.at, ("of", "from", "by", "от", "'s"), ("Gen", "Ins"))
    actors = actors or described(view, hit.at)
    beside = parties_under(scene, view, hit.at, ALONGSIDE)
    first = [r for r in all_parties(scene, view) if verb is not None and r.stop <= view.tokens[verb].start]
    return [*actors, *beside] if actors else (first[-1:] or nearest_parties(scene, view, at)[:1])


def hosts(scene: Scene, view: View, draft: Draft) -> list[PartyRef]:
    """States that no investor is, and that are no investor's home ("South Korea's Hansol")."""
    taken = [ref for ref, role, _ in draft.parties if role == "investor"]
    return [
        r
        for r in all_parties(scene, view)
        if r.kind == "country" and all(r.name != t.name and not 0 <= t.start - r.stop <= HOME for t in taken)
    ]


HOME = 4
"""Characters between a home and its company: "'s " or a space."""
