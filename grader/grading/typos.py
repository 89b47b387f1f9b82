"""Say what to type in place of characters that come from paper, chats and word processors."""

from __future__ import annotations

import re

from grader.inside.observation import Error
from grader.words.message import Said, say

SIGNS = (
    ("typo.power", "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ"),
    ("typo.minus", "‐‑‒–—−⁻"),
    ("typo.times", "×·⋅∙•∗"),
    ("typo.quote", "“”„‘’‚«»´"),
)
"""Signs that Python does not know, and the sentence that names the right one."""

STOPS = {"，": ",", "。": ".", "：": ":", "；": ";", "（": "(", "）": ")", "【": "[", "】": "]", "、": ","}
"""Signs of Chinese and Japanese keyboards; other full-width ones are found by their number."""

WIDE = range(0xFF01, 0xFF5F)
"""Full-width forms of the signs from ! to ~, in their order."""

PRODUCT = re.compile(r"(?<![\w.])(\d+\.?\d*(?:[eE][+-]?\d+)?)([A-Za-z]\w*)")
"""A number with a name glued to it."""

UNFINISHED = re.compile(r"(\*\*|//|[-+*/@%=<>,]|\b(?:and|or|not|in|if|else|lambda))\s*(?:#.*)?$")
"""An operator, or a word that joins, with nothing behind it."""

UNSEEN = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
"""Characters without any width: no space belongs in their place."""


def remedy(error: Error, line: str) -> Said | None:
    """Return what to change in a line that is not Python, None where the error says enough."""
    if line.lstrip().startswith(("```", "~~~")):
        return say("typo.fence", sign=line.lstrip()[:3])
    if "decimal literal" in error.text:
        glued = (found for found in PRODUCT.finditer(line) if found.end(1) == error.column)
        return next((say("typo.product", number=one[1], name=one[2]) for one in glued), None)
    if "non-printable character" in error.text:
        return say("typo.unseen" if not UNSEEN.isdisjoint(line) else "typo.invisible")
    ends = UNFINISHED.search(line)
    if ends is not None and error.text == "invalid syntax" and error.column > ends.start(1):
        return say("typo.unfinished", sign=ends[1])
    if "inconsistent use of tabs" in error.text:
        return say("typo.tabs")
    found = re.match(r"invalid character '(.)'", error.text)
    return sign(found[1]) if found and found[1] in line else None


def sign(char: str) -> Said | None:
    """Return what to type in place of a sign that Python does not know."""
    if char in STOPS or ord(char) in WIDE:
        return say("typo.wide", sign=char, plain=STOPS.get(char) or chr(ord(char) - WIDE[0] + ord("!")))
    return next((say(id, sign=char) for id, signs in SIGNS if char in signs), None)
