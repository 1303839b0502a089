"""Page models as HTML or Markdown, whichever page it is."""

from __future__ import annotations

from lodeline.reports.pages import BriefPage, LedgerPage


def html(page: LedgerPage | BriefPage) -> str:
    from lodeline.reports.html import brief_html, ledger_html

    return ledger_html(page) if isinstance(page, LedgerPage) else brief_html(page)


def markdown(page: LedgerPage | BriefPage) -> str:
    from lodeline.reports.markdown import brief_markdown, ledger_markdown

    return ledger_markdown(page) if isinstance(page, LedgerPage) else brief_markdown(page)
