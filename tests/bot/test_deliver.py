"""Never lost, never repeated unmarked: whatever the network does, on both databases."""

from datetime import timedelta

import pytest

from bot.channels import BadContent, MaybeSent, NotSent, OutOfReach, TokenRefused, Wait
from bot.deliver import Sender
from bot.deliver.rows import Head
from bot.message import plain
from bot.pace import Pace
from core.drawing import nothing
from core.store.database import atomically, raw
from core.store.mail import Outbox
from core.store.people import Binding
from tests.factories import TestClock, case, person, staff


class Spy:
    """A channel that keeps what it was asked to send; failures come in order, then all is well."""

    name, domestic = "telegram", True

    def __init__(self, *failures: Exception) -> None:
        self.failures, self.sent, self.edited = list(failures), [], []

    async def send(self, chat, message, drawn):
        if self.failures and (failure := self.failures.pop(0)):
            raise failure
        self.sent.append((chat, plain(message.text)))
        return str(len(self.sent))

    async def edit(self, chat, message_id, message):
        self.edited.append((chat, message_id, plain(message.text)))

    def to(self, chat: str) -> list[str]:
        return [text for c, text in self.sent if c == chat]


async def sender(spy: Spy, clock: TestClock) -> Sender:
    made = Sender({"telegram": spy}, clock, nothing, Pace(overall=9999, per_chat=0, per_group=9999))
    await made.start("test")
    return made


@pytest.fixture
def clock(now):
    return TestClock(now)


async def test_everybody_called_gets_it_once(both, clock):
    await staff(clock())
    opened = await case(clock())
    spy = Spy()
    await (await sender(spy, clock)).drain()
    assert sorted(chat for chat, _ in spy.sent) == ["11", "21", "22"]
    assert all(text.startswith((opened.number, "🔔 " + opened.number)) for _, text in spy.sent)
    await (await sender(spy, clock)).drain()
    assert len(spy.sent) == 3


async def test_a_message_that_never_left_goes_again_unmarked(both, clock):
    await staff(clock())
    await case(clock(), whistle=("village",))
    spy = Spy(NotSent())
    out = await sender(spy, clock)
    await out.drain()
    assert spy.to("11") == []
    clock.on(seconds=2)
    await out.drain()
    [text] = spy.to("11")
    assert "可能重复" not in text


async def test_a_message_that_may_have_arrived_goes_again_marked(both, clock):
    await staff(clock())
    await case(clock(), whistle=("village",))
    spy = Spy(MaybeSent())
    out = await sender(spy, clock)
    await out.drain()
    clock.on(seconds=30)
    await out.drain()
    assert spy.to("11") == []  # it waits a minute for a tap on the first copy
    clock.on(seconds=31)
    await out.drain()
    [text] = spy.to("11")
    assert "可能重复" in text.splitlines()[0]


async def test_a_red_one_does_not_wait_for_evidence(both, clock):
    await staff(clock())
    await case(clock(), colour="红", whistle=("village",))
    spy = Spy(MaybeSent())
    out = await sender(spy, clock)
    await out.drain()
    clock.on(seconds=2)
    await out.drain()
    assert "可能重复" in spy.to("11")[0]


async def test_death_between_claim_and_send_leads_to_one_marked_copy(both, clock):
    await staff(clock())
    await case(clock(), whistle=("village",))
    first = await sender(Spy(), clock)
    row = await Outbox.filter(state="pending").first()
    assert await first.carrier.claim(Head(row.id, 0, "telegram", "11"))  # and here the process dies
    spy = Spy()
    await (await sender(spy, clock)).drain()
    assert len(spy.to("11")) == 1
    assert "可能重复" in spy.to("11")[0]


async def test_a_sender_declared_dead_can_claim_nothing(both, clock):
    await staff(clock())
    await case(clock(), whistle=("village",))
    dead = await sender(Spy(), clock)
    await sender(Spy(), clock)
    row = await Outbox.filter(state="pending").first()
    assert not await dead.carrier.claim(Head(row.id, 0, "telegram", "11"))


