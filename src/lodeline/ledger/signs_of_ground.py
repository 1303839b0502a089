"""Signs in what and where: assets, commodities, countries, form and day, and the words themselves."""

from __future__ import annotations

from collections.abc import Mapping

from lodeline.claims.claim import Claim
from lodeline.ledger.days import days, gap
from lodeline.ledger.facets import Facets, same_goods
from lodeline.ledger.signs import SAME_DAYS, Sign, agrees, kinds_of, opposes, same_text
from lodeline.ledger.stages import RANK

BOUND_TO_GROUND = frozenset(
    {"joint_venture", "acquisition", "investment", "project", "restriction", "meeting", "resource"}
)
BOUND_TO_GOODS = frozenset(
    {"joint_venture", "acquisition", "supply", "project", "financing", "restriction", "share", "resource"}
)


def assets(left: Facets, right: Facets) -> Sign | None:
    if not left.assets or not right.assets:
        return None
    if left.assets.same(right.assets):
        return agrees("asset", 2.0, f"the same asset ({', '.join(sorted(left.claim.assets))})")
    return opposes("asset", "another asset")


def commodities(left: Facets, right: Facets) -> Sign | None:
    if not left.claim.commodities or not right.claim.commodities:
        return None
    if same_goods(left.claim.commodities, right.claim.commodities):
        return agrees("commodity", 0.5, "the same commodity")
    if left.assets.same(right.assets) or not kinds_of(left, right) <= BOUND_TO_GOODS:
        return None
    return opposes("commodity", "another commodity")


def places(left: Facets, right: Facets) -> Sign | None:
    ours, theirs = set(left.claim.places), set(right.claim.places)
    if not ours or not theirs:
        return None
    if ours & theirs:
        return agrees("place", 0.5, f"the same country ({', '.join(sorted(ours & theirs))})")
    if place_inferred(left.claim) or place_inferred(right.claim):
        return None  # what no words state forbids nothing
    return opposes("place", "another country") if kinds_of(left, right) <= BOUND_TO_GROUND else None


def place_inferred(claim: Claim) -> bool:
    return any(support.rule for slot, support in claim.support.items() if slot.partition(".")[0] == "places")


RIVAL_FORMS: Mapping[str, tuple[frozenset[str], ...]] = {
    "financing": tuple(frozenset({form}) for form in ("loan", "grant", "guarantee", "equity")),
    "restriction": tuple(frozenset({form}) for form in ("ban", "quota", "tariff", "sanction")),
    "agreement": (
        frozenset({"licence"}),
        frozenset({"treaty"}),
        frozenset({"memorandum", "letter_of_intent", "letter_of_interest", "contract", "joint_statement"}),
    ),
}
"""Per kind, families of instruments that exclude each other; within one family an instrument may follow the other."""


def instruments(left: Facets, right: Facets) -> Sign | None:
    ours, theirs = left.claim.instrument, right.claim.instrument
    if ours is None or theirs is None:
        return None
    terms = {left.claim.period, right.claim.period} - {None}
    if ours == theirs == "licence" and len(terms) > 1:
        return opposes("instrument", f"licences for two terms ({' and '.join(sorted(map(str, terms)))})")
    if ours == theirs:
        return agrees("instrument", 1.0, f"the same instrument ({ours})")
    families = RIVAL_FORMS.get(left.claim.kind, ()) if left.claim.kind == right.claim.kind else ()
    family = {form: number for number, forms in enumerate(families) for form in forms}
    if ours in family and theirs in family and family[ours] != family[theirs]:
        return opposes("instrument", f"{ours} and {theirs} are two things")
    if left.claim.kind == right.claim.kind == "agreement" and same_text(left, right):
        return opposes("instrument", f"one text tells a {ours} and a {theirs}")
    return None


ACTIONS = (frozenset({"impose", "tighten"}), frozenset({"ease", "suspend"}), frozenset({"lift"}))


def actions(left: Facets, right: Facets) -> Sign | None:
    ours, theirs = left.claim.action, right.claim.action
    if ours is None or theirs is None:
        return None
    if any(ours in family and theirs in family for family in ACTIONS):
        return agrees("action", 1.0, "the same action")
    return opposes("action", f"{ours} and {theirs} are two acts")


def stages_told(left: Facets, right: Facets) -> Sign | None:
    """For shares: mining and processing are two figures; one stage of one commodity is one figure."""
    ours, theirs = left.claim.stage, right.claim.stage
    if left.claim.kind != "share" or ours is None or theirs is None:
        return None
    if ours != theirs:
        return opposes("stage", f"{ours} and {theirs} are two figures")
    return agrees("stage", 1.0, f"both of {ours}")


LONGEST_GAP: Mapping[str, int] = {
    "meeting": 3,
    "agreement": 31,
    "restriction": 31,
    "financing": 92,
    "supply": 92,
    "investment": 92,
    "acquisition": 365,
    "joint_venture": 365,
    "accession": 730,
    "project": 1461,
}
"""Days between two tellings of one rung beyond which they are of two things; figures and voices have no such limit.
An assumption of this ledger: retellings lag by weeks, instruments of one kind between two parties recur by years."""
TOLD_ONCE = frozenset({"meeting", "restriction"})
"""Kinds that happen on one day, whatever rung is told of them."""
STEPS_OF_A_LOAN = 365
"""Days between two tellings of a loan of the very same sum: it is approved, signed and closed within a year, each time
told as binding. An assumption of this ledger."""
ERA = 1826
"""Five years: a promise fulfilled or binding so long before another was begun is an earlier one. An assumption."""


