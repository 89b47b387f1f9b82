"""The answer key: all that grading needs of an exercise, and its file."""

__all__ = ["key", "keyfile", "making.baselines", "making.keymaker", "making.tolerance"]
"""The rooms that other folders enter."""
