"""Jobs found for somebody, and courses joined or finished."""

import re
from collections.abc import Iterator

from core.language.reading.message import Clause
from core.language.worker.helps.given import Given
from core.language.worker.helps.tale import Tale
from core.language.worker.helps.terms import grammar, shelf
from core.language.worker.model import Help

_LED = (
    r"(?:介绍|领|推荐|安排|引荐|带|送|塞|托人|帮[^，。？]{0,4}?(?:找|寻|联系)"
    r"|(?:给|替|为)[^，。？]{1,4}?(?:找|寻|联系|落实|谋|说)|联系|牵线)"
)
_DOES = (
    r"(?:帮人|看摊|上班|上工|做工|做学徒|当学徒|打工|干活|工作|做事|上岗|做活|帮工|试工|报到|打杂|打菜|"
    r"洗菜|洗碗|当[一-龥]{2,4}|做[一-龥]{2,4}|看[一-龥]{1,3}|扫[一-龥]{1,3}|"
    r"管[一-龥]{1,3}|开[一-龥]{1,3}车|包装|分拣|缝纫|检验|值班|送[一-龥]{1,2})"
)
_TO = re.compile(
    rf"{_LED}(?:了|他|她|小伙|小姑娘|[一-龥]{{0,5}}?)??(?:到|去|进|在|往)了?(?P<place>[一-龥]{{2,9}}?)(?:里|内)?(?:{_DOES}|(?=[，。](?:明天|已经|已|下周|今天|昨天|礼拜|星期|上周|月)?[^，。？]{{0,3}}(?:报到|上岗|上班|上工|做)))"
)
_FIRM = re.compile(
    r"(?:介绍|推荐|安排|找|联系)的(?P<firm>[一-龥]{2,6}(?:厂|公司|超市|饭店|企业|店|工地|基地|食堂|酒店))[^。？没不]{0,8}(?:入职|上班|上岗|报到|干|做)了?|"
    r"(?:介绍|推荐|安排)(?:了|他|她|[一-龥]{0,4}?)(?:到|去|进)(?P<place>[一-龥]{2,6}(?:厂|公司|超市|饭店|企业|合作社|车间|站|店|工地|农场|基地|食堂|酒店|宾馆|队|园))"
)
_TRADE = re.compile(
    r"(?:介绍|推荐|安排|找|寻|谋|联系|落实|说|对接|弄|搞|争取|要|腾)(?:到|了|好|的|上){0,5}(?:一)?(?:份|个|(?<=[了到]))(?P<trade>[一-龥]{1,8}?)(?:的)?(?:活|工作|岗位|岗|差事|差使|生活|位子|学徒|工)(?!资|伤|会|程|钱)"
    r"|(?:给|帮|替)[他她老小一-龥]{1,4}?(?:介绍|找|寻|谋|安排)(?:了|到|好)(?:一)?(?:份|个)(?P<bare>保洁|保安|门卫|仓管|护工|月嫂|育婴|司机|学徒|厨师|服务员|营业员|收银|搬运|快递|外卖|绿化|环卫|看门|钟点工|家政|打杂|帮厨|洗碗工|操作工|普工|缝纫工|缝纫|包装工|质检|电工|焊工|叉车)"
)
_POST = re.compile(
    r"(?P<post>公益性?岗位?|保洁员?|保安|门卫|环卫工?|护林员|河道巡查|巡查员|协管员|仓管|操作工|缝纫工)[^，。？没不想要]{0,4}?(?:安排好|安排上|落实|上岗|定下来|签了|谈成|谈妥|办好|批下来|录用|录取|干上|做上)|(?:安排|落实)(?:了|好|到|上)(?:一)?(?:份|个)?(?P<post2>公益性?岗位?)"
    r"|(?P<post3>[一-龥]{0,4}(?:位子|岗位|工作|活|差事|学徒))[^，。？没不想要]{0,8}?(?:替|帮|给)[他她老][^，。？没不]{0,3}?(?:落实|找好|安排好|介绍好|联系好|谈好|找到|定)(?:了|下来)?"
)
_ENTERED = re.compile(
    r"(?:招聘会|面试|劳务所|就业服务|人社|介绍所|零工市场|直播带岗)[^。？]{0,14}?(?:进了|去了|签了|录用|录取)(?P<place>[一-龥]{2,6}(?:厂|公司|超市|饭店|企业|店|车间|基地|队|站))"
)
_WANTS_HANDS = re.compile(
    "(?P<place>[一-龥]{1,4}(?:厂|店|公司|超市|食堂|酒店|工地|基地|农场|车间))[^，。？不]{0,4}(?:要人|缺人|招人|招工|缺个|要个)[^。？]{0,12}(?:领|带|送|介绍|推荐)[^。？没不]{0,10}(?:第[一二三四五六七]天|上班|上岗|干上|做上|做了|干了|录用|留下)"
)
_AT = re.compile(
    "在(?P<place>[一-龥]{2,7}?(?:厂|公司|超市|饭店|企业|店|队|站|园|校|院|所|基地|食堂|中心))"
)
_AS = re.compile("[，。](?:做|当|干|扫|在[一-龥]{0,6}做)(?P<what>[一-龥]{2,4})")
_BROKERED = re.compile(
    "牵的线|牵线|(?:介绍|推荐|安排|联系)(?:过|进)?去的|介绍的|推荐的|安排的|给?找的|帮忙找的|帮着?联系的"
)
_WORKS = re.compile(
    r"在(?P<firm>[一-龥]{1,7}?(?:厂|公司|超市|饭店|企业|店|合作社|车间|站|园|院|校|所|基地|食堂|宾馆|酒店|工地|农场|菜场))(?:里|上)?(?P<what>[一-龥]{1,4})(?=[，。]|$)|(?:在|去|到|进)(?P<place>[一-龥]{2,8}?)(?:里)?(?:当|做|干|上)(?P<trade>[一-龥]{1,4}?)(?:了|$)"
)
_NO_PLACE = re.compile(
    "^[了过]|[他她叫让]|两家|几家|医院看|看病|外地|窗口|派出所|民政|敬老院|养老院|福利院|学校读|医院$|家里$|屋里|孩子|培训"
)
_NOT_TAKEN = re.compile(
    "没去|不去|嫌|不肯|不干|没成|没录|没要|不要|做不|没谈|不想|回绝|黄了|没下文|没看上|看不上|辞了|没做几天|跑回"
)


