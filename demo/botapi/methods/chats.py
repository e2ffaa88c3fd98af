"""What the bot may know of chats and people, and what it pins."""

from typing import TYPE_CHECKING

from demo.botapi.asked import Asked
from demo.botapi.people import Json
from demo.botapi.refused import bad
from demo.botapi.rooms import Room

if TYPE_CHECKING:
    from demo.botapi.server import BotApi

RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
)


def getChat(api: "BotApi", asked: Asked) -> Json:
    room = api.room(asked)
    told: Json = {
        **api.chat_json(room),
        "accent_color_id": abs(room.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    }
    if room.pinned:
        told["pinned_message"] = room.messages[room.pinned[-1]]
    return told


def getChatMember(api: "BotApi", asked: Asked) -> Json:
    room, user = api.room(asked), asked.whole("user_id")
    if user == api.bot.id:
        return _bot_as_member(api, room)
    if user not in api.users:
        raise bad("invalid user_id specified")
    return _member(api, room, user)


def getChatAdministrators(api: "BotApi", asked: Asked) -> list[Json]:
    room = api.room(asked)
    if not room.group:
        raise bad("there are no administrators in the private chat")
    people = [_member(api, room, user) for user in getattr(room.who, "admins", ())]
    return people + ([_bot_as_member(api, room)] if room.standing == "administrator" else [])


def getChatMemberCount(api: "BotApi", asked: Asked) -> int:
    room = api.room(asked)
    return len(getattr(room.who, "members", (1,))) + 1


def pinChatMessage(api: "BotApi", asked: Asked) -> bool:
    room = _pinnable(api, asked)
    number = room.message(asked.number("message_id"), "pin")["message_id"]
    room.pinned = [pinned for pinned in room.pinned if pinned != number] + [number]
    return _tell_pinned(api, room)


def unpinChatMessage(api: "BotApi", asked: Asked) -> bool:
    room = _pinnable(api, asked)
    number = asked.number("message_id") or (room.pinned[-1] if room.pinned else None)
    if number not in room.pinned:
        raise bad("message to unpin not found")
    room.pinned.remove(number)
    return _tell_pinned(api, room)


def unpinAllChatMessages(api: "BotApi", asked: Asked) -> bool:
    room = _pinnable(api, asked)
    room.pinned = []
    return _tell_pinned(api, room)


def _pinnable(api: "BotApi", asked: Asked) -> Room:
    room = api.room(asked)
    room.check_writable()
    room.check_admin("manage pinned messages in the chat")
    return room


def _tell_pinned(api: "BotApi", room: Room) -> bool:
    api.lines.tell(room.id, "pinned", pinned=list(room.pinned))
    return True


def _member(api: "BotApi", room: Room, user: int) -> Json:
    person = {"user": api.user_json(user)}
    if user in getattr(room.who, "admins", ()):
        return {**person, "status": "administrator", **_rights()}
    return {**person, "status": "member" if room.member(user) else "left"}


def _bot_as_member(api: "BotApi", room: Room) -> Json:
    person = {"user": api.bot.as_user()}
    if room.standing == "administrator":
        return {**person, "status": "administrator", **_rights()}
    gone = room.standing in ("left", "kicked", "blocked", "stranger")
    return {**person, "status": "left" if gone else "member"}


def _rights() -> Json:
    return {"can_be_edited": False, "is_anonymous": False, **dict.fromkeys(RIGHTS, True)}
