"""Renderers: each lays out a report as text and decides nothing."""

__all__ = [
    "cell",
    "formats",
    "github",
    "html",
    "json",
    "layout",
    "markdown",
    "outline",
    "screen",
    "script_html",
    "script_json",
    "script_terminal",
    "templates",
    "terminal",
]
"""The rooms that other folders enter."""
