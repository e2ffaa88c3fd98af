"""How many people live together: 四口人, 三口之家, 老两口, 两口子加一个娃."""

import re
from collections.abc import Iterator

from core.language.reading.numerals import Number, plain
from core.language.resident.scene import Fact, Scene

LARGEST = 15
_MOUTHS = re.compile(
    r"(?:口人|口之家|口子人|口家|口(?=[，。？]|人|都|全|月|年|只|一|靠|住|里|够|吃|每|收|就|人均|总|挤|租|家)|号人|人口|人家庭|人之家|口之|个人口|张嘴|口子)"
)
_AT_HOME = re.compile("口(?!井|锅|田|气|饭|水|塘|棺)")
_WRONG = re.compile("，?(?:错|不对|讲错|说错)")
_HEADS = re.compile(
    r"个?人(?!均|的|给|有|都有|来|去|中|说|住院|带|养|失业|退休|上班|上学|打工|挣|赚|干|做|照顾|头|民|工)"
)
_HOME = re.compile(
    r"(?:家里|家中|全家|一家|我家|我们家|家|一共|总共|共|我们|现在|家庭|户口[本簿]?上?|户上|户里|户头上|一户|[三四]代|老小|小小|大小|老少|上下|剩|剩下|变成|成了)(?:里|就|有|现在|总共|一共|共有|共|只有|才|就我们|是|也就|加起来|的|人口|户口|还有|上|剩|剩下|变成|同堂|统共|拢共){0,5}$"
)
_EARN = re.compile(
    "吃饭|要吃饭|一个月|每月|一共|加起来|总共|合起来|月收入|一年|靠|就靠|挤|住|摊|分摊|花|用|开销|过活|要吃|吃用"
)
_SHARED = re.compile("过日|过活|吃饭|一只锅|一个锅|一锅|生活(?!费|补)|相依|要吃|要养活")
_CHANGED = re.compile(
    r"从[一二两三四五六七八\d]+(?:个人|口人?|个)[^，。？]{0,2}(?:变|成|到|增|减|添|少)[成为了到]*(?P<n>[一二两三四五六七八九\d]+)(?:个|口)"
)
_COUPLE = re.compile(
    r"(?:老两口|两口子|小两口|夫妻俩|夫妻两个|夫妻两人|夫妻二人|我们俩|俩老人|二老|两个老人家|我和老伴|我跟老伴|我和老公|我和老婆|我们老夫妻|老夫妻俩|老夫妻|夫妻)"
)
_PLUS = re.compile(
    r"，?(?:加上?|带着?|养着?|和|还有|外加)?(?P<n>一|两|俩|二|三|四|仨|1|2|3|4)个?(?:小|傻|残疾|上学的|瘫痪的|没成家的)?(?:孩子|娃|儿子|女儿|老人|小孩|孙子|孙女|老的|宝宝)"
)
_ONE_MORE = re.compile(
    r"(?:和|加上?|带着?|跟)(?:一个|个)?(?:小|傻)?(?:孩子|娃|儿子|女儿|孙子|孙女|外孙)"
)
_PAIR = re.compile(
    r"(?:祖孙|爷孙|婆孙|(?<![爷爹爸])娘儿?|爷儿?|孤儿寡母|父子|母女|母子|父女|婆媳|兄妹|姐弟|姐妹|兄弟|公婆|祖孙三代|一家老小|老小)(?P<n>俩|仨|[二两三四五六]人|[两三四五六]个人?|[二两三四五六]口)"
)
_TOGETHER = re.compile(
    r"我(?:和|跟|与|同|搭)[^，。？我]{1,4}(?:两个人|俩人|两人|俩)(?:过|住|生活|相依|(?:腿脚|身体|年纪)?都|(?=，(?:一个月|每月|一年|总共|统共|加起来|没)))"
)
_SMALL = re.compile(
    "([一两二三四1234])个?(?:大|老)的?[，]?([一两二三四1234])个?小(?!孩|囡|女|儿|时|区|学)"
)
_FLATS = re.compile("[套房]")
_AND = re.compile("(?:，|和|跟|与|同|搭|还有|以及|加上?|带着?){1,6}(?:一个|个)?")
_LIST = re.compile(
    "(?:家里|家中|我家|我们家|户口上|现在)(?:现在|就|只|只有|就剩|只剩|剩|有|下|住着?|在){1,6}(?=我)|(?:就|只有|只剩|就剩)(?:剩|下)?(?=我)"
)
_WE_TWO = re.compile(
    "[我俺]们(?:老|小)?(?:夫妻|两夫妻|两口子|两口|夫妻俩|夫妻两个|两个老的|老夫妻)(?!.*(?:孩子|儿子|女儿|娃|老人|孙))"
)
_TWO_AND = re.compile(
    r"(?P<n>两|二|2|三|3)个(?:老的|老人|大人|大的|老人家)(?:加|带|和|，?还有)(?P<m>一|两|俩|1|2|三|3)个?(?:小|傻|残疾)?(?:孩子|娃|儿子|女儿|小的|孙子|孙女)"
)
_ME_AND = re.compile(
    r"(?:就|只有|只剩|剩|就剩|里|住着?)(?:剩|下)?我(?:和|跟|与|同)(?:老太婆|老头子|老头|老伴|老公|老婆|儿子|女儿|我妈|我爸|妈妈|爸爸|妈|爸|孩子|孙子|孙女|娃|爱人|奶奶|爷爷|外孙|妻子|丈夫)(?!一起去|都|都在|上班|两个人上班|挣|打工|干活|赚|工作|有收入|两个人(?:挣|上班|打工|赚|干))"
)
_ALONE_TWO = re.compile(
    r"(?:家里|就|只有|就剩|剩下|剩|现在)(?:就|只|有|剩|我们|下){0,5}(?:老两口|我们俩|两个老人|两个老头老太|两个老的|老夫妻俩|两个老头|我们老两口)"
)
_FORMER = re.compile("本来|原来|以前|原先|之前|过去")
_OLD_TWO = re.compile(
    r"(?:家里|我们家|屋里)[有就]?两个(?:老头老太|老人|老头|老的)(?!，?[一两三]个)"
)
_THEIR_OWN = re.compile(
    "(?:父母|爸妈|爹妈|爸爸妈妈|爷爷奶奶|外公外婆|公公婆婆)[^，。？]{0,4}(?:两|俩)个?"
)
_WORDS = {
    "一": 1,
    "1": 1,
    "两": 2,
    "俩": 2,
    "二": 2,
    "2": 2,
    "三": 3,
    "3": 3,
    "四": 4,
    "4": 4,
    "仨": 3,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    **{str(n): n for n in range(4, 10)},
}


