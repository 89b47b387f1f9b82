"""Script exercises: what a page asks for, and the row that its checks make of it."""
