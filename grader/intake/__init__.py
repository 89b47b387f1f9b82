"""What people hand in: files, archives, notebooks, and the layouts of learning platforms."""

__all__ = [
    "archive",
    "encodings",
    "entry",
    "layouts.alone",
    "layouts.canvas",
    "layouts.code",
    "layouts.found",
    "layouts.moments",
    "layouts.recognise",
    "naming",
    "notebooks.document",
    "notebooks.gather",
    "notebooks.units",
    "roster",
    "rosters",
    "scripts",
    "submission",
]
"""The rooms that other folders enter."""
