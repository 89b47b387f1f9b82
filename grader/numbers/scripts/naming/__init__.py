"""Name a wrong step by what known mistakes would give."""
