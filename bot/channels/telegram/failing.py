"""A vendor's errors as our few failures."""

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
)

from bot.channels import (
    BadContent,
    MaybeSent,
    Moved,
    NotSent,
    OutOfReach,
    SendFailed,
    TokenRefused,
    Wait,
)

UNTOLD = 30.0  # seconds
NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


def sorted_out(error: Exception) -> SendFailed:
    """Which of our few failures a vendor's error is; BadRequest and TimedOut are NetworkErrors."""
    why = type(error).__name__
    if isinstance(error, RetryAfter):
        after = error.retry_after
        return Wait(float(after if isinstance(after, int) else after.total_seconds()))
    if "too many requests" in str(error).lower():  # a proxy's 429 does not say how long
        return Wait(UNTOLD)
    if isinstance(error, Forbidden):
        return OutOfReach(why)
    if isinstance(error, ChatMigrated):
        return Moved(str(error.new_chat_id))
    if isinstance(error, InvalidToken):
        return TokenRefused(why)
    if isinstance(error, BadRequest):
        gone = "chat not found" in error.message.lower()
        return OutOfReach(why) if gone else BadContent(error.message[:80])
    if isinstance(error, NetworkError) and isinstance(error.__cause__, NEVER_LEFT):
        return NotSent(why)
    return MaybeSent(why)
