"""What is known of a whole script, and what is said of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np

from grader.inside.scripts.rewriting.syntax import is_loss_name


@dataclass(frozen=True)
class Parameter:
    """One parameter's evidence: a row a draw, an entry a direction, and for slopes a layer a loss between.

    ``whole`` holds all entries of the points, none where there are too many. ``rates`` are the numbers that
    stand in the statement that moves it, one for each draw. ``first_step`` is what the first of several
    statements adds to the step; ``held_step`` is the step where no parameter stays where it has moved in the
    round, None where it is the same; ``rule`` is the optimiser whose own step another one stands for.
    """

    name: str
    shape: tuple[int, ...]
    lines: tuple[int, ...]
    start: np.ndarray
    whole: np.ndarray
    step: np.ndarray
    slope: np.ndarray
    error: np.ndarray
    directions: np.ndarray
    second_step: np.ndarray
    second_slope: np.ndarray
    held_step: np.ndarray | None = None
    rates: dict[str, np.ndarray] = field(default_factory=dict)
    first_step: np.ndarray | None = None
    rule: str = ""


GUESSED = ("squared", "absolute", "entropy", "threshold", "margin", "assumed")
"""How a loss is seen that the script never works out: it is made from a difference or a prediction."""

WEAK = (*GUESSED, "told", "asked")
"""How a loss is seen that may be another one than the script trains for, up to a constant."""

OWN = ("backward", "name", "call", "list", "kept", "told", "asked", "returned", "local", *GUESSED[:-1])
"""How a loss is seen that the round itself works out."""

RESIDUAL = re.compile(r"^(?!.*(loss|cost|mse)).*(err|^e$|resid|误差)", re.IGNORECASE)
"""Names that people give to a loss, and also to a difference, which may be negative."""


@dataclass(frozen=True)
class Loss:
    """A value that may be the loss: where it was seen, its name there, and whether it can bear a verdict.

    ``follows`` says that it depends on the item of the round, as a step on one sample must; ``occasional``
    that it is worked out every so many rounds only; ``follows_itself`` that it is made from a difference both
    sides of which move with the parameters; ``asked`` that it is what an exercise asks for; ``spread`` that
    the difference is one of a column and a row, each number less each.
    ``called`` is what the script calls the one value on which it calls ``backward``, where that is known.
    ``multiplied`` says that it is a factor of something, as an error is on the way to a gradient.
    ``counts`` are the entries, rows and columns of the difference that a guess is made from.
    """

    how: str
    name: str
    size: int
    follows: bool
    leftover: bool
    occasional: bool = False
    follows_itself: bool = False
    asked: bool = False
    spread: bool = field(default=False, kw_only=True)
    multiplied: bool = field(default=False, kw_only=True)
    counts: tuple[int, ...] = field(default=(), kw_only=True)
    called: str = field(default="", kw_only=True)

    @property
    def is_own(self) -> bool:
        """Whether the script works it out in the round, of the round's own data."""
        return self.how in OWN and self.follows and not self.leftover and self.is_named

    @property
    def is_named(self) -> bool:
        """Whether it goes by a name that people give to a loss, where it goes by a name."""
        return self.how not in ("name", "list") or is_loss_name(self.name)

    @property
    def is_guessed(self) -> bool:
        """Whether the script never works it out."""
        return self.how in GUESSED

    @property
    def is_plain(self) -> bool:
        """Whether it is surely a loss: ``backward`` is called on it, or it is called so, and not an error."""
        named = self.how in ("name", "call", "list", "kept", "told") and not RESIDUAL.search(self.name)
        return self.is_own and (self.how == "backward" or named or self.asked)


@dataclass(frozen=True)
class Evidence:
    """Everything that the experiment at a training loop brought home.

    ``scaled`` are carried sizes by which steps are divided, as in AdaGrad: they were held, so that directions
    show; lengths then say nothing. ``empty`` says that all of ``memory`` is 0 before the first round,
    ``behind`` that a step reads what a loop over samples left behind, ``seldom`` that gradients are cleared
    in some rounds only.
    """

    parameters: tuple[Parameter, ...]
    losses: tuple[Loss, ...]
    values: np.ndarray
    items: tuple[int, ...]
    sizes: tuple[int, ...]
    memory: tuple[str, ...]
    unmoved: dict[str, str]
    optimiser: str
    single: bool
    differenced: bool
    loop: tuple[int, int]
    place: int
    data: dict[str, np.ndarray]
    parts: dict[tuple[int, int], np.ndarray]
    inner: dict[str, tuple[np.ndarray, ...]] = field(default_factory=dict)
    chosen: bool = False
    stateful: bool = False
    scaled: tuple[str, ...] = ()
    empty: bool = False
    behind: bool = False
    seldom: bool = False


@dataclass(frozen=True)
class Run:
    """How the training went: the losses of its rounds (thinned out), and how far it was followed.

    ``final`` are all parameters' last values, one after the other, where these were asked for and known.
    ``spent`` is the processor time that it took, in seconds. Where ``of_samples`` says that each round is one
    on another sample, rounds compare badly: ``walks`` are the mean losses of ``walked`` walks over them,
    thinned out as well.
    ``predicted`` is what the script's own functions then gave, by the set of samples and their names.
    """

    losses: tuple[float, ...] = ()
    walks: tuple[float, ...] = ()
    walked: int = 0
    of_samples: bool = False
    rounds: int = 0
    count: int = 0
    stopped: bool = False
    failed: bool = False
    lost: bool = False
    first_bad: int = 0
    final: tuple[float, ...] = ()
    spent: float = 0.0
    predicted: tuple[tuple[int, str, np.ndarray], ...] = ()

    @property
    def comparable(self) -> tuple[float, ...]:
        """The losses that tell whether the training falls: one for each round, or for each walk."""
        return self.walks if self.of_samples else self.losses


@dataclass(frozen=True)
class ParameterVerdict:
    """What is said of one parameter's step: a verdict, the mistake's id where it has a name, and a sentence.

    ``factor`` is by how much the step is too long, None where its direction is wrong or no rate is known.
    """

    name: str
    verdict: str
    mistake: str = ""
    message: str = ""
    line: int = 0
    factor: float | None = None
    step: tuple[float, ...] = ()
    slope: tuple[float, ...] = ()


@dataclass(frozen=True)
class Look:
    """What is said of a script as a whole. ``reason`` is the id of the sentence in ``message``.

    Where several loops train something, it is said of the one that is off, or else of the likeliest;
    ``others`` is what is said of the rest, in the order of their lines.
    """

    path: str
    sha256: str
    verdict: str
    reason: str
    message: str
    line: int = 0
    parameters: tuple[ParameterVerdict, ...] = ()
    loss: str = ""
    rate: str = ""
    loop: tuple[int, int] = (0, 0)
    family: str = ""
    optimiser: str = ""
    run: Run = Run()
    mistakes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    source: str = ""
    seconds: float = 0.0
    protections: tuple[str, ...] = ()
    tier: str = "none"
    others: tuple[Look, ...] = ()

    @property
    def is_loop(self) -> bool:
        """Whether what trains is a loop, and not a function that calls itself or a single step."""
        lines = self.source.split("\n")
        line = lines[self.loop[0] - 1] if 0 < self.loop[0] <= len(lines) else ""
        return bool(re.search(r"\b(for|while)\b", line))
