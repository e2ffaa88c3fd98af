"""A phrase is a short row of word groups, written so that anyone can read it.

    不想 (再) 活           不想 directly followed by 活, 再 may stand between
    喝/吃 ~4 农药          喝 or 吃, then 农药 within four characters of the same clause, no 不 or 没 between
    门 ~~6 <kin> 打        ~~ may cross a comma; <kin> is a family of words (words/script/groups)
    ^ 收到 $               alone in its clause
    没 !有                 没 not followed by 有
    -不/没 想死            想死 not preceded by 不 or 没
    <n> 天                 any number

One group is the anchor: the phrase is only looked at where one of its anchor words stands, in a
window of bounded length, so that reading stays linear in the length of the message.
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property

from core.language.reading.shelf import read, words

_SEP = "，。？："
_NUMBER = r"[\d零一二两三四五六七八九十百千万几半多来.]{1,8}"
_NUMBER_LENGTH = 8
_NUMERALS = "0123456789一二两三四五六七八九"
_PLAIN = re.compile(r"[^\s/<>(!~^$-][^\s/<>()~^$]*")
_N = "<n>"  # in a phrase: any number
# Inside a clause a gap never steps over a negation: 他没打我 is not 他打我; 不停 negates nothing.
# 是不是, 有没有 deny nothing either.
_ASKING = "|".join(
    f"(?<={a}){no}(?={a})" for a, no in zip("是能有会要可", "不不没不不不", strict=True)
)
_ORDINARY = f"(?:{_ASKING}|(?![不没未别勿](?!停|断|知|光|仅|但|止|时|管|论|日|分|得|了|起|下|到|想到|过来))[^{_SEP}])"


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    return {name: tuple(words(line)) for name, line in read("script/groups")["groups"].items()}


@dataclass(frozen=True)
class _Part:
    pattern: str
    length: int
    words: tuple[str, ...] = ()  # only for groups that may serve as anchor
    optional: bool = False
    gap: bool = False


class Phrase:
    """One compiled phrase; `anchor` is the group of words it hangs on."""

    def __init__(self, said: str) -> None:
        self.said = said
        if "," in said:
            raise ValueError(f"词组「{said}」里有逗号。请分成两行，一行一个词组。")
        if _PLAIN.fullmatch(said):  # most are one word: its pattern is hardly ever needed
            self.anchor: tuple[str, ...] = (said,)
            self.back, self.ahead, self.plain = 0, 1, True
            return
        self._at = self._anchor_place()
        self.anchor = self._parts[self._at].words
        self.back = sum(p.length for p in self._parts[: self._at])
        self.ahead = sum(p.length for p in self._parts[self._at + 1 :]) + 1
        self.plain = len(self._parts) == 1  # a single group of words needs no second look

    @cached_property
    def _parts(self) -> list[_Part]:
        return [_part(token) for token in self.said.split()]

    @property
    def loose(self) -> bool:
        """Whether it starts or ends with something that may be missing: then that says nothing."""
        return self._parts[0].optional or self._parts[-1].optional

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile("".join(p.pattern for p in self._parts))

    def find(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The span of the phrase around its anchor word at start..end, if it stands there."""
        if self.plain:
            return None if _within_number(text, start) else (start, end)
        for m in self.pattern.finditer(text, start - self.back, end + self.ahead):
            if m.start() <= start and end <= m.end():
                return m.span()
        return None

    def _anchor_place(self) -> int:
        def weight(place: int) -> tuple[int, int]:
            group = self._parts[place].words
            return (min(map(len, group)), -len(group)) if group else (0, 0)

        if self._parts[0].gap or self._parts[-1].gap:
            raise ValueError(f"词组「{self.said}」以空档开头或结尾。请去掉首尾的 ~。")
        best = max(range(len(self._parts)), key=weight)
        if not self._parts[best].words:
            raise ValueError(f"词组「{self.said}」里没有可以定位的词。请至少写一个不带括号的词。")
        return best


def _part(token: str) -> _Part:
    if token == "^":
        return _Part(f"(?<=[{_SEP}])", 1)
    if token == "$":
        return _Part(f"(?=[{_SEP}])", 1)
    if token.startswith("~~"):
        return _Part(f".{{0,{token[2:]}}}?", int(token[2:]), gap=True)
    if token.startswith("~"):
        return _Part(f"(?:{_ORDINARY}){{0,{token[1:]}}}?", int(token[1:]), gap=True)
    return _worded(token)


def _worded(token: str) -> _Part:
    if token[0] in "!-" and len(token) > 1:
        group = _expand(token[1:])
        one_of = (
            "".join(f"(?<!{re.escape(w)})" for w in group)
            if token[0] == "-"
            else f"(?!{_one_of(group)})"
        )
        return _Part(one_of, max(map(len, group)))
    if token[0] == "(":
        group = _expand(token[1:-1])
        return _Part(f"(?:{_one_of(group)})?", _longest(group), optional=True)
    group = _expand(token)
    return _Part(f"(?:{_one_of(group)})", _longest(group), () if _N in group else group)


def _one_of(group: tuple[str, ...]) -> str:
    return "|".join(
        _NUMBER if w == _N else _literal(w) for w in sorted(group, key=len, reverse=True)
    )


def _literal(word: str) -> str:
    """8岁 does not stand in 88岁."""
    return (r"(?<![\d十百几])" if word[0] in _NUMERALS else "") + re.escape(word)


def _within_number(text: str, start: int) -> bool:
    return text[start] in _NUMERALS and text[start - 1] in "0123456789十百几"


def _longest(group: tuple[str, ...]) -> int:
    return max(_NUMBER_LENGTH if w == _N else len(w) for w in group)


def _expand(token: str) -> tuple[str, ...]:
    found: list[str] = []
    for word in token.split("/"):
        found.extend(_groups()[word[1:-1]] if word[0] == "<" and word != _N else [word])
    return tuple(found)
