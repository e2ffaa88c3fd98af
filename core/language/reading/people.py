"""Who is spoken of: kin terms and whose kin they are."""

import re
from dataclasses import replace
from functools import cache

from core.language.reading.kinship import GRAMMAR, YOUNG, Mention, owned_by, resolved
from core.language.reading.message import Message
from core.language.reading.shelf import line, read, words

_SOMEBODY = re.compile(
    "[一-龥]{0,2}有|[一-龥]?(?:阿婆|阿公|大爷|大伯|大妈|大娘|婶|嫂|奶奶|爷爷|老头|老太|老伯|某)"
    "|老[一-龥]|那个|一个|一户|个|孤|里?(?:东|西|南|北)头|的(?=老|一|孤|人|大|男|女|残)"
)
_AGE = r"[今年才刚]*[\d一二三四五六七八九十]{1,3}"
_AGED_PAIR = re.compile(rf"{_AGE}[，]?(?:小的|老二|一个){_AGE}(?:岁|[，。])")
_HERS = re.compile("乳腺癌|宫颈癌|卵巢癌|子宫[一-龥]{0,2}癌|怀孕|产后|流产")
_HIS = re.compile("前列腺")
_RANKED = re.compile("[大小二三](?=儿子|女儿|孙子|孙女|闺女)")
_NUMERAL = re.compile(r"[\d一二三四五六七八九今已快]")
_MARKS = "，。？："
_ADDRESSED = ("daughter", "relative", "son", "brother", "uncle")  # 闺女，… speaks to somebody
_GROUP_ENDS = ("户", "户的", "家庭", "家庭的", "人员", "人员的")  # 低保户子女: nobody in particular


@cache
def _kin() -> dict[str, tuple[str, bool]]:
    shelf = read("people/kin")
    found = {w: ("nobody", False) for w in words(shelf["nobody"])}
    found |= {w: (relation, True) for relation, line in shelf["sure"].items() for w in words(line)}
    found |= {w: ("relative", False) for w in words(shelf["elder"])}
    found |= {w: ("self", True) for w in words(shelf["speaker"])}
    found |= {w: ("friend", False) for w in words(shelf["friend"])}
    found |= {w: ("villager", True) for w in words(shelf["villager"])}
    found |= {w: ("he", False) for w in words(shelf["pronoun"])}
    found |= {
        "我" + w: (relation, True) for relation, line in shelf["mine"].items() for w in words(line)
    }
    return found


@cache
def _first() -> dict[str, int]:
    """First character -> length of the longest term that starts with it."""
    longest: dict[str, int] = {}
    for word in _kin():
        longest[word[0]] = max(longest.get(word[0], 0), len(word))
    return longest


def mentions(message: Message, subject: Mention | None = None) -> list[Mention]:
    """Every person named, pronouns and possessives resolved, from left to right.

    *subject*: whom the messages before were about; a pronoun without anybody before it means them.
    """
    merged: list[Mention] = [] if subject is None else [subject]
    for mention in _enumerated(message, _terms(message)):
        mention = resolved(mention, merged, message.text)
        if merged and (owned := owned_by(message.text, merged[-1], mention)):
            if merged[-1].relation in YOUNG and owned.relation not in YOUNG:
                merged.append(replace(owned, start=mention.start))  # 孙子的爸爸: both are spoken of
            else:
                merged[-1] = owned
        else:
            merged.append(mention)
    named = [m for m in merged if m.relation != "he" and m.end > 0]
    named = _next_door(_one_partner(text=message.text, found=named))
    return _told_apart(message.text, named)


def _next_door(found: list[Mention]) -> list[Mention]:
    """邻居…，老太太八十了: an old person without a name is the neighbour spoken of."""
    far = next((m for m in found if m.relation in ("neighbour", "villager")), None)
    if far is None:
        return found
    return [
        replace(m, relation=far.relation)
        if m.relation == "relative" and m.start > far.start and not (m.sure or m.home)
        else m
        for m in found
    ]


def _told_apart(text: str, found: list[Mention]) -> list[Mention]:
    """大儿子初三小儿子五年级: two people of one relation, told apart by 大 and 小."""
    ranks = {m: _RANKED.search(text[m.start : m.end]) for m in found}
    for relation in {m.relation for m, rank in ranks.items() if rank}:
        words = dict.fromkeys(r[0] for m, r in ranks.items() if r and m.relation == relation)
        if len(words) > 1:
            number = {word: i for i, word in enumerate(words, start=1)}
            found = [
                replace(m, number=number[r[0]])
                if m.relation == relation and (r := _RANKED.search(text[m.start : m.end]))
                else m
                for m in found
            ]
    return found


