"""Everything that a student does works where Linux's own means are missing: on Windows, and on macOS.

What Windows lacks is taken from a fresh interpreter and from the processes that it starts. Libraries are
loaded before, since they would look for a real Windows; whatever of ours asks for what is missing fails.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, copy

from grader.course.course import Course
from grader.release import release, written

pytestmark = pytest.mark.slow

LACKS = """
import importlib.abc, os, select, signal, socket, sys, types

class Lacking(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name in ("fcntl", "resource", "termios", "tty", "pty", "pwd", "grp", "syslog"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

def without(module, *begins):
    bare = types.ModuleType(module.__name__)
    kept = {key: value for key, value in vars(module).items() if not key.startswith(begins)}
    vars(bare).update(kept)
    sys.modules[module.__name__] = bare
    return bare

for name in ("fcntl", "resource", "termios", "tty", "pty", "pwd", "grp"):
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Lacking())
WINDOWS_KNOWS = ("SIGABRT", "SIGBREAK", "SIGFPE", "SIGILL", "SIGINT", "SIGSEGV", "SIGTERM")
lost = [name for name in vars(signal) if name.startswith("SIG") and name.isupper()]
lost = [name for name in lost if name not in (*WINDOWS_KNOWS, "SIG_DFL", "SIG_IGN")]
without(signal, *lost, "setitimer", "getitimer", "pthread_", "pidfd_", "alarm", "ITIMER_", "sigwait")
without(select, "poll", "epoll", "POLL", "EPOLL")
without(socket, "AF_UNIX", "AF_NETLINK", "SOCK_SEQPACKET")
without(
    os, "fork", "getuid", "geteuid", "getgid", "getegid", "setuid", "setgid", "setsid", "killpg",
    "pidfd_open", "sched_", "WIF", "WTERMSIG", "WEXIT", "WNOHANG", "O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC",
    "O_DIRECTORY", "uname", "getloadavg",
    "posix_", "waitid", "wait3", "wait4", "pipe2", "memfd", "eventfd", "chown",
).O_BINARY = 0
sys.platform = "win32"
"""

PARENT = f"""
import asyncio, concurrent.futures, pathlib, shutil, subprocess, sys, tempfile, uuid, webbrowser, zipfile
import click, jinja2, msgspec, numpy, rich.console, rich.markdown, rich.progress, rich.table
LACKS = {LACKS!r}
exec(LACKS)
from grader.sandbox import spawn
loads = "import numpy, subprocess; from grader.inside import preload; "
loads += "profile == 'numpy' or preload.warm(profile); "
loads += "msvcrt = sys.modules['msvcrt'] = type(sys)('msvcrt'); msvcrt.setmode = lambda fd, mode: None; "
loads += "exec(" + repr(LACKS) + "); "
before, ours, after = spawn.COMMAND.partition("from grader.inside")
spawn.COMMAND = before + loads + ours + after
from grader.cli import main
main(sys.argv[1:], prog_name="grade")
"""

WATCH_ONCE = PARENT.replace(
    "from grader.cli import main\n",
    "from grader.student.watch import watch\nimport queue\n"
    "class Once(queue.SimpleQueue):\n    def get(self, **how):\n        return watch.QUIT\n"
    "watch.queue = type(sys)('queue'); watch.queue.SimpleQueue, watch.queue.Empty = Once, queue.Empty\n"
    "from grader.cli import main\n",
)
"""Shows the exercise in hand, and quits in place of waiting for a save."""


@pytest.fixture(scope="module")
def shipped(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course that was handed out, unpacked."""
    home = copy(course.root, tmp_path_factory.mktemp("home"), ["forward", "manual_gradient", "update_step"])
    target = tmp_path_factory.mktemp("handed out") / "my course"
    list(release.release(home, target, ()))
    return target


def windows(folder: Path, *words: str, code: int = 0, program: str = PARENT) -> str:
    """Run a command as on Windows with an old console; return what it says."""
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="cp1252",
        check=False,
        timeout=300,
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == code, (words, done.stdout, done.stderr)
    return done.stdout


def test_start(shipped: Path, tmp_path: Path) -> None:
    """The command is there, and says what is missing where no course came along."""
    code = "from grader.student import start\nfrom pathlib import Path\n"
    lines = f"print(*start.begin(Path('mine'), Path({str(shipped.with_suffix('.zip'))!r})), sep='\\n')"
    written.write(written.read(shipped), shipped.with_suffix(".zip"))
    said = windows(tmp_path, program=PARENT.partition("from grader.cli")[0] + code + lines)
    assert "mine: 3 exercises" in said
    assert (tmp_path / "mine" / "keys" / "forward.json").is_file()


def test_reading(shipped: Path) -> None:
    """The list and a story are shown in the characters that the console has."""
    assert "0 of 3 done" in windows(shipped, "list")
    assert "y = w x" in windows(shipped, "show", "forward")


def handed_in(shipped: Path, example: str) -> str:
    """Write an example into the course's own file; return how a student names it."""
    text = (ROOT / "examples" / f"{example}.py").read_text(encoding="utf-8")
    (shipped / "exercises" / "manual_gradient.py").write_text(text, encoding="utf-8")
    return "exercises/manual_gradient.py"


def test_a_mistake_is_named(shipped: Path) -> None:
    """A wrong file gets its report through a process of its own, with what held, then a hint."""
    said = windows(shipped, "submit", handed_in(shipped, "manual_gradient_summed"), code=1)
    assert "Summed, not averaged" in said
    assert "Sandbox: process" in said
    assert windows(shipped, "hint", "manual_gradient")


def test_a_right_file_passes(shipped: Path) -> None:
    """A right one passes."""
    windows(shipped, "submit", handed_in(shipped, "manual_gradient_vectorised"))


def test_a_page_with_torch(shipped: Path) -> None:
    """The stub of a page with torch is graded, too."""
    assert "not written yet" in windows(shipped, "submit", "exercises/update_step.py", code=1)


def test_a_loop_without_end(shipped: Path) -> None:
    """It is ended by the clock, without a signal."""
    loop = handed_in(shipped, "manual_gradient_endless_loop")
    assert "within 0.3 s" in windows(shipped, "submit", loop, "--timeout", "0.3", code=1)


def test_watch(shipped: Path) -> None:
    """Watching begins with a report on the first exercise."""
    assert "forward is not written yet." in windows(shipped, "watch", program=WATCH_ONCE)


def test_look(tmp_path: Path) -> None:
    """A whole script is looked at, with its name in it."""
    script = tmp_path / "chain_b_of_w.py"
    script.write_bytes((ROOT / "examples" / "homework" / script.name).read_bytes())
    assert script.name in windows(tmp_path, "look", script.name, code=1)


def test_doctor(shipped: Path) -> None:
    """A student is told that the course can be worked on here."""
    said = windows(shipped, "doctor")
    assert "You can work here." in said
    assert "your own code" in said


def test_no_module_of_linux_is_loaded(shipped: Path) -> None:
    """Grading there loads neither the fork server nor what only Linux's sandbox needs."""
    dump = "import atexit\natexit.register(lambda: print(*sys.modules))\nmain(sys.argv"
    program = PARENT.replace("main(sys.argv", dump)
    loaded = set(windows(shipped, "submit", "exercises/forward.py", code=1, program=program).split())
    linux = ("sandbox.fork_server", "inside.jail", "inside.landlock", "inside.bootstrap", "inside.server")
    assert not {f"grader.{name}" for name in linux} & loaded


@pytest.mark.parametrize("words", [("submit", "exercises/forward.py"), ("doctor",)])
def test_macos(shipped: Path, words: tuple[str, ...]) -> None:
    """On macOS there are signals and limits, and neither fork nor pidfd is used."""
    program = (
        "import sys, subprocess, shutil, click, numpy, jinja2, rich.console, rich.table, os\n"
        "sys.platform = 'darwin'\ndel os.pidfd_open\nfrom grader.cli import main\n"
        "main(sys.argv[1:], prog_name='grade')"
    )
    windows(shipped, *words, code=int(words[0] == "submit"), program=program)
