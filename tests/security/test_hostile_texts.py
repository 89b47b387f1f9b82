"""The text of a program is data to the grader: no text makes it fail, or keeps it busy for long.

The sandbox runs the text; the grader itself looks into it only to quote a line. Both must survive.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from programs import PAGES
from samples import sample

from grader.errors import UsageError
from grader.grading.grade import grade
from grader.grading.verdict import Report
from grader.inside.observation import Limits
from grader.intake import submission
from grader.keys.key import AnswerKey
from grader.keys.making import keymaker
from grader.pages import page
from grader.report import html, terminal
from grader.report import json as as_json
from grader.sandbox.client import Sandbox

RIGHT = "def residual(w, x, y):\n    return 0\n\n\nslope = residual\n"
MANY = 100_000

TEXTS = {
    "brackets": "x = " + "(" * MANY + "\n",
    "closed brackets": "x = " + "[" * 5000 + "]" * 5000 + "\n",
    "signs": "x = " + "-" * MANY + "1\n",
    "lambdas": "x = " + "lambda: " * 20_000 + "1\n",
    "attributes": "x = a" + ".b" * 50_000 + "\n",
    "comparisons": "x = " + "1 < " * 50_000 + "1\n",
    "blocks": "".join(" " * level + "if 1:\n" for level in range(99)) + " " * 99 + "x = (\n",
    "digits": "x = " + "9" * MANY + "\n",
    "a name": "a" * MANY + "\n",
    "a string": "x = '" + "a" * MANY + "\n",
    "three quotes": "'''" * 33_333 + "\n",
    "backslashes": "\\\n" * 20_000 + "x = 1\n",
    "empty lines": "\n" * 20_000 + "1 / 0\n",
    "blanks": " " * MANY + "x\n",
    "tabs": "\tx\n\t\tx\n \tx\n" * 5000,
    "form feeds": "\f" * MANY + "x = = 1\n",
    "decorators": "@a\n" * 20_000 + "def residual(): pass\n",
    "comments": "#" * 900_000 + "\n1 / 0\n",
    "loops": "for " * MANY + "\n",
    "whiles": "while (" * 20_000 + "\n",
    "formats": "x = f'" + "{" * 10_000 + "\n",
    "format in format": "x = f'{f\"{1}\"}{' * 3000\n",
    "definitions": "".join(f"def residual{number}(): pass\n" for number in range(20_000)) + "1 / 0\n",
    "one name often": "def residual(w, x, y): return 0\n" * 20_000,
    "imports": "import " + ".".join(["a"] * 20_000) + "\n",
    "stars": "x = " + "*" * MANY + "\n",
    "arrows": "-> " * MANY,
    "colons": ":" * MANY,
    "unicode": "ﬁ = 1\n𝐱 = 2\nx\u0301 = 3\n\u202ey = 4\n" * 5000,
    "line separators": "x = 1\u2028y = 2\u2029\x85\x0b\x0c1 / 0\n" * 5000,
    "carriage returns": "x = 1\r" * 20_000 + "1 / 0\r",
    "escapes": "x = '\\N{" * 20_000,
    "words of torch": "torch " * MANY,
    "equals": "=" * MANY,
    "markup": "</script><script>alert(1)</script>{{7*7}}{%raw%}[bold]" * 5000,
    "mathematics": "raise ValueError(r'" + "$\\frac{" * 5000 + "')\n",
}

SOME = sample(TEXTS, lambda name: "text")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """Return a sandbox of little patience."""
    with Sandbox(Limits(load=3.0, call=0.5)) as warm:
        yield warm


@pytest.fixture(scope="module")
def key(sandbox: Sandbox) -> AnswerKey:
    """Return the key of the page that the texts are handed in for."""
    return keymaker.make(page.read(PAGES / "unit_line.py"), sandbox, 0, with_mutants=True)


def survives(data: bytes, name: str, key: AnswerKey, sandbox: Sandbox) -> Report | None:
    """Grade and render a file; None where it is refused with a reason. It takes no more than its time."""
    started = time.process_time()
    try:
        handed_in = submission.parse(data, Path(name), "unit_line")
    except UsageError:
        assert time.process_time() - started < 5
        return None
    report = grade(handed_in, key, sandbox)
    for one in (report, report.for_student()):
        assert terminal.render(one, 9)
        assert "<script>alert" not in html.render(one)
        json.loads(as_json.render(one))
    assert time.process_time() - started < 20
    return report


@pytest.mark.parametrize("name", SOME)
def test_a_text(name: str, key: AnswerKey, sandbox: Sandbox):
    """Alone it earns nothing."""
    report = survives(TEXTS[name].encode(), "unit_line.py", key, sandbox)
    assert report is None or report.score == 0


@pytest.mark.parametrize("name", SOME)
def test_a_text_behind_a_program(name: str, key: AnswerKey, sandbox: Sandbox):
    """Behind a program, in a string that nothing uses, it is looked through for what a report quotes."""
    text = f"{RIGHT}\nrest = {TEXTS[name]!r}\n"
    assert survives(text.encode(), "unit_line.py", key, sandbox) is not None


@pytest.mark.parametrize(
    "data",
    [
        b"\0" * 1000,
        b"\xff\xfe" * 1000,
        b"\xef\xbb\xbf" + RIGHT.encode(),
        b"# coding: " + b"x" * 1000 + b"\n",
        b"# coding: rot13\n" + RIGHT.encode(),
        b"# coding: unicode_escape\n" + b"\\N{BULLET}" * 1000,
        b"# coding: zip\nx",
        b"# coding: utf-7\n+AGEAYQ-",
        b"# coding: utf-16\n" + RIGHT.encode("utf-16"),
        b"# coding: idna\n" + b"a" * 100_000,
        b"\x1a" * 1000,
    ],
)
def test_bytes(data: bytes, key: AnswerKey, sandbox: Sandbox):
    """They are read as Python would read them, or refused."""
    survives(data, "unit_line.py", key, sandbox)


@pytest.mark.parametrize(
    "notebook",
    [
        "[" * 100_000,
        '{"cells": ' * 20_000,
        '{"cells": [' + '{"cell_type": "code", "source": "x = 1"},' * 10_000 + "{}]}",
        '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code", "source": 5}]}',
        '{"nbformat": 1e999, "cells": NaN}',
        '{"nbformat": 4, "cells": [{"cell_type": "code", "source": ["%%bash\\nrm -rf /"]}], "metadata": {}}',
        '{"a": 1, ' * 3 + '"a": ' + "9" * 10_000 + "}" * 3,
        "{" + ",".join(f'"{number}": 0' for number in range(50_000)) + "}",
    ],
    ids=range(8),
)
def test_notebooks(notebook: str, key: AnswerKey, sandbox: Sandbox):
    """A notebook that is none, too deep or too large is refused, or graded as what it holds."""
    survives(notebook.encode(), "unit_line.ipynb", key, sandbox)


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_in_a_cell(name: str):
    """The grader looks at a notebook's cells itself; it leaves out what is no Python, or refuses the file."""
    cell = {
        "cell_type": "code",
        "metadata": {},
        "outputs": [],
        "execution_count": None,
        "source": TEXTS[name],
    }
    notebook = {"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [cell]}
    started = time.process_time()
    with suppress(UsageError):
        submission.parse(json.dumps(notebook).encode(), Path("unit_line.ipynb"), "unit_line")
    assert time.process_time() - started < 20


def test_a_file_that_never_ends_is_timed_once(key: AnswerKey, sandbox: Sandbox):
    """No check was run: the seconds that are told are the file's, not so many for each check."""
    report = survives(b"while True:\n    pass\n", "unit_line.py", key, sandbox)
    assert report is not None
    assert len([verdict for verdict in report.verdicts if verdict.public]) > 1
    assert report.seconds <= sandbox.limits.load * 1.5
