"""A death told of one of a pair leaves the other widowed: 二叔走得早 is told of 二婶."""

from collections.abc import Iterator
from functools import cache

from core.language.reading.kinship import Mention
from core.language.reading.shelf import read as shelf
from core.language.reading.shelf import words
from core.language.resident.scene import Fact, Scene

_AGAIN = ("改嫁", "跑", "再婚", "又嫁", "走失")


@cache
def _pairs() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    lines = [line.split("/") for line in shelf("people/mates")["pairs"]]
    return tuple((tuple(words(one)), tuple(words(other))) for one, other in lines)


def read(scene: Scene) -> Iterator[Fact]:
    """Who of the people named outlives the mate that is named dead."""
    for dead in scene.cast.mentions:
        if dead.relation in ("self", "family") or not scene.cast.dead(dead):
            continue
        if mate := _mate(scene, dead):
            yield Fact("widowed", True, dead.start, dead.end, mate, 0.8)


def _mate(scene: Scene, dead: Mention) -> Mention | None:
    for one, other in (*_pairs(), *((b, a) for a, b in _pairs())):
        if scene.text[dead.start : dead.end].endswith(one):
            left = [m for m in scene.cast.mentions if _is(scene, m, other) and m is not dead]
            left = [m for m in left if not scene.text.startswith(_AGAIN, m.end)]
            if left:
                return left[0]
    return None


def _is(scene: Scene, mention: Mention, said: tuple[str, ...]) -> bool:
    return scene.text[mention.start : mention.end].endswith(said)
