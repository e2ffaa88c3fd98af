"""The bot's list of commands, per scope and language, as the phones' menus show it."""

import re
from dataclasses import dataclass, field
from typing import Any

from demo.botapi.people import Json
from demo.botapi.refused import bad
from demo.botapi.rooms import Room

NAME = re.compile(r"[a-z0-9_]{1,32}$")
MOST, LONGEST = 100, 256
PLAIN_SCOPES = (
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
)
CHAT_SCOPES = ("chat", "chat_administrators", "chat_member")
Key = tuple[str, int, int, str]


@dataclass
class Commands:
    """Lists by scope, chat, member and language."""

    lists: dict[Key, list[Json]] = field(default_factory=dict)

    def shown(self, room: Room, user_id: int, language: str) -> list[Json]:
        """What this person sees in this chat: the narrowest list there is."""
        for scope in _narrowest_first(room, user_id):
            for spoken in (language.partition("-")[0], ""):
                if found := self.lists.get((*scope, spoken)):
                    return found
        return []


def scope_key(scope: Json, language: str) -> Key:
    """Where a list is kept; Refused for a scope that does not exist."""
    kind = str(scope.get("type", "default"))
    if kind not in (*PLAIN_SCOPES, *CHAT_SCOPES):
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    if language and not re.match(r"[a-z]{2}$", language):
        raise bad("invalid language code specified")
    chat = int(scope.get("chat_id", 0)) if kind in CHAT_SCOPES else 0
    user = int(scope.get("user_id", 0)) if kind == "chat_member" else 0
    return kind, chat, user, language


def checked_commands(given: Any) -> list[Json]:
    """The list if the service would take it."""
    commands = list(given or [])
    if len(commands) > MOST:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    return [_checked(command) for command in commands]


def _checked(command: Any) -> Json:
    if not isinstance(command, dict):
        raise bad("can't parse BotCommand: Expected an Object")
    name = str(command.get("command", "")).removeprefix("/")
    described = str(command.get("description", ""))
    if not NAME.match(name):
        raise bad("BOT_COMMAND_INVALID")
    if not 1 <= len(described) <= LONGEST:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": described}


def _narrowest_first(room: Room, user_id: int) -> list[tuple[str, int, int]]:
    if not room.group:
        return [("chat", room.id, 0), ("all_private_chats", 0, 0), ("default", 0, 0)]
    admin = user_id in getattr(room.who, "admins", ())
    here = [("chat_administrators", room.id, 0)] if admin else []
    everywhere = [("all_chat_administrators", 0, 0)] if admin else []
    return [
        ("chat_member", room.id, user_id),
        *here,
        ("chat", room.id, 0),
        *everywhere,
        ("all_group_chats", 0, 0),
        ("default", 0, 0),
    ]
