"""How fast what was said is handled by one process, and by several on the same database."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from bench._faulty.ground import Staff, opened
from bench._faulty.lives import Lives, end
from bot import inbox
from core.clock import real_clock
from core.store.mail import Inbox
from demo.botapi import BotApi, application, serving

Said = Callable[[int], tuple[str, str, dict[str, Any]]]


async def by_processes(
    home: Path, staff: Staff, said: Said, count: int, port: Callable[[], int], most: int = 2
) -> dict[str, float]:
    """Updates a second with 1 ... *most* processes, from the first handled to the last."""
    told = {}
    for processes in range(1, most + 1):
        api = BotApi(staff.phones())
        api.limits.on = False
        async with AsyncExitStack() as stack:
            root = await stack.enter_async_context(serving(application(api)))
            for _ in range(processes):
                lives = Lives(home, root, port(), staff, base=real_clock())
                process = await lives.service("--only", "bot,web")
                stack.push_async_callback(end, process)
                await lives.up(process)
            told[f"updates_a_second_by_{processes}"] = await _handled(home, said, count)
    return told


async def _handled(home: Path, said: Said, count: int) -> float:
    async with opened(home):
        last = await Inbox.all().order_by("-id").first()
        before = last.id if last else 0
        await inbox.store("telegram", [said(n) for n in range(count)], real_clock())
        while await Inbox.filter(state="new").exists():  # noqa: ASYNC110  the waiting is measured
            await asyncio.sleep(0.1)
        ours = Inbox.filter(id__gt=before)
        first = await ours.order_by("handled_at").first()
        end_of_it = await ours.order_by("-handled_at").first()
    assert first and end_of_it and first.handled_at and end_of_it.handled_at
    return round(count / (end_of_it.handled_at - first.handled_at).total_seconds(), 1)
