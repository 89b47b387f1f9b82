"""What is drawn in a report: curves, paths, networks."""
