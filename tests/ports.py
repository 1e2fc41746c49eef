"""Ports for servers of tests."""

from __future__ import annotations

import itertools
import os
import socket

_TRIED = itertools.count(os.getpid() * 50)


def free_port() -> int:
    """A port on which nobody listens, of those that systems give to nobody who does not name one.

    They begin at 32768. One of these, picked and let go, may be another program's before a server takes it.
    """
    while True:
        port = 12_000 + next(_TRIED) % 20_000
        with socket.socket() as tried:
            try:
                tried.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
