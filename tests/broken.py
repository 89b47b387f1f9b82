"""Ways to break the page ``pages/one_slope.py`` in one place: the rule that is broken, and the text exchanged."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

SOUND = (Path(__file__).parent / "pages" / "one_slope.py").read_text(encoding="utf-8")

Edits = tuple[tuple[str, str], ...]


def unmarked(mark: str, *names: str) -> Edits:
    """Take the marks off some functions, so that they are programs of the page no more."""
    return tuple((f"{mark}\ndef {name}(", f"def {name}(") for name in names)


BEFORE_TASKS = "@task\ndef errors"
CHECKS = "\nchecks = ["

REFUSES_WORDS = """
@scenario(slope, title="takes no words", note="it shows what a stub may earn")
def takes_no_words(program, rng):
    try:
        program.slope("w", "x", "y")
    except Exception:
        return {"refused": 0.75}
    return {"refused": 0.25}


checks = [
    takes_no_words,"""

TWIN = '''
@misconception(slope)
def twin_of_uphill(w, x, y):
    """Which way does the loss fall?

    Hint: Look at the sign.
    """
    return -np.mean(2 * (w * x - y) * x)


checks = ['''

BROKEN: Mapping[str, Edits] = MappingProxyType(
    {
        "page: is not Python": (("def errors(w, x, y):", "def errors(w, x, y:"),),
        "page: has a reference that is not finite": (("return w * x - y\n", "return w * x - y + np.inf\n"),),
        "page: is finite on the first inputs only": (
            ("return w * x - y\n", "return (w * x - y) * (1 if len(x) == 3 or x[0] < 0 else np.inf)\n"),
        ),
        "misconceptions": unmarked(
            "@misconception(slope)", "uphill", "product_of_means", "exponent_forgotten"
        ),
        "alternatives": unmarked("@alternative(slope)", "with_a_loop", "with_a_dot_product"),
        "hints": (("    Hint: The chain has two links. Which of them depends on x?\n", ""),),
        "answer": (("Compare your number for the story's", "You should return w*x - y, as in the story's"),),
        "script": (
            (BEFORE_TASKS, f'if __name__ == "__main__":\n    print(no_such_name)\n\n\n{BEFORE_TASKS}'),
        ),
        "right: is an alternative that is wrong": (("total += 2 * ", "total += 2.2 * "),),
        "right: fails on redrawn inputs": (("return total / len(x)", "return total / (len(x) + (w < 0))"),),
        "right: raises on float32": (("total = 0.0\n", "total = 0.0 if x.dtype == np.float64 else None\n"),),
        "right: fails with loops": (
            (
                "return 2 / len(x) * x @",
                'return (2.2 if "loops_of_prove" in globals() else 2) / len(x) * x @',
            ),
        ),
        "steady: remembers its calls": (
            ("def turned_twice(w, x, y):\n", "def turned_twice(w, x, y, calls=[]):\n    calls.append(1)\n"),
            ("return -(y - x * w)", "return -(y - x * w) * (1 + 1e-15 * len(calls))"),
        ),
        "steady: draws without a seed": (
            ("return -(y - x * w)", "return -(y - x * w) * (1 + 1e-14 * np.random.default_rng().random())"),
        ),
        "idle": (
            (
                "import alternative, gradients, misconception, normal, returns,",
                "import alternative, gradients, misconception, normal, returns, scenario,",
            ),
            (CHECKS, REFUSES_WORDS),
        ),
        "caught: is right": (("return np.mean(2 * (y - w * x) * x)", "return np.mean(2 * x * (w * x - y))"),),
        "caught: is right on redrawn inputs": (
            (
                "return np.mean(2 * (y - w * x) * x)",
                "return np.mean(2 * x * (w * x - y)) * (1 + (len(x) == 7 and w > 0))",
            ),
        ),
        "caught: is right on float32": (
            (
                "return np.mean(2 * (y - w * x) * x)",
                "return np.mean(2 * x * (w * x - y)) * (1 + (x.dtype == np.float64))",
            ),
        ),
        "free": (
            ('title="three errors", public', 'title="three errors", points=0, public'),
            ('title="five fresh errors"', 'title="five fresh errors", points=0'),
        ),
        "recognised: is one of two alike": ((CHECKS, TWIN),),
        "recognised: is another one with loops": (
            (
                "return np.mean(2 * (y - w * x) * x)",
                'return np.sum(x) if "loops_of_prove" in globals() else np.sum(y)',
            ),
        ),
        "spill": (
            (
                "return np.mean(2 * (w * x - y) * x)\n\n\n# ----",
                "return np.mean(2 * errors(w, x, y) * x)\n\n\n# ----",
            ),
        ),
        "catches": (("        note=", "        tolerance=None,  # note="),),
        "scatter": (("return total / len(x)", "return total / len(x) * (1 + 1e-5)"),),
        "near": (('title="seven fresh samples",', 'title="seven fresh samples",\n        tolerance=0.1,'),),
        "slope": (
            (
                "return np.mean((w * x - y) ** 2)\n\n\n@task",
                "return np.mean((w * x - y) ** 2) / 2\n\n\n@task",
            ),
        ),
        "leak": (
            (
                "returns(errors, w=uniform(1.5, 2), x=normal(size=5), y=normal(size=5)",
                "returns(errors, w=1.0, x=ramp, y=np.array([-1.0, -0.5, -4.0])",
            ),
        ),
    }
)
"""Titles begin with the rule; what follows them ends the sentence "the page …"."""


def broken(case: str) -> str:
    """Return the sound page with the text of one case exchanged."""
    text = SOUND
    for old, new in BROKEN[case]:
        assert old in text, f"the sound page has no {old!r}"
        text = text.replace(old, new)
    return text
