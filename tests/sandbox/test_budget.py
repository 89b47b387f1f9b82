"""A submission has a total of processor time, whatever it does with it."""

from __future__ import annotations

import time

import pytest
from conftest import Grade
from programs import asked, program

from grader.inside.observation import Limits, Outcome, Source
from grader.sandbox.budget import Budget, total
from grader.sandbox.client import Sandbox

CALLS = [asked("f") for _ in range(12)]
WORKS = """
import time
def f():
    ends = time.process_time() + 0.1
    while time.process_time() < ends:
        pass
    return 1.0
"""


@pytest.mark.parametrize(
    ("limits", "asked_for", "seconds"),
    [
        (Limits(), 0.0, 30.0),
        (Limits(), 60.0, 60.0),
        (Limits(load=20, call=20), 0.0, 120.0),
        (Limits(load=2, call=0.05), 0.0, 30.0),
        (Limits(load=50, call=1), 0.0, 51.0),
        (Limits(load=20, call=20), 3.0, 3.0),
    ],
)
def test_the_total(limits: Limits, asked_for: float, seconds: float):
    """It is half a minute, more where calls may take longer, or what is asked for."""
    assert total(limits, asked_for) == seconds


def test_a_budget_is_used_up():
    """Work counts as it is, sleep for a quarter, and what nobody can measure by the clock."""
    budget = Budget(10.0, 10.0)
    budget.charge(2.0, 2.0, 5.0)
    budget.charge(0.0, 4.0, 5.0)
    budget.charge(None, 9.0, 5.0)
    assert budget.left == pytest.approx(2.0)
    assert budget.allows(5.0) == pytest.approx(2.0)
    budget.charge(1.99, 2.0, 2.0)
    assert budget.allows(5.0) == 0.0
    error = budget.ran_out().error
    assert error is not None
    assert (error.kind, error.text, error.source) == ("Total", "10", Source.PROCESS)


def test_many_slow_calls():
    """Calls that each keep to their limit end with the total: the first are answered, the rest ran out."""
    with Sandbox(Limits(load=1.0, call=0.6), total=1.0) as sandbox:
        row = sandbox.observe(program(WORKS), CALLS, "numpy").row
    ends = [seen.outcome for seen in row]
    assert ends[:2] == [Outcome.RETURNED] * 2
    assert ends[-1] is Outcome.TIMED_OUT
    assert row[-1].stopped_with("Total", Source.PROCESS)


def test_calls_that_never_end():
    """Each takes all that its limit allows; together they take no more than the total."""
    started = time.monotonic()
    with Sandbox(Limits(load=1.0, call=0.3), total=2.0) as sandbox:
        row = sandbox.observe(program("def f():\n    while True: pass"), CALLS, "numpy").row
    assert time.monotonic() - started < 60
    assert {seen.outcome for seen in row} == {Outcome.TIMED_OUT}
    assert row[-1].stopped_with("Total", Source.PROCESS)
    assert not row[0].stopped_with("Total", Source.PROCESS)


def test_a_stopped_call_has_used_its_limit():
    """Where the total is what one call may take, a call that is stopped leaves nothing for a quick one."""
    endless = program("def f():\n    while True: pass\ndef g(): return 1.0")
    with Sandbox(Limits(load=1.0, call=0.3), total=0.3) as sandbox:
        row = sandbox.observe(endless, [asked("f"), asked("g")], "numpy").row
    assert [seen.stopped_with("Total", Source.PROCESS) for seen in row] == [True, True]


def test_what_ran_out_is_named(graded: Grade):
    """The report says that the total was used up, and by how many seconds; no call is said to be endless."""
    slow = "def forward(x, w): return w * x\ndef forward_with_bias(x, w, b):\n    while True: pass\n"
    with Sandbox(Limits(load=1.0, call=0.4), total=0.5) as sandbox:
        report = graded("forward", slow, sandbox)
    said = [one.message for one in report.verdicts if one.status == "timed_out"]
    assert any("may take 0.5 s of processor time" in str(message) for message in said)


def test_quick_calls_never_run_out():
    """What takes no time has as many calls as there are."""
    with Sandbox() as sandbox:
        row = sandbox.observe(program("def f(): return 1.0"), CALLS * 20, "numpy").row
    assert {seen.outcome for seen in row} == {Outcome.RETURNED}
