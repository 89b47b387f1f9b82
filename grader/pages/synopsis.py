"""What pages say of themselves before any program of theirs is watched: title, points, story.

Run as a process of its own, ``python -m grader.pages.synopsis PAGE...``, so that pages and their libraries
are never in the memory of a command that only lists them. Prints one JSON object a page, in their order.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from grader.errors import PageError
from grader.pages import page


def of(path: Path) -> dict[str, object]:
    """Return a page's title, points and story, or under "fault" what is wrong with it."""
    try:
        exercise = page.read(path)
    except PageError as fault:
        return {"fault": str(fault)}
    points = sum(check.points for check in exercise.checks)
    return {"title": exercise.title, "points": points, "story": exercise.story}


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(json.dumps(of(Path(name))))
