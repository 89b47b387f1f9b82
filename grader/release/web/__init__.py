"""The browser edition: a static folder in which students write, check and export exercises."""
