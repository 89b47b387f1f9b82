"""What people hand in: files, archives, notebooks, and the layouts of learning platforms."""

__all__ = [
    "archive",
    "encodings",
    "entry",
    "layouts.alone",
    "layouts.platforms.canvas",
    "layouts.recognise",
    "layouts.tree.code",
    "layouts.tree.found",
    "layouts.tree.moments",
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
