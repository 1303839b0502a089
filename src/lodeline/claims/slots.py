"""Slots beside the parties: minerals, sites, places, sums, quantities, dates, periods; nearest in the clause first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from lodeline.claims.draft import Draft
from lodeline.claims.scene import Scene, View
from lodeline.claims.words import words
from lodeline.language.analysis import Mention
from lodeline.language.tree import children, governors, is_verb
from lodeline.language.values import DateValue, Value
from lodeline.vocabulary.materials import material
from lodeline.vocabulary.quantities import Money

POSTPONE = words("postpone")
"""Words after which the later of two dates is the one that holds."""
TONNES = ("t", "t/year", "t/month", "t/day", "oz", "oz/year", "lb", "lb/year", "kg", "m3", "barrels")
PLANT_UNITS = ("MW", "GW", "km", "m", "m3/year", "jobs", "MWh")
FULL_DATE = len("2025-11-06")
LOOK_BACK = 3
"""Sentences: who is told farther back is not who this one speaks of."""
LOCATIVE = words("locative")
Pick = tuple[int, Value]


def nearest_value(
    scene: Scene, view: View, at: int, kinds: Sequence[str], fits: Callable[[Value], bool] | None = None
) -> Pick | None:
    """The unused value nearest to a token, the clause's own before its neighbours'."""
    found = [(i, v) for i, v in scene.free(view, *kinds) if fits is None or fits(v)]
    return min(found, key=lambda p: view.distance(at, p[1].start, p[1].stop), default=None)


def take_money(scene: Scene, draft: Draft, pick: Pick | None) -> bool:
    if pick is None or pick[1].money is None:
        return False
    draft.amount = with_currency(scene, pick)
    use(scene, draft, "amount", pick)
    return True


def with_currency(scene: Scene, pick: Pick) -> Money | None:
    """The sum; one without a currency has that of the sum before it in the sentence, or in the one before that.

    From a sentence before only where it goes on from that sum («ещё 85 млн»), or where the money is that of the text.
    """
    money, view = pick[1].money, scene.view_at(pick[1].start)
    if money is None or money.currency is not None or view is None:
        return money
    here = [v for i, v in view.values if i < pick[0] and v.money and v.money.currency]
    earlier = scene.before(view)
    told = [v for _, v in earlier.values if v.money and v.money.currency] if earlier is not None else []
    known = here or (told if goes_on_from_sum(view, pick) else [v for v in told if is_usual(scene, v)])
    return replace(money, currency=known[-1].money.currency) if known and known[-1].money else money


def is_usual(scene: Scene, value: Value) -> bool:
    """Money of the world's trade, or of the state that the text is about."""
    code = value.money.currency if value.money else None
    return code is not None and (code in TRADED or code[:2] == scene.topic.country)


TRADED = ("USD", "EUR")


def goes_on_from_sum(view: View, pick: Pick) -> bool:
    first = view.token_of(pick[1].start)
    return any(t.lemma in MORE_MONEY for t in view.tokens[max(0, first - MORE_REACH) : first])


MORE_MONEY = (*words("further"), *words("remaining"), "из", "which")
MORE_REACH = 4
"""Words before a sum that tell that it goes on from another."""


def take_quantity(scene: Scene, draft: Draft, pick: Pick | None) -> bool:
    if pick is None or pick[1].quantity is None:
        return False
    draft.quantity = pick[1].quantity
    use(scene, draft, "quantity", pick)
    return True


def use(scene: Scene, draft: Draft, slot: str, pick: Pick) -> None:
    scene.used.add(pick[0])
    draft.holds(slot, pick[1].start, pick[1].stop)


def fill_commodities(scene: Scene, view: View, draft: Draft, *, of: Value | int | None = None) -> None:
    """Minerals of the sentence, or else what the text is about; `of` a value or a token only the one told with it."""
    found = minerals(view)
    if of is not None and found:
        found = [min(found, key=lambda m: view.distance(of, m.start, m.stop) if isinstance(of, int) else gap(m, of))]
    for mention in found:
        assert mention.key is not None
        draft.commodities.append(mention.key)
        draft.holds("commodities", mention.start, mention.stop)
    if found:
        return
    if scene.topic.commodity:
        draft.commodities.append(scene.topic.commodity)
        draft.infers("commodities", "what the text is about")


