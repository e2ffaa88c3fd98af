"""A channel that leaves the country carries no name: not in words, not on a button, not in a picture."""

from datetime import date

from bot.message import Button, Message
from bot.messages import roster as words
from bot.pointing import pointer
from core.store.helping import Turn
from core.store.mail import Outbox
from tests.factories import CITY, case, staff

TURNS = [
    Turn(id=n, kind="patrol", subject=f"p{n}", household="陈家", region="330482102201",
         due=date(2022, 7, 17), names={"head": name, "who": name})
    for n, name in enumerate(("陈阿毛", "陈阿珍"), 1)
]  # fmt: skip


def spoken(message):
    return repr(message.to_json())


async def row_of(now):
    await staff(now)
    opened = await case(now)
    return await Outbox.filter(case=opened).first().prefetch_related("case", "account")


async def test_a_question_whose_buttons_are_names_goes_abroad_without_them(db, now):
    row = await row_of(now)
    for message in (
        words.which(TURNS, "zh"),
        words.open_list(TURNS, CITY, "zh", date(2022, 7, 15), "1"),
    ):
        assert "陈阿毛" in spoken(message) and message.rows
        sent = pointer(message, row)
        assert "陈阿" not in spoken(sent) and not sent.rows
        assert row.case.number in sent.text


async def test_typed_answers_under_the_input_are_taken_away_too(db, now):
    row = await row_of(now)
    asked = Message("谁？", keyboard=(("陈阿毛",),), private=True)
    assert pointer(asked, row).keyboard == ()
    assert pointer(Message("名字", private=True), row).keyboard is None


async def test_what_holds_no_name_keeps_its_buttons_and_loses_only_its_picture(db, now):
    row = await row_of(now)
    card = Message("有一户", rows=((Button("我来", "take", "1"),),), picture={"kind": "card"})
    sent = pointer(card, row)
    assert sent.rows == card.rows and sent.text == card.text and sent.picture is None
    plain = Message("早上好")
    assert pointer(plain, row) is plain
