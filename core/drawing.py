"""A picture asked for by its name and drawn when it is sent, never on the event loop."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Drawing:
    """A finished file: its name never contains a person's."""

    name: str
    data: bytes
    is_picture: bool


Draw = Callable[[dict[str, Any], datetime], Awaitable[Drawing | None]]


async def nothing(_asked: dict[str, Any], _at: datetime) -> Drawing | None:
    """For services without pictures: the text says it all."""
    return None
