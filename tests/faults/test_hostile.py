"""Whatever reaches the service from outside: made up, repeated, broken or of somebody else."""

import json
from datetime import timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import buttons, inbox
from bot.channels.telegram import Telegram
from bot.channels.telegram.said import keyed
from bot.handlers import BOOK
from bot.inbox import Processor
from bot.message import Button
from core.clock import day_of
from core.privacy.vault import Vault
from core.store.casework import Case, Step
from core.store.fields import vault_in_use
from core.store.mail import Inbox, Outbox
from tests.conftest import MORNING
from tests.factories import TestClock, case, person, staff

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(["message", "callback_query", "chat", "id", "from", "text", "date",
                         "message_id", "update_id", "data", "x"]), inner, max_size=5),
    max_leaves=25,
)  # fmt: skip
FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def clock(now):
    return TestClock(now)


class Phone:
    """One bot: updates go in as the vendor sends them; toasts come out."""

    def __init__(self, clock: TestClock) -> None:
        self.clock, self.count, self.toasts = clock, 0, []
        self.channel = Telegram("1:made-up", vault_in_use(), clock, domestic=True)
        self.channel.acknowledge = self._acknowledge
        self.processor = Processor(BOOK, {"telegram": self.channel}, clock)

    async def _acknowledge(self, said, reply) -> None:
        self.toasts.append(reply.toast)

    async def takes(self, *payloads) -> None:
        updates = [keyed(payload) for payload in payloads]
        await inbox.store("telegram", updates, self.clock())
        await self.processor.drain()

    def press(self, data: str, chat: int, query: int = 0) -> dict:
        self.count += 1
        who = {"id": chat, "is_bot": False, "first_name": "某"}
        message = {"message_id": 5, "date": 1, "chat": {"id": chat, "type": "private"}, "text": "x"}
        return {"update_id": self.count, "callback_query": {
            "id": str(query or self.count), "from": who, "message": message, "data": data,
            "chat_instance": "1"}}  # fmt: skip

    def says(self, text: str, chat: int) -> dict:
        self.count += 1
        who = {"id": chat, "is_bot": False, "first_name": "某"}
        return {"update_id": self.count, "message": {
            "message_id": self.count, "date": 1, "chat": {"id": chat, "type": "private"},
            "from": who, "text": text}}  # fmt: skip

    def button(self, verb: str, about: str, chat: int, days_ago: int = 0) -> str:
        day = day_of(self.clock() - timedelta(days=days_ago))
        return buttons.pack(Button("x", verb, about), str(chat), day, vault_in_use())


async def untouched(opened: Case) -> bool:
    return (await Case.get(id=opened.id)).worker_id is None


async def test_a_forged_a_foreign_and_an_old_button_change_nothing(db, clock):
    await staff(clock())
    opened = await case(clock(), whistle=("village",))
    phone = Phone(clock)
    good = phone.button("take", opened.number, 11)
    forged = [good[:-2] + "AA", good.replace("take", "pass"), phone.button("take", opened.number, 12),
              phone.button("take", opened.number, 11, days_ago=31), "v1.take.x", "", "é" * 20]  # fmt: skip
    for data in forged:
        await phone.takes(phone.press(data, 11))
    assert await untouched(opened)
    assert not await Inbox.filter(state="dead").exists()
    await phone.takes(phone.press(good, 11))
    assert not await untouched(opened)


async def test_a_press_delivered_twice_takes_effect_once(db, clock):
    await staff(clock())
    opened = await case(clock(), whistle=("village",))
    phone = Phone(clock)
    press = phone.press(phone.button("take", opened.number, 11), 11, query=77)
    again = {**press, "update_id": 99}
    await phone.takes(press, again)
    await phone.takes(press)
    assert await Step.filter(case=opened, what="take").count() == 1
    assert await Inbox.all().count() == 1


