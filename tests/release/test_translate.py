"""A translation is kept by the English, compiled for the program, and handed out as far as the English is."""

from __future__ import annotations

import ast
import json
import shutil
from pathlib import Path

import click
import polib
import pytest
from click.testing import CliRunner
from conftest import ROOT, copy

from grader.cli import main
from grader.commands.translate import by_english
from grader.course.course import Course
from grader.errors import UsageError
from grader.release import texts, translate
from grader.release.translated import DOCSTRINGS, stub_in
from grader.words import language
from grader.words.catalogue import sentences
from grader.words.language import speaking
from grader.words.message import paragraphs

STUBS = sorted((ROOT / "exercises").glob("*.py"))


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """Return a course of one page."""
    return copy(ROOT, tmp_path / "course", ["loss"])


def translated(course: Course, done: dict[str, str]) -> Path:
    """Translate some texts of the page to Chinese, as a translator does; return the PO file."""
    translate.renew(course, "loss", "zh")
    path = course.translation_path("loss", "zh").with_suffix(".po")
    file = polib.pofile(str(path))
    for entry in file:
        entry.msgstr = done.get(entry.msgid, "")
    file.save()
    translate.renew(course, "loss", "zh")
    return path


def test_nothing_is_translated_at_first(course: Course) -> None:
    """Every text is asked for."""
    count = translate.renew(course, "loss", "zh")
    assert (count.done, len(count.missing)) == (0, count.total)
    assert count.total > 5


@pytest.mark.parametrize(("code", "forms"), [("zh", {0: ""}), ("fr", {0: "", 1: ""})])
def test_every_form_has_its_line(code: str, forms: dict[int, str], tmp_path: Path) -> None:
    """A sentence with two forms in English has a line for each form that the language has."""
    translate.renew_file(tmp_path / "made.po", code, [{"msgid": "{n} file", "msgid_plural": "{n} files"}])
    assert polib.pofile(str(tmp_path / "made.po"))[0].msgstr_plural == forms


def test_a_translation_stays(course: Course) -> None:
    """What a translator wrote is there after the file was brought up to date, and the program reads it."""
    title = course.key("loss").title
    translated(course, {title: "直线的斜率"})
    assert translate.renew(course, "loss", "zh").done == 1
    with speaking("zh"):
        assert course.translation("loss") == {title: "直线的斜率"}
    assert course.translation("loss") == {}


def test_a_text_whose_english_changed_is_asked_for_again(course: Course) -> None:
    """The old translation belongs to another text."""
    path = translated(course, {course.key("loss").title: "直线的斜率"})
    path.write_text(path.read_text("utf-8").replace(course.key("loss").title, "Another title"), "utf-8")
    count = translate.renew(course, "loss", "zh")
    assert course.key("loss").title in count.missing


def test_a_hint_quotes_the_passage_in_the_same_language() -> None:
    """A worked number stands in the story with a bold lead and in a hint without it."""
    done = translate.with_passages({"**One number.** Take\nw = 2.": "**一个数。** 取 w = 2。"})
    assert done["Take w = 2."] == "取 w = 2。"


def test_what_is_missing_is_a_note_of_the_proof(course: Course) -> None:
    """The sentence names the language, how many, and the command that lists them."""
    translated(course, {course.key("loss").title: "直线的斜率"})
    (note,) = translate.untranslated(course, course.key("loss"))
    assert "not translated to 'zh'; `grade translate zh loss --missing`" in note


def test_a_damaged_file_is_named(course: Course) -> None:
    """Whoever hands out or proves is told what to do; a student reads English."""
    path = course.translation_path("loss", "zh")
    path.parent.mkdir(parents=True)
    path.write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="damaged"):
        translate.compiled(path)
    with speaking("zh"):
        assert course.translation("loss") == {}


@pytest.mark.parametrize("path", STUBS, ids=lambda path: path.stem)
def test_a_stub_without_translations_stays_as_it_is(path: Path) -> None:
    """Not a character changes."""
    text = path.read_text(encoding="utf-8")
    assert stub_in(text, {}, "") == text


@pytest.mark.parametrize("path", STUBS, ids=lambda path: path.stem)
def test_a_translated_stub_has_the_same_code(path: Path) -> None:
    """Story and docstrings change, and nothing else."""
    text = path.read_text(encoding="utf-8")
    docstrings = [docstring for _, docstring in texts.docstrings(text)] or [story_of(text)]
    told = [one for docstring in docstrings for one in paragraphs(docstring)]
    made = stub_in(text, {one: f"译：{one}" for one in told}, "")
    assert "译：" in made
    assert code_of(made) == code_of(text)


def test_a_stub_that_is_no_python_has_no_docstrings() -> None:
    """Somebody overwrote it; the proof says so, and what it asks of translations does not stop it."""
    assert list(texts.docstrings("an old stub")) == []


def story_of(text: str) -> str:
    """Return the story at a stub's head, all that there is where a whole script is asked for."""
    return ast.get_docstring(ast.parse(text)) or ""


def code_of(text: str) -> str:
    """Return a program's code without its docstrings."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, DOCSTRINGS) and ast.get_docstring(node) is not None:
            node.body = node.body[1:]
    return ast.dump(tree)


def test_the_command_lists_what_is_missing(course: Course) -> None:
    """One line an exercise, and with --missing one for every text."""
    done = CliRunner().invoke(main, ["translate", "zh", "loss", "--missing", "--course", str(course.root)])
    assert done.exit_code == 0, done.output
    assert "loss: 0 of" in done.output
    assert course.key("loss").title in done.output


def test_the_committed_translation_is_compiled(tmp_path: Path) -> None:
    """What the program reads is what the translator's file says, and says it of every sentence there is."""
    for path in language.SENTENCES.glob("*.po"):
        shutil.copy(path, tmp_path)
        translate.renew_program(path.stem, by_english(click.Context(main)), tmp_path)
        assert (tmp_path / path.name).read_text("utf-8") == path.read_text("utf-8")
        compiled = language.compiled(path.stem, tmp_path).read_bytes()
        assert compiled == language.compiled(path.stem).read_bytes()


def test_an_empty_sentence_is_not_asked_for(tmp_path: Path) -> None:
    """A sentence that says nothing in English has nothing to translate, and is not missing."""
    count = translate.renew_program("de", folder=tmp_path)
    spoken = [id for id, said in sentences().items() if said]
    assert len(spoken) < len(sentences())
    assert [id for id in count.missing if id in sentences()] == spoken


def test_committed_pages_are_compiled() -> None:
    """Beside every PO file of a page lies what it says, as students' computers read it."""
    for path in (ROOT / "solutions").glob("*/*.po"):
        done = {entry.msgid: entry.msgstr for entry in polib.pofile(str(path)).translated_entries()}
        said = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        assert said == translate.with_passages(done), path
