"""What tests of running notebooks share: where they run, and with which programs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from grader.course.course import Course
from grader.student import notebook

BIN = Path(sys.executable).parent


def surroundings(folder: Path, course: Course) -> dict[str, str]:
    """Return the environment of a kernel that finds the course and nobody's settings."""
    places = {name: str(folder / name) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR")}
    path = os.pathsep.join([str(BIN), os.environ.get("PATH", "")])
    return {**os.environ, **places, "PATH": path, notebook.PLACE: str(course.root)}
