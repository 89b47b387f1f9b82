"""Auto-graded homework for gradient descent and back-propagation."""

import os
import sys

__version__ = "0.1.0"


def search_path() -> list[str]:
    """Return where modules are looked for, without the folder in which somebody happens to work.

    That folder may be a hand-in. Python puts it in front for ``python -m``, and takes every part of
    ``PYTHONPATH`` that is empty or relative as lying in it.
    """
    named = os.environ.get("PYTHONPATH", "").split(os.pathsep) if "PYTHONPATH" in os.environ else []
    hidden = {os.path.abspath(entry) for entry in named if not os.path.isabs(entry)}
    if not sys.flags.safe_path and sys.path:
        hidden |= {sys.path[0]} & {os.path.abspath("")}
    return [entry for entry in sys.path if os.path.isabs(entry) and entry not in hidden]
