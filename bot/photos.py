"""Fetch the pictures people sent, one after the other, away from every transaction."""

import asyncio
from typing import Protocol

import structlog

from core.cases import photos

log = structlog.get_logger()
REST = 5.0


class Fetches(Protocol):
    """A channel that can bring a file it was told of."""

    name: str

    async def fetch(self, remote: str) -> bytes: ...


async def run(channel: Fetches) -> None:
    """Until cancelled: fetch what is wanted, then rest."""
    while True:
        if not await fetch_all(channel):
            await asyncio.sleep(REST)


async def fetch_all(channel: Fetches) -> int:
    """Everything wanted now; how many arrived. A picture that does not come is tried again later."""
    kept = 0
    for photo in await photos.waiting(channel.name):
        try:
            data = await channel.fetch(photo.remote)
        except Exception as error:
            log.info("photo_failed", photo=photo.id, error=type(error).__name__)
            await photos.failed(photo)
            continue
        kept += await photos.keep(photo, data) == photos.KEPT
    return kept
