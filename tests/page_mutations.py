"""Break a good page in one place, by kind: what an author may do wrong without noticing."""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from claim_mutations import OF_CLAIMS
from page_source import changed_draws, check_calls, marked, replaced
from reference_mutations import OF_REFERENCES

from grader.pages.slices import is_task

MARKS = ("misconception", "alternative")


@dataclass(frozen=True)
class Mutation:
    """A broken page: the kind of breakage, where it is, and the page's text."""

    kind: str
    where: str
    text: str


def mutations(text: str) -> Iterator[Mutation]:
    """Yield every broken page that the kinds make of a good one."""
    for kind, operator in KINDS.items():
        for where, broken in operator(text):
            yield Mutation(kind, where, broken)


def misspelt_names(text: str) -> Iterator[tuple[str, str]]:
    """Misspell the first argument that a misconception returns something of."""
    for function in marked(ast.parse(text), "misconception"):
        arguments = {argument.arg for argument in function.args.args}
        returned = [node for node in function.body if isinstance(node, ast.Return)]
        names = [node for one in returned for node in ast.walk(one) if isinstance(node, ast.Name)]
        used = next((node for node in names if node.id in arguments), None)
        if used is not None:
            yield function.name, replaced(text, used, f"{used.id}_")


def misspelt_attributes(text: str) -> Iterator[tuple[str, str]]:
    """Misspell the function of a library in a misconception."""
    for function in marked(ast.parse(text), "misconception"):
        attributes = [node for node in ast.walk(function) if isinstance(node, ast.Attribute)]
        first = next((node for node in attributes if isinstance(node.value, ast.Name)), None)
        if first is not None:
            yield function.name, replaced(text, first, f"{ast.unparse(first)}x")


def forgotten_marks(text: str) -> Iterator[tuple[str, str]]:
    """Take the mark off a misconception or an alternative."""
    for function in marked(ast.parse(text), *MARKS):
        lines = text.split("\n")
        del lines[function.decorator_list[0].lineno - 1 : function.lineno - 1]
        yield function.name, "\n".join(lines)


def repeated_names(text: str) -> Iterator[tuple[str, str]]:
    """Give a misconception the name of the one before it."""
    functions = marked(ast.parse(text), "misconception")
    for before, function in itertools.pairwise(functions):
        yield function.name, text.replace(f"def {function.name}(", f"def {before.name}(")


def told_answers(text: str) -> Iterator[tuple[str, str]]:
    """Write what a task returns into its docstring."""
    tasks = (node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef) and is_task(node))
    for task in tasks:
        last = task.body[-1]
        if isinstance(last, ast.Return) and isinstance(last.value, ast.BinOp | ast.Call):
            docstring = ast.get_docstring(task, clean=False) or ""
            yield task.name, text.replace(docstring, f"{docstring}It is {ast.unparse(last.value)}.\n    ", 1)


def lonely_scatter(text: str) -> Iterator[tuple[str, str]]:
    """Make an alternative a little wrong."""
    for function in marked(ast.parse(text), "alternative"):
        last = function.body[-1]
        single = "float32" in (ast.get_source_segment(text, function) or "")
        if isinstance(last, ast.Return) and last.value is not None and not single:
            yield function.name, replaced(text, last.value, f"({ast.unparse(last.value)}) * (1 + 1e-8)")


def misspelt_words(text: str) -> Iterator[tuple[str, str]]:
    """Misspell a word of a check."""
    for title, call in check_calls(text):
        yield title, replaced(text, call, f"{ast.unparse(call)[:-1]}, pubilc=True)")


def unknown_uses(text: str) -> Iterator[tuple[str, str]]:
    """Let a check use a task that there is not."""
    for title, call in check_calls(text):
        if not any(word.arg == "uses" for word in call.keywords):
            yield title, replaced(text, call, f"{ast.unparse(call)[:-1]}, uses=['no_such_task'])")


def narrow_draws(text: str) -> Iterator[tuple[str, str]]:
    """Let a check draw from a range without width."""
    return changed_draws(text, narrow)


def narrow(call: ast.Call) -> str:
    """Return a draw without width in the shape of another."""
    size = next((ast.unparse(word.value) for word in call.keywords if word.arg == "size"), None)
    size = size or (ast.unparse(call.args[2]) if len(call.args) > 2 else "None")
    return f"uniform(1.7, 1.7000001, {size})"


