"""What the weights look at: strings of one to three characters, and pairs with one between."""

from core.language.reading.kinship import Mention
from core.language.reading.message import Message

LONGEST = 3
LIMIT = 4000  # characters of a message that are looked at
_PERSON = "亲"  # any kin: 我妈, 儿子, 邻居家小孩
_NUMBER = "#"


def features(message: Message, mentions: list[Mention]) -> frozenset[str]:
    """The strings of a message, with people and numbers made alike."""
    text = _alike(message, mentions)[:LIMIT]
    found = {text[i : i + n] for n in range(1, LONGEST + 1) for i in range(len(text) - n + 1)}
    found.update("~" + text[i] + text[i + 2] for i in range(len(text) - 2))
    return frozenset(found)


def _alike(message: Message, mentions: list[Mention]) -> str:
    out = list(message.text)
    for mention in mentions:
        if mention.relation not in ("self", "family"):
            _replace(out, mention.start, mention.end, _PERSON)
    for number in message.numbers:
        if number.end - number.start > 1 or number.written[0].isdigit():
            _replace(out, number.start, number.end, _NUMBER)
    return "".join(out)


def _replace(out: list[str], start: int, end: int, by: str) -> None:
    out[start:end] = [by] + [""] * (end - start - 1)
