"""A homework script as it stands: its training loop's body as a function of its own parameters."""
