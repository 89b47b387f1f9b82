"""Rules on what checks are given: draws, sizes, numbers that hide a mistake."""
