"""List all changes to a task's functions that are worth trying, the likeliest first."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import islice

from grader.grading.repairs.changes.calls import (
    axes,
    calls,
    masks,
    missing_axes,
    not_called,
    products,
    shapes,
    spreads,
    surplus,
)
from grader.grading.repairs.changes.change import Change, Changes, last_name
from grader.grading.repairs.changes.comparisons import bounds, conditions, sizes
from grader.grading.repairs.changes.entries import by_their_entry, copied, entries, slices, stored, turned
from grader.grading.repairs.changes.examples import as_elsewhere, examples_in, letters, missing_products
from grader.grading.repairs.changes.functions import handed_on, norms, other_functions, others_of_the_file
from grader.grading.repairs.changes.missing import (
    bends,
    entries_in,
    missing,
    missing_bends,
    missing_calls,
    missing_calls_of_two,
    missing_factors,
    missing_terms,
)
from grader.grading.repairs.changes.operations import (
    around_calls,
    brackets,
    end_terms,
    operands,
    operators,
    orders_of_calls,
    shares,
)
from grader.grading.repairs.changes.parameters import fixed, reordered
from grader.grading.repairs.changes.procedure import (
    aliases,
    assignments,
    clearings,
    goes_on,
    in_place,
    leaving,
    loops_exchanged,
    needed_later,
    needless,
    only_the_first,
    places,
    ranges,
    rebound,
)
from grader.grading.repairs.changes.quantities import (
    attributes,
    counted,
    elements,
    elements_missing,
    families,
    named_numbers,
    numbers,
    other_numbers,
    quantities,
    rates_in,
    siblings,
    variables,
)
from grader.grading.repairs.changes.scopes import (
    Scope,
    arities,
    data_of,
    definitions,
    held_by_self,
    scopes_of,
    unused,
)

LIKELIEST_FIRST: tuple[Changes, ...] = (
    not_called,
    turned,
    siblings,
    copied,
    conditions,
    sizes,
    bounds,
    needless,
    shares,
    operators,
    assignments,
    end_terms,
    operands,
    brackets,
    in_place,
    aliases,
    calls,
    other_functions,
    handed_on,
    norms,
    around_calls,
    orders_of_calls,
    families,
    products,
    surplus,
    shapes,
    axes,
    missing_axes,
    spreads,
    masks,
    ranges,
    loops_exchanged,
    stored,
    entries,
    slices,
    goes_on,
    leaving,
    needed_later,
    only_the_first,
    letters,
    elements,
    attributes,
    clearings,
    counted,
    numbers,
    places,
    bends,
)


MOST: tuple[Changes, ...] = (rebound, quantities, missing_factors, missing_terms, named_numbers)
"""Of these there are as many as variables times places.

To change an array in place helps a program as well that returns the wrong one of two names.
"""

CHANGES_AT_MOST = 2500
"""Changes that are tried; a long function has more."""

NODES_AT_MOST = 5000
"""Nodes of a task's functions from which on no change is tried: a homework has some hundred."""


def all_changes(
    tree: ast.Module, task: str, others: Sequence[str], labels: Sequence[str] = ()
) -> list[Change]:
    """Return the changes worth trying in the functions of a task, the likeliest first.

    ``others`` are the tasks whose functions stay as they are, ``labels`` the page's names of the parameters.
    """
    scopes = list(scopes_of(tree, task, others))
    if sum(len(nodes) for _, nodes in scopes) > NODES_AT_MOST:
        return []
    own = inner_nodes([definitions(tree).get(task.partition(".")[0], tree)])
    of_task = [scope for scope in scopes if any(id(node) in own for node in scope[1])]
    beside = [scope for scope in scopes if scope not in of_task]
    likely, rest = operators_of(tree, task, scopes, labels)
    # Functions beside the task's own are mostly given and right.
    parts = [(likely, of_task), (likely, beside), (rest, of_task), (rest, beside)]
    found = (
        change
        for kinds, some in parts
        for operator in kinds
        for names, nodes in some
        for node in nodes
        for change in operator(node, names)
    )
    return in_order(tree, found)


def operators_of(
    tree: ast.Module, task: str, scopes: Sequence[Scope], labels: Sequence[str]
) -> tuple[Sequence[Changes], Sequence[Changes]]:
    """Return what lists changes of a node: that which is likely to find the mistake, and the rest."""
    others = {name: count for name, count in arities(tree).items() if name != task}
    of_one, of_two = ([name for name, count in others.items() if count == some] for some in (1, 2))
    likely: Sequence[Changes] = (
        partial(reordered, task, labels),
        partial(fixed, data_of(tree)),
        partial(others_of_the_file, others),
        *LIKELIEST_FIRST,
        partial(other_numbers, rates_in(node for _, nodes in scopes for node in nodes)),
        partial(elements_missing, held_by_self(tree)),
    )
    rest: Sequence[Changes] = (
        variables,
        missing,
        partial(missing_calls, [*of_one, *unused(tree)]),
        partial(missing_bends, entries_in(scopes)),
        partial(as_elsewhere, examples_in(scopes, set(others))),
        missing_products,
        *MOST,
        partial(missing_calls_of_two, of_two),
    )
    return likely, rest


def in_order(tree: ast.Module, found: Iterable[Change]) -> list[Change]:
    """Return the changes that can be written and show something, those of a sign that is only compared last.

    What is compared may have either sign by chance: that is said where nothing else is.
    """
    deciding = inner_nodes(node for node in ast.walk(tree) if decides(node))
    compared = inner_nodes(node for node in ast.walk(tree) if isinstance(node, ast.Compare))
    shown = (
        one
        for one in by_their_entry(tree, found)
        if not repeats_keyword(one.other) and not (one.kind == "root_missing" and id(one.place) in deciding)
    )
    return sorted(
        islice(shown, CHANGES_AT_MOST), key=lambda one: one.kind == "sign" and id(one.place) in compared
    )


def inner_nodes(outer: Iterable[ast.AST]) -> set[int]:
    """Return the identities of all nodes in some nodes."""
    return {id(inner) for node in outer for inner in ast.walk(node)}


def decides(node: ast.AST) -> bool:
    """Tell whether only the sign of what is in a node counts: the root of what is below 0 has none."""
    called = isinstance(node, ast.Call) and last_name(node.func) in ("sign", "heaviside", "where", "relu")
    return called or isinstance(node, ast.Compare)


def repeats_keyword(other: ast.expr | list[ast.stmt]) -> bool:
    """Tell whether a call has a keyword twice: that is no Python, and then no change could be tried."""
    given = [word.arg for word in other.keywords if word.arg] if isinstance(other, ast.Call) else []
    return len(set(given)) < len(given)
