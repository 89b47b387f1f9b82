"""What a program did is observed once, and read from then on, whatever its prose says."""

from __future__ import annotations

import stat
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest

from grader.inside.observation import Limits, Observed, Outcome, Program, Scenario
from grader.keys.making.remembering import Remembering
from grader.keys.making.rows import DAYS, Rows
from grader.sandbox.client import Sandbox

PROGRAM = '''def double(x):
    """Return twice x."""
    # Here it is.
    if x > 5:
        raise ValueError("too large")
    return 2 * x
'''


class Counted:
    """A sandbox that counts what it is asked."""

    def __init__(self, sandbox: Sandbox) -> None:
        """Begin at 0."""
        self.sandbox, self.asked = sandbox, 0
        self.scenarios: list[int] = []

    @property
    def limits(self) -> Limits:
        """Those of the sandbox."""
        return self.sandbox.limits

    def observe(
        self,
        program: Program,
        scenarios: Sequence[Scenario],
        profile: str,
        limits: Limits | None = None,
        *,
        total: float = 0.0,
    ) -> Observed:
        """Count, and observe."""
        self.asked += 1
        self.scenarios.append(len(scenarios))
        return self.sandbox.observe(program, scenarios, profile, limits, total=total)

    def seconds(self, limits: Limits) -> float:
        """Those of the sandbox."""
        return self.sandbox.seconds(limits)

    def versions(self, profile: str) -> Mapping[str, str]:
        """Count, and tell the versions."""
        self.asked += 1
        return self.sandbox.versions(profile)


@pytest.fixture
def counted(sandbox: Sandbox) -> Counted:
    """Return a sandbox that counts."""
    return Counted(sandbox)


@pytest.fixture
def one(counted: Counted, tmp_path: Path) -> Remembering:
    """Return one that remembers, with an empty file."""
    return Remembering(counted, Rows(tmp_path / "rows.sqlite", "engine"))


def look(one: Remembering, text: str, *numbers: float, **words: Limits) -> Observed:
    """Observe a program on some numbers."""
    asked = [Scenario("returns", "double", (number,), ("x",)) for number in numbers]
    return one.observe(Program(text), asked, "numpy", **words)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("twice x", "the double of x"),
        ("# Here it is.", "# It is here.\n\n    # Really."),
        ('    """Return twice x."""\n', ""),
    ],
)
def test_prose_changes_nothing(one: Remembering, counted: Counted, old: str, new: str) -> None:
    """A changed docstring or comment costs no further run, and lines are those of the program now."""
    before = look(one, PROGRAM, 2.0, 7.0)
    text = PROGRAM.replace(old, new)
    after = look(one, text, 2.0, 7.0)
    assert counted.asked == 1
    assert np.array_equal(after.row[0].values["double"], before.row[0].values["double"])
    assert after.row[1].outcome is Outcome.RAISED
    line = text[: text.index("raise")].count("\n") + 1
    assert (after.row[1].line, after.row[1].end_line) == (line, line)


def test_what_decides_about_a_row_is_asked_again(one: Remembering, counted: Counted) -> None:
    """Other code, other inputs and limits twice as long are other rows; slightly longer limits are none."""
    look(one, PROGRAM, 2.0)
    look(one, PROGRAM.replace("2 *", "3 *"), 2.0)
    look(one, PROGRAM, 2.5)
    look(one, PROGRAM, 2.0, limits=Limits(10.0, 0.3))
    look(one, PROGRAM, 2.0, limits=Limits(10.0, 0.9))
    assert counted.asked == 5
    look(one, PROGRAM, 2.0, limits=Limits(10.0, 0.31))
    assert counted.asked == 5


def test_several_lists_of_inputs_cost_one_run(one: Remembering, counted: Counted) -> None:
    """A program is loaded once for all of them, and has a row for each; what is known is not asked again."""
    sets = [
        [Scenario("returns", "double", (n,), ("x",)) for n in few] for few in ((1.0,), (2.0, 7.0), (3.0,))
    ]
    one.foresee(Program(PROGRAM), sets, "numpy")
    assert counted.asked == 1
    assert [seen.outcome for seen in look(one, PROGRAM, 2.0, 7.0).row] == [Outcome.RETURNED, Outcome.RAISED]
    assert look(one, PROGRAM, 3.0).row[0].values["double"] == 6.0
    one.foresee(Program(PROGRAM), sets, "numpy")
    assert counted.asked == 1


def test_a_second_run_is_really_one(one: Remembering, counted: Counted) -> None:
    """Whoever asks whether a program is steady does not get its first run again."""
    look(one, PROGRAM, 2.0)
    look(one.again(), PROGRAM, 2.0)
    assert counted.asked == 2


def test_what_may_be_the_machines_doing_is_not_remembered(one: Remembering, counted: Counted) -> None:
    """A process that ended is observed again."""
    text = "import os\n\ndef double(x):\n    os._exit(3)\n"
    look(one, text, 2.0)
    look(one, text, 2.0)
    assert counted.asked == 2


def test_what_is_not_python_is_observed_each_time(one: Remembering, counted: Counted) -> None:
    """Such a text has no tree by which it could be known."""
    look(one, "def double(:", 2.0)
    look(one, "def double(:", 2.0)
    assert counted.asked == 2


