"""The attacks in ``tests/hostile``, the small world that they attack, and what became of one of them.

An attack says that it has won by a number: the secret that it has read, or WON where there is nothing to
read. Whoever runs it does not rely on that: the files, the processes, the listeners and the next submission
are looked at, too.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from secrets import randbelow
from tempfile import mkdtemp

import numpy as np
from programs import PAGES, asked

from grader.errors import SandboxError
from grader.grading.grade import observe, report
from grader.grading.verdict import Report
from grader.inside.observation import Limits, Observation, Observed, Program
from grader.intake.submission import Submission
from grader.keys import keyfile
from grader.keys.key import AnswerKey
from grader.keys.making import keymaker
from grader.pages import page
from grader.report import html, terminal
from grader.report import json as as_json
from grader.sandbox.client import Sandbox

FOLDER = Path(__file__).parent / "hostile"
WON = 31337.0
LIMITS = Limits(load=3.0, call=0.6)
STATUSES = frozenset({"FAILED", "RAISED", "CRASHED", "TIMED_OUT", "OUT_OF_MEMORY"})
CONTROLS = frozenset("\x1b\x9b\u202e\0\x07")
"""What no report may hold as it came, in any form."""

MARKUP = ("</script>passed", "<script>alert")
"""What no web page may hold as it came."""

KNOWN = {"kernel-only": frozenset({"files/asks_for_a_size"})}
"""What a tier is known not to stop; docs/security.md says so."""

LEFT = ("/tmp", "/var/tmp", "/dev/shm", "/run")
"""Where attacks leave files called grade-left-behind."""

STATE = """
import random, sys
import numpy as np

def state():
    luck = [random.random(), float(np.random.rand()), float(np.zeros(1).sum()), 0.1 + 0.2, 1e-310 * 1]
    return [*luck, len(sys.modules), len(dir(__builtins__)), sys.getrecursionlimit()]
