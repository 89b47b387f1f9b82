"""Servers that share one import of the libraries hold what servers of their own hold."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import endurance
import pytest
from machine import needs
from programs import asked, program

from grader.errors import SandboxError
from grader.inside.observation import Limits, Observation, Outcome, Tier
from grader.sandbox.client import Sandbox, got_no_thread
from grader.sandbox.mounts import view
from grader.sandbox.policy import LAYERS, THREADS, plan
from grader.sandbox.zygotes import Zygotes

ONE = "def f(): return 1\n"
OPTIMISER = """
import torch

def f():
    w = torch.ones(1, requires_grad=True)
    w.sum().backward()
    torch.optim.SGD([w], lr=0.5).step()
    return w
"""

HOG = """
import threading, time

threading.stack_size(65536)

def f():
    try:
        while True:
            threading.Thread(target=time.sleep, args=(4,), daemon=True).start()
    except RuntimeError:
        time.sleep(3)
"""
MODEST = """
import threading, time

def f():
    for _ in range(100):
        threading.Thread(target=int).start()
        time.sleep(0.02)
    return 1
"""


@pytest.fixture
def zygotes() -> Iterator[Zygotes]:
    """Return zygotes that are ended afterwards."""
    with Zygotes(2) as made:
        yield made


def ask(sandbox: Sandbox, text: str = ONE, profile: str = "numpy") -> Observation:
    """Run a program and call its f."""
    return sandbox.observe(program(text), [asked("f")], profile).row[0]


@pytest.mark.parametrize("tier", ["namespaces", "kernel-only", "process"])
def test_two_sandboxes_share_one_import(tier: Tier, zygotes: Zygotes):
    """Each has a server of its own, which passes its own self-test; the zygote stays the same."""
    if tier != "process":
        needs(tier)
    with Sandbox(tier=tier, zygotes=zygotes) as first, Sandbox(tier=tier, zygotes=zygotes) as second:
        assert [ask(one).values["f"] for one in (first, second)] == [1, 1]
        servers = [one.ready("numpy") for one in (first, second)]
        assert len({server.pid for server in servers}) == 2
        assert all(server.proved for server in servers)
        assert [zygote.pid for zygote in zygotes.warm.values()] == [servers[0].process.zygote.pid]
        assert first.observe(program(ONE), [], "numpy").tier == tier


def test_the_protections_are_those_of_a_server_of_its_own(zygotes: Zygotes):
    """What a report names is the same."""
    with Sandbox(zygotes=zygotes) as shared, Sandbox() as alone:
        assert shared.ready("numpy").protections == alone.ready("numpy").protections


def test_a_server_that_dies_takes_no_other_with_it(zygotes: Zygotes):
    """The sandbox beside it goes on, and the next program gets a fresh server from the same zygote."""
    with Sandbox(zygotes=zygotes) as first, Sandbox(zygotes=zygotes) as second:
        assert ask(first).values["f"] == ask(second).values["f"] == 1
        os.kill(first.ready("numpy").pid, signal.SIGKILL)
        with pytest.raises(SandboxError, match="the sandbox"):
            [ask(first) for _ in range(2)]  # the spare that was forked ahead dies with it, or its successor
        assert ask(second).values["f"] == ask(first).values["f"] == 1
        assert len(zygotes.warm) == 1


def test_a_zygote_that_dies_is_replaced(zygotes: Zygotes):
    """Its servers and their programs end with it, and the next program gets a new one of the same tier."""
    with Sandbox(zygotes=zygotes) as sandbox:
        tier = sandbox.observe(program(ONE), [], "numpy").tier
        (zygote,) = zygotes.warm.values()
        threading.Timer(0.3, os.kill, (zygote.pid, signal.SIGKILL)).start()
        with pytest.raises(SandboxError):
            ask(sandbox, "import time\ndef f(): time.sleep(3)\n")
        assert ask(sandbox).values["f"] == 1
        assert sandbox.observe(program(ONE), [], "numpy").tier == tier


def test_a_zygote_that_ends_before_it_is_asked(zygotes: Zygotes):
    """One that has ended before it was asked for anything is replaced."""
    layers = frozenset({"files", "limits"})
    os.kill(zygotes.zygote("numpy", layers).pid, signal.SIGKILL)
    broken = zygotes.zygote("numpy", layers)
    server = zygotes.server("numpy", layers)
    assert server.ready
    server.close()
    assert zygotes.zygote("numpy", layers) is not broken


def test_a_late_discard_spares_the_one_in_its_place(zygotes: Zygotes):
    """Of two that a broken zygote failed, the slower one does not end the fresh one of the quicker one."""
    layers = frozenset({"files", "limits"})
    broken = zygotes.zygote("numpy", layers)
    os.kill(broken.pid, signal.SIGKILL)
    server = zygotes.server("numpy", layers)
    fresh = zygotes.zygote("numpy", layers)
    zygotes.discard("numpy", layers, broken)
    assert zygotes.zygote("numpy", layers) is fresh
    assert server.ready
    server.close()


def test_threads_whose_zygote_died_all_go_on(zygotes: Zygotes):
    """Everybody who asked a broken zygote gets a server of the one in its place, and keeps it."""
    layers = frozenset({"files", "limits"})
    os.kill(zygotes.zygote("numpy", layers).pid, signal.SIGKILL)
    with ThreadPoolExecutor(4) as pool:
        servers = list(pool.map(lambda _: zygotes.server("numpy", layers), range(4)))
    assert all(server.ready for server in servers)
    for server in servers:
        server.close()


def test_a_program_that_dies_is_reaped_in_a_forked_server(zygotes: Zygotes):
    """Its end is an outcome, and the next program runs."""
    with Sandbox(Limits(load=1, call=0.3), zygotes=zygotes) as sandbox:
        assert ask(sandbox, "import os\ndef f(): os._exit(3)\n").outcome is Outcome.CRASHED
        assert ask(sandbox, "def f():\n    while True: pass\n").outcome is Outcome.TIMED_OUT
        assert ask(sandbox).values["f"] == 1


def test_nothing_is_left_of_them():
    """Closing ends the zygote, its servers and what they forked; every file is closed."""
    before = endurance.held()
    zygotes = Zygotes(2)
    with Sandbox(zygotes=zygotes) as first, Sandbox(zygotes=zygotes) as second:
        ask(first)
        ask(second)
    zygotes.close()
    after = endurance.held()
    assert (after.files, after.processes) == (before.files, before.processes)


def test_many_threads_ask_at_once(zygotes: Zygotes):
    """One zygote is started, and everybody gets a server."""

    def once(_: int) -> float:
        with Sandbox(zygotes=zygotes) as sandbox:
            return float(ask(sandbox).values["f"])

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(once, range(4))) == [1.0] * 4
    assert len(zygotes.warm) == 1


def test_optimisers_are_loaded_on_top_of_torch(zygotes: Zygotes):
    """The zygote of programs with optimisers is forked from that of torch; NumPy's never has torch."""
    with Sandbox(Limits(load=10, call=5), zygotes=zygotes) as sandbox:
        assert ask(sandbox, OPTIMISER, "optim").values["f"] == 0.5
        profiles = {profile: zygote for (profile, _), zygote in zygotes.warm.items()}
        assert set(profiles) == {"torch", "optim"}
        assert profiles["optim"].process.zygote is profiles["torch"]
        assert ask(sandbox, "import torch\n\ntorch.ones(1)\n").outcome is Outcome.RAISED


