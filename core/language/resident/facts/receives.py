"""Which benefits are held now: 家里是低保, 我们是低边, 拿着低保和护理补贴."""

import re
from collections.abc import Iterator

from core.language.reading.rules import Hit
from core.language.resident.scene import Fact, Scene

HELD = [
    "dibao",
    "tekun",
    "dibao_edge",
    "expenditure_hardship",
    "disability_living_subsidy",
    "disability_care_subsidy",
    "old_age_allowance",
    "price_subsidy",
    "electricity_discount",
]
REACH = 8  # how far before a benefit a denial or a question still speaks of it
_JOINED = re.compile(r"(?:和|、|，|跟|加|还有|也|以及|，还有)?(?:残疾人|残疾|重残|困难)?$")
_HOLDS = re.compile(
    r"(?:是|属于|吃着?|拿着?|领着?|享受着?|享有|一直|有|评上了?|办了|办好了|已经是|一直领着?|现在就|纳入|入了|进了|在吃|在领|在拿|批了|评了|评为|定为|认定为|作为|就老婆的|领的|拿的|享受的|退出|靠着?|吃上了?|除了|除掉|评上的|办的|有了|拿了|领了|办了|办下来|享有)"
    r"(?:了|的|个|我|老婆的|着|农村|城市|城镇|这个|一份|一点|点|那点|每月|重残|困难|残疾人){0,5}$"
)
_HOME = re.compile(
    r"(?:我这个|我这种|像我这种|像我们|我们这种|家里|我家|我们家|家|全家|我们|家中|一家|我|妈妈|爸爸|他|她|户)(?:现在|都|就|也|已经|目前|一直){0,5}$"
)
_NOT = re.compile(
    r"不是|没有|没|不|能不能|可以|能|想|要|申请|怎么|如何|够|算|还能|是不是|有没有|取消|停|退掉|被退|断|以前|原来|曾经|评不上|没评|差点|听说|生前|人家|别人|村干部|亲戚|帮|为什么|凭|给我|什么|多少|进度|离开|哪|影响|才能|再|退保"
)
_DRAWN = re.compile(
    r"(?:户|金|的钱|待遇)?(?:已经|现在|一直|每月|每个月|我|我们|我家|都|也|在|倒是|倒|是|还|仍|照样|照|本来就|每个月|每月|一年|[\d一二两三四五六七八九十百千]+(?:块钱|块|元)?){0,5}"
    r"(?:(?:拿|领|吃|享受|装|用)(?:了|着|的|到|[一二三四五六七八九\d])|(?:有的|有了?|在)$|办好|批下来|批好|评上|到手|好?几年|[一两二三四五六七八九十\d]+年)(?!没|吗|吧|没有)"
)
# 妈的老年津贴前三个月都有, 我家低保这个月只打了六百, 从四百五变成三百九
_CAME = re.compile(
    r"(?:户|金|的钱|钱)?(?:怎么|咋|为什么|为啥|前[一二两三四五六几]?个?月|以前|之前|往常|上个月|上月|这个月|本月|每个月|每月|一直|都|也|又){0,5}"
    r"(?:都有|(?:只|就|才|少)[打发给到]|(?:没|没有)打(?:卡|进)|从[^，。？]{2,9}(?:变|降|减|涨|升|少)|变成|变少|缩水|(?:打|发|到账|给)[了过的])"
)
# 我的低保给我停掉吧: held until now
_GIVEN_UP = re.compile(
    "(?:户|金|的钱|钱)?(?:请|麻烦|就|想|要){0,5}(?:帮我|给我|帮忙|替我)[^，。？]{0,3}(?:停|退|取消|注销)|我?(?:不要了|不吃了|不领了|自愿退)"
)
_HEARD = re.compile(
    "(?:晓得|知道|听说|听|讲|说|想|看到|发现|以为)(?:还|也|家里)?有$"
)  # 才晓得有高龄津贴
_THOSE = re.compile(
    "的(?:照样|照|还|倒|也|都|却|又|在){0,5}(?:吃|拿|领)[着了]?$"
)  # 开小洋楼的吃低保
_MINE = re.compile(
    r"(?:我|我的|我那|我这|我那个|我家的?|我们的?|我们家的?|(?:妈|爸|奶奶|爷爷|婆婆|老伴|老公|老婆|儿子|女儿)的?)$"
)
_OF_SOMEBODY = re.compile(
    "(?:公|婆|爷|奶|叔|伯|舅|姑|姨|哥|弟|姐|妹|娘|爹|侄子|侄女|外甥|孙子|孙女)的?$"
)
_IS = re.compile("(?:供养|救助|人员|户|对象){0,5}的?")
_PAID = re.compile(
    r"(?:金|的钱|钱|给)?(?:这个月|上个月|本月|咋|又|老是|总是|怎么|为什么|为啥|会不会|是不是|突然|一直|每月|每个月){0,5}(?:少|停|断|被停|被扣|降|取消|不发|会|发到|打到)"
)
_FEARED = re.compile(
    r"(?:户|金|的钱|钱)?(?:是不是|会不会|要不要)(?:要|就|马上|也|会|被){0,5}(?:停|取消|减|少|没)"
)
_ACROSS = re.compile("[，。？：]|有没有|能不能|可不可以|怎么|多少|补贴吗")  # 电费有没有优惠
_ASKED_ON = re.compile("(?:还|也|又|再)?[有]?(?:没有|能|可|怎|多少|什么|优惠|减免|吗)")
_STOPPED = re.compile(
    "(?:户|金|的钱|钱)?(?:已经|突然|上个月|去年|这个月|今年|也|都|就|给|早就|莫名其妙){0,5}(?:被停|停掉|停了|停发|被取消|取消了|取消掉|被退|退掉|退了|没了|断了|不给了|不发了)"
)
_AMOUNT = r"[\d一二两三四五六七八九十百千几多]{2,}(?:块钱|块|元)?"
_WITH_AMOUNT = re.compile(rf"(?:还有|另有|加上|每月|一个月|领|拿|有)(?:着|了|的)?{_AMOUNT}(?:的)?$")
_AMOUNTED = re.compile(
    rf"(?:是|有|就|才|每月|每个月|一个月)?{_AMOUNT}(?:一个月|每月|一月)?(?=[，。]|$)"
)
_GROUP = re.compile(r"(?:吃|拿|领|享受)$")  # 吃低保的电费有便宜: nobody in particular
_ENDED = re.compile(
    r"^(?:户|金|证|边缘户)?(?:就|都|已经|被|早|早就|又|突然|上个月|去年|这个月|也){0,5}(?:停|取消|退|断|没了|不给|不发|到期|被拿|没批|没评|批不|评不|拿不|没有了|吗|标准|怎么|要|多少|申请|材料|条件|能不能办|可以)"
)


