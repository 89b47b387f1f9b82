"""How far a reader travels: functions, files, and moves between files of ours in one `grade submit`.

    python bench/moves.py [FILE]

A move is a call or a return that leads from one file of `grader/` into another, each time that it happens. What runs in the sandbox's own processes is not counted.
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
    """The functions and files that were entered, and the moves between files."""

    def __init__(self) -> None:
        """Start outside."""
        self.functions: set[tuple[str, str]] = set()
        self.calls = self.returns = 0

    def __call__(self, frame: FrameType, event: str, argument: object) -> None:
        """Count a call into one of our functions, and a return into another file of ours."""
        if not frame.f_code.co_filename.startswith(str(ROOT)) or event not in ("call", "return"):
            return
        here, there = ours(frame), ours(frame.f_back)
        self.functions.add((here, frame.f_code.co_qualname))
        if there and there != here:
            self.calls += event == "call"
            self.returns += event == "return"


def ours(frame: FrameType | None) -> str:
    """Return the file of the nearest frame that is ours, by its path below `grader/`; empty where none is."""
    while frame is not None:
        path = frame.f_code.co_filename
        if path.startswith(str(ROOT)):
            return path.removeprefix(str(ROOT))
        frame = frame.f_back
    return ""


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
    moves = travel.calls + travel.returns
    print(f"{len(travel.functions)} functions in {len(files)} files of {ROOT.name}/")
    print(f"{moves} moves between files: {travel.calls} calls, {travel.returns} returns")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLE)
