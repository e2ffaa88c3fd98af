"""Is this machine well? Clock, disk, font, token, the trail, the database, its copies."""

import asyncio
import os
import shutil
from datetime import timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from core import audit
from core.checks.finding import Check, Finding, Level
from core.clock import local
from core.house import House
from core.render.fonts import FontMissing, find_face
from core.safety.copies import last
from core.safety.held import held_since
from core.store import guards
from core.store.database import sound
from core.store.trail import Audit

SMALL_DISK = 1 << 30
COPY_DAILY, COPY_TOO_OLD = timedelta(hours=26), timedelta(days=7)
BACKWARDS = timedelta(seconds=60)


async def _clock(house: House) -> list[Finding]:
    try:
        ZoneInfo("Asia/Shanghai")
    except ZoneInfoNotFoundError:
        return [Finding("clock", "bad", "这台机器没有时区数据。", "pip install tzdata")]
    newest = await Audit.all().order_by("-seq").first()
    if newest and newest.at > house.clock() + BACKWARDS:
        words = f"这台机器的钟往回走了：最后一条记录写于 {local(newest.at):%Y-%m-%d %H:%M}。"
        return [Finding("clock", "bad", words, "timedatectl set-ntp true")]
    return [Finding("clock", "ok", f"时区数据都在，现在是 {local(house.clock()):%Y-%m-%d %H:%M}。")]


async def _disk(house: House) -> list[Finding]:
    free = shutil.disk_usage(house.settings.home).free
    if free < SMALL_DISK:
        words = f"磁盘只剩 {free >> 20} MB，快写不下了。"
        return [Finding("disk", "bad", words, f"df -h {house.settings.home}")]
    return [Finding("disk", "ok", f"磁盘还有 {free >> 30} GB。")]


async def _font(house: House) -> list[Finding]:
    try:
        await asyncio.to_thread(find_face, os.environ.get("JPF_FONT_DIR"))
    except FontMissing as missing:
        return [Finding("font", "bad", str(missing), "pip install noto-cjk-sans-otc")]
    return [Finding("font", "ok", "有中文字体。")]


async def _token(house: House) -> list[Finding]:
    if not house.settings.bot.token:
        words = "还没有机器人令牌，消息会先存着发不出去。"
        return [Finding("token", "warn", words, "在 jingpingfu.toml 的 [bot] token 里填上")]
    where = "境内" if house.settings.bot.domestic else "境外，只发编号和要做的事"
    return [Finding("token", "ok", f"有令牌；通道按{where}处理。")]


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


MACHINE: dict[str, Check] = {
    "clock": _clock,
    "disk": _disk,
    "font": _font,
    "token": _token,
    "trail": _trail,
    "database": _database,
    "backup": _backup,
    "held": _held,
}
