"""What a script prints or keeps is recorded, as a loss where the text before it says so."""

from __future__ import annotations

import ast

import pytest

from grader.inside.scripts.rewriting.shown import Shown


def labels(line: str) -> list[str]:
    """Return the labels under which the numbers of one call are recorded."""
    tree = ast.parse(line)
    statement = tree.body[0]
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Call)
    Shown().record(statement.value)
    texts = [
        node.args[0].value
        for node in ast.walk(ast.fix_missing_locations(tree))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "__look_value__"
        if isinstance(node.args[0], ast.Constant)
    ]
    return sorted(str(text) for text in texts)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("print('loss:', f(w))", ["told:f(w)"]),
        ("print('Loss: ' + str(g(w)))", ["told:g(w)"]),
        ("print(f'w={w:.2f} loss={c}')", ["told:c"]),
        ("print('%d cost %f' % (epoch, c))", ["told:c"]),
        ("print('epoch {} mse = {}'.format(epoch, f(w)))", ["told:f(w)"]),
        ("print('损失', c)", ["told:c"]),
        ("print(epoch, cost / len(xs))", ["kept:cost / len(xs)"]),
        ("print(epoch, hits / len(xs))", ["shown:hits / len(xs)"]),
        ("print('grad', g(w))", ["shown:g(w)"]),
        ("print('loss', 0.5)", []),
        ("print('loss of', epoch)", []),
        ("self.losses.append(c)", ["kept:self.losses"]),
        ("self.history.append(mean(e ** 2))", ["kept:self.history"]),
        ("self.history.append(f(w))", ["shown:f(w)"]),
        ("losses.append(f(w))", ["shown:f(w)"]),
    ],
)
def test_a_number_is_recorded_as_what_it_is_called(line: str, expected: list[str]) -> None:
    """The text before a number, or the list's name, says whether it is the loss."""
    assert labels(line) == expected


def test_the_call_still_means_the_same() -> None:
    """Recording leaves the text that is printed as it was."""
    tree = ast.parse("text = format_('%s %.1f' % (1, 2.0))")
    call = tree.body[0].value  # type: ignore[attr-defined]
    call.func.id = "print"
    Shown().record(call)
    call.func.id = "str"
    names = {"__look_value__": lambda label, value: value}
    exec(compile(ast.fix_missing_locations(tree), "shown", "exec"), names)
    assert names["text"] == "1 2.0"
