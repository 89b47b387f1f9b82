"""The path of a grading: observe, compare, judge, diagnose, carry forward."""

__all__ = ["diagnose", "grade", "judge", "verdict"]
"""The rooms that other folders enter."""
