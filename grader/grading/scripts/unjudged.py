"""What is said of a script whose steps were not seen."""

from __future__ import annotations

from grader.inside.observation import Observation, Observed
from grader.intake.scripts import Script
from grader.numbers.scripts import seeing
from grader.numbers.scripts.evidence import fields
from grader.numbers.scripts.evidence.records import Look
from grader.words.catalogue import has_sentence, sentence
from grader.words.location import as_written, phrase


def without(script: Script, first: Observation, seen: Observed) -> Look:
    """Return what is said of a script whose steps were not seen: it stops, say, or nothing moves."""
    verdict, reason = why(first)
    line = fields.line(first, "error.line")
    loop = fields.line(first, "loop.line")
    words = {
        "place": phrase(script.program.text, line, first=True) if line else sentence("look.somewhere"),
        "error": (first.kinds.get("error", "") or str(first.error or "")).rstrip("."),
        "package": first.kinds.get("package", ""),
        "loop": str(loop or ""),
    }
    return Look(
        path=script.path,
        sha256=script.sha256,
        verdict=verdict,
        reason=reason,
        message=sentence(f"look.{verdict}.{reason}", **words),
        line=line if verdict in ("stops", "wrong") else 0,
        mistakes=(reason,) if verdict == "wrong" else (),
        source=as_written(script.program.text),
        seconds=sum(one.seconds for one in seen.row),
        protections=seen.protections,
        tier=seen.tier,
    )


def why(first: Observation) -> tuple[str, str]:
    """Return verdict and reason of an observation that is no evidence."""
    verdict, reason = seeing.why(first)
    return verdict, reason if has_sentence(f"look.{verdict}.{reason}") else "unreadable"
