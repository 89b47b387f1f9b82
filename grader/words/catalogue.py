"""Every sentence that the program says to a student, by id, in the language in force.

The English sentences stand in ``sentences/en.toml``; one with two forms, ``one`` and ``other``, chooses by
the word ``count``. A translation is a PO file beside it, ``sentences/zh.po``, as translators' tools write it:
``msgctxt`` is the sentence's id. ``grade translate`` compiles it to ``zh/LC_MESSAGES/grade.mo``, which is
read here. What it lacks is said in English.
"""

from __future__ import annotations

import functools
import gettext
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from grader.words.language import ENGLISH, SENTENCES, compiled, language, languages

COUNT = "count"
"""The word by which a sentence of two forms chooses."""

Pattern = str | Mapping[str, str]

FILE = SENTENCES / f"{ENGLISH}.toml"


@functools.cache
def sentences() -> Mapping[str, Pattern]:
    """Return all English sentences by id."""
    return MappingProxyType(tomllib.loads(FILE.read_text(encoding="utf-8")))


@functools.cache
def lines() -> Mapping[str, str]:
    """Return the line of the file on which each sentence stands, by id: a run says few, and reads those."""
    found = (line for line in FILE.read_text(encoding="utf-8").split("\n") if line.startswith('"'))
    return MappingProxyType({line[1 : line.index('"', 1)]: line for line in found})


@functools.cache
def english(id: str) -> Pattern:
    """Return one English sentence.

    Raises:
        KeyError: no sentence has that id.
    """
    pattern: Pattern = tomllib.loads(lines()[id])[id]
    return pattern


@functools.cache
def translation(language: str) -> gettext.NullTranslations:
    """Return what is there of a language; nothing for one that nobody has translated to."""
    return read_translation(compiled(language, SENTENCES))


def read_translation(path: Path) -> gettext.NullTranslations:
    """Return the translations of a compiled file, none where there is no such file."""
    if not path.is_file():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def has_sentence(id: str) -> bool:
    """Tell whether there is a sentence of that id."""
    return id in lines()


def pattern(id: str, count: int = 1) -> str:
    """Return a sentence in the language in force, its words not filled in.

    Raises:
        KeyError: no sentence has that id, which is a fault of ours.
    """
    said, other = english(id), translation(language())
    if isinstance(said, str):
        return other.pgettext(id, said)
    return other.npgettext(id, said["one"], said["other"], count)


def sentence(id: str, **words: object) -> str:
    """Return the sentence of that id in the language in force, with the words filled in.

    Raises:
        KeyError: no sentence has that id, which is a fault of ours.
    """
    count = words.get(COUNT)
    return pattern(id, count if isinstance(count, int) else 1).format(**words)


def beginning(start: str) -> Mapping[str, str]:
    """Return the sentences whose ids begin so, by the rest of their ids, their words not filled in."""
    return {id.removeprefix(start): pattern(id) for id in sentences() if id.startswith(start)}


def unwritable(encoding: str) -> tuple[str, ...]:
    """Return the languages whose signs an encoding lacks, by one of their sentences."""
    if encoding.lower().startswith("utf"):
        return ()
    said = {code: translation(code).pgettext(SAMPLE, str(english(SAMPLE))) for code in languages()}
    return tuple(
        code for code, text in said.items() if text.encode(encoding, "ignore").decode(encoding) != text
    )


SAMPLE = "cli.interrupted"
"""A sentence of letters alone, without the signs that have a lookalike."""


def in_language(english: str) -> str:
    """Return a phrase that is kept in English, as a gradebook does, in the language in force."""
    return translation(language()).gettext(english) if english else english