"""
"""What one program could leave behind for the next."""


@dataclass(frozen=True)
class Attack:
    """One file: its group, its name, the statuses that its first line expects, and its text."""

    group: str
    name: str
    expect: frozenset[str]
    text: str

    @property
    def id(self) -> str:
        """Group and name."""
        return f"{self.group}/{self.name}"

    @property
    def page(self) -> str:
        """The page that it is handed in for."""
        return "unit_leaf" if self.group == "torch" else "unit_line"


def read(path: Path) -> Attack:
    """Read an attack."""
    text = path.read_text(encoding="utf-8")
    first = text.partition("\n")[0].removeprefix("# expect: ")
    return Attack(path.parent.name, path.stem, frozenset(first.split(" or ")), text)


ATTACKS = tuple(read(path) for path in sorted(FOLDER.glob("*/*.py")))


# ---- the world that is attacked ----


class World:
    """A course in a folder that any user may enter, with a secret, a bystander and three listeners.

    Nothing but the sandbox stands between an attack and what is here: all of it may be read by everybody,
    and ``writable`` may be written by everybody.
    """

    def __init__(self, stack: ExitStack) -> None:
        """Make a new one; the stack takes it away again."""
        self.secret = 1_000_000 + randbelow(9_000_000)
        self.words = f"SECRET = {self.secret}"
        self.folder = Path(mkdtemp(prefix="world-", dir="/tmp"))
        stack.callback(subprocess.run, ["rm", "-rf", str(self.folder)], check=False)
        self.furnish()
        self.calls: list[str] = []
        self.port = self.listen(stack)
        self.bystander = start_bystander(self.words)
        stack.callback(end, self.bystander)
        self.before = self.snapshot()

    def furnish(self) -> None:
        """Write the course."""
        self.folder.chmod(0o755)
        for name in ("solutions", "submissions", ".grade/keys", "writable"):
            (self.folder / name).mkdir(parents=True)
        solution = self.folder / "solutions" / "unit_line.py"
        solution.write_text(f"{self.words}\n")
        with suppress(OSError):  # not every file system keeps attributes
            os.setxattr(solution, "user.note", self.words.encode())
        (self.folder / "submissions" / "other.py").write_text(f"# {self.words}\n")
        (self.folder / "latest").symlink_to(self.words)
        for name in ("results.json", "mine.json"):
            (self.folder / "writable" / name).write_text('{"score": 0}' + " " * 5000)
            (self.folder / "writable" / name).chmod(0o666)
        (self.folder / "writable").chmod(0o777)

    def listen(self, stack: ExitStack) -> int:
        """Wait for calls by TCP, by UDP, at a socket file and at a socket without one."""
        tcp = socket.create_server(("127.0.0.1", 0))
        port: int = tcp.getsockname()[1]
        udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        udp.bind(("127.0.0.1", port))
        named, abstract = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)
        named.bind(str(self.folder / "socket"))
        (self.folder / "socket").chmod(0o777)
        abstract.bind(f"\0grade-{port}")
        for line in (named, abstract):
            line.listen()
        for name, line in (("TCP", tcp), ("UDP", udp), ("socket file", named), ("abstract socket", abstract)):
            threading.Thread(target=self.hear, args=(name, line), daemon=True).start()
            stack.callback(line.close)
            stack.callback(hang_up, line)
        return port

    def hear(self, name: str, line: socket.socket) -> None:
        """Write down every call."""
        with suppress(OSError):
            while True:
                if line.type == socket.SOCK_DGRAM:
                    if not line.recv(99):
                        return
                else:
                    line.accept()[0].close()
                self.calls.append(name)

    def place(self, attack: Attack) -> str:
        """Return an attack's text with this world's folder, port and bystander in it."""
        text = attack.text.replace("/srv/course", str(self.folder)).replace("47611", str(self.port))
        return text.replace("47612", str(self.bystander.pid))

    def snapshot(self) -> Mapping[str, object]:
        """Return everything that an attack might change in files."""
        found: dict[str, object] = {}
        for path in sorted(self.folder.rglob("*")):
            status = path.lstat()
            content = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
            found[str(path)] = (status.st_mode, status.st_nlink, status.st_mtime_ns, content)
        for folder in LEFT:
            for path in Path(folder).glob("grade-left-behind*"):
                found[str(path)] = "left"
        return found

    def facts(self) -> Iterator[str]:
        """Yield what happened to this world since it was made."""
        if self.snapshot() != self.before:
            yield "changed a file"
        if self.calls:
            yield f"called by {self.calls[0]}"
        if self.bystander.poll() is not None:
            yield "ended a bystander"


def start_bystander(words: str) -> subprocess.Popen[bytes]:
    """Start a process that has the secret in its environment, its command line and its memory."""
    code = f"import time; held = bytearray(b'{words} ' * 5); print(flush=True); time.sleep(3600)"
    process = subprocess.Popen(
        [sys.executable, "-S", "-c", code, words], env={"NOTE": words}, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    return process


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process and forget it."""
    process.kill()
    process.wait()
    if process.stdout is not None:
        process.stdout.close()


def hang_up(line: socket.socket) -> None:
    """Wake whoever listens on a socket."""
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


# ---- running one attack ----


@dataclass(frozen=True)
class Fate:
    """What became of an attack: its first task's statuses, and every fact that says that it has won."""

    statuses: frozenset[str]
    facts: tuple[str, ...]
    report: Report | None = None


