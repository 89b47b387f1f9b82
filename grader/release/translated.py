"""What is handed out in another language: the texts of a key, and a stub with its own."""

from __future__ import annotations

import ast
import json
import textwrap
from collections.abc import Mapping

from grader.course.course import Course
from grader.keys.key import AnswerKey
from grader.release.texts import texts
from grader.release.translate import compiled, in_a_line
from grader.words.message import in_paragraphs

DOCSTRINGS = ast.Module | ast.ClassDef | ast.FunctionDef


def public_texts(course: Course, id: str, code: str, key: AnswerKey, stub: str) -> str:
    """Return a compiled translation without the texts that are not handed out, empty where there is none."""
    path = course.translation_path(id, code)
    if not path.is_file():
        return ""
    shown = {text.english for text in texts(key, stub)}
    shown |= {in_a_line(english) for english in shown}
    done = compiled(path)
    kept = {english: said for english, said in done.items() if english in shown}
    return json.dumps(kept, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def stub_in(stub: str, page: Mapping[str, str], title: str) -> str:
    """Return a stub with its story and docstrings in another language, its code as it is."""
    lines = stub.split("\n")
    for node in reversed([one for one in ast.walk(ast.parse(stub)) if isinstance(one, DOCSTRINGS)]):
        text = ast.get_docstring(node)
        if text is None or not isinstance(node.body[0], ast.Expr):
            continue
        said = in_paragraphs(text.replace(f"# {title}", f"# {page.get(title, title)}", 1), page)
        place = node.body[0]
        first, last = place.lineno - 1, place.end_lineno or place.lineno
        opening = lines[first][: place.col_offset] + (
            'r"""' if lines[first].lstrip().startswith("r") else '"""'
        )
        lines[first:last] = set_in(said, opening, place.col_offset)
    return "\n".join(lines)


def set_in(text: str, opening: str, margin: int) -> list[str]:
    """Return a docstring's lines: on one where it fits, else closed on a line of its own."""
    if "\n" not in text:
        return [f'{opening}{text}"""']
    whole = textwrap.indent(text, " " * margin, lambda line: bool(line.strip()))
    first = opening if not margin else f"{opening}{whole.lstrip()}"
    body = whole.split("\n") if not margin else first.split("\n")
    return [first, *body, '"""'] if not margin else [*body, " " * margin + '"""']