def read(scene: Scene) -> Iterator[Fact]:
    """One fact for every benefit that is said to be held."""
    previous: Hit | None = None
    for hit in longest(scene.hits["resident/topics"]):
        if hit.name not in HELD or hit.rule.data.get("how") != "named":
            continue
        if holds(scene, hit) == "own" or (previous is not None and _joined(scene, previous, hit)):
            owner = scene.cast.owner(hit.start, hit.end)
            yield Fact("receives", hit.name, hit.start, hit.end, owner, 0.85)
            previous = hit


def longest(hits: list[Hit]) -> list[Hit]:
    """Of the hits of one topic that start together only the longest: 低边户, not 低边."""
    best: dict[tuple[str, int], Hit] = {}
    for hit in hits:
        known = best.get((hit.name, hit.start))
        if known is None or known.end < hit.end:
            best[(hit.name, hit.start)] = hit
    return list(best.values())


def _joined(scene: Scene, held: Hit, hit: Hit) -> bool:
    """拿着低保、护理补贴: what is joined to a benefit that is held is held, too."""
    between = scene.text[held.end : hit.start]
    return (
        len(between) < 8
        and bool(_JOINED.fullmatch(between))
        and not _ENDED.match(scene.text[hit.end : hit.end + 8])
        and not _ASKED_ON.match(scene.text[hit.end : hit.end + 6])
        and not _ACROSS.search(scene.text[hit.start : hit.end])
    )


