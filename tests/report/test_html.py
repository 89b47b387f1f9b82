"""A report as a web page: whole, accessible, safe from what students write, and at home on a phone."""

from __future__ import annotations

import html as escaping
import json
import re
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import reports
from html_pages import CHROMIUM, HOSTILE, QUIET, Page, known
from hypothesis import given, settings

from grader.grading.verdict import Picture
from grader.report import html, outline, templates
from grader.words.language import speaking
from grader.words.plain import harmless


@pytest.mark.parametrize("sample", reports.SAMPLES)
def test_parts(sample: reports.Sample) -> None:
    """A page is made of known tags and attributes, balanced, each id once, each reference with its target."""
    page = Page(html.render(sample()))
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert known(page)
    assert len(ids) == len(set(ids))
    assert {str(link["href"]).removeprefix("#") for link in page.named("a")} <= set(ids)
    for _, attributes in page.tags:
        assert set((attributes.get("aria-labelledby") or "").split()) <= set(ids)


def test_protections_are_named_in_the_language_in_force() -> None:
    """A gradebook keeps them in English; a page says them as it says everything else."""
    with speaking("zh"):
        told = outline.held(replace(reports.SAMPLES[0](), protections=("no network", "of another version")))
    assert "没有网络" in told
    assert "of another version" in told


