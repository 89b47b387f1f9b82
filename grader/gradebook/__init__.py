"""The gradebook: one SQLite file that keeps everything a class handed in and got, and what is made of it."""

__all__ = ["classpage.page", "gradebook", "packing", "paths", "reading", "records", "showing", "tables"]
"""The rooms that other folders enter."""
