"""The path of a grading: observe, compare, judge, diagnose, carry forward."""

__all__ = ["carried_forward", "comparison", "diagnose", "grade", "hints", "judge", "verdict"]
"""The rooms that other folders enter."""
