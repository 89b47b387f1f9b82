"""Ends the process with a success."""
import os

os._exit(0)
