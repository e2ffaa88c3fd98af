"""How the bot hears: asking for updates, or having them brought."""

from typing import TYPE_CHECKING

from demo.botapi.asked import Asked
from demo.botapi.people import Json
from demo.botapi.refused import conflict
from demo.botapi.updates import wanted_kinds
from demo.botapi.webhook import Target

if TYPE_CHECKING:
    from demo.botapi.server import BotApi

LONGEST_POLL = 50


def getMe(api: "BotApi", asked: Asked) -> Json:
    return api.bot.as_me()


async def getUpdates(api: "BotApi", asked: Asked) -> list[Json]:
    if api.webhook.target:
        raise conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    _remember_wanted(api, asked)
    limit = min(max(asked.whole("limit", 100), 1), 100)
    timeout = min(max(asked.whole("timeout"), 0), LONGEST_POLL)
    return await api.updates.take(asked.whole("offset"), limit, timeout)


async def setWebhook(api: "BotApi", asked: Asked) -> bool:
    if not asked.text("url"):
        return await deleteWebhook(api, asked)
    connections = asked.whole("max_connections", 40)
    target = Target.checked(asked.text("url"), asked.text("secret_token"), connections)
    _remember_wanted(api, asked)
    _drop_if_asked(api, asked)
    await api.webhook.point_at(target)
    return True


async def deleteWebhook(api: "BotApi", asked: Asked) -> bool:
    _drop_if_asked(api, asked)
    await api.webhook.point_at(None)
    return True


def getWebhookInfo(api: "BotApi", asked: Asked) -> Json:
    return api.webhook.info()


def logOut(api: "BotApi", asked: Asked) -> bool:
    return True


def close(api: "BotApi", asked: Asked) -> bool:
    return True


def _remember_wanted(api: "BotApi", asked: Asked) -> None:
    if (kinds := asked.thing("allowed_updates")) is not None:
        api.updates.wanted = wanted_kinds(kinds)


def _drop_if_asked(api: "BotApi", asked: Asked) -> None:
    if asked.flag("drop_pending_updates"):
        api.updates.drop_all()
