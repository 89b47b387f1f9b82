"""Start the server, send a program, collect observations, kill what overstays."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from grader.errors import SandboxError
from grader.observation import Leaf, Observation, Outcome, Program, Scenario
from grader.sandbox import wire
from grader.sandbox.child import Child, readable

START_SECONDS = 120.0
LOAD_SECONDS = 10.0
CALL_SECONDS = 5.0

END_SECONDS = 1.0
"""How long a process may take from closing its pipe to its end."""

PROTECTIONS = (
    "separate process",
    "time limit",
    "memory limit",
    "output limit",
    "no file writes",
    "numbers only",
)
"""What holds for every observation that this client makes."""

Tier = Literal["namespaces", "kernel-only", "process", "none", "weakened"]
"""What stands between a program and the machine, the strongest first.

namespaces: bubblewrap round the server, Landlock and seccomp round every program.
kernel-only: Landlock and seccomp, where there is no bubblewrap or no user namespace.
process: a process with limits; only where a student runs their own code beside a public key.
none: the same, for ``--allow-unsafe``; the report is marked.
weakened: a test switched layers off.
"""

Demand = Literal["full", "own", "unsafe"]
"""full: namespaces or kernel-only, else SandboxError. own: the strongest there is. unsafe: none, always."""

LAYERS = ("namespaces", "user", "outer", "files", "limits", "landlock", "seccomp")
"""What a test may switch off, see ``Sandbox.without``.

namespaces: bubblewrap. user: the drop from root, no_new_privs, dumpable 0. outer: the server's own seccomp
filter. files: the closing of open files, and the session of its own. limits: all rlimits.
landlock: the child's ruleset. seccomp: the child's filter.
"""

FATAL = frozenset({Outcome.TIMED_OUT, Outcome.OUT_OF_MEMORY, Outcome.CRASHED})
"""After these the process is not trusted with the next check."""

BY_SIGNAL: Mapping[int, Outcome] = {signal.SIGXCPU: Outcome.TIMED_OUT, signal.SIGKILL: Outcome.OUT_OF_MEMORY}
"""What a signal that we did not send means: the processor limit, or the kernel short of memory."""

COMMAND = (
    "import sys; control, profile, root = sys.argv[1:]; sys.path.insert(0, root); "
    "from grader.sandbox import server; server.main(int(control), profile)"
)


@dataclass(frozen=True)
class Limits:
    """Wall-clock seconds for running a program's text and for one call of it."""

    load: float = LOAD_SECONDS
    call: float = CALL_SECONDS


@dataclass(frozen=True)
class Observed:
    """A program's row: what loading it did, one observation a scenario, and what held while it ran."""

    load: Observation
    row: tuple[Observation, ...]
    protections: tuple[str, ...] = PROTECTIONS
    tier: Tier = "process"


class Server:
    """A warm process of one profile, and a spare child forked ahead."""

    def __init__(self, profile: str) -> None:
        """Start the process; it loads its libraries while we go on."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        root = str(Path(__file__).resolve().parents[2])
        words = [sys.executable, "-I", "-B", "-X", "utf8", "-c", COMMAND, str(theirs.fileno()), profile, root]
        self.process = subprocess.Popen(
            words,
            pass_fds=[theirs.fileno()],
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            cwd="/",
        )
        theirs.close()
        self.control = ours
        self.control.settimeout(START_SECONDS)
        self.spare: Child | None = None
        self.ready: Mapping[str, Mapping[str, str]] | None = None

    @property
    def versions(self) -> Mapping[str, str]:
        """The library versions over there; waits until the server is ready."""
        if self.ready is None:
            self.ready = json.loads(self.receive())
        return self.ready["versions"]

    def receive(self) -> bytes:
        """Return the server's next message.

        Raises:
            SandboxError: it is gone or silent.
        """
        try:
            message = self.control.recv(4096)
        except OSError as fault:
            raise SandboxError(f"the sandbox does not answer ({fault}); run the command again") from None
        if not message:
            raise SandboxError(f"the sandbox did not start or ended: {self.last_words()}")
        return message

    def last_words(self) -> str:
        """Return the end of what the server wrote to its error stream."""
        assert self.process.stderr is not None
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(5)
        words = self.process.stderr.read().decode(errors="replace").strip().splitlines()
        return words[-1] if words else f"exit status {self.process.returncode}"

    def child(self) -> Child:
        """Return a fresh child: the spare, or a new one."""
        child, self.spare = self.spare or self.fork(), None
        if not readable(child.replies, START_SECONDS) or os.read(child.replies, 1) != wire.LOCKED:
            self.end(child)
            raise SandboxError(
                "a sandboxed process could not be locked down; `grade doctor` says what is missing"
            )
        return child

    def fork(self) -> Child:
        """Have the server fork a child on two new pipes."""
        assert self.versions
        request_read, request_write = os.pipe()
        reply_read, reply_write = os.pipe()
        os.set_blocking(request_write, False)
        try:
            socket.send_fds(self.control, [b"F"], [request_read, reply_write])
            message, files, _, _ = socket.recv_fds(self.control, 64, 1)
        except OSError as fault:
            raise SandboxError(f"the sandbox does not answer ({fault}); run the command again") from None
        finally:
            os.close(request_read)
            os.close(reply_write)
        if not message:
            raise SandboxError(f"the sandbox ended: {self.last_words()}")
        return Child(struct.unpack("<i", message)[0], files[0], request_write, reply_read)

    def end(self, child: Child) -> int:
        """Kill a child if it is still alive, have it reaped, and return its wait status.

        Raises:
            SandboxError: the server is gone.
        """
        child.kill()
        child.close()
        try:
            self.control.send(b"W" + struct.pack("<i", child.pid))
        except OSError as fault:
            raise SandboxError(f"the sandbox does not answer ({fault}); run the command again") from None
        status: int = struct.unpack("<i", self.receive())[0]
        return status

    def close(self) -> None:
        """End the server and everything it forked."""
        if self.spare is not None:
            # Reaped by its parent, so that nothing of ours is left when this process ends.
            with contextlib.suppress(SandboxError):
                self.end(self.spare)
        self.control.close()
        self.process.kill()
        self.process.wait()
        if self.process.stderr is not None:
            self.process.stderr.close()


def environment() -> dict[str, str]:
    """Return the server's environment: nothing of ours, one thread, no surprises."""
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return {**threads, "PATH": os.defpath, "LANG": "C.UTF-8", "HOME": "/nonexistent", "PYTHONHASHSEED": "0"}


