"""Hold numbers against numbers: comparison, equivalence, relations."""

__all__ = [
    "compare",
    "equivalence",
    "relations.case",
    "relations.forms",
    "relations.search",
    "scripts.evidence.fields",
    "scripts.evidence.records",
    "scripts.evidence.verdicts",
    "scripts.exercises.asked",
    "scripts.exercises.models",
    "scripts.exercises.rows",
    "scripts.judging.factors",
    "scripts.judging.fitting",
    "scripts.seeing",
    "sealed",
]
"""The rooms that other folders enter."""
