"""One import of the libraries for all sandboxes of a command: warm processes that only fork servers."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING

from grader.errors import SandboxError

if TYPE_CHECKING:  # it is for Linux alone
    from grader.sandbox.fork_server import Server

PROFILES = ("numpy", "torch", "optim")

BUILT_ON: Mapping[str, str] = {"optim": "torch"}
"""Profiles that need another one's libraries, see the same files, and load something more."""


class Zygotes:
    """The zygotes of a command, one a profile and set of layers; to be used from several threads.

    ``at_once`` is how many programs run side by side in their servers.
    """

    def __init__(self, at_once: int = 1) -> None:
        """Start nothing yet."""
        self.at_once = at_once
        self.warm: dict[tuple[str, frozenset[str]], Server] = {}
        self.locks = {profile: threading.Lock() for profile in PROFILES}

    def __enter__(self) -> Zygotes:
        """Return itself."""
        return self

    def __exit__(self, *fault: object) -> None:
        """End all of them."""
        self.close()

    def server(self, profile: str, layers: frozenset[str]) -> Server:
        """Return a new server, forked from the profile's zygote.

        Raises:
            SandboxError: a fresh zygote does not start or fork; one that has ended is replaced.
        """
        return self.fork(profile, layers, profile)

    def fork(self, of: str, layers: frozenset[str], profile: str) -> Server:
        """Return a server of a profile, forked from the zygote ``of`` the same or of what it is built on."""
        was_there = (of, layers) in self.warm
        zygote = self.zygote(of, layers)
        try:
            return zygote.fork_server(profile)
        except SandboxError:
            self.discard(of, layers, zygote)
            if not was_there:
                raise
        return self.zygote(of, layers).fork_server(profile)

    def zygote(self, profile: str, layers: frozenset[str]) -> Server:
        """Return a profile's zygote, started where there is none; it loads its libraries while we go on.

        Raises:
            SandboxError: it does not start with these layers.
        """
        with self.locks[profile]:
            if (profile, layers) not in self.warm:
                self.warm[profile, layers] = self.started(profile, layers)
            return self.warm[profile, layers]

    def started(self, profile: str, layers: frozenset[str]) -> Server:
        """Start a zygote, or fork it from the one that it is built on."""
        if profile in BUILT_ON:
            return self.fork(BUILT_ON[profile], layers, profile)
        from grader.sandbox.fork_server import Server

        return Server(profile, layers, self.at_once)

    def discard(self, profile: str, layers: frozenset[str], zygote: Server) -> None:
        """End a zygote, and with it the servers that it forked; not one that has taken its place already."""
        with self.locks[profile]:
            if self.warm.get((profile, layers)) is not zygote:
                return
            del self.warm[profile, layers]
        zygote.close()

    def close(self) -> None:
        """End all of them, and everything that they forked, whatever it is doing."""
        for (profile, layers), zygote in list(self.warm.items()):
            self.discard(profile, layers, zygote)
