"""The answer key: all that grading needs of an exercise, and its file."""

__all__ = [
    "code",
    "key",
    "keyfile",
    "keyhead",
    "making.baselines",
    "making.keymaker",
    "making.remembering",
    "making.retell",
    "making.students",
    "making.tolerance",
    "profile",
    "staleness",
]
"""The rooms that other folders enter."""
