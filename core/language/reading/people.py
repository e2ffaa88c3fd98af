"""Who is spoken of: kin terms, whose kin, and to whom a statement belongs."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from core.language.reading.message import Clause, Message
from core.language.reading.shelf import read, words

_OWNS = ("", "的", "家", "家的", "家里", "家里的", "那个", "这", "那", "这个", "家那个", "有个", "里有个", "有一个", "的那个", "他", "她")
_OBJECT_AFTER = ("跟着", "跟", "和", "给", "帮", "替", "对", "向", "把", "被", "让", "叫", "靠", "全靠", "照顾", "养", "带", "带着", "伺候", "陪", "骂",
                 "打", "找", "问", "求", "管", "归", "到", "看", "送", "请", "为", "比", "养着", "劝", "扶着", "扶", "问一下", "帮我")  # fmt: skip
_COMPANY = ("跟着", "跟", "和", "带", "带着", "养", "养着", "供", "供着")
_CARED_FOR = ("给", "帮", "替", "照顾", "伺候", "为", "让")
_SOMEBODY = re.compile("有|[一-龥]?(?:阿婆|阿公|大爷|大伯|大妈|大娘|婶|嫂|奶奶|爷爷|老头|老太|老伯|某)|老[一-龥]|那个|一个|一户|个|孤|里?(?:东|西|南|北)头|的(?=老|一|孤|人|大|男|女|残)")
_ABSENT = ("不管", "不孝", "不养", "不理", "不来", "不在", "都不管", "都不在", "不要", "跑了", "不认", "不给", "也不管", "没良心", "不闻不问", "不回来")
_VERB_REACH = 12
_BROUGHT = re.compile(r"(?:带着?|养着?|抚养|拉扯|照顾|供着?)(?:[^，。？]{1,8}的|[一两俩二三四仨几]?个?(?:上学的|小)?)$")
_NUMERAL = re.compile(r"[\d一二三四五六七八九今已快]")
_MARKS = "，。？："
_ADDRESSED = ("daughter", "relative", "son", "brother", "uncle")  # 闺女，… speaks to somebody
_ENUMERATED = ("大的", "小的", "老大", "老二", "老三", "一个", "两个都", "俩都", "三个都", "都在")
_NEEDS_CHILDREN = ("一个", "都在")
_YOUNG = ("child", "son", "daughter", "niece", "nephew", "grandson", "granddaughter")
_SCHOOLED = ("读", "上", "在读", "念", "初", "高", "小学", "大学", "大一", "大二", "大三", "大四", "幼儿园", "才", "刚", "今年", "在上", "在念", "职高", "中专")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named at start..end. `number` tells apart several people of one relation."""

    relation: str
    start: int
    end: int
    sure: bool = True
    number: int = 0
    home: bool = False  # said as 我家孩子, 家里老人

    @property
    def key(self) -> tuple[str, int]:
        return (self.relation, self.number)


@cache
def _kin() -> dict[str, tuple[str, bool]]:
    shelf = read("people/kin")
    found = {w: ("nobody", False) for w in words(shelf["nobody"])}
    found |= {w: (relation, True) for relation, line in shelf["sure"].items() for w in words(line)}
    found |= {w: ("relative", False) for w in words(shelf["elder"])}
    found |= {w: ("self", True) for w in words(shelf["speaker"])}
    found |= {w: ("villager", True) for w in words(shelf["villager"])}
    found |= {w: ("he", False) for w in words(shelf["pronoun"])}
    found |= {"我" + w: (relation, True) for relation, line in shelf["mine"].items() for w in words(line)}
    return found


@cache
def _first() -> dict[str, int]:
    """First character -> length of the longest term that starts with it."""
    longest: dict[str, int] = {}
    for word in _kin():
        longest[word[0]] = max(longest.get(word[0], 0), len(word))
    return longest


