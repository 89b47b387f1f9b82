"""The rooms of the grader stay as docs/architecture.md draws them."""

from __future__ import annotations

import ast
import graphlib
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT


def modules() -> dict[str, Path]:
    """Return every module of the grader by its path, without the ending: ``numbers/compare``."""
    files = sorted((ROOT / "grader").rglob("*.py"))
    named = {path.relative_to(ROOT / "grader").with_suffix("").as_posix(): path for path in files}
    return {name.removesuffix("/__init__"): path for name, path in named.items() if name[0] != "_"}


MODULES = modules()
ROOMS = sorted({name.partition("/")[0] for name in MODULES})


def table() -> list[tuple[str, str, str]]:
    """Return the rows of the table of rooms."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("\n## Rooms")[2]
    return re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \|$", text, re.MULTILINE)


DRAWN = {name: set() if may == "–" else set(may.split(", ")) for name, _, may in table()}


def imported(name: str) -> set[str]:
    """Return the modules of ours that a module imports, inside functions too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "grader":
            inner = [path_of(f"{node.module}.{one.name}") for one in node.names]
            found |= {one if one in MODULES else path_of(node.module or "") for one in inner}
    return found - {""}


def path_of(module: str) -> str:
    """Return a dotted module's name as a path below ``grader``."""
    return module.removeprefix("grader").lstrip(".").replace(".", "/")


def test_every_room_is_drawn() -> None:
    """The table names exactly the files and folders that there are at the top, at most twenty."""
    assert set(DRAWN) == set(ROOMS)
    assert len(DRAWN) <= 20


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_what_is_drawn(room: str) -> None:
    """A room imports exactly the rooms that stand beside it in the table."""
    inner = [name for name in MODULES if name.partition("/")[0] == room]
    assert {one.partition("/")[0] for name in inner for one in imported(name)} - {room} == DRAWN[room]


@pytest.mark.parametrize(("room", "says"), [(room, says) for room, says, _ in table()])
def test_a_room_says_what_the_table_says(room: str, says: str) -> None:
    """The table's sentence is the first line of the room's own docstring."""
    text = ast.get_docstring(ast.parse(MODULES[room].read_text(encoding="utf-8"))) or ""
    assert text.partition("\n")[0].replace("``", "`") == says


@pytest.mark.parametrize("name", sorted(MODULES))
def test_a_module_says_what_it_does(name: str) -> None:
    """Every module opens with a sentence of one line."""
    text = ast.get_docstring(ast.parse(MODULES[name].read_text(encoding="utf-8"))) or ""
    assert text.partition("\n")[0].endswith((".", "?"))


@pytest.mark.parametrize("name", sorted(MODULES))
def test_rooms_are_entered_through_their_doors(name: str) -> None:
    """Of another folder a module imports only what that folder's ``__all__`` names."""
    for one in imported(name):
        room, _, inner = one.partition("/")
        if inner and room != name.partition("/")[0]:
            assert inner.replace("/", ".") in importlib.import_module(f"grader.{room}").__all__


def test_there_are_no_cycles_between_rooms() -> None:
    """Every room stands in the table below all that it imports."""
    seen: set[str] = set()
    for room, may in DRAWN.items():
        assert may <= seen, room
        seen.add(room)


def test_there_are_no_cycles_between_modules() -> None:
    """The modules can be put into an order in which each comes after all that it imports."""
    list(graphlib.TopologicalSorter({name: imported(name) for name in MODULES}).static_order())


def within(folder: str, name: str) -> str:
    """Return the folder within a folder in which a module lies, "" for none."""
    inner, slash, _ = name.removeprefix(f"{folder}/").partition("/")
    return inner if slash and name.startswith(f"{folder}/") else ""


FOLDERS = sorted(name for name in MODULES if any(within(name, one) for one in MODULES))


@pytest.mark.parametrize("folder", FOLDERS)
def test_there_are_no_cycles_between_the_folders_of_one(folder: str) -> None:
    """The folders within a folder can be put into an order in which each comes after all that it imports."""
    below: dict[str, set[str]] = {}
    for name in MODULES:
        inner = {within(folder, one) for one in imported(name)} if within(folder, name) else set()
        below.setdefault(within(folder, name), set()).update(inner)
    list(graphlib.TopologicalSorter({name: may - {name, ""} for name, may in below.items()}).static_order())


def test_inside_imports_only_inside() -> None:
    """What runs beside student code needs nothing of ours that does not."""
    assert DRAWN["inside"] == set()


def test_nothing_imports_the_command_line() -> None:
    """The command line is the roof."""
    assert not [room for room, may in DRAWN.items() if {"cli", "commands"} & may]


def modules_after(code: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after running some code."""
    dump = f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"
    words = [sys.executable, "-c", dump]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    return set(done.stdout.split())


def test_inside_is_what_student_code_meets() -> None:
    """The sandbox's servers and a browser's worker load all of ``inside/``, and no other file of ours."""
    names = ("bootstrap", "server", "single", "browser")
    loaded = modules_after(f"import {', '.join(f'grader.inside.{name}' for name in names)}")
    inside = {f"grader.{name.replace('/', '.')}" for name in MODULES if name.partition("/")[0] == "inside"}
    assert {name for name in loaded if name.split(".")[0] == "grader"} == {"grader", *inside}


@pytest.mark.parametrize(
    "module",
    [
        "grader.cli",
        "grader.student.session",
        "grader.student.reading",
        "grader.report.html",
        "grader.keys.keyfile",
    ],
)
def test_the_parent_is_light(module: str) -> None:
    """What a student's commands import loads no torch, no matplotlib, no page reader."""
    loaded = modules_after(f"import {module}")
    assert not {"torch", "matplotlib"} & loaded
    assert not [name for name in loaded if name.startswith(("grader.pages", "grader.keys.making"))]


@pytest.mark.parametrize("words", [["--help"], ["list"], ["submit", "examples/zero_grad_first_only.py"]])
def test_commands_run_without_torch(words: list[str]) -> None:
    """Help, the list and a submission to a torch page import no torch into the command's own process."""
    code = f"import contextlib, io, sys\nsys.argv = ['grade', *{words!r}]\nfrom grader.cli import main\n"
    code += "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n    main()"
    assert not {"torch", "matplotlib"} & modules_after(code)


def test_a_server_is_started_before_numpy() -> None:
    """What a submission imports until its server starts takes no NumPy, which both then load side by side."""
    assert "numpy" not in modules_after("import grader.student.session")


@pytest.mark.parametrize("words", [["--help"], ["list"], ["batch", "--help"]])
def test_neither_help_nor_the_list_loads_numpy(words: list[str]) -> None:
    """They tell names, titles and points, for which no number is computed and no page laid out."""
    code = f"import contextlib, io, sys\nsys.argv = ['grade', *{words!r}]\nfrom grader.cli import main\n"
    code += "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n    main()"
    assert modules_after(code).isdisjoint({"numpy", "jinja2", "rich.console", "grader.sandbox.client"})
