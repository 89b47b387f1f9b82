"""Protections are proved at every start, fall back in the open, and are claimed only where they hold."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Run
from machine import needs
from programs import asked, program

from grader.errors import SandboxError, UsageError
from grader.inside.observation import Limits, Observation, Outcome, Tier
from grader.sandbox import policy, self_test, spawn
from grader.sandbox.child import Pidfd
from grader.sandbox.client import Sandbox
from grader.sandbox.fork_server import Server
from grader.sandbox.policy import ALWAYS, LAYERS, PHRASES
from grader.sandbox.spawn import Spawner
from grader.sandbox.tiers import FORCED, Demand, start

TIERS: tuple[Tier, ...] = ("namespaces", "kernel-only")

SEEN_WITHOUT = {
    "namespaces": {"see that a file is there", "see processes"},
    "files": {"find open files"},
    "limits": {"write without limit", "use memory without limit"},
}
"""What the self-test finds where a layer is off that no other one stands in for."""


def ask(sandbox: Sandbox, text: str = "def f(): return 7\n") -> Observation:
    """Return what one call of a program's f gave."""
    return sandbox.observe(program(text), [asked("f")], "numpy").row[0]


# ---- the self-test ----


@pytest.mark.parametrize("tier", TIERS)
def test_a_whole_sandbox_passes(tier: Tier) -> None:
    """Nothing that a layer should stop wins."""
    needs(tier)
    server = start("numpy", tier, frozenset())
    try:
        self_test.prove(server)
    finally:
        server.close()


@pytest.mark.parametrize("layer", sorted(SEEN_WITHOUT))
def test_the_self_test_sees_a_layer_that_is_off(layer: str) -> None:
    """What wins without the layer is what the layer is there for."""
    needs("namespaces")
    server = start("numpy", "namespaces", frozenset({layer}))
    try:
        assert set(self_test.wins(server)) == SEEN_WITHOUT[layer]
    finally:
        server.close()


def test_the_self_test_sees_that_seccomp_is_off() -> None:
    """Processes can be started and the server's limits changed, and nothing kills the one who traces."""
    needs("namespaces")
    server = start("numpy", "namespaces", frozenset({"seccomp"}))
    try:
        assert {"start a process", "change the server's limits"} <= set(self_test.wins(server))
        assert not self_test.trips(server)
    finally:
        server.close()


def test_the_self_test_sees_that_landlock_is_off() -> None:
    """Without namespaces as well, files can be read, changed and made."""
    needs("kernel-only")
    server = start("numpy", "kernel-only", frozenset({"landlock"}))
    try:
        assert {"read a file", "change a file", "make a file"} <= set(self_test.wins(server))
    finally:
        server.close()


class Pretender:
    """A server that says to hold more than it does."""

    held = frozenset(LAYERS)

    def __init__(self, server: Server | Spawner) -> None:
        """Stand in front of a weaker one."""
        self.child, self.end = server.child, server.end


def test_a_claim_that_does_not_hold_is_refused() -> None:
    """The attacks that won are named."""
    needs("namespaces")
    server = start("numpy", "namespaces", frozenset({"seccomp"}))
    try:
        with pytest.raises(
            SandboxError, match=r"self-test of the sandbox could start a process, .*, trace a pro"
        ):
            self_test.prove(Pretender(server))
    finally:
        server.close()


def test_the_self_test_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The canary and its folder are gone afterwards."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    with Sandbox() as own:
        own.ready("numpy")
    assert list(tmp_path.iterdir()) == []


# ---- tiers ----


@pytest.mark.parametrize("tier", [*TIERS, "process", "none"])
def test_what_held_is_said(tier: Tier) -> None:
    """The tier and its protections stand in what is observed, and no other."""
    needs(tier)
    with Sandbox(tier=tier) as own:
        seen = own.observe(program("def f(): return 7\n"), [asked("f")], "numpy")
    assert seen.row[0].values["f"] == 7
    assert seen.tier == tier
    missing = set(PHRASES) - {"limits"} if tier in ("process", "none") else set()
    missing |= {"namespaces"} if tier != "namespaces" else set()
    said = {phrase for layer, phrases in PHRASES.items() if layer not in missing for phrase in phrases}
    assert set(seen.protections) == {*ALWAYS, *said}


def test_without_bubblewrap_the_kernel_alone_must_do(without_bubblewrap: None) -> None:
    """The next tier is taken, and the report says which."""
    needs("kernel-only")
    with Sandbox() as own:
        seen = own.observe(program("def f(): return 7\n"), [asked("f")], "numpy")
    assert seen.tier == "kernel-only"


