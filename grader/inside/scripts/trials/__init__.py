"""Try a loop: find its parameters and its loss, then observe steps and slopes."""