def holds(scene: Scene, hit: Hit) -> str:
    """Whether a named benefit is told as held now: "own", only by some group ("group"), or not ("")."""
    if hit.name not in HELD or _ACROSS.search(scene.text[hit.start : hit.end]):
        return ""
    before = scene.clause_before(hit.start).replace("会不会", "")
    after = scene.clause_after(hit.end)
    if _HEARD.search(before) or (_THOSE.search(before) and not _somebody_in(scene, hit)):
        return ""
    if _member(scene, hit, after) or (_MINE.search(before) and _GIVEN_UP.match(after)):
        return "own"
    if _GROUP.search(before) and after.startswith("的") and not scene.cast.mentions:
        return "group"
    return _told(scene, hit, before, after)


def _somebody_in(scene: Scene, hit: Hit) -> bool:
    return any(m.end <= hit.start for m in scene.cast.inside(scene.message.clause(hit.start)))


def _told(scene: Scene, hit: Hit, before: str, after: str) -> str:
    """By the words around it: drawn, ended, feared to end, asked for."""
    if not _NOT.search(before[-REACH:]) and _drawn(scene, hit, before, after):
        return "own"
    if (_ENDED.match(after) and not _PAID.match(after)) or _NOT.search(before[-REACH:]):
        return "own" if before.endswith("退出") else ""
    if _STOPPED.match(after):
        return ""
    if not before and _FEARED.match(after):
        return "own"
    if _WITH_AMOUNT.search(before) or _with_amount(scene, hit, after):
        return "own"
    if before.endswith("有") and scene.asked(scene.message.clause(hit.start)):
        return ""
    if _HOLDS.search(before) or (_MINE.search(before) and _PAID.match(after)):
        return "own"
    return _at_home(scene, hit, before, after)


def _drawn(scene: Scene, hit: Hit, before: str, after: str) -> bool:
    """By the words behind it: 低保吃着, 低保有的; and by what came of one's own: 只打了六百."""
    if _DRAWN.match(after):
        return not (
            after.startswith(("领了", "拿了", "有"))
            and scene.asked(scene.message.clause(hit.start))
        )
    own = _MINE.search(before) or _OF_SOMEBODY.search(before)
    return bool(own and _CAME.match(after))


def _with_amount(scene: Scene, hit: Hit, after: str) -> bool:
    """护理补贴一百二十五一个月, told by somebody who speaks of people, not of a rule."""
    return bool(scene.cast.mentions and _AMOUNTED.match(after)) and not scene.asked(
        scene.message.clause(hit.start)
    )


def _at_home(scene: Scene, hit: Hit, before: str, after: str) -> str:
    """我家低保户: told of one's own home."""
    if _OF_SOMEBODY.search(before) and _IS.fullmatch(after):  # 我姐特困供养的
        return "own"
    rest = after.removeprefix("户").removeprefix("家庭").removeprefix("的")
    if _HOME.search(before):
        return "own" if not rest or rest[0] in "的，" else ""
    return _bare(scene, hit, before, rest)


def _member(scene: Scene, hit: Hit, after: str) -> bool:
    """低边户可以申请助学金吗，我女儿…: a group is asked about for somebody of one's own."""
    if not scene.text[hit.start : hit.end].endswith(("户", "家庭")) or not after.startswith(
        ("可以", "能", "有", "学费", "的孩子", "孩子")
    ):
        return False
    clause = scene.message.clause(hit.start)
    other = any(
        h.name not in (hit.name, "other") and hit.end <= h.start < clause.end
        for h in scene.hits["resident/topics"]
    )
    return other and any(
        m.sure and m.relation not in ("villager", "neighbour", "self") for m in scene.cast.mentions
    )


def _bare(scene: Scene, hit: Hit, before: str, rest: str) -> str:
    """低边户 standing alone, or 孩子上幼儿园低保户学费…: the speaker's own status, given a person."""
    household = scene.text[hit.start : hit.end].endswith(("户", "家庭"))
    if not before and not rest:
        return "own" if household and len(scene.message.clauses) > 1 else ""
    if not before and rest.startswith(("还能再", "还能领", "还可以领", "还可以再")):
        return "own" if scene.cast.mentions else ""
    people = [
        m for m in scene.cast.mentions if m.relation not in ("villager", "neighbour") and m.sure
    ]
    return "own" if household and people and (before or rest) else ""
