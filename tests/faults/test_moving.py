"""F45: a group becomes a supergroup; what is ours there goes to the new id, whoever tells us first."""

import pytest

from bot import inbox
from bot.channels.telegram import Telegram
from bot.channels.telegram.said import keyed
from bot.deliver import Sender
from bot.handlers import BOOK
from bot.inbox import Processor
from bot.pace import Pace
from core import accounts
from core.cases import calls
from core.drawing import nothing
from core.store.casework import Call
from core.store.database import atomically
from core.store.fields import vault_in_use
from core.store.mail import Inbox, Outbox, Talk
from core.store.people import Binding
from demo.botapi import BotApi, Chat, Limits, User, application, serving
from demo.botapi.happenings import move_group
from tests.factories import TestClock, case, staff

OLD, NEW, WU = -500, -1009900000500, 22


@pytest.fixture
async def office(both, now):
    """The town's office reads in a group; a bot that serves it, and the vendor."""
    clock, people = TestClock(now), await staff(now)
    await atomically(lambda: accounts.bind(people["wu"], "telegram", str(OLD), at=now))
    phones = [User(n, "某", "worker") for n in (11, 12, 13, 21, WU)]
    api = BotApi(phones, [Chat(OLD, "镇办", (WU, 21))], limits=Limits(on=False))
    async with serving(application(api)) as root:
        bot = Bot(api, root, clock)
        await bot.channel.start()
        yield bot
        await bot.channel.stop()


class Bot:
    def __init__(self, api: BotApi, root: str, clock: TestClock) -> None:
        self.api, self.clock = api, clock
        token = "9900000001:made-up-token-for-this-machine-only"
        self.channel = Telegram(token, vault_in_use(), clock, root=root, domestic=True)
        pace = Pace(overall=9999, per_chat=0, per_group=9999)
        self.sender = Sender({"telegram": self.channel}, clock, nothing, pace)
        self.processor = Processor(BOOK, {"telegram": self.channel}, clock)

    async def sends(self) -> None:
        await self.sender.start("test")
        await self.sender.drain()

    async def hears(self) -> None:
        updates = [keyed(one.update) for one in self.api.updates.waiting.values()]
        await inbox.store("telegram", updates, self.clock())
        await self.processor.drain()

    def texts(self, chat: int) -> list[str]:
        return [m["text"] for m in self.api.rooms[chat].messages.values() if "text" in m]

    def moves(self) -> None:
        move_group(self.api, OLD, NEW)


async def everything_moved() -> None:
    assert not await Binding.filter(chat=str(OLD)).exists()
    assert (await Binding.get(chat=str(NEW))).unreachable_since is None
    assert not await Talk.filter(chat__startswith=str(OLD)).exists()
    assert not await Outbox.filter(chat=str(OLD)).exclude(state="sent").exists()


async def test_a_send_to_the_old_id_arrives_at_the_new_one(office):
    office.moves()
    await case(office.clock())
    await office.sends()
    assert not office.texts(OLD)
    [text] = office.texts(NEW)
    assert "可能重复" not in text
    await everything_moved()


async def test_what_stood_in_the_old_group_is_said_anew_in_the_new_one(office):
    """An edit meets the move: there is nothing to edit in the new group, so it is sent."""
    opened = await case(office.clock())
    await office.sends()
    assert len(office.texts(OLD)) == 1
    office.moves()
    zhou = await accounts.who(await accounts.by_handle("zhou"))
    call = await Call.get(case=opened, unit="M02").prefetch_related("case")
    await atomically(lambda: calls.report_in(call, zhou, at=office.clock()))
    await office.sends()
    [text] = office.texts(NEW)
    assert "可能重复" not in text and len(office.texts(OLD)) == 1
    await everything_moved()


async def test_the_vendors_own_word_moves_what_waits_before_anything_is_tried(office):
    await case(office.clock())
    office.api.human(WU).say("待办", chat=OLD)
    await office.hears()
    assert await Outbox.filter(chat=str(OLD), state="pending").exists(), "an answer waits there"
    await Talk.create(channel="telegram", chat=f"{OLD}:{WU}", awaits="x", updated_at=office.clock())
    office.moves()
    await office.hears()
    await everything_moved()
    assert await Talk.filter(chat=f"{NEW}:{WU}").exists(), "our question there is not forgotten"
    assert not await Inbox.filter(state="dead").exists()
    await office.sends()
    assert not office.api.truth.where("call", chat=OLD), "the old group was tried in vain"
    assert len(office.texts(NEW)) == 2, "the answer and the whistle"


async def test_somebody_who_spoke_in_the_new_group_first_is_no_obstacle(office):
    """The new chat is bound already when the old one is tried: one binding is left, nothing hangs."""
    office.moves()
    people = await accounts.by_handle("wu")
    await Binding.create(account=people, channel="telegram", chat=str(NEW), active=True,
                         created_at=office.clock())  # fmt: skip
    for chat in (OLD, NEW):
        await Talk.create(channel="telegram", chat=f"{chat}:{WU}", awaits=str(chat),
                          updated_at=office.clock())  # fmt: skip
    opened = await case(office.clock())
    await Outbox.filter(case=opened, notice="unit.whistle", account=people).update(
        channel="telegram", chat=str(OLD)
    )
    await office.sends()
    await everything_moved()
    assert (await Talk.get()).awaits == str(NEW), "what was said later"
    assert len(office.texts(NEW)) == 1
