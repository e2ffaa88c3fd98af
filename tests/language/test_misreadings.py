"""Classes of misreading that happened once, each with several wordings of its own."""

import pytest

from core.language import understand_resident, understand_worker


@pytest.mark.parametrize(
    "said",
    [
        "打电话没人接，我赶过去了，人在地上坐着",
        "敲门没应，从窗户看进去老人躺在地上",
        "电话没人接，到家里一看，他摔在厨房",
        "一开始没人开门，后来邻居拿钥匙开的，人倒在床边",
        "叫了半天不应，门没锁，进去看到她坐在地上起不来",
        "敲门没人应，刚要走他开门了，聊了会",
        "先前不在家，等了十分钟她回来了，情况还好",
        "按铃没反应，翻窗进去发现老人晕在床边",
    ],
)
def test_somebody_found_after_nobody_answered_was_met(said: str):
    assert understand_worker(said).action == "visited"


@pytest.mark.parametrize(
    "said",
    [
        "敲门没人应，邻居说看到他早上出门了",
        "没人在家，隔壁讲她坐在村口晒太阳",
        "去了三趟都没碰到",
        "打电话不接，门也锁着，没见到人",
        "没人开门，门卫说他坐车走了",
        "敲了半天没动静，下午再去",
    ],
)
def test_what_others_say_of_them_is_no_meeting(said: str):
    assert understand_worker(said).action in ("not_home", "scheduled")


@pytest.mark.parametrize(
    "said",
    [
        "楼上漏水没人管",
        "下水道堵了，没人管",
        "楼道灯坏了没人修没人管",
        "对方跑了",
        "肇事司机跑了，能申请救助吗",
        "包工头跑路了，欠我两万",
        "房东要赶我走",
        "房东要涨房租，下个月要赶我们走",
        "求求你们快点批",
        "厕所渗水，物业不理",
    ],
)
def test_annoyances_are_no_danger(said: str):
    assert understand_resident(said).intent != "crisis"


@pytest.mark.parametrize(
    "said",
    [
        "我爸一个人在家没人管，瘫着，三天没人送饭了",
        "孩子一个人在家没人管，才五岁",
        "被房东赶出来睡马路，外面下雪",
        "我被车撞了，司机跑了，腿上都是血",
        "老公把我赶出来了，外面零下三度",
        "存折密码写在纸上了，你们帮我交给儿子",
    ],
)
def test_the_same_words_in_danger_are_danger(said: str):
    assert understand_resident(said).intent == "crisis"


@pytest.mark.parametrize(
    "said",
    [
        "家里在吃低保，孩子要交学费",
        "我家享受低保三年了",
        "我们屋里吃着低保呢，还能申请医疗救助吗",
        "我家是低保户，电费有没有优惠",
        "我们一家一直拿着低保，想问看病",
        "我家吃低保的，儿子读高中",
    ],
)
def test_a_family_on_dibao_receives_it_and_nothing_it_asks_for(said: str):
    assert understand_resident(said).facts.get("receives") == ["dibao"]


@pytest.mark.parametrize(
    "said",
    [
        "我的低保被停了",
        "我残疾补贴停掉半年了怎么回事",
        "我们家低保取消了怎么办",
        "我家低保去年退掉了",
        "护理补贴突然停了，我妈瘫着呢",
        "我高龄津贴不发了",
    ],
)
def test_a_benefit_that_has_stopped_is_not_received(said: str):
    assert "receives" not in understand_resident(said).facts


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("家里五口人，公公婆婆，我跟老公，还有两个儿子", 6),
        ("我家三口人，公公婆婆、老公、我", 4),
        ("我家四口人，爸爸妈妈、我、两个儿子", 5),
        ("家里四口人，公公婆婆我老公我女儿", 5),
        ("我家三口人：岳父岳母、老婆和我", 4),
        ("我们四口人，我老公，三个孩子", 5),
        ("家里六口人，公公婆婆，我跟老公，还有两个儿子", None),
        ("我家四口人，我和老公，两个孩子，儿子小学女儿初中", None),
        ("我家五口，儿子儿媳孙子，我和老伴", None),
        ("我家3口人，我爸妈在老家", None),
    ],
)
def test_in_laws_and_counted_children_count_among_the_people_listed(said: str, counted: int | None):
    doubts = [c.counted for c in understand_resident(said).contradictions]
    assert doubts == ([] if counted is None else [counted])


