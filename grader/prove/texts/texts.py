"""Faults of a page's texts: too few programs, no hint, a hint that tells the answer, a stub that is off."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Collection, Iterator, Sequence

from grader.pages.variants import Variant
from grader.prove.evidence.proof import Evidence, Fault
from grader.words.plain import many

MISCONCEPTIONS_AT_LEAST = 6
ALTERNATIVES_AT_LEAST = 3

Answer = tuple[str, str, re.Pattern[str]]
"""A task, code that gives it away, and the pattern of that code."""


def too_few_programs(evidence: Evidence) -> Iterator[Fault]:
    """Report a page with fewer than six misconceptions or three alternatives, unless it says it is small."""
    if not evidence.exercise.small:
        yield from missing_programs(evidence)


def missing_programs(evidence: Evidence) -> Iterator[Fault]:
    """Yield a sentence where there are fewer than six misconceptions or three alternatives."""
    wrong, right = len(evidence.exercise.misconceptions), len(evidence.exercise.alternatives)
    if wrong < MISCONCEPTIONS_AT_LEAST:
        remedy = f"describe at least {MISCONCEPTIONS_AT_LEAST}, those that students really have"
        yield Fault("misconceptions", 0, f"{there(wrong, 'misconception')}; {remedy}")
    if right < ALTERNATIVES_AT_LEAST:
        remedy = f"write at least {ALTERNATIVES_AT_LEAST}, such as a loop, a matrix form, single precision"
        yield Fault("alternatives", 0, f"{there(right, 'alternative')}; {remedy}")


def there(count: int, noun: str) -> str:
    """Say how many of something there are."""
    return f"there {'is' if count == 1 else 'are'} {many(count, noun)}"


def missing_hints(evidence: Evidence) -> Iterator[Fault]:
    """Report a misconception without a hint for those whom its sentence does not help."""
    for variant in evidence.exercise.misconceptions:
        if not any(variant.hints):
            yield Fault(
                "hints",
                evidence.line_of(variant.id),
                f"the misconception {variant.id} has no hint; "
                "add a paragraph that begins with Hint: to its docstring",
            )


def repeated_titles(evidence: Evidence) -> Iterator[Fault]:
    """Report two misconceptions of one title: nobody could tell them apart."""
    titles: dict[str, str] = {}
    for variant in evidence.exercise.misconceptions:
        named = titles.setdefault(variant.title, variant.id)
        if named != variant.id:
            message = f"the misconception {variant.id} has the title of {named}; give it its own"
            yield Fault("twice", evidence.line_of(variant.id), message)


def repeated_texts(evidence: Evidence) -> Iterator[Fault]:
    """Report misconceptions of two tasks that say the same, hints and all: a copy that was not rewritten.

    Two of one task may be each other's mirror image, and one sentence true of both.
    """
    texts: dict[tuple[str, ...], Variant] = {}
    for variant in evidence.exercise.misconceptions:
        first = texts.setdefault((variant.message, *variant.hints), variant)
        if first.targets != variant.targets:
            message = (
                f"the misconception {variant.id} says word for word what {first.id} says of another task"
            )
            remedy = "say what is its own, if only in a hint"
            yield Fault("twice", evidence.line_of(variant.id), f"{message}; {remedy}")


def repeated_hints(evidence: Evidence) -> Iterator[Fault]:
    """Report a misconception with a hint that says once more what was said before it."""
    for variant in evidence.exercise.misconceptions:
        told = [" ".join(one.split()) for one in (variant.message, *variant.hints)]
        again = next((one for place, one in enumerate(told) if one in told[:place]), "")
        if again:
            message = f"the misconception {variant.id} has a hint that repeats what stands before it"
            yield Fault("hints", evidence.line_of(variant.id), f"{message}; let each hint lead further")


def told_code(evidence: Evidence) -> Iterator[Fault]:
    """Report a message or hint that holds the code of a right program."""
    answers = list(all_answers(evidence))
    for variant in evidence.exercise.misconceptions:
        told = told_by("\n".join((variant.title, variant.message, *variant.hints)), answers)
        if told:
            yield Fault(
                "answer",
                evidence.line_of(variant.id),
                f"the text of the misconception {variant.id} holds the reference's code of {told}; "
                "ask a question that leads there instead",
            )


def told_code_in_titles(evidence: Evidence) -> Iterator[Fault]:
    """Report a check's title that holds the code of a right program."""
    answers = list(all_answers(evidence))
    for place, check in enumerate(evidence.exercise.checks):
        told = told_by(check.title, answers)
        if told:
            message = f"the title of the check {check.title!r} holds the reference's code of {told}"
            yield Fault("answer", evidence.line_of_check(place), f"{message}; say what it tries")


