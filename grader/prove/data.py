"""Turn proofs into JSON data; docs/authoring.md documents it field by field."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

from grader.prove.evidence.proof import Evidence, Proof

SCHEMA = 1


def document(proofs: Sequence[Proof]) -> dict[str, Any]:
    """Return all proofs as one JSON document."""
    return {"schema": SCHEMA, "pages": [page(proof) for proof in proofs]}


def page(proof: Proof) -> dict[str, Any]:
    """Return one page's matrix, margins, faults and notes."""
    return {
        "exercise": proof.exercise,
        "path": proof.path,
        **(nothing() if proof.evidence is None else observed(proof.evidence)),
        "faults": [vars(fault) for fault in proof.faults],
        "notes": list(proof.notes),
        "seconds": round(proof.seconds, 3),
    }


def nothing() -> dict[str, Any]:
    """Return what stands for a page that could not be read."""
    return {"max_score": 0, "checks": [], "rows": [], "margins": [], "public_only": {"named": [], "of": 0}}


def observed(evidence: Evidence) -> dict[str, Any]:
    """Return what was observed of a page."""
    return {
        "max_score": evidence.key.points,
        "checks": [
            {"id": check.id, "title": check.title, "points": check.points, "public": check.public}
            for check in evidence.key.checks
        ],
        "rows": list(rows(evidence)),
        "margins": list(margins(evidence)),
        "public_only": {
            "named": [line.id for line in evidence.trials[0].wrong if line.id in evidence.public],
            "of": len(evidence.trials[0].wrong),
        },
    }


def rows(evidence: Evidence) -> Iterator[dict[str, Any]]:
    """Yield the kill matrix, a row for each program."""
    for line in evidence.lines:
        yield {
            "program": line.id,
            "kind": line.kind,
            "passes": list(line.passes),
            "score": line.score,
            "diagnosis": list(line.diagnosis),
        }


def margins(evidence: Evidence) -> Iterator[dict[str, Any]]:
    """Yield every check's tolerances; ``nearest`` is null where no misconception fails the check."""
    for check, measured in zip(evidence.key.checks, evidence.margins, strict=True):
        for precision, found in (("double", measured.double), ("single", measured.single)):
            yield {
                "check": check.id,
                "precision": precision,
                "scatter": found.scatter,
                "tolerance": found.tolerance,
                "nearest": found.nearest if math.isfinite(found.nearest) else None,
            }
