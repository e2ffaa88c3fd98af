"""Ages: 82岁, 我妈86了, 我爷八十整, 四十好几."""

import re
from collections.abc import Iterator

from core.language.reading.kinship import YOUNG, Mention
from core.language.reading.numerals import Number
from core.language.resident.scene import Fact, Scene

OLDEST = 115
_HUNDRED = re.compile("(?:满|过|都|已|今年)?百岁(?:了|整)")
_YEARS = re.compile(r"(?:多|来|几)?(?:周岁|岁|虚岁|来岁|大寿|寿辰|寿(?=[，。？了]))")
_GONE_BY = re.compile(
    r"时(?!常)|那时|那会|上(?=[^，。？]{0,4}(?:没|死|走|得|病))|(?:她|他)?(?:男人|老公|丈夫|老婆|爸|妈|爹|娘)?(?:发烧|生病)?就(?:没|走|死|守|去世|瘫|得|病|残|聋|瞎|离|不在|出来|跟)"
)  # 二十几岁男人就没了, 五岁时发烧
_ALONE = re.compile(
    "(?:了|岁|整|出头|岁?的人了|挂零|开外|冒头|有余|光景|上下|不到)?(?=[，。？])|了还"
)
_STAFF = re.compile("窗口|工作人员|办事|接电话|小年轻|小伙子|[那这]个年轻")
_SINCE = re.compile("(?:从|自|打|小时候)$")
# Without 岁 only a number directly behind a person counts, and only one that nobody would count otherwise.
_BARE = re.compile(
    r"(?:岁|(?=[我他她])|整|了(?!个)|多了|出头|(?=[，。？])|的人|还|一个人|独居|卧床|失能|又)"
)
_LEAD = re.compile(
    r"(?:年纪大了|人家?|两个人?|两人|俩|双双|实岁|刚|刚刚|刚过|过|奔|岁数大了|今年|都|已经|已|有|快|也|才|刚|年纪|年龄|是|虚岁|实足|周岁|大概|上|满|过了|年|现在|本人|就|将近|得|整){0,5}$"
)
_NOT_AGES = re.compile(
    r"多少|每月|每天|一次|一天|一年|一月|一个月|年|级|户|口|人(?!了|家)|名|条|间"
    r"|[多来几]?(?:个|块|元|万|天|次|斤|套|平|亩|公里|里路|米|度|只(?!有)|头|袋|瓶|片|盒|包|辆|趟|遍|倍|成|折|页|字|秒|分|小时|钟头|周(?!岁)|号(?!的)|点|%|毛|角)"
)
# 五十三没讨老婆: what goes on behind an age in a clause of its own
_GOES_ON = re.compile(
    "没|一辈子|从没|还|单身|光棍|未婚|独|一个人|有|在家|住|瘫|卧|患|眼|耳|腿|腰|走|做不|干不|种|守寡|丧偶|退休|身体|得了|都|也|实在"
)
_BROUGHT = re.compile("(?:抚养|带着?|养着?|供着?|拉扯|照顾|有|个|的|^)$")  # 独自抚养12岁儿子
_LISTED = re.compile("(?:[一-龥]{2}(?:跟|和|、)|还有|家里有|上有|下有)个?$")  # 八十岁婆婆跟十岁儿子
GROWN_UP = 30  # a child spoken of without a word more is younger
_PAST_TEN = re.compile("[月号日点次年个]")
_COUNTING = re.compile(r"\d|钱|元|块|花|收|退|赚|挣|到|借|欠|吃")
_AFTER_YEARS = re.compile(
    r"(?:以上|以下|以后|的时候|那年|之前|之后|前|开始|起|就(?:可以|能)|才能|可以|是每月|补贴|津贴|能领)"
)


