"""The commands `entities …`: whether names are one, why, and what people said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from lodeline.cli import screen
from lodeline.cli.news import AsJson
from lodeline.cli.setting import Setting, as_text, plain, write_out

if TYPE_CHECKING:
    from lodeline.entities.entity import Judgement, Verdict

entities = typer.Typer(name="entities", no_args_is_help=True, rich_markup_mode=None)
Left = Annotated[str, typer.Argument(metavar="NAME", help="A name as the texts have it, in any script.")]
Right = Annotated[str, typer.Argument(metavar="OTHER", help="Another name.")]
By = Annotated[str, typer.Option("--by", metavar="WHO", help="Who says so: every word is signed.")]
Why = Annotated[str, typer.Option("--why", metavar="REASON", help="The reason, for those who come after.")]


@entities.callback()
def about() -> None:
    """Say whether two names are one, and why.

    Names that the ledger holds to be one are told apart by a word of yours, and the other way round. Every word is
    signed and dated and none is lost: the last one on a pair stands, and `unsure` takes it back.

    \b
    lodeline entities explain "Казатомпром" "Kazatomprom JSC"
    lodeline entities different "Northlight" "Northlight Mining" --by ann --why "two firms"
    lodeline entities unsure "Northlight" "Northlight Mining" --by ann
    lodeline entities history
    """


@entities.command()
def explain(context: typer.Context, name: Left, other: Right, as_json: AsJson = False) -> None:
    """Say whether two names are one, with every sign.

    \b
    lodeline entities explain "Казатомпром" "Kazatomprom JSC"
    """
    setting: Setting = context.obj
    found = setting.workspace().explain_names(name, other)
    if as_json:
        write_out(as_text(plain(found)))
        return
    screen.line(f"{found.left} | {found.right}: {found.answer} ({found.score:.2f})", "bold")
    for sign in found.signs:
        weight = "decides" if sign.weight is None else f"{sign.weight:.2f}"
        screen.line(f"  {weight:>7}  {sign.what}")


@entities.command()
def same(context: typer.Context, name: Left, other: Right, by: By, why: Why = "", as_json: AsJson = False) -> None:
    """Say that two names are one.

    \b
    lodeline entities same "Sary Ken" "Сары-Кен" --by ann
    """
    _say(context, name, other, "same", by, why, as_json)


@entities.command()
def different(context: typer.Context, name: Left, other: Right, by: By, why: Why = "", as_json: AsJson = False) -> None:
    """Say that two names are two things.

    \b
    lodeline entities different "Northlight" "Northlight Mining" --by ann --why "two firms"
    """
    _say(context, name, other, "different", by, why, as_json)


@entities.command()
def unsure(context: typer.Context, name: Left, other: Right, by: By, why: Why = "", as_json: AsJson = False) -> None:
    """Take back what was said of two names.

    \b
    lodeline entities unsure "Northlight" "Northlight Mining" --by ann
    """
    _say(context, name, other, "unsure", by, why, as_json)


@entities.command()
def history(context: typer.Context, as_json: AsJson = False) -> None:
    """List everything that was said of names.

    \b
    lodeline entities history --json
    """
    setting: Setting = context.obj
    said = setting.workspace().judgements()
    if as_json:
        write_out(as_text(plain(said)))
        return
    for each in said:
        _tell(each)
    if not said:
        screen.line("Nobody has said anything of names yet.", "dim")


def _say(context: typer.Context, name: str, other: str, verdict: Verdict, by: str, why: str, as_json: bool) -> None:
    setting: Setting = context.obj
    said = setting.workspace().judge(name, other, verdict, by, why)
    if as_json:
        write_out(as_text(plain(said)))
    else:
        _tell(said)


def _tell(said: Judgement) -> None:
    reason = f" ({said.reason})" if said.reason else ""
    screen.line(f"{said.day}  {said.author}: {said.left} and {said.right} are {WORDS[said.verdict]}{reason}")


WORDS = {"same": "one", "different": "two", "unsure": "not decided"}
