"""Renderers: each lays out a report as text and decides nothing."""

__all__ = ["cell", "html", "json", "outline", "script_html", "script_json", "script_terminal", "terminal"]
"""The rooms that other folders enter."""
