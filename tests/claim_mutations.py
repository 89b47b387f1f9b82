"""Break a good page in what it claims: titles, docstrings, formulas, sentences."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Callable, Iterator, Mapping

from page_source import changed_draws, check_calls, marked

from grader.pages.slices import is_task


def exchanged(text: str, pairs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Exchange one piece of a page at a time, where it stands there."""
    for old, new in pairs.items():
        if old in text:
            yield f"{old!r} becomes {new!r}", text.replace(old, new, 1)


def repeated_sentences(text: str) -> Iterator[tuple[str, str]]:
    """Give a misconception the sentence and hints of the one before it, which is of another task."""
    for before, function in itertools.pairwise(marked(ast.parse(text), "misconception")):
        if ast.unparse(before.decorator_list[0]) == ast.unparse(function.decorator_list[0]):
            continue
        told = [ast.get_docstring(one, clean=False) or "" for one in (before, function)]
        yield function.name, text.replace(told[1], told[0])


def open_formulas(text: str) -> Iterator[tuple[str, str]]:
    """Let the story's last sentence hold a formula that does not end, and one that is misspelt."""
    return exchanged(text, {"Try your file": r"Try $w \cdot x your file"}) if "$" not in text else iter(())


def misspelt_commands(text: str) -> Iterator[tuple[str, str]]:
    """Misspell a command of a formula."""
    return exchanged(text, {"Try your file": r"With $\hatt y$, try your file"})


def miscounted_titles(text: str) -> Iterator[tuple[str, str]]:
    """Let a title count more samples than there are."""
    return exchanged(text, {"three samples": "nine samples", "seven fresh samples": "nine fresh samples"})


def false_fresh_titles(text: str) -> Iterator[tuple[str, str]]:
    """Call the inputs of a public check fresh, which stand on the page."""
    for title, call in check_calls(text):
        if any(word.arg == "public" for word in call.keywords) and "normal" not in ast.unparse(call):
            yield (
                title,
                text.replace(f"title={title}", 'title="fresh numbers"', 1).replace(
                    f'title="{title[1:-1]}"', 'title="fresh numbers"', 1
                ),
            )


def changed_arguments(text: str) -> Iterator[tuple[str, str]]:
    """Let a task's reference change its first array."""
    for task in ast.parse(text).body:
        if (
            isinstance(task, ast.FunctionDef)
            and is_task(task)
            and "arrays of" in (ast.get_docstring(task) or "")
        ):
            array = next(
                (one.arg for one in task.args.args if one.arg in ("x", "y", "outputs", "predictions")), ""
            )
            last = task.body[-1]
            lines = text.split("\n")
            lines.insert(last.lineno - 1, f"    {array}[0] += 1")
            if array:
                yield task.name, "\n".join(lines)


def renamed_copies(text: str) -> Iterator[tuple[str, str]]:
    """Let an alternative call the task."""
    tree = ast.parse(text)
    for function in marked(tree, "alternative"):
        target = ast.unparse(function.decorator_list[0]).partition("(")[2].rstrip(")")
        lines = text.split("\n")
        handed = ", ".join(one.arg for one in function.args.args)
        lines[function.body[0].lineno - 1 : function.end_lineno] = [f"    return {target}({handed})"]
        yield function.name, "\n".join(lines)


def machine_draws(text: str) -> Iterator[tuple[str, str]]:
    """Let a draw hang on the process, or on the order of a set."""
    for extra in ("__import__('os').getpid() % 7", "len(next(iter({'a', 'bc'})))"):
        yield from changed_draws(
            text,
            lambda call, extra=extra: (
                f"__import__('grader.author').author.draw("
                f"lambda rng: {ast.unparse(call)}.take(rng) + {extra})"
            ),
        )


def sums_for_means(text: str) -> Iterator[tuple[str, str]]:
    """Call a mean a sum in a docstring."""
    return exchanged(
        text,
        {
            '"""Mean squared error of the predictions': '"""The sum of the squared errors of the predictions',
            "Return the mean of the samples' squared errors": "Return the sum of the samples' squared errors",
        },
    )


OF_CLAIMS: Mapping[str, Callable[[str], Iterator[tuple[str, str]]]] = {
    "a sentence given twice": repeated_sentences,
    "a formula that does not end": open_formulas,
    "a misspelt command of a formula": misspelt_commands,
    "a title that counts what is not there": miscounted_titles,
    "a title that calls written inputs fresh": false_fresh_titles,
    "a reference that changes its argument": changed_arguments,
    "an alternative that calls the task": renamed_copies,
    "a draw that hangs on the machine": machine_draws,
    "a sum in the docstring of a mean": sums_for_means,
}
