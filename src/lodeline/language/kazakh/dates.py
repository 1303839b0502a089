"""Kazakh words of dates and durations, and the order in which Kazakh tells a date: year, day, month, then the sense."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from lodeline.language import calendar
from lodeline.language.date_words import DateWords, Relative
from lodeline.language.dates import DateReader, Pieces, Time
from lodeline.language.kazakh.endings import declined, forms_of
from lodeline.language.measures import AmountReader
from lodeline.language.pieces import Match, Phrases, phrases
from lodeline.language.values import DateSense
from lodeline.vocabulary.periods import PeriodUnit

_MONTHS = [
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
]
_DOUBTFUL = ("маусым", "маусымы", "маусымның", "маусымына", "қазан", "наурыз", "тамыз")
_OF_MONTH = "|айы|айының|айында|айынан|айына|айындағы"
_RELATIVES: dict[Relative | None, str] = {
    Relative("day", 0): "бүгін|бүгінгі",
    Relative("day", -1): "кеше|кешегі",
    Relative("day", -2): "алдыңғы күні|алдыңгүні",
    Relative("day", 1): "ертең|ертеңгі",
    Relative("day", 2): "бүрсігүні",
    Relative("week", -1): "өткен аптада|өткен апта|өткен аптаның|өткен аптадағы",
    Relative("week", 0): "осы аптада|осы аптаның|бұл аптада|апта басында|апта соңында",
    Relative("week", 1): "келесі аптада|келер аптада|алдағы аптада|келесі аптаның",
    Relative("month", -1): "өткен айда|өткен айдың|өткен ай",
    Relative("month", 0): "осы айда|осы айдың|ай басында|ай соңында|ай соңына",
    Relative("month", 1): "келесі айда|келер айда|алдағы айда|келесі айдың",
    Relative("year", -1): "былтыр|былтырғы|былтырдан|өткен жылы|өткен жылдың|өткен жылғы|өткен жыл|өткен жылмен",
    Relative(
        "year", 0
    ): "биыл|биылғы|биылдан|осы жылы|осы жылдың|осы жылғы|ағымдағы жылдың|ағымдағы жылы|жыл басында|жыл басынан|"
    "жыл соңында|жыл соңына|жыл аяғында|жыл аяғына|жыл ортасында",
    Relative("year", 1): "келесі жылы|келер жылы|алдағы жылы|келесі жылдың|келер жылдың|келесі жылғы|келесі жылға|"
    "келер жылға|келесі жылдан|келер жылдан",
    Relative("year", -2): "алдыңғы жылы",
}
_YEARS_BEFORE = {
    -1: "өткен жылдың|өткен жылғы|былтыр|былтырғы|өткен жылы",
    0: "биыл|биылғы|осы жылдың|осы жылғы|ағымдағы жылдың|ағымдағы жылғы|осы жылы",
    1: "келесі жылдың|келесі жылғы|келер жылғы|келер жылдың|келесі жылы|келер жылы|алдағы жылдың|алдағы жылғы",
}
_TURNS = {-1: "өткен", 0: "осы|бұл", 1: "келесі|келер|алдағы"}
_WEEKDAYS = {
    day: "|".join(
        f"{word}{end}" for end in ("", "де", "ге", "ден", "дегі", " күні", " күнгі", "нің", "да", "ға", "дағы")
    )
    for day, word in enumerate(["дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"])
}
_QUARTERS = "|".join(
    f"{ordinal} {part}"
    for ordinal in ("бірінші", "екінші", "үшінші", "төртінші", "соңғы", "алғашқы")
    for part in declined("тоқсан|жартыжылдық|жартысы").split("|")
)
_SEASONS = {
    3: "көктемде|көктемге|көктемнің|көктемгі",
    6: "жазда|жазға|жаздың|жазғы|жаз айларында|жаз мезгілінде",
    9: "күзде|күзге|күздің|күзгі|күз айларында",
    12: "қыста|қысқа|қыстың|қысқы|қыс айларында",
}
_UNITS: dict[PeriodUnit, str] = {
    "year": declined("жыл") + "|жылдық|жылғы|жылдағы",
    "month": declined("ай") + "|айлық",
    "week": declined("апта") + "|апталық",
    "day": declined("күн|тәулік") + "|күндік|тәуліктік",
    "hour": declined("сағат") + "|сағаттық",
}
_YEAR_WORDS = declined("жыл") + "|жылғы|жылдағы|жж.|ж.|жылдары|жылдарғы|жылдарда|жылдары|жылдардың"
_PARTS_AFTER = declined("бас|орта|соң|аяқ") + "|басындағы|соңындағы|ішінде|бойы"
_SENSES_AFTER: dict[DateSense, str] = {
    "by": "қарай|таман",
    "until": "дейін|дейінгі|шейін",
    "since": "бастап|бері|кейін|соң",
}
_CUES = (
    "болады|болмақ|жоспарланған|жоспарланып|жоспарлап|көзделген|көздеп|көздейді|жоспарлайды|өтеді|өтпек|ашылады|ашылмақ|"
    "басталады|басталмақ|аяқталады|аяқталмақ|салынады|салынбақ|іске қосылады|іске қосылмақ|күшіне енеді|енеді|күтіледі|"
    "күтілуде|келесі|алдағы|тиіс|қол қойылады|жеткізіледі|шығарады|алынады|алынбақ|тіркеледі|барады|келеді|жүргізеді|"
    "мүмкін|мақұлдайды|қатысады|өткізеді|қабылдайды|қабылданады|енгізеді|енгізіледі|бастайды|аяқтайды|тапсырылады|беріледі|береді"
)


class KazakhDateReader(DateReader):
    """The common reader, with the year in front of the day and the sense behind the date."""

    def read(self, pieces: Pieces, index: int, anchor: date | None) -> Time | None:
        """The date that begins at the piece, with the word after it that tells its sense."""
        found = self._long(pieces, index, anchor) or super().read(pieces, index, anchor)
        if found is None:
            return self._ahead(pieces, index, anchor)
        part = parts_after().at(pieces, found.stop)
        stop = part.stop if part else found.stop
        sense = senses_after().at(pieces, stop)
        if sense is None:
            return replace(found, stop=stop)
        ahead = sense.meaning in ("by", "until") and found.inferred and len(found.iso or "") == len("2025-11")
        iso = calendar.month_of(int((found.iso or "")[5:7]), anchor, True) if ahead else found.iso
        return replace(found, stop=sense.stop, sense=sense.meaning, iso=iso)

    def _long(self, pieces: Pieces, index: int, anchor: date | None) -> Time | None:
        """ "2025 жылғы 6 қарашада", "келер жылдың қыркүйегінде": the year, then a day and a month, or a month."""
        told = years_before().at(pieces, index)
        year = calendar.shifted("year", told.meaning, anchor) if told else calendar.year_of(pieces[index].text)
        word = told or self.words.year_words.at(pieces, index + 1)
        if year is None or word is None or word.stop >= len(pieces):
            return None
        day = pieces[word.stop] if pieces[word.stop].kind == "number" else None
        month = months().at(pieces, word.stop + 1 if day else word.stop)
        if month is None or (day is not None and not day.text.isdigit()):
            return None
        iso = f"{year}-{month.meaning:02d}"
        if day is not None:
            whole = calendar.whole_day(int(year), month.meaning, int(day.text))
            return Time(index, month.stop, whole, inferred=told is not None) if whole else None
        return Time(index, month.stop, iso, inferred=told is not None)

    def _ahead(self, pieces: Pieces, index: int, anchor: date | None) -> Time | None:
        """ "екі жылдан кейін": so long after the day of publication."""
        count = self._count(pieces, index, lone=False)
        if count is None or count.stop >= len(pieces) or pieces[count.stop].fold not in ("кейін", "соң"):
            return None
        step, number = count.meaning
        iso = calendar.shifted(step, number, anchor)
        return Time(index, count.stop + 1, iso, inferred=iso is not None)

    def _month_name(self, pieces: Pieces, at: int) -> Match[int] | None:
        found = months().at(pieces, at)
        return found if found is not None and not pieces[at].text[0].isupper() else None


@cache
def months() -> Phrases[int]:
    """Months in all cases, with or without the word for month: "қазанда", "қазан айында"."""
    table: dict[str, int] = {}
    for number, month in enumerate(_MONTHS, start=1):
        table |= dict.fromkeys(
            (*forms_of(month), month + "дағы", month + "дегі", month + "тағы", month + "тегі"), number
        )
        table |= {f"{month} {end}": number for end in _OF_MONTH.split("|") if end}
    return Phrases(table)


@cache
def years_before() -> Phrases[int]:
    return phrases(_YEARS_BEFORE)


@cache
def parts_after() -> Phrases[bool]:
    return phrases({True: _PARTS_AFTER})


@cache
def senses_after() -> Phrases[DateSense]:
    return phrases(_SENSES_AFTER)


@cache
def date_words() -> DateWords:
    """All that the date reader needs to know of Kazakh."""
    return DateWords(
        months={},
        doubtful_months=frozenset(_DOUBTFUL),
        short_months=frozenset(),
        capital_months=False,
        month_first=False,
        day_first_slashes=True,
        senses=phrases({}),
        starters=frozenset(),
        closers=frozenset(),
        parts=phrases({}),
        articles=frozenset(),
        year_words=phrases({True: _YEAR_WORDS}),
        year_suffixes=frozenset(("шы", "ші", "ыншы", "інші")),
        decade_suffixes=frozenset(),
        day_suffixes=frozenset(),
        relatives=phrases(_RELATIVES),
        part_of_year=phrases({True: "жылдың"}),
        parts_of=phrases({}),
        years_after=phrases({}),
        turns=phrases(_TURNS),
        weekdays=phrases(_WEEKDAYS),
        bare_weekdays=True,
        quarters=phrases({None: _QUARTERS}),
        quarter_words=frozenset(),
        seasons=phrases(_SEASONS),
        links=frozenset(),
        units=phrases(_UNITS),
        decades=phrases({True: declined("онжылдық")}),
        ago=phrases({True: "бұрын|бұрынғы"}),
        ahead=phrases({}),
        hence=phrases({}),
        later_before=phrases({}),
        later=phrases({}),
        compounds=phrases({"P6M": "жарты жыл|жарты жылға|жарты жылда|жарты жылдан|жарты жылдық|жартыжылдық"}),
        span_openers=phrases({}),
        cues=phrases({True: _CUES}),
        promises=phrases({}),
        promise_after=0,
    )


def date_reader(amounts: AmountReader) -> DateReader:
    """The reader of Kazakh dates."""
    return KazakhDateReader(date_words(), amounts)
