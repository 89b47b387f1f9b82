"""The sandbox attacks itself at every start: what it claims to hold is tried before any program runs."""

from __future__ import annotations

import signal
import socket
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from grader.errors import SandboxError
from grader.inside.observation import Observation, Outcome, Program, Scenario
from grader.sandbox.child import Child

SECRET = "canary"

ATTACKS: Mapping[str, frozenset[str]] = {
    "read a file": frozenset({"namespaces", "landlock"}),
    "see that a file is there": frozenset({"namespaces"}),
    "change a file": frozenset({"namespaces", "landlock"}),
    "make a file": frozenset({"namespaces", "landlock"}),
    "open a socket": frozenset({"seccomp"}),
    "reach a port of this machine": frozenset({"namespaces", "seccomp"}),
    "start a process": frozenset({"seccomp"}),
    "run another program": frozenset({"seccomp"}),
    "send the server a signal": frozenset({"seccomp"}),
    "change the server's limits": frozenset({"seccomp"}),
    "see processes": frozenset({"namespaces"}),
    "keep rights of root": frozenset({"user"}),
    "write without limit": frozenset({"limits"}),
    "use memory without limit": frozenset({"limits"}),
    "find open files": frozenset({"files"}),
}
"""What the probe tries, in its order, and the layers any one of which must stop it."""

TRIPWIRE = "trace a process"
"""What a second probe tries; it must die of it where seccomp holds."""

PROBE = """
import ctypes, os, resource, signal, socket

def won(attack):
    try:
        return bool(attack())
    except (OSError, ValueError):
        return False

def change(path):
    with open(path, "r+") as file:
        return file.write("changed")

def make(path):
    with open(path, "w"):
        return True

def reach(port):
    with socket.create_connection(("127.0.0.1", port), 1):
        return True

def start():
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    return os.waitpid(pid, 0)

def run_another():
    try:
        os.execv("/nonexistent/program", ["program"])
    except FileNotFoundError:
        return True

def change_limits():
    server = os.getppid()
    return resource.prlimit(server, resource.RLIMIT_CORE, resource.prlimit(server, resource.RLIMIT_CORE))

def signals():
    os.kill(os.getppid(), 0)
    return True

def is_open(fd):
    try:
        return os.fstat(fd)
    except OSError:
        return False

def capable():
    header, data = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    return ctypes.CDLL(None).capget(header, data) == 0 and any(data)

def unlimited(what):
    return resource.getrlimit(what)[1] == resource.RLIM_INFINITY

def probe(canary, port):
    return [won(attack) for attack in (
        lambda: open(canary).read(),
        lambda: os.stat(canary),
        lambda: change(canary),
        lambda: make(canary + ".made"),
        lambda: socket.socket(),
        lambda: reach(port),
        start,
        run_another,
        signals,
        change_limits,
        lambda: os.path.exists("/proc/self/status"),
        capable,
        lambda: unlimited(resource.RLIMIT_FSIZE),
        lambda: unlimited(resource.RLIMIT_AS),
        lambda: any(is_open(fd) for fd in range(5, 256)),
    )]

def trip():
    return ctypes.CDLL(None).ptrace(0, 0, 0, 0)
"""

SECONDS = 20.0
"""How long the probe may take."""


class Tried(Protocol):
    """A server that can be tried."""

    @property
    def held(self) -> frozenset[str]:
        """The layers that are said to hold."""

    def child(self) -> Child:
        """Return a fresh child."""

    def end(self, child: Child) -> int:
        """End it and return its wait status."""


def prove(server: Tried) -> None:
    """Attack from inside a child what the server says to hold.

    Raises:
        SandboxError: an attack won that a layer should have stopped; it is named.
    """
    held = server.held
    if not held:  # nothing to attack, and perhaps none of the means to do it: Windows has no ``resource``
        answers(server)
        return
    won = [attack for attack in wins(server) if ATTACKS[attack] & held]
    if "seccomp" in held and not trips(server):
        won.append(TRIPWIRE)
    if won:
        raise SandboxError(f"the self-test of the sandbox could {', '.join(won)}")


def answers(server: Tried) -> None:
    """Have a child run one plain call.

    Raises:
        SandboxError: it did not.
    """
    child = server.child()
    try:
        seen = child.ask(Program("def probe():\n    return 7\n"), SECONDS)
        if seen is not None and seen.outcome is Outcome.RETURNED:
            seen = child.ask(Scenario("returns", "probe", ()), SECONDS)
    finally:
        server.end(child)
    if seen is None or "probe" not in seen.values:
        says = str(seen.error) if seen is not None else "its process ended"
        raise SandboxError(f"the self-test of the sandbox did not run: {says}")


def wins(server: Tried) -> tuple[str, ...]:
    """Return the attacks that win in a child; a canary, and a port of ours, are what it is after."""
    with tempfile.TemporaryDirectory(prefix="grade-") as folder, socket.socket() as port:
        Path(folder).chmod(0o755)  # so that only the sandbox stands between
        canary = Path(folder, "canary")
        canary.write_text(SECRET, encoding="utf-8")
        canary.chmod(0o644)
        port.bind(("127.0.0.1", 0))
        port.listen()
        seen, _ = tried(server, "probe", str(canary), port.getsockname()[1])
        touched = canary.read_text(encoding="utf-8") != SECRET or len(list(Path(folder).iterdir())) > 1
    answers = seen.values.get("probe") if seen is not None else None
    if answers is None or answers.shape != (len(ATTACKS),):
        says = str(seen.error) if seen is not None else "its process ended"
        raise SandboxError(f"the self-test of the sandbox did not run: {says}")
    won = tuple(attack for attack, hit in zip(ATTACKS, answers, strict=True) if hit)
    return (*won, "change a file") if touched else won


def trips(server: Tried) -> bool:
    """Tell whether a system call that no homework makes ends the process."""
    seen, status = tried(server, "trip")
    return seen is None and status == signal.SIGSYS


def tried(server: Tried, task: str, *args: object) -> tuple[Observation | None, int]:
    """Return what one call of the probe gave, None where its process ended, and the wait status."""
    child = server.child()
    seen = None
    try:
        loaded = child.ask(Program(PROBE), SECONDS)
        if loaded is not None and loaded.outcome is Outcome.RETURNED:
            labels = ("canary", "port")[: len(args)]
            seen = child.ask(Scenario("returns", task, args, labels), SECONDS)
        else:
            seen = loaded
    finally:
        status = server.end(child)
    return seen, status
