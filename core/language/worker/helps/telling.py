"""In which clauses something is handed over: by their own verb, or going on with a list."""

import re

from core.language.reading.message import Clause
from core.language.worker.helps.tale import Tale
from core.language.worker.helps.terms import COUNT, UNITS, grammar, nouns

_MORE = r"(?:另外|还有|还|外加|再加|再|又|加上|加|以及|和|跟|连|带|外|另|现金|共|其中){0,5}"
_ENTRY = rf"(?:[一-龥]{{0,6}}?{COUNT}(?:多|来)?[大小整满]?(?:{UNITS})(?:的)?[一-龥]{{0,6}}?|[一-龥]{{1,6}}各?{COUNT})"
_COUNTED_LIST = re.compile(rf"{_MORE}(?:{_ENTRY}[和跟加及]?){{1,6}}(?:左右|吧|呢|的)?")
_STARTS_COUNTED = re.compile(rf"{_MORE}{COUNT}[大小整满]?(?:{UNITS})[一-龥]{{1,6}}(?:到|给|送|放)")
_GLUE = re.compile(
    rf"{COUNT}|{UNITS}|另外|还有|外加|以及|[和跟加各共新大小旧厚的些点等吃用一]|什么的|之类"
)
_PEOPLE = re.compile(
    "[他她我]|老人|[儿孙]子|女儿|孙女|孩子|小孩|老伴|人$|户|家|岁|月|年|元|块钱|学|住|病|没|不|(?<!^还)(?<!也)有|是|在|电话|信息|材料|政策|次|趟|遍|天|级|号|点|分|层|楼|室|辈"
)
_THEIRS = re.compile(
    "。(?:[他她]|老人|阿婆|老太|现在|目前)?(?:自己|家里|家中|家|屋里|屋|厨房|灶间|冰箱|缸里|柜子|橱|床上|桌上|门口|院子|手上|还有|还|只|剩|存|缺|少|要|需)"
)
_PLACED = re.compile(
    "送|给|放|发|拿|交|挂|收[下到]|领|到手|搬|抬|签|带|拉到|推到|扶到|拎|搁|塞|装好|铺|用上|已|都好了|归|寄|捐|出的|提供"
)
_WANTED = re.compile(
    "没|缺|坏|不|等|想|少|破|旧(?![^，。？]{1,4}(?:是|我)|的$)|空|自己|以前|漏|摔|儿子|女儿|住|(?<!需)要"
)
_CARRIED = re.compile(
    "(?:搬|抬|送|拿|交|拖|推|扛|拎|放|分|发|带|拉|背|驮|提)(?:给|到|进|去|来|上|在|过去|过来|掉)(?!医院|派出所|镇里|修理|村里)|给[他她](?:用|装|穿|盖|铺|戴)上?了"
)
_AGENT = re.compile(
    "(?:都?是|全是)?(?!女儿|儿子|自己|亲戚|别人|人家|老公|老婆|邻居|女婿|孙)[^，。？]{1,8}(?:送|捐|给|借|发|赠|买|配|拨|寄|出|装|批|支援|赞助|换)(?:来|出来|下来|过来|给[他她])?的"
)


def giving(tale: Tale) -> list[bool]:
    """For every clause whether something is given in it."""
    clauses = tale.clauses
    bare = [is_list(c) for c in clauses]
    if clauses and all(bare) and not _THEIRS.match(tale.text):
        return [True] * len(clauses)  # nothing but things and numbers: that is what was brought
    told = [_tells(tale, at) for at in range(len(clauses))]
    found = list(told)
    for at in range(1, len(clauses)):  # 送了米，另外油两桶
        led = found[at - 1] or bool(grammar("came_to_see").search(clauses[at - 1].text))
        goes_on = bare[at] or _STARTS_COUNTED.match(clauses[at].text)
        found[at] = found[at] or bool(goes_on and led and tale.holds(at - 1))
    for at in range(len(clauses) - 2, -1, -1):  # 米两袋，都放门口了: the verb comes last
        found[at] = found[at] or (bare[at] and _told_later(tale, at, found, bare))
        found[at] = found[at] or _named_giver(clauses[at + 1].text)
    for at in range(len(clauses) - 1) if _CARRIED.search(tale.text) else ():
        found[at] = found[at] or _topic(tale, at, found)
    _leading(tale, found, bare)
    return found


def is_list(clause: Clause) -> bool:
    """两袋米, 米两袋油一桶, 另外书包一个: nothing but things."""
    text = clause.text
    if len(text) > 24 or _PEOPLE.search(text):
        return False
    if _COUNTED_LIST.fullmatch(text):
        return True
    left = nouns("goods")[1].sub("", text)
    return left != text and not _GLUE.sub("", left)


def _named_giver(text: str) -> bool:
    """是残联送的."""
    return text.endswith("的") and _AGENT.fullmatch(text) is not None


def _topic(tale: Tale, at: int, found: list[bool]) -> bool:
    """电动轮椅残联批的，今早拖到他家: the thing first, the handing over in the next clause or two."""
    _, goods = nouns("goods")
    text = tale.clauses[at].text
    if _WANTED.search(text) or not goods.search(text):
        return False
    for later in range(at + 1, min(at + 3, len(found))):
        clause = tale.clauses[later].text
        if _WANTED.search(clause) or goods.search(clause):
            return False
        if _CARRIED.search(clause):
            return _went_well(tale, later)
    return False


def _tells(tale: Tale, at: int) -> bool:
    said, hands_over = tale.clauses[at].text, grammar("hands_over")
    if not hands_over.search(said):
        return False
    return bool(hands_over.search(grammar("for_them").sub("", said))) and tale.holds(at)


def _told_later(tale: Tale, at: int, found: list[bool], bare: list[bool]) -> bool:
    following = tale.clauses[at + 1]
    if found[at + 1] and bare[at + 1]:
        return True
    return bool(_PLACED.search(following.text)) and not bare[at + 1] and _went_well(tale, at + 1)


def _went_well(tale: Tale, at: int) -> bool:
    """The clause that tells what became of a list denies nothing."""
    text = tale.clauses[at].text
    refused = grammar("not_taken").match(text) or re.search(
        "没|不(?!错|少|轻)|未|等|要|想|缺", text
    )
    return tale.holds(at) and not refused


def _leading(tale: Tale, found: list[bool], bare: list[bool]) -> None:
    """冬装两套，雪地靴一双，尺码合适: two things and more at the head were brought."""
    first = next((i for i, is_bare in enumerate(bare) if not is_bare), len(bare))
    if first > 1 and not _THEIRS.match(tale.text) and _went_well(tale, first):
        found[:first] = [True] * first
