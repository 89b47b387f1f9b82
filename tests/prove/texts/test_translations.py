"""A translation says what its English says: numbers, signs, names, code, formulas, directions."""

from __future__ import annotations

import json
from pathlib import Path

import polib
import pytest

from grader.course.course import Course
from grader.prove.texts.translations import differences, untrue_translations
from grader.words.language import SENTENCES

ROOT = Path(__file__).resolve().parents[3]

PAGE = '"""\n# A line\n\nTake 5 steps.\n"""\n'


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """Return a course of one page with an empty folder of translations."""
    (tmp_path / "solutions" / "zh").mkdir(parents=True)
    (tmp_path / "solutions" / "line.py").write_text(PAGE, encoding="utf-8")
    return Course(tmp_path)


def written(course: Course, english: str, said: str, compiled: str) -> None:
    """Write a PO file of one text, and beside it what was compiled."""
    folder = course.root / "solutions" / "zh"
    entry = f"msgid {json.dumps(english)}\nmsgstr {json.dumps(said, ensure_ascii=False)}\n"
    (folder / "line.po").write_text(f'msgid ""\nmsgstr ""\n"Language: zh\\n"\n\n{entry}', encoding="utf-8")
    (folder / "line.json").write_text(json.dumps({english: compiled}), encoding="utf-8")


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("The new v is 0.5·2 + 3 = 4.", "新的 v 是 0.5·2 + 3 = 4。"),
        ("Your power is one too low.", "你的指数小了 1。"),
        ("in the 15th round", "第 15 轮"),
        ("It is halved.", "它除以 2。"),
        ("Limit in place of minus one", "该返回 -1 却返回了 limit"),
        ("What becomes of 1 - β^t as t grows?", "t 增大时 1 - β^t 变成什么？"),
        ("Two rows and a column", "两行一列"),
        ("Cross-entropy, not 2·error", "交叉熵，不是 2·误差"),
        ("Knowing less by heart", "少死记硬背：L2 正则化"),
        ("Take 10,000 steps (or 2).", "走 10000 步（或两步）。"),
        ("Week 2", "第二周"),
        ("Set x1 to 0. Is the slope 0 in your code?", "把 x1 设为 0。你的梯度是 0 吗？"),
    ],
)
def test_a_true_translation_has_no_differences(english: str, said: str) -> None:
    """Words may become digits, *it* a name, and what one language writes as a word another leaves out."""
    assert not list(differences(english, said, "zh"))


@pytest.mark.parametrize(
    ("english", "said", "words"),
    [
        ("w goes to 4.6", "w 走到 4.7", "the number 4.6 of the English is missing"),
        ("Week 2", "第 3 周，一共", "the number 2 of the English is missing"),
        ("10,000 steps", "1000 步", "the number 10000 of the English is missing"),
        ("Where is it?", "4 在哪里？", "it has the number 4, the English has not"),
        ("the slope is -2", "导数是 2", "the number minus 2 of the English is missing"),
        ("the slope is 2", "导数是 -2", "it has the number minus 2, the English has not"),
        ("Compare w1 and w2.", "比较 w1 和 w1。", "the name w2 of the English is missing"),
        ("Call `loss()`.", "调用 `step()`。", "the code loss() of the English is missing"),
        ("w - lr·g", "w + lr·g", "the formula w-lr of the English is missing"),
        ("½·(w + b)", "½/(w + b)", "the formula ½·( of the English is missing"),
        ("It is too large.", "它太小了。", "the English says 'too large' and it says '太小'"),
        ("The loss falls.", "损失上升。", "the English says 'falls' and it says '上升'"),
        ("Sum each row.", "对每一列求和。", "the English says 'row' and it says '列'"),
        ("Divide by n.", "乘以 n。", "the English says 'Divide' and it says '乘'"),
    ],
)
def test_another_thing_said(english: str, said: str, words: str) -> None:
    """Each is told in words that a translator understands."""
    assert words in list(differences(english, said, "zh"))


def test_a_language_without_opposites() -> None:
    """Numbers and names are compared in every language."""
    assert list(differences("5 rows", "6 Spalten", "de"))
    assert not list(differences("5 rows", "5 Spalten", "de"))


def test_the_place_is_named(course: Course) -> None:
    """The translator's file, its line, and how the English begins."""
    written(course, "Take 5 steps.", "走 6 步。", "走 6 步。")
    (fault,) = untrue_translations(course, "line")
    assert fault.rule == "translation"
    assert "line.po, line 5: the number 5 of the English is missing" in fault.message
    assert "its English begins 'Take 5 steps.'" in fault.message


@pytest.mark.parametrize(("other", "faults"), [("How wrong is a guess?", 1), ("Go on and take steps.", 0)])
def test_two_texts_with_one_translation(course: Course, other: str, faults: int) -> None:
    """What was pasted into another text is told; what the English says twice, in other words, may be one."""
    said = "沿着斜坡向下走，一步一步地走。"
    written(course, "Take steps.", said, said)
    folder = course.root / "solutions" / "zh"
    with (folder / "line.po").open("a", encoding="utf-8") as file:
        file.write(f"\nmsgid {json.dumps(other)}\nmsgstr {json.dumps(said, ensure_ascii=False)}\n")
    (folder / "line.json").write_text(json.dumps({"Take steps.": said, other: said}), encoding="utf-8")
    found = [fault.message for fault in untrue_translations(course, "line")]
    assert len(found) == faults
    assert all("line 8: this is also the translation of 'Take steps.'" in message for message in found)


def test_what_was_changed_and_not_compiled(course: Course) -> None:
    """Students read what was compiled, so the command is named."""
    written(course, "Take 5 steps.", "走 5 步。", "走五步，即 5 步。")
    (fault,) = untrue_translations(course, "line")
    assert "was compiled from; run `grade translate zh line`" in fault.message


def test_a_damaged_po_file(course: Course) -> None:
    """It is named, with the line where reading stopped."""
    written(course, "Take 5 steps.", "走 5 步。", "走 5 步。")
    (course.root / "solutions" / "zh" / "line.po").write_text("oops", encoding="utf-8")
    (fault,) = untrue_translations(course, "line")
    assert "line.po: cannot be read" in fault.message


def test_without_a_po_file(course: Course) -> None:
    """What students read is compared all the same."""
    written(course, "Take 5 steps.", "", "走 6 步。")
    (course.root / "solutions" / "zh" / "line.po").unlink()
    (fault,) = untrue_translations(course, "line")
    assert "line.json: the number 5" in fault.message


@pytest.mark.parametrize("id", Course(ROOT).order)
def test_the_course(id: str) -> None:
    """No text of the course says anything else in Chinese."""
    assert not list(untrue_translations(Course(ROOT), id))


def test_the_program() -> None:
    """Nor does a sentence of the program's own."""
    entries = polib.pofile(str(SENTENCES / "zh.po"), encoding="utf-8").translated_entries()
    pairs = [(one.msgid, one.msgstr) for one in entries if not one.msgid_plural]
    assert len(pairs) > 1000
    assert not [(english, found) for english, said in pairs for found in differences(english, said, "zh")]
