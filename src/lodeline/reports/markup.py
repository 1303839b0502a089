"""HTML and SVG built as values: text is escaped where it enters, so that no quote can ever become markup."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from lodeline.reports.quoting import safe_url

VOID = frozenset({"br", "hr", "meta"})
"""Elements of HTML that have no content and no end."""
DRAWN = frozenset({"rect", "circle", "line"})
"""Shapes of SVG: without content, closed in themselves."""
BOUND = str.maketrans({"\r": " ", "\0": " "})


@dataclass(frozen=True, slots=True)
class Markup:
    """A finished piece of HTML. Only this module makes one out of text."""

    source: str


Child = str | Markup | Iterable["Child"] | None


def tag(name: str, /, *children: Child, **attributes: str | int | bool | None) -> Markup:
    """`tag("p", "a < b", class_="note")`: names take a trailing underscore off and turn others into hyphens."""
    opened = f"<{name}{''.join(_attribute(*each) for each in attributes.items())}"
    if name in DRAWN:
        return Markup(f"{opened}/>")
    return Markup(f"{opened}>" if name in VOID else f"{opened}>{join(children).source}</{name}>")


def join(children: Iterable[Child]) -> Markup:
    """Children one after another; None adds nothing."""
    return Markup("".join(map(_source, children)))


def listed(children: Iterable[Child], between: str = "; ") -> Markup:
    """Children with a sign between them."""
    return Markup(escape(between).join(map(_source, children)))


def _source(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, Markup):
        return child.source
    return escape(child.translate(BOUND)) if isinstance(child, str) else join(child).source


def _attribute(name: str, value: str | int | bool | None) -> str:
    key = name.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {key}" if value is True else f' {key}="{escape(str(value).translate(BOUND))}"'


def outside_link(text: str, url: str | None) -> Markup:
    """A link to an http(s) address, plain text for any other."""
    safe = safe_url(url)
    return tag("a", text, href=safe, rel="noopener noreferrer nofollow") if safe else join([text])


def inside_link(text: str, anchor: str) -> Markup:
    return tag("a", text, href=f"#{anchor}")


def trusted(source: str) -> Markup:
    """Our own static source (the style sheet, the doctype); never text from outside."""
    return Markup(source)
