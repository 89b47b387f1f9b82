"""Where things are: the course, its settings, and its pages in processes of their own."""

__all__ = [
    "course",
    "engine",
    "finding",
    "new",
    "notes",
    "page_processes",
    "seeds",
    "settings",
    "small",
    "student_keys",
    "whole",
]
"""The rooms that other folders enter."""
