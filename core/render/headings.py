"""The fixed words of the booklet: titles, heads of tables, and the notes under the picture."""

from typing import Any

from locales import tr

HEADS = {
    "people": ("姓名", "关系", "年龄", "身体和劳动", "正在享受"),
    "facts": ("项目", "情况", "来自", "数据日期"),
    "evidence": ("标签", "依据", "数据日期", "部门", "分"),
    "questions": ("不清楚什么", "问谁", "怎么问"),
    "benefits": ("享受什么", "多少", "哪个部门", "从哪天起"),
    "help": ("日期", "帮了什么", "谁帮的", "结果"),
    "suggestions": ("帮什么，为什么", "谁来办", "几天内", "要带什么"),
}
SHEETS = (
    ("income", "收入和保障"),
    ("health", "健康和照护"),
    ("labour", "劳动力和就业"),
    ("housing", "住房和安全"),
)
TITLES = {
    "people": "家里有谁",
    "types": "五型三色",
    "questions": "还不清楚的",
    "benefits": "已经在享受的",
    "help": "已经帮过的",
    "suggestions": "建议这样帮",
    "timeline": "时间线",
    "signature": "签字",
}


def fixed(lang: str) -> dict[str, Any]:
    return {
        "titles": {key: tr(title, lang) for key, title in TITLES.items()},
        "heads": {key: [tr(h, lang) for h in heads] for key, heads in HEADS.items()},
        "unknown": tr("不清楚", lang),
        "nothing": tr("没有", lang),
        "no_data": tr("还没有资料", lang),
        "scale_note": tr("白线是黄线和红线，圆点是现在的分，斜纹是没核实的。", lang),
        "review_note": tr("分和颜色只说明先看谁、多久看一次，由人核对后才算数。", lang),
        "right_note": tr("哪里不对，请告诉网格员，三个工作日内核对更正。", lang),
    }
