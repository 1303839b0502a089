"""Pages as Markdown: the same models and the same values as the HTML, readable in a terminal."""

from __future__ import annotations

from lodeline.reports.markdown_brief import brief_body
from lodeline.reports.markdown_ledger import ledger_body
from lodeline.reports.pages import FOOT, BriefPage, LedgerPage


def ledger_markdown(page: LedgerPage) -> str:
    """The ledger as one Markdown document."""
    return _document(ledger_body(page), page.version)


def brief_markdown(page: BriefPage) -> str:
    """The brief as one Markdown document. It holds the whole text: for the user's own machine."""
    return _document(brief_body(page), page.version)


def _document(parts: list[str], version: str) -> str:
    return "\n\n".join([*(part for part in parts if part), "---", f"{FOOT} Lodeline {version}"]) + "\n"