def test_programs_side_by_side_have_their_threads_each():
    """The kernel counts the threads of all servers of a zygote together."""
    alone, two = (plan("numpy", LAYERS, view("numpy"), many)["threads"] for many in (1, 2))
    assert (alone, two) == (THREADS, 2 * THREADS)


def test_nobody_pays_for_anothers_threads(zygotes: Zygotes):
    """A program that gets none because another one has them all is observed again, alone."""
    limits = Limits(load=5, call=5)
    with (
        Sandbox(limits, zygotes=zygotes) as one,
        Sandbox(limits, zygotes=zygotes) as other,
        ThreadPoolExecutor(2) as pool,
    ):
        pool.submit(ask, one, HOG)
        seen = pool.submit(ask, other, MODEST).result()
    assert (seen.outcome, seen.values.get("f")) == (Outcome.RETURNED, 1)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ('def f(): raise RuntimeError("can\'t start new thread")\n', True),
        ("def f(): raise BlockingIOError(11, 'Resource temporarily unavailable')\n", True),
        ('raise RuntimeError("can\'t start new thread")\n', True),
        ("def f(): raise RuntimeError('another one')\n", False),
        (ONE, False),
    ],
)
def test_what_tells_that_there_was_no_thread(zygotes: Zygotes, text: str, known: bool):
    """The words of Python and of the system, wherever they are raised; such a program fails alone, too."""
    with Sandbox(zygotes=zygotes) as sandbox:
        assert got_no_thread(sandbox.observe(program(text), [asked("f")], "numpy")) is known
