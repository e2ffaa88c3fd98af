"""Facts stand at the person they can be true of, or nowhere; each class with wordings of its own."""

from typing import Any

import pytest

from core.language import understand_resident


def of(said: str, who: str) -> dict[str, Any]:
    """What was read of one person of a message."""
    read = understand_resident(said)
    people = [read.facts, *read.others]
    return next((p for p in people if p.get("relation") == who), {})


@pytest.mark.parametrize(
    ("said", "who", "key", "value"),
    [
        (
            "我是单亲妈妈，孩子三岁上幼儿园，工资三千二，房租一千",
            "self",
            "person_income_month",
            3200,
        ),
        ("侄子父母双亡，现在跟他奶奶过，读五年级", "nephew", "student_stage", "primary"),
        ("咨询一下：本人离异，带一儿子（14岁，初中在读），住广陈镇", "son", "age", 14),
        ("我弟39岁尿毒症，老婆跟他离了，没有收入", "brother", "divorced", True),
        ("邻居老张七十多了，老伴死了", "neighbour", "widowed", True),
        ("我是钟埭的，老公肺癌，家里还有八十岁婆婆跟十岁儿子", "son", "age", 10),
        ("我老公肝硬化晚期，欠了亲戚十几万，没房", "husband", "houses", 0),
        ("我们村王阿婆八十八，儿子不孝，一个人住漏雨的房子", "villager", "age", 88),
        ("我是退役的，老婆去年没了，女儿嫁人了，一个人住", "self", "lives_alone", True),
        ("我哥四十二离异，一个人带儿子，儿子上初三", "nephew", "student_stage", "junior"),
        ("我们组里有个老太太八十二了没儿女", "villager", "age", 82),
        ("楼上张阿姨六十八，老年痴呆", "neighbour", "age", 68),
        ("没爹没妈的孩子跟着姑姑过", "child", "orphan", True),
    ],
)
def test_a_fact_stands_at_the_one_it_can_be_true_of(said: str, who: str, key: str, value: Any):
    assert of(said, who).get(key) == value


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("独居老人申请那个按钮呼叫器要什么条件，我爷爷91", "lives_alone"),
        ("我姐姐四十五岁智力残疾一级，爸妈都没了，跟我住", "orphan"),
        ("我老婆要照顾瘫痪的妈，没法上班", "can_work"),
        ("丈夫腿断了不能上班三个月", "can_work"),
        ("医生说我老公要换肝，要五十万", "illness"),
        ("自费两万能报多少", "medical_selfpaid_year"),
        ("我今年大四马上毕业，求职有补贴吗", "graduated_years_ago"),
        ("我和老伴每人一百的高龄补贴", "person_income_month"),
        ("老伴突然动不了了，躺在地上叫不应", "bedridden"),
    ],
)
def test_what_holds_of_nobody_is_not_told(said: str, key: str):
    read = understand_resident(said)
    assert all(key not in person for person in (read.facts, *read.others))


def test_the_finest_name_of_an_illness_counts():
    assert understand_resident("我爸肾衰竭每个礼拜透析三次").facts["illness"] == "尿毒症"


def test_what_was_earned_before_is_not_earned_now():
    assert understand_resident("我原来工资五千，现在三千二").facts["person_income_month"] == 3200


def test_what_takes_turns_with_a_car_is_one():
    assert understand_resident("车子八万买的，现在失业三个月").facts["has_car"] is True


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("邻居说闻到我家有煤气味，我头好晕", None),
        ("有个小孩在马路上乱跑没大人看着", None),
        ("楼上吵架吵得凶，小孩哭得喘不过气，好像在打小孩", "neighbour"),
        ("邻居家老公打老婆，天天打，今天见血了", "neighbour"),
        ("孩子他爸又动手了，我鼻子流血，孩子吓得直哭", None),
    ],
)
def test_in_danger_who_saw_it_or_does_it_is_not_the_endangered(said: str, who: str | None):
    read = understand_resident(said)
    assert read.intent == "crisis"
    assert read.facts.get("relation") == who