@pytest.mark.parametrize("sample", reports.SAMPLES)
def test_no_network(sample: reports.Sample) -> None:
    """A page asks for nothing and allows nothing: no source, no script, no import, a policy against all."""
    text = html.render(sample())
    page = Page(text)
    policy = {meta.get("http-equiv"): meta.get("content") for meta in page.named("meta")}
    assert policy["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert "script" not in {tag for tag, _ in page.tags}
    assert not re.search(r"@import|url\(", text)


@pytest.mark.parametrize("sample", reports.SAMPLES)
def test_accessible(sample: reports.Sample) -> None:
    """A page has a language and a title, one h1, no skipped level, and words for its pictures."""
    page = Page(html.render(sample()))
    levels = [int(tag[1]) for tag, _ in page.tags if tag in ("h1", "h2", "h3")]
    assert page.named("html") == [{"lang": "en"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for picture in page.named("svg"):
        assert picture.get("aria-hidden") == "true" or (
            picture["role"] == "img" and picture["aria-labelledby"]
        )
    assert all(cell["scope"] == "row" for cell in page.named("th"))


def test_wrong_number() -> None:
    """A failing check says in words that it failed, what is wrong, by how much, and how it was called."""
    text = Page(html.render(reports.summed())).text
    for part in (
        "three samples",
        "failed",
        "0 / 2",
        "dw is -23; expected -7.66667.",
        "15.3 (tolerance 1.2e-10)",
    ):
        assert part in text
    assert "gradient(w=1.0, b=0.5, x=[1., 2., 3.], y=[2., 4., 6.])" in text


def test_diagnosis_first() -> None:
    """The recognised mistake stands above the checks, with its hints folded one into the other."""
    page = Page(html.render(reports.summed()))
    assert page.text.index("Summed, not averaged") < page.text.index("the first link")
    assert "Hint Give it every sample twice." in page.text
    assert page.text.index("Give it every sample twice.") < page.text.index("A second hint")
    assert all("open" not in attributes for attributes in page.named("details"))


def test_raising_line() -> None:
    """The line at which a check stopped is marked in the source, in words as well."""
    page = Page(html.render(reports.mixed()))
    [stop] = [line for line in page.named("span") if line.get("class") == "line stop"]
    assert stop["data-line"] == "14"
    assert "error = errror stopped here" in page.text.replace("errrorstopped", "errror stopped")


def test_a_wrong_step_stopped_nowhere() -> None:
    """The line of a script's wrong step is not marked as one at which something stopped."""
    page = Page(html.render(reports.half_a_step()))
    assert "stopped here" not in page.text
    assert "line stop" not in {line.get("class") for line in page.named("span")}


def test_curve() -> None:
    """A training is drawn beside the reference, with words for where its numbers end."""
    page = Page(html.render(reports.diverging()))
    assert "Your loss leaves the finite numbers at epoch 9." in page.text
    assert "loss (logarithmic)" in page.text
    assert "Yours: 4.2 at epoch 1, not a number at epoch 12." in page.text


@pytest.mark.parametrize(
    ("kind", "drawn"), [("curve", True), ("fit", True), ("path", True), ("bars", False)], ids=str
)
def test_plots_of_right_answers(kind: str, drawn: bool) -> None:
    """A curve and a fitted line are worth a look where they are right, too; bars that agree are not."""
    along = (1.0, 2.0) if kind in ("fit", "path") else ()
    right = Picture(kind, "one-sample", "t", ("f", "g"), (1.0, 2.0), (1.0, 2.0), along, along)
    page = html.render(reports.report(reports.verdict("one sample"), pictures=(right,)))
    assert ("<figure>" in page) == drawn


def test_an_endless_file_is_cut() -> None:
    """Of a file that nobody reads to its end the first lines are shown, and how many there are."""
    source = "\n".join(f"x{number} = 0" for number in range(html.LINES_AT_MOST + 5))
    page = Page(html.render(reports.report(reports.verdict("one sample"), source=source)))
    assert f"x{html.LINES_AT_MOST - 1} = 0" in page.text
    assert f"x{html.LINES_AT_MOST} = 0" not in page.text
    assert "The first 2000 of its 2005 lines." in page.text


def test_one_epoch_is_no_curve() -> None:
    """A curve of a single point is not drawn."""
    alone = Picture("curve", "one-sample", "t", (), (1.0,), (2.0,))
    report = reports.report(reports.verdict("one sample", "failed"), pictures=(alone,))
    assert not html.figures(report)


def test_own_templates(tmp_path: Path) -> None:
    """A course may bring a style of its own."""
    (tmp_path / "report.css").write_text("body { color: rebeccapurple }")
    assert "rebeccapurple" in html.render(reports.summed(), [tmp_path])


# ---- what students write ------------------------------------------------------------------------------


@settings(deadline=None, max_examples=30)
@given(HOSTILE)
def test_nothing_is_injected(text: str) -> None:
    """Whatever a student writes is shown as text: no tag, no attribute, no invisible character."""
    shown = html.render(reports.hostile(text or "x"))
    page = Page(shown)
    assert known(page)
    assert shown.replace("\n", "").isprintable()
    assert " ".join(harmless(text or "x", lines=False).split()) in page.text
    shown.encode()


# ---- colours ------------------------------------------------------------------------------------------


def schemes() -> list[dict[str, str]]:
    """Return the colours of the light and of the dark scheme."""
    style = (templates.TEMPLATES[1] / "report.css").read_text(encoding="utf-8")
    found = re.findall(r"--(\w+): light-dark\((#\w{6}), (#\w{6})\)", style)
    return [{name: light for name, light, _ in found}, {name: dark for name, _, dark in found}]


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", schemes(), ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "card", "wash"])
@pytest.mark.parametrize("ink", ["ink", "muted", "accent"])
def test_contrast(scheme: dict[str, str], ground: str, ink: str) -> None:
    """Every ink can be read on every ground: a contrast of 4.5 or more."""
    dark, light = sorted((luminance(scheme[ink]), luminance(scheme[ground])))
    assert (light + 0.05) / (dark + 0.05) >= 4.5


# ---- in a browser -------------------------------------------------------------------------------------

MEASURE = """
<script>
addEventListener("load", () => {
  const seen = [...document.querySelectorAll("iframe")].map(frame => {
    const inner = frame.contentDocument;
    return {name: frame.name, width: frame.clientWidth, scroll: inner.documentElement.scrollWidth,
            paper: frame.contentWindow.getComputedStyle(inner.body).backgroundColor};
  });
  document.body.textContent = "MEASURED" + JSON.stringify(seen) + "MEASURED";
});
</script>
"""


def browse(folder: Path, scheme: int) -> list[dict[str, Any]]:
    """Open every sample at three widths in one browser, and return what it measured."""
    frames = "".join(
        f'<iframe name="{sample.__name__}" style="border:0;width:{width}px;height:900px" '
        f'srcdoc="{escaping.escape(html.render(sample()))}"></iframe>'
        for sample in reports.SAMPLES
        for width in (360, 390, 1280)
    )
    page = folder / "frames.html"
    page.write_text(f"<!doctype html><meta charset=utf-8>{MEASURE}<body>{frames}", encoding="utf-8")
    options = [
        *QUIET,
        f"--user-data-dir={folder / 'profile'}",
        f"--blink-settings=preferredColorScheme={scheme}",
    ]
    done = subprocess.run(
        [str(CHROMIUM), *options, "--dump-dom", page.as_uri()],
        capture_output=True,
        text=True,
        timeout=90,
        check=True,
    )
    measured: list[dict[str, Any]] = json.loads(escaping.unescape(done.stdout.split("MEASURED")[-2]))
    return measured


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="needs a Chromium: apt-get install chromium")
@pytest.mark.parametrize(
    ("scheme", "paper"), [(1, "rgb(251, 250, 246)"), (0, "rgb(21, 23, 26)")], ids=["light", "dark"]
)
def test_in_a_browser(tmp_path: Path, scheme: int, paper: str) -> None:
    """On a phone no page scrolls sideways, and the page follows the reader's choice of light and dark."""
    measured = browse(tmp_path, scheme)
    assert len(measured) == 3 * len(reports.SAMPLES)
    assert [seen for seen in measured if seen["scroll"] > seen["width"]] == []
    assert {seen["paper"] for seen in measured} == {paper}
