"""What somebody's phone would show: every waiting message, worded as it would be now."""

from bot import notices
from core.store.mail import Outbox


async def messages_to(who, now):
    rows = Outbox.filter(account_id=who.id, state__in=("pending", "held")).order_by("id")
    worded = [
        await notices.word(row, now) for row in await rows.prefetch_related("account", "case")
    ]
    return [message for message in worded if message]
