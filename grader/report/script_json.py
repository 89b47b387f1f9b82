"""Lay out what is said of a whole script as JSON for machines; `docs/scripts.md` says what it holds."""

from __future__ import annotations

from typing import Any

from grader.numbers.scripts.evidence.records import Look, ParameterVerdict
from grader.report.json import number
from grader.words.plain import cleaned
from grader.words.strict_json import strict_json

SCHEMA = 1

OF_A_LOOP = (
    "verdict",
    "reason",
    "message",
    "line",
    "parameters",
    "mistakes",
    "loss",
    "rate",
    "loop",
    "family",
    "optimiser",
    "notes",
)
"""Keys of what is said of another loop that trains something."""


def render(look: Look) -> str:
    """Return it as strict JSON in plain ASCII, which any terminal and any parser can take."""
    return strict_json(as_data(cleaned(look)), 2) + "\n"


def as_data(look: Look) -> dict[str, Any]:
    """Return it as dictionaries and lists, ready for JSON."""
    return {
        "schema": SCHEMA,
        "file": {"path": look.path, "sha256": look.sha256},
        "verdict": look.verdict,
        "reason": look.reason,
        "message": look.message,
        "line": look.line or None,
        "parameters": [parameter(one) for one in look.parameters],
        "mistakes": list(look.mistakes),
        "loss": look.loss or None,
        "rate": look.rate or None,
        "loop": {"first": look.loop[0], "last": look.loop[1]} if look.loop[0] else None,
        "family": look.family or None,
        "optimiser": look.optimiser or None,
        "others": [
            {key: value for key, value in as_data(one).items() if key in OF_A_LOOP} for one in look.others
        ],
        "run": {
            "rounds": look.run.rounds,
            "stopped": look.run.stopped,
            "losses": [number(loss) for loss in look.run.losses],
        },
        "notes": list(look.notes),
        "tier": look.tier,
        "protections": list(look.protections),
        "seconds": round(float(look.seconds), 3),
    }


def parameter(one: ParameterVerdict) -> dict[str, Any]:
    """Return what is said of one parameter."""
    return {
        "name": one.name,
        "verdict": one.verdict,
        "mistake": one.mistake or None,
        "message": one.message,
        "line": one.line or None,
        "factor": number(one.factor),
        "step": [number(value) for value in one.step],
        "expected": [number(value) for value in one.slope],
    }
