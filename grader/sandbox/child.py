"""One forked process, seen from the parent: ask it, read its answer, kill it."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import time
from dataclasses import replace

from grader.observation import Observation, Outcome, Program, Scenario
from grader.sandbox import wire


class Child:
    """One forked process: the two ends of its pipes and the handle to kill it."""

    def __init__(self, pid: int, pidfd: int, requests: int, replies: int) -> None:
        """Take over the open files."""
        self.pid, self.pidfd, self.requests, self.replies = pid, pidfd, requests, replies

    def ask(self, message: Program | Scenario, seconds: float) -> Observation | None:
        """Return the child's answer, or None where the pipe closed: the process is gone.

        A program that disturbs the protocol has crashed; one that does not answer in time is timed out.
        """
        nonce = os.urandom(wire.NONCE_BYTES)
        started = time.monotonic()
        deadline = started + seconds
        try:
            if readable(self.replies, 0):
                return self.unasked()
            self.write(wire.request(message, nonce), deadline)
            body = self.read_frame(deadline)
            seen = None if body is None else wire.read_reply(body, nonce)
        except TimeoutError:
            return Observation(Outcome.TIMED_OUT, seconds=seconds)
        except wire.WireError as fault:
            return Observation(Outcome.CRASHED, message=f"WireError: {fault}")
        except (BrokenPipeError, ConnectionResetError):
            return None
        return seen and replace(seen, seconds=time.monotonic() - started)

    def unasked(self) -> Observation | None:
        """Judge a pipe that is readable before anything was asked: the end of the process, or a forgery."""
        if not os.read(self.replies, 1):
            return None
        return Observation(Outcome.CRASHED, message="WireError: an answer before the question")

    def write(self, data: bytes, deadline: float) -> None:
        """Send a request; raise TimeoutError where the child does not take it."""
        view = memoryview(data)
        while view:
            if not wait_for(self.requests, select.POLLOUT, deadline):
                raise TimeoutError
            view = view[os.write(self.requests, view[:65536]) :]

    def read_frame(self, deadline: float) -> bytes | None:
        """Return one reply, sized before anything is allocated; None where the pipe closed."""
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
            if not wait_for(self.replies, select.POLLIN, deadline):
                raise TimeoutError
            piece = os.read(self.replies, min(size - len(data), 1 << 16))
            if not piece:
                return None
            data += piece
        return bytes(data)

    def kill(self) -> None:
        """End the process, whatever it is doing."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)

    def close(self) -> None:
        """Close our ends."""
        for fd in (self.pidfd, self.requests, self.replies):
            os.close(fd)


def readable(fd: int, seconds: float) -> bool:
    """Tell whether a file has something to read within that time."""
    return wait_for(fd, select.POLLIN, time.monotonic() + seconds)


def wait_for(fd: int, event: int, deadline: float) -> bool:
    """Wait until a file is ready; False where the deadline comes first."""
    poll = select.poll()
    poll.register(fd, event)
    return bool(poll.poll(max(0.0, deadline - time.monotonic()) * 1000))
