"""Keep translations of an exercise's texts: a PO file for the translator, a compiled one for the program.

The texts are those that a student reads: the story's paragraphs, the docstrings, the titles of the checks,
the misconceptions and their hints. Each is found by its English, so that one whose English has changed is
English again until somebody looks at it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from grader.course.course import Course
from grader.course.small import small_text
from grader.errors import MissingExtra, UsageError
from grader.keys.key import AnswerKey
from grader.release.texts import texts
from grader.words import language
from grader.words.catalogue import Pattern, sentences
from grader.words.help import OF_CLICK_BY_NUMBER
from grader.words.language import SENTENCES, languages
from grader.words.message import story_in

BOLD_LEAD = re.compile(r"\*\*[^*\n]+\*\*\s*")
"""What stands before a story's worked number: a hint quotes the number without it."""


@dataclass(frozen=True)
class Count:
    """How much of an exercise is translated."""

    name: str
    done: int
    total: int
    missing: tuple[str, ...]


# ---- the translator's file -----------------------------------------------------------------------


def polib() -> ModuleType:
    """Return the library that reads and writes PO files.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        import polib
    except ModuleNotFoundError:
        raise MissingExtra("a translation", "polib", "translate") from None
    return polib


def renew(course: Course, id: str, code: str) -> Count:
    """Bring an exercise's PO file up to date, compile it, and count what is translated."""
    found = tuple(texts(course.key(id), small_text(course.stub(id))))
    path = course.translation_path(id, code)
    entries = [{"msgid": text.english, "comment": text.place} for text in found]
    done = renew_file(path.with_suffix(".po"), code, entries)
    path.write_text(
        json.dumps(with_passages(done), ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8"
    )
    return counted(id, done, [text.english for text in found])


def renew_file(path: Path, code: str, entries: Sequence[Mapping[str, Any]]) -> Mapping[str, str]:
    """Write a PO file of these entries with the translations that it had; return them by the English."""
    library = polib()
    path.parent.mkdir(parents=True, exist_ok=True)
    old = library.pofile(str(path), encoding="utf-8") if path.is_file() else ()
    known = {(entry.msgctxt, entry.msgid): entry for entry in old}
    made = library.POFile(wrapwidth=100, encoding="utf-8")
    made.metadata = {
        "Language": code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": ONE_FORM if code in SAME_FOR_ALL else TWO_FORMS,
    }
    for words in entries:
        entry = library.POEntry(**words)
        before = known.get((entry.msgctxt, entry.msgid))
        if before is not None:
            entry.msgstr, entry.flags = before.msgstr, before.flags
        if entry.msgid_plural:
            # Without its forms an entry has a single empty line, and what is written there is never said.
            entry.msgstr, empty = "", dict.fromkeys(range(1 if code in SAME_FOR_ALL else 2), "")
            entry.msgstr_plural = before.msgstr_plural if before and before.msgstr_plural else empty
        made.append(entry)
    made.save(str(path))
    return {entry.msgid: entry.msgstr for entry in made.translated_entries()}


SAME_FOR_ALL = ("zh", "ja", "ko")
"""Languages whose words have one form for all numbers."""

ONE_FORM, TWO_FORMS = "nplurals=1; plural=0;", "nplurals=2; plural=(n != 1);"


def with_passages(done: Mapping[str, str]) -> Mapping[str, str]:
    """Return translations with the passages that a hint quotes: a worked number without its bold lead."""
    passages = {
        in_a_line(english): in_a_line(story_in(said, {}))
        for english, said in done.items()
        if BOLD_LEAD.match(english)
    }
    return {**done, **passages}


def in_a_line(paragraph: str) -> str:
    """Return a paragraph without its bold lead, in a single line."""
    return " ".join(BOLD_LEAD.sub("", paragraph, count=1).split())


def counted(name: str, done: Mapping[str, str], asked: Sequence[str]) -> Count:
    """Return how many of some texts are translated, and which are not."""
    missing = tuple(english for english in asked if english not in done)
    return Count(name, len(asked) - len(missing), len(asked), missing)


# ---- the program's own sentences -----------------------------------------------------------------


def renew_program(code: str, help: Sequence[str] = (), folder: Path = SENTENCES) -> Count:
    """Bring the PO file of the program's own sentences up to date, compile it, and count.

    A sentence that says nothing in English has nothing to translate.

    Args:
        code: the language.
        help: what the commands say about themselves, found by its English.
        folder: where the PO file lies.
    """
    said = {id: one for id, one in sentences().items() if one}
    entries = [{"msgctxt": id, **forms(one)} for id, one in said.items()]
    entries += [{"msgid": one} for one in dict.fromkeys(help)]
    entries += [{"msgid": one, "msgid_plural": other} for one, other in OF_CLICK_BY_NUMBER]
    path = folder / f"{code}.po"
    renew_file(path, code, entries)
    file = polib().pofile(str(path), encoding="utf-8")
    compiled = language.compiled(code, folder)
    compiled.parent.mkdir(parents=True, exist_ok=True)
    file.save_as_mofile(str(compiled))
    missing = tuple(entry.msgctxt or entry.msgid for entry in file.untranslated_entries())
    return Count("the program", len(entries) - len(missing), len(entries), missing)


def forms(said: Pattern) -> Mapping[str, str]:
    """Return an English sentence as an entry names it."""
    return {"msgid": said} if isinstance(said, str) else {"msgid": said["one"], "msgid_plural": said["other"]}


# ---- what a student reads ------------------------------------------------------------------------


def untranslated(course: Course, key: AnswerKey) -> Iterator[str]:
    """Yield a sentence for every language to which an exercise is translated in part."""
    found = [text.english for text in texts(key, small_text(course.stub(key.id)))]
    for code in languages():
        path = course.translation_path(key.id, code)
        count = counted(key.id, compiled(path), found) if path.is_file() else None
        if count is not None and count.missing:
            yield (
                f"{len(count.missing)} of {count.total} texts are not translated to {code!r}; "
                f"`grade translate {code} {key.id} --missing` lists them"
            )


def compiled(path: Path) -> dict[str, str]:
    """Return the texts of a compiled translation.

    Raises:
        UsageError: it is damaged.
    """
    try:
        found: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        raise UsageError(
            f"{path}: is damaged; compile it again with `grade translate {path.parent.name}`"
        ) from None
    return found