@dataclass
class Sandbox:
    """The warm servers of one command, one a profile, started when they are first needed.

    ``ahead`` forks the next program's child while nothing waits for it; a single submission needs none.
    ``demand`` says what must hold; ``tier`` holds to one tier and refuses any other.
    ``without`` switches single ``LAYERS`` off, for tests of the others; nothing outside of tests sets it, and
    the tier is then "weakened".
    """

    limits: Limits = field(default_factory=Limits)
    ahead: bool = True
    demand: Demand = "full"
    tier: Tier | None = None
    without: frozenset[str] = frozenset()
    servers: dict[str, Server] = field(default_factory=dict)

    def __enter__(self) -> Sandbox:
        """Return itself."""
        return self

    def __exit__(self, *fault: object) -> None:
        """End every server."""
        for server in self.servers.values():
            server.close()

    def server(self, profile: str) -> Server:
        """Return the profile's server, started if need be."""
        if profile not in self.servers:
            self.servers[profile] = Server(profile)
        return self.servers[profile]

    def versions(self, profile: str) -> Mapping[str, str]:
        """Return the library versions of a profile's server."""
        return self.server(profile).versions

    def observe(self, program: Program, scenarios: Sequence[Scenario], profile: str) -> Observed:
        """Run every scenario on the program, in order, and return what happened.

        After a check that ended the process, or might have harmed it, the next one gets a fresh process.

        Raises:
            SandboxError: the sandbox itself failed; nothing is known of the program.
        """
        run = Run(self.server(profile), program, self.limits, self.ahead)
        with run:
            load = run.load()
            if load.outcome is not Outcome.RETURNED:
                return Observed(load, tuple(replace(load, printed="") for _ in scenarios))
            return Observed(load, tuple(run.ask(scenario) for scenario in scenarios))


class Run:
    """One program in one server, in as many children as it wears out."""

    def __init__(self, server: Server, program: Program, limits: Limits, ahead: bool) -> None:
        """Start with no child."""
        self.server, self.program, self.limits, self.ahead = server, program, limits, ahead
        self.child: Child | None = None
        self.broken: Observation | None = None

    def __enter__(self) -> Run:
        """Return itself."""
        return self

    def __exit__(self, *fault: object) -> None:
        """End the child, then fork the next program's ahead."""
        if self.child is not None:
            self.server.end(self.child)
            self.child = None
        if self.ahead and fault[0] is None and self.server.spare is None:
            self.server.spare = self.server.fork()

    def load(self) -> Observation:
        """Run the program's text in a fresh child."""
        self.child = self.server.child()
        seen = self.settle(self.child.ask(self.program, self.limits.load))
        self.broken = None if seen.outcome is Outcome.RETURNED else seen
        return seen

    def ask(self, scenario: Scenario) -> Observation:
        """Run one scenario, in a fresh child where the last one is gone.

        A program that does not load a second time is not tried a third.
        """
        if self.child is None and self.broken is None:
            self.load()
        if self.broken is not None:
            return self.broken
        assert self.child is not None
        return self.settle(self.child.ask(scenario, self.limits.call))

    def settle(self, seen: Observation | None) -> Observation:
        """Turn the end of a child into an outcome, and drop a child that is not to be trusted further."""
        if seen is not None and seen.outcome not in FATAL:
            return seen
        assert self.child is not None
        child, self.child = self.child, None
        # A program can close its pipe and live on; waiting for such a process would never end.
        ended = seen is not None or readable(child.pidfd, END_SECONDS)
        status = self.server.end(child)
        if seen is not None:
            return seen
        if not ended:
            return Observation(Outcome.CRASHED, message="WireError: the pipe was closed")
        return Observation(fate(status), message=describe(status))


def fate(status: int) -> Outcome:
    """Return the outcome that a wait status means for the student."""
    if os.WIFSIGNALED(status):
        return BY_SIGNAL.get(os.WTERMSIG(status), Outcome.CRASHED)
    return Outcome.CRASHED


def describe(status: int) -> str:
    """Say how a process ended."""
    if os.WIFSIGNALED(status):
        return f"Signal: {signal.Signals(os.WTERMSIG(status)).name}"
    return f"Exit: {os.waitstatus_to_exitcode(status)}"


def profile_of(program: Program, scenarios: Iterable[Scenario], allows_torch: bool) -> str:
    """Choose the server for a program: with torch only where the exercise allows it and something uses it."""
    asks = list(scenarios)
    uses = "torch" in program.text or any("torch" in asked.text or has_leaf(asked.args) for asked in asks)
    if not (allows_torch and uses):
        return "numpy"
    return "optim" if "optim" in program.text else "torch"


def has_leaf(value: object) -> bool:
    """Tell whether an input holds a tensor."""
    if isinstance(value, list | tuple):
        return any(has_leaf(item) for item in value)
    return isinstance(value, Leaf)
