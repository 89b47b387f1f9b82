"""What is known of a whole script, and what may be said of it."""
