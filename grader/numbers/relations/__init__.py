"""Recognise a wrong number by how it relates to the right one, where no page names the mistake.

A relation is looked for over *all* returned checks of a task at once: it must turn every expected number
into the student's, in every check, before it counts as evidence.
"""
