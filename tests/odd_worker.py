"""A child for tests of the pool: answers with the body in capitals, and has a word to die on and one to end the run."""

import os
import sys
from multiprocessing.connection import Connection

from lodeline.errors import MissingModel


def serve(line: Connection) -> None:
    while True:
        body = line.recv().item.body
        if body == "die":
            os._exit(3)
        line.send(MissingModel("none", "reading", "install it") if body == "end" else body.upper())


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
