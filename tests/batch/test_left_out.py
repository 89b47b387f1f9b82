"""A class is never undone in silence: what is left out is said in every mode, and the exit code tells."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import ROOT
from handed_in import folder

from grader.cli import main


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a course of one page, without a key: nothing here is graded."""
    for name in ("solutions", "exercises"):
        (tmp_path / "home" / name).mkdir(parents=True)
        shutil.copy(ROOT / name / "forward.py", tmp_path / "home" / name)
    return tmp_path / "home"


FILES: dict[str, str | bytes] = {"ann/other.py": "x = 1\n", "bob/else.py": "y = 2\n", "bob/notes.txt": "z"}


@pytest.mark.parametrize("mode", [(), ("--quiet",), ("--json-lines",)])
def test_nothing_is_graded(home: Path, tmp_path: Path, mode: tuple[str, ...]):
    """Where every program is left out the exit code is 2, however the run is shown."""
    handed = folder(tmp_path / "in", FILES)
    words = ["batch", str(handed), "--grades", str(tmp_path / "g"), "--course", str(home), *mode]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 2, done.output
    if mode == ("--json-lines",):
        said = [json.loads(line) for line in done.stdout.splitlines()]
        assert {one["path"]: one["state"] for one in said} == dict.fromkeys(FILES, "left out")
        assert all(one["why"] for one in said)
        assert {one["path"] for one in said if one["doubt"]} == {"ann/other.py", "bob/else.py"}
