"""Read a script's syntax and rewrite it, so that its loop can be looked at."""
