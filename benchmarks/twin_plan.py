"""What one twin changes: drawn by chance from the pools of twin_names.py, the same for the same seed and number."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

import twin_names as names
from twin_grammar import (
    CASES,
    Paradigm,
    gender,
    indeclinable,
    inflected,
    like,
    name_paradigm,
    nominative,
    paradigm,
    plurals,
    state_paradigm,
)


@dataclass(frozen=True)
class Swap:
    """One name in all its cases; `genders` of old and new tell whether the verb beside it has to agree anew."""

    old: Paradigm
    new: Paradigm
    genders: tuple[str, str] = ("", "")


@dataclass
class Plan:
    """All that one twin changes."""

    swaps: list[Swap] = field(default_factory=list)
    adjectives: dict[str, str] = field(default_factory=dict)
    patterns: list[tuple[str, str]] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)
    region: str = ""
    """In the genitive: "стран …"."""
    commodities: dict[str, str] = field(default_factory=dict)
    numbers: dict[tuple[str, float], float] = field(default_factory=dict)
    dates: Callable[[str], str] = str
    currency: str = "USD"
    unit: str = "aircraft"
    without_currency: list[str] = field(default_factory=list)
    denied: list[str] = field(default_factory=list)


def plan_states(plan: Plan, dice: random.Random) -> None:
    region, members = dice.choice(sorted(names.REGIONS.items()))
    members = dice.sample(members, len(names.REGIONAL))
    others = dice.sample(names.WORLD, len(names.ROLES) - len(names.REGIONAL))
    new = iter(others)
    news = {
        role.code: members[names.REGIONAL.index(role.code)] if role.code in names.REGIONAL else next(new)
        for role in names.ROLES
    }
    for role in names.ROLES:
        other = news[role.code]
        plan.codes[role.code] = other.code
        plan.adjectives[role.adjective] = other.adjective
        for name in [role.name, *names.OTHER_NAMES.get(role.code, [])]:
            genders = (gender(name), gender(other.name))
            plan.swaps.append(Swap(state_paradigm(name), state_paradigm(other.name), genders))
        plan.swaps.append(Swap(paradigm(role.capital), paradigm(other.capital)))
        plan.swaps.append(Swap(indeclinable(role.english), indeclinable(other.english)))
    plan.adjectives |= {"вашингтонский": news["US"].adjective, "проамериканский": "про" + news["US"].adjective}
    plan.adjectives[names.REGION[1]] = region[1]
    plan.swaps.append(Swap(paradigm(names.REGION[0]), paradigm(region[0])))
    plan.region = paradigm(region[0])["gent"]


def plan_people(plan: Plan, dice: random.Random) -> None:
    firsts, lasts = dice.sample(names.FIRST_NAMES, len(names.MEN)), dice.sample(names.SURNAMES, len(names.MEN))
    for man, first, last in zip(names.MEN, firsts, lasts, strict=True):
        plan.swaps.append(Swap(name_paradigm(man), name_paradigm(f"{first} {last}")))
        if " бин " not in man and not man.startswith("Си "):
            plan.swaps.append(Swap(name_paradigm(man.split(" ")[-1]), name_paradigm(last)))


def plan_institutions(plan: Plan, dice: random.Random) -> None:
    for old, pool in names.COMPANIES.items():
        new = dice.choice(pool)
        plan.swaps.append(Swap(indeclinable(old), indeclinable(new)))
        plan.swaps.append(Swap(indeclinable(old.upper()), indeclinable(new)))
        if " " in old:
            plan.swaps.append(Swap(indeclinable(" ".join(old.split()[:2])), indeclinable(" ".join(new.split()[:2]))))
    (old_bank, old_latin), (bank, latin) = names.BANKS[0], dice.choice(names.BANKS)
    fixed = 1 if bank.startswith("Банк") else 2
    plan.swaps.append(Swap(paradigm(old_bank), paradigm(bank, fixed)))
    plan.swaps.append(Swap(indeclinable(old_latin), indeclinable(latin)))
    for old, new in zip(names.UNIONS[0], dice.choice(names.UNIONS), strict=True):
        plan.swaps.append(
            Swap(paradigm(old), paradigm(new)) if " " in old else Swap(indeclinable(old), indeclinable(new))
        )
    plan.swaps.append(Swap(paradigm(names.SEAT[0]), paradigm(names.SEAT[1])))
    adjective, city, english = dice.choice(names.ACCORDS)
    accords = dict(zip(CASES, ("ы", "ых", "ым", "ы", "ыми", "ых"), strict=True))
    plural = {c: like(adjective, nominative(adjective).inflect({c, "plur"}).word) for c in CASES}
    plan.swaps.append(Swap({c: "Авраамов" + ending for c, ending in accords.items()}, plural))
    plan.swaps.append(Swap(indeclinable("Авраама"), indeclinable(inflected(city, "gent"))))
    plan.swaps.append(Swap(indeclinable("Abraham"), indeclinable(english)))


def plan_goods(plan: Plan, dice: random.Random) -> None:
    noun, maker, carrier, plan.unit = dice.choice(names.GOODS)
    for old, new in (("самолет", noun), ("авиаперевозчик", carrier)):
        plan.swaps.append(Swap(plurals(old), plurals(new)))
    plan.swaps.append(Swap(paradigm("авиаперевозчик"), paradigm(carrier)))
    plan.swaps.append(Swap(indeclinable("Boeing"), indeclinable(maker)))
    metal = dice.choice(sorted(names.METALS))
    ore = dice.choice(sorted(names.ORES))
    plan.commodities = {"tungsten": names.METALS[metal], "rare earths": names.ORES[ore]}
    plan.swaps.append(Swap(paradigm("вольфрам"), paradigm(metal)))
    if names.ORES[ore] != "rare earths":
        plan.patterns += [
            (r"редкозем(?:ельных (?:элементов|металлов)|ов)\b", ore),
            (r"\b17 элементов\b", "видов сырья"),
        ]


def plan_numbers(plan: Plan, dice: random.Random) -> None:
    stake, venture, loan = dice.randrange(51, 90), dice.randrange(12, 69), dice.randrange(2, 10) * 100
    package, goods = dice.randrange(11, 20), dice.choice([15, 18, 26, 29, 36, 45])
    mined, refined = dice.sample([55, 60, 65, 75, 80, 85], 2)
    spelled = f"{venture // 10},{venture % 10}" if venture % 10 else f"{venture // 10},5"
    venture_value = float(spelled.replace(",", ".")) * 1e9
    plan.numbers = {
        ("share", 70): stake,
        ("share", 30): 100 - stake,
        ("amount", 1.1e9): round(venture_value),
        ("amount", 9e8): loan * 1e6,
        ("amount", 1.7e10): package * 1e9,
        ("quantity", 37): goods,
        ("quantity", 70): mined,
        ("quantity", 90): refined,
    }
    plan.currency = names.CURRENCIES[currency := dice.choice(sorted(names.CURRENCIES))]
    plan.without_currency = [c for c in sorted(names.SUMS) if dice.random() < 0.25]
    for claim, stated in names.SUMS.items():
        told = f"{spelled} миллиарда" if claim == "c1" else f"{loan} миллионов"
        plan.patterns.append((f"{stated} долларов", told if claim in plan.without_currency else f"{told} {currency}"))
    plan.patterns += [
        (r"\b70(?=-процент)", str(stake)),
        (r"\b17(?= миллиард)", str(package)),
        (r"\b37(?= самол)", str(goods)),
        (r"\b70(?= процент)", str(mined)),
        (r"\b90(?= процент)", str(refined)),
    ]


def plan_dates(plan: Plan, dice: random.Random) -> None:
    summit, visit = dice.randrange(2, 9), dice.randrange(11, 28)
    year, signed = dice.randrange(2022, 2027), dice.randrange(2016, 2022)
    known = {"2020": f"{signed}", "2025-11-06": f"{year}-11-{summit:02}", "2025-11-18": f"{year}-11-{visit:02}"}
    known["2025-11-07"] = f"{year}-11-{summit + 1:02}"
    plan.dates = lambda date: known.get(date, date.replace("2025", str(year)))
    plan.patterns += [
        (r"\b6(?= ноября)", str(summit)),
        (r"\b18(?= ноября)", str(visit)),
        (r"\b2025(?= год)", str(year)),
        (r"\b2020(?= год)", str(signed)),
    ]


def plan_twin(number: int, seed: int) -> Plan:
    dice = random.Random(f"{seed}/{number}")
    plan = Plan()
    for part in (plan_states, plan_people, plan_institutions, plan_goods, plan_numbers, plan_dates):
        part(plan, dice)
    plan.denied = [dice.choice(names.DENIABLE)] if number % 3 == 0 else []
    return plan
