"""Voice input writes the right sound with wrong characters; the sound leads back to the word."""

import re
from collections import defaultdict
from functools import cache
from itertools import pairwise

from core.language.reading import tokens
from core.language.reading.shelf import read, table, words
from core.language.reading.traced import Traced

LONGEST = 6
_SMALL_WORDS = (
    "上下不没了的是在我你他她有也都就要会能去来一个这那和跟吗呢啊"  # 干不动 is not 干部动
)
# 漆十八, 陆十九, 七十酒, 山万多: a digit by its sound, between digits and tens that leave no doubt
_DIGIT_OF = dict(
    zip("壹贰叁肆伍陆柒捌玖拾佰仟漆酒霸山伞", "一二三四五六七八九十百千七九八三三", strict=True)
)
_DIGITS = re.compile(f"[{''.join(_DIGIT_OF)}]")
_COUNTED = re.compile(
    r"[壹贰叁肆伍陆柒捌玖漆](?=[十百千万拾佰仟][\d一二三四五六七八九壹贰叁肆伍陆柒捌玖漆酒几多来余岁块元了，。])"
    r"|(?<=[一二两三四五六七八九壹贰叁肆伍陆柒捌玖漆])[拾佰仟]"
    r"|(?<=[一二两三四五六七八九]十)[壹贰叁肆伍陆柒捌玖漆酒霸伞](?![席店钱吧水桌])"
    r"|(?<=[费付掏花了欠款共约贴剩有])[山伞](?=[万千百][多几来余一二三四五六七八九块元，。])"
)
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
    for word in _illnesses():
        found.setdefault(tuple(map(sound, word)), (word, 1))
    return found


def _illnesses() -> list[str]:
    """Their names, but none that another common word sounds like but for 病 (费病 is no 肺病)."""
    every = [w for row in table("illnesses") for w in words(row["words"])]
    return [
        w for w in every if len(w) <= LONGEST and w[-1] not in "病高低好" and all(map(sound, w))
    ]


@cache
def _lengths() -> dict[tuple[str, ...], tuple[int, ...]]:
    """The first two sounds of every word meant -> how long such words are, the longest first."""
    found: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for sounds in _meant():
        found[sounds[:2]].add(len(sounds))
    return {two: tuple(sorted(lengths, reverse=True)) for two, lengths in found.items()}


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
    if _DIGITS.search(text.text):
        text = text.sub(_COUNTED, lambda m: _DIGIT_OF[m[0]])
    if not _any_typed().search(text.text):
        return text
    for wrong, right in _typed():
        text = text.sub(wrong, lambda m, right=right: m.expand(right))  # type: ignore[misc]
    return text


def _changes(text: str) -> list[tuple[int, int, str]]:
    known = _sounds()
    sounds = [known.get(c, "") for c in text]
    starts = _lengths()
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
    for length in _lengths()[sounds[at], sounds[at + 1]]:
        end = at + length
        if meant := _meant().get(tuple(sounds[at:end])):
            surface = text[at:end]
            if not (at in edges and end in edges) and (
                end - at < 3
                or sum(map(str.__eq__, surface, meant[0])) < 2
                or (surface[-1] != meant[0][-1] and _meant_as_written(text[end - 1 : end + 1]))
            ):
                continue
            if surface == meant[0]:
                return (at, end, surface)
            if _slip(surface, meant, edges, at):
                return (at, end, meant[0])
    return None


def _meant_as_written(word: str) -> bool:
    """低保护理 is not 低保户理: the next word is one of ours."""
    return _meant().get(tuple(map(sound, word)), ("", 0))[0] == word


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
