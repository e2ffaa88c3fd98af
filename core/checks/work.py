"""Is this installation well? Each finding is one sentence and the command that mends it."""

import shutil
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from core import audit
from core.cases.auditing import heartbeat
from core.cases.auditing import look as audited
from core.city import Standards
from core.clock import day_of, iso, local
from core.freshness import late_sources
from core.health import look
from core.house import House
from core.monitoring import checking
from core.portrait.model import current, newest_signed, outgrown
from core.render.typeset import png
from core.safety.copies import last
from core.safety.held import held_since
from core.store import guards
from core.store.casework import Case
from core.store.database import sound
from core.store.people import Duty

Level = Literal["ok", "warn", "bad"]
SMALL_DISK = 1 << 30
COPY_DAILY, COPY_TOO_OLD = timedelta(hours=26), timedelta(days=7)


@dataclass(frozen=True)
class Finding:
    """One checked thing: what it is, how it is, what to do."""

    check: str
    level: Level
    words: str
    fix: str = ""

    def to_json(self) -> dict[str, str]:
        return asdict(self)


async def examine(house: House) -> list[Finding]:
    """Every check, in a fixed order; a check that breaks is itself a finding."""
    found = []
    for name, check in CHECKS.items():
        try:
            found += await check(house)
        except Exception as error:
            found.append(
                Finding(name, "bad", f"这一项没查成：{type(error).__name__}。", "jpf doctor")
            )
    return found


async def _clock(house: House) -> list[Finding]:
    try:
        ZoneInfo("Asia/Shanghai")
    except ZoneInfoNotFoundError:
        return [Finding("clock", "bad", "这台机器没有时区数据。", "pip install tzdata")]
    return [Finding("clock", "ok", f"时区数据都在，现在是 {local(house.clock()):%Y-%m-%d %H:%M}。")]


async def _disk(house: House) -> list[Finding]:
    free = shutil.disk_usage(house.settings.home).free
    if free < SMALL_DISK:
        words = f"磁盘只剩 {free >> 20} MB，快写不下了。"
        return [Finding("disk", "bad", words, f"df -h {house.settings.home}")]
    return [Finding("disk", "ok", f"磁盘还有 {free >> 30} GB。")]


async def _font(house: House) -> list[Finding]:
    try:
        png("card.typ", {})
    except Exception as error:
        if type(error).__name__ == "FontMissing":
            return [Finding("font", "bad", str(error), "pip install noto-cjk-sans-otc")]
    return [Finding("font", "ok", "有中文字体。")]


async def _token(house: House) -> list[Finding]:
    if not house.settings.bot.token:
        words = "还没有机器人令牌，消息会先存着发不出去。"
        return [Finding("token", "warn", words, "在 jingpingfu.toml 的 [bot] token 里填上")]
    where = "境内" if house.settings.bot.domestic else "境外，只发编号和要做的事"
    return [Finding("token", "ok", f"有令牌；通道按{where}处理。")]


async def _people(house: House) -> list[Finding]:
    if not await Duty.filter(role="grid").exists():
        words = "一个网格员也没有，案件没有人接。"
        return [Finding("people", "warn", words, "jpf user invite 账号 --role grid --area 村名")]
    return [Finding("people", "ok", "有网格员值守。")]


async def _data(house: House) -> list[Finding]:
    view = house.facts.view(day_of(house.clock()))
    late = late_sources(view)
    if not house.facts.batches():
        return [Finding("data", "warn", "还没有导入过数据。", "jpf import 文件夹 --observed 日期")]
    return [
        Finding(
            "data",
            "warn",
            f"{one.title}（{one.class_id}）上次是 {one.last}，已经超期，相关预警不报。",
            f"jpf import {one.class_id}文件 --observed 日期",
        )
        for one in late
    ] or [Finding("data", "ok", "接进来的数据都没超期。")]


async def _cases(house: House) -> list[Finding]:
    stuck = await Case.filter(state="new", waits="").count()
    if stuck:
        words = f"{stuck} 件案子没有人可推送。"
        return [Finding("cases", "bad", words, "jpf cases --state new")]
    return [Finding("cases", "ok", "没有卡住的案件。")]


