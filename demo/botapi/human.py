"""What a person does with the phone: type, press, send, forward, block.

    api.human(11).say("到了")
    api.human(21).press(message_id, "我们来", chat=-100)

Everything here happens at once and raises Impossible where the app would not let a person do it.
"""

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from demo.botapi.asked import Upload
from demo.botapi.happenings import stand
from demo.botapi.keyboards import buttons
from demo.botapi.people import Json, User
from demo.botapi.reactions import react
from demo.botapi.refused import Impossible
from demo.botapi.rooms import Room
from demo.botapi.silence import SECONDS, voice_note
from demo.botapi.texts import typed

if TYPE_CHECKING:
    from demo.botapi.server import BotApi

NOT_PASSED_ON = (
    *("message_id", "from", "chat", "date", "edit_date", "reply_markup"),
    *("message_thread_id", "is_topic_message", "reply_to_message", "media_group_id"),
)


@dataclass(frozen=True)
class Person:
    """The hands of one person. *chat* is a room's id; left out: the private chat with the bot."""

    api: "BotApi"
    user: User

    def say(self, text: str, chat: int | None = None, **where: Any) -> Json:
        """Type and send a text. *where*: topic=…, answering=… (message numbers)."""
        text = text.strip()
        if not text:
            raise Impossible("an empty message cannot be sent")
        return self.send(typed(text), chat, **where)

    def start(self, payload: str = "") -> Json:
        """Open the bot by its link for the first time."""
        return self.say(f"/start {payload}")

    def share_location(
        self, latitude: float, longitude: float, chat: int | None = None, **where: Any
    ) -> Json:
        place = {"latitude": latitude, "longitude": longitude}
        return self.send({"location": place}, chat, **where)

    def share_contact(self, phone_number: str) -> Json:
        contact = {"phone_number": phone_number, "first_name": self.user.name}
        return self.send({"contact": {**contact, "user_id": self.user.id}})

    def send_photo(
        self, data: bytes, caption: str = "", chat: int | None = None, **where: Any
    ) -> Json:
        stored = self.api.files.put("photo", Upload("photo.jpg", data))
        about = {"caption": caption} if caption else {}
        return self.send({"photo": stored.as_photo(), **about}, chat, **where)

    def send_document(
        self, name: str, data: bytes, caption: str = "", chat: int | None = None, **where: Any
    ) -> Json:
        stored = self.api.files.put("document", Upload(name, data))
        about = {"caption": caption} if caption else {}
        return self.send({"document": stored.as_document(), **about}, chat, **where)

    def send_voice(
        self,
        data: bytes | None = None,
        seconds: int = SECONDS,
        chat: int | None = None,
        **where: Any,
    ) -> Json:
        """A voice note; without *data* it is silence."""
        stored = self.api.files.put("voice", Upload("voice.ogg", data or voice_note()))
        return self.send({"voice": stored.as_voice(seconds)}, chat, **where)

    def send(
        self,
        content: Json,
        chat: int | None = None,
        *,
        topic: int | None = None,
        answering: int | None = None,
        tmp: str = "",
    ) -> Json:
        """A message with *content*; *tmp* is the phone's own name for it."""
        room = self._room(chat)
        if room.standing == "blocked":
            raise Impossible("the bot is blocked; unblock it first")
        if room.standing == "stranger":
            room.standing = "member"
        if topic:
            content = {**content, "message_thread_id": topic, "is_topic_message": True}
        if answering:
            content = {**content, "reply_to_message": self._message(room, answering)}
        message = self.api.post(room, self._me(), content, tmp=tmp)
        if _heard(self.api, room, message):
            self.api.updates.push("message", message, room.id, message["message_id"])
        return message

    def press(
        self, message_id: int, button: str, chat: int | None = None, *, forged: bool = False
    ) -> str:
        """Press the inline button with this label or data; the id of the query.

        *forged*: send *button* as data although no such button is there (an old or a false app).
        """
        room = self._room(chat)
        message = self._message(room, message_id)
        data = button if forged else _data_of(message, button)
        query_id = self.api.ask(room, message_id, self.user.id, data)
        query = {
            "id": query_id,
            "from": self._me(),
            "chat_instance": str(room.id),
            "message": message,
        }
        self.api.updates.push("callback_query", {**query, "data": data}, room.id)
        return query_id

    def forward(self, message_id: int, to: int, chat: int | None = None) -> Json:
        """Pass a message on to another chat of mine."""
        room, target = self._room(chat), self._room(to)
        source = self._message(room, message_id)
        if source.get("has_protected_content"):
            raise Impossible("this message is protected and cannot be forwarded")
        origin = {"type": "user", "sender_user": source["from"], "date": source["date"]}
        content = {k: v for k, v in source.items() if k not in NOT_PASSED_ON}
        return self.send({**content, "forward_origin": origin}, target.id)

    def edit(self, message_id: int, text: str, chat: int | None = None) -> Json:
        """Correct a text of mine."""
        room = self._room(chat)
        old = self._message(room, message_id)
        if old["from"]["id"] != self.user.id or "text" not in old:
            raise Impossible("only one's own texts can be corrected")
        changed = {**old, **typed(text), "edit_date": self.api.now()}
        room.messages[message_id] = changed
        self.api.show(room, changed, "edit")
        self.api.updates.push("edited_message", changed, room.id, message_id)
        return changed

    def react(self, message_id: int, emoji: str, chat: int | None = None) -> None:
        """React to a message; "" takes it back."""
        room = self._room(chat)
        self._message(room, message_id)
        before = react(self.api, room, message_id, self.user.id, emoji)
        told = {
            "chat": self.api.chat_json(room),
            "message_id": message_id,
            "user": self._me(),
            "date": self.api.now(),
            "old_reaction": [{"type": "emoji", "emoji": e} for e in before],
            "new_reaction": [{"type": "emoji", "emoji": emoji}] if emoji else [],
        }
        self.api.updates.push("message_reaction", told, room.id)

    def block(self) -> None:
        """Stop the bot: it can no longer write to me."""
        stand(self.api, self._room(None), "blocked", self._me())

    def unblock(self) -> None:
        stand(self.api, self._room(None), "member", self._me())

    def _me(self) -> Json:
        return self.api.user_json(self.user.id)

    def _room(self, chat: int | None) -> Room:
        room = self.api.rooms.get(chat or self.user.id)
        if not room or not room.member(self.user.id):
            raise Impossible("this person is not in that chat")
        return room

    def _message(self, room: Room, number: int) -> Json:
        if number not in room.messages:
            raise Impossible("that message is not there (any more)")
        return copy.deepcopy(room.messages[number])


def _heard(api: "BotApi", room: Room, message: Json) -> bool:
    """Whether the bot hears it: in groups a plain member hears commands and answers only."""
    if room.standing in ("left", "kicked"):
        return False
    if not room.group or room.standing == "administrator" or api.bot.reads_groups:
        return True
    answered = message.get("reply_to_message", {}).get("from", {}).get("id")
    spoken = str(message.get("text", ""))
    to_the_bot = spoken.startswith("/") or f"@{api.bot.username}" in spoken
    return to_the_bot or answered == api.bot.id


def _data_of(message: Json, button: str) -> str:
    for one in buttons(message.get("reply_markup")):
        if "callback_data" in one and button in (one["callback_data"], one["text"]):
            return str(one["callback_data"])
    raise Impossible("there is no such button under that message (any more)")
