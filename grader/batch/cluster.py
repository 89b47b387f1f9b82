"""Watch programs on a Dask cluster: send them out, take observations back, do without lost workers."""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Sequence
from typing import Any

from grader.batch import remote
from grader.batch.pool import Pool
from grader.errors import MissingExtra, SandboxError, UsageError
from grader.inside.observation import Limits, Observed, Program, Scenario
from grader.sandbox.zygotes import Zygotes
from grader.words.catalogue import sentence
from grader.words.plain import as_line

CONNECT_SECONDS = 10.0

PATIENCE_SECONDS = 120.0
"""How long a run waits for a worker where there is none: a batch scheduler may be about to start one."""

LOOK_SECONDS = 5.0
"""How often it looks meanwhile."""

TRIES = 10
"""How often a program is sent out where workers refuse it or are lost."""

ON_THE_WAY = 2
"""Programs sent out for each thread of a worker, so that none waits for the next."""


class Cluster:
    """A connection to a scheduler, and the workers that have refused."""

    def __init__(self, address: str, limits: Limits, total: float = 0.0) -> None:
        """Connect; ``total`` is a submission's processor time, 0 for the usual.

        Raises:
            UsageError: the extra is not installed, or nobody answers there.
        """
        try:
            import distributed
        except ImportError:
            raise MissingExtra("--cluster", "Dask", "cluster") from None
        # What is lost here is said by us; the library logs a traceback where it was just sending something.
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        try:
            connect: Any = distributed.Client
            self.client = connect(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError, ImportError, RuntimeError) as fault:
            raise UsageError(sentence("batch.cluster.no_scheduler", address=address, fault=fault)) from None
        self.address, self.limits, self.total = address, limits, total
        self.refused: dict[str, str] = {}
        self.lock = threading.Lock()

    def threads(self) -> dict[str, int]:
        """Return every worker that has not refused, with its threads.

        Raises:
            SandboxError: the scheduler is gone.
        """
        try:
            found = self.client.nthreads()
        except Exception as fault:  # whatever the library raises when its connection is gone
            raise self.gone(fault) from None
        return {worker: many for worker, many in found.items() if worker not in self.refused}

    def gone(self, fault: BaseException) -> SandboxError:
        """Return the error for a cluster that does not answer."""
        said = f"{type(fault).__name__}: {fault}"
        return SandboxError(sentence("batch.cluster.gone", address=self.address, fault=said))

    def jobs(self) -> int:
        """Return how many programs to send out at once; waits for the first worker.

        Raises:
            SandboxError: there is none.
        """
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not self.threads():
            if time.monotonic() > deadline:
                raise SandboxError(sentence("batch.cluster.empty", address=self.address))
            time.sleep(LOOK_SECONDS / 10)
        return ON_THE_WAY * sum(self.threads().values())

    def refuse(self, fault: remote.Refused) -> None:
        """Note a worker's refusal and say so once."""
        worker = str(fault).partition(": ")[0]
        with self.lock:
            if worker not in self.refused:
                print(as_line(f"grade: {fault}"), file=sys.stderr)
            self.refused[worker] = str(fault)

    def close(self) -> None:
        """Leave the cluster; what is still under way there is dropped."""
        self.client.close(timeout=CONNECT_SECONDS)


class Remote:
    """Stands where a sandbox would: watches a program somewhere in a cluster."""

    servers: dict[str, object]

    def __init__(self, cluster: Cluster) -> None:
        """Use a cluster."""
        self.cluster, self.servers = cluster, {}

    def __exit__(self, *fault: object) -> None:
        """Nothing of this machine is to end."""

    def observe(
        self,
        program: Program,
        scenarios: Sequence[Scenario],
        profile: str,
        limits: Limits | None = None,
        *,
        total: float = 0.0,
    ) -> Observed:
        """Return what happened to a program on some worker; a lost worker costs another try.

        Raises:
            SandboxError: no worker could watch it.
        """
        from distributed import KilledWorker

        most, seconds = limits or self.cluster.limits, total or self.cluster.total
        asked = remote.work(program, scenarios, profile, most, seconds)
        said: BaseException = SandboxError(sentence("batch.cluster.nobody"))
        for _ in range(TRIES):
            workers = list(self.workers(said))
            try:
                future = self.cluster.client.submit(
                    remote.watch, asked, pure=False, workers=workers, allow_other_workers=True
                )
                return remote.observed(self.wait(future))
            except remote.Refused as fault:
                self.cluster.refuse(fault)
                said = fault
            except KilledWorker as fault:
                said = fault
            except SandboxError:
                raise
            except Exception as fault:  # whatever the library raises for a worker without the grader, say
                raise self.cluster.gone(fault) from None
        raise SandboxError(str(said))

    def workers(self, said: BaseException) -> dict[str, int]:
        """Return the workers to ask; where every one has refused, raise what the last one said."""
        found = self.cluster.threads()
        if not found and self.cluster.refused:
            raise SandboxError(
                str(said) if isinstance(said, remote.Refused) else min(self.cluster.refused.values())
            )
        return found

    def wait(self, future: Any) -> remote.Answer:
        """Wait for an answer as long as there is anybody who may give one.

        Raises:
            SandboxError: there is nobody, and nobody comes.
        """
        alone = time.monotonic()
        while True:
            try:
                answer: remote.Answer = future.result(timeout=LOOK_SECONDS)
                return answer
            except TimeoutError:
                if self.cluster.threads():
                    alone = time.monotonic()
                elif time.monotonic() - alone > PATIENCE_SECONDS:
                    future.cancel()
                    raise SandboxError(sentence("batch.cluster.lost", address=self.cluster.address)) from None


class ClusterPool(Pool):
    """Threads that each wait for a program sent out."""

    def __init__(self, address: str, limits: Limits, total: float = 0.0) -> None:
        """Connect and look how many workers there are.

        Raises:
            UsageError: nobody answers there.
            SandboxError: there are no workers.
        """
        self.cluster = Cluster(address, limits, total)
        super().__init__(Zygotes(self.cluster.jobs()), limits, lambda *_: Remote(self.cluster))

    def __exit__(self, *fault: Any) -> None:
        """Drop what is under way, then leave."""
        if fault[0] is not None:
            self.cluster.close()
        super().__exit__(*fault)
        if fault[0] is None:
            self.cluster.close()