async def _auditor(house: House) -> list[Finding]:
    beat = await heartbeat(house.clock())
    if beat.silent:
        words = f"看守案件的审计岗没有动静了，上次是 {iso(beat.at) or '从来没有'}。"
        return [Finding("auditor", "bad", words, "jpf run")]
    found = await audited(house.clock())
    if not found.well:
        words = f"{found.open} 件在办，{len(found.stuck) + found.calls} 件过了时没有动，"
        words += f"{len(found.torn)} 件的记录不完整。"
        return [Finding("auditor", "warn", words, "jpf run，或 jpf cases 看是哪几件")]
    return [Finding("auditor", "ok", f"{found.open} 件在办，每件都在往前走，或有人被提醒过。")]


async def _monitors(house: House) -> list[Finding]:
    return [Finding("monitors", *told) for told in await checking.of_monitors()]


async def _model(house: House) -> list[Finding]:
    return [model_told(house.city.standards(day_of(house.clock())))]


def model_told(std: Standards) -> Finding:
    """A model signed before an indicator came does not weigh it: its type goes by the files."""
    signed = newest_signed(std)
    grown = outgrown(signed, std) if signed else ()
    if signed is None or not grown:
        return Finding("model", "ok", f"画像用的是 {current(std).version} 版。")
    names = "、".join(kind.title() for kind in grown)
    words = (
        f"签过的画像模型 {signed.version} 没有管到{names}现在的指标，{names}先按指标文件的权重算。"
    )
    return Finding("model", "warn", words, "jpf model propose 文件 --as 账号 --why 理由")


async def _sources(house: House) -> list[Finding]:
    return [Finding("sources", *told) for told in await checking.of_sources(house.clock())]


async def _messages(house: House) -> list[Finding]:
    health = await look(house.clock())
    if health.undeliverable or health.inbox_dead:
        words = f"{health.undeliverable} 条消息送不到，{health.inbox_dead} 条来信处理不了。"
        return [Finding("messages", "warn", words, "jpf export outbox --csv")]
    return [Finding("messages", "ok", f"消息正常，{health.queue} 条在等着发。")]


async def _trail(house: House) -> list[Finding]:
    broken = await audit.verify()
    if gone := await guards.missing():
        words = f"数据库里看守审计链的触发器少了 {len(gone)} 个，可能有人动过手脚。"
        return [Finding("trail", "bad", words, "jpf audit verify --anchor 留底的锚点")]
    if broken:
        return [Finding("trail", "bad", f"审计链断了：{broken.why}。", "jpf audit verify")]
    return [Finding("trail", "ok", "审计链完整。")]


async def _backup(house: House) -> list[Finding]:
    known, fix = last.known(house.settings.home), "jpf backup 文件夹"
    if known is None:
        return [Finding("backup", "warn", "还没有做过安全副本。", fix)]
    age = house.clock() - known.at
    words = f"上一份好的副本是 {int(age.total_seconds() // 3600)} 小时前的：{known.path}。"
    if not known.is_there:
        return [Finding("backup", "warn", f"{words}它不在原处了。", fix)]
    level: Level = "ok" if age < COPY_DAILY else "warn" if age < COPY_TOO_OLD else "bad"
    return [Finding("backup", level, words, "" if level == "ok" else fix)]


async def _held(house: House) -> list[Finding]:
    since = await held_since()
    if since is None:
        return [Finding("held", "ok", "照常发消息。")]
    words = f"这是恢复出来的服务，从 {local(since):%Y-%m-%d %H:%M} 起什么也不发。"
    return [Finding("held", "warn", words, "jpf restore --list，看清楚再 jpf restore --release")]


async def _database(house: House) -> list[Finding]:
    if not await sound():
        known = last.known(house.settings.home)
        fix = f"jpf restore {known.path}" if known else "jpf restore 副本"
        return [Finding("database", "bad", "数据库文件坏了，别再往里写。", fix)]
    return [Finding("database", "ok", "数据库完好。")]


Check = Callable[[House], Awaitable[list[Finding]]]
CHECKS: dict[str, Check] = {
    "clock": _clock,
    "disk": _disk,
    "font": _font,
    "token": _token,
    "people": _people,
    "data": _data,
    "cases": _cases,
    "auditor": _auditor,
    "monitors": _monitors,
    "model": _model,
    "sources": _sources,
    "messages": _messages,
    "trail": _trail,
    "database": _database,
    "backup": _backup,
    "held": _held,
}


def worst(findings: list[Finding]) -> Level:
    levels: tuple[Level, ...] = ("bad", "warn", "ok")
    return next((level for level in levels if any(f.level == level for f in findings)), "ok")


def as_json(findings: list[Finding]) -> dict[str, Any]:
    return {"worst": worst(findings), "findings": [f.to_json() for f in findings]}