def told_code_in_story(evidence: Evidence) -> Iterator[Fault]:
    """Report a story whose sentences hold a right program's code, calls of a library and all."""
    lines = evidence.exercise.story.split("\n")
    # What is set apart is a program that the story is about.
    prose = "\n".join(line for line in lines if not line.startswith("    "))
    for task, code, found in all_answers(evidence):
        if LIBRARY.search(code) and found.search(prose):
            message = f"the story holds the reference's code of {task}: {code}"
            yield Fault("answer", 1, f"{message}; say it as a formula, or in words")
            return


LIBRARY = re.compile(r"\b(?:np|numpy|torch|math)\.")


def told_code_above_the_fold(evidence: Evidence) -> Iterator[Fault]:
    """Report a docstring or comment in the stub that holds the code of a right program."""
    answers = list(all_answers(evidence))
    for node in ast.walk(evidence.source.tree):
        if not isinstance(node, ast.FunctionDef | ast.ClassDef) or not evidence.source.given(node):
            continue
        told = told_by(ast.get_docstring(node) or "", answers)
        if told:
            message = f"the docstring of {node.name} holds the reference's code of {told}"
            yield Fault("answer", node.lineno, f"{message}; say what comes out, not how")
    yield from given_answers(evidence)
    for line, comment in comments(evidence.source.text):
        told = told_by(comment, answers) if line <= evidence.source.fold else ""
        if told:
            message = f"this comment holds the reference's code of {told}, and students get it; delete it"
            yield Fault("answer", line, message)


def given_answers(evidence: Evidence) -> Iterator[Fault]:
    """Report a function given to students that returns what a task should."""
    source = evidence.source
    answers = {code: task for task, node in source.tasks.items() for code in solutions(node)}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef) and source.given(node) and node not in source.tasks.values():
            told = next((answers[code] for code in solutions(node) if code in answers), "")
            if told:
                message = f"{node.name}, which students get, holds the reference's code of {told}"
                yield Fault("answer", node.lineno, f"{message}; move it below the last task")


def comments(text: str) -> Iterator[tuple[int, str]]:
    """Yield every comment with its line."""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def told_by(text: str, answers: Sequence[Answer]) -> str:
    """Return the task whose code a text holds, as code or in a formula's notation; empty for none."""
    written = text.translate(NOTATION)
    told = {ordered(call) for call in calls_in(text)}
    for task, code, found in answers:
        if told and LIBRARY.match(code) and ordered(code) in told:
            return task
        # A product without brackets, such as w·x, is the formula that everybody speaks of.
        if found.search(text) or ("(" in code and found.search(written)):
            return task
    return ""


def calls_in(text: str) -> Iterator[str]:
    """Yield the calls of a library in a text, up to the bracket that ends them."""
    for found in re.finditer(r"\b(?:np|numpy|torch|math)\.[\w.]+\(", text):
        depth = 0
        for place in range(found.end() - 1, len(text)):
            depth += {"(": 1, ")": -1}.get(text[place], 0)
            if not depth:
                yield " ".join(text[found.start() : place + 1].split())
                break


def ordered(code: str) -> str:
    """Return an expression with the factors of its products and the terms of its sums in one order."""
    try:
        return ast.dump(Ordered().visit(ast.parse(code, mode="eval").body))
    except (SyntaxError, ValueError):
        return code


