"""A download as a tree: what is found in it, level by level, with its times."""
