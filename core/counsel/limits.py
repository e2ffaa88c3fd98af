"""How much somebody nobody introduced may ask: plenty for a family, too little for a machine.

A cry for help is always heard; only how often it rings on the same phone has an end.
"""

from datetime import datetime, timedelta

from core.access import Who
from core.cases.states import OPEN
from core.counsel.whereabouts import is_guest
from core.store.consulting import Consultation
from core.store.mail import Inbox, Outbox
from core.store.people import Account

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
IN_AN_HOUR, IN_A_DAY = 40, 120  # messages of one chat
RINGS_IN_AN_HOUR = 6  # of one resident, on one phone
APPLICATIONS = 2  # under way at a time
LOOK_BACK = 5000  # stored messages that are looked through


class EnoughUnderWay(Exception):
    """This guest has as many applications under way as one may have."""


async def over_limit(who: Who, channel: str, chat: str, *, at: datetime, key: str = "") -> int:
    """By how many messages a guest's chat is above its limit now; 0 for everybody within it."""
    return await above_limit(channel, chat, key=key, at=at) if is_guest(who) else 0


async def above_limit(channel: str, chat: str, *, key: str, at: datetime) -> int:
    """By how many a chat was above the limit of guests with its message *key*, which came *at*.

    What came after it does not count: of a flood that lies stored already, the first are answered.
    """
    this = await Inbox.get_or_none(channel=channel, update_key=key)
    last = this or await Inbox.all().order_by("-id").first()
    if last is None:
        return 0
    rows = Inbox.filter(channel=channel, chat=chat, id__lte=last.id, id__gt=last.id - LOOK_BACK)
    hour = await rows.filter(received_at__gt=at - HOUR).count()
    day = await rows.filter(received_at__gt=at - DAY).count()
    return max(0, hour - IN_AN_HOUR, day - IN_A_DAY)


async def demand_room(who: Who) -> None:
    """Raises EnoughUnderWay for a guest who has applied often enough."""
    under_way = Consultation.filter(account_id=who.id, case__state__in=OPEN)
    if is_guest(who) and await under_way.count() >= APPLICATIONS:
        raise EnoughUnderWay


async def rang_enough(helper: Account, who: Who, *, at: datetime) -> bool:
    """Whether *helper*'s phone rang for this resident so often within the hour that it is known."""
    rung = await Outbox.filter(
        account_id=helper.id, notice="worker.resident", created_at__gt=at - HOUR
    )
    return len([row for row in rung if (row.body or {}).get("from") == who.id]) >= RINGS_IN_AN_HOUR
