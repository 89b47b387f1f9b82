"""What to say, kept apart from the words: a report chooses its language when it is laid out."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from grader.words.catalogue import sentence

NOTHING: Mapping[str, str] = MappingProxyType({})

BREAK = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef])\n {0,3}(?=\S)(?!(?:[-*]|\d+\.)\s)")
"""A line's end behind a Chinese character, where the next line is no item of a list and no code."""


@dataclass(frozen=True)
class Message:
    """A sentence of the catalogue by its id, and the words that fill it; a word may be a message itself."""

    id: str
    words: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        """Return the sentence in the language in force."""
        return laid_out(self)


Said = Message | str
"""What a verdict or a diagnosis says: a message of the program's, or a text of the page's author."""


def say(id: str, **words: object) -> Message:
    """Return the message of that id, to be laid out with these words."""
    return Message(id, tuple(words.items()))


def laid_out(said: Said, page: Mapping[str, str] = NOTHING) -> str:
    """Return a message in the language in force; ``page`` has the page's own texts in it, by the English."""
    if isinstance(said, str):
        return page.get(said, said)
    words = {
        name: laid_out(word, page) if isinstance(word, Message | str) else word for name, word in said.words
    }
    return sentence(said.id, **words)


def together(said: Sequence[Said]) -> Said:
    """Return sentences one after the other."""
    return functools.reduce(lambda first, second: say("together", first=first, second=second), said)


def paragraphs(text: str) -> list[str]:
    """Return a text's paragraphs."""
    return re.split(r"\n\s*\n", text)


def in_paragraphs(text: str, page: Mapping[str, str]) -> str:
    """Return a text in the reader's language, paragraph by paragraph; what is not translated is English."""
    return "\n\n".join(page.get(paragraph, paragraph) for paragraph in paragraphs(text))


def story_in(text: str, page: Mapping[str, str]) -> str:
    """Return a story in the reader's language; Markdown takes a line's end for a space: Chinese has none."""
    return BREAK.sub("", in_paragraphs(text, page))
