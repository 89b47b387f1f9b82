"""Put what a check saw of a whole script into a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from grader.inside.observation import Observation
from grader.words.catalogue import has_sentence
from grader.words.lists import listed
from grader.words.location import phrase
from grader.words.message import Said, say
from grader.words.plain import number

PRECISE = 6
"""Digits of a number in a sentence."""


def said(seen: Observation, text: str) -> Said:
    """Return the sentence that an observation asks for; numbers and places are put into words here."""
    id = seen.kinds.get("sentence", "")
    if not has_sentence(id):
        id = "look.not_judged.unreadable"
    return say(id, **words(seen.kinds, text))


def words(kinds: Mapping[str, str], text: str) -> dict[str, Said | int]:
    """Return the words of a sentence."""
    line = int(kinds.get("line") or 0)
    made: dict[str, Said | int] = {name: word for name, word in kinds.items() if name.isidentifier()}
    made |= {name: listed(kinds[name].split(", ")) for name in LISTS if kinds.get(name)}
    made["count"] = max(int(kinds.get("count") or 1), 1)
    made |= {name: number(float(kinds[name]), PRECISE) for name in NUMBERS if kinds.get(name)}
    made["place"] = phrase(text, line, first=True) if line else say("look.somewhere")
    made["loss"] = loss(kinds)
    return made


NUMBERS = ("factor", "first", "last", "error_left", "most", "wanted", "got")
"""Words that are numbers with all their digits."""


LISTS = ("wrong", "right", "memory")
"""Words that are lists of names."""


def loss(kinds: Mapping[str, str]) -> Said:
    """Return what a script calls its loss."""
    known = f"look.loss.{kinds.get('loss.how', '')}"
    name = kinds.get("loss.name", "")
    return say(known, name=name) if has_sentence(known) else name
