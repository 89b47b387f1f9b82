"""Pages on whole scripts: the reference, other right ones, wrong ones, and what is asked for."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.errors import PageError
from grader.inside.observation import WHOLE
from grader.pages.check import Check
from grader.pages.slices import Source

ROOM = "# Write your script here, and hand it in as it stands."
"""What stands where students write."""

TASKS = ("the script", "the loss", "the steps", "the training")
"""What a script is graded on; no function has such a name, so that a file counts as a whole."""


@dataclass(frozen=True)
class Script:
    """A right script of the page; the first one is the reference and says what is asked for."""

    text: str
    asked: Mapping[str, Any] | None = None

    def slip(self, *pieces: str, says: str, hints: Sequence[str]) -> WrongScript:
        """Return the script with each old piece, which stands in it once, exchanged for a new one.

        Raises:
            TypeError: the pieces are no pairs.
            ValueError: an old piece does not stand there once.
        """
        if not pieces or len(pieces) % 2:
            raise TypeError("give an old piece of code and a new one, or several such pairs")
        text = self.text
        for old, new in zip(pieces[::2], pieces[1::2], strict=True):
            if text.count(old) != 1:
                message = f"{old!r} stands {text.count(old)} times in the script; name what stands in it once"
                raise ValueError(message)
            text = text.replace(old, new)
        return WrongScript(text, says, tuple(hints))


@dataclass(frozen=True)
class WrongScript:
    """A wrong script, with what its writer should read."""

    text: str
    says: str
    hints: tuple[str, ...]


def script(
    text: str,
    *,
    model: str | Sequence[str],
    parameters: Sequence[str],
    data: Sequence[tuple[Any, Any]] = (),
    most: float | None = None,
    signs: bool = False,
    points: Mapping[str, float] | None = None,
) -> Script:
    """Return the page's reference script, and say what is asked for.

    ``model`` names a model of docs/scripts.md, or several of which each is right; ``parameters`` are its
    numbers by name, in order. ``data`` are pairs of inputs and targets, each a list of samples, which are
    lists of numbers. After the training the mean squared error of a sample is at most ``most``, or with
    ``signs`` every output on its target's side of 0. ``points`` maps the titles of checks to points, 1 for
    all others.
    """
    asked = {
        "models": [model] if isinstance(model, str) else list(model),
        "parameters": list(parameters),
        "data": [[x, y] for x, y in data],
        "most": most,
        "signs": signs,
    }
    return Script(text, {"asked": asked, "points": dict(points or {})})


def another(text: str) -> Script:
    """Return another right script, in another style: it must pass every check."""
    return Script(text)


def wrong(text: str, *, says: str, hints: Sequence[str] = ()) -> WrongScript:
    """Return a wrong script, what the student who wrote it should read, and at most three hints."""
    return WrongScript(text, says, tuple(hints))


# ---- reading -------------------------------------------------------------------------------------


def is_script(names: Mapping[str, Any]) -> bool:
    """Tell whether a page is one on whole scripts."""
    return any(isinstance(value, Script) for value in names.values())


def reference(source: Source, names: Mapping[str, Any]) -> Script:
    """Return the page's reference script.

    Raises:
        PageError: there is none, or more than one, or what it asks for does not fit together.
    """
    found = [name for name, value in names.items() if isinstance(value, Script) and value.asked is not None]
    if len(found) != 1:
        message = f"{len(found)} references; describe the exercise with script(…) once"
        raise PageError(source.path, 0, message)
    made: Script = names[found[0]]
    line = source.definitions[found[0]].lineno if found[0] in source.definitions else 0
    demand_sound(source, line, (made.asked or {})["asked"])
    return made


def demand_sound(source: Source, line: int, asked: Mapping[str, Any]) -> None:
    """Raise PageError where parameters share a name, or data are not samples beside as many targets."""
    twice = [name for name, count in Counter(asked["parameters"]).items() if count > 1]
    if twice:
        message = (
            f"the parameter {twice[0]!r} is named twice; give each of the model's numbers a name of its own"
        )
        raise PageError(source.path, line, message)
    for place, (x, y) in enumerate(asked["data"], start=1):
        if not (are_samples(x) and are_samples(y) and len(x) == len(y)):
            message = (
                f"the set {place} of data is no pair of as many inputs as targets; "
                "write each as a list of samples, which are lists of numbers of one length"
            )
            raise PageError(source.path, line, message)


def are_samples(given: Any) -> bool:
    """Tell whether something is an array of shape (samples, numbers), or lists that can be one."""
    try:
        return np.asarray(given, dtype=float).ndim == 2
    except (TypeError, ValueError):
        return False


def others(source: Source, names: Mapping[str, Any]) -> Iterator[tuple[str, str, WrongScript | None]]:
    """Yield the page's other scripts in order: name, text, and of a wrong one what it has to say.

    Raises:
        PageError: a wrong one has nothing to say.
    """
    for name, value in names.items():
        if isinstance(value, Script) and value.asked is None:
            yield name, value.text, None
        if isinstance(value, WrongScript):
            if not value.says.strip():
                line = source.definitions[name].lineno if name in source.definitions else 0
                raise PageError(source.path, line, f"{name} says nothing; write what the student should read")
            yield name, value.text, value


def checks(source: Source, names: Mapping[str, Any]) -> Iterator[Check]:
    """Yield the checks: what every script is asked, and one for each parameter.

    Raises:
        PageError: points are given for a check that there is not.
    """
    said = reference(source, names).asked or {}
    made = list(every_check(said["asked"]))
    unknown = set(said["points"]) - {check.title for check in made}
    if unknown:
        titles = ", ".join(repr(check.title) for check in made)
        message = f"points for {min(unknown)!r}, which is no check; there are: {titles}"
        raise PageError(source.path, source.line_of_text(min(unknown)), message)
    for check in made:
        points = float(said["points"].get(check.title, 1))
        yield Check(**{**vars(check), "points": points})


def every_check(asked: Mapping[str, Any]) -> Iterator[Check]:
    """Yield the checks of a script exercise."""
    script, loss, steps, training = TASKS
    yield check("it runs and trains", script, "trains", asked)
    yield check("the loss", loss, "loss", asked)
    for name in asked["parameters"]:
        yield check(f"the direction of {name}", steps, "direction", asked, name)
    yield check("the size of the steps", steps, "size", asked)
    yield check("the gradients are cleared", steps, "cleared", asked)
    yield check("the loss falls", training, "falls", asked)
    if asked["most"] is not None or asked["signs"]:
        yield check("where the training ends", training, "ends", asked)
    if asked["data"]:
        yield check("what it predicts", training, "predicts", asked)


def check(title: str, task: str, of: str, asked: Mapping[str, Any], *names: str) -> Check:
    """Return one check; what is asked for travels with it as its only input."""
    before = TASKS[1 : TASKS.index(task)] if task == TASKS[-1] else ()
    return Check(
        title=title,
        task=task,
        kind=WHOLE,
        labels=("asked",),
        inputs={"asked": asked},
        public=True,
        uses=before,
        fields=names,
        of=of,
    )


def stub(source: Source) -> str:
    """Return the file that students get: the story, and room."""
    story = ast.get_docstring(source.tree) and ast.get_source_segment(source.text, source.tree.body[0])
    return f"{story or ''}\n\n{ROOM}\n"
