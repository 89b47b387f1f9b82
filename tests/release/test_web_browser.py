"""The browser edition in a real Chromium with a real Pyodide: it grades, stops, keeps, and is accessible."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import web_tools
from browser import Browser, needs_chromium
from conftest import ROOT

from grader.course.course import Course
from grader.release.web import site

pytestmark = [
    needs_chromium,
    pytest.mark.slow,
    pytest.mark.skipif(
        not web_tools.PYODIDE.is_dir(), reason="no Pyodide here; `python tests/web_tools.py` fetches it"
    ),
]

SUMMED = (ROOT / "examples" / "manual_gradient_summed.py").read_text(encoding="utf-8")
ENDLESS = "def dloss_dprediction(prediction, y):\n    while True:\n        pass\n"
STATUS = "document.getElementById('status')?.textContent ?? ''"
READY = "!(document.getElementById('check')?.disabled ?? true)"
BODY = "document.getElementById('report').contentDocument?.body"
FRESH = f"({BODY}?.innerText ?? '').length > 50 && !{BODY}.dataset.old"
"""There is a report, and it is not the one before."""


@pytest.fixture(scope="module")
def folder(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the browser edition of an exercise, with Pyodide inside."""
    target = tmp_path_factory.mktemp("web") / "site"
    list(site.write(course, target, ["manual_gradient", "zero_grad"], str(web_tools.PYODIDE)))
    return target


@pytest.fixture(scope="module")
def page(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Open the exercise once; every test finds Python ready."""
    with web_tools.served(folder) as (address, _), Browser(tmp_path_factory.mktemp("profile")) as browser:
        browser.size(1360, 900)
        browser.ask("Page.navigate", url=f"{address}manual_gradient.html")
        wait(browser, READY)
        yield browser


def wait(browser: Browser, condition: str) -> None:
    """Wait until an expression is true; a worker takes its time to start on a busy machine."""
    deadline = time.monotonic() + 300
    while not browser.run(condition):
        assert time.monotonic() < deadline, (condition, browser.run(STATUS), browser.said[-3:])
        time.sleep(0.05)


def key(browser: Browser, name: str, modifiers: int = 0, **more: Any) -> None:
    """Press a key and let it go."""
    codes = {"Tab": 9, "Escape": 27, "Enter": 13, "a": 65}
    words = {"key": name, "windowsVirtualKeyCode": codes[name], "modifiers": modifiers}
    browser.ask("Input.dispatchKeyEvent", type="rawKeyDown", **words, **more)
    browser.ask("Input.dispatchKeyEvent", type="keyUp", **words)


def write(browser: Browser, text: str) -> None:
    """Put a text into the editor, as a person does who pastes over everything."""
    browser.run("document.querySelector('.cm-content').focus()")
    key(browser, "a", modifiers=2, commands=["selectAll"])
    browser.type(text)


def check(browser: Browser) -> str:
    """Check what stands in the editor, by the keyboard; return the report's text."""
    browser.run(f"{BODY}?.setAttribute('data-old', 'yes')")
    browser.run("document.querySelector('.cm-content').focus()")
    key(browser, "Enter", modifiers=2)
    wait(browser, f"{READY} && {FRESH}")
    text: str = browser.run(f"{BODY}.innerText")
    return text


def test_the_mistake_is_named(page: Browser) -> None:
    """A real submission gets the diagnosis that ``grade submit`` gives, and no word of a missing sandbox."""
    write(page, SUMMED)
    report = check(page)
    assert "Summed, not averaged" in report
    assert "--allow-unsafe" not in report
    assert page.run(STATUS) == "3 of 4 checks passed."


def test_hints_come_one_by_one(page: Browser) -> None:
    """Each press shows one more hint, until there is none."""
    write(page, SUMMED)
    check(page)
    page.click("#hint")
    assert "Hint 1 of 3" in page.run("document.getElementById('hints').innerText")
    page.click("#hint")
    page.click("#hint")
    assert page.run("document.querySelectorAll('#hints li').length") == 3
    assert page.run("document.getElementById('hint').disabled")


def test_a_loop_without_end_is_stopped_and_named(page: Browser) -> None:
    """Its worker is ended, the check says so, and the next checks go on in a fresh worker."""
    write(page, ENDLESS)
    report = check(page)
    assert "did not finish within 8 s" in report
    assert "There is no function gradient in the file" in report


def test_a_program_leaves_nothing_behind(page: Browser) -> None:
    """What one check does to NumPy does not reach the next."""
    write(page, f"import numpy\nnumpy.mean = lambda *a, **w: 0 / 0\n{SUMMED}")
    check(page)
    write(page, SUMMED)
    assert "Summed, not averaged" in check(page)


@pytest.mark.parametrize(
    "text", ["import torch\n", "input('w? ')\n", "import os\nos._exit(3)\n", "def f(:\n"]
)
def test_what_stops_at_once_is_told(page: Browser, text: str) -> None:
    """A forbidden import, a question nobody answers, an exit and a syntax error are the program's own."""
    write(page, text)
    report = check(page)
    assert page.run(STATUS) == "None of the 4 checks passed."
    assert "grader itself failed" not in report


def test_the_editor_is_left_by_the_keyboard(page: Browser) -> None:
    """Tab indents, and after Escape it leads on to the buttons."""
    page.run("document.querySelector('.cm-content').focus()")
    key(page, "Escape")
    key(page, "Tab")
    assert page.run("document.activeElement.closest('.cm-editor') === null")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1360, 390])
def test_nothing_serious_stands_in_anybodys_way(
    page: Browser, width: int, dark: bool, tmp_path: Path
) -> None:
    """axe-core finds nothing serious, and no page is wider than its window."""
    if not web_tools.AXE.is_file():
        pytest.skip("no axe-core here; `python tests/web_tools.py` fetches it")
    page.size(width, 900)
    scheme = "dark" if dark else "light"
    page.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    # The page's own policy forbids foreign scripts; the tester's hand is not bound by it.
    page.ask("Runtime.evaluate", expression=web_tools.AXE.read_text(encoding="utf-8"))
    found = page.run("axe.run(document, {iframes: false}).then((found) => JSON.stringify(found.violations))")
    serious = [one for one in json.loads(found) if one["impact"] in ("serious", "critical")]
    page.shot(tmp_path / f"{width}-{scheme}.png")
    assert not [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in serious]
    assert page.run("document.documentElement.scrollWidth") <= width


def test_it_works_without_a_network(folder: Path, tmp_path: Path) -> None:
    """After the first visit the server may go: the page comes up, with the text, and grades."""
    with Browser(tmp_path) as browser:
        with web_tools.served(folder) as (address, _):
            browser.ask("Page.navigate", url=f"{address}manual_gradient.html")
            wait(browser, READY)
            write(browser, SUMMED)
            check(browser)
            wait(browser, "navigator.serviceWorker.ready.then((found) => found.active !== null)")
        browser.ask("Page.navigate", url=f"{address}index.html")
        wait(browser, "document.querySelector('.state')?.textContent === 'begun'")
        browser.ask("Page.navigate", url=f"{address}manual_gradient.html")
        wait(browser, READY)
        assert "Summed, not averaged" in check(browser)
