"""Every translation that the program ships with says the same as the English, as far as a machine can see."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest

from grader.words.catalogue import sentences
from grader.words.language import SENTENCES

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = sorted(SENTENCES.glob("*.po"))
PAGES = sorted((ROOT / "solutions").glob("*/*.po"))


def entries(path: Path) -> list[polib.POEntry]:
    """Return the entries of a PO file that have a translation."""
    return [entry for entry in polib.pofile(str(path), encoding="utf-8") if entry.translated()]


def fields(text: str) -> set[str]:
    """Return the words that are filled into a sentence."""
    return set(re.findall(r"\{(\w*)\}", text))


def code(text: str) -> set[str]:
    """Return what stands between backticks."""
    return set(re.findall(r"`+([^`]+)`+", text))


def forms(entry: polib.POEntry) -> list[tuple[str, str]]:
    """Return the translations of an entry, each beside its English; the plural stands beside each form."""
    if entry.msgid_plural:
        return [(entry.msgid_plural, said) for said in entry.msgstr_plural.values()]
    return [(entry.msgid, entry.msgstr)]


@pytest.mark.parametrize("path", PROGRAM, ids=lambda path: path.name)
def test_sentences_keep_their_words(path: Path) -> None:
    """A translated sentence is filled with the same words and quotes the same code as the English."""
    changed = [
        entry.msgctxt
        for entry in entries(path)
        for english, said in forms(entry)
        if fields(english) != fields(said) or code(english) != code(said)
    ]
    assert changed == []


@pytest.mark.parametrize("path", PROGRAM, ids=lambda path: path.name)
def test_sentences_are_those_of_the_program(path: Path) -> None:
    """No translation speaks of a sentence that the program no longer has, or that has changed since."""
    english = {id: said if isinstance(said, str) else said["one"] for id, said in sentences().items()}
    of_ids = [entry for entry in entries(path) if entry.msgctxt]
    assert [entry.msgctxt for entry in of_ids if english.get(entry.msgctxt) != entry.msgid] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_pages_keep_their_code(path: Path) -> None:
    """A translated text of a page quotes the same code as the English."""
    changed = [entry.msgid for entry in entries(path) if code(entry.msgid) != code(entry.msgstr)]
    assert changed == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_pages_keep_their_bold_leads(path: Path) -> None:
    """A text that begins in bold begins in bold in every language, for hints quote what follows."""
    changed = [
        entry.msgid
        for entry in entries(path)
        if entry.msgid.startswith("**") != entry.msgstr.startswith("**")
    ]
    assert changed == []
