"""Write docs/reference/cli.md from the command itself, so that the manual cannot tell of options that do not exist.

Usage: python scripts/write_cli_manual.py          (a test fails while the page is out of date)
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "cli.md"
HEAD = """# The command

Written by `scripts/write_cli_manual.py` from the command's own help; do not edit by hand.

Exit codes: 0, all was read; 1, some items failed and the rest was read; 2, nothing could be read, or wrong use.
Errors go to standard error and say where, what, and what to do.
"""


def manual() -> str:
    """The whole page."""
    from typer.main import get_command

    from lodeline.cli.app import app

    group: Any = get_command(app)
    parts = [HEAD, "## lodeline\n", prose(group.help), options(group)]
    for name, command in group.commands.items():
        parts += [f"## lodeline {name}\n", prose(command.help), options(command)]
    return "\n".join(part for part in parts if part)


def prose(help_text: str | None) -> str:
    """The help's paragraphs; blocks kept as they are (after a backspace mark) are examples."""
    paragraphs = (help_text or "").strip().split("\n\n")
    return "\n\n".join(paragraph(each) for each in paragraphs) + "\n"


def paragraph(text: str) -> str:
    lines = text.splitlines()
    if lines[0].strip() == "\b":
        examples = "\n".join(line.rstrip() for line in lines[1:])
        return f"```sh\n{examples}\n```"
    return " ".join(line.strip() for line in lines)


def options(command: Any) -> str:
    rows = list(rows_of(command))
    return "\n".join(["| option | meaning |", "| --- | --- |", *rows]) + "\n" if rows else ""


def rows_of(command: Any) -> Iterator[str]:
    for parameter in command.params:
        told = " ".join((getattr(parameter, "help", None) or "").split())
        if parameter.param_type_name == "argument":
            yield f"| `{parameter.metavar or parameter.name.upper()}` | {told} |"
        elif not parameter.hidden:
            names = ", ".join(f"`{name}`" for name in parameter.opts)
            value = "" if parameter.is_flag else f" `{value_of(parameter)}`"
            yield f"| {names}{value} | {told} |"


def value_of(parameter: Any) -> str:
    return str(parameter.metavar or parameter.opts[-1].lstrip("-").upper())


if __name__ == "__main__":
    PAGE.write_text(manual(), "utf-8")
