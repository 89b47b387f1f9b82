"""The first minute on a machine with nothing but Python: an environment, the wheel, the course, a submit.

    make dist && python bench/first_minute.py [WHEEL] [ROUNDS]

Prints seconds of each step once, then the median of ROUNDS submits of a NumPy page beside `import numpy`
and, where this interpreter has torch, of a torch page beside `import torch`, in turn.
"""

import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SPARSE = {**os.environ, "PYTHONPATH": "", "NO_COLOR": "1"}


def seconds(*command: str | Path, cwd: Path, allowed: tuple[int, ...] = (0,)) -> float:
    """Run a command and return its wall time; an exit code that is not allowed stops everything."""
    started = time.perf_counter()
    done = subprocess.run(list(map(str, command)), cwd=cwd, env=SPARSE, capture_output=True, text=True)
    if done.returncode not in allowed:
        sys.exit(f"{command}: {done.returncode}\n{done.stdout}{done.stderr}")
    return time.perf_counter() - started


def beside(name: str, command: list[str | Path], other: list[str | Path], cwd: Path, rounds: int) -> None:
    """Print the median of a submit and of an import, and of their ratios taken pair by pair."""
    pairs = [(seconds(*command, cwd=cwd, allowed=(0, 1)), seconds(*other, cwd=cwd)) for _ in range(rounds)]
    mine, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(one / two for one, two in pairs)
    print(f"{name:34} {mine:6.2f} s, {ratio:.2f} × `{other[-1]}` ({theirs:.2f} s)")


def main(wheel: Path, rounds: int) -> None:
    """Walk through the first minute in a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        python, grade = home / "env" / "bin" / "python", home / "env" / "bin" / "grade"
        if os.name == "nt":
            python, grade = home / "env" / "Scripts" / "python", home / "env" / "Scripts" / "grade"
        steps = {
            "python -m venv env": [sys.executable, "-m", "venv", "env"],
            f"pip install {wheel.name}": [python, "-m", "pip", "install", "--quiet", wheel],
            "grade start course": [grade, "start", "course"],
        }
        for name, command in steps.items():
            print(f"{name:34.34} {seconds(*command, cwd=home):6.2f} s")
        stub, course = Path("exercises") / "forward.py", home / "course"
        first = seconds(grade, "submit", stub, cwd=course, allowed=(1,))
        print(f"{'first grade submit':34} {first:6.2f} s")
        numpy = [python, "-c", "import numpy"]
        beside("submit, NumPy page", [grade, "submit", stub], numpy, course, rounds)
        if importlib.util.find_spec("torch"):
            command = [sys.executable, "-m", "grader", "submit", course / "exercises" / "zero_grad.py"]
            torch = [sys.executable, "-c", "import torch"]
            beside("submit, torch page", [*command, "--course", course], torch, ROOT, rounds)


wheels = sorted((ROOT / "dist").glob("*.whl"))
found = [Path(word).resolve() for word in sys.argv[1:] if word.endswith(".whl")] or wheels[-1:]
if not found:
    sys.exit("no wheel: run `make dist` first, or name one")
main(found[0], int(next((word for word in sys.argv[1:] if word.isdigit()), 5)))
