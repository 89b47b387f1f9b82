"""Say what to type in place of characters that come from paper, chats and word processors."""

from __future__ import annotations

import re

from grader.inside.observation import Error
from grader.words.message import Said, say

SIGNS = (
    ("typo.power", "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ"),
    ("typo.minus", "‐‑‒–—−⁻"),
    ("typo.times", "×·⋅∙•∗"),
    ("typo.quote", "“”„‘’‚«»`´"),
)
"""Signs that Python does not know, and the sentence that names the right one."""

STOPS = {"，": ",", "。": ".", "：": ":", "；": ";", "（": "(", "）": ")", "【": "[", "】": "]", "、": ","}
"""Signs of Chinese and Japanese keyboards; other full-width ones are found by their number."""

WIDE = range(0xFF01, 0xFF5F)
"""Full-width forms of the signs from ! to ~, in their order."""


def remedy(error: Error, line: str) -> Said | None:
    """Return what to change in a line that is not Python, None where the error says enough."""
    if line.lstrip().startswith(("```", "~~~")):
        return say("typo.fence", sign=line.lstrip()[:3])
    if "decimal literal" in error.text and (glued := re.search(r"(?<![\w.])(\d+)([A-Za-z]\w*)", line)):
        return say("typo.product", number=glued[1], name=glued[2])
    if "non-printable character" in error.text:
        return say("typo.invisible")
    found = re.match(r"invalid character '(.)'", error.text)
    return sign(found[1]) if found and found[1] in line else None


def sign(char: str) -> Said | None:
    """Return what to type in place of a sign that Python does not know."""
    if char in STOPS or ord(char) in WIDE:
        return say("typo.wide", sign=char, plain=STOPS.get(char) or chr(ord(char) - WIDE[0] + ord("!")))
    return next((say(id, sign=char) for id, signs in SIGNS if char in signs), None)
