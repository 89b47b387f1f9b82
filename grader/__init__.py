"""Auto-graded homework for gradient descent and back-propagation."""

__version__ = "0.1.0"