def dates(left: Facets, right: Facets) -> Sign | None:
    if _ended_long_before(left, right) or _ended_long_before(right, left):
        return opposes("date", "one was done years before the other was begun")
    if _over_before(left, right) or _over_before(right, left):
        return opposes("date", "one was over long before the other was spoken of as a plan")
    if _of_two_years(left, right):
        return opposes("date", "deliveries of two years, told a year apart")
    if left.date is None or right.date is None:
        return None
    between = gap(left.date, right.date)
    one_rung = left.claim.kind in TOLD_ONCE or _same_rung(left, right)
    if one_rung and between > _longest_gap(left, right):
        return opposes("date", f"{between} days lie between them")
    if between > SAME_DAYS or not one_rung:
        return None
    exact = left.date.exact and right.date.exact
    return agrees("date", 1.0 if exact else 0.5, "the same date")


OVER: Mapping[str, int] = {"completed": 365, "cancelled": 1095}
"""Days after an end beyond which a plan or a denial is of something new: an offer that lapsed is made again years
later, what was bought is followed by the rest. An assumption of this ledger."""
PLANS = frozenset({"rumoured", "proposed", "intent", "denied"})


def _over_before(early: Facets, late: Facets) -> bool:
    """A plan is spoken of when the news comes out, whatever day it is for; drilling that is done ends no project."""
    limit = OVER.get(early.claim.status or "")
    done = early.claim.kind == "project" and early.claim.status == "completed"
    if limit is None or done or late.claim.status not in PLANS:
        return False
    over, spoken = early.date or days(early.telling.published), days(late.telling.published)
    return over is not None and spoken is not None and spoken.first - over.last > limit


def _of_two_years(left: Facets, right: Facets) -> bool:
    """Yearly contracts are alike in all but the year: it is told in both, and another, as is the day of the news."""
    if kinds_of(left, right) != {"supply"} or left.date is None or right.date is None:
        return False
    first, second = (days(each.telling.published) for each in (left, right))
    if first is None or second is None or not _same_rung(left, right):
        return False
    return gap(left.date, right.date) > 0 and gap(first, second) > LONGEST_GAP["supply"]


def _longest_gap(left: Facets, right: Facets) -> int:
    if kinds_of(left, right) == {"financing"} and left.claim.amount and left.claim.amount == right.claim.amount:
        return STEPS_OF_A_LOAN
    return max(LONGEST_GAP.get(kind, 10**6) for kind in kinds_of(left, right))


def _ended_long_before(early: Facets, late: Facets) -> bool:
    """A rung told for a day years before a lower rung is of an earlier venture (rule 4); ends are told at any time."""
    first, then = early.point, late.point
    if first is None or then is None or early.date is None or then.stage not in RANK or first.stage not in RANK:
        return False
    begun = days(then.date)
    return begun is not None and begun.first - early.date.last > ERA and RANK[then.stage] < RANK[first.stage]


def _same_rung(left: Facets, right: Facets) -> bool:
    """Both tell one rung of the ladder: a thing is signed once, but may be paused or doubted again and again."""
    same = left.claim.status == right.claim.status
    return same and left.point is not None and left.point.stage in RANK


# --- words -------------------------------------------------------------------------------------------------------

WEEK = 7
NAMED_BY_SUBJECT = frozenset({"agreement", "meeting", "statement", "constraint"})


def subjects(left: Facets, right: Facets) -> Sign | None:
    if not left.subject or not right.subject:
        return None
    common = len(left.subject & right.subject) / min(len(left.subject), len(right.subject))
    if common >= 0.5:
        return agrees("subject", 1.5, "the same subject")
    if common or left.claim.kind != right.claim.kind or left.claim.kind not in NAMED_BY_SUBJECT:
        return None
    if same_text(left, right):
        return opposes("subject", "one text tells two subjects")
    if left.claim.kind == "agreement" and _one_script(left, right) and _weeks_apart(left, right):
        return opposes("subject", "papers on two subjects, told weeks apart")
    return agrees("subject_differs", -1.5, "other words for the subject") if _one_script(left, right) else None


def _weeks_apart(left: Facets, right: Facets) -> bool:
    told = [each.date or days(each.telling.published) for each in (left, right)]
    return told[0] is not None and told[1] is not None and gap(told[0], told[1]) > WEEK


def _one_script(left: Facets, right: Facets) -> bool:
    """Subjects in two scripts share no words even where they share all their sense."""
    ours, theirs = left.claim.subject or "", right.claim.subject or ""
    return ours.isascii() == theirs.isascii()


def wordings(left: Facets, right: Facets) -> Sign | None:
    """Statements are one where they are said in nearly the same words; two quotations of one text are two."""
    if left.claim.kind not in ("statement", "constraint"):
        return None
    if same_text(left, right):
        overlap = left.claim.start < right.claim.stop and right.claim.start < left.claim.stop
        return None if overlap else opposes("wording", "two stretches of one text")
    from rapidfuzz.fuzz import token_set_ratio

    if token_set_ratio(left.claim.evidence, right.claim.evidence) >= 85:
        return agrees("wording", 3.0, "nearly the same words")
    return None