async def test_the_same_attempt_is_claimed_by_one_only(both, clock):
    await staff(clock())
    await case(clock(), whistle=("village",))
    out = await sender(Spy(), clock)
    row = await Outbox.filter(state="pending").first()
    assert await out.carrier.claim(Head(row.id, 0, "telegram", "11"))
    assert not await out.carrier.claim(Head(row.id, 0, "telegram", "11"))


async def test_a_wait_holds_up_only_that_chat(both, clock):
    await staff(clock())
    await case(clock())
    spy = Spy(Wait(600))
    await (await sender(spy, clock)).drain()
    assert len(spy.sent) == 2
    held = await Outbox.get(state="pending")
    assert held.not_before > clock() + timedelta(seconds=599)
    assert held.maybe == 0


async def test_somebody_out_of_reach_is_replaced_by_the_office_at_once(both, clock):
    await staff(clock())
    opened = await case(clock(), whistle=("village",))
    spy = Spy(OutOfReach())
    out = await sender(spy, clock)
    await out.drain()
    assert (await Binding.get(chat="11")).unreachable_since == clock()
    assert any(opened.number in text and "收不到消息" in text for text in spy.to("22"))
    assert any(opened.number in text for text in spy.to("13"))


async def test_a_refused_token_stops_sending_and_keeps_everything(both, clock):
    await staff(clock())
    await case(clock())
    spy = Spy(TokenRefused())
    out = await sender(spy, clock)
    await out.drain()
    kept = await Outbox.filter(state="pending").count()
    assert out.broken
    assert kept + len(spy.sent) == 3


async def test_a_refused_text_becomes_a_matter_for_people_not_a_loop(both, clock):
    await staff(clock())
    await case(clock(), whistle=("village",))
    out = await sender(Spy(BadContent()), clock)
    await out.drain()
    assert (await Outbox.get()).state == "undeliverable"


async def test_nothing_goes_to_somebody_without_a_chat_and_nothing_is_lost(both, clock):
    await person("peng", "grid", clock(), area="330482102201", unit="330482102201")
    await case(clock(), whistle=("village",))
    spy = Spy()
    await (await sender(spy, clock)).drain()
    assert spy.sent == []
    assert (await Outbox.get()).state == "pending"


async def test_a_newer_state_replaces_an_older_one_that_was_not_sent(both, clock):
    await staff(clock())
    opened = await case(clock(), whistle=("village",))
    from core.cases.hearing import tell_worker
    from core.store.people import Account

    opened.steps += 1
    worker = await Account.get(handle="peng")
    await atomically(lambda: tell_worker(opened, worker, at=clock()))
    spy = Spy()
    await (await sender(spy, clock)).drain()
    assert len(spy.to("11")) == 1
    assert await Outbox.filter(state="cancelled").count() == 1


async def test_a_case_is_one_message_edited_in_place(both, clock):
    staff_ = await staff(clock())
    opened = await case(clock(), whistle=("village",))
    spy = Spy()
    out = await sender(spy, clock)
    await out.drain()
    from core import accounts
    from core.cases import work

    who = await accounts.who(staff_["peng"])
    await atomically(lambda: work.take(opened, who, at=clock()))
    await out.drain()
    assert len(spy.to("11")) == 1
    [(chat, shown, text)] = [e for e in spy.edited if e[0] == "11"]
    assert (chat, shown) == ("11", "1")
    assert "彭老师接了" in text


async def test_messages_of_one_family_keep_their_order(both, clock):
    await staff(clock())
    for n in range(5):
        await case(clock(), whistle=("village",), subject=f"p{n}", household="H1")
    spy = Spy()
    await (await sender(spy, clock)).drain()
    numbers = [text.split()[0] for text in spy.to("11")]
    assert numbers == sorted(numbers)


async def test_a_foreign_channel_gets_a_pointer_instead_of_a_residents_words(both, clock):
    from core import appeals

    await staff(clock())
    lin = await person("lin", "resident", clock(), name="林阿姨", area="330482102201")
    from core import accounts

    who = await accounts.who(lin)
    await atomically(lambda: appeals.ask_person(who, "我摔伤了", at=clock(), key="k"))
    spy = Spy()
    spy.domestic = False
    await (await sender(spy, clock)).drain()
    [text] = spy.to("11")
    assert "摔伤" not in text and "林阿姨" not in text


