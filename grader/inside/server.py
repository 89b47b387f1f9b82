"""Stay warm with the libraries loaded; fork one jailed child per program, or another server.

Started by the client as a process of its own. It reads no program: the parent's pipe to the child is
passed through as an open file, so that no student's text is ever in memory that a later child inherits.

    parent → server   a plan (JSON): profile, layers, filters, paths, see ``policy.py``
    server → parent   ready (JSON): versions and what the kernel offers
    parent → server   b"F" with two files (requests, replies)   fork a child
    server → parent   pid, with a pidfd
    parent → server   b"S" profile with one file (control)       fork a server that serves there
    server → parent   pid, with a pidfd
    parent → server   b"W" pid                                   reap that process
    server → parent   wait status
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import struct
from dataclasses import dataclass
from typing import Any

from grader.inside import jail, landlock
from grader.inside.preload import warm
from grader.inside.serve import REPLIES, REQUESTS, serve


@dataclass(frozen=True)
class Cell:
    """What every child of this server is held to.

    ``rules`` is an open Landlock ruleset or None; ``memory`` counts bytes, ``threads`` those of the user.
    """

    layers: frozenset[str]
    rules: int | None
    filter: bytes
    own_pid: bytes
    memory: int
    threads: int
    server: int


def main(control: socket.socket, plan: dict[str, Any]) -> None:
    """Load the profile's libraries, say that we are ready, serve until the parent is gone."""
    told = warm(plan["profile"])
    cell = cell_of(plan)
    # What is alive now is shared with every child; keep the collector from touching its pages.
    gc.collect()
    gc.freeze()
    control.send(json.dumps({**told, "landlock": landlock.version(), "user": os.getuid()}).encode())
    while True:
        message, files, _, _ = socket.recv_fds(control, 64, 2)
        if not message:
            return
        if message[:1] == b"F":
            fork(control, files, cell)
        elif message[:1] == b"S":
            fork_server(control, files, {**plan, "profile": message[1:].decode()})
        else:
            (pid,) = struct.unpack("<i", message[1:])
            _, status = os.waitpid(pid, 0)
            control.send(struct.pack("<i", status))


def cell_of(plan: dict[str, Any]) -> Cell:
    """Prepare once what every child will need."""
    layers = frozenset(plan["layers"])
    return Cell(
        layers=layers,
        rules=landlock.ruleset(plan["readable"], plan["listed"], plan["devices"])
        if "landlock" in layers
        else None,
        filter=bytes.fromhex(plan["filter"]),
        own_pid=bytes.fromhex(plan["own_pid"]),
        memory=jail.size() + jail.MEMORY_BYTES,
        threads=plan["threads"],
        server=os.getpid(),
    )


def fork(control: socket.socket, files: list[int], cell: Cell) -> None:
    """Fork a child on the two given pipes and hand the parent its pidfd."""
    requests, replies = files
    pid = os.fork()
    if pid == 0:
        try:
            become_child(requests, replies, cell)
        finally:
            os._exit(98)  # reached only where locking down failed: run nothing
    hand_over(control, pid, files)


def fork_server(control: socket.socket, files: list[int], plan: dict[str, Any]) -> None:
    """Fork a server for another profile on the given socket and hand the parent its pidfd.

    It has the same view and the same rights as this one, which gave up its own before it loaded anything.
    """
    parent = os.getpid()
    pid = os.fork()
    if pid == 0:
        try:
            jail.die_with(parent)
            control.close()  # held open, it would hide this process's own end from the grader
            main(socket.socket(fileno=files[0]), plan)
        finally:
            os._exit(0)
    hand_over(control, pid, files)


def hand_over(control: socket.socket, pid: int, files: list[int]) -> None:
    """Close what a new process has now, and tell the parent its number, with the handle to kill it."""
    for file in files:
        os.close(file)
    pidfd = os.pidfd_open(pid)
    socket.send_fds(control, [struct.pack("<i", pid)], [pidfd])
    os.close(pidfd)


def become_child(requests: int, replies: int, cell: Cell) -> None:
    """Lock this process down, then serve one program; never return."""
    lock(requests, replies, cell)
    serve()
    os._exit(0)


def lock(requests: int, replies: int, cell: Cell) -> None:
    """Take every right away, seccomp last, since it takes away the means to take.

    Raises:
        OSError: something could not be taken; the child then ends without running anything.
    """
    jail.die_with(cell.server)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if cell.rules is not None:
        jail.files(cell.rules)
    if "files" in cell.layers:
        jail.leave_session()
        jail.only_these(requests, replies)
    else:
        os.dup2(requests, REQUESTS)
        os.dup2(replies, REPLIES)
    if "limits" in cell.layers:
        jail.limits(cell.memory, cell.threads)
    if "user" in cell.layers:
        jail.not_dumpable()
    if "seccomp" in cell.layers:
        jail.seccomp(cell.filter, cell.own_pid)
