"""Where a monitor stands in its life: a person with the right moves it, with a reason, on record.

    draft → backtested → silent → villages → live, and paused from anywhere

A draft is only tried over the past. Silent: it counts, and opens nothing. Villages: it opens in a
share of the grids; a grid is in when its number, drawn from monitor and grid, lies below the share,
so that a wider share only adds grids. What ships with the product begins as its file says (live).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Literal, cast

from core import audit
from core.access import Thing, Who, demand
from core.clock import day_of, iso
from core.problems import Problem
from core.store.database import atomically
from core.store.monitoring import MonitorStage

Stage = Literal["draft", "backtested", "silent", "villages", "live", "paused"]
LINE: tuple[Stage, ...] = ("draft", "backtested", "silent", "villages", "live")
WORDS = {
    "draft": "草稿",
    "backtested": "回测过",
    "silent": "静默",
    "villages": "部分村",
    "live": "上线",
    "paused": "暂停",
}
WHOLE = 10_000
FIRST_SHARE = 2_000


class CannotMove(Problem, ValueError):
    """This step of a monitor's life cannot be taken from where it stands."""


@dataclass(frozen=True)
class Life:
    """Where one monitor stands; *share* of the grids in basis points, as far as it opens at all."""

    stage: Stage
    share: int = WHOLE
    since: datetime | None = None
    by: str = ""
    why: str = ""

    @property
    def counts(self) -> bool:
        """Whether its hits are written down at night."""
        return self.stage in ("silent", "villages", "live")

    def opens_in(self, monitor: str, grid: str) -> bool:
        """Whether a hit in this grid becomes a case."""
        if self.stage == "live":
            return True
        return self.stage == "villages" and bool(grid) and place_of(monitor, grid) < self.share

    def to_json(self) -> dict[str, Any]:
        return {"stage": self.stage, "share": self.share / WHOLE, "since": iso(self.since),
                "by": self.by or None, "why": self.why or None}  # fmt: skip


def place_of(monitor: str, grid: str) -> int:
    """Where a grid stands in line for a monitor, 0 to 9,999: the same for ever."""
    return int.from_bytes(sha256(f"{monitor}/{grid}".encode()).digest()[:8], "big") % WHOLE


async def lives(begins: Mapping[str, Stage]) -> dict[str, Life]:
    """The life of each monitor: its newest step, or how its file begins."""
    found = {monitor: Life(stage) for monitor, stage in begins.items()}
    for row in await MonitorStage.all().order_by("id"):
        if row.monitor in found:
            stage = cast(Stage, row.stage)
            found[row.monitor] = Life(stage, row.share, row.at, row.by, row.why)
    return found


async def history(monitor: str) -> list[MonitorStage]:
    return await MonitorStage.filter(monitor=monitor).order_by("id")


async def promote(
    monitor: str,
    now: Life,
    who: Who,
    *,
    city: str,
    why: str,
    at: datetime,
    to: Stage | None = None,
    share: int | None = None,
) -> Life:
    """One step further (or to *to*); raises NotAllowed, CannotMove. *city*: its code."""
    wanted = to or await _next(monitor, now)
    _check(now, wanted, share)
    width = WHOLE if wanted != "villages" else share or max(now.share % WHOLE, FIRST_SHARE)
    return await _enter(monitor, Life(wanted, width), who, city=city, why=why, at=at)


async def pause(monitor: str, now: Life, who: Who, *, city: str, why: str, at: datetime) -> Life:
    """It opens nothing any more; what is open is still looked after."""
    if now.stage == "paused":
        raise CannotMove(f"{monitor} 已经暂停了。要恢复，用 jpf monitor promote {monitor}。")
    return await _enter(monitor, Life("paused", now.share), who, city=city, why=why, at=at)


async def backtested(monitor: str, now: Life, *, at: datetime, figures: str) -> None:
    """A draft was tried over the past: written down, so that it may become silent."""
    if now.stage == "draft":
        await MonitorStage.create(
            monitor=monitor, stage="backtested", at=at, by="system", why=figures[:120]
        )


async def _next(monitor: str, now: Life) -> Stage:
    if now.stage == "paused":
        before = [row.stage for row in await history(monitor) if row.stage != "paused"]
        return cast(Stage, before[-1]) if before else "live"
    if now.stage == "live":
        raise CannotMove(f"{monitor} 已经全面上线了。")
    return LINE[LINE.index(now.stage) + 1]


def _check(now: Life, to: Stage, share: int | None) -> None:
    if now.stage == "draft" and to != "draft":
        raise CannotMove("草稿要先回测：jpf monitor backtest 编号 --from 日期 --to 日期。")
    if to not in LINE or to == "backtested":
        raise CannotMove(f"没有这一步：{to}。可以是 silent、villages、live。")
    if to == "draft" or (now.stage == "live" and to != "live"):
        raise CannotMove("不能往回走。要停下来，用 jpf monitor pause。")
    if now.stage == "villages" and to == "villages" and (share or 0) <= now.share:
        raise CannotMove(f"已经在 {now.share / 100:g}% 的网格上线，只能再放宽。")
    if share is not None and not 0 < share <= WHOLE:
        raise CannotMove("份额要在 0 和 100% 之间。")


async def _enter(monitor: str, life: Life, who: Who, *, city: str, why: str, at: datetime) -> Life:
    demand(who, "manage_monitors", Thing(region=city), day_of(at))
    if not why.strip():
        raise CannotMove("请写一句理由：--why …。")
    reason = why.strip()[:120]

    async def work() -> None:
        await MonitorStage.create(
            monitor=monitor, stage=life.stage, share=life.share, at=at, by=who.handle, why=reason
        )
        await audit.record(who.handle, f"monitor_{life.stage}", monitor, at=at, why=reason)

    await atomically(work)
    return Life(life.stage, life.share, at, who.handle, reason)