def test_a_tier_that_is_asked_for_is_not_replaced(without_bubblewrap: None) -> None:
    """Where just one will do and is not there, nothing runs."""
    with Sandbox(tier="namespaces") as own, pytest.raises(SandboxError, match=r"bwrap.* is not installed"):
        ask(own)


@pytest.fixture
def without_bubblewrap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> object:
    """Make bubblewrap impossible to find."""
    monkeypatch.setenv("PATH", str(tmp_path))
    policy.bubblewrap.cache_clear()
    yield
    policy.bubblewrap.cache_clear()


@pytest.fixture
def broken_bubblewrap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> object:
    """Put a bubblewrap first that fails as on a system that forbids user namespaces."""
    bad = tmp_path / "bwrap"
    bad.write_text("#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2\nexit 1\n")
    bad.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    policy.bubblewrap.cache_clear()
    yield
    policy.bubblewrap.cache_clear()


def test_a_system_that_forbids_namespaces(broken_bubblewrap: None) -> None:
    """Bubblewrap's own words are the reason, and the kernel alone must do."""
    needs("kernel-only")
    with Sandbox() as own:
        assert ask(own).values["f"] == 7
        assert own.reasons == ["namespaces: bwrap: setting up uid map: Permission denied"]
        assert own.left[0] == "kernel-only"


