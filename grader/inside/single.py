"""The far side without a server: one process for one program, on any system."""

from __future__ import annotations

import os
import sys

from grader.inside.preload import warm
from grader.inside.serve import REPLIES, REQUESTS, serve


def main(profile: str) -> None:
    """Load the profile's libraries, give up what can be given up, serve one program."""
    take_pipes()
    warm(profile)
    if sys.platform != "win32":
        from grader.inside import jail

        jail.limits(jail.size() + jail.MEMORY_BYTES, threads=None)
    serve()
    os._exit(0)


def take_pipes() -> None:
    """Move the pipes away from where a program prints and reads."""
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(0, REQUESTS)
    os.dup2(1, REPLIES)
    for fd in (0, 1, 2):
        os.dup2(nothing, fd)
    if sys.platform == "win32":
        import msvcrt

        for fd in (REQUESTS, REPLIES):
            msvcrt.setmode(fd, os.O_BINARY)
