"""Grade again on every save, and show what comes next."""
