"""Read a page: its story, its checks, its programs."""

from __future__ import annotations

import ast
import inspect
import traceback
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from grader.errors import PageError
from grader.inside.observation import Program, Scenario
from grader.pages import listed, scripts, slices
from grader.pages.check import Check, scenario_of
from grader.pages.dependencies import experiment
from grader.pages.given import record
from grader.pages.marks import Intermediates
from grader.pages.variants import Variant, lookup, script_variants, variants


@dataclass(frozen=True)
class Exercise:
    """All that a page says. ``tasks`` maps each task to its parameters."""

    id: str
    title: str
    story: str
    source: slices.Source
    tasks: Mapping[str, tuple[str, ...]]
    reference: Program
    variants: tuple[Variant, ...]
    checks: tuple[Check, ...]
    constants: Mapping[str, Any]
    allows_torch: bool
    intermediates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def misconceptions(self) -> tuple[Variant, ...]:
        """The wrong programs."""
        return tuple(variant for variant in self.variants if not variant.right)

    @property
    def alternatives(self) -> tuple[Variant, ...]:
        """The other right programs."""
        return tuple(variant for variant in self.variants if variant.right)

    @property
    def is_script(self) -> bool:
        """Whether it asks for a whole script."""
        return scripts.is_script(self.constants)

    @property
    def small(self) -> bool:
        """Whether the page says ``small = True``: it may do with fewer programs than others."""
        return self.constants.get("small") is True

    def scenarios(self, seed: int) -> tuple[Scenario, ...]:
        """Draw every check's inputs.

        Raises:
            PageError: an input is missing, or an experiment reaches what students must not see.
        """
        return tuple(self._scenario(check, seed) for check in self.checks)

    def _scenario(self, check: Check, seed: int) -> Scenario:
        text = ""
        if check.experiment is not None:
            text = experiment(self.source, check.experiment.__name__, self.constants)
        try:
            asked = scenario_of(
                check, seed, text, lambda value: record(self.source, self.constants, check, value)
            )
        except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as fault:
            message = f"the check {check.title!r} {undrawn(check, fault)}"
            raise PageError(self.source.path, self.source.line_of_text(check.title), message) from None
        # Never with hidden inputs: what is said of them would tell of these.
        shown = check.public and asked.is_direct
        return replace(asked, intermediates=self.intermediates.get(check.task, ())) if shown else asked


def undrawn(check: Check, fault: Exception) -> str:
    """Say why a check's inputs cannot be drawn."""
    missing = fault.args[0] if isinstance(fault, KeyError) and fault.args else ""
    if missing in check.labels:
        return f"gives no input {missing!r}; add it to the check"
    return f"has inputs that cannot be drawn ({type(fault).__name__}: {fault}); correct what draws them"


def read(path: Path) -> Exercise:
    """Read the page at ``path``.

    Raises:
        PageError: it cannot be read, with the line and the remedy.
    """
    try:
        text = path.read_text(encoding="utf-8")  # any line end becomes \n
    except (OSError, UnicodeDecodeError) as fault:
        raise PageError(path, 0, f"cannot be read ({fault}); save it as UTF-8 text") from None
    source = slices.Source(path, text)
    names = execute(source)
    if scripts.is_script(names):
        return of_scripts(source, names)
    demand_tasks(source, names)
    title, story = story_of(source)
    return Exercise(
        id=path.stem,
        title=title,
        story=story,
        source=source,
        tasks={name: parameters(names, name) for name in source.tasks},
        reference=Program(slices.reference(source), filename=path.name),
        variants=tuple(variants(source, names)),
        checks=listed.checks(source, names),
        constants=names,
        allows_torch="torch" in imports(source),
        intermediates=dict(intermediates(source, names)),
    )


def of_scripts(source: slices.Source, names: Mapping[str, Any]) -> Exercise:
    """Return the exercise of a page on whole scripts.

    Raises:
        PageError: the reference is missing, or something cannot be what it is.
    """
    title, story = story_of(source)
    reference, checks = scripts.reference(source, names), tuple(scripts.checks(source, names))
    return Exercise(
        id=source.path.stem,
        title=title,
        story=story,
        source=source,
        tasks=dict.fromkeys(scripts.TASKS, ()),
        reference=Program(reference.text, filename=source.path.name),
        variants=tuple(script_variants(source, names)),
        checks=checks,
        constants=names,
        allows_torch=True,
    )


def execute(source: slices.Source) -> dict[str, Any]:
    """Run the page as the module that it is; return its names.

    Raises:
        PageError: it raises; the line is the page's own last line in the traceback.
    """
    module = types.ModuleType(source.path.stem)
    module.__file__ = str(source.path)
    try:
        # From the tree, so that a syntax error is reported before anything runs.
        exec(compile(source.tree, str(source.path), "exec", dont_inherit=True), module.__dict__)
    except PageError:
        raise
    except (Exception, SystemExit) as fault:
        frames = [
            frame for frame in traceback.extract_tb(fault.__traceback__) if frame.filename == str(source.path)
        ]
        line = (frames[-1].lineno or 0) if frames else 0
        raise PageError(source.path, line, f"{type(fault).__name__}: {fault}; correct this line") from fault
    return vars(module)


def demand_tasks(source: slices.Source, names: Mapping[str, Any]) -> None:
    """Raise PageError unless the page has a task, and a docstring for each."""
    if not source.tasks:
        raise PageError(source.path, 0, "no task: mark what the student writes with @task")
    for name, node in source.tasks.items():
        if not ast.get_docstring(node):
            raise PageError(
                source.path, node.lineno, f"the task {name} has no docstring; say what it returns"
            )
        again = source.definitions.get(name, node)
        if again is not node and "." not in name:
            message = f"the task {name} is defined once more on line {again.lineno}; rename one of them"
            raise PageError(source.path, again.lineno, message)


def story_of(source: slices.Source) -> tuple[str, str]:
    """Return the title (the docstring's heading) and the story below it."""
    docstring = ast.get_docstring(source.tree)
    if docstring is None or not docstring.startswith("# "):
        raise PageError(
            source.path, 1, 'no story: begin the page with a docstring whose first line is "# Title"'
        )
    heading, _, story = docstring.partition("\n")
    if not heading.removeprefix("# ").strip():
        raise PageError(source.path, 1, 'no title: write it behind the "#" of the first line')
    return heading.removeprefix("# ").strip(), story.strip()


def parameters(names: Mapping[str, Any], task: str) -> tuple[str, ...]:
    """Return the names of a task's parameters, in order."""
    return tuple(inspect.signature(lookup(names, task)).parameters)


def intermediates(source: slices.Source, names: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each task whose quantities on the way the page names, with these names."""
    for name, mark in names.items():
        if not isinstance(mark, Intermediates):
            continue
        line = source.definitions[name].lineno if name in source.definitions else 0
        if mark.task not in source.tasks:
            raise PageError(source.path, line, f"{mark.task} is no task; name the intermediates of a task")
        local = slices.stored_names(source.tasks[mark.task])
        for quantity in mark.names or ("",):
            if quantity not in local:
                message = f"{quantity!r} is no variable that {mark.task} assigns; name one of its own"
                raise PageError(source.path, line, message)
        yield mark.task, mark.names


def imports(source: slices.Source) -> set[str]:
    """Return the names of all modules that the page imports, at any depth."""
    found: set[str] = set()
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        if isinstance(node, ast.ImportFrom):
            found.add((node.module or "").split(".")[0])
    return found
