"""Sentences, and the words for places, numbers and foreign text in them."""

__all__ = [
    *("catalogue", "excerpt", "help", "language", "lists", "location", "meant", "message", "nearest"),
    *("plain", "strict_json"),
]
"""The rooms that other folders enter."""