def mentions(message: Message) -> list[Mention]:
    """Every person named, pronouns and possessives resolved, from left to right."""
    merged: list[Mention] = []
    for mention in _enumerated(message, _terms(message)):
        mention = _resolved(mention, merged, message.text[mention.start : mention.end])
        if merged and (owned := _owned(message.text, merged[-1], mention)):
            merged[-1] = owned
        else:
            merged.append(mention)
    return _one_partner([m for m in merged if m.relation != "he"])


def _one_partner(found: list[Mention]) -> list[Mention]:
    """老伴 … 她: once the pronoun tells which, every mention of the partner is that one."""
    known = [m.relation for m in found if m.relation in ("husband", "wife")]
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
        if known := _kin().get(word):
            if _person(message, word, at):
                return Mention(_elder(message, word, at) or known[0], at, at + length, known[1])
    return None


def _person(message: Message, word: str, at: int) -> bool:
    """Whether the term names a person here: 村里 says so is nobody, 没有子女 is nobody."""
    text, end = message.text, at + len(word)
    if text[max(0, at - 2) : at].endswith(("没有", "没", "无", "有无")) and text[at - 2 : at] != "还没":
        return False
    if _kin()[word][0] == "villager":
        return bool(_SOMEBODY.match(text, end))
    if word in ("子女", "儿女", "孩子", "老人") and text[max(0, at - 3) : at].endswith(("户", "户的", "家庭", "家庭的", "人员", "人员的")):
        return False
    if text[at - 1] in _MARKS and text[end] == "，" and _kin()[word][0] in _ADDRESSED:
        return message.clause_index(at) > 0
    if len(word) > 1:
        return word[0] != "我" or word[1] not in "爷奶叔舅伯姑姨婶嫂" or len(word) > 2 or text[end] != word[1]
    if word in "爷奶":
        return bool(_NUMERAL.match(text, end))
    return word == "我" or (at in message.edges and end in message.edges)


def _elder(message: Message, word: str, at: int) -> str | None:
    """In Wu 爷 is the father, elsewhere the grandfather; 老头 at the head of a clause is the husband."""
    if word == "老头" and message.text[at - 1] in _MARKS + "和跟":
        return "husband"
    return "father" if word in ("爷", "我爷") and message.wu and "奶" not in message.text else None


def _enumerated(message: Message, terms: list[Mention]) -> list[Mention]:
    """一个初一一个大二, 大的读高二: children told apart, once children are spoken of or schooled."""
    text, found, number = message.text, list(terms), 0
    for word in _ENUMERATED:
        at = text.find(word)
        while at >= 0 and number < 9:
            if text.startswith(_SCHOOLED, at + len(word)) or _aged(text, at + len(word)):
                young = [t.relation for t in terms if t.start < at and t.relation in _YOUNG]
                if young or word not in _NEEDS_CHILDREN:
                    number += 1
                    found.append(Mention(_one_of(young), at, at + len(word), True, number))
            at = text.find(word, at + 1)
    return sorted(found, key=lambda m: m.start)


def _one_of(young: list[str]) -> str:
    """大的八岁 after 两个侄女 is a niece; after sons and daughters it is a child."""
    return young[-1] if young and young[-1] in ("niece", "nephew", "grandson", "granddaughter") else "child"


def _aged(text: str, at: int) -> bool:
    return "岁" in text[at : at + 4] and text[at : at + 1] not in "，。？："


def _resolved(mention: Mention, before: list[Mention], said: str) -> Mention:
    """A pronoun stands for the last third person named before it."""
    if mention.relation != "he":
        return mention
    for other in reversed(before):
        if other.relation == "spouse":  # a partner called 她 is the wife
            partner = "wife" if said == "她" else "husband"
            return Mention(partner, mention.start, mention.end, other.sure, other.number)
        if other.relation not in ("self", "family", "he"):
            return Mention(other.relation, mention.start, mention.end, other.sure, other.number)
    return mention


