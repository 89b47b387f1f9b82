"""Judge steps beside slopes: direction, length, what a second round adds."""
