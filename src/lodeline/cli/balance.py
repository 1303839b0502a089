"""The command `balance`: whom a country deals with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lodeline.cli import screen
from lodeline.cli.book import AsOf, as_of_date
from lodeline.cli.news import AsJson
from lodeline.cli.setting import Setting, as_text, plain, write, write_out

if TYPE_CHECKING:
    from lodeline.reports.balance import BalancePage, BalanceRow

DEFAULT = "Central Asia"


def balance(
    context: typer.Context,
    countries: Annotated[
        list[str] | None, typer.Argument(metavar="[COUNTRY]...", help="States, in any language.")
    ] = None,
    region: Annotated[
        str | None, typer.Option(metavar="REGION", help=f"A group of states, as central-asia [default: {DEFAULT}].")
    ] = None,
    partner: Annotated[
        list[str] | None, typer.Option("--with", metavar="POWER", help="Only these powers: states or groups of them.")
    ] = None,
    as_of: AsOf = None,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a self-contained HTML page.")] = None,
    as_json: AsJson = False,
) -> None:
    """Show whom countries deal with, power by power.

    Meetings, commitments by stage, announced and firm money, stakes in mines and plants, and the part of the trade in
    minerals: one row for each country and partner.

    \b
    lodeline balance --region central-asia
    lodeline balance kazakhstan uzbekistan --with us --with china
    lodeline balance chile --html chile.html
    """
    setting: Setting = context.obj
    asked = (*(countries or ()), *((region,) if region else () if countries else (DEFAULT,)))
    page = setting.answering().balance_page(asked, partner or (), as_of_date(as_of))
    if html:
        from lodeline.reports.html import balance_html

        write(html, balance_html(page))
    if as_json:
        write_out(as_text(plain(page)))
    elif html:
        screen.line(f"Written: {html}")
    else:
        _tables(page)


def _tables(page: BalancePage) -> None:
    heads = ("partner", "commitments by stage", "meetings", "announced", "firm", "stakes", "sells %", "buys %")
    for each in page.countries:
        if each.rows:
            screen.table(heads, [_cells(row) for row in each.rows], each.country)
        else:
            screen.line(f"{each.country}: the ledger tells of no dealings with another power.", "dim")
    trade = f" Trade: part of minerals, ores and metals, {page.trade_year}, by value." if page.trade_year else ""
    screen.line(page.note + trade, "dim")


def _cells(row: BalanceRow) -> tuple[str, ...]:
    return (
        row.partner,
        "\n".join(f"{part.count} {part.label}" for part in row.stages) or "–",
        str(row.meetings or "–"),
        "\n".join(each.text for each in row.announced) or "–",
        "\n".join(each.text for each in row.firm) or "–",
        "\n".join(row.stakes) or "–",
        _percent(row.exports_percent),
        _percent(row.imports_percent),
    )


def _percent(part: float | None) -> str:
    return "?" if part is None else f"{part:.1f}"
