"""Stay warm with the libraries loaded; fork one jailed child per program.

Started by the client as a process of its own. It reads no program: the parent's pipe to the child is
passed through as an open file, so that no student's text is ever in memory that a later child inherits.

    parent → server   b"F" with two files (requests, replies)   fork a child
    server → parent   pid, with a pidfd
    parent → server   b"W" pid                                   reap that child
    server → parent   wait status
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import platform
import signal
import socket
import struct
import sys
import warnings
from typing import Any

import numpy as np

from grader import observe, program
from grader.observation import Observation, Outcome, Program
from grader.sandbox import jail, wire

REQUESTS, REPLIES = 3, 4


def main(control_fd: int, profile: str) -> None:
    """Load the profile's libraries, say that we are ready, serve until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends us
    control = socket.socket(fileno=control_fd)
    versions = warm(profile)
    # What is alive now is shared with every child; keep the collector from touching its pages.
    gc.collect()
    gc.freeze()
    control.send(json.dumps({"versions": versions}).encode())
    while True:
        message, files, _, _ = socket.recv_fds(control, 64, 2)
        if not message:
            return
        if message[:1] == b"F":
            fork(control, files)
        else:
            (pid,) = struct.unpack("<i", message[1:])
            _, status = os.waitpid(pid, 0)
            control.send(struct.pack("<i", status))


def warm(profile: str) -> dict[str, str]:
    """Import what programs of this profile may use; return the versions.

    numpy: no torch, and none can be imported. torch: torch on one thread. optim: optimisers as well.
    """
    np.linalg.inv(np.eye(2))  # the first call loads LAPACK
    np.random.default_rng(0).normal(size=2)
    versions = {"python": platform.python_version(), "numpy": np.__version__}
    if profile == "numpy":
        # None in sys.modules makes "import torch" fail at once.
        sys.modules["torch"] = None  # type: ignore[assignment]
        return versions
    torch = importlib.import_module("torch")
    # A second thread used before a fork leaves every child waiting for it (pytorch issue 17199).
    torch.set_num_threads(1)
    leaf = torch.ones(2, requires_grad=True)
    (leaf * leaf).sum().backward()
    if profile == "optim":
        for optimiser in (torch.optim.SGD, torch.optim.Adam):
            optimiser([leaf], lr=0.0).step()
    return {**versions, "torch": str(torch.__version__)}


def fork(control: socket.socket, files: list[int]) -> None:
    """Fork a child on the two given pipes and hand the parent its pidfd."""
    requests, replies = files
    pid = os.fork()
    if pid == 0:
        try:
            become_child(requests, replies)
        finally:
            os._exit(98)  # reached only where locking down failed: run nothing
    os.close(requests)
    os.close(replies)
    pidfd = os.pidfd_open(pid)
    socket.send_fds(control, [struct.pack("<i", pid)], [pidfd])
    os.close(pidfd)


def become_child(requests: int, replies: int) -> None:
    """Lock this process down, then serve one program; never return."""
    jail.leave_session()
    jail.only_these(requests, replies)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    jail.lock()
    os.write(REPLIES, wire.LOCKED)
    warnings.simplefilter("ignore")
    serve()
    os._exit(0)


def serve() -> None:
    """Load the program that comes first, then answer scenarios until the parent hangs up."""
    space: dict[str, Any] = {}
    loaded = Program("")
    while True:
        nonce, body = receive()
        if not body:
            return
        message = wire.read_request(body)
        if isinstance(message, Program):
            loaded = message
            space, seen = program.load(loaded)
        else:
            seen = observe.run(space, loaded.names, message, loaded.filename)
        send(seen, nonce)


def receive() -> tuple[bytes, bytes]:
    """Return nonce and body of the next request, empty where the parent has hung up."""
    head = read_exactly(wire.LENGTH.size)
    if not head:
        return b"", b""
    (size,) = wire.LENGTH.unpack(head)
    frame = read_exactly(size)
    return frame[: wire.NONCE_BYTES], frame[wire.NONCE_BYTES :]


def read_exactly(size: int) -> bytes:
    """Read that many bytes from the requests, or nothing at the end."""
    data = bytearray()
    while len(data) < size:
        piece = os.read(REQUESTS, size - len(data))
        if not piece:
            return b""
        data += piece
    return bytes(data)


def send(seen: Observation, nonce: bytes) -> None:
    """Answer with an observation, or with what is wrong with it where it is too large to travel."""
    try:
        data = wire.reply(seen, nonce)
    except wire.WireError as fault:
        data = wire.reply(Observation(Outcome.RAISED, message=f"TooLarge: {fault}"), nonce)
    view = memoryview(data)
    while view:
        view = view[os.write(REPLIES, view) :]
