"""Grade everything in a folder or zip: resumable, parallel, into one gradebook."""

__all__ = ["byhand", "regrade", "session"]
"""The rooms that other folders enter."""
