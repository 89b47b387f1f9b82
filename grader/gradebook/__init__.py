"""The gradebook: one SQLite file that keeps everything a class handed in and got, and what is made of it."""

__all__ = [
    "byhand",
    "classpage.page",
    "counting",
    "final",
    "gradebook",
    "observations",
    "packing",
    "paths",
    "policy",
    "reading",
    "records",
    "schema",
    "showing",
    "tables",
]
"""The rooms that other folders enter."""
