"""Programs are watched from outside: their time, their answers, and what is left of them."""

from __future__ import annotations

import os
import resource
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from programs import asked, program

from grader.errors import SandboxError
from grader.inside.observation import PRINTED_KEPT, Limits, Observation, Observed, Outcome, Program
from grader.sandbox.child import Pidfd
from grader.sandbox.client import Sandbox
from grader.sandbox.fork_server import Server
from grader.sandbox.policy import PROCESS_LAYERS
from grader.sandbox.run import Run, describe, fate

CLEAN = """
import random, sys
import numpy as np

def f(x):
    found = [len("abc"), random.random(), float(np.random.rand()), float(np.sum(x)), float(np.mean(x))]
    evil = ["evil" in sys.modules, hasattr(np, "evil"), hasattr(__builtins__, "evil")]
    return [*found, *evil, sys.getrecursionlimit()]
"""

X = np.array([0.1, 0.7, 1.9])


@pytest.fixture(scope="module")
def quick() -> Iterator[Sandbox]:
    """Return a sandbox of little patience."""
    with Sandbox(Limits(load=1.0, call=0.5)) as warm:
        yield warm


def observed(sandbox: Sandbox, text: str, *args: Any, calls: int = 1) -> Observed:
    """Run a program and call its f."""
    return sandbox.observe(program(text), [asked("f", *args)] * calls, "numpy")


def outcomes(seen: Observed) -> list[Outcome]:
    """Return the outcome of every call."""
    return [one.outcome for one in seen.row]


# ---- what is observed ----


def test_a_row_has_an_observation_a_scenario(sandbox: Sandbox):
    """Every call is answered, in order, with the time it took."""
    text = "calls = []\ndef f(x):\n    calls.append(x)\n    print('now', x)\n    return len(calls)\n"
    seen = sandbox.observe(program(text), [asked("f", float(n)) for n in range(3)], "numpy")
    assert seen.load.outcome is Outcome.RETURNED
    assert [int(one.values["f"]) for one in seen.row] == [1, 2, 3]
    assert [one.printed for one in seen.row] == ["now 0.0\n", "now 1.0\n", "now 2.0\n"]
    assert all(0 < one.seconds < 5 for one in (seen.load, *seen.row))


def test_a_file_that_does_not_load_fails_every_check(sandbox: Sandbox):
    """Each check tells why; what was printed is told once."""
    seen = observed(sandbox, "print('loading')\nx = 1 / 0\n", 1.0, calls=2)
    assert (seen.load.outcome, seen.load.line, seen.load.printed) == (Outcome.RAISED, 2, "loading\n")
    assert [(one.outcome, str(one.error), one.printed) for one in seen.row] == [
        (Outcome.RAISED, "ZeroDivisionError: division by zero", "")
    ] * 2


def test_a_program_may_use_other_names(sandbox: Sandbox):
    """The map of names is sent with the program."""
    seen = sandbox.observe(program("def g(x): return x\n", f="g"), [asked("f", 2.0)], "numpy")
    assert seen.row[0].values["f"] == 2.0


def test_output_is_capped(sandbox: Sandbox):
    """A flood of printing costs nothing and is cut."""
    text = "import sys\ndef f():\n    for _ in range(100_000): print('x' * 100)\n    return 1\n"
    (seen,) = observed(sandbox, text).row
    assert (seen.outcome, len(seen.printed)) == (Outcome.RETURNED, PRINTED_KEPT)


def test_a_large_input_and_a_large_result_travel(sandbox: Sandbox):
    """More than a pipe holds at once, in both directions."""
    array = np.arange(200_000.0)
    assert np.array_equal(observed(sandbox, "def f(x): return x", array).row[0].values["f"], array)


def test_a_result_that_is_too_large(sandbox: Sandbox):
    """A result beyond the limit is the call's own fault, and the next call goes on."""
    seen = observed(sandbox, "import numpy as np\nn = 2**20\ndef f():\n    return np.ones(n)\n", calls=2)
    assert outcomes(seen) == [Outcome.RAISED] * 2
    assert str(seen.row[0].error).startswith("TooLarge: ")


