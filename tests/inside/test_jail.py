"""What a program cannot do, and cannot see, in the child that runs it."""

from __future__ import annotations

import resource
from pathlib import Path
from typing import Any

import pytest
from programs import asked, program

from grader.inside import jail
from grader.inside.observation import Observation, Outcome
from grader.sandbox.client import Sandbox
from grader.sandbox.policy import THREADS
from grader.sandbox.start import environment


def called(sandbox: Sandbox, body: str, *args: Any, before: str = "") -> Observation:
    """Return what a function of that body does in the sandbox."""
    text = f"{before}\ndef f(*args):\n    " + body.replace("\n", "\n    ") + "\n"
    observed = sandbox.observe(program(text), [asked("f", *args)], "numpy")
    assert observed.load.outcome is Outcome.RETURNED, str(observed.load.error)
    return observed.row[0]


def answer(sandbox: Sandbox, body: str, *args: Any, before: str = "") -> Any:
    """Return the number, or the list of numbers, that a function of that body returns in the sandbox."""
    seen = called(sandbox, body, *args, before=before)
    assert seen.outcome is Outcome.RETURNED, str(seen.error)
    return seen.values["f"].tolist()


# ---- files ----


OPEN_FILES = """
import os

def is_open(fd):
    try:
        os.fstat(fd)
    except OSError:
        return False
    return True

return [fd for fd in range(4096) if is_open(fd)]
"""


def test_only_five_files_are_open(sandbox: Sandbox):
    """Nothing to read, nowhere to print, the request and the reply."""
    assert answer(sandbox, OPEN_FILES) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    "body",
    [
        "open(args[0], 'w').write('x' * 100_000)",
        "with open(args[0], 'a') as file: file.write('x')",
        "import os\nfd = os.open(args[0], os.O_CREAT | os.O_WRONLY)\nos.write(fd, b'x')",
        "import numpy as np\nnp.save(args[0], np.ones(3))",
        "import os\nos.truncate(args[0], 100)",
    ],
)
def test_nothing_can_be_written(sandbox: Sandbox, tmp_path: Path, body: str):
    """No file is made, emptied or changed."""
    path = tmp_path / "written"
    if "truncate" in body:
        path.write_text("as it was")
    seen = called(sandbox, body, str(path))
    assert seen.outcome is Outcome.RAISED
    assert str(seen.error).startswith(("FileNotFoundError", "PermissionError", "OSError"))
    assert not path.exists() or path.read_text() == "as it was"


def test_devices_for_nothing_may_be_written(sandbox: Sandbox):
    """The null device takes everything, as everywhere."""
    assert answer(sandbox, "return open('/dev/null', 'w').write('xyz')") == 3


def test_standard_files_lead_nowhere(sandbox: Sandbox):
    """There is nothing to read, and what is written past Python's own streams is gone."""
    body = "import os\nreturn os.write(1, b'xyz') + os.write(2, b'xy') + len(os.read(0, 10))"
    assert answer(sandbox, body) == 5
    assert str(called(sandbox, "input()").error) == "EOFError: EOF when reading a line"


# ---- limits ----


@pytest.mark.parametrize(
    ("name", "amount"),
    list(jail.LIMITS.items()),
)
def test_limits_hold_for_good(sandbox: Sandbox, name: str, amount: int):
    """A limit is the same from below and from above, so that no program can raise it."""
    body = f"import resource\nreturn resource.getrlimit(resource.RLIMIT_{name})"
    assert answer(sandbox, body) == [amount, amount]


def test_threads_are_limited(sandbox: Sandbox):
    """A program has its threads; without namespaces those that its user has already are counted in."""
    most = answer(sandbox, "import resource\nreturn resource.getrlimit(resource.RLIMIT_NPROC)[1]")
    assert most == THREADS if sandbox.left[0] == "namespaces" else most > THREADS


def test_memory_is_limited(sandbox: Sandbox):
    """A program may allocate a gibibyte beside what the server holds, not two."""
    before = "import numpy as np\n"
    assert called(sandbox, "return np.ones(2**26).sum()", before=before).values["f"] == 2**26
    seen = called(sandbox, "return np.ones(2**28).sum()", before=before)
    assert seen.outcome is Outcome.OUT_OF_MEMORY


def test_open_files_are_limited(sandbox: Sandbox):
    """Files, pipes and sockets together."""
    seen = called(sandbox, "import os\nkept = [os.pipe() for _ in range(100)]")
    assert str(seen.error) == "OSError: [Errno 24] Too many open files"


def test_no_new_privileges(sandbox: Sandbox):
    """A program cannot gain rights by running another one, nor be looked into by its like."""
    body = "import ctypes\nlibc = ctypes.CDLL(None)\nreturn [libc.prctl(way, 0, 0, 0, 0) for way in (39, 3)]"
    assert answer(sandbox, body) == [1, 0]


def test_a_program_leads_its_own_session(sandbox: Sandbox):
    """No signal of the terminal reaches it."""
    assert answer(sandbox, "import os\nreturn os.getsid(0) == os.getpid()") is True


def test_limits_are_never_raised():
    """Where a lower limit holds already, it stays."""
    soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    jail.limit(resource.RLIMIT_CORE, soft if hard == resource.RLIM_INFINITY else hard + 1)
    now = resource.getrlimit(resource.RLIMIT_CORE)
    assert hard == resource.RLIM_INFINITY or now == (hard, hard)


def test_what_the_kernel_refuses_is_an_error():
    """An option that there is not is no protection that could be taken for one."""
    with pytest.raises(OSError, match="prctl"):
        jail.prctl(0x7FFF, 0)


def test_the_size_of_this_process():
    """Found by trying, it is what the kernel tells elsewhere, to a few pages."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    assert abs(jail.size() - pages * resource.getpagesize()) < 1 << 20
    assert resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY


# ---- what is there to be seen ----


def test_nothing_of_our_environment_is_handed_on(monkeypatch: pytest.MonkeyPatch):
    """A program sees the few variables that its libraries need."""
    monkeypatch.setenv("SECRET", "x")
    names = set(environment()) | {"LC_CTYPE", "PWD"}  # Python and bubblewrap add these themselves
    with Sandbox() as own:
        assert answer(own, "import os\nreturn set(os.environ) <= set(args)", *sorted(names)) is True


def test_numpy_programs_have_no_torch(sandbox: Sandbox):
    """Where the exercise is solved without torch nothing of it can be used, neither whole nor in parts."""
    for line in (
        "import torch; torch.ones(2)",
        "import torch.nn; torch.nn.Linear(2, 2)",
        "from torch import tensor; tensor(1.0)",
        "__import__('torch').ones(2)",
        "from torch import nn\nclass Net(nn.Module): pass",
    ):
        seen = called(sandbox, line)
        assert (seen.outcome, str(seen.error).partition(":")[0]) == (Outcome.RAISED, "ImportError")


PREPARED = """
try:
    from torch import nn
except ImportError:
    nn = None
"""


def test_who_has_a_way_without_torch_may_go_it(sandbox: Sandbox):
    """For a program that catches it, the import fails; any other one gets what cannot be used."""
    assert answer(sandbox, "return nn is None", before=PREPARED) is True
    assert answer(sandbox, "return nn is None", before="from torch import nn") is False


def test_the_far_side_knows_no_check(sandbox: Sandbox):
    """No module that could hold an expected value is loaded beside a program."""
    body = (
        "import sys\nours = [name for name in sys.modules if name.startswith('grader')]\n"
        "return all(name == 'grader' or name.startswith('grader.inside') for name in ours)"
    )
    assert answer(sandbox, body) is True
