"""A real headless Chromium, driven over its own debugging pipe: no driver, no network."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

QUIET = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-sync"),
    *("--no-first-run", "--disable-background-networking", "--disable-component-update"),
    "--remote-debugging-pipe",
)

PIPES = """
import fcntl, os, sys
ends = [fcntl.fcntl(int(file), fcntl.F_DUPFD, 10) for file in sys.argv[1:3]]
os.dup2(ends[0], 3), os.dup2(ends[1], 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Chromium reads its commands from file 3 and answers into file 4."""

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


class Browser:
    """One page in one browser. ``said`` collects what the page wrote to its console, faults included."""

    def __init__(self, profile: Path) -> None:
        """Start the browser with an empty profile."""
        self.said: list[str] = []
        self.number = 0
        self.buffer = b""
        read_commands, self.commands = os.pipe()
        self.answers, write_answers = os.pipe()
        files = str(read_commands), str(write_answers)
        self.process = subprocess.Popen(
            [sys.executable, "-c", PIPES, *files, str(CHROMIUM), *QUIET, f"--user-data-dir={profile}"],
            pass_fds=(read_commands, write_answers),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(read_commands)
        os.close(write_answers)
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.ask(f"{domain}.enable")

    def __enter__(self) -> Browser:
        """Return itself."""
        return self

    def __exit__(self, *fault: object) -> None:
        """End the browser."""
        os.close(self.commands)
        self.process.kill()
        self.process.wait()
        os.close(self.answers)

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command and return its result."""
        self.number += 1
        message: dict[str, Any] = {"id": self.number, "method": method, "params": params}
        if hasattr(self, "session"):
            message["sessionId"] = self.session
        os.write(self.commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def read(self) -> dict[str, Any]:
        """Return the next message; note it where it is about the console."""
        while b"\0" not in self.buffer:
            piece = os.read(self.answers, 1 << 16)
            assert piece, "the browser is gone"
            self.buffer += piece
        text, _, self.buffer = self.buffer.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        if message.get("method") in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"):
            self.said.append(json.dumps(message["params"]))
        return message

    def open(self, path: Path) -> None:
        """Show a file and wait until it is there."""
        self.ask("Page.navigate", url=path.resolve().as_uri())
        deadline = time.monotonic() + 60
        while self.run("document.readyState") != "complete" or self.run("location.href") == "about:blank":
            assert time.monotonic() < deadline
            time.sleep(0.02)

    def run(self, code: str) -> Any:
        """Return the value of an expression in the page."""
        answer = self.ask("Runtime.evaluate", expression=code, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def click(self, selector: str, place: int = 0) -> None:
        """Click with the mouse on the middle of an element, as a person does."""
        query = f"document.querySelectorAll({json.dumps(selector)})[{place}]"
        self.run(f"{query}.scrollIntoView({{block: 'center'}})")
        box = self.run(
            "(({x, y, width, height}) => ({x: x + width / 2, y: y + height / 2}))"
            f"({query}.getBoundingClientRect())"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **box)

    def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        self.ask("Input.insertText", text=text)

    def size(self, width: int, height: int) -> None:
        """Give the window a size."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def shot(self, path: Path) -> bytes:
        """Save a picture of the window and return it."""
        data = base64.b64decode(self.ask("Page.captureScreenshot", format="png")["data"])
        path.write_bytes(data)
        return data
