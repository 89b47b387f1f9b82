"""Make an answer key: observe every program that a page describes."""
