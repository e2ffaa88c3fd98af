"""Reactions: one emoji of the usual ones per person and message."""

from typing import TYPE_CHECKING

from demo.botapi.people import Json
from demo.botapi.refused import bad
from demo.botapi.rooms import Room

if TYPE_CHECKING:
    from demo.botapi.server import BotApi

USUAL = (
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 "
    "😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
)
REACTIONS = frozenset(USUAL.split())


def checked_emoji(reaction: Json) -> str:
    """The emoji of a ReactionType, if the service would take it."""
    emoji = str(reaction.get("emoji", "")).replace("\ufe0f", "")
    if reaction.get("type") != "emoji" or emoji not in REACTIONS:
        raise bad("REACTION_INVALID")
    return emoji


def react(api: "BotApi", room: Room, number: int, who: int, emoji: str) -> list[str]:
    """*who* reacts with *emoji*, or takes it back with ""; what it was before."""
    reactions = dict(room.marks[number].get("reactions", {}))
    before = reactions.pop(who, None)
    if emoji:
        reactions[who] = emoji
    room.marks[number]["reactions"] = reactions
    api.lines.tell(room.id, "reactions", message_id=number, reactions=reactions)
    return [before] if before else []
