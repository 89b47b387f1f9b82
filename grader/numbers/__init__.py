"""Hold numbers against numbers: comparison, equivalence, relations."""

__all__ = ["compare", "equivalence", "relations.case", "relations.forms", "relations.search", "sealed"]
"""The rooms that other folders enter."""
