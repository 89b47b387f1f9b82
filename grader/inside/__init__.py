"""The trust boundary: every file that is loaded where student code runs, and nothing else."""

__all__ = [
    "code",
    "how",
    "observation",
    "preload",
    "requests",
    "scripts.rewriting.clipping",
    "scripts.rewriting.loops",
    "scripts.rewriting.ranks",
    "scripts.rewriting.syntax",
    "values",
    "wire",
]
"""The rooms that other folders enter."""
