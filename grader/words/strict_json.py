"""Data as JSON that every parser takes, and no log for a command."""

from __future__ import annotations

import json


def strict_json(data: object, indent: int | None = None) -> str:
    """Return data as strict JSON in ASCII, without a line break at its end.

    GitHub's log takes ``##[error]`` for a command wherever it stands, so that a sign of it is escaped.

    Raises:
        ValueError: a number in it is infinite or none.
    """
    return json.dumps(data, indent=indent, allow_nan=False).replace("#[", "\\u0023[")
