"""What a student meets: one submission, reading, hints, notebooks, watching."""

__all__ = ["look", "notebook", "reading", "session", "watch.watch"]
"""The rooms that other folders enter."""