def _one_partner(text: str, found: list[Mention]) -> list[Mention]:
    """老伴 … 她: once a pronoun or an illness tells which, every mention of the partner is that one."""
    known = [m.relation for m in found if m.relation in ("husband", "wife")]
    if not known and (told := _HERS.search(text) or _HIS.search(text)):
        known = ["wife" if _HERS.fullmatch(told[0]) else "husband"]
    if len(set(known)) != 1:
        return found
    return [replace(m, relation=known[0]) if m.relation == "spouse" else m for m in found]


def _terms(message: Message) -> list[Mention]:
    text, found, at = message.text, [], 0
    while at < len(text):
        term = _term_at(message, at)
        if term and term.relation != "nobody":
            found.append(term)
        at = term.end if term else at + 1
    return found


def _term_at(message: Message, at: int) -> Mention | None:
    text = message.text
    for length in range(_first().get(text[at], 0), 0, -1):
        word = text[at : at + length]
        known = _kin().get(word)
        if known and _person(message, word, at):
            return Mention(_elder(message, word, at) or known[0], at, at + length, known[1])
    return None


def _kin_at(text: str, at: int, least: int) -> bool:
    """Whether a term of at least so many characters starts here."""
    return any(text[at : at + n] in _kin() for n in range(_first().get(text[at], 0), least - 1, -1))


def _person(message: Message, word: str, at: int) -> bool:
    """Whether the term names a person here: 村里 says so is nobody, 没有子女 is nobody."""
    text, end = message.text, at + len(word)
    if word[0] == "我" and len(word) == 2 and _kin_at(text, at + 1, len(word)):
        return False  # 我嫂子 is 我 and 嫂子, not 我嫂
    before = text[max(0, at - 4) : at]
    if before.endswith(line(GRAMMAR, "lacking")) and not before.endswith("还没"):
        return False
    if _kin()[word][0] == "villager" or (word[:2] == "我们" and _kin()[word][0] == "neighbour"):
        return bool(_SOMEBODY.match(text, end))
    if word in ("子女", "儿女", "孩子", "老人") and text[max(0, at - 3) : at].endswith(_GROUP_ENDS):
        return False
    if text[at - 1] in _MARKS and text[end] == "，" and _kin()[word][0] in _ADDRESSED:
        return message.clause_index(at) > 0
    if len(word) > 1:
        return (
            word[0] != "我"
            or word[1] not in "爷奶叔舅伯姑姨婶嫂"
            or len(word) > 2
            or text[end] != word[1]
        )
    if word in "爷奶":
        return bool(_NUMERAL.match(text, end))
    return word == "我" or (at in message.edges and end in message.edges)


def _elder(message: Message, word: str, at: int) -> str | None:
    """In Wu 爷 is the father, elsewhere the grandfather; 老头 at the head of a clause is the husband."""
    if (
        word == "老头"
        and message.text[at - 1] in _MARKS + "和跟"
        and not re.search("隔壁|邻居|村里|对门|楼", message.text)
    ):
        return "husband"
    return "father" if word in ("爷", "我爷") and message.wu and "奶" not in message.text else None


def _enumerated(message: Message, terms: list[Mention]) -> list[Mention]:
    """一个初一一个大二, 大的读高二: children told apart, once children are spoken of or schooled."""
    text, found, number = message.text, list(terms), 0
    for word in line(GRAMMAR, "enumerated"):
        at = text.find(word)
        while at >= 0 and number < 9:
            if _schooled(text, at + len(word)):
                young = [t.relation for t in terms if t.start < at and t.relation in YOUNG]
                if young or word not in line(GRAMMAR, "needs_children"):
                    number += 1
                    found.append(Mention(_one_of(young), at, at + len(word), True, number))
            at = text.find(word, at + 1)
    return sorted(found, key=lambda m: m.start)


def _one_of(young: list[str]) -> str:
    """大的八岁 after 两个侄女 is a niece; after sons and daughters it is a child."""
    return (
        young[-1]
        if young and young[-1] in ("niece", "nephew", "grandson", "granddaughter")
        else "child"
    )


def _schooled(text: str, at: int) -> bool:
    """一个读初一, 大的八岁."""
    aged = "岁" in text[at : at + 4] and text[at : at + 1] not in _MARKS
    aged = aged or bool(_AGED_PAIR.match(text, at))
    return aged or text.startswith(line(GRAMMAR, "schooled"), at)
