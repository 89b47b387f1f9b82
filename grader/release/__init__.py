"""What a student takes home: stubs, starter notebooks, public keys."""

__all__ = [
    "handout",
    "pack",
    "release",
    "stub",
    "student_key",
    "translate",
    "translated",
    "web.site",
    "written",
]
"""The rooms that other folders enter."""
