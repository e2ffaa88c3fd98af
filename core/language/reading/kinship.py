"""Who belongs to whom: pronouns and possessives resolved."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from core.language.reading.shelf import any_of, line, read

GRAMMAR = "people/grammar"
_APART = re.compile("[，。？]")
YOUNG = ("child", "son", "daughter", "niece", "nephew", "grandson", "granddaughter")
_SURNAME = re.compile("[老小]?[一-龥]")  # 隔壁王阿婆
_OF_A_HOUSE = re.compile("有?个?(?:老|小)?[一-龥]{1,2}家?里?的(?:那个|一个)?")  # 村里老金家的儿子
_HE, _SHE = "夫爸爹爷公伯叔舅哥弟", "妻妈娘奶婆婶姨姑姐妹嫂媳"  # how terms of one sex end
_HOMES = ("一家", "家里", "全家", "家中", "一家人", "家有", "家境", "一家子")
_AUNTS = "姑姨妈母婶"
_OLDER = ("father", "mother", "parents")
_CHILDREN = ("son", "daughter", "child")
_BRINGS_UP = re.compile(
    "[^。？]{0,14}(?:带着?|养着?|拉扯着?|供着?|有|生了|留下了?)(?:[一两三]?个|上学的|读书的)?"
)
_NOBODYS = ("self", "family", "villager", "neighbour")  # nobody owns these


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


def resolved(mention: Mention, before: list[Mention], text: str) -> Mention:
    """A pronoun stands for the last third person named before it, 这孩子 for the last child."""
    if mention.relation == "child" and text[mention.start - 1] in "这那":
        young = [m for m in before if m.relation in YOUNG and m.relation != "child"]
        return replace(mention, relation=young[-1].relation) if young else mention
    if mention.relation in _CHILDREN:
        return replace(mention, relation=_whose_child(mention, before, text) or mention.relation)
    if mention.relation != "he":
        return mention
    said = text[mention.start : mention.end]
    known = (_stands_for(o, mention, text) for o in _likely(before, mention, text, said))
    return next((found for found in known if found is not None), mention)


def _stands_for(other: Mention, mention: Mention, text: str) -> Mention | None:
    """The pronoun as this person; None where it cannot be."""
    said, named = text[mention.start : mention.end], text[other.start : other.end]
    if len(said) == 1 and named.endswith(line(GRAMMAR, "plural")):
        return None
    relation = other.relation
    if relation == "spouse":  # a partner called 她 is the wife
        relation = "wife" if said == "她" else "husband"
    elif (partner := _of_a_couple(named, said)) is not None:
        return Mention(partner, mention.start, mention.end)
    if relation in ("self", "family", "he"):
        return None
    return Mention(relation, mention.start, mention.end, other.sure, other.number)


def _of_a_couple(named: str, said: str) -> str | None:
    """我跟老太婆两个，我八十她七十八: the other one of the couple."""
    if named[:1] != "我" or named[1:2] not in ("跟", "和", "搭", "与", "同"):
        return None
    return {"他": "husband", "她": "wife"}.get(said)


def _whose_child(mention: Mention, before: list[Mention], text: str) -> str | None:
    """我哥一个人带儿子，儿子初三: the child of the one who brings it up, not the speaker's."""
    said = text[mention.start : mention.end]
    named = [m for m in before if text[m.start : m.end] == said]
    if named:  # the same word again means the same child
        return named[-1].relation
    last = before[-1] if before else None
    if (
        last is None
        or text[: last.end].endswith(("前妻", "前夫"))
        or not _BRINGS_UP.fullmatch(text, last.end, mention.start)
    ):
        return None
    theirs = last.relation in ("neighbour", "villager", "friend")
    return last.relation if theirs else _of(last.relation, mention.relation)