@dataclass
class Range:
    """A sandbox, the keys of the pages under attack, and a world; where an attack can be tried."""

    sandbox: Sandbox
    world: World
    keys: dict[str, AnswerKey] = field(default_factory=dict)
    references: dict[str, Program] = field(default_factory=dict)
    clean: dict[str, tuple[bytes, ...]] = field(default_factory=dict)

    @property
    def tier(self) -> str:
        """What the sandbox stands on here."""
        self.prepare("unit_line")
        return self.sandbox.observe(Program(""), [], "numpy").tier

    def prepare(self, name: str) -> None:
        """Make a page's key, and note what a clean submission gives."""
        if name not in self.keys:
            attacked = page.read(PAGES / f"{name}.py")
            self.keys[name] = keymaker.make(attacked, self.sandbox, 0, with_mutants=False)
            self.references[name] = attacked.reference
            path = self.world.folder / ".grade" / "keys" / f"{name}.json"
            keyfile.save(self.keys[name], path, "any")
            path.chmod(0o644)
            self.world.before = self.world.snapshot()
            self.clean[name] = self.submit_cleanly(name)

    def submit_cleanly(self, name: str) -> tuple[bytes, ...]:
        """Return all that an honest submission gives, to the last bit."""
        key = self.keys[name]
        profile = "torch" if name == "unit_leaf" else "numpy"
        rows = [self.sandbox.observe(self.references[name], key.scenarios, profile).row]
        rows += [self.sandbox.observe(Program(STATE), [asked("state")], profile).row]
        return tuple(
            name.encode() + array.tobytes()
            for row in rows
            for seen in row
            for name, array in seen.values.items()
        )

    def run(self, attack: Attack) -> Fate:
        """Hand an attack in, and look what it did; again where a busy machine gave it too little time."""
        fate = self.run_once(attack)
        for _ in range(2):
            if fate.facts or "TIMED_OUT" not in fate.statuses - attack.expect:
                break
            fate = self.run_once(attack)
        return fate

    def run_once(self, attack: Attack) -> Fate:
        """Hand an attack in, and look what it did."""
        self.prepare(attack.page)
        path = self.world.folder / f"{attack.page}.py"
        submission = Submission(
            attack.page, path.name, Program(self.world.place(attack), filename=path.name), "0" * 64
        )
        key, processes, files = self.keys[attack.page], others(), open_files()
        try:
            seen = observe(submission, key, self.sandbox)
            graded = report(submission, key, seen, self.sandbox.limits)
            clean = self.submit_cleanly(attack.page) == self.clean[attack.page]
        except SandboxError as fault:
            return Fate(frozenset(), (f"ended the server: {fault}",))
        except Exception as fault:  # an attack may well bring ours to light
            return Fate(frozenset(), (f"broke the grader: {type(fault).__name__}: {fault}",))
        facts = [*told(seen, self.world.secret), *shown(graded, self.world.words), *self.world.facts()]
        facts += [] if clean else ["changed the next submission"]
        facts += [f"earned {graded.score:g} points"] if graded.score else []
        facts += ["left a process"] if stay(lambda: others() - processes) else []
        facts += ["left a file open"] if stay(lambda: open_files() > files) else []
        return Fate(statuses(graded, key), tuple(facts), graded)


def statuses(graded: Report, key: AnswerKey) -> frozenset[str]:
    """Return the statuses of the first task's checks, but for those that a right answer passes by itself."""
    task = graded.verdicts[0].task
    easy = {check.id for check in key.checks if check.prerequisite}
    found = {verdict.status for verdict in graded.verdicts if verdict.task == task and verdict.id not in easy}
    return frozenset(word.upper() for word in found)


def told(seen: Observed, secret: int) -> Iterator[str]:
    """Yield what the numbers of an observation say: that a secret was read, or that the attack has won."""
    numbers = [number for one in seen.row for number in numbers_of(one)]
    if secret in numbers:
        yield "read the secret"
    elif WON in numbers:
        yield "said that it won"
    if any(str(one.error) == "Exit: 42" for one in seen.row):
        yield "became another program"


def numbers_of(seen: Observation) -> Iterator[float]:
    """Yield an observation's numbers."""
    for array in seen.values.values():
        if array.dtype.kind in "iuf":
            yield from np.ravel(array).astype(float).tolist()[:1000]


def shown(graded: Report, words: str) -> Iterator[str]:
    """Yield what a report must not show, in any form, to anybody."""
    for one in (graded, graded.for_student()):
        texts = (terminal.render(one), html.render(one), as_json.render(one))
        json.loads(texts[2])
        if any(words in text for text in texts):
            yield "showed the secret"
        if any(CONTROLS & set(text) for text in texts) or any(mark in texts[1] for mark in MARKUP):
            yield "reached a report with escapes or markup"


def others() -> set[int]:
    """Return the processes that a program of ours has left alone: children of nobody, named like a server."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                if parent <= 1 and b"grader.sandbox" in (entry / "cmdline").read_bytes():
                    found.add(int(entry.name))
    return found


def open_files() -> int:
    """Return how many files this process has open."""
    return len(os.listdir("/proc/self/fd"))


def stay(true: Callable[[], object]) -> bool:
    """Tell whether something is true and still is a moment later: processes take a moment to end."""
    for _ in range(20):
        if not true():
            return False
        time.sleep(0.05)
    return True


@contextmanager
def opened(sandbox: Sandbox) -> Iterator[Range]:
    """Offer a range around a sandbox."""
    with ExitStack() as stack:
        stack.enter_context(sandbox)
        yield Range(sandbox, World(stack))
