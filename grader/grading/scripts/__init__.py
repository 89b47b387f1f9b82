"""Whole scripts: hold each step of a training loop beside the slope of the script's own loss."""
