"""Voice input writes the right sound with wrong characters; the sound leads back to the word."""

import re
from functools import cache
from itertools import pairwise

from core.language.reading import tokens
from core.language.reading.shelf import read, table, words
from core.language.reading.traced import Traced

LONGEST = 6
_SMALL_WORDS = "不没了的是在我你他她有也都就要会能去来一个这那和跟吗呢啊"  # 干不动 is not 干部动
_CONFUSED = [("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n")]


def sound(character: str) -> str:
    """How a character sounds, without tone, with the pairs that southern speech merges; "" if unknown."""
    return _sounds().get(character, "")


@cache
def _sounds() -> dict[str, str]:
    return {c: merged(r["syllable"]) for r in table("learned/readings") for c in r["characters"]}


def merged(syllable: str) -> str:
    """A syllable with zh/z, ch/c, sh/s and n/ng told as one."""
    for one, other in _CONFUSED:
        syllable = syllable.replace(one, other)
    return syllable


@cache
def _meant() -> dict[tuple[str, ...], tuple[str, int]]:
    """Sounds -> the word meant and how many of its characters must be written right."""
    shelf = read("script/sounds")
    need = {"any": 0, "one": 1, "long": 1}
    found: dict[tuple[str, ...], tuple[str, int]] = {}
    for kind, right in need.items():
        for word in words(shelf[kind]):
            found.setdefault(tuple(map(sound, word)), (word, right))
    return found


@cache
def _starts() -> frozenset[tuple[str, ...]]:
    """The first two sounds of every word meant."""
    return frozenset(sounds[:2] for sounds in _meant())


@cache
def _typed() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(wrong), right) for wrong, right in read("script/typed")["rules"]]


@cache
def _any_typed() -> re.Pattern[str]:
    """All of them at once: most messages have none."""
    return re.compile("|".join(f"(?:{wrong})" for wrong, _ in read("script/typed")["rules"]))


def corrected(text: Traced) -> Traced:
    """Words heard right and written wrong are put right; the raw text stays what it was."""
    if changes := _changes(text.text):
        text = text.spliced(changes)
    if not _any_typed().search(text.text):
        return text
    for wrong, right in _typed():
        text = text.sub(wrong, lambda m, right=right: m.expand(right))  # type: ignore[misc]
    return text


def _changes(text: str) -> list[tuple[int, int, str]]:
    sounds = [sound(c) for c in text]
    starts = _starts()
    places = [at for at, two in enumerate(pairwise(sounds)) if two in starts]
    if not places:
        return []
    edges = tokens.edges(text)
    found: list[tuple[int, int, str]] = []
    done = 0
    for at in places:
        if at >= done and (change := _at(text, sounds, edges, at)):
            found.append(change)
            done = change[1]
    return found


def _at(
    text: str, sounds: list[str], edges: frozenset[int], at: int
) -> tuple[int, int, str] | None:
    for end in range(min(len(text), at + LONGEST), at + 1, -1):
        if meant := _meant().get(tuple(sounds[at:end])):
            surface = text[at:end]
            if not (at in edges and end in edges) and (
                end - at < 3 or sum(map(str.__eq__, surface, meant[0])) < 2
            ):
                continue
            if surface == meant[0]:
                return (at, end, surface)
            if _slip(surface, meant, edges, at):
                return (at, end, meant[0])
    return None


def _slip(surface: str, meant: tuple[str, int], edges: frozenset[int], at: int) -> bool:
    """Whether the surface can only be a slip: it is no word itself and parts no known word."""
    word, right = meant
    same = sum(a == b for a, b in zip(surface, word, strict=True))
    if same < right or tokens.known(surface):
        return False
    if len(surface) == 2 and any(
        a != b and a in _SMALL_WORDS for a, b in zip(surface, word, strict=True)
    ):
        return False
    inside = sum(at + i in edges for i in range(1, len(surface)))
    return len(surface) > 2 or inside == 1
