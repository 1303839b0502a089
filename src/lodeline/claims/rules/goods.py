"""Goods and output: what is sold and delivered, what is built and produced, how much lies in the ground, whose share."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from lodeline.claims.cues import Cue, Hit
from lodeline.claims.draft import Draft, PartyRef
from lodeline.claims.parties import (
    agent,
    all_parties,
    is_passive,
    parties_at,
    parties_under,
    patient_tokens,
    subject,
    subject_tokens,
    under,
)
from lodeline.claims.phase import chain, conditional, phase_of, status_by_form, status_of
from lodeline.claims.rules.frame import governing_verb, open_draft
from lodeline.claims.scene import Scene, View
from lodeline.claims.slots import (
    Pick,
    fill_assets,
    fill_commodities,
    fill_date,
    fill_period,
    fill_places,
    minerals,
    nearest_value,
    take_money,
    take_quantity,
)
from lodeline.language.tree import is_verb, preposition, subtree
from lodeline.language.values import Value
from lodeline.vocabulary.terms import terms_of

TONNES = ("t", "t/year", "oz", "oz/year", "lb", "lb/year", "kg", "m3", "barrels")
PLANT_UNITS = ("MW", "GW", "km", "m", "m3/year", "jobs", "MWh")
CRAFT = (
    "aircraft",
    "locomotives",
    "wagons",
    "turbines",
    "trucks",
    "ships",
    "towers",
    "buses",
    "helicopters",
    "satellites",
)
WEAK_SUPPLY = (
    "take",
    "send",
    "go to",
    "hold",
    "reserve",
    "уйти",
    "уходить",
    "забрать",
    "получить",
    "адресовать",
    "cargo",
)
"""Words that tell a supply only with a quantity of goods."""
BUY_WORDS = ("получать", "receive", "get", "импорт", "ввоз", "купить", "забирать", "забрать", "выкупать", "заказать", "получить", "выкуп", "закупаться", "заказ", "sign for", "contract for", "buy", "purchase", "order", "take", "source", "contract", "offtake", "off-take", "off-taker", "import",
             "закупить", "закупать", "закупка", "купить", "покупать", "законтрактовать", "импортировать", "оффтейк")  # fmt: skip


def supplies(scene: Scene, view: View) -> Iterator[Draft]:
    """Goods sold, bought or delivered: a supply word with a quantity, or with a buyer and a seller."""
    crafts = any(v.quantity and v.quantity.unit in CRAFT for _, v in scene.free(view, "quantity"))
    gets = [h for h in view.cues("receive") if parties_under(scene, view, h.at, ("от", "у", "из", "from"))]
    for hit in [*view.cues("supply"), *gets, *(view.cues("build", "pledge") if crafts else [])]:
        if conditional(view, hit.at) or view.beside(hit.at, "limit", reach=4) or (view.index, hit.at) in scene.dealt:
            continue
        pick = nearest_value(scene, view, hit.at, ("quantity", "percent"), is_goods)
        draft = open_draft("supply", "goods supplied", view, hit.at)
        phase = phase_of(scene, view, hit.at)
        draft.status = "suspended" if phase == "negated" else status_by_form(view, "supply", hit.at, phase)
        promised = {view.tokens[i].lemma for i in chain(view, hit.at)} & {"contract", "законтрактовать"}
        if (hit.cue.value == "contract" or promised) and draft.status in ("completed", "agreed", "under_way"):
            draft.status = "binding"
        fill_trade_sides(scene, view, draft, hit)
        sides = {role for _, role, _ in draft.parties}
        period = nearest_value(scene, view, hit.at, ("duration",)) is not None and hit.cue.text not in WEAK_SUPPLY
        goods = bool(minerals(view)) and hit.cue.text not in WEAK_SUPPLY
        if draft.status is None or not ((sides and (pick or period)) or (len(sides) == 2 and goods)):
            continue
        if pick is not None and view.distance(hit.at, pick[1].start, pick[1].stop) <= 12:
            take_quantity(scene, draft, pick)
        take_money(scene, draft, nearest_value(scene, view, hit.at, ("money",)))
        if draft.quantity is None or draft.quantity.unit in TONNES:
            fill_commodities(scene, view, draft, hit.at)
        fill_places(scene, view, draft)
        fill_date(scene, view, draft, hit.at)
        fill_period(scene, view, draft, hit.at)
        yield draft
        return


def goods_contracts(scene: Scene, view: View) -> Iterator[Draft]:
    """A contract over a quantity of goods between two parties, no supply word said: the subject sells."""
    for hit in [h for h in view.cues("instrument") if h.cue.value == "contract"]:
        inside = subtree(view.sentence, hit.at)
        stretch = (view.tokens[inside[0]].start, view.tokens[inside[-1]].stop)
        pick = nearest_value(scene, view, hit.at, ("quantity",), is_goods)
        verb = governing_verb(view, hit.at)
        if view.index in scene.told or pick is None or verb is None or not stretch[0] <= pick[1].start < stretch[1]:
            continue
        sellers = subject(scene, view, verb)
        buyers = parties_under(scene, view, hit.at, ("с", "со", "with")) + parties_under(
            scene, view, verb, ("с", "со", "with")
        )
        if not sellers or not buyers:
            continue
        draft = open_draft("supply", "contract over goods", view, hit.at)
        draft.status = status_by_form(view, "supply", hit.at, phase_of(scene, view, hit.at))
        draft.instrument = "contract"
        draft.add_party(sellers[0], "seller")
        draft.add_party(buyers[0], "buyer")
        take_quantity(scene, draft, pick)
        fill_commodities(scene, view, draft, hit.at)
        fill_places(scene, view, draft)
        fill_date(scene, view, draft, hit.at)
        fill_period(scene, view, draft, hit.at)
        if draft.status is not None:
            yield draft
        return


def is_goods(value: Value) -> bool:
    return value.quantity is not None and value.quantity.unit in (*TONNES, *CRAFT, "%")


def fill_trade_sides(scene: Scene, view: View, draft: Draft, hit: Hit) -> None:
    """Who sells to whom: the verb's own direction for its subject, then «to», «from», dative and genitive."""
    text = hit.cue.text
    verb = governing_verb(view, hit.at)
    buyers = parties_under(scene, view, hit.at, ("to", "for", "для"), ("Dat",))
    sellers = parties_under(scene, view, hit.at, ("from", "от", "у", "by", "из"))
    acting = subject(scene, view, verb) if verb is not None else []
    if verb is not None and verb != hit.at:
        buyers += parties_under(scene, view, verb, ("to", "for", "для"), ("Dat",))
        sellers += parties_under(scene, view, verb, ("from", "от", "у"))
    buyers = buyers or datives_after(scene, view, hit.at)
    acting = [r for r in acting if r.name not in {b.name for b in buyers}]
    (buyers if text in BUY_WORDS else sellers).extend(acting)
    owned = [] if is_verb(view.tokens[hit.at]) else parties_under(scene, view, hit.at, ("'s", "of"), ("Gen",))
    (buyers if text in BUY_WORDS else sellers).extend(owned)
    if text in ("order", "заказ"):
        sellers += parties_under(scene, view, hit.at, ("with",))
    goods_of = makers(scene, view, hit) or (possessors(scene, view, hit) if text in BUY_WORDS else [])
    if not sellers:
        sellers += [r for r in goods_of if r.name not in {b.name for b in buyers}]
    buyers += [r for r in destinations(scene, view, hit) if not buyers]
    if not sellers and not buyers:
        lone = firms_of_clause(scene, view, hit.at)
        (buyers if text not in BUY_WORDS else sellers).extend(
            r for r in lone[:1] if r.start > view.tokens[hit.at].start
        )
    if bool(sellers) != bool(buyers):
        known = {r.name for r in (*sellers, *buyers)}
        others = [r for r in firms_of_clause(scene, view, hit.at) if r.name not in known]
        (buyers if sellers else sellers).extend(others if len(others) == 1 else [])
    for refs, role in ((sellers, "seller"), (buyers, "buyer")):
        for ref in refs:
            if ref.kind != "person" and ref.name not in draft.names("seller"):
                draft.add_party(ref, role)


