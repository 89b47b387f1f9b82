"""Break a good page in what it refers to: names, pages, points, examples, titles' numbers, hints."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping

from page_source import check_calls, marked

from grader.pages.slices import is_task

WRITE = "**What to write.**"

Broken = Iterator[tuple[str, str]]


def said_before_writing(text: str, sentence: str) -> Broken:
    """Say something more where the story says what to write."""
    yield sentence, text.replace(WRITE, f"{WRITE} {sentence}", 1)


def missing_names(text: str) -> Broken:
    """Point to code below the story that is not there."""
    return said_before_writing(text, "Some numbers to try stand in `numbers_to_try` below.")


def misspelt_pages(text: str) -> Broken:
    """Misspell the name of a page, here the page's own."""
    name = re.findall(r"python (\w+)\.py", text)[0]
    return said_before_writing(text, f"This is the page `{name[:-1]}`.")


def other_points(text: str) -> Broken:
    """Promise points that nothing gives."""
    return said_before_writing(text, "All of it is worth 77 points.")


def missing_data(text: str) -> Broken:
    """Name a data file that there is not."""
    return said_before_writing(text, "The samples lie in `data/none.csv`.")


def repeated_hints(text: str) -> Broken:
    """Say a hint twice."""
    for hint in re.findall(r"^ +Hint: [^\n]+[.?]\n", text, re.MULTILINE)[:3]:
        yield hint.strip(), text.replace(hint, hint + hint, 1)


def strange_decimals(text: str) -> Broken:
    """Let a title say a number that its check has not."""
    for title, _ in check_calls(text):
        yield title, text.replace(f'"{title[1:-1]}"', f'"{title[1:-1]} at 7.25"')


def named_copies(text: str) -> Broken:
    """Let an alternative be the reference, with a name for its result."""
    tree = ast.parse(text)
    tasks = {one.name: one for one in tree.body if isinstance(one, ast.FunctionDef) and is_task(one)}
    for function in marked(tree, "alternative"):
        target = ast.unparse(function.decorator_list[0]).partition("(")[2].rstrip(")")
        last = tasks[target].body[-1]
        if len(tasks[target].body) == 2 and isinstance(last, ast.Return) and last.value is not None:
            lines = text.split("\n")
            code = ["    found = " + ast.unparse(last.value), "    return found"]
            lines[function.body[0].lineno - 1 : function.end_lineno] = code
            yield function.name, "\n".join(lines)


def wrong_examples(text: str) -> Broken:
    """Show a call in a docstring with a result that it does not give."""
    for task in ast.parse(text).body:
        if isinstance(task, ast.FunctionDef) and is_task(task):
            docstring = ast.get_docstring(task, clean=False) or ""
            call = f"{task.name}({', '.join(['2.0'] * len(task.args.args))})"
            if "arrays" not in docstring or "mean" not in ast.unparse(task):
                yield task.name, text.replace(docstring, f"{docstring.rstrip()} So {call} is 77.5.\n    ", 1)


OF_REFERENCES: Mapping[str, Callable[[str], Broken]] = {
    "a name below that there is not": missing_names,
    "a misspelt page": misspelt_pages,
    "points that nothing gives": other_points,
    "a data file that there is not": missing_data,
    "a hint given twice": repeated_hints,
    "a title with a strange number": strange_decimals,
    "an alternative that names its result": named_copies,
    "an example with another result": wrong_examples,
}
