"""A separate, warm process in which student code runs and from which only numbers return."""
