"""What a student meets: one submission, reading, hints, notebooks, watching."""

__all__ = [
    "doctor",
    "intermediates",
    "look",
    "notebook",
    "platforms",
    "reading",
    "session",
    "start",
    "watch.watch",
]
"""The rooms that other folders enter."""
