"""Start the server's process: inside bubblewrap, or as it is."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from grader.errors import SandboxError
from grader.sandbox.mounts import DEVICES, INSIDE, SINGLE, SYSTEM, View
from grader.sandbox.policy import FAR_ROOT, bubblewrap

COMMAND = (
    "import sys; control, root, *packages = sys.argv[1:]; sys.path[:] = [*sys.path, *packages, root]; "
    "from grader.inside import bootstrap; bootstrap.main(int(control))"
)

NOT_ROOT = ("--unshare-user", "--uid", "65534", "--gid", "65534", "--cap-drop", "ALL")
"""A user of its own, that is nobody outside."""

ROOT = (
    "--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP",
)  # fmt: skip
"""Root needs no namespace of users; what is left of it serves to become another user, see ``jail``."""

APART = (
    "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try",
    "--hostname", "sandbox", "--new-session", "--as-pid-1", "--chdir", "/",
)  # fmt: skip


START_SECONDS = 30.0
"""How long bubblewrap may take to say which process it has started."""

END_SECONDS = 5.0
"""How long a killed server may take to end."""


@dataclass(frozen=True)
class Started:
    """A server's process: what to wait for, what to kill, and our end of the socket."""

    process: subprocess.Popen[bytes]
    pid: int
    control: socket.socket

    def last_words(self) -> str:
        """Return the end of what the process wrote to its error stream."""
        assert self.process.stderr is not None
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(END_SECONDS)
        try:
            said = read_within(self.process.stderr, END_SECONDS)
        except (OSError, ValueError):  # another thread has found it broken, and closed it
            return "it was ended"
        words = said.decode(errors="replace").strip().splitlines()
        return words[-1] if words else f"exit status {self.process.returncode}"

    def end(self) -> None:
        """End the process and everything in it, whatever it is doing."""
        self.control.close()
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        # Bubblewrap ends when the server has; were it killed first, nobody would reap the server.
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(END_SECONDS)
        self.process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(END_SECONDS)
        if self.process.stderr is not None:
            self.process.stderr.close()


def environment() -> dict[str, str]:
    """Return the server's environment: nothing of ours, one thread, no surprises."""
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    # torch wants to make this folder; one that is there already needs no right to write.
    caches = {"TORCHINDUCTOR_CACHE_DIR": "/"}
    fixed = {"PATH": os.defpath, "LANG": "C.UTF-8", "HOME": "/nonexistent", "PYTHONHASHSEED": "0"}
    return {**threads, **caches, **fixed}


def start(view: View, apart: bool) -> Started:
    """Start a server, in namespaces of its own where ``apart`` says so.

    Raises:
        SandboxError: bubblewrap is missing, or the kernel refuses namespaces.
    """
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        root = FAR_ROOT if apart else view.root
        # -S: no path file of the environment is run, and the search path is the one that we say.
        python = [view.python, "-I", "-S", "-B", "-X", "utf8", "-c", COMMAND]
        words = [*python, str(theirs.fileno()), root, *view.packages]
        try:
            begin = enclosed if apart else bare
            return begin(view, words, ours, theirs.fileno())
        except BaseException:
            ours.close()
            raise


def bare(_: View, words: list[str], control: socket.socket, theirs: int) -> Started:
    """Start the server as a process like any other."""
    process = spawn(words, theirs)
    return Started(process, process.pid, control)


def enclosed(view: View, words: list[str], control: socket.socket, theirs: int) -> Started:
    """Start the server in bubblewrap and learn its process's number, since bubblewrap's own is another."""
    program = bubblewrap()
    if program is None:
        raise SandboxError("bubblewrap (bwrap) is not installed")
    told, tell = os.pipe()
    with os.fdopen(told, "rb") as info:
        try:
            process = spawn([program, *walls(view), "--info-fd", str(tell), "--", *words], theirs, tell)
        finally:
            os.close(tell)
        text = read_within(info, START_SECONDS)
    with contextlib.suppress(ValueError, KeyError):
        return Started(process, int(json.loads(text)["child-pid"]), control)
    process.kill()
    assert process.stderr is not None
    with process.stderr as errors:
        says = read_within(errors, END_SECONDS).decode(errors="replace").strip().splitlines()
    process.wait(END_SECONDS)
    raise SandboxError(says[-1] if says else "bubblewrap (bwrap) ended at once")


