"""English words of amounts: numerals, scales, fractions, qualifiers, rates."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from lodeline.language.numerals import NumberWords
from lodeline.language.pieces import DASHES, Match, Piece, phrases, word_list, word_set
from lodeline.vocabulary.quantities import Qualifier

_CARDINALS = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = word_list("twenty thirty forty fifty sixty seventy eighty ninety")
_ONES = frozenset({"one", "a", "an"})
_SCALES = {
    "1000": "thousand thousands",
    "100000": "lakh lakhs",
    "10000000": "crore crores",
    "1000000": "million millions mn mln mio",
    "1000000000": "billion billions bn bln",
    "1000000000000": "trillion trillions tn trn",
}
_GLUED_SCALES = {"1000": "k", "1000000": "m mm", "1000000000": "b", "1000000000000": "t"}
_ORDINALS = {
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twelfth": 12,
    "twentieth": 20,
    "hundredth": 100,
}
_OTHER_ORDINALS = word_set("first second eleventh thirteenth fourteenth fifteenth sixteenth seventeenth")
_BEFORE_TIME = word_set("first second third fourth last past next previous final this current each every")
_AFTER_TIME = word_set("year year's century month week hour mile decade time")
_QUALIFIERS: dict[Qualifier, str] = {
    "about": "about|around|roughly|nearly|almost|approximately|some|an estimated|estimated at|estimated to be|"
    "estimated|"
    "close to|circa|c.|ca.|somewhere around|in the region of|just under|just over|just above|just below|"
    "a little over|"
    "slightly more than|slightly less than|slightly over|a little more than|in the order of|on the order of|~|≈",
    "up_to": "up to|as much as|as many as|at most|no more than|not more than|a maximum of|maximum|under|less than|"
    "fewer than|below|not exceeding|capped at|≤",
    "over": "over|more than|at least|in excess of|no less than|not less than|no fewer than|not fewer than|above|"
    "upwards of|"
    "exceeding|a minimum of|exceeds|exceed|topping|>|≥",
}
_RATES = {
    "year": "a year|per year|per annum|annually|each year|every year|yearly|-a-year|-per-year|/year|/yr|/y|/a|"
    "p.a.|pa|"
    "per yr|in annual|of annual",
    "day": "a day|per day|daily|each day|every day|/day|/d|-a-day|-per-day",
    "month": "a month|per month|monthly|each month|/month",
    "hour": "an hour|per hour|/hour|/h",
}
_RATES_BEFORE = {
    "year": "annual capacity|annual output|annual production|annual exports|annual demand|annual supply|"
    "annual throughput|"
    "annual volume|annual rate|annual consumption|annually|yearly output|yearly capacity|a year|nameplate capacity|"
    "annual deliveries|capacity per year|annual",
    "day": "daily output|daily production|daily capacity|daily",
}
_FORMS = {
    "concentrate": "concentrate|concentrates",
    "oxide": "oxide|oxides|trioxide|pentoxide|wo3|u3o8|v2o5|li2o|nb2o5|treo|reo|ta2o5|tio2",
    "metal": "metal|metals",
    "ore": "ore|ores",
}
_STOPS = word_set(
    "in on at to for from by of with and or but as than that which who whose will would was were is are be "
    "been has have had over under into through between among after before since until while where when it its "
    "their his her this these those a an the so if not no out up down about would came come comes went goes go "
    "could should may might can more less years year months month weeks week days day hours per each every "
    "last next plus minus via during within"
)
_MONEY_NOUNS = (
    "investment|investments|loan|loans|financing|funding|fund|deal|deals|package|debt|aid|credit|credits|"
    "revenue|grant|"
    "grants|equity|capital|commitments|pledges|project|budget|facility|bailout|contract|contracts"
)
_ADJECTIVES = word_set(
    "ore hopper tank flat container grain "
    "dry wet new more used large small heavy light other additional big old wind gas solar steam freight passenger "
    "cargo haul dump electric diesel drill deep oil further extra separate full time wide narrow body long "
    "skilled jet rail coal gold copper steel modern great major late stage bank state owned"
)
_ADJECTIVE_ENDINGS = ("al", "ic", "ive", "ous", "ary", "ian", "ese", "ish", "ing", "ern", "able", "tion", "ent", "ean")


def _table(forms: dict[str, str]) -> dict[str, Decimal]:
    return {form: Decimal(value) for value, text in forms.items() for form in text.split()}


@cache
def _cardinals() -> dict[str, Decimal]:
    values = {word: Decimal(value) for value, word in enumerate(_CARDINALS) if word != "one"}
    return values | {word: Decimal(10 * rank) for rank, word in enumerate(_TENS, start=2)}


def is_ordinal(fold: str) -> bool:
    """Whether the word is a rank and not a number: "fifth", "second"."""
    return (fold in _ORDINALS and fold != "quarter") or fold in _OTHER_ORDINALS


def _is_adjective(word: str) -> bool:
    """An adjective, a noun before a noun, or a brand: what may stand between a number and what it counts."""
    fold = word.lower()
    return fold in _ADJECTIVES or fold.endswith(_ADJECTIVE_ENDINGS) or word[:1].isupper()


def _is_verb(fold: str) -> bool:
    return fold.endswith("ed") and len(fold) > 4


def _percent(top: Decimal, bottom: int) -> Decimal:
    share = (top * 100 / bottom).quantize(Decimal("0.1"))
    return share.quantize(Decimal(1)) if share == share.to_integral_value() else share


def read_fraction(pieces: Sequence[Piece], index: int) -> Match[Decimal] | None:
    """A part of a whole in words, in percent: "a third", "two-thirds", "four fifths", "half", "a tenth of"."""
    if index >= len(pieces) or pieces[index].kind != "word" or _of_time(pieces, index):
        return None
    if pieces[index].fold == "half":
        return _half(pieces, index)
    one = pieces[index].fold in _ONES
    top = Decimal(1) if one else _cardinals().get(pieces[index].fold)
    at = index + 2 if index + 1 < len(pieces) and pieces[index + 1].fold in DASHES else index + 1
    if top is None or not 1 <= top < 100 or at >= len(pieces):
        return None
    word = pieces[at].fold
    bottom = _ORDINALS.get(word if one else word.removesuffix("s"))
    if bottom is None or (not one and not word.endswith("s")) or _of_time(pieces, at):
        return None
    article = pieces[index].fold != "one"
    return None if one and article and not _is_share(pieces, at) else Match(at + 1, _percent(top, bottom))


def _half(pieces: Sequence[Piece], index: int) -> Match[Decimal] | None:
    before = pieces[index - 1].fold if index else ""
    after = pieces[index + 1].fold if index + 1 < len(pieces) else ""
    apart = before in _BEFORE_TIME or before in {"a", "and"} or before in DASHES or after in DASHES
    return None if apart or after in _ONES else Match(index + 1, Decimal(50))


def _is_share(pieces: Sequence[Piece], at: int) -> bool:
    """Whether "a third" is a share: before "of", a pause or a comparison; "a third bank" counts banks."""
    if at + 1 >= len(pieces):
        return True
    after = pieces[at + 1]
    if pieces[at].fold == "quarter" and after.fold != "of":
        return False
    return after.kind != "word" or after.fold in {"of", "more", "less", "and", "to", "in", "by", "from", "since"}


def _of_time(pieces: Sequence[Piece], at: int) -> bool:
    """Whether it is no share but a time: "quarter of 2027", "half of the year"."""
    following = pieces[at + 1 : at + 4]
    words = [piece for piece in following if piece.fold not in {"of", "the", "a", "an"}][:1]
    time = bool(words) and (
        words[0].fold in _AFTER_TIME
        or (words[0].kind == "number" and len(words[0].text) == 4 and words[0].text[:2] in {"19", "20"})
    )
    return pieces[at].fold in {"half", "quarter", "quarters", "third"} and time


@cache
def number_words() -> NumberWords:
    """All that the amount reader needs to know of English."""
    return NumberWords(
        language="en",
        decimal_comma=False,
        cardinals=_cardinals(),
        multipliers={"hundred": Decimal(100), "dozen": Decimal(12)},
        lone_multipliers=frozenset(),
        ones=_ONES,
        articles=frozenset({"a", "an"}),
        scales=_table(_SCALES),
        lone_scales={},
        glued_scales=_table(_GLUED_SCALES),
        halves=phrases({Decimal("0.5"): "and a half|and-a-half|-and-a-half", Decimal("0.25"): "and a quarter"}),
        half_of=phrases({Decimal("0.5"): "half a|half an|half-a"}),
        joints=frozenset({"and"}),
        digit_suffixes=frozenset(),
        is_ordinal=is_ordinal,
        qualifiers=phrases(_QUALIFIERS),
        trailing=phrases({"over": "or more|or higher|-plus|+|and above", "about": "or so"}),
        openers={"between": "and"},
        range_words=frozenset({"to", "or"}),
        starts=frozenset(),
        change=phrases({}),
        percent=phrases({True: "%|percent|per cent|pc|pct"}),
        points=phrases({True: "percentage point|percentage points|percentage-point|basis points|pp|bps"}),
        rates=phrases(_RATES),
        rates_before=phrases(_RATES_BEFORE),
        forms=phrases(_FORMS),
        stops=_STOPS,
        money_nouns=phrases({True: _MONEY_NOUNS}),
        is_verb=_is_verb,
        is_adjective=_is_adjective,
        fraction=read_fraction,
        workers=phrases({True: "people|workers|staff|employees|miners"}),
        employed=phrases({True: "employ|employs|employing|employed|hire|hires|work|working"}),
    )
