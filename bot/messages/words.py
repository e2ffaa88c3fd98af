"""Small words shared by all audiences: times, units, findings."""

from datetime import date, datetime

from core.city import City, english
from core.clock import local
from locales import tr

FINDINGS = {
    "unemployed": "没有工作", "wants_job": "想找工作", "refuses_work": "不想上班",
    "found_job": "已经上班了", "in_school": "在读书", "graduated": "毕业了", "enlisted": "去当兵了",
    "lives_alone": "一个人住", "bedridden": "躺在床上起不来", "disabled": "身体有残疾",
    "ill": "身体不好", "hospitalized": "在住院", "injured": "受了伤", "dementia": "记性不好了",
    "mental_illness": "精神上要人照看", "depressed": "心情很低落", "suicidal": "有轻生的话",
    "low_food": "吃的不够", "no_money": "手头没钱", "debt": "欠了债", "income_up": "收入多了",
    "income_down": "收入少了", "high_expense": "花费大", "tuition_unpaid": "学费还没交",
    "child_dropout": "孩子没去上学", "child_unattended": "孩子没人看", "left_behind": "孩子留在家里",
    "no_carer": "没人照顾", "has_carer": "有人照顾", "house_leak": "房子漏水",
    "house_unsafe": "房子不安全", "power_off": "停电了", "water_off": "停水了",
    "fire_hazard": "有火灾隐患", "poor_hygiene": "家里很乱", "device_broken": "设备坏了",
    "domestic_violence": "家里有人动手", "neglect": "被冷落不管", "alcohol": "喝酒多",
    "gambling": "赌钱", "imprisoned": "在服刑", "released": "刚回来", "moved_away": "搬走了",
    "deceased": "人不在了", "lost_contact": "联系不上", "married": "结婚了", "divorced": "离婚了",
    "newborn": "添了孩子", "pregnant": "怀孕了", "bought_car": "买了车", "bought_house": "买了房",
    "data_error": "数据不对", "stable": "情况平稳", "policy_missing": "该享受的没享受到",
    "lacks_appliance": "家里缺家电", "widowed": "老伴走了", "not_poor": "日子过得去",
}  # fmt: skip

# what a worker's finding must never be written into a chat that others may read
PRIVATE = frozenset(
    ("ill", "hospitalized", "dementia", "mental_illness", "depressed", "suicidal", "disabled",
     "domestic_violence", "imprisoned", "released", "gambling", "alcohol", "debt")
)  # fmt: skip


def finding(code: str, lang: str) -> str:
    return tr(FINDINGS.get(code, code), lang)


def clock_time(moment: datetime) -> str:
    return f"{local(moment):%H:%M}"


def due_words(moment: datetime | None, now: datetime, lang: str) -> str:
    """“今天 18:00” or “7 月 18 日 18:00”; empty when there is no limit."""
    if moment is None:
        return ""
    here, today = local(moment), local(now).date()
    if here.date() == today:
        return tr("今天 {time}", lang, time=f"{here:%H:%M}")
    return tr("{day} {time}", lang, day=day_words(here.date(), lang), time=f"{here:%H:%M}")


def day_words(day: date, lang: str) -> str:
    if lang == "en":
        return f"{day.day} {day:%b}"
    return tr("{month} 月 {day} 日", lang, month=day.month, day=day.day)


def place_words(city: City, region: str, lang: str) -> str:
    """Town and village of a family: never a house number."""
    return english.address(city, region, lang)


def village_words(city: City, region: str, lang: str = "zh") -> str:
    return english.village(city, region, lang)


def unit_words(city: City, unit: str, lang: str) -> str:
    return english.spoken(city, unit, lang)
