"""How far a reader travels: functions, files, and moves between files of ours in one `grade submit`.

    python bench/moves.py [FILE]

A move leads from a function in one file of `grader/` into a function in another, by a call or by its
return; each pair of functions counts once, however often it repeats. What runs in the sandbox's own
processes is not counted.
"""

import sys
from pathlib import Path
from types import FrameType

from click.testing import CliRunner

import grader
from grader.cli import main as grade

ROOT = Path(grader.__file__).resolve().parent
EXAMPLE = ROOT.parent / "examples" / "manual_gradient_summed.py"


class Travel:
    """The functions that were entered, and the pairs of caller and called that stand in two files."""

    def __init__(self) -> None:
        """Start outside."""
        self.functions: set[tuple[str, str]] = set()
        self.pairs: set[tuple[str, str]] = set()

    def __call__(self, frame: FrameType, event: str, argument: object) -> None:
        """Note a call into one of our functions."""
        if event != "call" or not frame.f_code.co_filename.startswith(str(ROOT)):
            return
        here, there = named(frame), named(frame.f_back)
        self.functions.add(here)
        if there[0] and there[0] != here[0]:
            self.pairs.add((" ".join(there), " ".join(here)))


def named(frame: FrameType | None) -> tuple[str, str]:
    """Return file and function of the nearest frame that is ours; empty where none is."""
    while frame is not None:
        path = frame.f_code.co_filename
        if path.startswith(str(ROOT)):
            return path.removeprefix(str(ROOT)), frame.f_code.co_qualname
        frame = frame.f_back
    return "", ""


def main(file: Path) -> None:
    """Submit once to make the key, once to count; print the counts."""
    words = ["submit", str(file), "--course", str(ROOT.parent)]
    CliRunner().invoke(grade, words)
    travel = Travel()
    sys.setprofile(travel)
    try:
        CliRunner().invoke(grade, words)
    finally:
        sys.setprofile(None)
    files = {file for file, _ in travel.functions}
    pairs = len(travel.pairs)
    print(f"{len(travel.functions)} functions in {len(files)} files of {ROOT.name}/")
    print(f"{2 * pairs} moves between files: {pairs} calls and their returns")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLE)
