"""Whatever numbers and words a program returns, the grader compares, explains and shows them; it never fails.

A program that made the grader itself fail would go ungraded, and a whole class with it.
"""

from __future__ import annotations

import random
import time
from dataclasses import replace

import numpy as np
import pytest
from programs import PAGES

from grader.grading.grade import report
from grader.inside import wire
from grader.inside.observation import NUMERIC, Error, Limits, Observation, Observed, Outcome, Program
from grader.intake.submission import Submission
from grader.keys.key import AnswerKey
from grader.keys.making import keymaker
from grader.pages import page
from grader.report import html, json, terminal
from grader.sandbox.client import Sandbox

ODD = (
    0.0,
    -0.0,
    1.0,
    -1.0,
    2.0,
    0.5,
    1e-310,
    5e-324,
    1e-30,
    1e30,
    1.7e308,
    -1.7e308,
    np.nan,
    np.inf,
    -np.inf,
)
SHAPES = ((), (0,), (1,), (3,), (2, 2), (0, 5), (1, 3, 1), (3, 1))
WORDS = ("", "ValueError: ŷ", "\x1b[2J", "[bold]{where}", "</script>", "SyntaxError: x", "nan", "a" * 400)
TEXTS = ("", "import torch\n", "def residual(w, x, y):\n    return 1\n", "for")
NONCE = bytes(wire.NONCE_BYTES)


@pytest.fixture(scope="module", params=["unit_line", "unit_leaf"])
def key(request: pytest.FixtureRequest) -> AnswerKey:
    """Return the key of a page."""
    with Sandbox() as sandbox:
        return keymaker.make(page.read(PAGES / f"{request.param}.py"), sandbox, 0, with_mutants=False)


def distorted(right: np.ndarray, luck: random.Random) -> np.ndarray:
    """Return an array near a right one in some sense: its shape, a factor, all but one entry, or none."""
    way = luck.randrange(6)
    if way == 0:
        return np.array([luck.choice(ODD) for _ in range(right.size)]).reshape(right.shape)
    if way == 1:
        code, shape = luck.choice(wire.TYPES), luck.choice(SHAPES)
        raw = luck.randbytes(code.itemsize * int(np.prod(shape)))
        raw = bytes(byte & 1 for byte in raw) if code == np.bool_ else raw
        return np.frombuffer(raw, code).reshape(shape)
    if way == 2:
        return np.asarray(right * luck.choice(ODD))
    if way == 3:
        return np.asarray(right + luck.choice(ODD))
    if way == 4 and right.size and right.dtype.kind == "f":
        spoilt = np.array(right)
        spoilt.flat[luck.randrange(right.size)] = luck.choice(ODD)
        return spoilt
    return right


def answer(right: Observation, luck: random.Random) -> Observation:
    """Return what a program might have answered where ``right`` is right, as the wire delivers it."""
    values = {name: distorted(array, luck) for name, array in right.values.items()}
    if luck.random() < 0.3:
        name = luck.choice([*values, "\x1b[2J", "a" * 200, f"{NUMERIC}w", "w"])
        values[name] = distorted(np.ones(2), luck)
    if values and luck.random() < 0.1:
        del values[luck.choice(list(values))]
    kinds = {name: luck.choice(("float", "ndarray", "Tensor", "", "[b]")) for name in (*values, "none")}
    outcome = Outcome.RETURNED if luck.random() < 0.8 else luck.choice(tuple(Outcome))
    line = luck.choice((0, 1, 2, 2**31))
    seen = Observation(
        outcome, values, kinds, Error(luck.choice(WORDS), luck.choice(WORDS), line), luck.choice(WORDS)
    )
    return wire.read_reply(wire.reply(seen, NONCE)[wire.LENGTH.size :], NONCE)


@pytest.mark.parametrize("seed", range(20))
def test_any_answers(key: AnswerKey, seed: int):
    """They become a report in every form, without an exception or another warning, and soon."""
    luck = random.Random(seed)
    for _ in range(10):
        with np.errstate(all="ignore"):
            row = tuple(answer(right, luck) if luck.random() < 0.8 else right for right in key.reference)
        seen = Observed(replace(row[0], outcome=Outcome.RETURNED, values={}, kinds={}), row)
        program = Program(luck.choice(TEXTS), filename=f"{key.id}.py")
        started = time.process_time()
        graded = report(Submission(key.id, f"{key.id}.py", program, "0" * 64), key, seen, Limits())
        assert time.process_time() - started < 15
        assert 0 <= graded.score <= graded.max_score
        for one in (graded, graded.for_student()):
            for shown in (terminal.render(one, 9), html.render(one), json.render(one)):
                assert not set(shown) & set("\x1b\0\x07\u202e\x9b")
