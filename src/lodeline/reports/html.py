"""Pages as one self-contained HTML file: inline style, no script, nothing loaded from outside."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from lodeline.reports.balance import BalancePage
from lodeline.reports.html_balance import balance_main
from lodeline.reports.html_brief import brief_main
from lodeline.reports.html_entry import entry_main
from lodeline.reports.html_ledger import ledger_main
from lodeline.reports.markup import Child, tag, trusted
from lodeline.reports.pages import FOOT, BriefPage, EntryPage, LedgerPage


def ledger_html(page: LedgerPage) -> str:
    """The ledger as a whole HTML document."""
    return _document(page.title, page.version, ledger_main(page))


def entry_html(page: EntryPage) -> str:
    """One entry as a whole HTML document."""
    return _document(page.title, page.version, entry_main(page))


def brief_html(page: BriefPage) -> str:
    """The brief as a whole HTML document. It holds the whole text: for the user's own machine."""
    return _document(f"Brief: {page.title}", page.version, brief_main(page))


def balance_html(page: BalancePage) -> str:
    """The balance of partners as a whole HTML document."""
    return _document(page.title, page.version, balance_main(page))


def _document(title: str, version: str, body: Child) -> str:
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy()),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", f"{title} · Lodeline"),
        tag("style", trusted(_style())),
    )
    foot = tag("footer", tag("p", FOOT), tag("p", f"Lodeline {version}"))
    page = tag("html", head, tag("body", body, foot), lang="en")
    return f"<!doctype html>\n{page.source}\n"


@cache
def _style() -> str:
    return files("lodeline.reports").joinpath("style.css").read_text(encoding="utf-8")


def _policy() -> str:
    """Nothing may load or run; only our own style, by its hash, applies."""
    digest = b64encode(sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
