"""What is said and yet does not hold is no finding; what was alleged and confirmed is one."""

import pytest

from core.language import understand_worker


@pytest.mark.parametrize(
    ("said", "not_found"),
    [
        ("去看了，住院的是对门老沈，他本人在家剥豆", "hospitalized"),
        ("坐牢的是他表哥，跟他家不搭界", "imprisoned"),
        ("漏雨是前年的事，瓦早翻过了", "house_leak"),
        ("网上传他家断粮，我翻了米桶，满满的", "low_food"),
        ("村民反映家暴，核实是两夫妻拌嘴", "domestic_violence"),
        ("说他欠一屁股债是没影子的事，单子我看了", "debt"),
        ("骨折是大前年的老伤，现在挑担都行", "injured"),
    ],
)
def test_what_is_anothers_past_or_only_alleged_is_no_finding(said: str, not_found: str):
    assert not_found not in understand_worker(said).findings


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("村民反映家暴，去看了属实，女的脸上乌青", "domestic_violence"),
        ("预警说他失业，确实在家闲了三个月", "unemployed"),
        ("邻居说昨晚打得很厉害，小孩一直哭", "domestic_violence"),
        ("系统报失联，真的找不到人，电话也停机", "lost_contact"),
    ],
)
def test_what_was_alleged_and_confirmed_is_found(said: str, found: str):
    assert found in understand_worker(said).findings
