"""Names of a Kazakh sentence that quotation marks or the vocabulary show, and what their head nouns tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from lodeline.language.analysis import MentionKind
from lodeline.language.gazetteer import Found, Known
from lodeline.language.kazakh.known_names import find_known, parted, state_of
from lodeline.language.kazakh.tables import nouns, rows
from lodeline.language.kazakh.word import Word
from lodeline.vocabulary.terms import terms_of

QUOTED = 7
"""Words: a longer quotation is speech."""


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


INSIDE = ("Gen", "Dat", "Abl", "Com", "Ine")
"""Cases that a name may bear before its closing mark: «Көк Литийден»."""


class KnownNames:
    """Names in quotation marks and those that the vocabulary knows; `taken` marks words that a name holds."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.found = find_known([word.text for word in words])
        self.taken = [False] * len(words)
        self.names: list[Span] = []

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
        stop = last + 1 if last < len(self.words) and self.is_form(last) else last
        case = parted(self.words[last].text)[1] if stop > last else "Nom"
        final = self.words[last - 2].read
        if stop == last and last - first > 3 and final.known and final.pos == "NOUN" and final.case in INSIDE:
            name, case = self.base(first + 1, last - 1)
        span = self.with_kind(Span(start, stop, "organisation", name, case))
        owned = any(self.words[n].read.lemma in ("мемлекеттік", "ұлттық") for n in range(last, span.last))
        return replace(span, state_owned=owned)

    def with_kind(self, span: Span) -> Span:
        """A name with the noun behind it that says what it is: «…» кеніші, X компаниясы."""
        head = self.head_after(span.last)
        if head is None:
            return span
        read = self.words[head].read
        kind = heads()[read.lemma]
        kind = "organisation" if kind == "institution" else kind
        return replace(
            span, last=head + 1, kind=kind, case=read.case or "Nom", head=head, post=read.lemma, possessed=True
        )

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
            adjective = read.pos == "ADJ" and read.case != "Ine"
            span = self.known_span(hit, known, "place" if city else "country")
            self.add(self.with_government(replace(span, adjective=adjective)))
        for at, word in enumerate(self.words):
            if word.mark or self.taken[at] or word.read.pos not in ("ADJ", "NOUN"):
                continue
            state = state_of(word.text)
            if state is not None:
                noun = word.read.pos == "NOUN" and (word.read.number == "Plur" or word.read.case != "Nom")
                span = Span(at, at + 1, "country", word.fold, word.read.case or "Nom", key=state, country=state)
                self.add(replace(span, adjective=not noun, plural=noun))

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
            self.add(replace(span, adjective=word.read.pos == "ADJ" and word.read.case != "Ine"))

    def materials(self) -> None:
        for hit in self.found:
            known = hit.of("material")
            if known is not None and self.free(hit.first, hit.last):
                self.add(self.known_span(hit, known, "material"))


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
