"""The command `lodeline`: thin; it turns arguments into verbs of the workspace, and errors into lines for people."""

from __future__ import annotations

import os
import sys


def main(arguments: list[str] | None = None) -> None:
    """Run the command and leave the process: 0 all read, 1 some items failed, 2 wrong use or nothing could be read."""
    from lodeline.cli.app import app
    from lodeline.cli.screen import error
    from lodeline.errors import LodelineError, Unforeseen, where_it_rose

    try:
        app(arguments, prog_name="lodeline")
    except LodelineError as problem:
        error(problem)
        sys.exit(2)
    except BrokenPipeError:
        # The reader of our output has closed it (`| head`): nothing is wrong, and the exit must not write again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as problem:  # a person sees a line, and with --debug the traceback
        unforeseen = Unforeseen(where_it_rose(problem))
        unforeseen.__cause__ = problem
        error(unforeseen)
        sys.exit(2)