def read(scene: Scene) -> Iterator[Fact]:
    """Every age said of somebody in the message; ages of rules (八十岁以上) are nobody's."""
    for hundred in _HUNDRED.finditer(scene.text):
        if owner := scene.cast.owner(*hundred.span()):
            yield Fact("age", 100, *hundred.span(), owner, 0.8)
    for number in scene.message.numbers:
        if not 0 < number.high <= OLDEST:
            continue
        if (m := _YEARS.match(scene.text, number.end)) and not _no_age(scene, number, m.end()):
            owner = _owner(scene, number, m.end())
            if owner is None and _of_a_rule(scene, number):
                continue
            yield Fact("age", number.value, number.start, m.end(), owner, 0.95)
        elif not m and (owner := _bare_owner(scene, number)):
            yield Fact("age", number.value, number.start, number.end, owner, 0.8)


def _no_age(scene: Scene, number: Number, end: int) -> bool:
    """八十岁以上, 侬几岁啦, 二十几岁男人就没了: of a rule, a question, an age of long ago."""
    return bool(
        _STAFF.search(scene.clause_before(number.start))
        or (number.written == "几" and scene.text[end] != "的")
        or _AFTER_YEARS.match(scene.text, end)
        or _GONE_BY.match(scene.text, end)
        or _SINCE.search(scene.text, number.start - 3, number.start)
    )


def _owner(scene: Scene, number: Number, end: int) -> Mention | None:
    if (child := scene.cast.brought(number.start)) and number.high < GROWN_UP:
        return child
    before = scene.clause_before(number.start)
    told_of_next = bool(_BROUGHT.search(before) or _LISTED.search(before))
    return scene.cast.owner(number.start, end, of=told_of_next)


def _of_a_rule(scene: Scene, number: Number) -> bool:
    """高龄津贴八十岁是每月五十: an age beside the name of the allowance is nobody's."""
    clause = scene.message.clause(number.start)
    if scene.text[number.start - 1] in "满到" and not number.written.startswith(("不到", "不满")):
        return True
    return bool(scene.hits.within("resident/topics/old_age_allowance", clause.start, clause.end))


def _late(scene: Scene, number: Number, end: int, between: str) -> bool:
    """他无儿无女六十九了: a great age that closes the clause."""
    rest = scene.text[number.end : end]
    return number.low >= 60 and rest in ("", "了", "岁", "岁了") and not _COUNTING.search(between)


def _bare_owner(scene: Scene, number: Number) -> Mention | None:
    """我妈86了，: the person right before the number, when nothing else can be counted."""
    if number.low < 10 or _NOT_AGES.match(scene.text, number.end):
        return None
    clause = scene.message.clause(number.start)
    here = scene.cast.inside(clause)
    if number.low >= 50 and scene.text[number.end] == "的":  # 七十的老妈
        after = [m for m in here if m.start == number.end + 1 and m.relation != "self"]
        if after:
            return after[0]
    before = [m for m in here if m.end <= number.start]
    if before and before[-1].number and number.low < 30:  # 大的十三小的九岁
        return before[-1] if before[-1].end == number.start else None
    if before:
        between = scene.text[before[-1].end : number.start]
        named = re.fullmatch("[老小]?[一-龥]{1,2}", between) and before[-1].relation in (
            "villager",
            "neighbour",
        )
        close = number.low >= 40 and (number.high < 100 or before[-1].relation != "self")
        ends = close or _BARE.match(scene.text, number.end)
        lead = _LEAD.fullmatch(between) or named or _late(scene, number, clause.end, between)
        young = before[-1].relation in YOUNG and not _PAST_TEN.match(scene.text, number.end)
        this_year = (number.low >= 40 or young) and between.endswith(("今年", "现年"))
        return (
            before[-1] if (ends and lead) or (this_year and not _COUNTING.search(between)) else None
        )
    if not _LEAD.fullmatch(scene.text[clause.start : number.start]):
        return None
    if not _stands_alone(scene, number, clause.start):
        return None
    return scene.cast.owner(number.start, number.end) or (
        None if scene.cast.mentions else Mention("self", number.start, number.end)
    )


def _stands_alone(scene: Scene, number: Number, start: int) -> bool:
    """今年六十六, 五十三没讨老婆: an age with nobody in its clause."""
    alone = _ALONE.match(scene.text, number.end) or (
        number.low >= 40 and _GOES_ON.match(scene.text, number.end)
    )
    this_year = re.search("[今现]年", scene.text[start : number.start])
    return bool(alone and (number.low >= 40 or this_year))
