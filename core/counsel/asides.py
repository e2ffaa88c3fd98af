"""Words that want something else than help: why we said so, or what another family gets."""

import re

IDENTITY = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")
_STATUS = re.compile(
    "(?:是不是|有没有|有无|是否|在不在|还在).{0,6}(?:低保|特困|低边|困难户|贫困户|补助|救助|补贴)"
    "|(?:领|拿|补|发)(?:了|到|着)?(?:多少|几)|(?:吃|拿|领)(?:不吃|着|了)?(?:低保|救助|补助)(?:吗|么|没|伐)"
    "|(?:谁家|哪些人|哪几家).{0,4}(?:吃|领|拿)"
    "|查.{0,14}(?:低保|特困|补助|救助|领|多少|情况|家里)"
)
_STRANGER = re.compile(
    "隔壁|邻居|对门|楼[上下]|人家|别人|他家|她家|伊家|同村|村里的?(?:那|谁|某)|查.{0,4}[一-龥]{2,4}家"
    "|这个人|那个人|哪些人|谁家|名单"
)
_FOR_HELP = re.compile("能不能|能吃|能领|能拿|可以|可不可以|申请|怎么办|帮帮|救救|难处|生病|瘫")
_OWN = re.compile("我(?:家|们家|自己|爸|妈|爷|奶|老公|老婆|老伴|儿|女|公公|婆婆|孩|丈夫|妻)")
_WHY = re.compile(
    "(?:为什么|为啥|怎么|咋|凭啥).{0,8}(?:不符合|够不上|不行|不够|不能|说不准|这个结果|这么说)"
    "|(?:怎么|咋|如何).{0,3}(?:算|看|得)(?:出来)?的|(?:依据|根据|理由)是?(?:什么|啥)"
    "|(?:说明|解释)(?:一下|下|清楚)|why (?:not|did|was|am)|how (?:did|was).{0,20}(?:decide|count|work)"
    "|explain",
    re.I,
)


_UNPAID = re.compile(
    "(?:没|未|不)(?:有)?(?:到账|打进来|打过来|收到|发下来|发给|领到)|(?:停|少|断|漏)发|发少了|少了.{0,4}(?:块|元|钱)"
)


def money_missing(text: str) -> bool:
    """Whether a payment somebody has had did not come: for people to look up, not for the rules."""
    return bool(_UNPAID.search(text))


def pries(text: str) -> bool:
    """Whether somebody asks what others get: a neighbour, a name, a number."""
    stranger = _STRANGER.search(text) or IDENTITY.search(text)
    wants = _STATUS.search(text) and not _FOR_HELP.search(text)
    return bool(stranger and wants) and not _OWN.search(text)


def asks_why(text: str) -> bool:
    """Whether somebody wants to know how an answer came about."""
    return bool(_WHY.search(text))
