"""Find the one change to a student's own code after which the numbers are right."""
