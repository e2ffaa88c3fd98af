"""From the alert to the visit to the whistle: every line of the log and every message names its request."""

import re

from bot import answering
from bot.handlers import BOOK
from bot.message import Incoming, Press
from core.house import House
from core.store.casework import Case
from core.store.database import atomically
from core.store.mail import Inbox, Outbox
from core.store.timetable import Job
from core.tracing import current, request, update_under_way
from scheduler.timetable import Entry, Timetable
from tests.core.test_logs import told
from tests.factories import case, staff

__all__ = ["told"]
LINE = re.compile(r"(\w+)=(\"[^\"]*\"|'[^']*'|\S+)")


def lines(text: str, event: str) -> list[dict[str, str]]:
    """The lines of one event, as what stands in them."""
    found = [line for line in text.splitlines() if re.search(rf"\b{event}\b", line)]
    return [{k: v.strip("'\"") for k, v in LINE.findall(line)} for line in found]


async def test_an_alert_a_visit_and_a_whistle_can_be_followed_by_their_requests(db, now, told):
    await staff(now)

    async def night(_house, _slot):
        await case(now, whistle=("M02", "village"))
        return {}

    house = House(None, None, None, None, lambda: now)
    entry = Entry("sweep", "30 8 * * *", night, "all")
    await Job.create(name="sweep", watermark=now.replace(hour=0))
    assert await Timetable([entry], house, "me").run_due() == 1
    opened = await Case.get()
    for number, press in ((7, Press("take", opened.number)), (8, None)):
        said = Incoming(channel="telegram", chat="11", sender="11", key=f"k{number}", at=now,
                        press=press, text="" if press else f"{opened.number} 去过了，人在家")  # fmt: skip
        await Inbox.create(id=number, channel="telegram", update_key=f"k{number}", chat="11",
                           payload={}, received_at=now)  # fmt: skip
        await atomically(lambda said=said, number=number: answering.answer(BOOK, said, number))
    confirm = Incoming(channel="telegram", chat="11", sender="11", key="k9", at=now,
                       press=Press("confirm", opened.number))  # fmt: skip
    await atomically(lambda: answering.answer(BOOK, confirm, 9))

    steps = lines(told.getvalue(), "step")
    assert {line["case"] for line in steps} == {opened.number}
    by_request = {line["request"]: line["what"] for line in steps}
    assert set(by_request) == {"sweep 2022-07-15T08:30", "in7", "in9"}
    assert by_request["in7"] == "take"
    whistles = lines(told.getvalue(), "message_left")
    assert {line["request"] for line in whistles if line["notice"] == "unit.whistle"} >= {
        "sweep 2022-07-15T08:30"
    }
    assert await Outbox.filter(cause=9).exclude(notice="words").exists(), "what the visit set off"
    for name in ("陆水根", "陆杰", "彭老师", "去过了"):
        assert name not in told.getvalue()


async def test_a_request_ends_with_its_work_even_when_that_fails():
    try:
        with request("in7"):
            assert (current(), update_under_way()) == ("in7", 7)
            raise RuntimeError
    except RuntimeError:
        pass
    assert (current(), update_under_way()) == ("", None)
    with request("sweep 2022-07-15T02:30"):
        assert update_under_way() is None
