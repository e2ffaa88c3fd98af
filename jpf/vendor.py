"""One look at the vendor from outside the service: is the token good, and whose clock is wrong?"""

import asyncio
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import aiohttp

from core.checks import Finding
from core.house import House

WITHIN = 5.0
SKEW = 60
PUBLIC = "https://api.telegram.org"


async def check(house: House) -> list[Finding]:
    """For the doctor; says nothing where there is no token yet."""
    bot = house.settings.bot
    if not bot.token:
        return []
    try:
        status, date = await _ask(f"{bot.api_root.rstrip('/') or PUBLIC}/bot{bot.token}/getMe")
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        words = "连不上消息平台，消息会先存着。"
        return [
            Finding("vendor", "warn", words, "看看网络，和 jingpingfu.toml 里的 [bot] api_root")
        ]
    if status in (401, 404):
        words = "消息平台不认这个令牌，什么也发不出去。"
        return [Finding("vendor", "bad", words, "在 jingpingfu.toml 的 [bot] token 里换上新的")]
    return _clock(date)


async def _ask(address: str) -> tuple[int, str]:
    async with (
        asyncio.timeout(WITHIN),
        aiohttp.ClientSession() as session,
        session.get(address) as answer,
    ):
        return answer.status, answer.headers.get("Date", "")


def _clock(date: str) -> list[Finding]:
    try:
        off = (datetime.now(UTC) - parsedate_to_datetime(date)).total_seconds()
    except (TypeError, ValueError):
        return [Finding("vendor", "ok", "消息平台连得上。")]
    if abs(off) > SKEW:
        words = f"这台机器的钟和消息平台差了 {abs(off):.0f} 秒，提醒会早发或晚发。"
        return [Finding("vendor", "warn", words, "timedatectl set-ntp true")]
    return [Finding("vendor", "ok", "消息平台连得上，两边的钟对得上。")]
