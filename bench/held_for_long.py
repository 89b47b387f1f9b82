"""Hand ten thousand programs in to one server, and see whether it holds more at the end.

    python bench/held_for_long.py [PROGRAMS]

Every fate is among them: right ones, raised exceptions, ended processes, floods, garbage, too much memory.
Prints open files, memory and processes of the grader and of the server at ten moments; ends with status 1
where files or processes have become more, or memory has grown by more than a tenth and a MiB.
"""

import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
import endurance

from grader.sandbox.client import Sandbox

STEPS = 10


def main(programs: int) -> int:
    """Hand them in, print the record, return the exit status."""
    print("programs   files  KiB own   server: files  KiB own  processes   ms median")
    with Sandbox() as sandbox:
        list(endurance.submit(sandbox, 100))
        looks = [endurance.held()]
        show(0, looks[0], 0.0)
        for step in range(STEPS):
            done = programs * step // STEPS
            times = list(endurance.submit(sandbox, programs * (step + 1) // STEPS - done, done))
            looks.append(endurance.held())
            show(programs * (step + 1) // STEPS, looks[-1], statistics.median(times))
        tier = sandbox.observe(endurance.Program(""), [], "numpy").tier
    first, last = looks[0], looks[-1]
    print(f"tier: {tier}")
    same = (first.files, first.server_files, first.processes) == (
        last.files,
        last.server_files,
        last.processes,
    )
    grown = grew(first.memory, last.memory) or grew(first.server_memory, last.server_memory)
    print("nothing has grown" if same and not grown else "something has grown")
    return int(not same or grown)


def grew(before: int, after: int) -> bool:
    """Tell whether memory has grown by more than what comes and goes."""
    return after > before * 1.1 + 1024


def show(done: int, look: endurance.Held, seconds: float) -> None:
    """Print one line of the record."""
    words = f"{done:8} {look.files:7} {look.memory:8} {look.server_files:15} {look.server_memory:8}"
    print(f"{words} {look.processes:10} {1000 * seconds:11.1f}", flush=True)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
