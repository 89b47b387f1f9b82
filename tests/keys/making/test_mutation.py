"""Every rule changes one thing in a right definition, and says what."""

from __future__ import annotations

import ast
import functools
import warnings
from collections.abc import Mapping

import pytest
from programs import PAGES

from grader.keys.making.mutation.mutations import LIKELY, PROCEDURE, source_mutants
from grader.keys.making.mutation.tree import SourceMutant
from grader.words.catalogue import sentences


def function(text: str) -> ast.FunctionDef:
    """Return the tree of the only function in a text."""
    (node,) = ast.parse(text).body
    assert isinstance(node, ast.FunctionDef)
    return node


def of(body: str, arguments: str = "w, x, y") -> dict[str, list[str]]:
    """Return the bodies of all mutants of a function, by the sentence that names them."""
    found: dict[str, list[str]] = {}
    for mutant in source_mutants(function(f"def f({arguments}):\n    " + body.replace("\n", "\n    "))):
        changed = "\n".join(ast.unparse(node) for node in function(mutant.text).body)
        found.setdefault(mutant.sentence, []).append(changed)
    return found


@pytest.mark.parametrize(
    ("body", "sentence", "becomes"),
    [
        ("return w * x", "plus_for_times", "return w + x"),
        ("return w * x", "power_for_times", "return w ** x"),
        ("return w * x", "divided_for_times", "return w / x"),
        ("return w + x", "times_for_plus", "return w * x"),
        ("return w + x", "sign_turned", "return w - x"),
        ("return w - x", "turned_round", "return x - w"),
        ("return w - x", "times_for_minus", "return w * x"),
        ("return w / x", "times_for_divided", "return w * x"),
        ("return w / x", "turned_round", "return x / w"),
        ("return w @ x", "elementwise", "return w * x"),
        ("return w @ x", "factors_exchanged", "return x @ w"),
        ("return w @ x", "transpose", "return w.T @ x"),
        ("return w.T", "transpose", "return w"),
        ("return w * x", "factor_missing", "return x"),
        ("return w - y", "term_missing", "return w"),
        ("return w ** 2", "doubled_for_squared", "return w * 2"),
        ("return w ** 2", "square_missing", "return w"),
        ("return w * w", "square_missing", "return w"),
        ("return w ** 2", "absolute_for_squared", "return abs(w)"),
        ("return w ** 2", "cubed", "return w ** 3"),
        ("return (w - x) ** 2", "bracket", "return w - x ** 2"),
        ("return (w - x) ** 2", "square_of_each", "return w ** 2 - x ** 2"),
        ("return w * (x + y)", "bracket", "return w * x + y"),
        ("return w * x + y", "bracket", "return w * (x + y)"),
        ("return (w + x) / y", "bracket", "return w + x / y"),
        ("return w * x", "squared", "return w ** 2 * x"),
        ("return w * x", "absolute", "return abs(w) * x"),
        ("return w * x", "sign_alone", "return w / abs(w) * x"),
        ("return w * x", "summed_inside", "return w.sum() * x"),
        ("return w * x", "averaged_inside", "return w * x.mean()"),
        ("return -w", "sign_turned", "return w"),
        ("return 2 * w", "constant", "return 1 * w"),
        ("return 2 * w", "constant", "return 4 * w"),
        ("return 2 * w", "constant", "return 1.0 * w"),
        ("return w + 1", "constant", "return w + 0"),
        ("return w * x", "other_name", "return w * y"),
        ("return w * x", "fixed_number", "return 0.01 * x"),
        ("return w * x + w", "fixed_number", "return 0.1 * x + 0.1"),
        ("return w.sum(axis=0)", "axis", "return w.sum(axis=1)"),
        ("h1, h2 = w\nreturn h2", "other_name", "h1, h2 = w\nreturn h1"),
        ("h1, h2 = w\nreturn h2 * (1 - h2)", "other_name", "h1, h2 = w\nreturn h1 * (1 - h1)"),
        ("return w.grad", "sign_turned", "return -w.grad"),
        ("return w[1]", "index", "return w[0]"),
        ("return w[1]", "index", "return w[2]"),
        ("return w * x", "names_exchanged", "return x * w"),
        ("return np.mean(w)", "sum_for_mean", "return np.sum(w)"),
        ("return np.sum(w)", "mean_for_sum", "return np.mean(w)"),
        ("return sum(w)", "mean_for_sum", "return mean(w)"),
        ("return np.mean(w)", "median_for_mean", "return np.median(w)"),
        ("return np.mean(w)", "max_for_mean", "return np.max(w)"),
        ("return w.exp()", "other_function", "return w.log()"),
        ("return np.tanh(w)", "other_function", "return np.exp(w)"),
        ("return np.maximum(w, 0)", "clamped_wrong_side", "return np.minimum(w, 0)"),
        ("return np.exp(w)", "function_missing", "return w"),
        ("return w.exp()", "function_missing", "return w"),
        ("return np.exp(w)", "function_twice", "return np.exp(np.exp(w))"),
        ("return w.exp()", "function_twice", "return w.exp().exp()"),
        ("return np.outer(w, x)", "arguments_exchanged", "return np.outer(x, w)"),
        ("return np.outer(w, x)", "elementwise", "return w * x"),
        ("total = 0\ntotal += w\nreturn total", "overwritten", "total = 0\ntotal = w\nreturn total"),
        ("w -= x\nreturn w", "sign_turned", "w += x\nreturn w"),
        ("w.zero_()\nreturn w", "statement_missing", "pass\nreturn w"),
        ("w.zero_()\nreturn w", "call_brackets", "w.zero_\nreturn w"),
        ("if w:\n    x = y\nreturn x", "condition_turned", "if not w:\n    x = y\nreturn x"),
        ("if w:\n    x = y\nreturn x", "condition_missing", "if True:\n    x = y\nreturn x"),
        ("for i in x:\n    continue", "stops_early", "for i in x:\n    break"),
        ("for i in x:\n    f(i)", "loop_first_missing", "for i in list(x)[1:]:\n    f(i)"),
        ("for i in x:\n    f(i)", "loop_last_missing", "for i in list(x)[:-1]:\n    f(i)"),
        ("for i in x:\n    f(i)", "loop_first_only", "for i in list(x)[:1]:\n    f(i)"),
        ("for i in x:\n    f(i)", "loop_last_only", "for i in list(x)[-1:]:\n    f(i)"),
        ("for i in x:\n    f(i)", "loop_second", "for i in list(x)[::2]:\n    f(i)"),
        ("for i in x:\n    f(i)", "loop_reversed", "for i in list(x)[::-1]:\n    f(i)"),
        (
            "for i in x:\n    f(i)\n    g(i)",
            "after_the_loop",
            "if True:\n    for i in x:\n        f(i)\n    g(i)",
        ),
        ("for i in x:\n    f(i)\n    g(i)", "order_of_statements", "for i in x:\n    g(i)\n    f(i)"),
        (
            "for i in x:\n    f(i)\nreturn w",
            "return_in_loop",
            "for i in x:\n    f(i)\n    return w\nreturn w",
        ),
        ("return [i for i in x]", "loop_first_missing", "return [i for i in list(x)[1:]]"),
        ("for i in range(w):\n    f(i)", "one_round_more", "for i in range(w + 1):\n    f(i)"),
        ("for i in range(w):\n    f(i)", "one_round_less", "for i in range(w - 1):\n    f(i)"),
    ],
)
def test_a_mutant_and_its_name(body: str, sentence: str, becomes: str):
    """One change of the function, under the sentence that names it."""
    assert becomes in of(body)[sentence]


