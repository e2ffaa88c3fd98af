"""One call to the vendor, answered as a whole within its time.

The library's own limits are for each piece of an answer: one that drips a byte a second never ends.
"""

import asyncio
from typing import Any

from telegram.error import TimedOut
from telegram.request import HTTPXRequest

ASKED_FOR = 20.0  # seconds the vendor may keep our question for updates open


class Asking(HTTPXRequest):
    """Calls that fail as "no answer" when the whole of it is not there *within* seconds."""

    def __init__(self, within: float, **settings: Any) -> None:
        super().__init__(**settings)
        self._whole = within

    async def do_request(self, *asked: Any, **limits: Any) -> tuple[int, bytes]:
        try:
            async with asyncio.timeout(self._whole):
                return await super().do_request(*asked, **limits)
        except TimeoutError as error:
            raise TimedOut from error
