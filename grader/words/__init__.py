"""Sentences, and the words for places, numbers and foreign text in them."""

__all__ = ["catalogue", "excerpt", "lists", "location", "plain"]
"""The rooms that other folders enter."""
