"""Things of no list, told with their number or by their shape: 送了两盆花, 把吸奶器搬过去了."""

import re
from collections.abc import Iterator

from core.language.worker.helps.given import Given, value
from core.language.worker.helps.tale import Tale
from core.language.worker.helps.telling import is_list
from core.language.worker.helps.terms import COUNT, UNITS
from core.language.worker.model import Help

_VERB = (
    r"(?:送|给|买|带|拿|捐|赠|捎|拉|拎|扛|搬|抬|发|配|领|寄|拨|借|装|添|换|提|背|挑|端|舀|塞|放|留)"
)
_WHERE = r"(?:掉|脱|去|来|过去|过来|上门|上去|进去|了|给|他|她|老人|孩子|家里|家|上|到|过|的|好|下|一){0,5}"
_END = r"(?=[，。？：和跟加还给送都已放搬拿，]|过去|到|让|$)"
_NUMBER_FIRST = re.compile(
    rf"(?:(?<=[，。：和跟加、又再的])|{_VERB}{_WHERE}|给[他她老][一-龥]{{0,3}})(?P<n>{COUNT})(?:多|来)?[大整满]?(?P<unit>{UNITS})子?(?:的)?(?P<noun>[一-龥]{{1,6}}?){_END}"
)
_NOUN_FIRST = re.compile(
    rf"(?:{_VERB}{_WHERE}|给[他她]|把|另外|还有|(?<=[，。？：和跟加]))(?P<noun>[一-龥]{{2,5}}?)(?P<n>{COUNT})(?P<unit>{UNITS})(?=[，。？：和跟加送给已都放交拿搬]|$)"
)
_SHAPES = (
    "机器车椅垫衣裤鞋被包箱奶油饼布帽灯锅壶杯盆桶架柜床药膏粉糕汤酱毯席枕巾袜套仪炉扇伞盒品物座"
)
_SHAPED = re.compile(
    rf"(?:把|将)(?P<noun>[一-龥]{{1,4}}[{_SHAPES}])(?:也|都|已经|就|给[他她老]?[一-龥]{{0,2}}|一起){{0,5}}(?=送|搬|抬|扛|拎|交|拿去|拿到|带去|带到|放到|装好|装上|铺)"
    rf"|{_VERB}(?:了|去|来|过去|上门|给[他她])(?:新的|新|一些|些|点|{UNITS})?(?P<noun2>[一-龥]{{1,4}}[{_SHAPES}])(?=[，。？]|过去|给|$)"
)
_GIVES = re.compile(_VERB)
_NO_THING = re.compile(
    rf"^(?:{UNITS})$|^[给新]|的$|充|配了|^{COUNT}(?:{UNITS})|断|骨|作废|不对|拿|搬|送|放|交|收|签|打卡|挑|吃|喝|坏|领|用|开|走|看|[上下进]了?$|^[了过的半把多在到来去]|[差缺欠还没不就只才也他她你我]|材料|手续|表$|名片|传单|单子|单$|条子|照片|纸条|垫付|被[^子套]|是|人(?!参)|孩|儿子|女儿|老伴|志愿|师傅|学生|邻居|同学|民警|医生|护士|保姆|护工|家$|"
    "钱|^块|元|户|小时|月|天$|次|班|岁|年(?!货|糕)|学费|红包|补贴|补助|救助|低保|证|工资|费|款|金$|话|信息|电话|通知|政策|情况|资料|事|车站|医院|路|声|号|病|照|档案|合同|问题|办法|时间|机会|课|疫苗|针|血|体温|盐水|药费|面锦旗|锦旗|名字|活$|岗|工作|卡$|消息|头|腿|手$|脚|眼|牙$|趟|遍|圈|句|群|视频|楼|间|房|田|地$|亩|稻|麦"
)


def read(tale: Tale, given: list[bool], used: set[int]) -> Iterator[Given]:
    """Things that stand on no shelf, in clauses that give."""
    for at, clause in enumerate(tale.clauses):
        if not given[at]:
            continue
        gives = bool(_GIVES.search(clause.text)) or is_list(clause)
        for pattern in (_NUMBER_FIRST, _NOUN_FIRST) if gives else ():
            for m in pattern.finditer(tale.text, clause.start, clause.end + 1):
                yield from _counted(tale, m, used)
        for m in _SHAPED.finditer(tale.text, clause.start, clause.end + 1):
            yield from _shaped(tale, m, used)


def _counted(tale: Tale, m: re.Match[str], used: set[int]) -> Iterator[Given]:
    place = range(*m.span("noun"))
    if used.intersection(place) or _NO_THING.search(m["noun"]):
        return
    number = next((n for n in tale.numbers if n.start == m.start("n")), None)
    if (
        number is None
        or m["unit"] == "块"
        or not tale.happened(min(m.start("n"), m.start("noun")), m.end())
    ):
        return
    used.update(place)
    how_many = value(number) if number.exact else None
    yield Given(Help("goods", m["noun"], how_many, m["unit"]), *m.span("noun"), 0.6)


def _shaped(tale: Tale, m: re.Match[str], used: set[int]) -> Iterator[Given]:
    name = "noun" if m["noun"] else "noun2"
    place = range(*m.span(name))
    if used.intersection(place) or _NO_THING.search(m[name]):
        return
    if tale.happened(*m.span(name)):
        used.update(place)
        yield Given(Help("goods", m[name]), *m.span(name), 0.6)
