"""What happens to chats from outside: people block the bot, groups move, accounts end."""

from typing import TYPE_CHECKING

from demo.botapi.people import Chat, Json
from demo.botapi.refused import Impossible
from demo.botapi.rooms import Room

if TYPE_CHECKING:
    from demo.botapi.server import BotApi


def stand(api: "BotApi", room: Room, standing: str, by: Json) -> None:
    """The bot's standing in a chat changes, and the bot is told."""
    if room.standing == standing:
        return
    old, room.standing = room.standing, standing
    told = {
        "chat": api.chat_json(room),
        "from": by,
        "date": api.now(),
        "old_chat_member": _as_member(api, old),
        "new_chat_member": _as_member(api, standing),
    }
    api.updates.push("my_chat_member", told, room.id)
    api.lines.tell(room.id, "standing", standing=standing)


def deactivate(api: "BotApi", user_id: int) -> None:
    """The account is gone; the bot is not told, it finds out when it writes."""
    api.rooms[user_id].standing = "deactivated"


def move_group(api: "BotApi", chat_id: int, new_id: int) -> Room:
    """The group became a supergroup with a new id; the old one answers with the new id."""
    room = api.rooms.get(chat_id)
    if not room or not isinstance(room.who, Chat) or new_id in api.rooms:
        raise Impossible("only a group can move, and only to an id that is free")
    moved = Chat(**{**vars(room.who), "id": new_id})
    api.rooms[new_id] = Room.of(moved)
    room.moved_to = new_id
    owner = api.user_json(moved.members[0])
    for at, content in (
        (room, {"migrate_to_chat_id": new_id}),
        (api.rooms[new_id], {"migrate_from_chat_id": chat_id}),
    ):
        message = api.post(at, owner, content, service=True)
        api.updates.push("message", message, at.id)
    return api.rooms[new_id]


def _as_member(api: "BotApi", standing: str) -> Json:
    gone = standing in ("blocked", "kicked")
    status = "kicked" if gone else {"left": "left", "stranger": "left"}.get(standing, "member")
    member = {"user": api.bot.as_user(), "status": status}
    return member | ({"until_date": 0} if gone else {})
