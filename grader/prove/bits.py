"""Count what one submission can tell its author of a page's hidden checks."""

from __future__ import annotations

import math
from collections.abc import Iterator

from grader.prove.evidence.proof import Evidence

OUTCOMES = 3
"""What a student sees of a hidden check: passed, failed, did not run."""


def bits(evidence: Evidence) -> Iterator[str]:
    """Yield a note that says how many bits, none where no check is hidden."""
    hidden = [check for check in evidence.key.checks if not check.public]
    if hidden:
        most = len(hidden) * math.log2(OUTCOMES)
        yield (
            f"one submission tells its author up to {most:.1f} bits of the hidden"
            f" checks ({len(hidden)}, each passed, failed or not run), {len(hidden)} where course.toml says "
            "`[feedback] not_run = false`"
        )
