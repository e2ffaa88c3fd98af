"""What residents tell in their own words is read with its right value; what nobody told is not read."""

from typing import Any

import pytest

from core.language import understand_resident


def _everything(text: str) -> dict[str, list[Any]]:
    said = understand_resident(text)
    found: dict[str, list[Any]] = {}
    for person in (said.facts, *said.others):
        for key, value in person.items():
            found.setdefault(key, []).append(value)
    return found


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("我今年漆十八，一个人住，低保够不够", "age", 78),
        ("我妈七十酒，肢体二级，护理补贴能领吗", "age", 79),
        ("我老伴肺气种，自费药一个月九百，能报吗", "illness", "肺气肿"),
        ("公公位癌开刀，能救助吗", "illness", "胃癌"),
        ("小孩脑摊，康付一个月四千五，能帮吗", "illness", "脑瘫"),
        ("我爸大肚子病好多年，能救助吗", "illness", "血吸虫病"),
        ("老娘帕金森八年了，能装养老床位吗", "illness", "帕金森病"),
        ("舅舅奔六十，没结婚，能办五保吗", "age", {"min": 55, "max": 60}),
        ("我大伯六十八一辈子没结婚，能进五保吗", "age", 68),
        ("我妈昨天做的八十大寿，高龄津贴有吗", "age", 80),
        ("我家三张嘴吃饭，能办低保吗", "household_size", 3),
        ("我家从五个人变六个，要改一下", "household_size", 6),
        ("家里两老一小，没人挣钱", "household_size", 3),
        ("家里就我、二女儿跟外公，能评低边吗", "household_size", 3),
        ("一家五口靠我开叉车六千块一个月，低边行吗", "household_income_month", 6000),
        ("我退休金两千零八十一个月，低边行吗", "person_income_month", 2080),
        ("我家没车没存款，能办低保吗", "deposits", 0),
        ("我爸低保吃了五年了，还能申请别的吗", "receives", ["dibao"]),
        ("我低保还拿着，要报告吗", "receives", ["dibao"]),
        ("我家低保这个月怎么只打了六百", "receives", ["dibao"]),
        ("我的低保给我停掉吧", "receives", ["dibao"]),
        ("妹妹在读卫校，学费能减吗", "student_stage", "vocational"),
        ("大儿子刚考上二本，学费交不起", "student_stage", "college"),
        ("我外公走得早，外婆七十了，能领什么", "widowed", True),
        ("我跟他们爸离了，低边评得上吗", "divorced", True),
        ("隔壁老伯被女儿接去住，现在不是一个人了", "lives_alone", False),
        ("岳父大半年躺着下不来床，家里那种养老床位轮得到他吗", "bedridden", True),
        ("我红斑狼疮，什么工都上不了，能救助吗", "can_work", False),
        ("我家汽车没有，能办低保吗", "has_car", False),
        ("我老房子一间，存折五千，五保能进吗", "houses", 1),
        ("我在服装厂被裁了有九个月，有岗位吗", "unemployed_months", 9),
    ],
)
def test_what_is_told_by_the_way_is_read(text: str, key: str, value: Any):
    assert value in _everything(text).get(key, [])


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("小姑娘侬几岁啦", "age"),
        ("我二十几岁男人就没了，现在能领什么", "age"),
        ("爷爷五岁时发烧烧坏了脑子", "age"),
        ("开小洋楼的吃低保，吃糠的倒没有", "receives"),
        ("我昨天才晓得有高龄津贴，婆婆领得着吗", "receives"),
        ("我家低保去年停掉了", "receives"),
        ("车子值多少钱以内才不挡低保", "has_car"),
        ("我表妹被货车撞了，路救基金能帮她吗", "has_car"),
        ("侄女是孤儿，十月份的生活费没进账", "person_income_month"),
        ("户口明明在广陈，硬讲我是外地人", "lives_alone"),
        ("饭端进去他吃两口就不吃了", "household_size"),
        ("我老伴喘不上气，嘴唇发黑", "illness"),
    ],
)
def test_what_nobody_told_is_not_read(text: str, key: str):
    assert key not in _everything(text)


def test_what_others_claim_and_the_speaker_denies_is_no_fact():
    assert _everything("乱写我有两套房，我明明就一套，谁登记的")["houses"] == [1]
    assert _everything("户口明明在广陈，硬讲我是外地人")["hukou_local"] == [True]


def test_a_stage_left_behind_gives_way_to_the_one_of_now():
    assert _everything("我残疾证重新评过，原先三级，现在是肢体二级")["disability_grade"] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "听说有人开着奔驰还吃低保，真的假的",
        "我在网上看到说一家三口月收入低于三千就能申请",
        "两口之家低保标准多少",
        "一个人住的老人能装呼叫器吗",
        "丧偶的人有什么补助",
        "窗口那个小年轻二十几岁凶得很",
    ],
)
def test_rumours_and_classes_of_people_are_facts_of_nobody(text: str):
    assert not _everything(text).keys() - {"relation"}


def test_whoever_is_leaned_on_does_not_live_alone():
    assert "lives_alone" not in _everything("全家四口靠老公一个人，一个月四千五")