# ---- limits ----


@pytest.mark.parametrize(
    "body",
    [
        "while True: pass",
        "import time; time.sleep(60)",
        "import re; re.match('(a+)+$', 'a' * 40 + 'b')",
        "10 ** 10 ** 10",
        "import threading; threading.Event().wait()",
        "import signal; signal.pause()",
        "import signal; [signal.signal(n, signal.SIG_IGN) for n in (15, 24, 2)]; exec('while True: pass')",
    ],
)
def test_a_call_that_does_not_end(quick: Sandbox, body: str):
    """A call has its processor time, and some times as much on the clock, whatever it does."""
    (seen,) = observed(quick, f"def f():\n    {body}\n").row
    assert (seen.outcome, seen.seconds) == (Outcome.TIMED_OUT, 0.5)


def test_a_file_that_does_not_end(quick: Sandbox):
    """A loop outside the functions has a limit of its own, and is waited for once."""
    seen = observed(quick, "while True: pass\n", calls=5)
    assert (seen.load.outcome, seen.load.seconds) == (Outcome.TIMED_OUT, 1.0)
    assert outcomes(seen) == [Outcome.TIMED_OUT] * 5
    assert all(one.seconds == 1.0 for one in seen.row)


@pytest.mark.parametrize(
    "body",
    [
        "x = bytearray(2**31)",
        "x = [0] * 10**9",
        "x = 'x'\n    while True: x += x",
        "import numpy as np; np.ones((2**14, 2**14))",
    ],
)
def test_a_program_that_wants_all_memory(sandbox: Sandbox, body: str):
    """Memory has a limit, and asking for more is an outcome."""
    assert outcomes(observed(sandbox, f"def f():\n    {body}\n")) == [Outcome.OUT_OF_MEMORY]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("import os; os._exit(0)", "Exit: 0"),
        ("import os; os._exit(3)", "Exit: 3"),
        ("import ctypes; ctypes.string_at(0)", "Signal: SIGSEGV"),
        ("import os; os.abort()", "Signal: SIGABRT"),
        ("import os; os.kill(os.getpid(), 15)", "Signal: SIGTERM"),
        ("import os; os.kill(os.getpid(), 37)", "Signal: signal 37"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGPROF)", "Signal: SIGPROF"),
    ],
)
def test_a_program_that_ends_the_process(sandbox: Sandbox, body: str, says: str):
    """However a process ends, the program has crashed, and how is told."""
    (seen,) = observed(sandbox, f"def f():\n    {body}\n").row
    assert (seen.outcome, str(seen.error)) == (Outcome.CRASHED, says)


def test_a_program_that_closes_its_pipe_and_lives_on(sandbox: Sandbox):
    """A process that can no longer answer is not waited for."""
    started = time.monotonic()
    seen = observed(sandbox, "def f():\n    import os, time\n    os.close(4)\n    time.sleep(60)\n", calls=2)
    assert [str(one.error) for one in seen.row] == ["Pipe: it was closed"] * 2
    assert time.monotonic() - started < 60


@pytest.mark.parametrize(
    ("status", "outcome", "says"),
    [
        (0, Outcome.CRASHED, "Exit: 0"),
        (3 << 8, Outcome.CRASHED, "Exit: 3"),
        (signal.SIGXCPU, Outcome.TIMED_OUT, "Signal: SIGXCPU"),
        (signal.SIGKILL, Outcome.OUT_OF_MEMORY, "Signal: SIGKILL"),
        (signal.SIGSEGV, Outcome.CRASHED, "Signal: SIGSEGV"),
    ],
)
def test_what_a_wait_status_means(status: int, outcome: Outcome, says: str):
    """The processor's limit is a time-out; a kill that was not ours is the kernel short of memory."""
    assert (fate(status), str(describe(status))) == (outcome, says)


