"""How long one cold `grade submit` takes, beside `python -c "import torch"`, in turn in one run.

    python bench/cold_submit.py [ROUNDS]

Prints minimum and median seconds of each command, and the median of the ratios taken pair by pair.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
GRADE = [sys.executable, "-m", "grader"]
COMMANDS = {
    "import torch": [sys.executable, "-c", "import torch"],
    "submit, NumPy page": [*GRADE, "submit", str(EXAMPLES / "manual_gradient_summed.py")],
    "submit, torch page": [*GRADE, "submit", str(EXAMPLES / "zero_grad_first_only.py")],
}


def seconds(command: list[str]) -> float:
    """Run a command once and return its wall time."""
    started = time.perf_counter()
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - started


def main(rounds: int) -> None:
    """Run all commands in turn and print the table."""
    for command in COMMANDS.values():
        seconds(command)  # make the keys, fill the caches
    times = {name: [] for name in COMMANDS}
    for _ in range(rounds):
        for name, command in COMMANDS.items():
            times[name].append(seconds(command))
    base = times["import torch"]
    print(f"{'':20} {'min s':>7} {'median s':>9} {'× import torch':>15}")
    for name, row in times.items():
        ratio = statistics.median(one / other for one, other in zip(row, base, strict=True))
        print(f"{name:20} {min(row):7.2f} {statistics.median(row):9.2f} {ratio:15.2f}")


main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
