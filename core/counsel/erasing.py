"""“删掉”: what somebody told us goes, except what an application under way still needs."""

from datetime import datetime

from core import audit
from core.access import Who
from core.cases.states import OPEN
from core.counsel.writing import TURNED_TO
from core.store.consulting import Consultation
from core.store.mail import Inbox, Outbox, Talk


async def erase(who: Who, channel: str, chat: str, *, at: datetime) -> int:
    """Erase this person's words in this chat; how many applications under way keep theirs.

    Raw messages, our answers, half conversations and looks at the rules lose their words at once.
    """
    await Talk.filter(channel=channel, chat=chat).delete()
    await Inbox.filter(channel=channel, chat=chat, state="done").update(payload={})
    await Outbox.filter(channel=channel, chat=chat, case=None).update(body=None)
    await _from_phones(who)
    kept = Consultation.filter(account_id=who.id, case__state__in=OPEN)
    needed = [row.id for row in await kept]
    gone = Consultation.filter(account_id=who.id)
    await (gone.exclude(id__in=needed) if needed else gone).delete()
    await audit.record(who.handle, "erase", channel, at=at)
    return len(needed)


async def _from_phones(who: Who) -> None:
    """His words to others: what has not been sent yet is not sent, unless he was in danger."""
    for row in await Outbox.filter(notice__in=TURNED_TO).exclude(body=None):
        told = row.body or {}
        if told.get("from") == who.id and (row.state == "sent" or not told.get("red")):
            row.body = {**told, "words": ""}
            await row.save(update_fields=["body"])
