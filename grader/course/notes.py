"""What is kept of a student's work beside the course: last results, hints taken, proofs that held."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.course import whole


@dataclass(frozen=True)
class Notes:
    """Small JSON files in a course's ``.grade/``. Losing them loses no work and no mark."""

    folder: Path

    def results(self) -> dict[str, Any]:
        """Return the last result of each exercise, as ``remember`` wrote them; empty where unreadable."""
        return self.noted("results")

    def remember(self, id: str, score: float, max_score: float, passed: bool) -> None:
        """Note an exercise's last result for ``grade list``, the latest behind the others."""
        others = {other: result for other, result in self.results().items() if other != id}
        self.note("results", {**others, id: {"score": score, "max_score": max_score, "passed": passed}})

    def noted(self, name: str) -> dict[str, Any]:
        """Return what was noted under a name; empty where it cannot be read."""
        try:
            found = json.loads((self.folder / f"{name}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def note(self, name: str, content: Mapping[str, Any]) -> None:
        """Keep something small for later; a read-only folder costs no more than that."""
        path = self.folder / f"{name}.json"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            whole.write(path, json.dumps(content, indent=1))
        except OSError:
            return


def has_passed(result: object) -> bool:
    """Tell whether a remembered result is a pass."""
    return isinstance(result, dict) and result.get("passed") is True
