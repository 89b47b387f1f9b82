"""Rules on what docstrings promise: parameters, results, sizes."""
