"""A process of its own for every program, where the system has no fork or no pidfd: macOS, Windows.

It loads its libraries for every program anew, and is held to time and, where the system can, to memory.
"""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from typing import IO

from grader.errors import SandboxError
from grader.sandbox.child import Child
from grader.sandbox.mounts import view
from grader.sandbox.policy import ALWAYS, PHRASES
from grader.sandbox.start import environment

COMMAND = (
    "import sys; profile, root, *packages = sys.argv[1:]; sys.path[:] = [*sys.path, *packages, root]; "
    "from grader.inside import single; single.main(profile)"
)

START_SECONDS = 120.0


def can_fork() -> bool:
    """Tell whether a warm server can fork children and hold on to them here."""
    return sys.platform == "linux" and hasattr(os, "pidfd_open")


class Spawner:
    """Starts a process for every program; stands where a warm server would."""

    held: frozenset[str] = frozenset()

    def __init__(self, profile: str) -> None:
        """Start the first process, which loads its libraries while we go on."""
        self.profile = profile
        self.processes: dict[int, subprocess.Popen[bytes]] = {}
        self.spare: Child | None = None
        self.proved = False
        self.spare = self.spawn()

    @property
    def ready(self) -> Mapping[str, int]:
        """What a server would say of the kernel."""
        return {"landlock": 0}

    @property
    def versions(self) -> Mapping[str, str]:
        """The versions are those of this interpreter's own packages."""
        from importlib.metadata import version

        names = ("numpy",) if self.profile == "numpy" else ("numpy", "torch")
        return {"python": sys.version.split()[0], **{name: version(name) for name in names}}

    @property
    def protections(self) -> tuple[str, ...]:
        """What holds, a few words each."""
        return (*ALWAYS, *PHRASES["limits"]) if sys.platform != "win32" else ALWAYS

    def spawn(self) -> Child:
        """Start a process."""
        seen = view(self.profile)
        # As itself and not by its real path: without namespaces a virtual environment finds its own packages.
        words = [sys.executable, "-I", "-S", "-B", "-X", "utf8", "-c", COMMAND, self.profile, seen.root]
        process = subprocess.Popen(
            [*words, *seen.packages],
            env={**environment(), **needed()},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=os.path.abspath(os.sep),
            start_new_session=sys.platform != "win32",
        )
        self.processes[process.pid] = process
        assert process.stdin is not None
        assert process.stdout is not None
        return Child(process.pid, Streams(process.stdin, process.stdout), Whole(process))

    def child(self) -> Child:
        """Return a fresh child, its rights gone.

        Raises:
            SandboxError: it does not start.
        """
        child, self.spare = self.spare or self.spawn(), None
        if not child.locked(START_SECONDS):
            status = self.end(child)
            raise SandboxError(f"a process for the program did not start (status {status})")
        return child

    def fork_ahead(self) -> None:
        """Start the next program's process while nothing waits for it."""
        if self.spare is None:
            self.spare = self.spawn()

    def end(self, child: Child) -> int:
        """Kill a child if it is still alive; return its wait status as ``os.waitpid`` would."""
        child.kill()
        process = self.processes.pop(child.pid)
        code = process.wait()
        child.close()
        return -code if code < 0 else code << 8

    def close(self) -> None:
        """End all processes."""
        if self.spare is not None:
            self.end(self.spare)
            self.spare = None


def needed() -> Mapping[str, str]:
    """Return what Windows needs in an environment to start a process at all."""
    names = ("SYSTEMROOT", "PATH") if sys.platform == "win32" else ()
    return {name: os.environ[name] for name in names if name in os.environ}


class Whole:
    """A process by its ``Popen``."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        """Hold on to it."""
        self.process = process

    def kill(self) -> None:
        """End the process, whatever it is doing; nothing where it has been waited for."""
        self.process.kill()

    def ends_within(self, seconds: float) -> bool:
        """Tell whether it ends by itself in that time."""
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def worked(self) -> float | None:
        """Return nothing: what works everywhere is the time on the clock."""
        return None

    def close(self) -> None:
        """Do nothing: the handle goes with the object."""


class Streams:
    """A line of two streams, with a thread each, since not every system can wait for a pipe."""

    def __init__(self, requests: IO[bytes], replies: IO[bytes]) -> None:
        """Start to read."""
        self.requests, self.replies = requests, replies
        # Bounded, so that a flood of replies waits in the pipe and not in our memory.
        self.pieces: queue.Queue[bytes] = queue.Queue(64)
        self.rest = b""
        self.ended = False
        self.closing = False
        self.reader = threading.Thread(target=self.listen, daemon=True)
        self.reader.start()

    def listen(self) -> None:
        """Take pieces from the stream until it ends."""
        while not self.closing:
            piece = os.read(self.replies.fileno(), 1 << 16)
            while not self.closing:
                try:
                    self.pieces.put(piece, timeout=0.1)
                    break
                except queue.Full:
                    continue
            if not piece:
                return

    def waiting(self, deadline: float) -> bool:
        """Tell whether there is something to read, or the end, before the deadline."""
        if self.rest or self.ended:
            return True
        try:
            left = deadline - time.monotonic()
            self.rest = self.pieces.get(timeout=left) if left > 0 else self.pieces.get_nowait()
        except queue.Empty:
            return False
        self.ended = not self.rest
        return True

    def read(self, size: int, deadline: float) -> bytes:
        """Return at most that many bytes, none at the end; raise TimeoutError."""
        if not self.waiting(deadline):
            raise TimeoutError
        piece, self.rest = self.rest[:size], self.rest[size:]
        return piece

    def write(self, data: bytes, deadline: float) -> None:
        """Send all of it; raise TimeoutError where the child does not take it, OSError where it is gone."""
        faults: list[OSError] = []

        def send() -> None:
            try:
                self.requests.write(data)
                self.requests.flush()
            except OSError as fault:
                faults.append(fault)

        writer = threading.Thread(target=send, daemon=True)
        writer.start()
        writer.join(max(0.0, deadline - time.monotonic()))
        if writer.is_alive():
            raise TimeoutError
        if faults:
            raise faults[0]

    def close(self) -> None:
        """Close our ends; the process is dead by now, so that nothing is left to wait for."""
        self.closing = True
        self.reader.join(5)
        for stream in (self.requests, self.replies):
            try:
                stream.close()
            except OSError:
                continue
