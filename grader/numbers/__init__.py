"""Hold numbers against numbers: comparison, equivalence, relations."""

__all__ = [
    "compare",
    "equivalence",
    "relations.case",
    "relations.forms",
    "relations.search",
    "scripts.asked",
    "scripts.factors",
    "scripts.fields",
    "scripts.fitting",
    "scripts.models",
    "scripts.records",
    "scripts.rows",
    "scripts.seeing",
    "scripts.verdicts",
    "sealed",
]
"""The rooms that other folders enter."""
