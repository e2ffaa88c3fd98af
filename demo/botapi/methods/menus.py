"""The commands in the phones' menus, and how the bot describes itself."""

from typing import TYPE_CHECKING

from demo.botapi.asked import Asked
from demo.botapi.commands import Key, checked_commands, scope_key
from demo.botapi.people import Json
from demo.botapi.refused import bad

if TYPE_CHECKING:
    from demo.botapi.server import BotApi


def setMyCommands(api: "BotApi", asked: Asked) -> bool:
    key = _key(api, asked)
    api.commands.lists[key] = checked_commands(asked.thing("commands"))
    api.lines.tell_all("commands")
    return True


def getMyCommands(api: "BotApi", asked: Asked) -> list[Json]:
    return api.commands.lists.get(_key(api, asked), [])


def deleteMyCommands(api: "BotApi", asked: Asked) -> bool:
    api.commands.lists.pop(_key(api, asked), None)
    api.lines.tell_all("commands")
    return True


def setMyDescription(api: "BotApi", asked: Asked) -> bool:
    return _described(asked, "description", 512)


def setMyShortDescription(api: "BotApi", asked: Asked) -> bool:
    return _described(asked, "short_description", 120)


def setMyName(api: "BotApi", asked: Asked) -> bool:
    return _described(asked, "name", 64)


def setChatMenuButton(api: "BotApi", asked: Asked) -> bool:
    return True


def _key(api: "BotApi", asked: Asked) -> Key:
    scope = asked.mapping("scope")
    key = scope_key(scope, asked.text("language_code"))
    if key[1]:
        api.room(Asked(asked.method, scope))
    return key


def _described(asked: Asked, name: str, most: int) -> bool:
    if len(asked.text(name)) > most:
        raise bad(f"{name} is too long")
    return True
