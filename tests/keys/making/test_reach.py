"""What a program gives on a scenario hangs on the statements that the scenario can reach, and on no other."""

from __future__ import annotations

import pytest

from grader.keys.making.reach import bare_code, reached, whole

PAGE = '''import numpy as np

SCALE = 2.0


def helper(x):
    """Return x, scaled."""
    return SCALE * x


def forward(x):
    return helper(x) + 1


def other(x):
    return x**2


class Model:
    def __init__(self):
        self.w = 1.0

    def run(self, x):
        return forward(x)


def wrong(x):
    return x - 1
'''


def names(text: str, *words: str) -> str:
    """Return the first lines of what is reached."""
    parts = reached(text, frozenset(words)).parts
    return " | ".join(part.splitlines()[0] for part, _ in parts)


def test_a_task_reaches_what_it_calls() -> None:
    """What it names, what that names, and what runs when the program is loaded; nothing else."""
    assert names(PAGE, "forward") == "import numpy as np | SCALE = 2.0 | def helper(x): | def forward(x):"
    assert names(PAGE, "other") == "import numpy as np | def other(x):"
    assert "def forward" in names(PAGE, "Model")


@pytest.mark.parametrize(
    ("end", "seen"),
    [
        ("other = wrong\n", False),
        ("helper = wrong\n", True),
        ("Model.run = wrong\n", False),
        ("forward(1)\n", True),  # it runs as the program is loaded, whatever it does
        ("np.add = wrong\n", True),
        ("@np.vectorize\ndef more(x):\n    return x\n", True),
        ("def more(x, y=other(1)):\n    return x\n", True),
        ("class More(Model):\n    size = other(1)\n", True),
        ("class More(Model):\n    def more(self):\n        return other(1)\n", False),
        ("def more():\n    global SCALE\n    SCALE = 3.0\n", True),
    ],
)
def test_a_change_is_seen_where_it_may_matter(end: str, seen: bool) -> None:
    """A definition changes what names it; a statement that does something may change anything."""
    before = reached(PAGE, frozenset({"forward"}))
    after = reached(PAGE + end, frozenset({"forward"}))
    assert (before.digest != after.digest) is seen


@pytest.mark.parametrize("line", ['getattr(Model, "run")', 'globals()["other"](x)', "eval('other(x)')"])
def test_names_in_texts(line: str) -> None:
    """A text that is a name may reach it; who asks for all names may reach everything."""
    text = PAGE.replace("return helper(x) + 1", f"return {line}")
    assert "class Model" in names(text, "forward")


def test_prose_and_places_change_nothing() -> None:
    """The same code with other docstrings, comments and lines between is the same code."""
    other = PAGE.replace("Return x, scaled.", "Scale x.").replace(
        "\n\ndef other", "\n# A comment.\n\n\ndef other"
    )
    assert reached(PAGE, frozenset({"forward"})).digest == reached(other, frozenset({"forward"})).digest


def test_lines_are_those_of_the_program() -> None:
    """Each node of what is reached lies on the line on which it stands in the whole program."""
    found = reached(PAGE, frozenset({"other"}))
    line = PAGE[: PAGE.index("return x**2")].count("\n") + 1
    assert line in found.begins
    assert max(found.ends) == line


def test_what_is_no_python_has_no_parts() -> None:
    """Such a text is observed each time."""
    assert whole("def f(:") is None


def test_a_mutant_is_known_by_its_text() -> None:
    """It was written out from a tree, and need not be read again."""
    assert bare_code("def mutant_3(x):\n    return x") == "def mutant_3(x):\n    return x"