async def test_every_try_is_on_record(both, clock):
    await staff(clock())
    await case(clock(), whistle=("village",))
    out = await sender(Spy(NotSent()), clock)
    await out.drain()
    clock.on(seconds=2)
    await out.drain()
    tries = await raw("SELECT number, outcome FROM attempt ORDER BY number")
    assert [(t["number"], t["outcome"]) for t in tries] == [(1, "NotSent"), (2, "ok")]


async def answer_in(chat: str, text: str, clock, *, lane: str = "", **more) -> Outbox:
    body = {"text": text, "rows": [], "keyboard": None, "picture": None, "file_name": "",
            "silent": False, "protect": False, "private": False}  # fmt: skip
    return await Outbox.create(
        dedup=f"{chat}{text}", channel="telegram", chat=chat, notice="words", body=body,
        lane=lane or f"talk:{chat}", priority=0, created_at=clock(), not_before=clock(), **more
    )  # fmt: skip


async def test_an_answer_that_may_have_arrived_says_so_too(both, clock):
    await answer_in("11", "谢谢，记好了。\n完", clock)
    spy = Spy(MaybeSent())
    out = await sender(spy, clock)
    await out.drain()
    clock.on(seconds=2)
    await out.drain()
    [text] = spy.to("11")
    assert text.splitlines()[0].startswith("谢谢，记好了。　〔可能重复")


async def test_nothing_overtakes_an_older_message_that_waits_for_another_try(both, clock):
    for words in ("一", "二", "三"):
        await answer_in("11", words, clock)
    spy = Spy(NotSent())
    out = await sender(spy, clock)
    await out.drain()
    assert spy.to("11") == []
    clock.on(seconds=2)
    await out.drain()
    assert spy.to("11") == ["一", "二", "三"]


async def test_people_without_a_chat_keep_nobody_else_waiting(both, clock):
    ghost = await person("ghost", "grid", clock())
    for n in range(80):
        await answer_in("", f"给没有手机的人 {n}", clock, lane=f"l{n}", account=ghost)
    await answer_in("12", "给别人", clock)
    await Outbox.filter(chat="12").update(priority=7)
    spy = Spy()
    await (await sender(spy, clock)).drain()
    assert spy.sent == [("12", "给别人")]


async def test_what_replaces_a_message_that_may_have_arrived_says_so(both, clock):
    staff_ = await staff(clock())
    opened = await case(clock(), whistle=("village",))
    spy = Spy(MaybeSent())
    out = await sender(spy, clock)
    await out.drain()
    from core import accounts
    from core.cases import work

    who = await accounts.who(staff_["peng"])
    await atomically(lambda: work.take(opened, who, at=clock()))
    clock.on(seconds=61)
    await out.drain()
    [text] = spy.to("11")
    assert "可能重复" in text and "彭老师接了" in text


async def test_a_message_whose_time_is_over_expires_and_is_not_sent(both, clock):
    row = await answer_in("11", "晨报", clock, expires_at=clock() + timedelta(hours=1))
    clock.on(hours=2)
    spy = Spy()
    await (await sender(spy, clock)).drain()
    assert spy.sent == []
    assert (await Outbox.get(id=row.id)).state == "expired"


async def test_one_message_that_breaks_us_stops_no_other_and_is_put_aside(both, clock):
    bad = await answer_in("11", "坏的", clock)
    await Outbox.filter(id=bad.id).update(body={"nonsense": 1})
    await answer_in("12", "好的", clock)
    spy = Spy()
    out = await sender(spy, clock)
    for _ in range(6):
        await out.drain()
        clock.on(seconds=30)
    assert spy.sent == [("12", "好的")]
    assert (await Outbox.get(id=bad.id)).state == "undeliverable"


async def test_while_the_network_is_away_only_one_message_at_a_time_is_tried(both, clock):
    for n in range(30):
        await answer_in(str(n), "好", clock)
    spy = Spy(*[MaybeSent() for _ in range(30)])
    out = await sender(spy, clock)
    out.failures.at_once = Pace().at_once
    await out.drain()
    unsure = await Outbox.filter(state="ambiguous").count()
    assert unsure == 30 - len(spy.failures) < 10
    assert out.failures.at_once == 1
