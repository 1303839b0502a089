"""Markdown written from plain text: everything that Markdown or HTML would take as a sign is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lodeline.reports.pages import Citation, Shown
from lodeline.reports.quoting import one_line, safe_url
from lodeline.reports.slots import rule_text

SIGNS = re.compile(r"([\\`*_\[\]<>|~])")
"""Signs with a meaning anywhere in a line."""
LINE_START = re.compile(r"^(\s*)([#>+=-]|\d+[.)])(?=\s|$)|^(\s*)(#{1,6}|-{3,}|={3,})")
ENTITY = re.compile(r"&(?=#?\w+;)")
ADDRESS = re.compile(r"(?i)\b(https?|ftp)://|\bwww\.")
UNREVIEWED = "[unreviewed]"
INVENTED = "**INVENTED**"


def plain(text: str) -> str:
    """The text on one line, shown as it is: no link, no markup, no entity."""
    signs = SIGNS.sub(r"\\\1", ENTITY.sub("&amp;", one_line(text).strip()))
    return LINE_START.sub(_at_start, ADDRESS.sub(_unlinked, signs), count=1)


def _at_start(found: re.Match[str]) -> str:
    word = found.group().lstrip()
    return f"{word[:-1]}\\{word[-1]}" if word[0].isdigit() else f"\\{word}"


def _unlinked(found: re.Match[str]) -> str:
    """Renderers make links of bare addresses; a sign before the colon or dot keeps them text."""
    return found.group().replace(":", "\\:").replace(".", "\\.")


def badges(invented: bool, origins: Iterable[str] = ()) -> str:
    others = "".join(f" **{each}**" for each in origins)
    return f"\\{UNREVIEWED[:-1]}\\]{f' {INVENTED}' if invented else ''}{others}"


def figure(shown: Shown) -> str:
    """A value, and in brackets the exact one where the first is short."""
    exact = f" ({plain(shown.exact)})" if shown.exact not in ("", shown.text) else ""
    return f"**{plain(shown.text)}**{exact}"


def cited(found: Iterable[Citation]) -> str:
    """` “words” \\[1\\]` for each citation."""
    return "".join(f" {words(each)}\\[{', '.join(map(str, each.quotes))}\\]" for each in found)


def words(citation: Citation) -> str:
    told = f"“{plain(citation.words)}” " if citation.words else ""
    return told + (f"*inferred: {plain(rule_text(citation.rule))}* " if citation.rule else "")


def link(text: str, url: str | None) -> str:
    """A link to an http(s) address, else the text alone."""
    safe = safe_url(url)
    return f"[{plain(text)}](<{safe.replace('<', '%3C').replace('>', '%3E')}>)" if safe else plain(text)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell or " " for cell in line) + " |" for line in lines)


def bullets(items: Iterable[str], indent: str = "") -> str:
    return "\n".join(f"{indent}- {item}" for item in items)


def claims(numbers: Iterable[int]) -> str:
    return " ".join(f"\\[{number}\\]" for number in numbers)
