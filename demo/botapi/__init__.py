"""A Bot API on this machine: the same bot that runs against the real service runs against it.

As strict as the real one, with people whose hands a program or a page can be, faults on purpose
and a log of what truly happened. Everything is in memory, nothing leaves the machine.

    api = BotApi([User(11, "彭老师", "worker")])
    async with serving(application(api)) as root:
        bot = Bot(api.token, base_url=root + "/bot", base_file_url=root + "/file/bot")
"""

from demo.botapi.faults import Fault, Faults
from demo.botapi.limits import Limits
from demo.botapi.people import BotAccount, Chat, Place, User
from demo.botapi.refused import Impossible, Refused
from demo.botapi.serve import serving
from demo.botapi.server import TOKEN, BotApi, Times
from demo.botapi.wire import MOST_BYTES, application, routes

__all__ = [
    "MOST_BYTES",
    "TOKEN",
    "BotAccount",
    "BotApi",
    "Chat",
    "Fault",
    "Faults",
    "Impossible",
    "Limits",
    "Place",
    "Refused",
    "Times",
    "User",
    "application",
    "routes",
    "serving",
]
