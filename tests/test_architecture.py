"""The rooms of the grader stay as docs/architecture.md draws them."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from grader.sandbox.view import FAR_SIDE

ROOT = Path(__file__).resolve().parent.parent


def rooms() -> dict[str, Path]:
    """Return every module of the grader by the name that the table uses."""
    files = sorted((ROOT / "grader").rglob("*.py"))
    named = {path.relative_to(ROOT / "grader").with_suffix("").as_posix(): path for path in files}
    return {name.removesuffix("/__init__"): path for name, path in named.items()}


def drawn() -> dict[str, set[str]]:
    """Return the table of rooms: what each may import."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("\n## Rooms")[2]
    rows = re.findall(r"^\| `([\w/]+)` \| .+? \| (.+?) \|$", text, re.MULTILINE)
    return {name: set() if may == "–" else set(may.split(", ")) for name, may in rows}


def sentences_drawn() -> dict[str, str]:
    """Return the sentence that the table says of each room."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("\n## Rooms")[2]
    return dict(re.findall(r"^\| `([\w/]+)` \| (.+?) \| .+? \|$", text, re.MULTILINE))


def imported(path: Path, known: Mapping[str, Path]) -> set[str]:
    """Return the rooms that a module imports, inside functions too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {room(name.name) for name in node.names if name.name.split(".")[0] == "grader"}
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "grader":
            inner = [room(f"{node.module}.{name.name}") for name in node.names]
            found |= {name if name in known else room(node.module or "") for name in inner}
    return found


def room(module: str) -> str:
    """Return a module's name in the table."""
    return module.removeprefix("grader").lstrip(".").replace(".", "/") or "__init__"


def test_every_room_is_drawn() -> None:
    """The table names exactly the modules that there are."""
    assert set(drawn()) == set(rooms())


@pytest.mark.parametrize("name", sorted(rooms()))
def test_a_room_imports_what_is_drawn(name: str) -> None:
    """A module imports exactly the rooms that stand beside it in the table."""
    assert imported(rooms()[name], rooms()) == drawn()[name]


@pytest.mark.parametrize("name", sorted(rooms()))
def test_a_room_says_what_the_table_says(name: str) -> None:
    """The table's sentence is the first line of the module's own docstring."""
    first = (ast.get_docstring(ast.parse(rooms()[name].read_text(encoding="utf-8"))) or "").partition("\n")[0]
    assert first.replace("``", "`") in sentences_drawn()[name].replace("``", "`")


def test_nothing_imports_the_command_line() -> None:
    """The command line is the roof: only the module that runs it stands above."""
    assert [name for name, may in drawn().items() if "cli" in may] == ["__main__"]


def test_there_are_no_cycles() -> None:
    """Every room stands in the table below all that it imports."""
    seen: set[str] = set()
    for name, may in drawn().items():
        assert may <= seen, name
        seen.add(name)


def modules_after(code: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after running some code."""
    dump = f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"
    words = [sys.executable, "-c", dump]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    return set(done.stdout.split())


def test_the_far_side_is_pinned() -> None:
    """The sandbox's server loads the modules of ours that are shown to it, and no other."""
    loaded = modules_after("import grader.sandbox.boot, grader.sandbox.server")
    shown = {f"grader/{module}".replace("/", ".").removesuffix(".__init__") for module in FAR_SIDE}
    assert {name for name in loaded if name.split(".")[0] == "grader"} == shown


def test_the_far_side_is_small() -> None:
    """What runs beside a student's program is a choice: this number grows only on purpose."""
    assert len(FAR_SIDE) == 14


@pytest.mark.parametrize(
    "module", ["grader.cli", "grader.session", "grader.reading", "grader.report.html", "grader.keyfile"]
)
def test_the_parent_is_light(module: str) -> None:
    """What a student's commands import loads no torch, no matplotlib, no page reader."""
    loaded = modules_after(f"import {module}")
    assert not {"torch", "matplotlib", "grader.page", "grader.author", "grader.mutate"} & loaded


@pytest.mark.parametrize("words", [["--help"], ["list"], ["submit", "examples/zero_grad_first_only.py"]])
def test_commands_run_without_torch(words: list[str]) -> None:
    """Help, the list and a submission to a torch page import no torch into the command's own process."""
    code = f"import contextlib, io, sys\nsys.argv = ['grade', *{words!r}]\nfrom grader.cli import main\n"
    code += "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n    main()"
    assert not {"torch", "matplotlib"} & modules_after(code)


def test_a_key_is_stale_when_its_makers_change() -> None:
    """A key depends on the modules that keymaker needs, the sandbox and errors left aside."""
    from grader.course import NUMBERS_DEPEND_ON

    needed, todo = set(), ["keymaker"]
    while todo:
        name = todo.pop()
        if name not in needed and not name.startswith("sandbox") and name != "errors":
            needed.add(name)
            todo += drawn()[name]
    needed |= {name for name in drawn()["sandbox/serve"] if not name.startswith("sandbox")}
    needed |= drawn()["observe"]
    assert set(NUMBERS_DEPEND_ON) == needed
