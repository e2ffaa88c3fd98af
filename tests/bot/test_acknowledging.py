"""Spent buttons are taken away where nobody else is sending: another process's pace is not known here."""

import pytest

from bot.channels.telegram import Telegram
from bot.message import Button, Incoming, Message, Press, Reply
from core.privacy.vault import Vault
from demo.botapi import BotApi, User, application, serving
from tests.conftest import MORNING
from tests.factories import TestClock

BUTTON = Button("我来", "take", "PH-2022-000001")


@pytest.mark.parametrize("alone", [True, False])
async def test_spent_buttons_go_unless_another_process_sends(alone):
    api = BotApi([User(11, "彭老师", "worker")])
    async with serving(application(api)) as root:
        channel = Telegram(
            api.token, Vault.throwaway(), TestClock(MORNING), root=root, domestic=True
        )
        channel.speaks = lambda: alone
        await channel.start()
        number = await channel.send("11", Message("x", rows=((BUTTON,),)), None)
        api.human(11).press(int(number), BUTTON.label)
        [update] = await channel.bot.get_updates()
        query = update.callback_query.id
        press = Press(BUTTON.verb, BUTTON.about, message_id=number, query=query)
        heard = Incoming("telegram", "11", "11", "k", MORNING, press=press)
        await channel.acknowledge(heard, Reply(toast="好", clear_buttons=True))
        await channel.stop()
        asked = [row["method"] for row in api.truth.where("call")]
    assert "answerCallbackQuery" in asked
    assert ("editMessageReplyMarkup" in asked) is alone