def test_versions_are_asked_once(one: Remembering, counted: Counted) -> None:
    """They are those of the libraries that are installed here."""
    assert one.versions("numpy") == one.versions("numpy")
    assert counted.asked == 1


def test_another_grader_remembers_nothing(one: Remembering, counted: Counted, tmp_path: Path) -> None:
    """Rows of an older grader are dropped, and so is what nobody asked for in a month."""
    look(one, PROGRAM, 2.0)
    look(Remembering(counted, Rows(tmp_path / "rows.sqlite", "newer")), PROGRAM, 2.0)
    assert counted.asked == 2
    rows = Rows(tmp_path / "rows.sqlite", "newer")
    assert rows.connection is not None
    rows.connection.execute("UPDATE rows SET day = day - ?", (DAYS + 1,))
    look(Remembering(counted, Rows(tmp_path / "rows.sqlite", "newer")), PROGRAM, 2.0)
    assert counted.asked == 3


@pytest.mark.parametrize("content", [b"no database" * 100, None])
def test_a_file_that_cannot_be_used_is_done_without(
    counted: Counted, tmp_path: Path, content: bytes | None
) -> None:
    """Where it is damaged, or a folder, every program is observed."""
    path = tmp_path / "rows.sqlite"
    path.mkdir() if content is None else path.write_bytes(content)
    one = Remembering(counted, Rows(path, "engine"))
    assert look(one, PROGRAM, 2.0).row[0].outcome is Outcome.RETURNED
    look(one, PROGRAM, 2.0)
    assert counted.asked == 2


def test_a_damaged_row_is_observed_again(one: Remembering, counted: Counted) -> None:
    """What cannot be read is as good as nothing."""
    look(one, PROGRAM, 2.0)
    assert one.rows.connection is not None
    one.rows.connection.execute("UPDATE rows SET data = ?", (b"rubbish",))
    look(one, PROGRAM, 2.0)
    assert counted.asked == 2


def test_a_file_that_goes_away_costs_nothing(one: Remembering, counted: Counted) -> None:
    """A connection that fails later on is done without, too."""
    assert one.rows.connection is not None
    one.rows.connection.execute("DROP TABLE rows")
    look(one, PROGRAM, 2.0)
    assert counted.asked == 1


def test_rows_are_their_owners(tmp_path: Path) -> None:
    """They hold right answers to hidden checks; a file that others could read is closed to them."""
    path = tmp_path / "rows.sqlite"
    for _ in range(2):
        Rows(path, "engine").close()
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        path.chmod(0o644)


def test_a_closed_file_remembers_nothing(tmp_path: Path) -> None:
    """Whoever goes on observes everything."""
    rows = Rows(tmp_path / "rows.sqlite", "engine")
    rows.keep("a", b"1")
    rows.close()
    rows.close()
    assert rows.find("a") is None


TWO = PROGRAM + "\n\ndef triple(x):\n    return 3 * x\n"


def test_another_task_changes_nothing(one: Remembering, counted: Counted) -> None:
    """On the checks that never call what is changed only the loading of a program is new."""
    look(one, TWO, 2.0, 7.0)
    text = TWO.replace("\n\ndef triple", "\n\n# Here.\n\ndef triple") + "\n\ndef slip(x):\n    return 3 + x\n"
    seen = look(one, text + "triple = slip\n", 2.0, 7.0)
    assert counted.scenarios == [2, 0]
    assert seen.row[0].values["double"] == 4.0
    assert seen.row[1].line == 5


def test_what_does_not_load_gives_nothing(one: Remembering, counted: Counted) -> None:
    """Not even on checks whose code was observed in another program, and nothing of it stays there."""
    assert {seen.outcome for seen in look(one, TWO + "triple = missing\n", 2.0, 7.0).row} == {Outcome.RAISED}
    assert [seen.outcome for seen in look(one, TWO, 2.0, 7.0).row] == [Outcome.RETURNED, Outcome.RAISED]
    assert look(one, TWO + "triple = gone\n", 2.0).row[0].error.kind == "NameError"
    assert look(one, TWO + "triple = gone\n", 5.0).load.error.kind == "NameError"
    assert counted.asked == 3


def test_mutants_are_remembered_by_their_numbers(one: Remembering, counted: Counted) -> None:
    """Of what gave none only the outcome is kept."""
    asked = [Scenario("returns", "double", (number,), ("x",)) for number in (2.0, 7.0)]
    first, again = (one.numbers(Program(PROGRAM), asked, "numpy") for _ in range(2))
    assert counted.asked == 1
    assert first[1].error is not None
    assert again[0].values["double"] == first[0].values["double"]
    assert (again[1].outcome, again[1].error) == (Outcome.RAISED, None)


def test_what_calls_before_have_used_up_is_not_remembered(one: Remembering, counted: Counted) -> None:
    """Where a program's total ran out in another task, this one's code is not to blame."""
    text = TWO.replace("return 3 * x", "while True:\n        pass")
    asked = [Scenario("returns", name, (2.0,), ("x",)) for name in ("triple", "double")]
    short = Limits(10.0, 0.3)
    seen = one.observe(Program(text), asked, "numpy", short, total=0.3)
    assert [str(found.error) for found in seen.row][1:] == ["Total: 0.3"]
    assert one.observe(Program(TWO), asked[1:], "numpy", short).row[0].values["double"] == 4.0
