"""The answer key: all that grading needs of an exercise, and its file."""

__all__ = [
    "code",
    "key",
    "keyfile",
    "keyhead",
    "making.baselines",
    "making.keymaker",
    "making.looker",
    "making.mutants",
    "making.mutation.tree",
    "making.remembering",
    "making.retell",
    "making.rows",
    "making.students",
    "making.tolerance",
    "pieces",
    "profile",
    "staleness",
]
"""The rooms that other folders enter."""
