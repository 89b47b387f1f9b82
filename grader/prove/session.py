"""One `grade prove`: prove the named pages and print what is found."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence

from grader.course.course import Course
from grader.errors import PageError
from grader.prove import data, record, show
from grader.prove.prove import prove_all
from grader.report.terminal import screen


def prove(course: Course, ids: Sequence[str], as_json: bool) -> int:
    """Prove the named pages, or all, and print what is found; return the exit code, 3 for a fault."""
    proofs = []
    for proof in prove_all(course, ids):
        proofs.append(proof)
        record.note(course, proof)
        if not as_json:
            sys.stdout.write(show.render(proof, screen(sys.stdout, os.environ)))
            sys.stdout.flush()
    if as_json:
        print(json.dumps(data.document(proofs), indent=1, allow_nan=False))
    return PageError.exit_code if any(proof.faults for proof in proofs) else 0
