"""Single keys from a terminal, which is left as it was found."""

from __future__ import annotations

import contextlib
import importlib
import os
import signal
from collections.abc import Callable, Iterator
from types import FrameType

with contextlib.suppress(ImportError):  # there is none on Windows
    import termios
    import tty


@contextlib.contextmanager
def single_keys(fd: int) -> Iterator[None]:
    """Have a terminal hand over every key at once, without showing it, until the block ends.

    However the process is asked to end, the terminal is restored; after a stop (Ctrl-Z) it is set up again.
    """
    if "termios" not in globals():  # Windows hands over single keys as it is
        yield
        return
    before = termios.tcgetattr(fd)
    handlers = {
        signal.SIGTERM: lambda number, frame: leave(number, frame),
        signal.SIGHUP: lambda number, frame: leave(number, frame),
        signal.SIGCONT: lambda number, frame: tty.setcbreak(fd),
    }
    old = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        tty.setcbreak(fd)
        yield
    finally:
        # Now, not when all is written: a terminal that was stopped or closed never takes the rest.
        with contextlib.suppress(termios.error):
            termios.tcsetattr(fd, termios.TCSANOW, before)
        for number, handler in old.items():
            signal.signal(number, handler)


def leave(number: int, frame: FrameType | None) -> None:
    """End the process by way of every ``finally``."""
    raise SystemExit(128 + number)


def key_on_windows() -> bytes:
    """Wait for a key and return it; of one that sends several bytes an escape."""
    getch: Callable[[], bytes] = importlib.import_module("msvcrt").getch
    key = getch()
    if key in (b"\x00", b"\xe0"):  # an arrow or a function key: its name follows
        getch()
        return b"\x1b"
    return key


def presses(fd: int) -> Iterator[str]:
    """Yield the keys pressed, one at a time, until the terminal is gone; "" is what is no letter."""
    while True:
        try:
            data = os.read(fd, 64) if "termios" in globals() else key_on_windows()
        except OSError:
            return
        if not data:
            return
        if data.startswith(b"\x1b"):
            yield ""  # an arrow or a function key sends several bytes
            continue
        yield from (chr(byte) if 32 <= byte < 127 else "" for byte in data)