def minerals(view: View) -> list[Mention]:
    """Materials of a sentence that are traded minerals; goods made of them only where no mineral is told."""
    found = [m for _, m in view.mentions if m.kind == "material" and m.key and family(m.key) not in NOT_MINERALS]
    return [m for m in found if m.key and family(m.key) != "product"] or found


def family(key: str) -> str:
    known = material(key)
    return known.family if known else ""


NOT_MINERALS = ("resource", "energy", "farm good")
"""Families of the vocabulary that texts name as conditions (water, power), not as what a deal is about."""


def gap(mention: Mention, value: Value) -> int:
    """Characters between a value and a mineral; what follows the value counts as nearer («9 тыс. т меди»)."""
    if mention.start >= value.start:
        return max(0, mention.start - value.stop)
    return 2 * (value.start - mention.stop) + 10


def fill_assets(scene: Scene, view: View, draft: Draft, *, topic: bool = True) -> None:
    found = [(i, m) for i, m in view.mentions if m.kind == "asset"]
    for index, mention in found:
        target = scene.mention(index)
        draft.assets.append(target.name)
        draft.holds("assets", mention.start, mention.stop, "referent" if mention.refers_to is not None else None)
    if not found and topic:
        draft.left_out.add("assets")


def fill_places(scene: Scene, view: View, draft: Draft, *, topic: bool = True) -> None:
    """States that the sentence locates something in, the site's own first; without one, `outside` looks further."""
    located = [m for _, m in view.mentions if m.country and m.kind in ("place", "country") and is_locative(view, m)]
    homes = {home for name in draft.assets for home in scene.focus.homes_of(name)}
    if homes and draft.kind != "meeting":
        located = [m for m in located if m.country in homes]
    for mention in located:
        assert mention.country is not None
        draft.places.append(mention.country)
        draft.holds("places", mention.start, mention.stop)
    if not located and topic:
        draft.left_out.add("places")


def is_locative(view: View, mention: Mention) -> bool:
    """A place under «в», "in"…, or a lower-level place, which is always where something lies."""
    if mention.adjective:
        return False
    at = view.token_of(mention.start)
    before = view.tokens[at - 1].lemma if at > 0 else ""
    over = view.tokens[mention.top].head
    if over >= 0 and view.tokens[over].lemma in REGISTERED and view.tokens[over].relation == "acl":
        return False
    if mention.kind == "place" or view.tokens[mention.top].case == "Ine":
        return True
    return before in LOCATIVE and mention.case in ("Loc", "", "Gen") and view.tokens[at].text[:1].isupper()


REGISTERED = words("registered")
"""Where a company is registered lies no site of it."""


def fill_date(scene: Scene, view: View, draft: Draft, at: int, *, reach: int = 40) -> None:
    """The date nearest to the predicate; dates may serve several claims."""
    found = [(i, v) for i, v in view.values if v.kind == "date" and v.date and v.date.iso]
    pick = min(found, key=lambda p: view.distance(at, p[1].start, p[1].stop), default=None)
    if pick is not None and any(t.lemma in POSTPONE for t in view.tokens):
        pick = postponed_to(view, found) or max(found, key=lambda p: str(p[1].date.iso) if p[1].date else "")
    if pick is None or view.distance(at, pick[1].start, pick[1].stop) > reach:
        take_date_before(scene, view, draft)
    elif pick[1].date is not None:
        rule = "resolved by the publication date" if pick[1].date.inferred else None
        draft.date = before_publication(scene, view, view.token_of(pick[1].start), pick[1].date)
        if pick == postponed_to(view, found) or lies_ahead(scene, view, pick):
            draft.date = ahead_of(scene.analysis.anchor, pick[1].date)
        draft.holds("date", pick[1].start, pick[1].stop, rule)


