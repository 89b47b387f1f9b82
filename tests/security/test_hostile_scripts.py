"""Whole scripts that attack what looks at them: each ends in a report, changes nothing and shows nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from attacks import CONTROLS, MARKUP, World, open_files, others, stay

from grader.grading.scripts.looking import look
from grader.inside.observation import Program
from grader.intake.scripts import parse
from grader.report import script_html, script_json, script_terminal
from grader.sandbox.client import Sandbox

SCRIPTS = sorted((Path(__file__).parent.parent / "hostile_scripts").glob("*.py"))


@pytest.fixture(scope="module")
def place() -> Iterator[tuple[Sandbox, World]]:
    """Return a sandbox, and a world to attack."""
    with ExitStack() as stack:
        sandbox = stack.enter_context(Sandbox())
        sandbox.observe(Program(""), [], "numpy")  # what is open from now on stays open
        yield sandbox, World(stack)


@pytest.mark.parametrize("path", SCRIPTS, ids=[path.stem for path in SCRIPTS])
def test_a_script_fails(path: Path, place: tuple[Sandbox, World], capsys: pytest.CaptureFixture[str]) -> None:
    """It is looked at to the end, and neither the machine nor the report holds what it wanted there."""
    sandbox, world = place
    text = path.read_text(encoding="utf-8").replace("/srv/course", str(world.folder))
    processes, files = others(), open_files()
    seen = look(parse(text.encode(), Path(path.name)), sandbox)
    script_terminal.show(seen)
    texts = (capsys.readouterr().out, script_html.render(seen), script_json.render(seen))
    json.loads(texts[2])
    assert not any(world.words in one for one in texts)
    assert not any(CONTROLS & set(one) for one in texts)
    assert not any(mark in texts[1] for mark in MARKUP)
    assert list(world.facts()) == []
    assert not stay(lambda: others() - processes)
    assert not stay(lambda: open_files() > files)