@functools.cache
def every_mutant() -> list[SourceMutant]:
    """Return the mutants of every function of the test pages."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in PAGES.glob("unit_*.py")]
    functions = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return [mutant for node in functions for mutant in source_mutants(node)]


def test_every_mutant_is_python():
    """Whatever is changed, the result can be compiled."""
    found = every_mutant()
    assert len(found) > 500
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # 0.01[0] is a mutant, too
        for mutant in found:
            compile(mutant.text, "mutant", "exec")


def test_every_mutant_has_a_sentence():
    """The catalogue has a sentence and a title for each, and the words that they need."""
    known: Mapping[str, str] = sentences()
    for mutant in every_mutant():
        assert known[f"derived.{mutant.sentence}.title"]
        assert known[f"derived.{mutant.sentence}"].format(**mutant.words)


def test_a_function_is_left_as_it_was():
    """Changes are made for the time of writing them out."""
    node = function("def f(x):\n    for i in x:\n        x = (x - 1) ** 2\n    return np.mean(x)\n")
    before = ast.dump(node)
    assert len(list(source_mutants(node))) > 20
    assert ast.dump(node) == before


def test_a_docstring_is_never_changed():
    """A task's description is no statement that could be missing."""
    for mutant in source_mutants(function('def f(x):\n    """Say 2 * x."""\n    return x\n')):
        assert ast.get_docstring(function(mutant.text)) == "Say 2 * x."


def test_only_the_rules_asked_for():
    """Of an alternative only the mutants of procedure are wanted; exchanged names are always tried."""
    node = function("def f(w, x):\n    for i in x:\n        w += 2 * i\n    return w\n")
    some = {mutant.sentence for mutant in source_mutants(node, PROCEDURE)}
    assert some < {mutant.sentence for mutant in source_mutants(node)}
    assert {"loop_first_missing", "overwritten", "names_exchanged"} <= some
    assert not some & {"plus_for_times", "constant", "other_name"}
    assert set(PROCEDURE) < set(LIKELY)


def test_a_flag_is_no_constant():
    """True and False are not doubled."""
    assert "constant" not in of("return True")


def test_any_other_name_comes_last():
    """In a long function there are more of them than are watched; what is likelier comes first."""
    found = [
        mutant.sentence for mutant in source_mutants(function("def f(w, x, y, z):\n    return w * x + y * z"))
    ]
    assert found[-1] == "other_name"
    assert found.index("names_exchanged") < found.index("other_name")
