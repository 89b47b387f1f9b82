"""Derive the everyday mutants from a right definition: one change each, with the sentence that names it.

A page describes the mistakes worth a sentence of their own. These are the others: a plus for a times, a
bracket in the wrong place, a loop that ends too early. The operators follow the groups that were counted
in 301 real scripts (scale, chain rule, shape, formula, update, control, wiring).
"""