def postponed_to(view: View, dates: list[Pick]) -> Pick | None:
    """The later day of «перенесён с апреля на сентябрь», "pushed back from May to July"."""
    if not any(t.lemma in POSTPONE for t in view.tokens):
        return None
    starts = [(view.token_of(p[1].start), p) for p in dates]
    to = [p for at, p in starts if any(t.lemma in TO_DAY for t in view.tokens[max(0, at - 1) : at + 1])]
    return to[-1] if to else None


TO_DAY = words("to_day")


def ahead_of(anchor: str | None, date: DateValue) -> str | None:
    """A month without a year to which something is put off lies ahead."""
    iso = date.iso
    if iso is None or anchor is None or not date.inferred or iso >= anchor[: len(iso)]:
        return iso
    return f"{int(iso[:4]) + 1}{iso[4:]}"


def lies_ahead(scene: Scene, view: View, pick: Pick) -> bool:
    """A month whose year was inferred, under a verb of the future or of a timetable ("The talks resume in May")."""
    date, anchor = pick[1].date, scene.analysis.anchor
    if date is None or date.iso is None or anchor is None or not date.inferred or date.sense == "since":
        return False
    if scene.text[pick[1].start : pick[1].stop].casefold().startswith(LAST):
        return False
    head = view.tokens[clause_of_date(view, view.token_of(pick[1].start))]
    scheduled = head.lemma in SCHEDULED and head.form == "Part"
    if len(date.iso) not in (MONTH, FULL_DATE):
        return False
    if date.iso[:MONTH] >= anchor[:MONTH]:
        return scheduled
    return scheduled or head.tense == "Fut" or (head.tense == "Pres" and head.lemma in TIMETABLE)


def clause_of_date(view: View, at: int) -> int:
    """The verb of a date; one told before a «, что» belongs to the verb over it, whatever the parser says."""
    head = view.clauses[at]
    inside = any(at < c < head for c in children(view.sentence, head, "mark"))
    over = next((g for g in governors(view.sentence, head) if is_verb(view.tokens[g])), head)
    return over if inside else head


TIMETABLE = words("timetable")
SCHEDULED = words("scheduled")
LAST = words("last_period")
MONTH = len("2025-11")


def before_publication(scene: Scene, view: View, at: int, date: DateValue) -> str | None:
    """A day whose year was inferred lies in the past where its verb does («с 1 января запретила»)."""
    iso, anchor = date.iso, scene.analysis.anchor
    finite = [i for i, t in enumerate(view.tokens) if is_verb(t) and t.tense and t.form != "Part"]
    head = view.tokens[min(finite, key=lambda i: abs(i - at), default=view.clauses[at])]
    if (
        iso is None
        or anchor is None
        or not date.inferred
        or iso <= anchor
        or date.sense in ("by", "until")
        or head.tense != "Past"
        or len(iso) != FULL_DATE
    ):
        return iso
    return f"{int(iso[:4]) - 1}{iso[4:]}"


def take_date_before(scene: Scene, view: View, draft: Draft) -> None:
    """The first day of the sentence before, where the news goes on from there: in one paragraph, or from the lead.

    A day still to come is when something else is due, and not when this happened.
    """
    before = scene.before(view)
    if before is None or (before.sentence.paragraph != view.sentence.paragraph and before.index > 0):
        return
    latest = scene.analysis.anchor or "9999"
    days = [v for _, v in before.values if v.date and len(v.date.iso or "") == FULL_DATE]
    told = next((v for v in days if v.date and (v.date.iso or "") <= latest), None)
    if told is not None and told.date is not None:
        draft.date = told.date.iso
        draft.holds("date", told.start, told.stop, "told in the sentence before")


def fill_period(scene: Scene, view: View, draft: Draft, at: int, *, reach: int = 12) -> None:
    pick = nearest_value(scene, view, at, ("duration",))
    if pick is not None and view.distance(at, pick[1].start, pick[1].stop) <= reach:
        draft.period = pick[1].period
        use(scene, draft, "period", pick)
