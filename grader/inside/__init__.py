"""The trust boundary: every file that is loaded where student code runs, and nothing else."""

__all__ = [
    "code",
    "how",
    "observation",
    "preload",
    "requests",
    "scripts.clipping",
    "scripts.loops",
    "scripts.ranks",
    "scripts.syntax",
    "values",
    "wire",
]
"""The rooms that other folders enter."""