def unseeded_draws(text: str) -> Iterator[tuple[str, str]]:
    """Let a check draw without the seed."""
    return changed_draws(
        text, lambda call: f"{ast.unparse(call)}.take(__import__('numpy').random.default_rng())"
    )


def public_checks(text: str) -> Iterator[tuple[str, str]]:
    """Make all checks public."""
    broken = text
    for _, call in reversed(list(check_calls(text))):
        if not any(word.arg == "public" for word in call.keywords):
            broken = replaced(broken, call, f"{ast.unparse(call)[:-1]}, public=True)")
    if broken != text:
        yield "checks", broken


def unlisted_checks(text: str) -> Iterator[tuple[str, str]]:
    """Make a check and do not list it."""
    for title, call in check_calls(text):
        twin = ast.unparse(call).replace(title, "'a check of its own'")
        yield title, f"{text}\nforgotten = {twin}\n"


def lone_samples(text: str) -> Iterator[tuple[str, str]]:
    """Leave one sample in the arrays of a public check."""
    return shown_arrays(text, "({})[-1:]")


def equal_numbers(text: str) -> Iterator[tuple[str, str]]:
    """Give a public check arrays of equal numbers, other than its hidden twin has."""
    return shown_arrays(text, "0 * ({}) + 1.5")


def shown_arrays(text: str, form: str) -> Iterator[tuple[str, str]]:
    """Exchange the arrays x and y of a public check."""
    for title, call in check_calls(text):
        words = {word.arg: word.value for word in call.keywords}
        given = [words[name] for name in ("y", "x") if name in words and not is_number(words[name])]
        if "public" in words and given:
            broken = text
            for node in sorted(given, key=lambda node: (node.lineno, node.col_offset), reverse=True):
                broken = replaced(broken, node, form.format(ast.unparse(node)))
            yield title, broken


def is_number(node: ast.expr) -> bool:
    """Tell whether an input is written as one number."""
    return isinstance(node, ast.Constant | ast.UnaryOp)


def unknown_parameters(text: str) -> Iterator[tuple[str, str]]:
    """Describe another parameter than a task has."""
    for task in ast.parse(text).body:
        docstring = ast.get_docstring(task, clean=False) if isinstance(task, ast.FunctionDef) else None
        if isinstance(task, ast.FunctionDef) and is_task(task) and docstring:
            last = task.args.args[-1].arg
            described = re.sub(rf"\b{last}\b(?=[\w, ]*:)", "q", docstring)
            if described != docstring:
                yield task.name, text.replace(docstring, described, 1)


def guessed_predictions(text: str) -> Iterator[tuple[str, str]]:
    """Ask for a prediction that a guess comes near."""
    tree = ast.parse(text)
    first = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and is_task(node))
    lines = text.split("\n")
    task = (
        '@task\ndef foretold():\n    """Return the number that you expect, on paper."""\n    return 0.37\n\n'
    )
    lines.insert(first.decorator_list[0].lineno - 1, task)
    other = "@alternative(foretold)\ndef in_parts():\n    return 0.3 + 0.07\n\n\nchecks = [\n"
    check = '    predict(foretold, within=0.09, title="foretold", note="-"),'
    broken = "\n".join(lines).replace("\nchecks = [", f"\n{other}{check}", 1)
    yield "foretold", broken.replace("from grader.author import", "from grader.author import predict,", 1)


KINDS: Mapping[str, Callable[[str], Iterator[tuple[str, str]]]] = {
    "a misspelt name in a misconception": misspelt_names,
    "a misspelt attribute in a misconception": misspelt_attributes,
    "a forgotten mark": forgotten_marks,
    "a name given twice": repeated_names,
    "an answer in a docstring": told_answers,
    "an alternative that is a little wrong": lonely_scatter,
    "a misspelt word of a check": misspelt_words,
    "an unknown task in uses=": unknown_uses,
    "a draw without width": narrow_draws,
    "a draw without the seed": unseeded_draws,
    "public checks only": public_checks,
    "a check that is not listed": unlisted_checks,
    "a public check of one sample": lone_samples,
    "a public check of equal numbers": equal_numbers,
    "an unknown parameter in a docstring": unknown_parameters,
    "a prediction that a guess comes near": guessed_predictions,
    **OF_CLAIMS,
    **OF_REFERENCES,
}
