"""低收入而有老人、残疾、失能、重病或认知障碍；或有困境儿童；或在特殊老年人库。

A child in difficulty and an elder on the special register count whatever the income.
"""

from datetime import date

from polars import Expr, col

from core.city.standards import Standards
from core.portrait.reading import MORE, YES
from core.rule import Label, hit, miss, unknown

LABEL = Label(
    id="D",
    title="关爱型",
    title_en="Care",
    since=date(2022, 5, 18),
    source="五型三色归型条件（提案）D",
    tag="assumed",
)
NEEDS = (
    "n_elder60",
    "n_dis",
    "n_disabled_full",
    "n_disabled_semi",
    "n_child_hard",
    "n_major_ill",
    "n_cognitive",
)
READS = {"low_income": YES, **dict.fromkeys(NEEDS, MORE), "special_elder": YES}


def when(std: Standards) -> Expr:
    ill = (col.n_major_ill >= 1) | (col.n_cognitive >= 1)
    disabled = (col.n_dis >= 1) | (col.n_disabled_full >= 1) | (col.n_disabled_semi >= 1)
    child = col.n_child_hard >= 1
    frail = (col.n_elder60 >= 1) | disabled | child | ill
    return (col.low_income & frail) | child | col.special_elder


ROW = {"low_income": True, **dict.fromkeys(NEEDS, 0), "special_elder": False}
EXAMPLES = (
    hit("低收入有老人", **ROW | {"n_elder60": 1}),
    hit("低收入有残疾人", **ROW | {"n_dis": 1}),
    hit("低收入有失能者", **ROW | {"n_disabled_full": 1}),
    hit("低收入有半失能者", **ROW | {"n_disabled_semi": 1}),
    hit("低收入有重病", **ROW | {"n_major_ill": 1}),
    hit("低收入有认知障碍", **ROW | {"n_cognitive": 1}),
    miss("低收入，人人健壮", **ROW),
    hit("困境儿童不看收入", **ROW | {"low_income": False, "n_child_hard": 1}),
    hit("特殊老人不看收入", **ROW | {"low_income": False, "special_elder": True}),
    miss("不是低收入的老人家庭", **ROW | {"low_income": False, "n_elder60": 2, "n_dis": 1}),
    unknown("是否低收入未知", **ROW | {"low_income": None, "n_elder60": 1}),
    unknown("年龄不全", **ROW | {"n_elder60": None}),
    unknown("残疾数据缺失", **ROW | {"n_dis": None}),
    unknown("失能评估缺失", **ROW | {"n_disabled_full": None}),
    unknown("半失能数据缺失", **ROW | {"n_disabled_semi": None}),
    unknown("儿童名册缺失", **ROW | {"low_income": False, "n_child_hard": None}),
    unknown("确诊数据缺失", **ROW | {"n_major_ill": None}),
    unknown("认知情况未知", **ROW | {"n_cognitive": None}),
    unknown("特殊老人库缺失", **ROW | {"special_elder": None}),
)
