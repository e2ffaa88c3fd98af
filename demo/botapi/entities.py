"""Formatted text, as strict as the service: HTML in, plain text and entities out.

Offsets and lengths are in UTF-16 code units. Anything the service would refuse is refused here
with the same kind of sentence, so a name with a bare "<" breaks a test and not a chat.
"""

import re
from dataclasses import dataclass
from typing import Any

from demo.botapi.refused import bad

Entity = dict[str, Any]
KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,8})|#([0-9]{1,8})|([A-Za-z]+));?")
TAG_NAME = re.compile(r"[^\s>]*")
ATTRIBUTE = re.compile(r"""([^\s=>]+)\s*(?:=\s*("[^"]*"|'[^']*'|[A-Za-z0-9.-]+))?""")
MOST_ENTITIES = 100


def utf16(text: str) -> int:
    """Length in UTF-16 code units, which is how the service counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def byte_at(source: str, at: int) -> int:
    return len(source[:at].encode("utf-8", "surrogatepass"))


@dataclass
class Open:
    """A tag still waiting for its end."""

    tag: str
    attributes: dict[str, str]
    offset: int


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Plain text and entities of *source*; raises Refused like the service."""
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self.source, self.at, self.offset = source, 0, 0
        self.text: list[str] = []
        self.open: list[Open] = []
        self.entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            self._step()
        if self.open:
            tag = self.open[-1].tag
            raise _broken(f'Can\'t find end tag corresponding to start tag "{tag}"')
        self.entities.sort(key=lambda e: (e["offset"], -e["length"]))
        return "".join(self.text), self.entities

    def _step(self) -> None:
        here = self.source[self.at]
        if here == "<":
            (self._end if self.source.startswith("</", self.at) else self._start)()
        elif here == "&" and (found := _reference(self.source, self.at)):
            self._say(found[0])
            self.at = found[1]
        else:
            self._say(here)
            self.at += 1

    def _say(self, letter: str) -> None:
        self.text.append(letter)
        self.offset += utf16(letter)

    def _start(self) -> None:
        begin, place = self.at, byte_at(self.source, self.at)
        tag = _match(TAG_NAME, self.source, begin + 1).lower()
        end = begin + 1 + len(tag)
        if end >= len(self.source):
            raise _broken(f"Unclosed start tag at byte offset {place}")
        if tag not in KINDS:
            raise _broken(f'Unsupported start tag "{tag}" at byte offset {place}')
        attributes, self.at = self._attributes(tag, end, place)
        _check_tag(tag, attributes, place)
        self.open.append(Open(tag, attributes, self.offset))

    def _attributes(self, tag: str, at: int, place: int) -> tuple[dict[str, str], int]:
        found: dict[str, str] = {}
        while True:
            at = _skip_space(self.source, at)
            if at >= len(self.source):
                raise _broken(f'Unclosed start tag "{tag}" at byte offset {place}')
            if self.source[at] == ">":
                return found, at + 1
            match = ATTRIBUTE.match(self.source, at)
            if not match:
                raise _broken(f'Empty attribute name in the tag "{tag}" at byte offset {place}')
            if match[2] is None and match[1] != "expandable":
                raise _broken(
                    "Expected equal sign in declaration of an attribute of the tag "
                    f'"{tag}" at byte offset {place}'
                )
            found[match[1].lower()] = _unquote(match[2] or "")
            at = match.end()

    def _end(self) -> None:
        place = byte_at(self.source, self.at)
        if not self.open:
            raise _broken(f"Unexpected end tag at byte offset {place}")
        tag = _match(TAG_NAME, self.source, self.at + 2).lower()
        close = _skip_space(self.source, self.at + 2 + len(tag))
        if self.source[close : close + 1] != ">":
            raise _broken(f"Unclosed end tag at byte offset {place}")
        opened = self.open.pop()
        if tag and tag != opened.tag:
            raise _broken(
                f"Unmatched end tag at byte offset {place}, "
                f'expected "</{opened.tag}>", found "</{tag}>"'
            )
        self.at = close + 1
        self._keep(opened)

    def _keep(self, opened: Open) -> None:
        length = self.offset - opened.offset
        if entity := length and _entity(opened, length):
            self.entities.append(entity)


def _broken(why: str) -> Exception:
    return bad(f"can't parse entities: {why}")


def _match(pattern: re.Pattern[str], source: str, at: int) -> str:
    found = pattern.match(source, at)
    return found[0] if found else ""


def _skip_space(source: str, at: int) -> int:
    while at < len(source) and source[at].isspace():
        at += 1
    return at


def _reference(source: str, at: int) -> tuple[str, int] | None:
    """The character that a reference stands for and where it ends; None if it is plain text."""
    match = REFERENCE.match(source, at)
    if not match:
        return None
    if match[3]:
        return (NAMED[match[3]], match.end()) if match[3] in NAMED else None
    code = int(match[1], 16) if match[1] else int(match[2])
    usable = 0 < code < 0x10FFFF and not 0xD800 <= code < 0xE000
    return (chr(code), match.end()) if usable else None


def _unquote(value: str) -> str:
    if value[:1] not in ('"', "'"):
        return value.lower()
    return REFERENCE.sub(
        lambda m: found[0] if (found := _reference(m[0], 0)) else m[0], value[1:-1]
    )


def _check_tag(tag: str, attributes: dict[str, str], place: int) -> None:
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise _broken(f'Tag "span" must have class "tg-spoiler" at byte offset {place}')
    if tag == "tg-emoji" and not attributes.get("emoji-id"):
        raise _broken(f'Tag "tg-emoji" must have attribute "emoji-id" at byte offset {place}')


def _entity(opened: Open, length: int) -> Entity | None:
    entity: Entity = {"type": KINDS[opened.tag], "offset": opened.offset, "length": length}
    if opened.tag == "a":
        url = opened.attributes.get("href", "")
        return entity | {"url": url} if re.match(r"(https?|tg|mailto):", url) else None
    if opened.tag == "tg-emoji":
        entity["custom_emoji_id"] = opened.attributes["emoji-id"]
    if opened.tag == "blockquote" and "expandable" in opened.attributes:
        entity["type"] = "expandable_blockquote"
    language = opened.attributes.get("class", "")
    if opened.tag == "code" and language.startswith("language-"):
        entity = entity | {"type": "pre", "language": language.removeprefix("language-")}
    return entity
