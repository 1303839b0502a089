"""Child processes of our own that work for this one: each on one end of a line, gone when the line is cut."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path


@dataclass(slots=True)
class Child:
    """A running child and our end of its line."""

    process: subprocess.Popen[bytes]
    line: Connection

    @classmethod
    def start(cls, module: str, *arguments: str) -> Child:
        """Run `python -m module DESCRIPTOR ARGUMENTS`, where the descriptor is the child's end of the line."""
        ours, theirs = socket.socketpair()
        with theirs:
            process = _launch(module, theirs.fileno(), arguments)
        return cls(process, Connection(ours.detach()))

    def stop(self) -> int:
        """Cut the line and end the child; its exit code, below 0 the signal that ended it."""
        self.line.close()
        self.process.kill()
        return self.process.wait()


def _launch(module: str, descriptor: int, arguments: tuple[str, ...]) -> subprocess.Popen[bytes]:
    """The child finds the same packages as we do, but never modules that lie in the folder where we are run (-P).

    One thread each for the mathematics: children share the cores among them.
    """
    packages = [str(Path(__file__).parents[2]), *filter(None, sys.path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(packages)}
    environment |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    return subprocess.Popen(
        [sys.executable, "-P", "-m", module, str(descriptor), *arguments],
        pass_fds=(descriptor,),
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