def destinations(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """«отправят в Турцию», "shipped to Latvia": the state that goods go to."""
    verb = governing_verb(view, hit.at)
    found = parties_under(scene, view, hit.at, ("в", "into"))
    if verb is not None:
        found += parties_under(scene, view, verb, ("в", "into"))
    return [r for r in found if r.kind == "country" and view.tokens[view.token_of(r.start)].case in ("Acc", "")]


def firms_of_clause(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Companies of the clause of a token: with one side known, the only other one is the other side."""
    clause = view.clauses[at]
    return [
        r
        for r in all_parties(scene, view)
        if r.kind in ("organisation", "institution")
        and view.clauses[view.token_of(r.start)] == clause
        and r.rule is None
    ]


def datives_after(scene: Scene, view: View, at: int) -> list[PartyRef]:
    """Receivers in the dative shortly after the word, whatever the parser hung them on."""
    for i in range(at + 1, min(len(view.tokens), at + DATIVE_REACH)):
        token = view.tokens[i]
        if token.case == "Dat" and token.pos in ("NOUN", "PROPN") and not preposition(view.sentence, i):
            refs = parties_at(scene, view, i)
            if refs:
                return refs
    return []


DATIVE_REACH = 12
"""Words after «продажа», «поставка» within which its receiver stands."""


def makers(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """An organisation named right with the goods («37 самолётов Acme»), taken as the seller."""
    pick = nearest_value(scene, view, hit.at, ("quantity",), is_goods)
    if pick is None:
        return []
    return [r for r in all_parties(scene, view) if r.kind == "organisation" and 0 <= r.start - pick[1].stop <= 14]


def possessors(scene: Scene, view: View, hit: Hit) -> list[PartyRef]:
    """Whose goods are bought: "takes four fifths of Myanmar's tin ore"."""
    tokens = [t for o in patient_tokens(view, hit.at) for t in subtree(view.sentence, o)]
    if not tokens:
        return []
    stretch = (view.tokens[tokens[0]].start, view.tokens[tokens[-1]].stop)
    return [r for r in all_parties(scene, view, stretch) if r.kind in ("country", "organisation")]


def resources(scene: Scene, view: View) -> Iterator[Draft]:
    """How much a deposit or a state holds: a reserve or resource word with tonnes or ounces."""
    hits = [h for h in view.cues("resource") if not view.beside(h.at, "world", reach=2) and holds_metal(view, h)]
    if not hits:
        return
    for pick in [
        p
        for p in scene.free(view, "quantity")
        if p[1].quantity and p[1].quantity.unit in ("t", "oz", "lb", "kg", "m3", "barrels")
    ]:
        at = view.token_of(pick[1].start)
        if view.beside(at, "produce", "supply", reach=2):
            continue
        draft = open_draft("resource", "reserves with a quantity", view, hits[0].at)
        take_quantity(scene, draft, pick)
        fill_commodities(scene, view, draft, at, near=pick[1])
        fill_assets(scene, view, draft)
        fill_places(scene, view, draft)
        yield draft


def holds_metal(view: View, hit: Hit) -> bool:
    """«держит», "hold", "lie" tell a resource only with a weight of mineral close by and no yearly rate."""
    if hit.cue.value != "weak":
        return True
    weights = [
        v
        for _, v in view.values
        if v.quantity and v.quantity.unit in ("t", "oz", "lb") and v.start > view.tokens[hit.at].start
    ]
    near = any(view.distance(hit.at, v.start, v.stop) <= 4 for v in weights)
    return near and bool(minerals(view)) and not view.has("supply", "produce", "buy", "sell")


def shares(scene: Scene, view: View) -> Iterator[Draft]:
    """A holder's part of world mining, processing, reserves, imports: a percent with a world or import word."""
    for pick in scene.free(view, "percent"):
        at = view.token_of(pick[1].start)
        stages = view.near(at, "mining_share", reach=8)
        if not stages and view.has("world") and view.near(at, "account", reach=6):
            stages = [Hit(at, at, at, Cue("mining_share", "mining", "world output"))]
        if not stages and scene.shared and scene.shared[-1][0] in (view.index, view.index - 1):
            yield from share_goes_on(scene, view, pick)
            continue
        if not stages or not is_whole_told(scene, view, at):
            continue
        draft = open_draft("share", "part of world or imports", view, at)
        draft.stage = "imports" if is_import(view, at) and not view.has("world") else stage_of(view, at, stages)
        holder = share_holder(scene, view, at)
        whole = view.has("world") or is_part_of_state(scene, view, at)
        if not whole and (holder is None or holder.kind != "country" or any(t.lemma in OUTPUTS for t in view.tokens)):
            continue
        if holder is not None:
            draft.add_party(holder, "holder")
        take_quantity(scene, draft, pick)
        fill_commodities(scene, view, draft, at, one=True)
        fill_date(scene, view, draft, at, reach=12)
        scene.shared.append((view.index, draft.stage or "", tuple(draft.commodities)))
        yield draft


def is_whole_told(scene: Scene, view: View, at: int) -> bool:
    """What the percent is a part of: the world, a state's imports, or a stage of which a state is said to have a part."""
    if view.has("world") or is_part_of_state(scene, view, at):
        return True
    return is_import(view, at) and not view.beside(at, "stake", "limit", reach=3)


def is_part_of_state(scene: Scene, view: View, at: int) -> bool:
    """«доля Китая в переработке», "China's share of refining": a part word with a state as its owner."""
    for hit in view.near(at, "stake", reach=10):
        owners = parties_under(scene, view, hit.at, ("of", "'s"), ("Gen",))
        if any(r.kind == "country" for r in owners):
            return True
    return False


OUTPUTS = ("output", "production", "продукция", "выпуск")
"""Words that make a percent a part of one mine's output: a supply, not a share of imports."""


def share_goes_on(scene: Scene, view: View, pick: Pick) -> Iterator[Draft]:
    """A further holder's part right after a share: "China, with 77%, remains ahead", «одна Австралия даёт 36%»."""
    at = view.token_of(pick[1].start)
    states = [r for r in all_parties(scene, view) if r.kind == "country"]
    if not states or view.near(at, "stake", "limit", "jv", reach=6):
        return
    _, stage, commodities = scene.shared[-1]
    draft = open_draft("share", "goes on from the share before", view, at)
    draft.stage = stage
    draft.infers("stage", "the share told before")
    draft.add_party(min(states, key=lambda r: abs(r.start - pick[1].start)), "holder")
    take_quantity(scene, draft, pick)
    draft.commodities.extend(commodities)
    yield draft


def is_import(view: View, at: int) -> bool:
    return any(h.cue.value == "imports" for h in view.near(at, "mining_share", reach=8))


def stage_of(view: View, at: int, stages: list[Hit]) -> str:
    """The verb that the percent is the object of («добывает 70 %»), else the stage word after it, else one elsewhere."""
    verb = governing_verb(view, at)
    governing = [h for h in stages if h.at == verb and h.cue.value != "imports"]
    if governing:
        return governing[0].cue.value
    after = sorted((h for h in stages if h.first > at and h.cue.value != "imports"), key=lambda h: h.first)
    return (after or [h for h in stages if h.cue.value != "imports"] or stages)[0].cue.value


def share_holder(scene: Scene, view: View, at: int) -> PartyRef | None:
    """The subject of the accounting verb, or the state under «на»/"from"; else the nearest state, also from before."""
    verb = governing_verb(view, at)
    if verb is not None:
        for refs in (
            parties_under(scene, view, verb, ("на", "from", "из", "in", "в"), ()),
            subject(scene, view, verb),
            agent(scene, view, verb),
        ):
            good = [r for r in refs if r.kind in ("country", "organisation", "institution")]
            if good:
                return good[0]
    token = view.tokens[at]
    told = [r for r in all_parties(scene, view) if r.kind in ("country", "organisation")]
    return min(told, key=lambda r: abs(r.start - token.start), default=None)


def projects(scene: Scene, view: View) -> Iterator[Draft]:
    """A mine, plant or network planned, built, run: one claim for each output or capacity, or one for a told stage."""
    made = False
    for pick in [
        p for p in scene.free(view, "quantity") if p[1].quantity and p[1].quantity.unit in (*TONNES, *PLANT_UNITS)
    ]:
        draft = output(scene, view, pick)
        if draft is not None:
            made = True
            yield draft
    if not made:
        yield from staged(scene, view)
    if view.index not in scene.told:
        yield from priced(scene, view)


def priced(scene: Scene, view: View) -> Iterator[Draft]:
    """A site told with its cost: "the A$2 billion X mine", «завод стоимостью 270 млн долларов»."""
    sites = terms_of("asset_head", scene.analysis.language)
    for pick in scene.free(view, "money"):
        last = view.token_of(pick[1].stop - 1)
        after = view.tokens[last + 1 : last + 1 + SITE_REACH]
        before = view.tokens[max(0, view.token_of(pick[1].start) - 3) : view.token_of(pick[1].start)]
        costs = any(t.lemma == "стоимость" for t in before) or is_cost_of(view, pick)
        inner = takewhile(lambda t: t.pos in ("ADJ", "NOUN", "PROPN", "NUM", "CCONJ"), after)
        site = next((t for t in inner if t.lemma in sites), None)
        if site is None and not costs:
            continue
        draft = open_draft("project", "site with its cost", view, last)
        verb = governing_verb(view, last)
        phase = phase_of(scene, view, last)
        draft.status = (
            "under_way" if verb is not None and view.near(last, "finish", "build") and phase == "past" else "proposed"
        )
        take_money(scene, draft, pick)
        developer(scene, view, draft, last)
        fill_commodities(scene, view, draft, last)
        finish_project(scene, view, draft, last)
        yield draft


def is_cost_of(view: View, pick: Pick) -> bool:
    """«смета — 640 млн», "the cost stands at $640m": a cost word in front of the sum and a site in the sentence."""
    at = view.token_of(pick[1].start)
    costs = any(0 <= at - h.at <= 6 and h.cue.text in COST_WORDS for h in view.cues("project_cost"))
    site = any(m.kind == "asset" for _, m in view.mentions) or any(
        t.lemma in ("mine", "рудник", "plant", "завод") for t in view.tokens
    )
    return costs and site and not view.has("instrument")


COST_WORDS = (
    "bill",
    "счет",
    "стоимость",
    "смета",
    "бюджет",
    "затраты",
    "затрата",
    "обойтись",
    "cost",
    "budget",
    "price tag",
    "capex",
)
SITE_REACH = 6
"""Words after a sum within which the site stands that costs it."""


def output(scene: Scene, view: View, pick: Pick) -> Draft | None:
    quantity = pick[1].quantity
    assert quantity is not None
    at = view.token_of(pick[1].start)
    groups = (
        (("produce",), ("build", "launch"))
        if quantity.unit in TONNES
        else (("build", "launch", "finish"), ("produce",))
    )
    hits = [h for group in groups for h in view.near(at, *group, reach=12) if not conditional(view, h.at)]
    rate = quantity.unit in TONNES and quantity.unit.endswith("/year")
    hits = hits or (view.near(at, "plan", reach=12) if rate else [])
    hits = hits or (employing(view, at) if quantity.unit == "jobs" else [])
    if not hits or quantity.unit in ("m", "m3/year"):
        return None
    hit = hits[0]
    draft = open_draft("project", "output or capacity told", view, hit.at)
    phase = phase_of(scene, view, hit.at, skip=("done", "stop")) if hit.cue.group != "plan" else "plan"
    draft.stage = "construction" if hit.cue.group in ("build", "finish") else "production"
    if halted(view, hit.at):
        phase = "suspended"
    draft.status = building_status(hit, phase) if hit.cue.group == "build" else status_of("project", phase)
    if draft.status is None:
        return None
    take_quantity(scene, draft, pick)
    sums = scene.free(view, "money") if view.has("project_cost") else []
    take_money(scene, draft, sums[-1] if sums else None)
    developer(scene, view, draft, hit.at)
    if quantity.unit in TONNES:
        fill_commodities(scene, view, draft, at, near=pick[1])
    finish_project(scene, view, draft, at)
    return draft


def is_purpose(scene: Scene, view: View, hit: Hit) -> bool:
    """«на строительство завода», "toward the construction": what money is for; or a deal that is closed or opened."""
    if view.tokens[hit.at].relation in ("compound", "amod") or in_speech(scene, view.tokens[hit.at].start):
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


def closes_nothing(scene: Scene, view: View, hit: Hit) -> bool:
    """An active stop verb whose subject is no party: "avalanches close the pass" is a barrier, not a halt."""
    active = is_verb(view.tokens[hit.at]) and not is_passive(view, hit.at)
    tokens = subject_tokens(view, hit.at) if active else []
    return bool(tokens) and not subject(scene, view, hit.at) and not any(view.tokens[t].lemma in WORKS for t in tokens)


WORKS = ("work", "mining", "construction", "production", "operation", "drilling", "работа", "добыча", "строительство",
         "производство", "стройка", "бурение", "выпуск")  # fmt: skip
"""Activities that stand for their site as the subject of a stop or start."""


def is_discovery(view: View, hit: Hit) -> bool:
    """A deposit that is opened or found is discovered, not started."""
    deposits = [m for _, m in view.mentions if m.kind == "asset" and m.post in ("месторождение", "deposit")]
    return hit.cue.text in ("открыть", "открыться", "open") and bool(deposits)


def in_speech(scene: Scene, offset: int) -> bool:
    """Inside a quotation long enough to be speech: what people expect is no stage of a project."""
    return any(q.start < offset < q.stop and q.stop - q.start > SPEECH_LENGTH for q in scene.analysis.quotes)


SPEECH_LENGTH = 40
"""Characters: shorter quotations are names and terms."""


def halted(view: View, at: int) -> bool:
    """A stop word of the same sentence; «стоит» stops a mine only where no price is told."""
    hits = view.near(at, "stop", reach=10)
    return any(h.cue.value != "or cost" or not any(v.kind == "money" for _, v in view.values) for h in hits)


def building_status(hit: Hit, phase: str) -> str | None:
    """Works that have begun go on until the text says that they are finished."""
    if phase in ("past", "none", "done", "present"):
        return "completed" if hit.cue.value == "done" else "under_way"
    return "cancelled" if phase == "negated" else status_of("project", phase)


def employing(view: View, at: int) -> list[Hit]:
    """Jobs are told with any verb («даст 700 рабочих мест», "will employ 270 people")."""
    verb = governing_verb(view, at)
    return [] if verb is None or conditional(view, verb) else [Hit(verb, verb + 1, verb, Cue("produce", "", "jobs"))]


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
            if is_discovery(view, hit) or (group == "stop" and closes_nothing(scene, view, hit)):
                continue
            phase = phase_of(scene, view, hit.at, skip=("done", "suspend", "stop"))
            draft = open_draft("project", f"stage told: {group}", view, hit.at)
            draft.stage = stage or hit.cue.value
            draft.status = stage_status(view, hit, phase)
            if draft.status is None:
                continue
            developer(scene, view, draft, hit.at)
            if not draft.parties and not any(m.kind == "asset" for _, m in view.mentions):
                continue
            fill_commodities(scene, view, draft, hit.at)
            take_money(scene, draft, nearest_value(scene, view, hit.at, ("money",)))
            finish_project(scene, view, draft, hit.at)
            yield draft
            return


def part_done(view: View, hit: Hit) -> bool:
    """ "60 per cent complete": finished in part."""
    parts = [v for _, v in view.values if v.kind == "percent" and view.distance(hit.at, v.start, v.stop) <= 4]
    return hit.cue.group == "finish" and bool(parts)


def stage_status(view: View, hit: Hit, phase: str) -> str | None:
    if hit.cue.group == "build":
        return building_status(hit, phase)
    if part_done(view, hit):
        return "under_way"
    if hit.cue.group == "stop" and phase in ("past", "present", "none", "done", "negated"):
        return "suspended" if halted(view, hit.at) else None
    return status_of("project", phase)


def about_site(scene: Scene, view: View, hit: Hit) -> bool:
    """The word is about a site: a named one within a few words, a site word as its object, or works by a company."""
    if hit.cue.value == "works" or (hit.cue.value == "strong" and subject(scene, view, hit.at)):
        return True
    if any(m.kind == "asset" and view.distance(hit.at, m.start, m.stop) <= 6 for _, m in view.mentions):
        return True
    sites = terms_of("asset_head", scene.analysis.language)
    if any(view.tokens[t].lemma in WORKS for t in subject_tokens(view, hit.at)) or part_done(view, hit):
        return True
    objects = [*patient_tokens(view, hit.at), *under(view, hit.at, ("of",), ("Gen",))]
    return any(view.tokens[o].lemma in sites for o in objects)


def developer(scene: Scene, view: View, draft: Draft, at: int) -> None:
    """Who builds or runs it: the acting party, else the owner of the text's topic."""
    verb = governing_verb(view, at)
    refs = subject(scene, view, verb) if verb is not None else []
    refs = [r for r in refs if r.kind in ("organisation", "country", "institution")]
    if not refs:
        refs = [r for r in all_parties(scene, view) if r.kind == "organisation"][:1]
    for ref in refs:
        draft.add_party(ref, "developer")
    if not refs and scene.topic.organisation is not None:
        mention = scene.mention(scene.topic.organisation)
        draft.add_party(
            PartyRef(
                mention.name,
                mention.start,
                mention.stop,
                scene.topic.organisation,
                mention.country,
                "organisation",
                "what the text is about",
            ),
            "developer",
        )


def finish_project(scene: Scene, view: View, draft: Draft, at: int) -> None:
    fill_assets(scene, view, draft)
    fill_places(scene, view, draft)
    fill_date(scene, view, draft, at)