def jobs(tale: Tale) -> Iterator[Given]:
    """介绍到服装厂做学徒, 给她寻了个保洁, 公益岗上岗了."""
    for pattern in (_TO, _FIRM, _TRADE, _POST, _ENTERED, _WANTS_HANDS):
        found = list(_found(tale, pattern)) if pattern.search(tale.text) else ()
        if found:
            yield found[0]
            return
    if _BROKERED.search(tale.text):
        yield from _brokered(tale)


def _found(tale: Tale, pattern: re.Pattern[str]) -> Iterator[Given]:
    for m in pattern.finditer(tale.text):
        name = next(k for k, v in m.groupdict().items() if v)
        place = m[name].rpartition("的")[2] or m[name].strip("的")
        place = _where(tale, m, name) + place + _as_what(tale, m, name)
        if _NO_PLACE.search(place) or _turned_down(tale, m.start()):
            continue
        if tale.happened(m.start(), m.start() + 1):
            yield Given(Help("job", place), m.start(), m.end(), 0.8)


def _where(tale: Tale, m: re.Match[str], name: str) -> str:
    """在模具厂找了个学徒位子: the firm stands before the post."""
    clause = tale.report.clause(m.start())
    at = _AT.search(tale.text, clause.start, clause.end) if name.startswith("trade") else None
    return at["place"] if at else ""


def _as_what(tale: Tale, m: re.Match[str], name: str) -> str:
    """公益性岗位安排好了，做保洁."""
    what = _AS.search(tale.text, m.end()) if name.startswith("post") else None
    return what["what"] if what else ""


def _turned_down(tale: Tale, place: int) -> bool:
    at = tale.index(place)
    return any(_NOT_TAKEN.search(c.text) for c in tale.clauses[at : at + 3])


def _brokered(tale: Tale) -> Iterator[Given]:
    """老周去小区当门卫了，劳务所牵的线."""
    for at, clause in enumerate(tale.clauses):
        if not _BROKERED.search(clause.text) or _turned_down(tale, clause.start):
            continue
        for other in tale.clauses[max(0, at - 1) : at + 2]:
            m = _WORKS.search(tale.text, other.start, other.end)
            if m and tale.happened(m.start(), m.end()):
                yield Given(
                    Help("job", (m["firm"] or m["place"]) + (m["what"] or m["trade"])),
                    m.start(),
                    m.end(),
                    0.7,
                )
                return


def _next_class(tale: Tale, at: int) -> list[Clause]:
    """证书拿到了，月嫂班是妇联办的: the clause behind, where it speaks of a class."""
    return [c for c in tale.clauses[at + 1 : at + 2] if "班" in c.text and "上班" not in c.text]


def trainings(tale: Tale) -> Iterator[Given]:
    """报了名, 结业: a course joined or finished."""
    for at, clause in enumerate(tale.clauses):
        if not grammar("joined").search(clause.text) or grammar("not_joined").search(clause.text):
            continue
        if _AT_OWN_COST.search(tale.text):
            continue
        if not tale.holds(at) and not grammar("signed_up").search(clause.text):
            continue
        near = (
            clause,
            *reversed(tale.clauses[max(0, at - 2) : at]),
            *_next_class(tale, at),
        )
        course = next(filter(None, (_course(c.text) for c in near)), "")
        if course and not _sent_back(tale, at):
            yield Given(Help("training", f"{course}培训"), clause.start, clause.end, 0.8)


_AT_OWN_COST = re.compile(
    "自己(?:掏|出|付|交|花|报|缴)|自费|自掏|没(?:找|靠|要)我们|(?:钱|费|学费)是?[^，。？我]{0,2}(?:爸|妈|爹|娘|公|婆|爷|奶|儿|女|哥|姐|弟|妹|叔|伯|姑|舅|姨)[^，。？]{0,3}(?:出|付|交|掏)"
)
_COURSE = re.compile("(?P<of>[一-龥]{2,4}?)(?:培训|课程|培训班|学习班|技能班)")
_CLASS = re.compile("(?P<of>[一-龥]{2})班(?!的)")
_NO_COURSE = re.compile(
    "参加|报名|社区|镇里|免费|这个|那个|成校|人社|政府|他们|[了的他她在到去进把让给]|上班|下班|加班|夜班|早班|同班|一班|二班"
)


def _course(text: str) -> str:
    if trade := shelf("trades").search(text):
        return trade[0]
    for pattern in (_COURSE, _CLASS):
        m = pattern.search(text)
        if m and not _NO_COURSE.search(m["of"]):
            return m["of"]
    return ""


def _sent_back(tale: Tale, at: int) -> bool:
    return any(grammar("not_joined").search(c.text) for c in tale.clauses[at + 1 : at + 3])
