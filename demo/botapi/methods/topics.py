"""Topics of a forum: opened, renamed, closed."""

from typing import TYPE_CHECKING

from demo.botapi.asked import Asked
from demo.botapi.people import Json
from demo.botapi.refused import bad
from demo.botapi.rooms import Room

if TYPE_CHECKING:
    from demo.botapi.server import BotApi

COLOURS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)


def createForumTopic(api: "BotApi", asked: Asked) -> Json:
    room, name = _forum(api, asked), asked.text("name").strip()
    if not 1 <= len(name) <= 128:
        raise bad("TOPIC_TITLE_INVALID" if name else "TOPIC_TITLE_EMPTY")
    colour = asked.whole("icon_color", COLOURS[room.last_id % len(COLOURS)])
    if colour not in COLOURS:
        raise bad("TOPIC_ICON_COLOR_INVALID")
    opened = {"forum_topic_created": {"name": name, "icon_color": colour}}
    message = api.post(room, api.bot.as_user(), opened, service=True)
    number = message["message_id"]
    message |= {"message_thread_id": number, "is_topic_message": True}
    room.topics[number] = {"name": name, "icon_color": colour, "closed": False}
    _tell(api, room)
    return {"message_thread_id": number, "name": name, "icon_color": colour}


def editForumTopic(api: "BotApi", asked: Asked) -> bool:
    room, topic = _topic(api, asked)
    if asked.text("name"):
        topic["name"] = asked.text("name")
    return _tell(api, room)


def closeForumTopic(api: "BotApi", asked: Asked) -> bool:
    return _set_closed(api, asked, True)


def reopenForumTopic(api: "BotApi", asked: Asked) -> bool:
    return _set_closed(api, asked, False)


def deleteForumTopic(api: "BotApi", asked: Asked) -> bool:
    room, _ = _topic(api, asked)
    number = asked.whole("message_thread_id")
    del room.topics[number]
    gone = [n for n, m in room.messages.items() if m.get("message_thread_id") == number]
    for message in gone:
        del room.messages[message]
        api.lines.tell(room.id, "deleted", message_id=message)
    return _tell(api, room)


def _forum(api: "BotApi", asked: Asked) -> Room:
    room = api.room(asked)
    if not getattr(room.who, "forum", False):
        raise bad("the chat is not a forum")
    room.check_writable()
    room.check_admin("create a topic")
    return room


def _topic(api: "BotApi", asked: Asked) -> tuple[Room, Json]:
    room = _forum(api, asked)
    topic = room.topics.get(asked.whole("message_thread_id"))
    if topic is None:
        raise bad("TOPIC_ID_INVALID")
    return room, topic


def _set_closed(api: "BotApi", asked: Asked, closed: bool) -> bool:
    room, topic = _topic(api, asked)
    if topic["closed"] == closed:
        raise bad("TOPIC_NOT_MODIFIED")
    topic["closed"] = closed
    return _tell(api, room)


def _tell(api: "BotApi", room: Room) -> bool:
    api.lines.tell(room.id, "topics", topics=dict(room.topics))
    return True
