"""What the sandbox costs: a whole observation in it beside the same in a bare fork, in turn in one run.

    python bench/sandbox_cost.py [ROUNDS]

For the NumPy and the torch server: milliseconds from asking for a child to its end reaped, for a program of
one function called once; "spare" is the time until the answer where the child was forked ahead. A bare fork
is the same server with every layer switched off. Prints minimum, median and 95th percentile, and what the
sandbox adds.
"""

import statistics
import sys
import time
from collections.abc import Callable

from grader.inside.observation import Outcome, Program, Scenario
from grader.sandbox.client import Sandbox
from grader.sandbox.fork_server import Server
from grader.sandbox.policy import LAYERS
from grader.sandbox.tiers import start

LIMIT_MS, LIMIT_RATIO = 1.5, 1.25
"""The goals: what the sandbox adds to the minimum at most, and the ratio of the medians with torch."""

PROGRAM = Program("def f(x):\n    return x + 1\n")
CALL = Scenario("returns", "f", (1.0,), ("x",))


def whole(server: Server) -> float:
    """Fork, lock down, load, call, kill, reap; return milliseconds."""
    started = time.perf_counter()
    child = server.child()
    child.ask(PROGRAM, 10)
    seen = child.ask(CALL, 10)
    server.end(child)
    spent = time.perf_counter() - started
    assert seen is not None
    assert seen.outcome is Outcome.RETURNED
    return 1000 * spent


def spare(server: Server) -> float:
    """Return the milliseconds from asking for a child that was forked ahead to its answer."""
    server.fork_ahead()
    time.sleep(0.03)
    started = time.perf_counter()
    child = server.child()
    child.ask(PROGRAM, 10)
    child.ask(CALL, 10)
    spent = time.perf_counter() - started
    server.end(child)
    return 1000 * spent


def measure(rounds: int, ways: dict[str, Callable[[], float]]) -> dict[str, list[float]]:
    """Run all ways in turn, so that what else the machine does meets them alike."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            times[name].append(way())
    return times


def line(name: str, row: list[float]) -> str:
    """Return minimum, median and 95th percentile."""
    ordered = sorted(row)
    return f"{name:24} {ordered[0]:8.2f} {statistics.median(row):8.2f} {ordered[int(len(row) * 0.95)]:8.2f}"


def compare(profile: str, rounds: int) -> bool:
    """Print the table of one server; return whether the goals are met."""
    bare = start(profile, "kernel-only", frozenset(LAYERS))
    with Sandbox() as boxed:
        server = boxed.ready(profile)
        kernel = start(profile, "kernel-only", frozenset())
        ways = {
            "bare fork": lambda: whole(bare),
            boxed.left[0]: lambda: whole(server),
            "kernel-only": lambda: whole(kernel),
            "spare, bare": lambda: spare(bare),
            "spare, " + boxed.left[0]: lambda: spare(server),
        }
        measure(5, ways)
        times = measure(rounds, ways)
        kernel.close()
    bare.close()
    print(f"{profile:24} {'min ms':>8} {'median':>8} {'95 %':>8}")
    for name, row in times.items():
        print(line(name, row))
    alone, held = times["bare fork"], times[boxed.left[0]]
    added = min(held) - min(alone)
    ratio = statistics.median(held) / statistics.median(alone)
    print(f"added to the minimum: {added:.2f} ms (goal {LIMIT_MS})")
    print(f"ratio of the medians: {ratio:.2f} (goal with torch {LIMIT_RATIO})\n")
    return added <= LIMIT_MS and (profile == "numpy" or ratio <= LIMIT_RATIO)


def main(rounds: int) -> None:
    """Measure both servers; exit code 1 where a goal is missed."""
    met = [compare(profile, rounds) for profile in ("numpy", "torch")]
    sys.exit(0 if all(met) else 1)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 150)
