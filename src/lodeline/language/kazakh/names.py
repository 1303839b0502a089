"""Names of a Kazakh sentence: quoted names, Latin ones, runs of capitals, persons, and what their heads tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from lodeline.language.analysis import MentionKind
from lodeline.language.gazetteer import Found, Known
from lodeline.language.kazakh.known_names import find_known, parted, state_of
from lodeline.language.kazakh.tables import first_names, nouns, rows
from lodeline.language.kazakh.word import Word
from lodeline.vocabulary.terms import terms_of

SURNAME = re.compile(r"(?:[оеё]в|[оеё]ва|[иы]н|ина|ский|ская|ұлы|қызы|ич|овна|евна|ян|дзе|швили|ко|баев|беков)$")
INITIALS = re.compile(r"^[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.?(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.)?$|^[А-ЯЁӘҒҚҢӨҰҮҺІ]\.[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+$")
LATIN = re.compile(r"^[A-Z0-9À-Þ][A-Za-z0-9À-ÿ&.'’]*(?:-[A-Za-z0-9À-ÿ]+)*(?:-[а-яәғқңөұүһі]+)?$")
JOINTS = frozenset(("&", "of", "and", "de", "the", "for", "du", "di", "do", "la"))
STOPPERS = frozenset(("PUNCT", "VERB", "ADP", "PRON", "PART", "ADV", "SCONJ", "VPART", "AUX", "DET", "INTJ"))
OURS = ("ым", "ім", "мыз", "міз")
OF_ADJECTIVES = ("лық", "лік", "дық", "дік", "тық", "тік", "ық", "ік")
QUOTED = 7
"""Words: a longer quotation is speech."""
OPENING = frozenset("«“„\"–—.:!?…(")
"""Marks behind which any word has a capital."""
LEFT = 7
"""Words before its head that a name may have."""


@dataclass(frozen=True, slots=True)
class Span:
    """A name over words [first, last); `core` is where the name itself ends and its head noun begins."""

    first: int
    last: int
    kind: MentionKind
    name: str
    case: str = "Nom"
    head: int = -1
    key: str | None = None
    country: str | None = None
    post: str | None = None
    adjective: bool = False
    plural: bool = False
    possessed: bool = False
    state_owned: bool = False


@cache
def heads() -> Mapping[str, MentionKind]:
    return {row["head"]: row["kind"] for row in rows("heads")}  # type: ignore[misc]  # the table's kinds are tested


@cache
def legal_forms() -> frozenset[str]:
    return frozenset(term for term in terms_of("legal_form", "kk")) | {"ЖАҚ", "ААҚ", "ЖК", "ООО", "АО", "ТОО", "ПАО"}


class NameReader:
    """Names of one sentence while they are found; `taken` marks words that a name holds."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.found = find_known([word.text for word in words])
        self.taken = [False] * len(words)
        self.names: list[Span] = []

    def read(self) -> list[Span]:
        self.quoted_names()
        self.institutions()
        self.places(2)
        self.countries()
        self.people()
        self.headed_names()
        self.latin_names()
        self.places(1)
        self.bare_capitals()
        self.materials()
        return sorted(self.names, key=lambda span: (span.first, span.last))

    # Taking

    def free(self, first: int, last: int) -> bool:
        return not any(self.taken[first:last])

    def add(self, span: Span) -> None:
        for at in range(span.first, span.last):
            self.taken[at] = True
        self.names.append(span if span.head >= 0 else replace(span, head=self.last_word(span.first, span.last)))

    def last_word(self, first: int, last: int) -> int:
        return next((at for at in range(last - 1, first - 1, -1) if not self.words[at].mark), last - 1)

    def text(self, first: int, last: int) -> str:
        """Words as the text has them, one space where it has any."""
        out = ""
        for at in range(first, last):
            glued = at == first or self.words[at].start == self.words[at - 1].stop
            out += ("" if glued else " ") + self.words[at].text
        return out

    def base(self, first: int, last: int) -> tuple[str, str]:
        """The words with the last one in its base form, and the case it had."""
        final = self.words[last - 1]
        if final.read.known and final.read.case and not (final.capital and final.read.pos == "VERB"):
            bare = possessed_base(final)
            return " ".join(filter(None, (self.text(first, last - 1), bare))), final.read.case or "Nom"
        bare, case = parted(final.text)
        return " ".join(filter(None, (self.text(first, last - 1), bare))), case

    # Quoted names

    def quoted_names(self) -> None:
        for first, word in enumerate(self.words):
            if word.text not in '«“„"' or not word.text or self.taken[first]:
                continue
            last = next(
                (n for n in range(first + 1, min(len(self.words), first + QUOTED + 2)) if self.words[n].text in '»”“"'),
                None,
            )
            if last is None or last == first + 1 or not self.is_name(first + 1, last) or self.is_work(last + 1):
                continue
            self.add(self.quoted_name(first, last + 1))

    def is_name(self, first: int, last: int) -> bool:
        inside = self.words[first:last]
        handed = last + 2 < len(self.words) and self.words[last + 1].text == "," and self.words[last + 2].text in "–—-"
        small = sum(not w.capital for w in inside) > 2 or any(w.read.pos in ("PRON", "ADP") for w in inside)
        speaks = handed or small or any(w.text in ",.!?" for w in inside) or inside[-1].read.form == "Fin"
        return inside[0].text[:1].isupper() and not speaks

    def is_work(self, at: int) -> bool:
        """A programme, an order, a book: the noun behind the quotation is of no sort that acts or is owned."""
        if at >= len(self.words) or self.words[at].mark:
            return False
        read = self.words[at].read
        sort = nouns().get(read.lemma, "paper" if read.known else "")
        return read.pos == "NOUN" and read.possessed and read.lemma not in heads() and sort in ("paper", "")

    def quoted_name(self, first: int, last: int) -> Span:
        """«…» with the head noun and the legal form that stand behind it, or the form in front."""
        name = self.text(first + 1, last - 1)
        start = first - 1 if first and self.words[first - 1].text in legal_forms() else first
        at, case, kind, post = last, "Nom", "organisation", None
        if at < len(self.words) and self.words[at].text.startswith("-") is False and self.is_form(at):
            case, at = parted(self.words[at].text)[1], at + 1
        head = self.head_after(at)
        if head is not None:
            kind, at, case = heads()[self.words[head].read.lemma], head + 1, self.words[head].read.case
            post = self.words[head].read.lemma
            kind = "organisation" if kind == "institution" else kind
        owned = any(self.words[n].read.lemma in ("мемлекеттік", "ұлттық") for n in range(last, at))
        possessed = head is not None
        return Span(start, at, kind, name, case or "Nom", post=post, state_owned=owned, possessed=possessed)  # type: ignore[arg-type]

    def is_form(self, at: int) -> bool:
        return self.words[at].text.split("-")[0] in legal_forms()

    def head_after(self, at: int) -> int | None:
        """The noun that says what is named, behind up to three adjectives or materials: "мемлекеттік компаниясы"."""
        for here in range(at, min(len(self.words), at + 4)):
            read = self.words[here].read
            if read.lemma in heads() and read.possessed and read.pos == "NOUN":
                return here
            material = any(f.first <= here < f.last and f.of("material") for f in self.found)
            if read.pos != "ADJ" and not material and read.lemma not in ("кен", "тау-кен"):
                return None
        return None

    # What the vocabulary knows

    def institutions(self) -> None:
        for hit in self.found:
            known = hit.of("institution")
            words = self.words[hit.first : hit.last]
            if known is None or not self.free(hit.first, hit.last) or not words[0].capital:
                continue
            if len(words) == 1 and known.name.isupper() and not words[0].text.split("-")[0].isupper():
                continue
            if known.ambiguous and len(words) == 1 and not words[0].text.isupper():
                continue
            self.add(self.with_head(self.known_span(hit, known, "institution")))

    def with_head(self, span: Span) -> Span:
        """The noun behind a name says what it is: "KfW банкі"."""
        head = self.head_after(span.last) if not self.words[span.last - 1].read.possessed else None
        if head is None:
            return span
        read = self.words[head].read
        return replace(span, last=head + 1, head=head, case=read.case or "Nom", post=read.lemma, possessed=True)

    def known_span(self, hit: Found, known: Known, kind: MentionKind) -> Span:
        read = self.words[hit.last - 1].read
        name = known.name if kind != "place" else self.base(hit.first, hit.last)[0]
        key = None if kind == "place" else known.key
        case = read.case or parted(self.words[hit.last - 1].text)[1]
        return Span(hit.first, hit.last, kind, name, case, key=key, country=known.country)

    def countries(self) -> None:
        for hit in self.found:
            known = hit.of("country", "capital", "region")
            if known is None or not self.free(hit.first, hit.last) or not self.written(hit, known):
                continue
            read = self.words[hit.last - 1].read
            if read.pos == "ADJ" and read.case != "Ine":
                continue
            if known.kind == "region":
                self.add(self.known_span(hit, known, "group"))
                continue
            city = known.kind == "capital" and (
                read.case in ("Ine", "Abl") or read.pos == "ADJ" or self.city_after(hit.last)
            )
            adjective = read.pos == "ADJ" and not city
            span = self.known_span(hit, known, "place" if city else "country")
            self.add(self.with_government(replace(span, adjective=adjective)))
        for at, word in enumerate(self.words):
            if word.mark or self.taken[at] or word.read.pos not in ("ADJ", "NOUN"):
                continue
            state = state_of(word.text)
            if state is not None:
                noun = word.read.pos == "NOUN" and (word.read.number == "Plur" or word.read.case != "Nom")
                self.add(Span(at, at + 1, "country", word.fold, word.read.case or "Nom", key=state, country=state, adjective=not noun, plural=noun))  # fmt: skip

    def city_after(self, at: int) -> bool:
        return at < len(self.words) and self.words[at].read.lemma in ("қала", "аэропорт", "әкімі")

    def with_government(self, span: Span) -> Span:
        """A government stands for its state: "Германия үкіметі"."""
        at = span.last
        if at < len(self.words) and self.words[at].read.lemma in ("үкімет", "билік") and span.case in ("Nom", "Gen"):
            return replace(span, last=at + 1, head=at, case=self.words[at].read.case)
        return span

    def written(self, hit: Found, known: Known) -> bool:
        word = self.words[hit.first]
        if known.name.isupper():
            return word.text.split("-")[0].isupper()
        return word.capital

    def places(self, shortest: int) -> None:
        for hit in self.found:
            known = hit.of("place")
            if (
                known is None
                or hit.last - hit.first < shortest
                or not self.free(hit.first, hit.last)
                or not self.words[hit.first].capital
            ):
                continue
            word = self.words[hit.last - 1]
            alone = hit.last - hit.first == 1
            if alone and (hit.first == 0 or known.ambiguous) and word.read.case not in ("Ine", "Abl", "Dat", "Gen"):
                continue
            span = self.known_span(hit, known, "place")
            self.add(replace(span, adjective=word.read.pos == "ADJ"))

    def materials(self) -> None:
        for hit in self.found:
            known = hit.of("material")
            if known is not None and self.free(hit.first, hit.last):
                self.add(self.known_span(hit, known, "material"))

    # Persons

    def people(self) -> None:
        at = 0
        while at < len(self.words):
            last = self.person_end(at)
            if last is not None:
                name, case = self.base_of_person(at, last)
                self.add(Span(at, last, "person", name, case))
            at = last or at + 1

    def person_end(self, first: int) -> int | None:
        """The end of a run of capitals that is a person: a first name, a surname, initials, or a post before it."""
        if first == 0 and self.words[0].fold.endswith(OURS):
            return None
        last = first
        while last < len(self.words) and last < first + 4 and self.may_be_name(last):
            last += 1
            if parted(self.words[last - 1].text)[1] != "Nom" and self.words[last - 1].text[:1].isupper():
                break
        texts = [w.text for w in self.words[first:last]]
        if last == first or (last - first == 1 and not self.lone_person(first)):
            return None
        given = any(t.lower() in first_names() for t in texts)
        family = bool(SURNAME.search(parted(texts[-1])[0])) and len(parted(texts[-1])[0]) > 4
        initials = bool(INITIALS.match(texts[0]))
        after_post = first > 0 and is_post(self.words[first - 1])
        return last if given or family or initials or (after_post and last - first > 1) else None

    def may_be_name(self, at: int) -> bool:
        word = self.words[at]
        cyrillic = word.capital and not word.text.isascii() and not (word.text.isupper() and len(word.text) > 2)
        return (
            cyrillic
            and not self.taken[at]
            and not (word.read.known and word.read.pos in STOPPERS and at == 0)
            and (word.read.lemma not in nouns() or word.fold in first_names())
        )

    def lone_person(self, at: int) -> bool:
        text = parted(self.words[at].text)[0]
        initials = bool(INITIALS.match(self.words[at].text)) and len(self.words[at].text) > 3
        return (
            initials
            or (bool(SURNAME.search(text)) and len(text) > 5 and at > 0)
            or (at > 0 and is_post(self.words[at - 1]) and self.words[at].capital)
        )

    def base_of_person(self, first: int, last: int) -> tuple[str, str]:
        bare, case = parted(self.words[last - 1].text)
        return " ".join(filter(None, (self.text(first, last - 1), bare))), case

    # Names ended by their head

    def headed_names(self) -> None:
        for at, word in enumerate(self.words):
            kind = heads().get(word.read.lemma)
            if kind is None or self.taken[at] or word.read.pos not in ("NOUN", "ADJ"):
                continue
            if word.read.lemma == "орын" and (at == 0 or self.words[at - 1].read.lemma not in ("кен", "кеніш")):
                continue
            first = self.start_of(at, kind)
            if first is not None and word.read.possessed:
                self.add(self.headed(first, at, kind))
            else:
                self.bare_head(at, kind)

    def start_of(self, at: int, kind: MentionKind) -> int | None:
        """Where a name that ends with this head begins: at the farthest capital that only words of names part from it."""
        start = None
        for here in range(at - 1, max(-1, at - LEFT), -1):
            word = self.words[here]
            joint = kind == "institution" and self.joins(here, at)
            mixed = start is not None and LATIN.match(word.text) and not LATIN.match(self.words[here + 1].text)
            if self.taken[here] or mixed:
                break
            if word.read.pos in STOPPERS and not joint and not word.capital:
                break
            if word.mark and not joint:
                break
            if (
                word.read.case not in ("", "Nom")
                and not word.capital
                and not (kind == "institution" and word.read.case == "Gen")
            ):
                break
            if word.capital and word.read.pos not in STOPPERS:
                if here == 0 and word.read.known and kind not in ("institution", "place") and at - here > 1:
                    continue
                start = here
                if word.read.case == "Gen" and kind != "institution":
                    break
        return start

    def joins(self, here: int, at: int) -> bool:
        """A word inside the name of an office: "және", the comma of a list, a verbal noun ("денсаулық сақтау")."""
        word = self.words[here]
        listed = any(w.text == "және" for w in self.words[here:at])
        return word.text in ("және", "мен", "бен", "пен") or (word.text == "," and listed) or word.read.form == "Inf"

    def headed(self, first: int, at: int, kind: MentionKind) -> Span:
        word = self.words[at]
        case, post = word.read.case, word.read.lemma
        adjective = word.read.pos == "ADJ"
        if (
            kind in ("institution",)
            or (
                kind == "organisation"
                and post not in ("компания", "серіктестік", "холдинг", "корпорация", "кәсіпорын", "топ", "концерн")
            )
            or kind == "place"
        ):
            name = f"{self.text(first, at)} {possessed_base(word)}"
        else:
            name = self.text(first, self.core_end(first, at))
        return Span(first, at + 1, kind, name, case, head=at, post=post, adjective=adjective, possessed=True)

    def core_end(self, first: int, at: int) -> int:
        """The name without the mineral and the words that only say what sort of site it is."""
        last = at
        while last > first + 1 and (
            not self.words[last - 1].capital
            or any(f.of("material") and f.first <= last - 1 < f.last for f in self.found)
        ):
            last -= 1
        return last

    def bare_head(self, at: int, kind: MentionKind) -> None:
        """ "компания", "министрлік", "кен орны" without a name: described, for what was named before."""
        word = self.words[at]
        first = at - 1 if word.read.lemma == "орын" else at
        if (
            kind == "place"
            or not self.free(first, at + 1)
            or word.read.lemma in ("одақ", "қызмет", "топ", "қоғам", "орталық")
        ):
            return
        before = self.words[first - 1].fold if first else ""
        reserves = word.read.lemma == "қор" and (
            word.read.possessed or any(f.of("material") and f.last == first for f in self.found)
        )
        if before == "бірлескен" or reserves:
            return
        pointing = first > 0 and self.words[first - 1].fold in ("бұл", "осы", "аталған", "аталмыш")
        name = self.words[at].read.lemma if first == at else "кен орны"
        self.add(Span(first - pointing, at + 1, kind, name, word.read.case or "Nom", head=at, post=word.read.lemma, plural=word.read.number == "Plur", possessed=word.read.possessed, adjective=word.read.pos == "ADJ"))  # fmt: skip

    # Latin names and single capitals

    def latin_names(self) -> None:
        at = 0
        while at < len(self.words):
            last = self.latin_end(at)
            if last is None:
                at += 1
                continue
            end, case, kind, post = last, parted(self.words[last - 1].text)[1], "organisation", None
            name, _ = self.base(at, last)
            head = self.head_after(last)
            if last < len(self.words) and self.is_form(last):
                end, case = last + 1, parted(self.words[last].text)[1]
                head = self.head_after(end)
            if head is not None:
                kind, end, case, post = (
                    heads()[self.words[head].read.lemma],
                    head + 1,
                    self.words[head].read.case,
                    self.words[head].read.lemma,
                )
                kind = "organisation" if kind == "institution" else kind
            self.add(Span(at, end, kind, name, case or "Nom", post=post, possessed=head is not None))  # type: ignore[arg-type]
            at = end

    def latin_end(self, at: int) -> int | None:
        text = self.words[at].text
        if self.taken[at] or not LATIN.match(text) or not text[0].isalpha() or (len(text) < 2 or text[1] == "-"):
            return None
        last = at + 1
        while (
            last < len(self.words)
            and not self.taken[last]
            and (LATIN.match(self.words[last].text) or self.words[last].text in JOINTS)
        ):
            last += 1
        while self.words[last - 1].text in JOINTS:
            last -= 1
        return last

    def bare_capitals(self) -> None:
        """What no rule explained: capitals inside a sentence name a firm, or a place where the case tells where."""
        at = 1
        while at < len(self.words):
            last = at
            while last < len(self.words) and self.is_bare_capital(last):
                last += 1
                if parted(self.words[last - 1].text)[1] != "Nom":
                    break
            if last == at:
                at += 1
                continue
            name, case = self.base(at, last)
            person = last - at > 1 and not any(w.text.isascii() or w.text.isupper() for w in self.words[at:last])
            kind: MentionKind = "person" if person else "place" if case in ("Ine", "Abl") else "organisation"
            self.add(Span(at, last, kind, name, case))
            at = last

    def is_bare_capital(self, at: int) -> bool:
        word = self.words[at]
        opens = at == 0 or self.words[at - 1].text in OPENING
        plain = word.read.pos in (*STOPPERS, "ADJ") or word.fold.endswith(OF_ADJECTIVES) or word.read.lemma in nouns()
        return word.capital and not self.taken[at] and not opens and not plain


def possessed_base(word: Word) -> str:
    """A head noun in the nominative, its possessive kept: "министрлігінің" → "министрлігі"."""
    text, read = word.text, word.read
    if read.case in ("", "Nom"):
        return text
    if read.possessed:
        for mark in ("ның", "нің", "нда", "нде", "нан", "нен", "мен", "на", "не", "ндағы", "ндегі", "н"):
            if text.lower().endswith(mark):
                return text[: -len(mark)]
    return parted(text)[0]


def is_post(word: Word) -> bool:
    return (
        nouns().get(word.read.lemma) == "person"
        and not word.mark
        and word.read.case in ("", "Nom")
        and word.read.number != "Plur"
    )


def spans_of(words: Sequence[Word]) -> list[Span]:
    """All names of a sentence in order."""
    return NameReader(words).read()


def others(spans: Sequence[Span], kind: str) -> Iterator[Span]:
    return (span for span in spans if span.kind == kind)
