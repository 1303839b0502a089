"""Names of a Kazakh sentence: persons, names ended by their head noun, Latin ones and single capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lodeline.language.analysis import MentionKind
from lodeline.language.kazakh.known_names import parted
from lodeline.language.kazakh.name_reader import KnownNames, Span, heads, possessed_base
from lodeline.language.kazakh.tables import first_names, nouns
from lodeline.language.kazakh.word import Word

SURNAME = re.compile(r"(?:[оеё]в|[оеё]ва|[иы]н|ина|ский|ская|ұлы|қызы|ич|овна|евна|ян|дзе|швили|ко|баев|беков)$")
INITIALS = re.compile(r"^[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.?(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.)?$|^[А-ЯЁӘҒҚҢӨҰҮҺІ]\.[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+$")
LATIN = re.compile(r"^[A-Z0-9À-Þ][A-Za-z0-9À-ÿ&.'’]*(?:-[A-Za-z0-9À-ÿ]+)*(?:-[а-яәғқңөұүһі]+)?$")
JOINTS = frozenset(("&", "of", "and", "de", "the", "for", "du", "di", "do", "la"))
STOPPERS = frozenset(("PUNCT", "VERB", "ADP", "PRON", "PART", "ADV", "SCONJ", "VPART", "AUX", "DET", "INTJ"))
OURS = ("ым", "ім", "мыз", "міз")
OF_ADJECTIVES = ("лық", "лік", "дық", "дік", "тық", "тік", "ық", "ік")
OPENING = frozenset('«“„"–—.:!?…(')
"""Marks behind which any word has a capital."""
LEFT = 7
"""Words before its head that a name may have."""


OWN_WORD = ("компания", "серіктестік", "холдинг", "корпорация", "кәсіпорын", "топ", "концерн")
"""Heads that are no part of a company's name; a fund, an exchange or an office keeps its own."""
NEVER_BARE = ("одақ", "қызмет", "топ", "қоғам", "орталық")


class NameReader(KnownNames):
    """All names of one sentence, the surest kinds first."""

    def read(self) -> list[Span]:
        self.quoted_names()
        self.institutions()
        self.places(2)
        self.countries()
        self.people()
        self.latin_names()
        self.headed_names()
        self.places(1)
        self.bare_capitals()
        self.materials()
        return sorted(self.names, key=lambda span: (span.first, span.last))

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
        """Where a name that ends with this head begins: at the farthest capital with only words of names between."""
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
            if word.read.lemma in ("кен", "кеніш") and self.words[at].read.lemma == "орын":
                continue
            if word.capital and word.read.pos not in STOPPERS:
                if here == 0 and at - here > 1 and self.only_opens(word, at, kind):
                    continue
                start = here
                if word.read.case == "Gen" and kind != "institution":
                    break
        return start

    def only_opens(self, word: Word, at: int, kind: MentionKind) -> bool:
        """A common word has its capital only from the sentence; "Исламдық даму банкі" is called so."""
        own = self.words[at].read.lemma not in OWN_WORD and word.fold.endswith(OF_ADJECTIVES[:6])
        return word.read.known and kind not in ("institution", "place") and not own

    def joins(self, here: int, at: int) -> bool:
        """A word inside the name of an office: "және", the comma of a list, a verbal noun ("денсаулық сақтау")."""
        word = self.words[here]
        listed = any(w.text == "және" for w in self.words[here:at])
        return word.text in ("және", "мен", "бен", "пен") or (word.text == "," and listed) or word.read.form == "Inf"

    def headed(self, first: int, at: int, kind: MentionKind) -> Span:
        word = self.words[at]
        case, post = word.read.case, word.read.lemma
        adjective = word.read.pos == "ADJ"
        if kind in ("institution", "place") or (kind == "organisation" and post not in OWN_WORD):
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
        if kind == "place" or not self.free(first, at + 1) or word.read.lemma in NEVER_BARE:
            return
        before = self.words[first - 1].fold if first else ""
        reserves = word.read.lemma == "қор" and (
            word.read.possessed or any(f.of("material") and f.last == first for f in self.found)
        )
        if before == "бірлескен" or reserves:
            return
        pointing = first > 0 and self.words[first - 1].fold in ("бұл", "осы", "аталған", "аталмыш")
        name = self.words[at].read.lemma if first == at else "кен орны"
        read = word.read
        span = Span(first - pointing, at + 1, kind, name, read.case or "Nom", head=at, post=read.lemma)
        plural, adjective = read.number == "Plur", read.pos == "ADJ"
        self.add(replace(span, plural=plural, possessed=read.possessed, adjective=adjective))

    # Latin names and single capitals

    def latin_names(self) -> None:
        at = 0
        while at < len(self.words):
            last = self.latin_end(at)
            if last is None:
                at += 1
                continue
            end = last + 1 if last < len(self.words) and self.is_form(last) else last
            name, _ = self.base(at, last)
            span = Span(at, end, "organisation", name, parted(self.words[end - 1].text)[1])
            self.add(self.with_kind(span))
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
