"""Show three mistakes: what the student wrote, what a test says, what this grader says (`make demo`)."""

import json
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent
REPORTS = EXAMPLES.parent / "build" / "demo"


@dataclass(frozen=True)
class Case:
    """A student's file, the line that matters, and a test as it is usually written."""

    file: str
    lines: tuple[int, int]
    test: str


CASES = (
    Case(
        "manual_gradient_summed",
        (22, 24),
        "assert np.allclose(gradient(1, 0.5, np.array([1, 2, 3]), np.array([2, 4, 6])), [-22 / 3, -3])",
    ),
    Case(
        "zero_grad_first_only",
        (8, 10),
        "w1.grad, w2.grad = w1 + 1, w2 + 1; zero_grad([w1, w2]); assert not w2.grad.any()",
    ),
    Case(
        "backprop_222_wrong_hidden_error",
        (40, 42),
        "w = np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8]); x, y = (0.5, 0.3), (0.23, -0.07); "
        "assert np.isclose(gradient(w, x, y, *forward(w, x))[0], -0.00842, atol=1e-4)",
    ),
)


def main() -> int:
    """Show every case; fail only where the grader itself does."""
    REPORTS.mkdir(parents=True, exist_ok=True)
    codes = [show(number, case) for number, case in enumerate(CASES, start=1)]
    print(f"\nThe last report as a web page:  {REPORTS / CASES[-1].file}.html")
    print("Your own turn:                  . .venv/bin/activate && grade watch")
    return max(codes) if max(codes) > 1 else 0


def show(number: int, case: Case) -> int:
    """Show one case; return the grader's exit code."""
    path = EXAMPLES / f"{case.file}.py"
    text = path.read_text(encoding="utf-8")
    first, last = case.lines
    print(f"\n──── {number} of {len(CASES)}: examples/{path.name} {'─' * 30}\n")
    print("The student wrote\n")
    print(textwrap.indent(textwrap.dedent("\n".join(text.split("\n")[first - 1 : last])), "    "))
    print(f"\nA test says\n\n    {says(text, case.test)}\n\nThis grader says\n", flush=True)
    report = REPORTS / path.with_suffix(".html").name
    words = [sys.executable, "-m", "grader", "submit", str(path), "--html", str(report), "--json"]
    done = subprocess.run(words, cwd=EXAMPLES.parent, capture_output=True, encoding="utf-8", check=False)
    if done.returncode > 1:
        print(done.stderr)
        return done.returncode
    for found in json.loads(done.stdout)["diagnosis"]:
        print(textwrap.fill(found["title"], 76, initial_indent="    ", subsequent_indent="    "))
        print(textwrap.fill(found["message"], 76, initial_indent="      ", subsequent_indent="      "))
    return done.returncode


def says(text: str, test: str) -> str:
    """Return the last line of what Python says when a test meets a student's file."""
    done = subprocess.run(
        [sys.executable, "-c", f"import numpy as np\n{text}\n{test}"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return (done.stderr.strip().split("\n") or [""])[-1]


sys.exit(main())