# ---- one check, one program, and the next ----


def test_the_next_check_gets_a_fresh_process(sandbox: Sandbox):
    """After a call that ended the process, the program is loaded anew."""
    body = "    calls.append(x)\n    return os._exit(1) if x == 2 else len(calls)\n"
    text = f"import os\ncalls = []\ndef f(x):\n{body}"
    seen = sandbox.observe(program(text), [asked("f", float(n)) for n in (1, 1, 2, 1, 1)], "numpy")
    assert [int(one.values.get("f", 0)) for one in seen.row] == [1, 2, 0, 1, 2]


def test_a_program_that_loads_only_once(sandbox: Sandbox):
    """A program whose second loading fails has no further checks."""
    late = time.monotonic() + 1
    text = f"import os, time\nassert time.monotonic() < {late}\n"
    text += "def f():\n    time.sleep(1.2)\n    os._exit(1)\n"
    seen = observed(sandbox, text, calls=3)
    assert outcomes(seen) == [Outcome.CRASHED, Outcome.RAISED, Outcome.RAISED]


EVIL = """
import builtins, random, sys, types
import numpy as np
sys.modules["evil"] = types.ModuleType("evil")
builtins.evil, builtins.len, np.evil = 1, lambda x: 7, 1
np.sum = np.mean = np.ndarray = lambda *a, **k: 5.0
random.random = lambda: 0.5
random.seed = np.random.seed = lambda *a: None
sys.setrecursionlimit(77)
import grader.observe, grader.sandbox.wire
grader.inside.observe.seed_all = lambda seed: None
grader.inside.wire.TYPES = ()
def f(x):
    return np.sum(x)
"""


def test_nothing_of_one_program_reaches_the_next(sandbox: Sandbox):
    """Modules, builtins, patched libraries and luck are those of a fresh process, to the last bit."""
    before = observed(sandbox, CLEAN, X).row[0]
    observed(sandbox, EVIL, X)
    after = observed(sandbox, CLEAN, X).row[0]
    assert before.outcome is after.outcome is Outcome.RETURNED
    assert before.values["f"].tobytes() == after.values["f"].tobytes()
    assert before.values["f"][5:8].tolist() == [0, 0, 0]


def fds(pid: int) -> int:
    """Return how many files a process has open when it has come to rest; 0 where only root may count them."""
    if not os.access(f"/proc/{pid}/fd", os.R_OK):
        return 0
    looks = []
    for _ in range(20):
        looks.append(len(os.listdir(f"/proc/{pid}/fd")))
        time.sleep(0.005)
    return min(looks)


def children(pid: int) -> set[int]:
    """Return the processes whose parent a process is, the dead and unreaped included."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == pid:
                found.add(int(entry.name))
    return found


def test_a_hundred_programs_leave_nothing_behind(sandbox: Sandbox):
    """No file stays open and no process stays alive, here or in the server, whatever the programs did."""
    texts = ["def f(): return 1\n", "def f(): 1 / 0\n", "import os\ndef f(): os._exit(1)\n", "x =\n"]
    for text in texts:
        observed(sandbox, text)
    server = pid_of(sandbox)
    before = (fds(os.getpid()), fds(server), len(children(server)), children(os.getpid()))
    for number in range(100):
        observed(sandbox, texts[number % 4])
    assert (fds(os.getpid()), fds(server), len(children(server)), children(os.getpid())) == before
    assert before[2] == 1  # the next program's child, forked ahead


def test_a_sandbox_leaves_no_process():
    """Leaving it ends its servers and their children."""
    before = children(os.getpid())
    with Sandbox() as own:
        observed(own, "def f(): return 1\n")
        server = pid_of(own)
        spare = children(server)
        assert len(spare) == 1
    assert children(os.getpid()) == before
    assert not any(Path(f"/proc/{pid}").exists() for pid in (server, *spare))


def test_no_child_is_forked_ahead_for_a_single_program():
    """A command that grades one file does not pay for a second process."""
    with Sandbox(ahead=False) as own:
        observed(own, "def f(): return 1\n")
        assert children(pid_of(own)) == set()


def pid_of(sandbox: Sandbox, profile: str = "numpy") -> int:
    """Return the number of a server's process on this machine."""
    server = sandbox.ready(profile)
    assert isinstance(server, Server)
    return server.pid


