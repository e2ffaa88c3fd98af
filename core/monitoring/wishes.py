"""“下个月再说”, “不用再提醒”: how long a worker's words put a kind of alert off.

Only what is said about reminders or about coming back later counts; “没事” or “情况平稳” puts
nothing off, and a sentence that takes it back (“先别停”) does not either.
"""

import re
from datetime import date, timedelta

import cn2an

NUMBER = "[0-9一二两三四五六七八九十半]+"
LATER = "(?:再来|再说|再看|再去|再提|再发|再推|再跟进|再联系|再管)"
NO_MORE = re.compile(
    "(?:不用|不要|不必|别|莫|甭|勿要|不需要|用不着)(?:再|老|天天|总)?(?:给我)?"
    "(?:提醒|提示|推送|推了|推|发了|发给我|发过来|通知|催)"
    "|(?:先|暂时|这阵子)(?:不用|不要|别)(?:提醒|推|管|发)"
)
KEEP = re.compile("(?:继续|照常|还要|接着|记得)(?:提醒|推送|推|发|通知)|(?:别|不要|不能|先别)停")
NEXT_MONTH = re.compile(f"下个?月(?:份|初|底|中)?{LATER}")
NEXT_YEAR = re.compile(f"(?:明年|来年|过了年|过完年|年后|春节后){LATER}")
AFTER_HARVEST = re.compile(f"(?:农忙|秋收|双抢|暑假|寒假|放假)(?:完|过|结束)了?以?后?{LATER}")
IN_A_WHILE = re.compile(
    f"(?:(?:过|等|隔)上?)?({NUMBER})(个?星期|周|个?月|天|年)(?:以后|之后|后)?{LATER}"
)
DAYS = {"天": 1, "周": 7, "星期": 7, "个星期": 7, "月": 30, "个月": 30, "年": 365}
HARVEST = timedelta(days=60)
SPRING = (2, 20)  # by then the holidays are over, whatever the moon says


def put_off_until(text: str, day: date, usual: timedelta) -> date | None:
    """The first day on which it may be told again; None when nothing is put off.

    *usual* is how long “不用再提醒” holds when no time is named.
    """
    if KEEP.search(text):
        return None
    if found := IN_A_WHILE.search(text):
        return day + timedelta(days=_days(found[1], DAYS[found[2]]))
    if NEXT_MONTH.search(text):
        return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    if NEXT_YEAR.search(text):
        spring = date(day.year, *SPRING)
        return spring if day < spring else date(day.year + 1, *SPRING)
    if AFTER_HARVEST.search(text):
        return day + HARVEST
    return day + usual if NO_MORE.search(text) else None


def _days(count: str, unit: int) -> int:
    """So many units in days; 半 is half of one."""
    if count == "半":
        return (unit + 1) // 2
    whole = count.replace("半", "").replace("两", "二") or "一"
    return unit * int(whole if whole.isdigit() else cn2an.cn2an(whole, "smart"))
