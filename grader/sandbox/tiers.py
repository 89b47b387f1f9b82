"""The tiers of protection: which would do, and how a server of one is started and shows that it holds."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from grader.errors import SandboxError
from grader.inside.observation import Tier
from grader.sandbox import self_test, spawn
from grader.sandbox.policy import LAYERS, PROCESS_LAYERS, known_machine
from grader.sandbox.spawn import Spawner
from grader.sandbox.zygotes import Zygotes

if TYPE_CHECKING:  # it is for Linux alone
    from grader.sandbox.fork_server import Server

LEAST_LANDLOCK = 3
"""The version of Landlock (Linux 6.2) from which on it may be leaned on alone."""

Demand = Literal["full", "own", "container", "unsafe"]
"""full: namespaces or kernel-only, else SandboxError. own: the strongest there is, for somebody's own code.
container: at least system calls and a user without rights, on somebody's word. unsafe: none, always.
"""

TIERS: Mapping[Demand, tuple[Tier, ...]] = {
    "full": ("namespaces", "kernel-only"),
    "container": ("namespaces", "kernel-only", "container"),
    "own": ("namespaces", "kernel-only", "process"),
    "unsafe": ("none",),
}
"""The tiers that a demand accepts, the strongest first."""

FORCED = "GRADE_TIER"
"""The environment variable that holds to one of the tiers that would do, as another machine might have it."""


def installed(library: str) -> bool:
    """Tell whether a library can be imported here, without doing it."""
    try:
        return importlib.util.find_spec(library) is not None
    except ValueError:  # None in its place says that it must not be
        return False


def start(
    profile: str, tier: Tier, without: frozenset[str], zygotes: Zygotes | None = None
) -> Server | Spawner:
    """Start a server of a tier, or have a zygote fork one.

    Raises:
        SandboxError: this machine does not offer the tier.
    """
    if tier in ("process", "none") and not spawn.can_fork():
        return Spawner(profile)
    if tier not in ("process", "none") and not known_machine():
        raise SandboxError("there are system call filters for Linux on x86_64 and aarch64 only")
    from grader.sandbox.fork_server import Server

    return (zygotes.server if zygotes else Server)(profile, layers_of(tier) - without)


def layers_of(tier: Tier) -> frozenset[str]:
    """Return the layers that a tier consists of."""
    if tier in ("process", "none"):
        return PROCESS_LAYERS
    missing: Mapping[Tier, frozenset[str]] = {
        "container": frozenset({"namespaces", "landlock"}),
        "kernel-only": frozenset({"namespaces"}),
    }
    return frozenset(LAYERS) - missing.get(tier, frozenset())


def prove(server: Server | Spawner, tier: Tier) -> None:
    """Have a server show that it holds what its tier promises.

    Raises:
        SandboxError: it does not; what is missing is named.
    """
    if tier == "kernel-only" and server.ready["landlock"] < LEAST_LANDLOCK:
        raise SandboxError("this kernel has no Landlock of version 3 (Linux 6.2 or newer, and switched on)")
    self_test.prove(server)
