"""Is an exercise sound? Run every program its page describes and look for faults."""

__all__ = ["record", "session", "texts.translations"]
"""The rooms that other folders enter."""
