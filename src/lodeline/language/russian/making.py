"""Making a mention out of a stretch of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from lodeline.language.analysis import Mention, MentionKind, Token
from lodeline.language.gazetteer import Known
from lodeline.language.russian.names import NameSpan


def top_token(tokens: Sequence[Token], span: NameSpan) -> int:
    for i in range(span.first, span.last):
        if not span.first <= tokens[i].head < span.last and tokens[i].pos != "PUNCT":
            return i
    return span.first


def text_of(words: Sequence[Token]) -> str:
    out = words[0].text
    for previous, token in pairwise(words):
        out += (" " if token.start > previous.stop else "") + token.text
    return out


def mention(
    tokens: Sequence[Token],
    span: NameSpan,
    kind: MentionKind,
    name: str,
    top: int | None = None,
) -> Mention:
    """A mention over the tokens of a span; `top` is the word that names its sort («министр», «рудник»)."""
    head = top_token(tokens, span)
    start, stop = tokens[span.first].start, tokens[span.last - 1].stop
    return Mention(
        start=start,
        stop=stop,
        kind=kind,
        name=name,
        case=tokens[head if top is None else top].case,
        head=head,
        top=head if top is None else top,
        surface=text_of(tokens[span.first : span.last]),
        post=tokens[top].lemma if top is not None else None,
    )


def known_mention(tokens: Sequence[Token], span: NameSpan, kind: MentionKind, known: Known) -> Mention:
    """A mention of what the vocabulary knows."""
    return replace(mention(tokens, span, kind, known.name), key=known.key, country=known.country)
