"""What is said of steps before there are sentences: of the script, and of each parameter."""

from __future__ import annotations

from dataclasses import dataclass, field

UNCLEARED = frozenset({"not_cleared", "not_all_cleared", "not_always_cleared"})
"""Mistakes of a second round, which leave the first step right."""


@dataclass(frozen=True)
class Found:
    """A verdict on one parameter before it has a sentence: the mistake's id, and the number in it.

    ``loss`` is the parameter's own, -1 where it is that of the whole judgement.
    """

    verdict: str
    mistake: str = ""
    factor: float | None = None
    number: int = 0
    loss: int = -1


@dataclass(frozen=True)
class Judgement:
    """What the evidence says: of the script, of each parameter, against which loss, at which rate."""

    verdict: str
    reason: str
    loss: int = -1
    rate: str = ""
    factor: float = 1.0
    parameters: tuple[Found, ...] = field(default_factory=tuple)