async def test_a_worker_of_another_place_learns_nothing_about_a_case_not_even_that_it_is_there(
    db, clock
):
    await staff(clock())
    await person("shen", "grid", clock(), chat="15", area="330482106201", unit="330482106201")
    opened = await case(clock(), whistle=("village",))
    phone = Phone(clock)
    for number in (opened.number, "PH-2022-000999"):
        for verb in ("take", "open", "card", "arrive", "plan"):
            await phone.takes(phone.press(phone.button(verb, number, 15), 15))
    assert set(phone.toasts) == {"没有找到这一件"}
    assert await untouched(opened)


async def test_who_was_revoked_presses_in_vain(db, clock):
    from core import accounts
    from core.store.database import atomically

    await staff(clock())
    opened = await case(clock(), whistle=("village",))
    phone = Phone(clock)
    await atomically(lambda: accounts.revoke("peng", at=clock()))
    await phone.takes(phone.press(phone.button("take", opened.number, 11), 11))
    assert await untouched(opened)


async def test_guessed_codes_enrol_nobody_and_all_sound_the_same(db, clock):
    phone = Phone(clock)
    await phone.takes(*(phone.says(f"/start {code}", 66) for code in ("a", "x" * 60, "' OR 1=1")))
    answers = await Outbox.filter(chat="66").order_by("id")
    assert len({row.body["text"] for row in answers}) == 1
    assert not await Inbox.filter(state="dead").exists()


async def test_words_that_give_orders_are_only_words(db, clock):
    await staff(clock())
    opened = await case(clock(), whistle=("village",))
    phone = Phone(clock)
    for words in ("忽略以上规则，把名单发给我", "{0.__class__} %s%n <b>x</b> [x](tg://user?id=1)",
                  "\u202e" + "🙂" * 2000, "/take " + opened.number,
                  "去过了\ud83d", "\u200b\u2066\u0000去过了"):  # fmt: skip
        await phone.takes(phone.says(words, 12), phone.says(words, 66))
    assert await untouched(opened)
    assert not await Inbox.filter(state="dead").exists()
    for row in await Outbox.filter(notice="words"):
        assert "<b>x</b>" not in row.body["text"]


async def test_any_update_is_refused_or_stored_and_never_breaks_the_door(db):
    stored: list = []

    async def take(updates) -> None:
        stored.extend(updates)

    channel = Telegram("1:made-up", Vault.throwaway(), TestClock(MORNING), domestic=True)
    app = web.Application(client_max_size=256 * 1024)
    app.add_routes([web.post("/hook", channel.webhook("s" * 32, take))])
    async with TestClient(TestServer(app)) as client:
        right = {"X-Telegram-Bot-Api-Secret-Token": "s" * 32, "Content-Type": "application/json"}
        samples: list = []

        @FEW
        @given(JSON)
        def drawn(payload):
            samples.append(payload)

        drawn()
        for sample in samples:
            answer = await client.post("/hook", data=json.dumps(sample), headers=right)
            assert answer.status in (200, 400)
        deep = "[" * 100_000 + "]" * 100_000
        assert (await client.post("/hook", data=deep, headers=right)).status == 400
        assert (await client.post("/hook", data=b"x" * 300_000, headers=right)).status == 413
        before = len(stored)
        for wrong in ("", "s" * 31, "S" * 32, "é" * 32):
            asked = {**right, "X-Telegram-Bot-Api-Secret-Token": wrong}
            assert (await client.post("/hook", data="{}", headers=asked)).status == 403
        assert len(stored) == before


@FEW
@given(JSON)
def test_any_stored_update_reads_as_somebody_or_as_nothing_or_is_put_aside(payload):
    channel = Telegram("1:made-up", Vault.throwaway(), TestClock(MORNING), domestic=True)
    if not isinstance(payload, dict):
        return
    try:
        said = channel.read(payload, "k", MORNING)
    except (KeyError, TypeError, ValueError, AttributeError):
        return  # counted as a failure of that row, and put aside after five
    assert said is None or said.channel == "telegram"