def memory_holds(pid: int, marker: bytes) -> bool:
    """Tell whether a process's writable memory holds some bytes."""
    with open(f"/proc/{pid}/mem", "rb", 0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            ends, rights, *_ = line.split()
            if not rights.startswith("rw"):
                continue
            start, end = (int(number, 16) for number in ends.split("-"))
            try:
                memory.seek(start)
                if marker in memory.read(end - start):
                    return True
            except OSError:
                continue
    return False


def test_the_server_never_sees_a_program(sandbox: Sandbox):
    """A program's text, its inputs and its results are in the child's memory and not in the server's."""
    if os.geteuid() != 0:
        pytest.skip("reading another process's memory takes root")
    marker = f"marker-{time.monotonic_ns()}"
    server, pid = sandbox.ready("numpy"), pid_of(sandbox)
    text = f"note = {marker!r}\ndef f(x): return x\n"
    with Run(server, program(text), Limits(), ahead=False, asked=0.0) as run:
        run.load()
        run.ask(asked("f", np.frombuffer(marker.encode().ljust(64), np.float64)))
        assert any(memory_holds(child, marker.encode()) for child in children(pid))
        assert not memory_holds(pid, marker.encode())
    assert not memory_holds(pid, marker.encode())


# ---- the pipe, disturbed ----

FORGE = """
import os, struct, sys

def frame(body): return struct.pack("<I", len(body)) + body
def reply(nonce, number):
    value = struct.pack("<H", 1) + b"\\1\\0f\\0\\0" + struct.pack("<BBd", 7, 0, number)
    return frame(nonce + struct.pack("<BI", 0, 0) + b"\\0\\0\\0\\0" + value)
def nonce():
    at = sys._getframe()
    while "nonce" not in at.f_locals or at.f_code.co_name == "nonce": at = at.f_back
    return at.f_locals["nonce"]

def f(x):
    FORGERY
    return 5.0
"""


@pytest.mark.parametrize(
    ("forgery", "says"),
    [
        ("os.write(4, b'garbage')", "a reply of 1651663207 bytes"),
        ("os.write(4, struct.pack('<I', 2**32 - 1))", "a reply of 4294967295 bytes"),
        ("os.write(4, struct.pack('<I', 15))", "a reply of 15 bytes"),
        ("os.write(4, frame(b'x' * 100))", "a reply to another question"),
        ("os.write(4, reply(b'0' * 16, 1.0))", "a reply to another question"),
        ("os.write(4, frame(nonce() + b'\\xff' * 50))", "outcome 255"),
        ("os.write(4, frame(nonce()))", "the reply ends too early"),
    ],
)
def test_a_forged_reply_that_breaks_the_protocol(sandbox: Sandbox, forgery: str, says: str):
    """Whatever is written into the pipe that is no answer, the program has crashed."""
    (seen,) = observed(sandbox, FORGE.replace("FORGERY", forgery), 1.0).row
    assert (seen.outcome, str(seen.error)) == (Outcome.CRASHED, f"Pipe: {says}")


def test_a_forged_reply_is_a_number_like_any_other(sandbox: Sandbox):
    """A reply with the right nonce counts once; the one that follows it is no answer to the next question."""
    seen = observed(sandbox, FORGE.replace("FORGERY", "os.write(4, reply(nonce(), 1.0))"), 1.0, calls=3)
    assert [one.values.get("f") for one in seen.row] == [1.0, None, 1.0]
    assert seen.row[1].outcome is Outcome.CRASHED
    assert str(seen.row[1].error).startswith("Pipe: a")


def test_a_reply_sent_in_advance(sandbox: Sandbox):
    """An answer that lies ready before the question is asked is none."""
    text = FORGE.replace("FORGERY", "pass") + "os.write(4, reply(b'0' * 16, 1.0))\n"
    assert str(observed(sandbox, text, 1.0).load.error) == "Pipe: a reply to another question"
    late = "\nimport threading\nthreading.Timer(0.2, os.write, (4, reply(b'0' * 16, 1.0))).start()\n"
    slow = [asked("f", 1.0), asked("g"), asked("f", 1.0)]
    with_thread = FORGE.replace("FORGERY", "pass") + "\ndef g():\n    import time; time.sleep(0.5)\n" + late
    assert sandbox.observe(program(with_thread), slow, "numpy").row[1].outcome is Outcome.CRASHED


def test_a_reply_that_drips(quick: Sandbox):
    """A frame must be whole within the time of the call."""
    forgery = "import time\n    for byte in reply(nonce(), 1.0): os.write(4, bytes([byte])); time.sleep(0.05)"
    assert outcomes(observed(quick, FORGE.replace("FORGERY", forgery), 1.0)) == [Outcome.TIMED_OUT]


def test_a_program_that_does_not_read(quick: Sandbox):
    """A question longer than the pipe, to a program that takes none, is given up in time."""
    forgery = "os.write(4, reply(nonce(), 1.0)); import time; time.sleep(60)"
    text = FORGE.replace("FORGERY", forgery)
    scenarios = [asked("f", 1.0), asked("f", np.zeros(100_000))]
    assert outcomes(quick.observe(program(text), scenarios, "numpy")) == [Outcome.RETURNED, Outcome.TIMED_OUT]


def test_a_program_that_closes_its_ears(sandbox: Sandbox):
    """A question that cannot be asked any more is the program's crash."""
    forgery = "os.close(3); os.write(4, reply(nonce(), 1.0)); import time; time.sleep(60)"
    seen = observed(sandbox, FORGE.replace("FORGERY", forgery), 1.0, calls=2)
    assert outcomes(seen) == [Outcome.RETURNED, Outcome.CRASHED]
    assert str(seen.row[1].error) == "Pipe: it was closed"


def test_a_process_that_ends_between_two_questions(sandbox: Sandbox):
    """Its end is found before the next question, which a fresh process then answers."""
    with Run(sandbox.ready("numpy"), program("def f(): return 1\n"), Limits(), ahead=False, asked=0.0) as run:
        run.load()
        assert run.child is not None
        assert isinstance(run.child.life, Pidfd)
        signal.pidfd_send_signal(run.child.life.fd, signal.SIGTERM)
        assert run.child.life.ends_within(5)
        assert str(run.ask(asked("f")).error) == "Signal: SIGTERM"
        assert run.ask(asked("f")).values["f"] == 1


# ---- our own faults ----


def test_a_server_that_died_is_our_fault():
    """The program is not graded; the same sandbox grades the next one."""
    with Sandbox() as broken:
        observed(broken, "def f(): return 1\n")
        os.kill(pid_of(broken), signal.SIGKILL)
        broken.server("numpy").process.process.wait()
        with pytest.raises(SandboxError, match="the sandbox"):
            observed(broken, "def f(): return 1\n")
        assert observed(broken, "def f(): return 1\n").row[0].values["f"] == 1


def test_a_server_that_dies_under_a_program():
    """A server that ends while a program runs earns it nothing, not even a crash."""
    with Sandbox() as broken:
        pid = pid_of(broken)
        threading.Timer(0.3, os.kill, (pid, signal.SIGKILL)).start()
        with pytest.raises(SandboxError):
            observed(broken, "import time\ndef f(): time.sleep(1)\n", calls=3)


def test_a_server_that_does_not_start():
    """What its last words were is told."""
    server = Server("numpy", PROCESS_LAYERS)
    os.kill(server.pid, signal.SIGKILL)
    with pytest.raises(SandboxError, match=r"the sandbox did not start or ended: exit status -9"):
        server.versions  # noqa: B018
    server.close()


def test_a_server_that_cannot_load_its_libraries():
    """The end of its error stream is the reason."""
    server = Server("torch", PROCESS_LAYERS)
    resource.prlimit(server.pid, resource.RLIMIT_AS, (2**27, 2**27))
    with pytest.raises(SandboxError, match=r"the sandbox did not start or ended: .+"):
        server.versions  # noqa: B018
    server.close()


def test_a_server_that_falls_silent():
    """A server that is stopped is not waited for without end, and the next program gets another."""
    with Sandbox() as stopped:
        observed(stopped, "def f(): return 1\n")
        server = stopped.ready("numpy")
        server.control.settimeout(0.2)
        os.kill(server.pid, signal.SIGSTOP)
        with pytest.raises(SandboxError, match="the sandbox does not answer"):
            observed(stopped, "def f(): return 1\n")
        assert observed(stopped, "def f(): return 1\n").row[0].values["f"] == 1


@pytest.mark.parametrize(
    ("files", "words"), [(4, r"the sandbox ended: .*Error"), (9, "could not be locked down; `grade")]
)
def test_a_server_that_breaks_while_forking(files: int, words: str):
    """Where a child cannot be forked, or not be locked down, nothing runs, and it is our fault."""
    with Sandbox(ahead=False, tier="process") as weak:
        assert weak.versions("numpy")["numpy"] == np.__version__
        resource.prlimit(pid_of(weak), resource.RLIMIT_NOFILE, (files, files))
        with pytest.raises(SandboxError, match=words):
            observed(weak, "def f(): return 1\n")


# ---- which server ----


# ---- torch ----

TORCH = """
import torch

def default(x): return torch.tensor(0.5)
def spoil(x):
    torch.set_default_dtype(torch.float64); torch.manual_seed(5); torch.set_grad_enabled(False)
    return torch.tensor(0.5)
def luck(x): return torch.rand(3)
def threads(x):
    torch.set_num_threads(2)
    return (torch.ones(500, 500) @ torch.ones(500, 500)).sum()
def learn(x):
    w = torch.zeros(1, requires_grad=True)
    optimiser = torch.optim.SGD([w], lr=0.1)
    for _ in range(50):
        optimiser.zero_grad(); ((w - 1) ** 2).sum().backward(); optimiser.step()
    return w
"""


@pytest.fixture(scope="module")
def torch_seen(sandbox: Sandbox) -> dict[str, Observation]:
    """Return what every function of the program above does, each in a program of its own."""
    names = ("default", "luck", "spoil", "default again", "luck again", "threads")
    scenarios = [asked(name.split()[0], 1.0, seed=3) for name in names]
    rows = [sandbox.observe(Program(TORCH), [scenario], "torch").row[0] for scenario in scenarios]
    return dict(zip(names, rows, strict=True))


def test_torch_starts_fresh_for_every_program(torch_seen: dict[str, Observation]):
    """Default type and luck of one program are not those of the next."""
    assert torch_seen["default"].values["default"].dtype == np.float32
    assert torch_seen["spoil"].values["spoil"].dtype == np.float64
    assert torch_seen["default again"].values["default"].dtype == np.float32
    assert np.array_equal(torch_seen["luck"].values["luck"], torch_seen["luck again"].values["luck"])


def test_a_program_may_use_threads(torch_seen: dict[str, Observation]):
    """A second thread in the child does not wait for one that the fork left behind."""
    assert torch_seen["threads"].values["threads"] == 500.0**3


def test_an_optimiser_is_warm(sandbox: Sandbox):
    """The first step of a program's optimiser imports nothing more and writes no cache."""
    (seen,) = sandbox.observe(Program(TORCH), [asked("learn", 1.0)], "optim").row
    assert seen.values["learn"] == pytest.approx([1.0], abs=1e-4)
    assert seen.seconds < 2
