"""Kazakh words of amounts: numerals, scales, fractions, qualifiers before and after, rates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from lodeline.language.kazakh.endings import declined, forms_of, harmonious, joins
from lodeline.language.numerals import NumberWords
from lodeline.language.pieces import Match, Phrases, Piece, phrases, word_set
from lodeline.vocabulary.quantities import Qualifier

_CARDINALS = (
    "нөл:0 екі:2 үш:3 төрт:4 бес:5 алты:6 жеті:7 сегіз:8 тоғыз:9 он:10 жиырма:20 отыз:30 қырық:40 елу:50 алпыс:60 "
    "жетпіс:70 сексен:80 тоқсан:90"
)
_SCALES = {
    "1000": "мың",
    "1000000": "миллион млн",
    "1000000000": "миллиард млрд",
    "1000000000000": "триллион трлн",
}
_BARE_FORMS = word_set("үштен төрттен бестен алтыдан жетіден сегізден тоғыздан оннан")
_DENOMINATORS = {
    "екіден": 2, "үштен": 3, "төрттен": 4, "бестен": 5, "алтыдан": 6, "жетіден": 7, "сегізден": 8, "тоғыздан": 9,
    "оннан": 10,
}  # fmt: skip
_NUMERATORS = {"бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9}
_HALVES = {"жартысы": Decimal(50), "ширегі": Decimal(25)}
_TIME_WORDS = word_set("жылдың жылы айдың ғасырдың айының күннің тоқсанның аптаның")
_TIME_AFTER = word_set("ғасыр ғасырдан жыл")
_QUALIFIERS: dict[Qualifier, str] = {
    "about": "шамамен|жуықтап алғанда|шамалап алғанда|орта есеппен",
    "over": "кемінде|кем дегенде|ең кемі|аз дегенде",
    "up_to": "ең көбі|көп дегенде|барынша",
}
_TRAILING: dict[Qualifier, str] = {
    "about": "шамасында|шамасы|шамасындағы|жуық|жуығы|жуығын|жуығына|шақты|таман|таяу|көлемінде болуы мүмкін",
    "over": "астам|астамы|астамын|астамға|артық|артығы|асады|асатын|асты|асқан|көп|кем емес|жоғары",
    "up_to": "дейін|дейінгі|аспайды|аспайтын|аспайтындай|кем",
}
_RATES = {
    "year": "жылына|жыл сайын|бір жылда|/жыл",
    "day": "тәулігіне|күніне|тәулік сайын|/тәулік",
    "month": "айына|ай сайын|/ай",
    "hour": "сағатына",
}
_RATES_BEFORE = {
    "year": "жылына|жыл сайын|жылдық қуаты|жылдық қуат|жылдық өнімділігі|жылдық өндіріс|жылдық көлемі|жылдық өндірісі|"
    "жылдық қуаттылығы",
    "day": "тәулігіне|күніне",
    "month": "айына|ай сайын",
}
_FORMS = {
    "concentrate": declined("концентрат|байытпа"),
    "oxide": declined("оксид|тотық|триоксид|пентоксид") + "|u3o8|wo3|v2o5|li2o|reo|тотығын|тотығы",
    "metal": declined("металл"),
    "ore": declined("руда"),
}
_STOPS = word_set(
    "және мен бен пен менен да де та те үшін туралы бойынша арқылы кейін дейін болып болады болды болмақ болған деп "
    "бар жоқ еді екен емес ал бірақ ғана тек бұл сол ол осы жыл жылы жылғы жылға жылдың ай айда күні сайын қарай"
)
_MONEY = "инвестиция|несие|қарыз|қаржы|қаражат|капитал|салым|грант|субсидия|ақша|табыс|пайда|кредит|қаржыландыру|шығын"
_ADJECTIVE_ENDINGS = ("лық", "лік", "дық", "дік", "тық", "тік")
_SPANS = ("жыл", "ай", "апта", "күн", "пайыз", "сағат")
_ADJECTIVES = word_set("жаңа ауыр үлкен кіші ірі қуатты заманауи тұрақты қосымша тағы жеңіл отандық шетелдік ескі")
_SUFFIXES = word_set(
    "ға ге қа ке ден дан тен тан нен нан і ы сы сі ні ны ды ді ты ті де да те та ның нің дың дің тың тің ін ын сын сін "
    "сынан сінен не на"
)
_WORKERS = "адам|адамға|адамды|қызметкер|қызметкерді|жұмысшы|жұмысшыны"
_EMPLOYED = "жұмыс істейді|жұмыс істеп|жұмыспен қамтылады|жұмыспен қамтиды|еңбек етеді|жұмысқа алады|жұмысқа"
_VERB_ENDINGS = (
    "ады", "еді", "йды", "йді", "ған", "ген", "қан", "кен", "мақ", "мек", "бақ", "бек", "пақ", "пек", "ды", "ді", "ты",
    "ті", "ып", "іп", "атын", "етін", "йтін", "йтын", "майды", "мейді",
)  # fmt: skip


def _cardinals() -> Iterator[tuple[str, Decimal]]:
    for pair in _CARDINALS.split():
        word, value = pair.split(":")
        for form in forms_of(word):
            if form not in _BARE_FORMS:
                yield form, Decimal(value)


def _scales() -> Iterator[tuple[str, Decimal]]:
    for value, stems in _SCALES.items():
        for stem in stems.split():
            yield from ((form, Decimal(value)) for form in forms_of(stem))
            yield from ((stem + end, Decimal(value)) for end in ("дық", "даған", "дай", "дық"))


def is_ordinal(fold: str) -> bool:
    """Whether the word is a rank and not a number: "үшінші"."""
    return fold.endswith(("ншы", "нші", "ыншы", "інші", "нші"))


def read_fraction(pieces: Sequence[Piece], index: int) -> Match[Decimal] | None:
    """ "жартысы", "үштен екісі", "төрттен үші" as a percentage."""
    if index >= len(pieces) or pieces[index].kind != "word" or _of_time(pieces, index):
        return None
    fold = pieces[index].fold
    whole = next((value for word, value in _HALVES.items() if fold.startswith(word)), None)
    if whole is not None:
        return Match(index + 1, whole)
    bottom = _DENOMINATORS.get(fold)
    if bottom is None or index + 1 >= len(pieces):
        return None
    top = next((n for word, n in _NUMERATORS.items() if pieces[index + 1].fold in _possessed(word)), None)
    if top is None or top >= bottom:
        return None
    return Match(index + 2, (Decimal(top) * 100 / bottom).quantize(Decimal("0.1")).normalize())


@cache
def _possessed(word: str) -> frozenset[str]:
    return frozenset(form for form in forms_of(word) if form == word or form[len(word) :][:1] in ("ы", "і", "с"))


def _of_time(pieces: Sequence[Piece], index: int) -> bool:
    """Whether it is a part of a time: "жылдың екінші жартысында", "ширек ғасыр"."""
    before = pieces[max(0, index - 2) : index]
    after = pieces[index + 1].fold if index + 1 < len(pieces) else ""
    return any(p.fold in _TIME_WORDS for p in before) or after in _TIME_AFTER


def _is_adjective(word: str) -> bool:
    fold = word.lower()
    brand = word.isascii() and word[:1].isupper()
    return brand or fold in _ADJECTIVES or (fold.endswith(_ADJECTIVE_ENDINGS) and not fold.startswith(_SPANS))


def _is_verb(fold: str) -> bool:
    return fold.endswith(_VERB_ENDINGS) and len(fold) > 3


def unit_forms(name: str) -> Iterator[str]:
    """A unit or currency in its cases, and as an attribute ("тонналық"); foreign names and stems stay as they are."""
    if name.isascii() or not name[-1].isalpha() or not name[0].isalpha():
        yield name
        return
    *before, last = name.split()
    kinds = ("лық", "лік", "дық", "дік", "тық", "тік")
    tails = [*forms_of(last), *(last + kind for kind in kinds if joins(last, kind) and harmonious(last, kind))]
    yield from (" ".join([*before, tail]) for tail in tails)


@cache
def number_words() -> NumberWords:
    """All that the amount reader needs to know of Kazakh."""
    hundred = dict.fromkeys(forms_of("жүз"), Decimal(100))
    return NumberWords(
        language="kk",
        decimal_comma=True,
        cardinals=dict(_cardinals()),
        multipliers=hundred,
        lone_multipliers=frozenset({"жүз", "жүзге", "жүзден"}),
        ones=frozenset({"бір"}),
        articles=frozenset({"бір"}),
        scales=dict(_scales()),
        lone_scales={"мың": Decimal(1000), "миллион": Decimal(10) ** 6, "миллиард": Decimal(10) ** 9},
        glued_scales={},
        halves=Phrases({"жарым": Decimal("0.5")}),
        half_of=Phrases({"жарты": Decimal("0.5")}),
        joints=frozenset(),
        digit_suffixes=_SUFFIXES,
        is_ordinal=is_ordinal,
        qualifiers=phrases(_QUALIFIERS),
        trailing=phrases(_TRAILING),
        openers={},
        range_words=frozenset({"немесе"}),
        starts=frozenset(),
        change=phrases({}),
        percent=phrases({True: "%|пайыздық|" + declined("пайыз|процент")}),
        points=phrases({True: declined("пайыздық тармақ|пайыздық пункт")}),
        rates=phrases(_RATES),
        rates_before=phrases(_RATES_BEFORE),
        forms=phrases(_FORMS),
        stops=_STOPS,
        money_nouns=phrases({True: declined(_MONEY)}),
        is_verb=_is_verb,
        is_adjective=_is_adjective,
        fraction=read_fraction,
        workers=phrases({True: _WORKERS}),
        unit_forms=unit_forms,
        employed=phrases({True: _EMPLOYED}),
    )
