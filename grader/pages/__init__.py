"""An exercise's page: what an author writes, and how it is read."""

__all__ = [
    "calls",
    "check",
    "files",
    "how",
    "inputs",
    "kinds",
    "marks",
    "page",
    "scripts",
    "slices",
    "split",
    "twins",
    "variants",
]
"""The rooms that other folders enter."""
