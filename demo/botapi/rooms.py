"""One chat as it stands now: messages by number, topics, pins, the keyboard below."""

from dataclasses import dataclass, field
from typing import Any

from demo.botapi.people import Chat, Json, User
from demo.botapi.refused import bad, forbidden

AWAY = {
    "blocked": "bot was blocked by the user",
    "deactivated": "user is deactivated",
    "kicked": "bot was kicked from the supergroup chat",
    "left": "bot is not a member of the supergroup chat",
}


@dataclass
class Room:
    """*standing* says whether the bot may write here; *marks* is what only the phone shows."""

    who: User | Chat
    messages: dict[int, Json] = field(default_factory=dict)
    marks: dict[int, Json] = field(default_factory=dict)
    topics: dict[int, Json] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    keyboard: Json | None = None
    standing: str = "member"
    moved_to: int | None = None
    last_id: int = 0

    @classmethod
    def of(cls, who: User | Chat) -> "Room":
        if isinstance(who, User):
            return cls(who, standing="member" if who.started else "stranger")
        return cls(who, standing=who.bot)

    @property
    def id(self) -> int:
        return self.who.id

    @property
    def group(self) -> bool:
        return isinstance(self.who, Chat)

    def add(self, content: Json, **marks: Any) -> Json:
        """A new message under the next number."""
        self.last_id += 1
        message = {"message_id": self.last_id, **content}
        self.messages[self.last_id] = message
        self.marks[self.last_id] = marks
        return message

    def check_writable(self) -> None:
        """Refused if the bot may not write here."""
        if self.moved_to:
            raise bad(
                "group chat was upgraded to a supergroup chat", migrate_to_chat_id=self.moved_to
            )
        if self.standing in AWAY:
            raise forbidden(AWAY[self.standing])
        if self.standing == "stranger":
            raise forbidden("bot can't initiate conversation with a user")

    def check_admin(self, what: str) -> None:
        """Refused if the bot is in a group without the right to *what*."""
        if self.group and self.standing != "administrator":
            raise bad(f"not enough rights to {what}")

    def message(self, number: int | None, what: str) -> Json:
        found = self.messages.get(number or 0)
        if not found:
            raise bad(f"message to {what} not found")
        return found

    def member(self, user_id: int) -> bool:
        return user_id == self.id if isinstance(self.who, User) else user_id in self.who.members

    def forget(self) -> None:
        """Empty again; numbers are never given twice."""
        fresh = Room.of(self.who)
        fresh.last_id = self.last_id
        self.__dict__.update(fresh.__dict__)
