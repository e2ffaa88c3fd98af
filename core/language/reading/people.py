"""Who is spoken of: kin terms and whose kin they are."""

import re
from dataclasses import replace

from core.language.reading.kinship import GRAMMAR, YOUNG, Mention, owned_by, resolved
from core.language.reading.message import Message
from core.language.reading.shelf import line, read, words
from core.language.reading.terms import MARKS, terms

_AGE = r"[今年才刚]*[\d一二三四五六七八九十]{1,3}"
_AGED_PAIR = re.compile(rf"{_AGE}[，]?(?:小的|老二|一个){_AGE}(?:岁|[，。])")
_MAY_BE = {
    "husband": ("father", "grandfather", "father_in_law", "uncle"),
    "wife": ("mother", "grandmother"),
}
_BROUGHT_ALONG = re.compile(
    "[带养领抱](?:着|了)?(?:一?个|两个|俩)?((?:\\d{1,2}|[一二三四五六七八九十]{1,3})岁半?的)(?=[，。])"
)
_I_AM = re.compile("我(?:就)?是([他她])们?家?的?(?=[一-龥])")
_HERS = re.compile("乳腺癌|宫颈癌|卵巢癌|子宫[一-龥]{0,2}癌|怀孕|产后|流产")
_HIS = re.compile("前列腺")
_RANKED = re.compile("[大小二三](?=儿子|女儿|孙子|孙女|闺女)")


def mentions(message: Message, subject: Mention | None = None) -> list[Mention]:
    """Every person named, pronouns and possessives resolved, from left to right.

    *subject*: whom the messages before were about; a pronoun without anybody before it means them.
    """
    found = terms(message)
    told = _said_of_me(message.text, found) if "我是" in message.text else None
    if told is not None:
        subject, found = told
    merged: list[Mention] = [] if subject is None else [subject]
    for mention in _enumerated(message, found):
        mention = resolved(mention, merged, message.text)
        if merged and (owned := owned_by(message.text, merged[-1], mention)):
            if merged[-1].relation in YOUNG and owned.relation not in (*YOUNG, "friend"):
                merged.append(replace(owned, start=mention.start))  # 孙子的爸爸: both are spoken of
            elif _of_a_pronoun(message.text, merged):
                merged[-2:] = [replace(owned, start=merged[-2].start)]  # 我老公他弟弟
            else:
                merged[-1] = owned
        else:
            merged.append(mention)
    named = [m for m in merged if m.relation != "he" and m.end > 0]
    named = _next_door(_one_partner(text=message.text, found=named))
    return _told_apart(message.text, named)


def _of_a_pronoun(text: str, merged: list[Mention]) -> bool:
    """老公他弟弟: the pronoun only takes up the person right before it."""
    return (
        len(merged) > 1
        and merged[-2].end == merged[-1].start
        and text[merged[-1].start : merged[-1].end] in ("他", "她")
    )


def _said_of_me(text: str, terms: list[Mention]) -> tuple[Mention, list[Mention]] | None:
    """我是他姐, 我是她孙女: who 他 or 她 is to the speaker, and the people without the speaker's own name."""
    if (m := _I_AM.search(text)) is None:
        return None
    mine = next((t for t in terms if 0 <= t.start - m.end() <= 1), None)
    if mine is None or mine.relation in ("he", "self", "family", "neighbour", "villager"):
        return None
    whose = read("people/kin")["whose"]
    said = text[mine.start : mine.end]
    key = next((k for k in whose if k in said and not k.isascii()), mine.relation)
    relation = words(whose.get(key, "relative relative"))["他她".index(m[1])]
    rest = [t for t in terms if not m.start() < t.start < mine.end]
    return Mention(relation, 0, 0), [_as_known(t, relation) for t in rest]


def _as_known(term: Mention, relation: str) -> Mention:
    """我是他大儿子，老头子七十九: the old man is the father, not a husband."""
    old = term.relation == "relative" and not term.sure
    return (
        replace(term, relation=relation)
        if old or relation in _MAY_BE.get(term.relation, ())
        else term
    )


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
    if "岁的" in text and (m := _BROUGHT_ALONG.search(text)):
        found.append(Mention("child", m.start(1), m.end(1)))
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
    aged = "岁" in text[at : at + 4] and text[at : at + 1] not in MARKS
    aged = aged or bool(_AGED_PAIR.match(text, at))
    return aged or text.startswith(line(GRAMMAR, "schooled"), at)
