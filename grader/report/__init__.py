"""Renderers: each lays out a report as text and decides nothing."""

__all__ = [
    "cell",
    "html",
    "json",
    "layout",
    "outline",
    "platforms.formats",
    "platforms.github",
    "platforms.markdown",
    "screen",
    "script_html",
    "script_json",
    "script_terminal",
    "templates",
    "terminal",
]
"""The rooms that other folders enter."""
