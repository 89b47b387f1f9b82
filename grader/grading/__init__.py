"""The path of a grading: observe, compare, judge, diagnose, carry forward."""

__all__ = [
    "carried_forward",
    "comparison",
    "diagnose",
    "grade",
    "hints",
    "intermediates",
    "judge",
    "listed",
    "observer",
    "scripts.looking",
    "verdict",
]
"""The rooms that other folders enter."""
