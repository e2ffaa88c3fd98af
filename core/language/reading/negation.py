"""Whether what follows is denied: 没给钱, 没有家暴, 不是不在家."""

import re

_REACH = 9  # characters before a hit that are looked at
_PARTICLES = "有过再去给也都怎么太很够肯想能会敢愿意是得把被他她我们说什么任何再这那个"
# A denial may be followed by a few particles, then comes what it denies.
_DENIED = re.compile(
    rf"(?P<no>不是|并不是|并非|没有|没|未曾|未|不再|不会|从不|从没|从来没|绝不|不曾|无|别|不用|不必|不需要|不|还没|尚未)[{_PARTICLES}]{{0,4}}$"
)
# 是不是, 有没有, 能不能 ask; 不但, 不仅, 不停, 要不 deny nothing; 不得不 is a yes.
_NO_DENIAL = re.compile(
    r"(?:([一-龥])不\1|有没有?|没有?没|不但|不仅|不光|不只|不止|不停地?|不断地?|要不是?|不得不|不是不|没有不|不能不|差不多|不知道|不晓得|不好意思|不过|"
    r"不管|不论|受不了|不如|对不起|了不起|来不及|忍不住|说不定|不少|不久|不时|没事就|没多久|没几天|没想到)"
    rf"[{_PARTICLES}]{{0,4}}$"
)
_TWICE = re.compile(r"(?:不是|并非|也不是|没有说|并不是)[一-龥]{0,2}$")


def denied(text: str, start: int) -> bool:
    """Whether the words before *start*, in its own clause, deny what starts there."""
    before = _before(text, start)
    return bool(_DENIED.search(before)) and not _NO_DENIAL.search(before)


def unsaid(text: str, start: int) -> bool:
    """Whether an expression that is itself a negation (没饭吃) is taken back: 不是没饭吃."""
    return bool(_TWICE.search(_before(text, start)))


def _before(text: str, start: int) -> str:
    """The clause up to *start*, at most a few characters of it."""
    before = text[max(0, start - _REACH) : start]
    cut = max(before.rfind(mark) for mark in "，。？：")
    return before[cut + 1 :]


NEGATIVE = tuple("没不无未断缺")


def taken_back(text: str, start: int, end: int) -> bool:
    """Denial that fits the expression: a negative one is taken back, a positive one denied."""
    return unsaid(text, start) if text[start:end].startswith(NEGATIVE) else denied(text, start)
