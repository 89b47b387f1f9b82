"""Renderers: each lays out a report as text and decides nothing."""