class Ordered(ast.NodeTransformer):
    """Write a product's factors, and a sum's terms, as a list in one order."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        """Take a chain of one operator apart where the order of its parts does not matter."""
        if not isinstance(node.op, ast.Add | ast.Mult):
            return self.generic_visit(node)  # type: ignore[return-value]
        parts, ahead = [], [node.left, node.right]
        while ahead:
            one = ahead.pop()
            if isinstance(one, ast.BinOp) and type(one.op) is type(node.op):
                ahead += [one.left, one.right]
            else:
                parts.append(self.visit(one))
        return ast.Call(ast.Name(type(node.op).__name__), sorted(parts, key=ast.dump), [])


NOTATION = str.maketrans({"·": "*", "×": "*", "−": "-", "²": " ** 2", "³": " ** 3"})
"""How formulas are written in texts, and in code."""


def all_answers(evidence: Evidence) -> Iterator[Answer]:
    """Yield the code that gives a task away, with the task: the reference's, and that of alternatives."""
    source = evidence.source
    nodes: list[tuple[str, ast.stmt]] = list(source.tasks.items())
    nodes += [(one.targets[0], one.definition) for one in evidence.exercise.alternatives]
    for task, node in nodes:
        if isinstance(node, ast.FunctionDef):
            yield from ((task, code, pattern(code)) for code in solutions(node))


def solutions(task: ast.FunctionDef) -> list[str]:
    """Return the code that gives a task away: what it returns or reckons on the way.

    It is all that it assigns where it returns nothing.
    """
    nodes = list(ast.walk(task))
    returned = [node.value for node in nodes if isinstance(node, ast.Return) and node.value is not None]
    if not returned:
        return [ast.unparse(node) for node in nodes if isinstance(node, ast.Assign | ast.AugAssign)]
    parts = [item for value in returned for item in (value.elts if isinstance(value, ast.Tuple) else [value])]
    names = {part.id for part in parts if isinstance(part, ast.Name)}
    assigned = [node for node in nodes if isinstance(node, ast.Assign)]
    parts += [node.value for node in assigned if assigns(node, names) or is_step(node.value)]
    return [ast.unparse(part) for part in parts if telling(part)]


def assigns(node: ast.Assign, names: Collection[str]) -> bool:
    """Tell whether a statement assigns one of these names."""
    return any(isinstance(target, ast.Name) and target.id in names for target in node.targets)


def is_step(expression: ast.expr) -> bool:
    """Tell whether an expression on the way to the result is a library's call with a calculation in it."""
    return isinstance(expression, ast.Call) and any(
        isinstance(node, ast.BinOp) for argument in expression.args for node in ast.walk(argument)
    )


def telling(expression: ast.expr) -> bool:
    """Tell whether an expression is more than a name or a number."""
    return any(isinstance(node, ast.BinOp | ast.Call) for node in ast.walk(expression))


def pattern(code: str) -> re.Pattern[str]:
    """Return a pattern for code in any spacing that is no part of a longer expression."""
    words = [re.escape(word) for word in re.findall(r"\w+|[^\w\s]", code)]
    return re.compile(r"(?<![\w.*/])(?<![*/] )" + r"\s*".join(words) + r"(?!\w|\(|\[|\.\w|\s*\*)")


# ---- the stub -----------------------------------------------------------------------------------


def stale_stub(evidence: Evidence) -> Iterator[Fault]:
    """Report a committed stub that is not what the page says."""
    if evidence.stub.committed != evidence.stub.text:
        state = "is not written yet" if evidence.stub.committed is None else "is not what the page says"
        yield Fault("stub", 0, f"its stub {state}; write it with `grade stub {evidence.exercise.id}`")


def broken_stub(evidence: Evidence) -> Iterator[Fault]:
    """Report a stub that does not run as a script where the grader is not installed."""
    if evidence.stub.status != 0:
        yield Fault(
            "script",
            0,
            f"its stub does not run as a script without the grader ({evidence.stub.words}); "
            "correct the code above the last task, or the public checks",
        )