def _owned(text: str, owner: Mention, owned: Mention) -> Mention | None:
    """我＋妈, 我弟的儿子, 邻居家小孩: two terms that name one person."""
    between = text[owner.end : owned.start]
    if between not in _OWNS or owned.relation in ("self", "family", "villager", "neighbour"):
        return None
    home = owner.home or owner.relation in ("family", "self")
    if owner.relation in ("self", "family", "he"):
        return Mention(owned.relation, owner.start, owned.end, owned.sure or home, owned.number, owner.relation == "family")
    if owner.relation in ("neighbour", "villager"):
        return Mention(owner.relation, owner.start, owned.end)
    if not between or owner.number or between in ("他", "她"):
        return None
    if owned.relation == "parents":
        return None
    relation = _of(owner.relation, owned.relation)
    return Mention(relation, owner.start, owned.end) if relation else None


@cache
def _of(owner: str, owned: str) -> str:
    table: dict[str, Any] = read("people/kin")["of"]
    return str(table.get(owner, {}).get(owned, ""))


class Cast:
    """The people of one message, and whom each place of it speaks of."""

    def __init__(self, message: Message) -> None:
        self._message = message
        self.mentions = mentions(message)
        self._subjects = self._follow()

    def _follow(self) -> list[Mention | None]:
        """The person each clause starts out with: who the clauses before it were about."""
        subject: Mention | None = None
        found: list[Mention | None] = []
        for clause in self._message.clauses:
            found.append(subject)
            subject = self._subject(clause) or subject
        return found

    def subject_before(self, place: int) -> Mention | None:
        """Whom the clauses before the one at *place* were about."""
        return self._subjects[self._message.clause_index(place)]

    def inside(self, clause: Clause) -> list[Mention]:
        return [m for m in self.mentions if clause.start <= m.start < clause.end]

    def _subject(self, clause: Clause) -> Mention | None:
        here = self.inside(clause)
        cared = [m for m in here if m.relation not in ("self", "family") and self._after(m, _CARED_FOR)]
        if cared:
            return cared[-1]
        acting = [m for m in here if not self._after(m, _OBJECT_AFTER) and not self._absent(m)]
        others = [m for m in acting if m.relation != "self"]
        asked_by_self = acting and acting[0].relation == "self" and self._asks(acting[0])
        if asked_by_self:
            return others[0] if others else None
        return acting[0] if acting else None

    def _absent(self, mention: Mention) -> bool:
        """儿子不管, 子女不在身边: the one who is not there is not spoken of any further."""
        return self._message.text.startswith(_ABSENT, mention.end)

    def _asks(self, me: Mention) -> bool:
        """我想问, 我要申请: the speaker speaks, the statement is not about the speaker."""
        return self._message.text.startswith(("想", "要", "问", "来问", "听说", "听", "跟你", "是邻居", "不懂", "不知道", "给", "帮"), me.end)

    def _after(self, mention: Mention, markers: tuple[str, ...]) -> bool:
        """Whether the person stands behind such a verb: 带着, 带着读幼儿园的, 养着三个."""
        before = self._message.text[max(0, mention.start - _VERB_REACH) : mention.start]
        if before.endswith(markers):
            return True
        return markers is _OBJECT_AFTER and bool(_BROUGHT.search(before))

    def owner(self, start: int, end: int, *, of: bool = False) -> Mention | None:
        """Whom a statement at start..end is about; None when nobody was named.

        *of*: the statement may describe a person named right behind it (脑瘫儿子).
        """
        clause = self._message.clause(start)
        here = self.inside(clause)
        after = [m for m in here if m.start >= end]
        if after and (self._attribute(end, after[0]) or (of and after[0].start == end)):
            return after[0]
        before = [m for m in here if m.start < end]
        acting = [m for m in before if not self._after(m, _OBJECT_AFTER) or self._after(m, ("和",)) or m.end > start]
        if acting:
            return acting[-1]
        subject = self._subjects[self._message.clause_index(start)]
        if before and (subject is None or not self._after(before[-1], _COMPANY)):
            return before[-1]
        return subject

    def _attribute(self, end: int, mention: Mention) -> bool:
        """读幼儿园的女儿, 83岁老母亲: the statement stands before the person it describes."""
        between = self._message.text[end : mention.start]
        return between in ("的", "岁的", "岁", "了的", "多岁的", "级的", "级", "残疾的", "以上的", "的我", "的大", "的小")
