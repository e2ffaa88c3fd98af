"""In which of the towns somebody lives now."""

import re
from collections.abc import Iterator
from functools import cache

from core.city import here
from core.language.resident.scene import Fact, Scene

_LIVES = (
    r"(?:户籍|户口|搬家到|搬到|搬去|搬来|住在|住到|住|在|我是|我|我们|迁到|迁去|迁入|户口(?:明明|就|一直|都|也|早就|本来|落|本){0,5}在|户籍在|嫁到|人在|家在|来自|落户|现在是|我们是|搬回|转到|租在|租住在|地址是|守着|搬进|住进|改成|改到|变|变成|变到|换到|换成|迁)"
    r"(?:了|{city}|{city}市|的|家|家住|家在){0,5}$"
)
_HERE = re.compile(
    r"(?:镇上|街道)?(?:这边|这里|这儿|的|人|本地|户口|居民|村民|低保户)|[，。？]|(?:镇上|港区|乡下|街上|那边)?(?:住着|住|租房|租住|老屋|老房|乡下)|人(?!民|家|多|少|说|讲|才|事|均|口|大)|(?<=镇|道)(?!政府|卫生院|派出所|敬老院)"
)
_NOT_NOW = re.compile(r"原来|以前|从前|本来|之前|原先|过去|不是|不在|要不要|是算|还是")
_OFFICE = re.compile(
    r"(?:的?(?:政府|镇政府|卫生院|派出所|医院|民政|办事处|敬老院|养老院|干部|工作人员|那边|窗口|服务中心|上班|打工|小学|中学|工厂|厂))"
)
_AT = re.compile("(?:住|住在|住到|搬到|租在|家在)$")  # 住在新埭那边
_COUNT = {c: i for i, row in enumerate(("", "一1", "两二2", "三3", "四4", "五5")) for c in row}
_REGISTERED = re.compile("户[口籍](?:明明|就|一直|都|也|是|还|早就|本来|落|本){0,5}在$")
_WHICH = re.compile("还是|或者|或|算")
_FLATS = re.compile(
    r"(?P<k>[两二三])(?:处|套|幢)(?:房子?)?都(?:写|是|在|登记|落)[^，。？]{0,2}我"
    r"|(?:老|旧|平|瓦|房)(?:房子?|屋)(?:就|只有|只|有)?(?P<r>[一1])间"
    r"|明明(?:就|只有|只|才){1,6}(?P<n1>[一1])套"
    r"|(?P<n>[一两二三四五1-5])(?:套|处|栋|幢)(?:[一-龥\d]{0,4}平(?:米|方)?的?)?(?:小|大|老|自建|商品|安置|农村|旧|拆迁)?(?:房|住房|平房|楼房|公寓|别墅|房产|自建房)|(?:房|屋)[^，。？]{0,3}(?P<m>[一两二三四五1-5])(?:套|栋|幢|处)(?!间|都没)"
)
_NONE = re.compile("[子屋]?(?:都|也)?没")
_NATIVE = re.compile("人(?=今|，|。|身|住|没|有|户|还)")
_OTHERS = re.compile("不是|[和跟给帮嫁的]$|隔壁|别的|有个|有户|几个|的")
_NOT_OURS = re.compile(r"没有|没|邻居|隔壁|别人|人家|买不起|想买|要买|如果|租")


class _Towns:
    """What the towns of the city are called, and how people say that they live there."""

    def __init__(self) -> None:
        city = here()
        self.names = {word: town.name for town in city.towns() for word in town.called()}
        longest = sorted(map(re.escape, self.names), key=len, reverse=True)
        self.pattern = re.compile("|".join(longest))
        self.city = city.name.removesuffix("市")
        self.lives = re.compile(_LIVES.replace("{city}", re.escape(self.city)))


@cache
def _towns(city: str) -> _Towns:
    return _Towns()


def read(scene: Scene) -> Iterator[Fact]:
    """The town somebody is said to live in, former ones and offices left out; houses owned."""
    for m in _FLATS.finditer(scene.text):
        if not _NOT_OURS.search(scene.clause_before(m.start())) and not _NONE.match(
            scene.text, m.end()
        ):
            many = _COUNT[next(n for n in m.groups() if n)]
            yield Fact("houses", many, m.start(), m.end(), None, 0.8)
    towns = _towns(here().name)
    for m in towns.pattern.finditer(scene.text):
        before = scene.clause_before(m.start())
        if (
            (_OFFICE.match(scene.text, m.end()) and not _AT.search(before))
            or _NOT_NOW.search(before[-10:])
            or _WHICH.match(scene.text, m.end())
        ):
            continue
        alone = before in ("", towns.city)
        native = _NATIVE.match(scene.text, m.end()) and not _OTHERS.search(before)
        if native or towns.lives.search(before) or (alone and _HERE.match(scene.text, m.end())):
            owner = scene.cast.owner(m.start(), m.end())
            yield Fact("town", towns.names[m[0]], m.start(), m.end(), owner)
            if _REGISTERED.search(before):
                yield Fact("hukou_local", True, m.start(), m.end(), owner)
