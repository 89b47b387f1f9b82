"""What people hand in: files, archives, notebooks, and the layouts of learning platforms."""

__all__ = [
    "archive",
    "layouts.found",
    "layouts.recognise",
    "notebooks.document",
    "notebooks.gather",
    "notebooks.units",
    "scripts",
    "submission",
]
"""The rooms that other folders enter."""
