"""Who takes part: the bot, people with their phones, rooms where several people talk."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
ROLES = ("worker", "resident", "department", "supervisor")


@dataclass(frozen=True)
class Place:
    """A made-up spot that a person can say to be at."""

    name: str
    latitude: float
    longitude: float
    name_en: str = ""

    def in_language(self, language: str) -> str:
        return (language.startswith("en") and self.name_en) or self.name


@dataclass(frozen=True)
class User:
    """A person with an account. *note* stands under the name on the phone.

    *started* False: this person never wrote to the bot, so the bot may not write first.
    """

    id: int
    name: str
    role: str = "resident"
    name_en: str = ""
    note: str = ""
    note_en: str = ""
    language: str = "zh-hans"
    username: str = ""
    started: bool = True
    places: tuple[Place, ...] = ()

    def name_in(self, language: str) -> str:
        return (language.startswith("en") and self.name_en) or self.name

    def note_in(self, language: str) -> str:
        return (language.startswith("en") and self.note_en) or self.note

    def as_user(self, language: str) -> Json:
        seen = {"id": self.id, "is_bot": False, "first_name": self.name_in(language)}
        seen |= {"username": self.username} if self.username else {}
        return seen | {"language_code": language}

    def as_chat(self, language: str) -> Json:
        name = {"username": self.username} if self.username else {}
        return {"id": self.id, "type": "private", "first_name": self.name_in(language)} | name


@dataclass(frozen=True)
class Chat:
    """A room of several people; its id is negative. *bot* is what the bot may do there:
    administrator, member (sees only commands and answers to itself), left or kicked."""

    id: int
    title: str
    members: tuple[int, ...] = ()
    title_en: str = ""
    note: str = ""
    note_en: str = ""
    forum: bool = True
    admins: tuple[int, ...] = ()
    bot: str = "administrator"

    role = "room"

    def name_in(self, language: str) -> str:
        return (language.startswith("en") and self.title_en) or self.title

    def note_in(self, language: str) -> str:
        return (language.startswith("en") and self.note_en) or self.note

    def as_chat(self, language: str) -> Json:
        room = {"id": self.id, "type": "supergroup", "title": self.name_in(language)}
        return room | ({"is_forum": True} if self.forum else {})


@dataclass(frozen=True)
class BotAccount:
    """The bot's own account, as getMe tells it."""

    token: str
    name: str = "精平扶"
    username: str = "jingpingfu_demo_bot"
    reads_groups: bool = False
    more: Json = field(default_factory=dict)

    @property
    def id(self) -> int:
        return int(self.token.partition(":")[0])

    def as_user(self) -> Json:
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.name,
            "username": self.username,
        }

    def as_me(self) -> Json:
        return {
            **self.as_user(),
            "can_join_groups": True,
            "can_read_all_group_messages": self.reads_groups,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
            **self.more,
        }
