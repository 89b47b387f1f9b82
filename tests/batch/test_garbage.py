"""Garbage is looked for between hand-ins, and never while a thread parses."""

from __future__ import annotations

import ast
import gc
import threading
import time

import pytest

from grader.batch.garbage import EVERY, collect, collected_between


def ends_by_an_error() -> None:
    """Run something that ends by an error."""
    with collected_between():
        assert not gc.isenabled()
        assert gc.get_freeze_count() > 0
        raise ValueError("the run")


def test_it_is_looked_for_again_afterwards() -> None:
    """Also where the run ends by an error."""
    with pytest.raises(ValueError, match="the run"):
        ends_by_an_error()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_several_threads_parse() -> None:
    """None ends with a fault of Python's, whatever is called back where garbage is looked for."""
    text = "\n".join(f"x{place} = [1, (2, {{3: 4}})] + f({place})" for place in range(300))
    faults: list[BaseException] = []

    def parse() -> None:
        try:
            for _ in range(20):
                ast.parse(text)
        except SystemError as fault:
            faults.append(fault)

    def lets_others_run(phase: str, info: dict[str, int]) -> None:
        time.sleep(0.0001)

    threads = [threading.Thread(target=parse) for _ in range(3)]
    gc.callbacks.append(lets_others_run)
    try:
        with collected_between():
            for thread in threads:
                thread.start()
            for place in range(2 * EVERY):
                collect(place)
            for thread in threads:
                thread.join()
    finally:
        gc.callbacks.remove(lets_others_run)
    assert faults == []
