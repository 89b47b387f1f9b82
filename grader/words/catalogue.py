"""Every sentence that the program says to a student, by id.

The sentences stand in ``grader/sentences/en.toml``, one file a language.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

SENTENCES = Path(__file__).resolve().parent / "sentences"


@functools.cache
def sentences(language: str = "en") -> Mapping[str, str]:
    """Return all sentences of a language by id."""
    text = (SENTENCES / f"{language}.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


def sentence(id: str, **words: object) -> str:
    """Return the sentence of that id with the words filled in.

    Raises:
        KeyError: no sentence has that id, which is a fault of ours.
    """
    return sentences()[id].format(**words)
