"""A made-up city: its pack, and the pack of our own city as tests read it."""

from pathlib import Path

from core.city import City, open_pack

FOLDER = Path(__file__).parent / "wanghu"


def wanghu() -> City:
    return open_pack(str(FOLDER), FOLDER)
