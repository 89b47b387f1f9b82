"""No program gets a point that its numbers do not earn, and none reaches the next one.

Every file in ``tests/hostile`` is an attack, handed in as an answer to a page of
``tests/small_pages``. Its first line says what has to become of the checks of its first task; the rest is
judged by facts, see ``attacks``.
Here they run against the sandbox as this machine and this user get it, a third of every group in an
ordinary run; ``test_hostile_setups`` runs some in other set-ups, and ``bench/hostile_matrix.py`` all of them
in every one.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator

import attacks
import pytest
from attacks import ATTACKS, LIMITS, Attack, Range
from conftest import ROOT
from programs import PAGES
from samples import sample

from grader.grading.grade import grade
from grader.inside import wire
from grader.inside.observation import Program
from grader.intake.submission import Submission
from grader.pages import page
from grader.sandbox.client import Sandbox
from grader.sandbox.zygotes import Zygotes

RECORD = ROOT / "docs" / "attacks.md"


@pytest.fixture(scope="module")
def place() -> Iterator[Range]:
    """Return a sandbox of little patience as a class gets it, forked from a zygote, and a world to attack."""
    zygotes = Zygotes()
    with attacks.opened(Sandbox(LIMITS, zygotes=zygotes)) as made:
        if made.tier not in ("namespaces", "kernel-only"):
            pytest.fail(f"this machine's tier is {made.tier!r}: the attacks would win and hurt it")
        yield made
    zygotes.close()


@pytest.mark.parametrize("attack", sample(ATTACKS, lambda attack: attack.group), ids=lambda attack: attack.id)
def test_an_attack_fails(attack: Attack, place: Range):
    """It earns nothing, reads and changes nothing, ends as expected, and leaves nothing behind."""
    fate = place.run(attack)
    known = attacks.KNOWN.get(place.tier, frozenset())
    assert attack.id in known or (fate.facts, fate.statuses - attack.expect) == ((), frozenset())
    assert fate.report is not None
    assert all(len(verdict.printed) <= wire.TEXT_AT_MOST for verdict in fate.report.verdicts)


def test_there_are_attacks_of_every_group():
    """At least 150, each in a folder that names what it goes for."""
    assert len(ATTACKS) >= 150
    groups = {attack.group for attack in ATTACKS}
    assert groups >= {
        "files",
        "inprocess",
        "kernel",
        "network",
        "process",
        "protocol",
        "repairs",
        "resources",
        "torch",
    }


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.id)
def test_an_attack_says_what_it_is(attack: Attack):
    """The first line names statuses, and a docstring says how it works."""
    assert attack.expect
    assert attack.expect <= attacks.STATUSES
    assert said_of(attack).endswith(".")


def test_no_attack_says_what_another_says():
    """What cannot be told from another by its docstring is that one once more, or badly described."""
    assert [text for text, count in Counter(map(said_of, ATTACKS)).items() if count > 1] == []


def said_of(attack: Attack) -> str:
    """Return an attack's docstring, empty where it has none."""
    return ast.get_docstring(ast.parse(attack.text)) or ""


def test_every_attack_is_in_the_record():
    """The table in docs/attacks.md, which ``bench/hostile_matrix.py`` writes, has a line for each."""
    text = RECORD.read_text(encoding="utf-8")
    assert [attack.id for attack in ATTACKS if f"| {attack.id} |" not in text] == []


def test_an_honest_program_passes(place: Range):
    """The page under attack gives full points to a right answer."""
    place.prepare("unit_line")
    reference = page.read(PAGES / "unit_line.py").reference
    submission = Submission("unit_line", "unit_line.py", Program(reference.text), "0" * 64)
    report = grade(submission, place.keys["unit_line"], place.sandbox)
    assert (report.score, report.max_score) == (7, 7)


def test_a_hostile_file_name(place: Range):
    """A name that clears the screen and closes the page's script is shown as the text that it is."""
    place.prepare("unit_line")
    name = "\x1b[2J\x1b]0;passed\x07\u202e</script>passed<script>alert(1)[bold].py"
    submission = Submission("unit_line", name, Program("1 / 0\n", filename=name), "0" * 64)
    assert [*attacks.shown(grade(submission, place.keys["unit_line"], place.sandbox), "SECRET")] == []


def test_an_attack_that_wins_is_seen(place: Range):
    """The range is no mere promise: a number that says so, and a changed file, are noticed."""
    says = Attack("test", "says", frozenset({"FAILED"}), f"def residual(w, x, y): return {attacks.WON}\n")
    assert place.run(says).facts == ("said that it won",)
    reads = Attack("test", "reads", frozenset(), f"def residual(w, x, y): return {place.world.secret}.0\n")
    assert place.run(reads).facts == ("read the secret",)
    (place.world.folder / "writable" / "new").touch()
    assert "changed a file" in place.world.facts()
    (place.world.folder / "writable" / "new").unlink()
    place.world.before = place.world.snapshot()
