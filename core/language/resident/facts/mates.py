"""A death told of one of a pair leaves the other widowed: 二婶走得早 is told of 二叔."""

import re
from collections.abc import Iterator
from functools import cache

from core.language.reading.kinship import Mention
from core.language.reading.shelf import literals, words
from core.language.reading.shelf import read as shelf
from core.language.resident.scene import Fact, Scene

_AGAIN = ("改嫁", "跑", "再婚", "又嫁", "走失")
_DEATH = re.compile("去世|过世|病逝|病故|死|没了|没得|不在了|走")
_DIED = re.compile(
    "(?:也|都|早年|早就|早|已经|已|大前年|前年|去年|今年|刚刚?|后来|上个?月|上周|上礼拜|几年前|年初|车祸|得病|生病|因病|出事|老早){0,5}"
    "(?:去世|过世|病逝|病故|死了|死掉|死得早|走得早|没得早|不在了|没了|走了(?!出|路|过|一趟|回)|(?<=刚)走(?=[，。？])|(?<=早)走(?=[，。？]))"
)


@cache
def _mates() -> dict[str, tuple[str, ...]]:
    """What one of a pair is called -> what the other is called."""
    found: dict[str, tuple[str, ...]] = {}
    for pair in shelf("people/mates")["pairs"]:
        one, other = (tuple(words(side)) for side in pair.split("/"))
        found |= dict.fromkeys(one, other) | dict.fromkeys(other, one)
    return found


@cache
def _said() -> re.Pattern[str]:
    return literals(_mates())


def read(scene: Scene) -> Iterator[Fact]:
    """Who of the people named outlives the mate that is told dead."""
    if not _DEATH.search(scene.text):
        return
    for m in _said().finditer(scene.text):
        died = _DIED.match(scene.text, m.end())
        if died and (mate := _left(scene, m.start(), _mates()[m[0]])):
            yield Fact("widowed", True, m.start(), died.end(), mate, 0.8)


def _left(scene: Scene, start: int, said: tuple[str, ...]) -> Mention | None:
    """The mate, named anywhere in the message and not gone."""
    for m in scene.cast.mentions:
        if scene.text[m.start : m.end].endswith(said) and not m.start <= start < m.end:
            return None if scene.text.startswith(_AGAIN, m.end) else m
    return None