def read_within(stream: IO[bytes], seconds: float) -> bytes:
    """Return what a pipe holds until its end, or until the time is over: another process may keep it open."""
    deadline, data = time.monotonic() + seconds, bytearray()
    poll = select.poll()
    poll.register(stream, select.POLLIN)
    while poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
        piece = os.read(stream.fileno(), 1 << 16)
        if not piece or len(data) > WORDS_AT_MOST:
            break
        data += piece
    return bytes(data)


WORDS_AT_MOST = 1 << 20
"""Bytes of a process's last words that are read."""


def spawn(words: list[str], *files: int) -> subprocess.Popen[bytes]:
    """Start a process of a session of its own, so that Ctrl-C reaches us alone."""
    if threading.current_thread() is threading.main_thread():
        # Whoever started us may have ignored the end of children: bubblewrap would wait for it for ever.
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    return subprocess.Popen(
        [*without_capabilities(), *words],
        pass_fds=files,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd="/",
        start_new_session=True,
    )


DROP = """
import ctypes, os, struct, sys
libc = ctypes.CDLL(None, use_errno=True)
libc.prctl(47, 4, 0, 0, 0)
if libc.capset(struct.pack("<Ii", 0x20080522, 0), bytes(24)):
    sys.exit("capset: " + os.strerror(ctypes.get_errno()))
os.execv(sys.argv[1], sys.argv[1:])
"""
"""Gives up the ambient capabilities and all others, and becomes another program."""


def without_capabilities() -> list[str]:
    """Return what to put before a command, so that an ordinary user's process starts it without capabilities.

    Containers and services hand some down; bubblewrap refuses to start with any.
    """
    if os.getuid() == 0 or not capable():
        return []
    return [sys.executable, "-I", "-S", "-c", DROP]


def capable() -> bool:
    """Tell whether this process has a capability, or would hand one down."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return False
    sets = (line.split(":") for line in lines if line.startswith(("CapInh:", "CapPrm:", "CapAmb:")))
    return any(int(bits, 16) for _, bits in sets)


def walls(view: View) -> Iterator[str]:
    """Yield bubblewrap's options: a view in which nothing can be written and nothing of ours can be read."""
    yield from APART
    yield from ROOT if os.getuid() == 0 else NOT_ROOT
    ours = {f"{FAR_ROOT}/{path}": f"{view.root}/{path}" for path in INSIDE}
    shown = {path: path for path in (view.python, *view.shown)} | ours
    # Folders that bubblewrap makes by itself are open to root alone, and root is what the server gives up.
    places = [*SYSTEM, *shown, *DEVICES, *SINGLE]
    for folder in dict.fromkeys(folder for path in places for folder in reversed(Path(path).parents)):
        yield from ("--dir", str(folder))
    yield from system()
    for path, source in shown.items():
        yield from ("--ro-bind", source, path)
    for path in view.hidden:
        yield from ("--tmpfs", path, "--remount-ro", path)
    yield from ("--remount-ro", "/")


def system() -> Iterator[str]:
    """Yield the options that show the system's libraries and devices."""
    for path in SYSTEM:
        if os.path.islink(path):
            yield from ("--symlink", os.readlink(path), path)
        elif os.path.isdir(path):
            yield from ("--ro-bind", path, path)
    for path in DEVICES:
        yield from ("--dev-bind", path, path)
    for path in SINGLE:
        yield from ("--ro-bind-try", path, path)
