"""Grade everything in a folder or zip: resumable, parallel, into one gradebook."""

__all__ = ["regrade", "session"]
"""The rooms that other folders enter."""
