"""Names nobody was given: a common surname and a given name thrown together by dice."""

import numpy as np
import polars as pl

from demo.town.dice import Dice
from demo.town.span import Days, Numbers

SURNAMES = (
    "陆张沈陈王徐顾朱吴俞金李周姚钱马许胡赵孙高曹郁潘何全宋吕倪方龚蔡蒋冯戴"
    "毛屠费江唐严杨沃施莫邵邹柴计于富彭万丁叶罗范夏钟田汪石余卢庄卫谢尤祝鲁"
)
OLD_MEN = "根宝生林金福荣兴法明祥良坤炳泉水阿贵云海雪观仁友裕发连其顺德"
OLD_WOMEN = "英珍宝妹娥金凤仙秀玉菊梅林芬桂珠香巧月琴雪云连文佩阿大小爱观"
MEN = "伟强杰军勇涛斌波峰明超磊建国华平飞鹏辉浩健亮刚俊剑锋敏凯东晓"
WOMEN = "丽芳娟敏静燕红霞萍艳婷玲洁莉琴慧美英佳晓雅琳芬利群亚春建平"
BOYS = "轩宇浩子涵睿俊博文泽辰梓逸晨嘉皓铭天思源毅航一诺言哲昊佑安乐"
GIRLS = "欣怡子涵雨梓诗雅思语佳可馨一诺萱琪悦涵予汐妍彤婉清妙安乐依晨"


def names(dice: Dice, born: Days, male: Numbers) -> pl.Series:
    """A name each, in the fashion of the year of birth."""
    surname = dice.pick(list(SURNAMES), len(born), _falling(len(SURNAMES)))
    year = born.astype("M8[Y]").astype(np.int64) + 1970
    given = np.full(len(born), "", dtype=object)
    for low, high, men, women in (
        (0, 1964, OLD_MEN, OLD_WOMEN),
        (1965, 1999, MEN, WOMEN),
        (2000, 9999, BOYS, GIRLS),
    ):
        here = (year >= low) & (year <= high)
        for sex, letters in ((1, men), (0, women)):
            chosen = np.flatnonzero(here & (male == sex))
            given[chosen] = _given(dice, letters, len(chosen)).to_numpy()
    return (surname + pl.Series(given, dtype=pl.String)).alias("name")


def given_name(dice: Dice, male: Numbers) -> pl.Series:
    """Another given name: what people take who change theirs."""
    return pl.Series(
        [a if m else b for m, a, b in zip(male, _given(dice, MEN, len(male)),
                                          _given(dice, WOMEN, len(male)), strict=True)],
        dtype=pl.String,
    )  # fmt: skip


def _given(dice: Dice, letters: str, many: int) -> pl.Series:
    first = dice.pick(list(letters), many)
    second = dice.pick(["", *letters], many, [0.3 * len(letters)] + [1.0] * len(letters))
    return first + second


def _falling(many: int) -> list[float]:
    """Few surnames are very common, many are rare."""
    return [1 / (3 + n) for n in range(many)]
