"""What a worker's reply says as a whole: contradiction, question, others' help, days and steps."""

import pytest

from core.language import understand_worker
from core.language.reading.message import Message


@pytest.mark.parametrize(
    "said",
    [
        "没坐牢，在船上做活，三个月回一趟",
        "欠账的是他小舅子，跟这户没关系",
        "名单登错了，残疾的是隔壁那户",
        "系统讲他过世了，人家健在，在打太极",
    ],
)
def test_what_was_reported_and_is_not_so_is_a_false_alarm(said: str):
    assert understand_worker(said).action == "false_alarm"


@pytest.mark.parametrize(
    "said",
    [
        "没欠学费，但是米缸空了两天",
        "他老婆没走，不过天天吵，孩子吓得躲起来",
        "打她的是她老公，脸都肿了",
        "照顾她的是隔壁阿婆，儿子一年没回来",
    ],
)
def test_a_denial_with_a_but_or_who_did_it_is_no_false_alarm(said: str):
    assert understand_worker(said).action != "false_alarm"


@pytest.mark.parametrize(
    "said",
    [
        "低保按年审还是按季审",
        "两个孩子的算不算一起",
        "临时救助最多报几次",
        "户口簿遗失了怎么补",
        "这张表要交到哪个窗口",
    ],
)
def test_a_question_without_a_question_mark_is_one(said: str):
    assert understand_worker(said).action == "question"


@pytest.mark.parametrize(
    "said",
    ["她老是问我低保有没有批", "按了按钮还是不响，坏了", "大爷客气，问我们要不要喝茶"],
)
def test_what_others_ask_and_still_is_no_question(said: str):
    assert understand_worker(said).action != "question"


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("司法所去年就出面调解好了", ()),
        ("慈善救助金打到卡里了", ()),
        ("供电所上礼拜派人把线换过了", ()),
        ("手上的报警表不响了", ()),
        ("残联批下来一台轮椅", ()),
        ("民政的钱月初到账了", ()),
        ("村医天天上门换药", ()),
        ("人社给介绍到食品厂上班", ()),
        ("妇联的志愿者来给孩子辅导", ()),
        ("希望民政每个月来看看", ("民政",)),
        ("请社区医生每周上门", ("卫健",)),
        ("要残联给安排到托养中心", ("残联",)),
        ("线路老化冒火花，要供电所赶紧来人", ("供电",)),
        ("孩子不肯去学校，得妇联去谈一谈", ("妇联",)),
    ],
)
def test_a_department_that_has_acted_is_not_asked(said: str, asked: tuple[str, ...]):
    assert understand_worker(said).departments == asked


@pytest.mark.parametrize(
    ("said", "visited", "planned"),
    [
        ("昨天傍晚拎了两箱牛奶到汤阿婆家", "yesterday evening", None),
        ("今天九点半到的，人在晒被子", "today 09:30", None),
        ("刚把米交到他手里", "just_now", None),
        ("中午饭有人送了，一荤一素", None, None),
        ("等五点钟放工我过去", None, "today 17:00"),
        ("今晚七点半等她下班我过去", None, "today 19:30"),
        ("二十号上午，约在村口碰头", None, "20th morning"),
        ("上午敲门没人应，明天中午他歇班我再去", "today morning", "tomorrow noon"),
    ],
)
def test_the_days_of_visits_done_and_planned(said: str, visited: str | None, planned: str | None):
    read = understand_worker(said)
    assert (read.visited_at, read.scheduled_at) == (visited, planned)


@pytest.mark.parametrize(
    ("said", "step"),
    [
        ("上门看了，屋顶漏，等天好叫瓦匠来翻", "repair"),
        ("去过了，水管爆了，叫师傅接好了", None),
        ("见到本人，系统里年龄写错了，请后台改一下", "verify_data"),
        ("上门看过，大后天把棉被给她拎过去", "deliver_goods"),
        ("看了她，想上班，推了两个岗位让她挑", "job_referral"),
        ("去看过，星期一陪她去窗口递低保材料", "apply_policy"),
        ("去看他，他叫我们别再来了", None),
    ],
)
def test_the_step_that_comes_next(said: str, step: str | None):
    assert understand_worker(said).next_step == step


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("给他送了坐便以一只", "坐便椅"),
        ("烟敢一直滴滴叫", "烟感"),
        ("血鸭有点高", "血压"),
        ("呼叫气坏了", "呼叫器"),
    ],
)
def test_things_workers_name_are_known_by_their_sound(said: str, read: str):
    assert read in Message(said).text


@pytest.mark.parametrize("said", ["她不在嘉兴", "敲了门没人影", "他在学堂里", "天天去食堂吃饭"])
def test_what_is_written_right_stays(said: str):
    assert said in Message(said).text
