"""The command run in this process, in a folder of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from lodeline.cli import main


@dataclass(frozen=True)
class Run:
    """What a command left behind."""

    code: int
    out: str
    err: str


Command = Callable[..., Run]


@pytest.fixture
def lodeline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the command in an empty folder with its own workspace; `stdin` is bytes."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("LODELINE_WORKSPACE", str(tmp_path / "workspace"))
    monkeypatch.setenv("LODELINE_STARTER", "0")  # the starter ledger has tests of its own

    def run(*arguments: str | Path, stdin: bytes = b"") -> Run:
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(stdin)))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        code = ended.value.code
        return Run(code if isinstance(code, int) else 0, out, err)

    return run
