"""A separate, warm process in which student code runs and from which only numbers return."""

__all__ = ["client", "fork_server", "mounts", "policy"]
"""The rooms that other folders enter."""
