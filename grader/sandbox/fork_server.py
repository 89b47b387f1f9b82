"""The warm server, seen from the parent: have it fork, reap and end."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import struct
import subprocess
from collections.abc import Mapping
from typing import Any

from grader.errors import SandboxError
from grader.sandbox import start
from grader.sandbox.child import Child, Pidfd, Pipes
from grader.sandbox.mounts import view
from grader.sandbox.policy import plan, protections

START_SECONDS = 120.0
"""How long a server may take to load its libraries."""

ANSWER_SECONDS = 10.0
"""How long it may take to fork, or to see a killed child end; the kernel can keep one for a while."""


class Server:
    """A warm process of one profile, and a spare child forked ahead.

    ``pid`` is the server's number on this machine; the numbers of its children are those in its namespace.
    """

    def __init__(self, profile: str, layers: frozenset[str]) -> None:
        """Start the process; it loads its libraries while we go on.

        Raises:
            SandboxError: it does not start with these layers.
        """
        seen = view(profile)
        self.layers = layers
        self.started = start.start(seen, "namespaces" in layers)
        self.process, self.pid = self.started.process, self.started.pid
        self.control = self.started.control
        self.control.settimeout(START_SECONDS)
        self.spare: Child | None = None
        self.told: Mapping[str, Any] | None = None
        self.proved = False
        with contextlib.suppress(OSError):  # where it is gone already, the first answer says so
            self.control.send(json.dumps(plan(profile, layers, seen)).encode())

    @property
    def ready(self) -> Mapping[str, Any]:
        """What the server said when it was ready: versions, processor, landlock; waits for it.

        Raises:
            SandboxError: it did not start.
        """
        if self.told is None:
            self.told = json.loads(self.receive())
            self.control.settimeout(ANSWER_SECONDS)
        return self.told

    @property
    def versions(self) -> Mapping[str, str]:
        """The library versions over there."""
        found: Mapping[str, str] = self.ready["versions"]
        return found

    @property
    def held(self) -> frozenset[str]:
        """The layers that hold; waits until the server is ready."""
        return self.layers if self.ready["landlock"] else self.layers - {"landlock"}

    @property
    def protections(self) -> tuple[str, ...]:
        """What holds, a few words each."""
        return protections(self.held)

    def receive(self) -> bytes:
        """Return the server's next message.

        Raises:
            SandboxError: it is gone or silent.
        """
        try:
            message = self.control.recv(4096)
        except TimeoutError as fault:
            raise silent(fault) from None
        except OSError:  # it ended without having read all we said
            message = b""
        if not message:
            raise SandboxError(f"the sandbox did not start or ended: {self.last_words()}")
        return message

    def last_words(self) -> str:
        """Return the end of what the server wrote to its error stream."""
        assert self.process.stderr is not None
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(5)
        said = start.read_within(self.process.stderr, ANSWER_SECONDS)
        words = said.decode(errors="replace").strip().splitlines()
        return words[-1] if words else f"exit status {self.process.returncode}"

    def child(self) -> Child:
        """Return a fresh child: the spare, or a new one."""
        child, self.spare = self.spare or self.fork(), None
        if not child.locked(ANSWER_SECONDS):
            self.end(child)
            raise SandboxError(
                "a sandboxed process could not be locked down; `grade doctor` says what is missing"
            )
        return child

    def fork_ahead(self) -> None:
        """Fork the next program's child while nothing waits for it."""
        if self.spare is None:
            self.spare = self.fork()

    def fork(self) -> Child:
        """Have the server fork a child on two new pipes."""
        assert self.ready
        request_read, request_write = os.pipe()
        reply_read, reply_write = os.pipe()
        os.set_blocking(request_write, False)
        message, files = b"", list[int]()
        try:
            socket.send_fds(self.control, [b"F"], [request_read, reply_write])
            message, files, _, _ = socket.recv_fds(self.control, 64, 1)
        except OSError as fault:
            raise silent(fault) from None
        finally:
            os.close(request_read)
            os.close(reply_write)
            if not files:
                os.close(request_write)
                os.close(reply_read)
        if not message:
            raise SandboxError(f"the sandbox ended: {self.last_words()}")
        return Child(number(message), Pipes(request_write, reply_read), Pidfd(files[0]))

    def end(self, child: Child) -> int:
        """Kill a child if it is still alive, have it reaped, and return its wait status.

        Raises:
            SandboxError: the server is gone, or the child cannot be killed in time.
        """
        child.kill()
        child.close()
        try:
            self.control.send(b"W" + struct.pack("<i", child.pid))
        except OSError as fault:
            raise silent(fault) from None
        return number(self.receive())

    def close(self) -> None:
        """End the server and everything it forked."""
        if self.spare is not None:
            spare, self.spare = self.spare, None
            # Reaped by its parent, so that nothing of ours is left when this process ends.
            with contextlib.suppress(SandboxError):
                self.end(spare)
        start.kill(self.started)


def number(message: bytes) -> int:
    """Return the number that a server's message is; raise SandboxError where it is none."""
    if len(message) != 4:
        raise SandboxError("the sandbox gave an answer of the wrong kind; run the command again")
    return int.from_bytes(message, "little", signed=True)


def silent(fault: OSError) -> SandboxError:
    """Return the error for a server that does not answer."""
    return SandboxError(f"the sandbox does not answer ({fault}); run the command again")
