"""Notebooks, read and written: cells become a program, a page becomes cells."""