@pytest.mark.parametrize(
    "said",
    [
        "家里米有两袋，油一桶",
        "他家米还有半袋，油一桶，够吃",
        "厨房里米一袋面一包",
        "冰箱里有两斤肉，三个鸡蛋",
        "家里有两床被子，一台旧电视",
        "她自己有两张轮椅",
        "油米都没有送，只登记了情况",
        "米呀油呀一样都没拿",
        "牛奶让我带回去了",
        "说好的轮椅到现在没送来",
        "慰问品周五统一送",
        "今天把电费补贴表交了",
        "300块被偷了",
        "上次送的米吃完了",
        "102没人，103拒绝了",
        "除了聊聊天啥也没做",
        "他说镇里给过一张表，没填",
        "女儿买的新手机不会用",
        "给了他一张名片",
        "陪他坐公交没去成",
        "屋顶补过两次还漏",
        "把药拿错了",
        "床上铺着两床棉被，干净的",
        "社区食堂的饭不合口味，没订",
        "小孩在家写作业，爷爷烧饭",
        "煤气报警是炒菜油烟",
    ],
)
def test_what_is_there_owed_planned_or_returned_is_no_help(said: str):
    assert understand_worker(said).helps == ()


@pytest.mark.parametrize(
    ("said", "kind", "item"),
    [
        ("101送了米，102没人", "goods", "大米"),
        ("侬放心，我帮伊拿电费交脱了，一百廿块", "cash", "电费"),
        ("帮阿婆把液化气罐换好了", "service", "换煤气"),
        ("给小孩补了两次数学课", "service", "课业辅导"),
        ("教她用智能手机，视频通话学会了", "service", "教用手机"),
        ("社保卡帮他激活了", "service", "社保卡激活"),
        ("车费我出的二十块", "cash", "车费"),
        ("米面油各一份，送达", "goods", "米面油"),
    ],
)
def test_help_told_in_passing_is_counted(said: str, kind: str, item: str):
    assert [(h.kind, h.item) for h in understand_worker(said).helps] == [(kind, item)]


def test_an_amount_put_right_is_no_false_alarm():
    assert understand_worker("不是五十斤，是三十斤米").action != "false_alarm"


@pytest.mark.parametrize(
    "said",
    [
        "老板拖欠工资两万多",
        "上个月工资被拖欠两万",
        "我收入三万，够低边吗",
        "我孙子自闭症，做康复一个月六千",
        "工资一万二没拿到",
        "单位赔了我两万",
    ],
)
def test_money_owed_or_of_no_time_is_no_income(said: str):
    keys = {"person_income_month", "household_income_month", "income_year"}
    assert keys.isdisjoint(understand_resident(said).facts)


def test_where_nobody_is_asked_for_everybody_keeps_what_is_told_of_him():
    read = understand_resident("我儿子上班五千，媳妇没班上，我老公打零工")
    told = [read.facts, *read.others]
    assert {p["relation"]: p for p in told if p}["son"]["person_income_month"] == 5000


@pytest.mark.parametrize(
    "said",
    [
        "隔壁小夫妻天天吵架打架，孩子才两岁",
        "爷爷91了奶奶88，两个人住在老屋",
        "女儿买了辆车，会不会影响我妈低保",
    ],
)
def test_of_two_people_nobody_is_named_when_it_is_close(said: str):
    read = understand_resident(said)
    assert "relation" in read.uncertain or "relation" in read.facts
    assert ("relation" in read.uncertain) is not ("relation" in read.facts)
