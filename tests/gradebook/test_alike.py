"""Files that are the same but for names and layout are found; what many write, or the stub gives, is not."""

from __future__ import annotations

import json

import pytest

from grader.gradebook.classpage import alike

LONG = """
def train(x, y, w, rate, epochs):
    history = []
    for _ in range(epochs):
        error = w * x - y
        slope = 2 * (error * x).mean()
        w = w - rate * slope
        history.append(float((error**2).mean()))
    return w, history
"""
RENAMED = '''
def train(a,b,weight,lr,n):
    """My own words."""
    out=[]   # another comment
    for k in range(n):
        d=weight*a-b

        g=2*(d*a).mean()
        weight=weight-lr*g
        out.append(float((d**2).mean()))
    return weight,out
'''
OTHER = LONG.replace("2 * (error * x).mean()", "(error * x).sum() / 3")
SHORT = "def forward(x, w):\n    return w * x\n"


def groups(files: list[str | bytes], stub: str = "") -> tuple[alike.Alike, ...]:
    """Return the groups among files, each handed in by somebody else."""
    data = {
        str(place): text if isinstance(text, bytes) else text.encode() for place, text in enumerate(files)
    }
    by_content: dict[bytes, str] = {}
    gather = alike.Gather(lambda sha256: data[sha256], lambda _: stub)
    for place in data:
        gather.add("linear", f"s{place}", f"S {place}", by_content.setdefault(data[place], place))
    return gather.groups()


def test_renamed_and_reformatted() -> None:
    """Other names, comments, a docstring and other spaces make no other program; both stand side by side."""
    (group,) = groups([LONG, OTHER, RENAMED])
    assert [student for student, _ in group.people] == ["s0", "s2"]
    assert not group.exactly
    assert "history.append" in group.excerpts[0]
    assert "out.append" in group.excerpts[1]


def test_the_same_file() -> None:
    """Files that agree to the last byte are said to be the same."""
    (group,) = groups([LONG, LONG, OTHER])
    assert group.exactly
    assert len(group.excerpts) == 1


def test_a_notebook_and_a_script() -> None:
    """The cells of a notebook are a program like any other; a line for the shell is none of it."""
    cells = [
        {"cell_type": "markdown", "source": "words"},
        {"cell_type": "code", "source": ["%matplotlib inline\n", *LONG.splitlines(keepends=True)]},
    ]
    (group,) = groups([json.dumps({"cells": cells}), RENAMED])
    assert len(group.people) == 2


@pytest.mark.parametrize(
    "files",
    [[LONG, OTHER], [SHORT, SHORT, SHORT], [LONG] * 20, ["def (", "def ("], [b"\xff\0", b"\xff\0"], ["", ""]],
    ids=["different", "short", "usual", "no python", "no text", "empty"],
)
def test_no_evidence(files: list[str | bytes]) -> None:
    """What differs, is short, is what everybody has, or cannot be read is no evidence of anything."""
    assert groups(files) == ()


def test_the_stub_is_no_evidence() -> None:
    """Two who have left a long given function as it was have nothing in common by that."""
    assert groups([LONG + SHORT, RENAMED + SHORT], stub=LONG) == ()


def test_the_order_of_definitions() -> None:
    """The same definitions in another order are the same program."""
    (group,) = groups([LONG + SHORT, SHORT + RENAMED])
    assert len(group.people) == 2


def test_deep_texts_do_no_harm() -> None:
    """A text that no parser takes, or a notebook that is none, is compared with nothing."""
    assert groups(["def f():\n    return " + "(" * 5000, '{"cells": 3}', '{"cells": [1]}', "{" * 5000]) == ()
