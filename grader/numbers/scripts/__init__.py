"""Whole scripts: what the steps of a training loop say, held beside the slope of the script's own loss."""
