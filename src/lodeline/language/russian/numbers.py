"""Russian words of amounts: numerals in all cases, scales, fractions, qualifiers, rates."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from lodeline.language.numerals import NumberWords
from lodeline.language.pieces import Match, Phrases, Piece, fold_word, phrases, word_set
from lodeline.vocabulary.quantities import Qualifier

_CARDINALS = {
    "0": "ноль нуля нулю нулем",
    "2": "два две двух двум двумя двое двоих двоим",
    "3": "три трех трем тремя трое троих троим",
    "4": "четыре четырех четырем четырьмя четверо четверых",
    "5": "пять пяти пятью пятеро пятерых",
    "6": "шесть шести шестью шестеро шестерых",
    "7": "семь семи семью семеро семерых",
    "8": "восемь восьми восемью восьмью",
    "9": "девять девяти девятью",
    "11": "одиннадцать одиннадцати одиннадцатью",
    "12": "двенадцать двенадцати двенадцатью",
    "13": "тринадцать тринадцати тринадцатью",
    "14": "четырнадцать четырнадцати четырнадцатью",
    "15": "пятнадцать пятнадцати пятнадцатью",
    "16": "шестнадцать шестнадцати шестнадцатью",
    "17": "семнадцать семнадцати семнадцатью",
    "18": "восемнадцать восемнадцати восемнадцатью",
    "19": "девятнадцать девятнадцати девятнадцатью",
    "10": "десять десяти десятью",
    "20": "двадцать двадцати двадцатью",
    "30": "тридцать тридцати тридцатью",
    "40": "сорок сорока",
    "50": "пятьдесят пятидесяти пятьюдесятью полсотни",
    "60": "шестьдесят шестидесяти шестьюдесятью",
    "70": "семьдесят семидесяти семьюдесятью",
    "80": "восемьдесят восьмидесяти восемьюдесятью",
    "90": "девяносто девяноста",
    "100": "сто ста",
    "150": "полтораста полутораста",
    "200": "двести двухсот двумстам двумястами двухстах",
    "300": "триста трехсот тремстам тремястами трехстах",
    "400": "четыреста четырехсот четыремстам четырьмястами четырехстах",
    "500": "пятьсот пятисот пятистам пятьюстами пятистах",
    "600": "шестьсот шестисот шестистам шестьюстами шестистах",
    "700": "семьсот семисот семистам семьюстами семистах",
    "800": "восемьсот восьмисот восьмистам восемьюстами восьмистах",
    "900": "девятьсот девятисот девятистам девятьюстами девятистах",
    "1.5": "полтора полторы полутора",
}
_ONES = word_set("один одна одно одного одной одну одному одним одном")
_MULTIPLIERS = {
    "10": "десяток десятка десятков десятку десятками",
    "12": "дюжина дюжины дюжину дюжин",
    "100": "сотня сотню сотни сотен сотней",
}
_SCALES = {
    "1000": "тыс тысяча тысячи тысячу тысяч тысяче тысячей тысячью тысячам тысячами тысячах",
    "1000000": "млн миллион миллиона миллионов миллиону миллионом миллионе миллионам миллионами миллионах",
    "1000000000": "млрд миллиард миллиарда миллиардов миллиарду миллиардом миллиарде миллиардам миллиардами миллиардах",
    "1000000000000": "трлн триллион триллиона триллионов триллиону триллионом триллионам триллионами",
}
_LONE_SCALES = {
    "1000": "тысяча тысячу тысячей",
    "1000000": "миллион миллиона миллиону миллионом",
    "1000000000": "миллиард миллиарда миллиарду миллиардом",
    "1000000000000": "триллион триллиона триллиону триллионом",
    "500": "полтысячи",
    "500000": "полмиллиона полумиллиона",
    "500000000": "полмиллиарда полумиллиарда",
}
# Stems of ordinals and of the denominators of fractions ("четыре пятых").
_ORDINAL_STEMS = {
    "втор": 2,
    "трет": 3,
    "четверт": 4,
    "пят": 5,
    "шест": 6,
    "седьм": 7,
    "восьм": 8,
    "девят": 9,
    "десят": 10,
    "двенадцат": 12,
    "двадцат": 20,
    "сот": 100,
}
_ORDINAL_ENDINGS = word_set(
    "ый ой ий ого его ому ему ым им ом ем ая ей ую ое ые ых ими ыми ья ью ье ьего ьему ьим ьем ьей ьих"
)
_PARTS = word_set("часть части частью частей доля доли долю долей")
_HALF = frozenset(["половина", "половины", "половине", "половину", "половиной"])
_QUARTER = frozenset(["четверть", "четверти", "четвертью"])
_THIRD = frozenset({"треть", "трети", "третью", "третей", "третям", "третями"})
_TIME_WORDS = word_set("года году год века веке столетия месяца недели дня срока")
_QUALIFIERS: dict[Qualifier, str] = {
    "about": "около|примерно|приблизительно|порядка|почти|более-менее|ориентировочно|практически|без малого|"
    "чуть менее|"
    "чуть меньше|чуть более|чуть больше|немногим более|немногим менее|немногим больше|немногим меньше|оценивается в|"
    "оценивается примерно в|оценивают в|оценивался в|оценивалась в|оценивалось в|оценен в|оценена в|оценено в|"
    "оценены в|оцениваются в|оцениваемый в|оцениваемая в|оценивает в|оценили в|оценил в|оценила в|в районе|"
    "где-то|оценочно|тонн|процентов|километров|унций|мегаватт",
    "up_to": "до|вплоть до|не более|не более чем|не более чем на|не больше|не больше чем|максимум|"
    "самое большее|не свыше|не превысит|"
    "не превышает|не выше|достигающий|достигающая|достигающего|достигающей|достигающее|менее|менее чем|меньше|ниже",
    "over": "более|более чем|более чем на|более чем в|больше чем на|больше чем в|не менее чем на|не менее чем в|"
    "больше|больше чем|свыше|не менее|не менее чем|не меньше|не меньше чем|как минимум|"
    "минимум|по меньшей мере|по крайней мере|превышает|превышают|превысит|превысят|превысил|превысила|превысили|"
    "превысило|превышающий|"
    "превышающая|превышающую|превышающей|сверх",
}
_CHANGE = (
    "вырос*|выросл*|вырасти|вырастет|вырастут|возрос*|возросл*|увеличил*|увеличить|увеличит|увеличат|увеличен*|"
    "увеличится|увеличились|увеличилось|увеличилась|увеличился|сократил*|сократить|сократит|сократят|сократится|"
    "сократилась|сократился|сократилось|сократились|сокращен*|снизил*|снизить|снизит|снизится|снизились|снизилась|"
    "снизился|снизилось|снижен*|упал*|упадет|повысил*|повысить|повысит|повышен*|поднял*|поднять|поднимет|довести|"
    "доведет|довел*|доведен*|расширить|расширит|расширил*|нарастить|нарастил*|нарастит|дошл*|рост*|уменьшить|"
    "уменьшил*|уменьшится|уменьшен*|подорожал*|подешевел*|ограничен*|удвоить"
)
_RATES = {
    "year": "в год|ежегодно|/год|/г|в среднем в год|годовых|каждый год",
    "day": "в сутки|в день|ежедневно|ежесуточно|/сут|/сутки|/день",
    "month": "в месяц|ежемесячно|/мес|/месяц",
    "hour": "в час|/ч|/час",
}
_YEARLY = (
    "мощност* выпуск* производств* объем* добыч* экспорт* импорт* производительност* поставк* выработк* потребност* "
)
_YEARLY += "потреблен* переработк*"
_RATES_BEFORE = {
    "year": "|".join(
        [
            "ежегодно",
            "в год",
            "каждый год",
            *(f"{word} {of}" for of in _YEARLY.split() for word in ("годов*", "ежегодн*")),
        ]
    ),
    "day": "ежедневно|ежесуточно|суточн* мощност*|суточн* добыч*|в сутки",
}
_FORMS = {
    "concentrate": "концентрат*|концентратов",
    "oxide": "оксид*|оксидов|триоксид*|пентоксид*|закись-окись|закиси-окиси|закись|закиси|wo3|u3o8|v2o5|li2o|"
    "nb2o5|reo|"
    "ta2o5|tio2",
    "metal": "металл*|металлов",
    "ore": "руд*|руды|руд",
}
_STOPS = word_set(
    "в во на с со к ко о об от до по за из у для при под над между через и или а но что как чем это его ее их "
    "не же ли уже еще был была было были будет будут есть составит составил составила составили пойдет пойдут "
    "поступит поступят поступил поступили получит получил получила направит направят вложит вложат даст дадут "
    "предоставит предоставил стоит лет год года году годы годов месяц месяца месяцев которые который которая "
    "которых том тот также тогда когда если чтобы кроме после перед без против среди около более менее свыше"
)
_MONEY_NOUNS = (
    "инвестиц*|инвестиций|вложен*|вложений|кредит*|кредитов|заем*|займ*|займов|средств|финансирован*|капитал*|"
)
_MONEY_NOUNS += (
    "денег|выручк*|прибыл*|долг*|долгов|налог*|налогов|сделк*|сделок|субсиди*|субсидий|грант*|капиталовложений"
)
_ADJECTIVE_ENDINGS = ("ых", "их", "ые", "ие", "ым", "им", "ыми", "ими")
_PEOPLE = word_set("рабочих ученых военных пострадавших погибших раненых служащих верующих их них своих других")
_VERB_ENDINGS = ("ит", "ет", "ут", "ют", "ат", "ят", "ла", "ло", "ли", "ся", "сь", "ть", "ен", "ена", "ены", "ено")


def _table(forms: dict[str, str]) -> dict[str, Decimal]:
    return {form: Decimal(value) for value, text in forms.items() for form in text.split()}


def _is_adjective(word: str) -> bool:
    """An adjective, or a brand in Latin letters: what may stand between a number and what it counts."""
    fold = fold_word(word)
    adjective = fold.endswith(_ADJECTIVE_ENDINGS) and fold not in _PEOPLE
    return adjective or (word.isascii() and word[:1].isupper())


def _is_verb(fold: str) -> bool:
    return fold.endswith(_VERB_ENDINGS) and len(fold) > 3


def is_ordinal(fold: str) -> bool:
    """Whether the word is a rank and not a number: "пятый", "третьего"."""
    return _denominator(fold) is not None or (fold.startswith("перв") and fold[4:] in _ORDINAL_ENDINGS)


def _denominator(fold: str) -> int | None:
    for cut in (2, 3, 4):
        if fold[-cut:] in _ORDINAL_ENDINGS and fold[:-cut] in _ORDINAL_STEMS:
            return _ORDINAL_STEMS[fold[:-cut]]
    return None


def _percent(top: Decimal, bottom: int) -> Decimal:
    share = (top * 100 / bottom).quantize(Decimal("0.1"))
    return share.quantize(Decimal(1)) if share == share.to_integral_value() else share


def read_fraction(pieces: Sequence[Piece], index: int) -> Match[Decimal] | None:
    """A part of a whole in words, in percent: "треть", "две трети", "пятая часть", "четыре пятых", "половина"."""
    if index >= len(pieces) or pieces[index].kind != "word":
        return None
    top = _numerator(pieces[index].fold)
    at = index + 1 if top is not None else index
    if at >= len(pieces) or _of_time(pieces, index, at):
        return None
    fold = pieces[at].fold
    if top is None and fold == "полпроцента":
        return Match(at + 1, Decimal("0.5"))
    if top is None and fold in _HALF:
        return Match(at + 1, Decimal(50))
    if fold in _QUARTER or fold in _THIRD:
        return Match(at + 1, _percent(top or Decimal(1), 4 if fold in _QUARTER else 3))
    bottom = _denominator(fold)
    part = at + 1 < len(pieces) and pieces[at + 1].fold in _PARTS
    if bottom is None or not (part or (top is not None and fold.endswith(("ых", "ая", "ую", "ой", "их")))):
        return None
    return Match(at + 2 if part else at + 1, _percent(top or Decimal(1), bottom))


def _numerator(fold: str) -> Decimal | None:
    if fold in _ONES:
        return Decimal(1)
    value = number_words().cardinals.get(fold)
    return value if value is not None and 1 < value < 100 and value == value.to_integral_value() else None


def _of_time(pieces: Sequence[Piece], index: int, at: int) -> bool:
    """Whether it is no share: "в первой половине года", "четверть века", "с половиной"."""
    before = pieces[index - 1].fold if index else ""
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    if before == "с" or is_ordinal(before):
        return True
    return after is not None and (after.fold in _TIME_WORDS or (after.kind == "number" and len(after.text) == 4))


@cache
def number_words() -> NumberWords:
    """All that the amount reader needs to know of Russian."""
    multipliers = _table(_MULTIPLIERS)
    return NumberWords(
        language="ru",
        decimal_comma=True,
        cardinals=_table(_CARDINALS),
        multipliers=multipliers,
        lone_multipliers=frozenset(["десяток", "сотня", "сотню", "дюжина", "дюжину"]),
        ones=_ONES,
        articles=frozenset(),
        scales=_table(_SCALES),
        lone_scales=_table(_LONE_SCALES),
        glued_scales={"к": Decimal(1000)},
        halves=Phrases({"с половиной": Decimal("0.5")}),
        half_of=Phrases({}),
        joints=frozenset(),
        digit_suffixes=frozenset(["ти", "и", "х", "ми", "мя"]),
        is_ordinal=is_ordinal,
        qualifiers=phrases(_QUALIFIERS),
        trailing=phrases({"over": "и более|и больше|и выше|или более|с лишним|с небольшим|+"}),
        openers={"от": "до"},
        range_words=frozenset({"или"}),
        starts=frozenset({"с", "со"}),
        change=phrases({True: _CHANGE}),
        percent=phrases({True: "%|процент*|процентов|процентн*|проц."}),
        points=phrases({True: "процентн* пункт*|процентных пунктов|п.п.|п. п.|базисн* пункт*|% пункта"}),
        rates=phrases(_RATES),
        rates_before=phrases(_RATES_BEFORE),
        forms=phrases(_FORMS),
        stops=_STOPS,
        money_nouns=phrases({True: _MONEY_NOUNS}),
        is_verb=_is_verb,
        is_adjective=_is_adjective,
        fraction=read_fraction,
        workers=phrases({True: "человек|человека|людей|работник*|работников|сотрудник*|сотрудников|рабочих"}),
        employed=phrases({True: "занят|заняты|занято|трудится|трудятся|трудилось|работает|работают"}),
    )
