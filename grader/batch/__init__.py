"""Grade everything in a folder or zip: resumable, parallel, into one gradebook."""

__all__ = ["arrivals", "asked", "byhand", "feedback", "outputs", "regrade", "session", "shards"]
"""The rooms that other folders enter."""
