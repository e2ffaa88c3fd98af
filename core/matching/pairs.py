"""Two marks and whether they are one person: same, different, or not sure (null)."""

from hashlib import sha256

import polars as pl

PAIRS: dict[str, pl.DataType] = {
    "a": pl.String(),  # the mark as a record has it
    "b": pl.String(),  # the mark of the register of residents
    "same": pl.Boolean(),
    "why": pl.String(),
    "classes": pl.List(pl.String()),
}
WHY = {
    "both_numbers": "同一条记录里两个标识都写了",
    "unconfirmed": "部门把标识和证号写在一起，户籍没有佐证",
    "two_numbers": "一个标识配了不止一个身份证号",
    "corrected": "户籍更正了证号，姓名生日没变",
    "taken_over": "户籍改了证号，姓名或生日也不同",
    "in_use": "户籍改了证号，原证号另有同名的人在用",
    "name": "姓名、出生日期和村（或户）都对得上，全市只有一人",
    "namesakes": "全市同名同生日的不止一人",
    "elsewhere": "姓名和出生日期对得上，村和户都对不上",
    "two_claims": "几个不同的标识都像这一个人",
    "mother": "母亲和出生日期对得上，只有一个孩子",
    "several_children": "这位母亲那一天的孩子不止一个",
    "too_early": "母亲和出生日期对得上，出生资料还没收齐",
    "names_differ": "按标识应是一人，户籍上的姓名生日却不同",
    "decided": "人工核对",
}


def none() -> pl.DataFrame:
    return pl.DataFrame(schema=PAIRS)


def told(frame: pl.DataFrame) -> pl.DataFrame:
    """The columns of a pair in order; one row a pair, the surest answer first."""
    rows = frame.select(pl.col(name).cast(dtype) for name, dtype in PAIRS.items())
    ordered = rows.filter(pl.col("a") != pl.col("b")).sort(
        "a", "b", pl.col("same").is_null(), "why"
    )
    return ordered.unique(["a", "b"], keep="first", maintain_order=True)


def number_of(a: str, b: str) -> str:
    """What people call a pair: eight letters that say nothing of either."""
    return sha256("|".join(sorted((a, b))).encode()).hexdigest()[:8]
