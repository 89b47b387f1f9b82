"""The server's first breath: take the plan, give up rights, and only then load anything."""

from __future__ import annotations

import fcntl
import json
import os
import resource
import signal
import socket
from typing import Any

from grader.inside import jail

PLAN_AT_MOST = 1 << 17
"""Bytes of a plan."""

HIGH = 20
"""The control socket's number is at least this, out of the way of a child's own five files."""


def main(control_fd: int) -> None:
    """Become the server that the parent's plan describes; serve until the parent is gone."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # ignored, the kernel would reap our children for us
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends us
    control = socket.socket(fileno=fcntl.fcntl(control_fd, fcntl.F_DUPFD_CLOEXEC, HIGH))
    os.close(control_fd)
    plan = json.loads(control.recv(PLAN_AT_MOST))
    give_up(plan)
    from grader.inside import server

    server.main(control, plan)
    os._exit(0)  # the parent is gone: nobody waits for an orderly end, and a child may still run


def give_up(plan: dict[str, Any]) -> None:
    """Give up what the server itself needs no more.

    Raises:
        OSError: the kernel does not take it.
    """
    layers = plan["layers"]
    if "limits" in layers:
        jail.limit(resource.RLIMIT_NOFILE, jail.SERVER_FILES)
        jail.limit(resource.RLIMIT_CORE, 0)
    if "user" in layers and os.getuid() == 0:
        jail.drop_user(plan["user"], plan["spare_user"])
    elif "user" in layers:
        jail.drop_capabilities()  # some may have been handed down
    if {"user", "outer", "landlock", "seccomp"} & set(layers):
        jail.no_new_privileges()
    if "user" in layers:
        jail.not_dumpable()
    if "outer" in layers:
        jail.seccomp(bytes.fromhex(plan["outer"]))
