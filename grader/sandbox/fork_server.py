"""The warm server, seen from the parent: have it fork programs or further servers, reap and end."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import struct
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from grader.errors import SandboxError
from grader.sandbox import start
from grader.sandbox.child import Child, Pidfd, Pipes
from grader.sandbox.mounts import view
from grader.sandbox.policy import plan, protections

START_SECONDS = 120.0
"""How long a server may take to load its libraries."""

ANSWER_SECONDS = 10.0
"""How long it may take to fork, or to see a killed child end; the kernel can keep one for a while."""


class Process(Protocol):
    """What a server runs in."""

    @property
    def pid(self) -> int:
        """Its number on this machine."""

    @property
    def control(self) -> socket.socket:
        """Our end of its socket."""

    def last_words(self) -> str:
        """Return why it ended."""

    def end(self) -> None:
        """End it and everything in it, whatever it is doing."""


class Server:
    """A warm process of one profile, and a spare child forked ahead.

    It may fork servers, too: one that has loaded its libraries for others is called a zygote.
    """

    def __init__(
        self, profile: str, layers: frozenset[str], at_once: int = 1, process: Process | None = None
    ) -> None:
        """Start the process; it loads its libraries while we go on.

        ``at_once`` is how many programs run side by side in it and its servers.

        Raises:
            SandboxError: it does not start with these layers.
        """
        self.layers = layers
        self.process = process or begin(profile, layers, at_once)
        self.control = self.process.control
        self.control.settimeout(START_SECONDS)
        self.spare: Child | None = None
        self.told: Mapping[str, Any] | None = None
        self.proved = False
        self.lock = threading.Lock()

    @property
    def pid(self) -> int:
        """The server's number on this machine; the numbers of its children are those in its namespace."""
        return self.process.pid

    @property
    def ready(self) -> Mapping[str, Any]:
        """What the server said when it was ready: versions, processor, landlock; waits for it.

        Raises:
            SandboxError: it did not start.
        """
        return self.wait()

    def wait(self) -> Mapping[str, Any]:
        """Wait until the server is ready, once; return what it said then.

        Raises:
            SandboxError: it did not start.
        """
        if self.told is None:
            self.told = dict(json.loads(self.receive()))
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
            raise SandboxError(f"the sandbox did not start or ended: {self.process.last_words()}")
        return message

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
        self.wait()
        request_read, request_write = os.pipe()
        reply_read, reply_write = os.pipe()
        os.set_blocking(request_write, False)
        try:
            number, life = self.ask(b"F", [request_read, reply_write])
        except SandboxError:
            os.close(request_write)
            os.close(reply_read)
            raise
        finally:
            os.close(request_read)
            os.close(reply_write)
        return Child(number, Pipes(request_write, reply_read), life)

    def fork_server(self, profile: str) -> Server:
        """Have the server fork another one, which has its libraries and loads what the profile needs more.

        May be asked from several threads.

        Raises:
            SandboxError: it did not.
        """
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            with theirs, self.lock:
                self.wait()
                number, life = self.ask(b"S" + profile.encode(), [theirs.fileno()])
        except SandboxError:
            ours.close()
            raise
        return Server(profile, self.layers, process=Forked(self, number, life, ours))

    def ask(self, message: bytes, files: list[int]) -> tuple[int, Pidfd]:
        """Have the server fork; return the new process's number there, and the handle to kill it.

        Raises:
            SandboxError: it is gone or silent.
        """
        try:
            socket.send_fds(self.control, [message], files)
            answer, found, _, _ = socket.recv_fds(self.control, 64, 1)
        except OSError as fault:
            raise silent(fault) from None
        if not answer or not found:
            raise SandboxError(f"the sandbox ended: {self.process.last_words()}")
        return number_of(answer), Pidfd(found[0])

    def end(self, child: Child) -> int:
        """Kill a child if it is still alive, have it reaped, and return its wait status.

        Raises:
            SandboxError: the server is gone, or the child cannot be killed in time.
        """
        child.kill()
        child.close()
        return self.reap(child.pid)

    def reap(self, pid: int) -> int:
        """Have the server wait for a process that it forked and that is ending; return its wait status."""
        with self.lock:
            try:
                self.control.send(b"W" + struct.pack("<i", pid))
            except OSError as fault:
                raise silent(fault) from None
            return number_of(self.receive())

    def close(self) -> None:
        """End the server and everything it forked."""
        if self.spare is not None:
            spare, self.spare = self.spare, None
            # Reaped by its parent, so that nothing of ours is left when this process ends.
            with contextlib.suppress(SandboxError):
                self.end(spare)
        self.process.end()


@dataclass(frozen=True)
class Forked:
    """The process of a server that another one forked, and its number there."""

    zygote: Server
    number: int
    life: Pidfd
    control: socket.socket

    @property
    def pid(self) -> int:
        """Its number on this machine; 0 where it has ended."""
        return self.life.pid()

    def last_words(self) -> str:
        """Return why it ended; what it wrote went to its zygote's error stream."""
        return "its process is gone" if self.life.ends_within(ANSWER_SECONDS) else "it hung up"

    def end(self) -> None:
        """End it, and its children with it; have it reaped."""
        self.control.close()
        self.life.kill()
        self.life.close()
        with contextlib.suppress(SandboxError):
            self.zygote.reap(self.number)


def begin(profile: str, layers: frozenset[str], at_once: int) -> start.Started:
    """Start a server's process and tell it what it is to be.

    Raises:
        SandboxError: it does not start with these layers.
    """
    seen = view(profile)
    made = start.start(seen, "namespaces" in layers)
    with contextlib.suppress(OSError):  # where it is gone already, the first answer says so
        made.control.send(json.dumps(plan(profile, layers, seen, at_once)).encode())
    return made


def number_of(message: bytes) -> int:
    """Return the number that a server's message is; raise SandboxError where it is none."""
    if len(message) != 4:
        raise SandboxError("the sandbox gave an answer of the wrong kind; run the command again")
    return int.from_bytes(message, "little", signed=True)


def silent(fault: OSError) -> SandboxError:
    """Return the error for a server that does not answer."""
    return SandboxError(f"the sandbox does not answer ({fault}); run the command again")
