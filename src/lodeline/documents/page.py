"""The child process that takes the article out of a web page: `python -m lodeline.documents.page FD`.

It is never trusted: it runs under limits of memory and time, answers in JSON, and its parent kills it when it is late.
"""

from __future__ import annotations

import json
import re
import signal
import sys
from collections import Counter
from dataclasses import asdict, dataclass
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "blockquote", "td", "figcaption")
SHORTEST = 20
"""Code points; shorter blocks are buttons and menus, not paragraphs."""
LATEST = "2100-01-01"
"""Given to the date finder so that it does not look at the clock."""
CARRIERS = ("script", "style", "noscript", "template", "nav", "form", "button", "svg", "iframe")


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page, what the page says about it, and the paragraphs that were left out."""

    text: str
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    left_out: tuple[str, ...] = ()


def article(html: str) -> Page | None:
    """The article of a page, or None where nothing looks like one."""
    import trafilatura

    tree = trafilatura.load_html(html)
    if tree is None:
        return None
    language = tree.get("lang")
    known = _metadata(tree)
    blocks = _blocks(tree)
    _keep_captions(tree)
    text = trafilatura.extract(tree, output_format="txt", include_comments=False, favor_recall=True)
    if not text:
        return None
    text = re.sub(r"\n{3,}", "\n\n", text)
    return Page(text, language=language, left_out=_left_out(blocks, text), **known)


def _metadata(tree: HtmlElement) -> dict[str, str | None]:
    """Title, date, site and address; the date from the page's own metadata alone, not guessed from its text."""
    from trafilatura.metadata import extract_metadata

    dates = {"extensive_search": False, "original_date": True, "max_date": LATEST}
    found = extract_metadata(tree, date_config=dates)
    return {"title": found.title, "date": found.date, "publisher": found.sitename, "url": found.url}


def _keep_captions(tree: HtmlElement) -> None:
    """Captions often carry the only date of a story, and the cleaner drops figures: make paragraphs of them."""
    for caption in tree.iter("figcaption"):
        caption.tag = "p"
    for figure in tree.iter("figure"):
        figure.tag = "div"


def _blocks(tree: HtmlElement) -> list[str]:
    blocks = []
    for element in tree.iter(*BLOCKS):
        inner = any(child is not element for child in element.iter(*BLOCKS))
        if not inner and not any(parent.tag in CARRIERS for parent in element.iterancestors()):
            blocks.append(" ".join(element.text_content().split()))
    return [block for block in blocks if len(block) >= SHORTEST]


def _left_out(blocks: list[str], text: str) -> tuple[str, ...]:
    """Blocks of the page that the text does not hold, or holds less often than the page."""
    whole = " ".join(text.split())
    wanted = Counter(blocks)
    return tuple(block for block in wanted for _ in range(wanted[block] - whole.count(block)))


def answer(html: str) -> dict[str, Any]:
    page = article(html)
    return {"page": asdict(page) if page else None}


def serve(connection: Connection, seconds: int) -> None:
    """Answer page after page until the other end closes; a page that takes too long ends this process by itself."""
    connection.send_bytes(b'{"ready": true}')
    while True:
        try:
            html = connection.recv_bytes().decode("utf-8")
        except EOFError:
            return
        signal.alarm(seconds)
        reply = answer(html)
        signal.alarm(0)
        connection.send_bytes(json.dumps(reply).encode("utf-8"))


def limit_memory(size: int) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def start(arguments: list[str]) -> None:
    """Arguments: descriptor of the socket, bytes of address space, seconds for one page."""
    descriptor, memory, seconds = (int(argument) for argument in arguments)
    limit_memory(memory)
    serve(Connection(descriptor), seconds)


if __name__ == "__main__":
    start(sys.argv[1:])
