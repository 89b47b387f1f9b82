"""Start the server, send a program, collect observations, kill what overstays."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from grader.errors import MissingExtra, SandboxError, UsageError
from grader.inside.observation import (
    Limits,
    Observation,
    Observed,
    Outcome,
    Program,
    Scenario,
    Tier,
)
from grader.sandbox.budget import total
from grader.sandbox.inherited import few_files, got_no_thread, shortages, starved
from grader.sandbox.policy import LAYERS
from grader.sandbox.run import Run
from grader.sandbox.spawn import Spawner
from grader.sandbox.tiers import FORCED, TIERS, Demand, installed, prove, start
from grader.sandbox.zygotes import Zygotes

if TYPE_CHECKING:  # it is for Linux alone
    from grader.sandbox.fork_server import Server

STARVED = "nothing was graded: the program may have got less than it is promised"

REFUSED = "no sandbox, so nothing was run; `grade doctor` says what to do"


@dataclass
class Sandbox:
    """The warm servers of one command, one a profile, started when they are first needed.

    ``ahead`` forks the next program's child while nothing waits for it; a single submission needs none.
    ``demand`` says what must hold; ``tier`` holds to one tier and refuses any other, and so does the
    environment's ``GRADE_TIER``, which weakens no demand.
    ``total`` is the processor time of a whole submission, 0 for the usual.
    ``zygotes`` are what its servers are forked from, where several sandboxes share one import.
    ``without`` switches single ``LAYERS`` off, for tests of the others; nothing outside of tests sets it, and
    the tier is then "weakened".
    """

    limits: Limits = field(default_factory=Limits)
    ahead: bool = True
    demand: Demand = "full"
    tier: Tier | None = None
    without: frozenset[str] = frozenset()
    total: float = 0.0
    zygotes: Zygotes | None = None
    servers: dict[str, Server | Spawner] = field(default_factory=dict)
    left: list[Tier] = field(init=False)
    reasons: list[str] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        """Begin with the strongest tier that may do."""
        unknown = self.without - set(LAYERS)
        if unknown:
            raise ValueError(f"no layers: {sorted(unknown)}")
        self.left = self.tiers()

    def tiers(self) -> list[Tier]:
        """Return the tiers that may do, the strongest first.

        Raises:
            UsageError: the one that the environment holds to is not among them.
        """
        if self.tier:
            return [self.tier]
        forced = os.environ.get(FORCED, "")
        found = [tier for tier in TIERS[self.demand] if forced in ("", tier)]
        if not found:
            enough = ", ".join(TIERS[self.demand])
            raise UsageError(f"{FORCED}={forced}: no protection that is enough here; take one of: {enough}")
        return found

    def __enter__(self) -> Sandbox:
        """Return itself."""
        return self

    def __exit__(self, *fault: object) -> None:
        """End every server."""
        for profile in list(self.servers):
            self.discard(profile)

    def server(self, profile: str) -> Server | Spawner:
        """Return the profile's server, started if need be; it loads its libraries while we go on.

        Raises:
            MissingExtra: the profile's library is not installed.
            SandboxError: none of the tiers that may do starts.
        """
        if profile != "numpy" and not installed("torch"):
            raise MissingExtra("this exercise", "PyTorch", "torch")
        while profile not in self.servers:
            try:
                self.servers[profile] = start(profile, self.left[0], self.without, self.zygotes)
            except SandboxError as fault:
                self.give_up_tier(fault)
        return self.servers[profile]

    def ready(self, profile: str) -> Server | Spawner:
        """Return the profile's server when it has loaded its libraries and passed its self-test.

        Raises:
            SandboxError: no tier that may do holds here; the reasons are named.
        """
        while True:
            server = self.server(profile)
            if server.proved:
                return server
            try:
                if not self.without:
                    prove(server, self.left[0])
                server.proved = True
            except SandboxError as fault:
                self.discard(profile)
                if any(other.proved for other in self.servers.values()):
                    raise
                self.give_up_tier(fault)

    def give_up_tier(self, fault: SandboxError) -> None:
        """Go on with the next weaker tier that may do, never silently: what a report says is what held.

        Raises:
            SandboxError: there is none.
        """
        self.reasons.append(f"{self.left.pop(0)}: {fault}")
        if self.left:
            return
        self.left = self.tiers()
        reasons, self.reasons = self.reasons, []
        raise SandboxError("\n  ".join([REFUSED, *reasons, *few_files()]))

    def discard(self, profile: str) -> None:
        """End a profile's server; the next program that needs one gets a fresh one."""
        server = self.servers.pop(profile, None)
        if server is not None:
            server.close()

    def versions(self, profile: str) -> Mapping[str, str]:
        """Return the library versions of a profile's server."""
        return self.ready(profile).versions

    def seconds(self, limits: Limits) -> float:
        """Return the processor time that a program may take in all."""
        return total(limits, self.total)

    def observe(
        self,
        program: Program,
        scenarios: Sequence[Scenario],
        profile: str,
        limits: Limits | None = None,
        *,
        total: float = 0.0,
    ) -> Observed:
        """Run every scenario on the program, in order, and return what happened.

        After a check that ended the process, or might have harmed it, the next one gets a fresh process.
        ``limits`` and ``total`` take the place of the sandbox's own. Where programs run side by side,
        one that got no thread is observed again, alone: others may have taken them all.

        Raises:
            SandboxError: the sandbox itself failed; nothing is known of the program.
        """
        limits, total = limits or self.limits, total or self.total
        seen = self.observe_here(program, scenarios, profile, limits, total)
        if self.zygotes is not None and got_no_thread(seen):
            with replace(self, ahead=False, tier=self.left[0], zygotes=None, servers={}) as alone:
                seen = alone.observe_here(program, scenarios, profile, limits, total)
        if starved(seen) and (reasons := [*shortages()]):
            raise SandboxError("\n  ".join([STARVED, *reasons]))
        return seen

    def observe_here(
        self, program: Program, scenarios: Sequence[Scenario], profile: str, limits: Limits, total: float
    ) -> Observed:
        """Run every scenario on the program in the profile's server; see ``observe``."""
        server = self.ready(profile)
        tier: Tier = "weakened" if self.without else self.left[0]
        try:
            with Run(server, program, limits, self.ahead, total) as run:
                load = run.load()
                if load.outcome is not Outcome.RETURNED:
                    row = tuple(replace(load, printed="") for _ in scenarios)
                else:
                    row = tuple(each_once(run.ask, scenarios))
        except BaseException:
            # Nobody knows in which state it is: broken, or interrupted in the middle of a message.
            self.discard(profile)
            raise
        return Observed(load, row, server.protections, tier)


def each_once(ask: Callable[[Scenario], Observation], scenarios: Sequence[Scenario]) -> Iterator[Observation]:
    """Yield what every scenario gives; an experiment that feeds several is run once for all of them."""
    from grader.inside import requests, wire  # it takes NumPy, without which a server is started

    known: dict[bytes, Observation] = {}
    for scenario in scenarios:
        if not scenario.only:
            yield ask(scenario)
            continue
        whole = replace(scenario, only=())
        same = requests.request(whole, bytes(wire.NONCE_BYTES))
        if same not in known:
            known[same] = ask(whole)
        yield known[same].cut_to(scenario.only)
