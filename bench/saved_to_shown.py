"""How long `grade watch` takes from a save to the report on the screen, beside a bare fork of the same.

    python bench/saved_to_shown.py [ROUNDS]

For each building block a real `grade watch` runs on a terminal of 80 columns. A right answer and a wrong one
are saved in turn, by renaming; the clock stops when the end of the frame has arrived. In the same turn a bare
fork of a process that has the libraries loaded runs the same program and scenarios: no sandbox, no report.
Prints the median of both in milliseconds, the longest time from save to screen, and the median of the ratios
taken pair by pair. "updates" is the greatest number of updates in one observed training.
"""

from __future__ import annotations

import os
import pty
import re
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy  # noqa: F401  (the bare fork has it loaded, as the sandbox's server has)
import torch

from grader.course import finding
from grader.inside import observe, program
from grader.inside.observation import Program
from grader.keys.key import AnswerKey
from grader.pages import page

ROOT = Path(__file__).resolve().parent.parent
BLOCKS = ("forward", "loss", "manual_gradient", "update_step", "zero_grad", "quadratic", "backprop_222")
END = "q quit"
PATIENCE = 60.0

torch.set_num_threads(1)


class Terminal:
    """A `grade watch` on a terminal of its own."""

    def __init__(self, file: Path) -> None:
        """Start it and wait for its first frame."""
        self.ours, theirs = pty.openpty()
        words = [sys.executable, "-m", "grader", "watch", str(file), "--course", str(ROOT)]
        surroundings = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "40"}
        self.process = subprocess.Popen(words, stdin=theirs, stdout=theirs, stderr=theirs, env=surroundings)
        os.close(theirs)
        self.frame()

    def frame(self) -> str:
        """Read until a frame is complete."""
        text, deadline = "", time.monotonic() + PATIENCE
        while END not in text:
            if not select.select([self.ours], [], [], deadline - time.monotonic())[0]:
                raise TimeoutError(text)
            text += os.read(self.ours, 65536).decode(errors="replace")
        return text

    def close(self) -> None:
        """Quit."""
        os.write(self.ours, b"q")
        self.process.wait(10)
        os.close(self.ours)


def save(path: Path, text: str) -> None:
    """Save as many editors do: a new file takes the old one's place."""
    new = path.with_name("new.tmp")
    new.write_text(text, encoding="utf-8")
    os.replace(new, path)


def bare(text: str, key: AnswerKey) -> None:
    """Run a program and every scenario of a key in a fork, and wait for its end."""
    pid = os.fork()
    if pid == 0:
        try:
            space, _ = program.load(Program(text))
            for scenario in key.scenarios:
                observe.run(space, {}, scenario, "program.py")
        finally:
            os._exit(0)
    os.waitpid(pid, 0)


def milliseconds(act: Callable[[], object]) -> float:
    """Return how long something takes."""
    started = time.perf_counter()
    act()
    return 1e3 * (time.perf_counter() - started)


def updates(key: AnswerKey) -> int:
    """Return the greatest number of updates that a scenario asks for, by its epochs and samples."""
    found = [0]
    for scenario in key.scenarios:
        named = dict(zip(scenario.labels, scenario.args, strict=True))
        rounds = named.get("epochs", named.get("rounds", 0))
        if told := re.search(r"\.train\(.*?, (\d+)\)", scenario.text):
            rounds = int(told[1])
        found.append(int(rounds) * len(named.get("xs", [0])))
    return max(found)


def measure(id: str, rounds: int) -> tuple[list[float], list[float]]:
    """Return the times from save to screen, and those of the bare fork, pair by pair."""
    home = finding.find(ROOT, ROOT)
    key = home.key(id)
    exercise = page.read(home.page(id))
    texts = [exercise.reference.text, exercise.misconceptions[0].program.text]
    shown, forked = [], []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{id}.py"
        save(file, texts[0])
        terminal = Terminal(file)
        for turn in range(rounds):
            text = f"{texts[turn % 2]}\n# {turn}\n"
            new = file.with_name("new.tmp")
            new.write_text(text, encoding="utf-8")

            def act(new: Path = new) -> None:
                os.replace(new, file)
                terminal.frame()

            shown.append(milliseconds(act))
            time.sleep(0.1)  # a person does not save twice in a tenth of a second
            forked.append(milliseconds(lambda text=text: bare(text, key)))
        terminal.close()
    return shown, forked


def main(rounds: int) -> None:
    """Measure every building block and print the table."""
    print(f"{'':16} {'updates':>7} {'saved to shown ms':>18} {'most':>7} {'bare fork ms':>13} {'ratio':>6}")
    for id in BLOCKS:
        shown, forked = (row[2:] for row in measure(id, rounds + 2))  # the first two are warm-up
        ratio = statistics.median(one / other for one, other in zip(shown, forked, strict=True))
        count = updates(finding.find(ROOT, ROOT).key(id))
        print(
            f"{id:16} {count:7} {statistics.median(shown):18.0f} {max(shown):7.0f} "
            f"{statistics.median(forked):13.0f} {ratio:6.1f}"
        )


main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
