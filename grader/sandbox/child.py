"""One process that runs a program, seen from the parent: ask it, read its answer, kill it."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import time
from dataclasses import replace
from typing import Protocol

from grader.inside.observation import Error, Observation, Outcome, Program, Scenario, Source
from grader.sandbox.budget import PATIENCE


class Line(Protocol):
    """The way to a process and back; a deadline is a time of ``time.monotonic``."""

    def waiting(self, deadline: float) -> bool:
        """Tell whether there is something to read, or the end, before the deadline."""

    def read(self, size: int, deadline: float) -> bytes:
        """Return at most that many bytes, none at the end; raise TimeoutError."""

    def write(self, data: bytes, deadline: float) -> None:
        """Send all of it; raise TimeoutError, or OSError where nobody listens."""

    def close(self) -> None:
        """Close our ends."""


class Life(Protocol):
    """The handle of a process."""

    def kill(self) -> None:
        """End it, whatever it is doing."""

    def ends_within(self, seconds: float) -> bool:
        """Tell whether it ends by itself in that time."""

    def worked(self) -> float | None:
        """Return its processor time in seconds, None where it has ended or the system does not tell."""

    def close(self) -> None:
        """Let the handle go."""


class Child:
    """One process: its number where it was started, the line to it, and the handle to kill it."""

    def __init__(self, pid: int, line: Line, life: Life) -> None:
        """Take over what is open."""
        self.pid, self.line, self.life = pid, line, life

    def locked(self, seconds: float) -> bool:
        """Tell whether the process says in time that its rights are gone; asked once, and first."""
        from grader.inside import wire  # it takes NumPy, without which a server is started

        try:
            return self.line.read(1, time.monotonic() + seconds) == wire.LOCKED
        except TimeoutError:
            return False

    def ask(self, message: Program | Scenario, seconds: float) -> Observation | None:
        """Return the child's answer, or None where the pipe closed: the process is gone.

        A program that disturbs the protocol has crashed; one that does not answer in time is timed out.
        ``seconds`` are of processor time, which the child itself is held to; on the clock it may take longer.
        """
        from grader.inside import requests, wire  # it takes NumPy, without which a server is started

        nonce = os.urandom(wire.NONCE_BYTES)
        started = time.monotonic()
        deadline = started + PATIENCE * seconds
        try:
            if self.line.waiting(0):
                return self.unasked()
            self.line.write(requests.request(message, nonce, seconds), deadline)
            body = self.read_frame(deadline)
            seen = None if body is None else wire.read_reply(body, nonce)
        except TimeoutError:
            return Observation(Outcome.TIMED_OUT, seconds=seconds)
        except wire.WireError as fault:
            return disturbed(str(fault))
        except (BrokenPipeError, ConnectionResetError):
            return None
        return seen and replace(seen, seconds=time.monotonic() - started)

    def unasked(self) -> Observation | None:
        """Judge a pipe that is readable before anything was asked: the end of the process, or a forgery."""
        if not self.line.read(1, 0):
            return None
        return disturbed("an answer before the question")

    def read_frame(self, deadline: float) -> bytes | None:
        """Return one reply, sized before anything is allocated; None where the pipe closed."""
        from grader.inside import wire  # it takes NumPy, without which a server is started

        head = self.read_exactly(wire.LENGTH.size, deadline)
        if head is None:
            return None
        (size,) = wire.LENGTH.unpack(head)
        if not wire.NONCE_BYTES <= size <= wire.REPLY_AT_MOST:
            raise wire.WireError(f"a reply of {size} bytes")
        return self.read_exactly(size, deadline)

    def read_exactly(self, size: int, deadline: float) -> bytes | None:
        """Read that many bytes before the deadline; None where the pipe closes first."""
        data = bytearray()
        while len(data) < size:
            piece = self.line.read(min(size - len(data), 1 << 16), deadline)
            if not piece:
                return None
            data += piece
        return bytes(data)

    def kill(self) -> None:
        """End the process, whatever it is doing."""
        self.life.kill()

    def close(self) -> None:
        """Let go of the line and the handle."""
        self.line.close()
        self.life.close()


def disturbed(how: str) -> Observation:
    """Return what is known of a program that did not keep to the protocol."""
    return Observation(Outcome.CRASHED, error=Error("Pipe", how, source=Source.PROCESS))


class Pipes:
    """A line of two pipes."""

    def __init__(self, requests: int, replies: int) -> None:
        """Take over the open files."""
        self.requests, self.replies = requests, replies

    def waiting(self, deadline: float) -> bool:
        """Tell whether there is something to read, or the end, before the deadline."""
        return wait_for(self.replies, select.POLLIN, deadline)

    def read(self, size: int, deadline: float) -> bytes:
        """Return at most that many bytes, none at the end; raise TimeoutError."""
        if not self.waiting(deadline):
            raise TimeoutError
        return os.read(self.replies, size)

    def write(self, data: bytes, deadline: float) -> None:
        """Send all of it; raise TimeoutError where the child does not take it."""
        view = memoryview(data)
        while view:
            if not wait_for(self.requests, select.POLLOUT, deadline):
                raise TimeoutError
            view = view[os.write(self.requests, view[:65536]) :]

    def close(self) -> None:
        """Close our ends."""
        os.close(self.requests)
        os.close(self.replies)


class Pidfd:
    """A process by an open file that stands for it, so that no other one is ever killed in its place."""

    def __init__(self, fd: int) -> None:
        """Take over the open file."""
        self.fd = fd

    def kill(self) -> None:
        """End the process, whatever it is doing."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.fd, signal.SIGKILL)

    def ends_within(self, seconds: float) -> bool:
        """Tell whether it ends by itself in that time."""
        return wait_for(self.fd, select.POLLIN, time.monotonic() + seconds)

    def worked(self) -> float | None:
        """Return its processor time in seconds, None where it has ended or the system does not tell."""
        try:
            return clock_of(self.pid())
        except (OSError, ValueError):
            return None

    def pid(self) -> int:
        """Return its number on this machine, 0 or less where it has ended."""
        # Bare reading: it is asked twice for every call of every program.
        told = os.open(f"/proc/self/fdinfo/{self.fd}", os.O_RDONLY | os.O_CLOEXEC)
        try:
            lines = os.read(told, 4096).splitlines()
        finally:
            os.close(told)
        return next((int(line[4:]) for line in lines if line.startswith(b"Pid:")), 0)

    def close(self) -> None:
        """Close the file."""
        os.close(self.fd)


def clock_of(pid: int) -> float:
    """Return a process's time on all processors, all its threads together (see clock_getcpuclockid)."""
    if pid <= 0:
        raise ValueError("the process has ended")
    return time.clock_gettime((~pid << 3) | 2)


def wait_for(fd: int, event: int, deadline: float) -> bool:
    """Wait until a file is ready; False where the deadline comes first."""
    poll = select.poll()
    poll.register(fd, event)
    return bool(poll.poll(max(0.0, deadline - time.monotonic()) * 1000))
