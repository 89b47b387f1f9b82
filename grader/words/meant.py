"""A path where nothing is, as the path that was meant."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from grader.words.catalogue import sentence
from grader.words.nearest import nearest


def meant(path: Path) -> Path | None:
    """Return the path that is there with its misspelt parts put right, None where none is near."""
    found = Path(path.anchor)
    with contextlib.suppress(OSError):
        for part in path.parts[len(found.parts) :]:
            there = (found / part).exists()
            known = [] if there else [name for name in sorted(os.listdir(found)) if name.isprintable()]
            name = part if there else nearest(part, known)
            if not name:
                return None
            found /= name
        return found
    return None


def nothing_at(path: Path) -> str:
    """Say that there is no such file or folder, and which may be meant."""
    near = meant(path)
    if near is None:
        return sentence("refused.nothing_there", path=path)
    return sentence("refused.nothing_there.near", path=path, near=near)
