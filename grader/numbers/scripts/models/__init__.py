"""Models by their layers, units and losses, and which one a script trains."""