def test_where_nothing_holds_nothing_runs(without_bubblewrap: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither bubblewrap nor Landlock: refused, with the reason of each tier and what to do."""
    monkeypatch.setattr("grader.sandbox.tiers.LEAST_LANDLOCK", 99)
    with Sandbox() as own, pytest.raises(SandboxError) as refused:
        ask(own)
    says = str(refused.value)
    assert "nothing was run; `grade doctor` says what to do" in says
    assert "\n  namespaces: bubblewrap" in says
    assert "\n  kernel-only: this kernel has no Landlock" in says


def test_a_students_own_code_needs_less(without_bubblewrap: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside a public key only, a process with limits will do where the kernel offers no more."""
    monkeypatch.setattr("grader.sandbox.tiers.LEAST_LANDLOCK", 99)
    with Sandbox(demand="own") as own:
        seen = own.observe(program("def f(): return 7\n"), [asked("f")], "numpy")
    assert (seen.tier, seen.row[0].values["f"]) == ("process", 7)


def test_a_students_own_code_gets_what_there_is() -> None:
    """Where the kernel offers more, it is taken."""
    needs("namespaces")
    with Sandbox(demand="own") as own:
        ask(own)
        assert own.left[0] == "namespaces"


def test_a_machine_without_filters(monkeypatch: pytest.MonkeyPatch) -> None:
    """There are tables for two kinds of machine; any other is refused and not guessed."""
    monkeypatch.setattr("platform.machine", lambda: "riscv64")
    with Sandbox() as own, pytest.raises(SandboxError, match="filters for Linux on x86_64 and aarch64 only"):
        ask(own)


@pytest.mark.parametrize("layer", LAYERS)
def test_weakened(layer: str) -> None:
    """With a layer off the sandbox still observes, and never says that it is whole."""
    needs("namespaces")
    with Sandbox(without=frozenset({layer})) as weak:
        seen = weak.observe(program("def f(): return 7\n"), [asked("f")], "numpy")
    assert (seen.tier, seen.row[0].values["f"]) == ("weakened", 7)
    assert not set(PHRASES.get(layer, ())) & set(seen.protections)


def test_an_unknown_layer() -> None:
    """A layer that there is not cannot be switched off."""
    with pytest.raises(ValueError, match="no layers"):
        Sandbox(without=frozenset({"luck"}))


def test_without_the_sandbox_on_demand(run: Run, tmp_path: Path) -> None:
    """The option warns before anything runs, and marks the report in every form."""
    path = tmp_path / "loss.py"
    path.write_text("def squared_error(prediction, y): return (prediction - y) ** 2\n", encoding="utf-8")
    page, data = tmp_path / "report.html", tmp_path / "report.json"
    done = run("submit", path, "--allow-unsafe", "--html", page, "--json", data)
    assert "THE SANDBOX IS OFF" in done.stderr
    assert "NOT ISOLATED" in done.stdout
    assert "NOT ISOLATED" in page.read_text(encoding="utf-8")
    assert json.loads(data.read_text(encoding="utf-8"))["tier"] == "none"
    whole = run("submit", path, "--json", data)
    assert "NOT ISOLATED" not in whole.output
    assert json.loads(data.read_text(encoding="utf-8"))["tier"] in TIERS


def test_the_sandbox_ends_with_the_command(tmp_path: Path) -> None:
    """Killed without a chance to tidy up, the parent leaves no process behind."""
    code = (
        "import sys\nfrom grader.sandbox.client import Sandbox\nown = Sandbox().__enter__()\n"
        "server = own.ready('numpy')\nserver.fork_ahead()\nprint(server.pid, flush=True)\nsys.stdin.read()"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    )
    with parent:
        assert parent.stdout is not None
        server = os.pidfd_open(int(parent.stdout.readline()))
        parent.kill()
    try:
        assert Pidfd(server).ends_within(10)
    finally:
        os.close(server)


# ---- where there is no fork ----


@pytest.fixture(scope="module")
def alone() -> object:
    """Return a sandbox as on a system without fork."""
    patch = pytest.MonkeyPatch()
    patch.setattr(spawn, "can_fork", lambda: False)
    with Sandbox(tier="process") as own:
        yield own
    patch.undo()


def test_a_program_in_a_process_of_its_own(alone: Sandbox) -> None:
    """It is observed like any other, and two programs share nothing."""
    for _ in range(2):
        seen = alone.observe(
            program("calls = []\ndef f(): calls.append(1); return len(calls)\n"), [asked("f")] * 2, "numpy"
        )
        assert [float(one.values["f"]) for one in seen.row] == [1, 2]
        assert seen.tier == "process"
        assert isinstance(alone.servers["numpy"], Spawner)


@pytest.mark.parametrize(
    ("body", "outcome", "says"),
    [
        ("return 1 / 0", Outcome.RAISED, "ZeroDivisionError: division by zero"),
        ("import os; os._exit(3)", Outcome.CRASHED, "Exit: 3"),
        ("import os; os.abort()", Outcome.CRASHED, "Signal: SIGABRT"),
        ("x = bytearray(2**32)", Outcome.OUT_OF_MEMORY, "MemoryError"),
        ("import os; os.write(4, b'garbage')", Outcome.CRASHED, "Pipe: a reply of 1651663207 bytes"),
        (
            "import os; os.close(4); import time; time.sleep(60)",
            Outcome.CRASHED,
            "Pipe: it was closed",
        ),
    ],
)
def test_a_lone_process_goes_wrong(alone: Sandbox, body: str, outcome: Outcome, says: str) -> None:
    """Its fate is told as that of a forked one."""
    seen = ask(alone, f"def f():\n    {body}\n")
    assert (seen.outcome, str(seen.error)) == (outcome, says)


def test_a_lone_process_has_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A loop is ended, and a question that is not taken is given up."""
    monkeypatch.setattr(spawn, "can_fork", lambda: False)
    forge = "import os, time\ndef f():\n    time.sleep(60)\n"
    with Sandbox(Limits(load=5, call=0.5), tier="process", ahead=False) as own:
        assert ask(own, forge).outcome is Outcome.TIMED_OUT


def test_a_lone_process_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """An interpreter that ends at once is our fault."""
    monkeypatch.setattr(spawn, "COMMAND", "raise SystemExit(5)")
    server = Spawner("numpy")
    with pytest.raises(SandboxError, match="did not start"):
        server.child()
    server.close()


def test_no_process_is_left_of_a_lone_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaving the sandbox ends the spare, too."""
    monkeypatch.setattr(spawn, "can_fork", lambda: False)
    with Sandbox(tier="process") as own:
        ask(own)
        server = own.servers["numpy"]
        assert isinstance(server, Spawner)
        spare = list(server.processes.values())
        assert len(spare) == 1
    assert [one.returncode for one in spare] == [-9]


# ---- the environment holds to a tier, as Colab or another machine has it -------------------------------


def test_a_tier_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """GRADE_TIER holds one's own code to a tier that would do."""
    monkeypatch.setenv(FORCED, "process")
    with Sandbox(demand="own") as own:
        assert own.left == ["process"]


@pytest.mark.parametrize("demand", ["full", "container", "own"])
@pytest.mark.parametrize("tier", ["none", "weakened", "nonsense"])
def test_the_environment_weakens_nothing(monkeypatch: pytest.MonkeyPatch, demand: Demand, tier: str) -> None:
    """A tier that a demand does not accept is refused, with those that it does."""
    monkeypatch.setenv(FORCED, tier)
    with pytest.raises(UsageError, match=f"{FORCED}={tier}: no protection that is enough here"):
        Sandbox(demand=demand)


def test_other_peoples_files_in_a_process_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other people's files are not graded in the tier that is enough for one's own."""
    monkeypatch.setenv(FORCED, "process")
    with pytest.raises(UsageError, match="take one of: namespaces, kernel-only"):
        Sandbox()
