"""What the doctor says about monitors and about data people found wrong: level, sentence, what to do."""

from datetime import datetime
from typing import Literal

from core.monitoring import corrections, flood, learning
from core.sources import sources

Told = tuple[Literal["ok", "warn", "bad"], str, str]


async def of_monitors() -> list[Told]:
    """What waits for a person: held batches, proposals."""
    found: list[Told] = [
        ("warn", f"{batch.monitor} 有 {batch.hits} 件提醒停着，等人看过。",
         f"jpf monitor release {batch.monitor} --as 账号 --why 理由")
        for batch in await flood.held()
    ]  # fmt: skip
    found += [
        ("warn", f"{one.monitor} 常常不准，有一条提议等人定。", "jpf monitor proposals")
        for one in await learning.open_proposals()
    ]
    return found or [("ok", "没有停着的提醒，也没有等着定的提议。", "")]


async def of_sources(now: datetime) -> list[Told]:
    """How often people on the spot found a class of data wrong."""
    found: list[Told] = [
        (
            "warn" if one.open else "ok",
            f"{sources()[one.class_id].title}（{one.class_id}）上门看过说不对的占 "
            f"{one.wrong.words()}，{one.open} 件等部门回话。",
            "jpf monitor corrections" if one.open else "",
        )
        for one in await corrections.errors(now)
    ]
    return found or [("ok", "还没有人说哪类数据不对。", "")]
