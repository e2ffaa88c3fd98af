"""The text of a message: parsed, trimmed, measured, with the entities the service finds itself."""

import re

from demo.botapi.asked import Asked
from demo.botapi.entities import MOST_ENTITIES, Entity, parse_html, utf16
from demo.botapi.refused import bad

TEXT_LIMIT, CAPTION_LIMIT = 4096, 1024
FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"'，。；！？（）]+)"
    r"|(?:(?<=\s)|^)(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{5,32})?)(?!\w)"
    r"|(?:(?<=\s)|^)(?P<mention>@[A-Za-z]\w{4,31})"
)


def message_text(asked: Asked) -> tuple[str, list[Entity]]:
    """The text of sendMessage or editMessageText: 1 to 4096 UTF-16 units after parsing."""
    text, entities = _formatted(asked, "text", "entities")
    if not text:
        raise bad("message text is empty")
    if utf16(text) > TEXT_LIMIT:
        raise bad("message is too long")
    return text, entities


def caption(asked: Asked) -> tuple[str, list[Entity]]:
    """The caption of a photo or file: up to 1024 units, may be empty."""
    text, entities = _formatted(asked, "caption", "caption_entities")
    if utf16(text) > CAPTION_LIMIT:
        raise bad("message caption is too long")
    return text, entities


def captioned(asked: Asked) -> dict[str, object]:
    """The caption as fields of a message; no fields without one."""
    text, entities = caption(asked)
    if not text:
        return {}
    return {"caption": text} | ({"caption_entities": entities} if entities else {})


def typed(text: str) -> dict[str, object]:
    """What a person typed, as fields of a message."""
    entities = detected(text, [])
    return {"text": text} | ({"entities": entities} if entities else {})


def _formatted(asked: Asked, name: str, given: str) -> tuple[str, list[Entity]]:
    source, mode = asked.text(name), asked.text("parse_mode")
    if mode and mode.lower() != "html":
        raise bad(f"unsupported parse_mode (this local server knows HTML only, not {mode})")
    text, entities = parse_html(source) if mode else (source, _given(asked, given, source))
    text, entities = trimmed(text.replace("\r", ""), entities)
    return text, detected(text, entities)[:MOST_ENTITIES]


def _given(asked: Asked, name: str, source: str) -> list[Entity]:
    entities, size = asked.thing(name) or [], utf16(source)
    for entity in entities:
        if entity["offset"] < 0 or entity["offset"] + entity["length"] > size:
            raise bad("can't parse entities: entity is outside of the text")
    return list(entities)


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without blank beginning and end; entities move along and shrink, empty ones go."""
    front = len(text) - len(text.lstrip(" \n"))
    text = text.strip(" \n")
    size, kept = utf16(text), []
    for entity in entities:
        start = max(entity["offset"] - front, 0)
        end = min(entity["offset"] + entity["length"] - front, size)
        if end > start:
            kept.append(entity | {"offset": start, "length": end - start})
    return text, kept


def detected(text: str, entities: list[Entity]) -> list[Entity]:
    """*entities* and the commands, addresses and mentions that stand bare in the text."""
    found = [_bare(text, match) for match in FOUND.finditer(text)]
    free = [new for new in found if not any(_overlap(new, old) for old in entities)]
    return sorted([*entities, *free], key=lambda e: (e["offset"], -e["length"]))


def _bare(text: str, match: re.Match[str]) -> Entity:
    kind = str(match.lastgroup)
    start = match.start(kind)
    return {"type": kind, "offset": utf16(text[:start]), "length": utf16(match[kind])}


def _overlap(new: Entity, old: Entity) -> bool:
    apart = new["offset"] >= old["offset"] + old["length"]
    return not (apart or old["offset"] >= new["offset"] + new["length"])