def _likely(before: list[Mention], mention: Mention, text: str, said: str) -> list[Mention]:
    """Whom a pronoun may stand for, the likeliest first: of its own sex, not the doer of its clause."""
    towards = text[: mention.start].endswith(line(GRAMMAR, "towards"))
    apart = [
        m for m in reversed(before) if not towards or _APART.search(text, m.end, mention.start)
    ]
    other_sex = line(GRAMMAR, {"他": "women", "她": "men"}.get(said, "nobody_of"))
    ends = {"他": _SHE, "她": _HE}.get(said, "")
    return sorted(
        apart,
        key=lambda m: (m.relation in other_sex or text[m.end - 1] in ends, _aside(m, text)),
    )


def _aside(mention: Mention, text: str) -> bool:
    """她爹, 跟着奶奶, 爹娘都没了: named beside somebody else, not the one spoken of."""
    return (
        (text[mention.start] in "他她" and mention.end - mention.start > 1)
        or text[max(0, mention.start - 2) : mention.start].endswith(line(GRAMMAR, "beside"))
        or text.startswith(line(GRAMMAR, "absent"), mention.end)
        or bool(any_of(GRAMMAR, "dead").match(text, mention.end))
    )


def owned_by(text: str, owner: Mention, owned: Mention) -> Mention | None:
    """我＋妈, 我弟的儿子, 邻居家小孩: two terms that name one person."""
    between, said = text[owner.end : owned.start], text[owner.start : owner.end]
    far = owner.relation in ("neighbour", "villager")
    if far and _of_the_house(owner, owned, between):
        return Mention(owner.relation, owner.start, owned.end)
    if not between and _at_home(owner, owned, text):
        return replace(owner, end=owned.end)
    if not between and said in ("他", "她"):
        return _theirs(owner, owned)
    if (between and between not in line(GRAMMAR, "owns")) or owned.relation in _NOBODYS:
        return None
    if owner.relation in ("self", "family", "he"):
        return _ours(owner, owned)
    return Mention(owner.relation, owner.start, owned.end) if far else _kin(text, owner, owned)


def _kin(text: str, owner: Mention, owned: Mention) -> Mention | None:
    """我弟的儿子, 前夫的娘."""
    between = text[owner.end : owned.start]
    if text[: owner.end].endswith(("前妻", "前夫")):
        return Mention("relative", owner.start, owned.end) if owned.relation in _OLDER else None
    if owned.relation == "friend":  # 我儿子的同学
        return replace(owned, start=owner.start)
    if not between or owner.number or between in ("他", "她"):
        return None
    relation = "" if owned.relation == "parents" else _of(owner.relation, owned.relation)
    if relation and owned.relation in _CHILDREN and text[owner.end - 1] in _AUNTS:
        relation = "relative"  # 舅妈的儿子 is a cousin, 妹妹的儿子 a nephew
    return Mention(relation, owner.start, owned.end) if relation else None


def _at_home(owner: Mention, owned: Mention, text: str) -> bool:
    """堂哥一家三口, 她家里: the household of that person."""
    return (
        owned.relation == "family"
        and owner.relation not in _NOBODYS
        and text[owned.start : owned.end] in _HOMES
    )


def _of_the_house(owner: Mention, owned: Mention, between: str) -> bool:
    """隔壁小两口, 隔壁王阿婆, 村里老金家的儿子."""
    if owner.relation == "neighbour" and not between and owned.relation == "family":
        return True
    named = between and owned.relation not in _NOBODYS and _SURNAME.fullmatch(between)
    return bool(named or _OF_A_HOUSE.fullmatch(between))


def _ours(owner: Mention, owned: Mention) -> Mention:
    """我妈, 我家孩子."""
    sure = owned.sure or owner.home or owner.relation in ("family", "self")
    home = owner.relation == "family"
    return Mention(owned.relation, owner.start, owned.end, sure, owned.number, home)


def _theirs(owner: Mention, owned: Mention) -> Mention | None:
    """孩子他爸, 儿子…他奶奶: kin of the person a pronoun stands for, told as the speaker's kin."""
    if owned.relation in _NOBODYS or owner.relation == "he":
        return None
    known = _of(owner.relation, owned.relation)
    return Mention(known or owned.relation, owner.start, owned.end)


@cache
def _of(owner: str, owned: str) -> str:
    table: dict[str, Any] = read("people/kin")["of"]
    return str(table.get(owner, {}).get(owned, ""))
