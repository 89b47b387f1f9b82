"""Where things are: the course, its settings, and its pages in processes of their own."""

__all__ = ["course", "new", "page_processes", "settings"]
"""The rooms that other folders enter."""
