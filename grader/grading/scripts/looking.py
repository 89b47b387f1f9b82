"""The path of looking at a script: see it, then say what was seen."""

from __future__ import annotations

from grader.grading.scripts import telling
from grader.intake.scripts import Script
from grader.numbers.scripts.records import Look
from grader.numbers.scripts.seeing import Observer, Seen, see


def look(script: Script, sandbox: Observer) -> Look:
    """Look at a script and say what is wrong with its steps.

    Raises:
        SandboxError: the sandbox itself failed; nothing is known of the script.
    """
    return said(script, see(script.program.text, script.program.filename, script.notebook, sandbox))


def said(script: Script, seen: Seen) -> Look:
    """Return what is said of a script that was seen."""
    if seen.evidence is None:
        return telling.without(script, seen.first, seen.observed)
    family = seen.family.name if seen.family else ""
    return telling.tell(script, seen.evidence, seen.judgement, seen.run, seen.observed, family)
