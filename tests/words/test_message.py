"""A message is laid out in the language in force; what is not translated is English."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polib
import pytest

from grader.words import catalogue
from grader.words.catalogue import english, lines, pattern, sentence, sentences, unwritable
from grader.words.language import CHOICE, compiled, in_files, language, of_system, speaking
from grader.words.message import Message, in_paragraphs, laid_out, say, story_in, together
from grader.words.plain import cleaned, in_words


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put a language into force that has two sentences, one of them with two forms."""
    file = polib.POFile(encoding="utf-8")
    file.metadata = {
        "Content-Type": "text/plain; charset=utf-8",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    file.append(
        polib.POEntry(msgctxt="unfinished", msgid="{task} is not written yet.", msgstr="{task} fehlt.")
    )
    file.append(
        polib.POEntry(
            msgctxt="apples",
            msgid="{count} apple",
            msgid_plural="{count} apples",
            msgstr_plural={0: "{count} Apfel", 1: "{count} Äpfel"},
        )
    )
    path = compiled("de", tmp_path)
    path.parent.mkdir(parents=True)
    file.save_as_mofile(str(path))
    known = {**sentences(), "apples": {"one": "{count} apple", "other": "{count} apples"}}
    monkeypatch.setattr(catalogue, "english", known.__getitem__)
    monkeypatch.setattr(catalogue, "SENTENCES", tmp_path)
    catalogue.translation.cache_clear()
    with speaking("de"):
        yield
    catalogue.translation.cache_clear()


@dataclass(frozen=True)
class Card:
    """A record with messages, a student's own text, and its page's texts in another language."""

    message: Message | str
    printed: str = ""
    hints: tuple[Message | str, ...] = ()
    translation: dict[str, str] = field(default_factory=dict)


@pytest.mark.usefixtures("german")
def test_a_sentence_is_said_in_the_language_in_force() -> None:
    """The words are filled into the translation."""
    assert sentence("unfinished", task="f") == "f fehlt."


@pytest.mark.usefixtures("german")
def test_what_is_not_translated_is_english() -> None:
    """One sentence that is missing takes no other with it."""
    assert sentence("none.nothing", task="f") == "f returned None. Is a return missing?"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(("count", "said"), [(0, "0 Äpfel"), (1, "1 Apfel"), (2, "2 Äpfel")])
def test_the_count_chooses_the_form(count: int, said: str) -> None:
    """A sentence of two forms is said in that of the language's own rule."""
    assert sentence("apples", count=count) == said


@pytest.mark.usefixtures("german")
def test_a_message_made_before_is_laid_out_later() -> None:
    """The language is that of the moment at which a message becomes text."""
    message = say("unfinished", task="f")
    with speaking("en"):
        assert str(message) == "f is not written yet."
    assert str(message) == "f fehlt."


@pytest.mark.usefixtures("german")
def test_messages_stand_in_messages() -> None:
    """A word that is a message itself is laid out with the rest."""
    both = together([say("unfinished", task="f"), say("unfinished", task="g")])
    assert str(both) == "f fehlt. g fehlt."


def test_a_page_s_text_is_found_by_its_english() -> None:
    """Also inside a message; what the page has no translation of stays."""
    page = {"Turned round": "Umgedreht"}
    said = say("partly.title", title="Turned round")
    assert laid_out(said, page) == "Much like “Umgedreht”"
    assert laid_out("Something else", page) == "Something else"


def test_a_student_s_own_text_is_not_translated() -> None:
    """What a program printed stays as it is, though the page has the same words."""
    card = Card("Turned round", "Turned round", ("Turned round",), {"Turned round": "Umgedreht"})
    for shown in (cleaned(card), in_words(card)):
        assert (shown.message, shown.printed, shown.hints) == ("Umgedreht", "Turned round", ("Umgedreht",))


def test_a_story_is_translated_by_paragraphs() -> None:
    """A paragraph that is not translated stands between those that are."""
    assert in_paragraphs("one\n\ntwo\n\nthree", {"one": "eins", "three": "drei"}) == "eins\n\ntwo\n\ndrei"


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, ""),
        ({"LANG": "xx_YY"}, ""),
        ({}, ""),
        ({"LANG": "C", "LC_ALL": "en_GB"}, "en"),
    ],
)
def test_the_system_s_language(environment: dict[str, str], code: str) -> None:
    """The strongest of the system's variables counts, where it names a language that we speak."""
    assert of_system(environment) == code


def test_the_reader_comes_before_the_course(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the course, then the system, then English."""
    monkeypatch.setattr(CHOICE, "reader", "")
    monkeypatch.setattr(CHOICE, "course", "")
    monkeypatch.setattr(CHOICE, "system", "")
    found = [language()]
    for name in ("system", "course", "reader"):
        monkeypatch.setattr(CHOICE, name, name)
        found.append(language())
    assert found == ["en", "system", "course", "reader"]


def test_every_sentence_can_be_laid_out() -> None:
    """A pattern is text, whatever form it is asked for in."""
    assert all(isinstance(pattern(id, count), str) for id in sentences() for count in (1, 2))


def test_every_sentence_stands_on_one_line() -> None:
    """A sentence read by its line is the one that the whole file gives, and no line is passed over."""
    assert {id: english(id) for id in lines()} == sentences()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("直线，\n它是 w", "直线，它是 w"),
        ("1. 一，\n   二。\n2. 三\n- 四", "1. 一，二。\n2. 三\n- 四"),
        ("值：\n\n    ŷ = 值\n    z = 1", "值：\n\n    ŷ = 值\n    z = 1"),
        ("a line\nof it", "a line\nof it"),
    ],
)
def test_no_space_stands_inside_chinese(text: str, shown: str) -> None:
    """Lines of a Chinese paragraph are joined; lists, code and English keep theirs."""
    assert story_in(text, {}) == shown


def test_the_screen_lacks_a_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """English stands in its place on the screen, and the language itself in files."""
    for name in ("reader", "course", "system"):
        monkeypatch.setattr(CHOICE, name, "")
    monkeypatch.setattr(CHOICE, "system", "zh")
    monkeypatch.setattr(CHOICE, "unwritable", unwritable("cp1252"))
    assert language() == "en"
    with in_files():
        assert language() == "zh"
    assert language() == "en"


@pytest.mark.parametrize(
    ("encoding", "lacks"), [("utf-8", ()), ("gbk", ()), ("cp1252", ("zh",)), ("ascii", ("zh",))]
)
def test_what_an_encoding_lacks(encoding: str, lacks: tuple[str, ...]) -> None:
    """A language is unwritable where the encoding lacks the letters of its sentences."""
    assert unwritable(encoding) == lacks
