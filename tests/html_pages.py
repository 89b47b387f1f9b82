"""What tests of HTML share: a page that can be asked, hostile texts, a browser."""

from __future__ import annotations

import shutil
from html.parser import HTMLParser

from hypothesis import strategies as st

VOID = {"meta", "path", "rect", "circle"}


TAGS = """
html head title style body header main footer section article h1 h2 h3 p strong small span i code pre div ol
ul li table tbody tr th td details summary figure figcaption svg g text desc a mark dl dt dd meta path rect
circle
"""


ATTRIBUTES = """
lang charset name content http-equiv class style id href role aria-label aria-labelledby aria-hidden focusable
tabindex scope open data-line viewbox d x y cx cy r width height text-anchor transform
"""


def known(page: Page) -> bool:
    """Tell whether a page is made of our own tags and attributes only."""
    tags = {tag for tag, _ in page.tags}
    attributes = {name for _, found in page.tags for name in found}
    return tags <= set(TAGS.split()) and attributes <= set(ATTRIBUTES.split())


class Page(HTMLParser):
    """A page's tags, attributes and texts; an unbalanced tag is an error."""

    def __init__(self, page: str) -> None:
        """Parse the whole page."""
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that closes itself."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost tag, which must be this one."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of every such tag."""
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def text(self) -> str:
        """All that is written on the page."""
        return " ".join("".join(self.texts).split())


FRAGMENTS = st.sampled_from(
    [
        "<script>",
        "</style>",
        "</title>",
        "-->",
        "]]>",
        '"',
        "'",
        "{{",
        "{%",
        "`",
        "&lt;",
        "\x00",
        "\x1b",
        "\ud800",
    ]
)


HOSTILE = st.lists(FRAGMENTS | st.text(st.characters(exclude_categories=()), max_size=5), max_size=12).map(
    "".join
)


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
