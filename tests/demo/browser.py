"""The Chromium of this machine, if there is one."""

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def browser_path() -> str | None:
    """A Chromium of this machine, or None if there is none."""
    found = [os.environ.get("JPF_CHROMIUM"), *map(shutil.which, NAMES)]
    return next((path for path in found if path), None)


def has_browser(own: str) -> bool:
    """Whether there is one, be it the library's *own*."""
    return bool(browser_path()) or Path(own).exists()