def read(scene: Scene) -> Iterator[Fact]:
    """The size that is told; where nothing is told, the sum that is (夫妻加一个娃)."""
    told = list(_told(scene))
    if not told or _WRONG.match(scene.text, told[-1].end):
        told += _summed(scene)
    yield from told


def counted(scene: Scene) -> bool:
    """Whether the size is told as a number, not only as a couple or a pair."""
    return any(True for _ in _told(scene))


def _told(scene: Scene) -> Iterator[Fact]:
    if changed := _CHANGED.search(scene.text):
        yield _size(_WORDS.get(changed["n"], 0), changed.start(), changed.end())
        return
    for number in scene.message.numbers:
        if _FORMER.search(scene.clause_before(number.start)) or _of_a_rule(scene, number):
            continue
        if (
            1 <= number.low <= LARGEST
            and number.written != "几"
            and (end := _people(scene, number))
        ):
            yield Fact("household_size", number.value, number.start, end, None, 0.95)


def _of_a_rule(scene: Scene, number: Number) -> bool:
    """两口之家低保标准多少 is of nobody."""
    return not scene.cast.mentions and "标准" in scene.message.clause(number.start).text


def _people(scene: Scene, number: Number) -> int:
    """Where the count of people ends, or 0 when the number counts something else."""
    text = scene.text
    mouths = _MOUTHS.match(text, number.end) or (
        _AT_HOME.match(text, number.end)
        if _HOME.search(scene.clause_before(number.start))
        else None
    )
    if mouths and text[number.start - 1] not in "第每吃喝咬啃叹扒尝扒":
        return mouths.end()
    if not (m := _HEADS.match(text, number.end)) or number.high < 2:
        return 0
    clause = scene.message.clause(number.start)
    if m and _SHARED.match(text, m.end()):
        return m.end()
    alone = text[clause.start : clause.end] == text[number.start : m.end()]
    if _EARN.match(text, m.end()) and number.start == clause.start:
        return m.end()
    spare = number.written in ("俩", "仨") and bool(_HOME.search(text, clause.start, number.start))
    return m.end() if alone or spare or _HOME.search(text, clause.start, number.start) else 0


def _summed(scene: Scene) -> Iterator[Fact]:
    if both := _TWO_AND.search(scene.text):
        yield _size(_WORDS[both["n"]] + _WORDS[both["m"]], *both.span())
        return
    both = _SMALL.search(scene.text)
    if both and not _FLATS.search(scene.clause_before(both.start())):
        yield _size(_WORDS[both[1]] + _WORDS[both[2]], *both.span())
        return
    if (listed := _listed(scene)) is not None:
        yield listed
        return
    couples = [c for m in _COUPLE.finditer(scene.text) if (c := _couple_and(scene.text, m))]
    if couples:
        yield couples[0]
    elif pair := _PAIR.search(scene.text):
        yield _size(_WORDS[pair["n"][0]], *pair.span())
    else:
        if _THEIR_OWN.search(scene.text):
            return
        twos = (p.search(scene.text) for p in (_ALONE_TWO, _ME_AND, _TOGETHER, _OLD_TWO, _WE_TWO))
        yield from (_size(2, *two.span()) for two in [t for t in twos if t][:1])


def _listed(scene: Scene) -> Fact | None:
    """家里就我、二女儿跟外公: everybody of the list, when nothing else follows in it."""
    if not (m := _LIST.search(scene.text)):
        return None
    people, end = 0, m.end()
    for mention in scene.cast.mentions:
        if mention.start < m.end():
            continue
        joined = _AND.fullmatch(scene.text, end, mention.start) or not people
        if not joined or (people and mention.relation == "self"):
            break
        closed = scene.text[end : mention.start].strip("，") != ""
        people, end = people + 1, mention.end
        if people > 1 and closed:  # 我、女儿跟外公: the last one
            break
    return _size(people, m.start(), end) if people > 2 else None


def _couple_and(text: str, couple: re.Match[str]) -> Fact | None:
    """夫妻加一个娃, 我和老婆带着孩子: the couple and whoever is added to it."""
    people, end = 2, couple.end()
    while more := _PLUS.match(text, end):
        people, end = people + _WORDS[more["n"]], more.end()
    if people > 2:
        return _size(people, couple.start(), end)
    one = _ONE_MORE.match(text, couple.end())
    return _size(3, couple.start(), one.end()) if one else None


def _size(people: int, start: int, end: int) -> Fact:
    return Fact("household_size", plain(people), start, end, None, 0.8)
