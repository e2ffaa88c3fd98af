"""Telegram, and every server that speaks its Bot API.

channel    polling, webhook, sending      said      an update as what a person did
keys       our buttons as the vendor's    failing   the vendor's errors as our few failures
asking     one call within its time
"""

from bot.channels.telegram.channel import Telegram, Updates

__all__ = ["Telegram", "Updates"]
