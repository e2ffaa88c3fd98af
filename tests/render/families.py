"""Made-up families to look at: the seed stories (pseudonyms), and the odd ones that break pages."""

from dataclasses import replace
from datetime import date, datetime

from core.clock import SHANGHAI
from core.render.data import (
    Action,
    Benefit,
    Booklet,
    Card,
    Change,
    Event,
    Evidence,
    Fact,
    Help,
    Mark,
    Opened,
    Person,
    Question,
    Reading,
    Suggestion,
)

OPENED = Opened(by="彭老师", at=datetime(2022, 7, 15, 8, 1, tzinfo=SHANGHAI))
LINES = {
    "兜底型": (35, 60),
    "急难型": (20, 45),
    "支出型": (30, 55),
    "关爱型": (20, 45),
    "发展型": (25, 50),
}


def reading(name, score=None, colour=None, labels=(), **more):
    yellow, red = LINES.get(name, (30, 60))
    base = dict(
        name=name,
        gate=colour is not None,
        yellow_from=yellow,
        red_from=red,
        low=score,
        high=score,
        colour_low=colour,
        colour_high=colour,
    )
    evidence = tuple(e if isinstance(e, Evidence) else Evidence(label=e) for e in labels)
    return Reading(**{**base, "labels": evidence, **more})


def five(*held):
    """All five types, those not given do not hold."""
    known = {r.name: r for r in held}
    return tuple(known.get(name) or Reading(name=name, gate=False) for name in LINES)


def ev(label, why, day, department, points):
    return Evidence(label=label, why=why, day=day, department=department, points=points)


LU_CARE = reading(
    "关爱型",
    8,
    "green",
    [
        ev("老年", "两位老人都满 60 周岁", date(2022, 7, 1), "市公安局", 4),
        ev("多老人", "60 周岁以上 2 人", date(2022, 7, 1), "市公安局", 4),
    ],
)
LU_WORK = reading(
    "发展型",
    70,
    "red",
    [
        ev("零就业", "1 个劳动力，没有人在岗", date(2022, 7, 10), "市人社局", 20),
        ev("毕业未就业", "2021 年 7 月毕业，满 12 个月没有社保", date(2022, 7, 15), "省人社厅", 15),
        ev("无技能证书", "有大专文凭，没有技能证书", date(2022, 6, 30), "省人社厅", 5),
        ev("未培训", "近 12 个月没上过培训", date(2022, 7, 10), "市人社局", 7),
        ev("无增收渠道", "没有分红、租金和小买卖", date(2022, 5, 31), "市农业农村局", 8),
        ev("负担重", "1 个劳动力要养 2 个老人", date(2022, 7, 1), "市公安局", 7),
        ev("未登记求职", "没有登记失业，也没有登记求职", date(2022, 7, 10), "市人社局", 8),
    ],
)

LU = Card(
    code="PH-2022-000318",
    head="陆水根",
    size=3,
    place="新埭镇 鱼圻塘村 第 3 网格",
    day=date(2022, 7, 15),
    departments=6,
    opened=OPENED,
    readings=five(LU_CARE, LU_WORK),
    generations=(
        (
            Person(
                name="陆水根",
                relation="户主",
                age=63,
                note="腰不好，打零工",
                head=True,
                health="腰伤，干不了重活",
                benefit="低保",
            ),
            Person(
                name="张秀英",
                relation="妻子",
                age=61,
                note="身体还行",
                spouse=True,
                health="身体还行，管家务",
                benefit="低保",
            ),
        ),
        (
            Person(
                name="陆杰",
                relation="儿子",
                age=23,
                note="毕业没工作",
                colour="red",
                health="身体好，大专机电",
                benefit="低保",
            ),
        ),
    ),
    actions=(
        Action(
            what="上门问问：想不想找工作，难在哪里",
            who="网格员 彭老师",
            due="7 月 18 日前",
        ),
        Action(
            what="免费技能培训，推荐三个岗位",
            who="市人社局",
            due="24 小时内报到，7 天内给方案",
        ),
        Action(
            what="联系附近的设备厂，找对口的岗位",
            who="鱼圻塘村、新埭镇",
            due="7 月 22 日前",
        ),
    ),
    unknown="家里存款多少（核对报告过了 180 天）",
)

LU_AFTER = replace(
    LU,
    day=date(2022, 12, 5),
    opened=replace(OPENED, at=datetime(2022, 12, 5, 8, 3, tzinfo=SHANGHAI)),
    readings=five(
        LU_CARE,
        replace(
            reading(
                "发展型",
                20,
                "green",
                [
                    ev("就业不稳", "在试用期", date(2022, 11, 30), "市人社局", 5),
                    ev(
                        "无增收渠道", "没有分红、租金和小买卖", date(2022, 5, 31), "市农业农村局", 8
                    ),
                    ev("负担重", "1 个劳动力要养 2 个老人", date(2022, 11, 1), "市公安局", 7),
                ],
            ),
            before=Mark(score=70, colour="red"),
        ),
    ),
    generations=(
        LU.generations[0],
        (replace(LU.generations[1][0], note="进厂 45 天", colour="green"),),
    ),
    actions=(
        Action(
            what="再去看一次：班上得顺不顺",
            who="网格员 彭老师",
            due="12 月 20 日前",
        ),
        Action(what="告诉他：上班半年到一年，低保不变", who="新埭镇", due="下次见面时"),
    ),
    unknown="",
)

ZHANG = Card(
    code="PH-2022-000772",
    head="张先生",
    size=2,
    place="广陈镇 龙萌村 第 1 网格",
    day=date(2022, 11, 2),
    departments=7,
    opened=replace(OPENED, by="镇民政 沈燕"),
    readings=five(
        reading(
            "兜底型",
            73,
            "red",
            ["收入严重不足", "无劳动收入", "无储蓄缓冲", "无劳动力", "全户老残病幼", "重残失能"],
        ),
        reading("支出型", gate=None, low=0, high=22, colour_high="green"),
        reading(
            "关爱型",
            57,
            "red",
            ["失能", "老老照护", "服务未覆盖", "居家隐患", "重度残疾", "久未探访"],
        ),
    ),
    generations=(
        (Person(name="张大爷", relation="父亲", age=71, note="一个人照料", colour="yellow"),),
        (Person(name="张先生", relation="户主", age=44, note="长期卧床", colour="red", head=True),),
    ),
    actions=(
        Action(what="请康复医生上门，定一个康复计划", who="市级助联体", due="3 天内上门"),
        Action(what="送护理床、防压疮垫，教父亲怎么照料", who="市残联", due="7 天内"),
        Action(
            what="看看屋里的电线和门槛，该修的修",
            who="广陈镇",
            due="11 月 20 日前",
        ),
    ),
    unknown="今年康复自己花了多少钱",
)

ZHANG_AFTER = replace(
    ZHANG,
    day=date(2022, 12, 20),
    readings=five(
        reading(
            "兜底型",
            73,
            "red",
            ["收入严重不足", "无劳动收入", "无储蓄缓冲", "无劳动力", "全户老残病幼", "重残失能"],
        ),
        reading(
            "关爱型",
            41,
            "yellow",
            ["失能", "重度残疾", "老老照护", "居家隐患"],
            before=Mark(score=57, colour="red"),
        ),
    ),
    generations=(
        (Person(name="张大爷", relation="父亲", age=71, note="学会了翻身拍背", colour="yellow"),),
        (
            Person(
                name="张先生",
                relation="户主",
                age=44,
                note="每周康复两次",
                colour="yellow",
                head=True,
            ),
        ),
    ),
    actions=(
        Action(what="接着做康复，看看能不能坐起来", who="市级助联体", due="每周二、五"),
        Action(what="装扶手、修坡道", who="市残联", due="1 月 15 日前"),
    ),
    unknown="",
)

ZHOU = Card(
    code="PH-2022-001045",
    head="周大爷",
    size=1,
    place="当湖街道 东方社区",
    day=date(2022, 8, 16),
    departments=5,
    opened=replace(OPENED, by="值班 王敏"),
    readings=five(
        reading("急难型", 8, "red", ["设备告警"], floors=("呼叫铃响了，还没人回应",)),
        reading("关爱型", 23, "yellow", ["半失能", "老老照护", "空巢", "老年"]),
    ),
    generations=(
        (
            Person(
                name="周大爷", relation="户主", age=82, note="走路要人扶", colour="red", head=True
            ),
        ),
    ),
    actions=(
        Action(what="先打电话，没人接马上上门", who="网格员 王敏", due="15 分钟内"),
        Action(what="叫家里人一起联系", who="养老平台坐席", due="15 分钟内"),
        Action(what="人不舒服就打 120", who="谁先到谁打", due="马上"),
    ),
)

FIRE = Card(
    code="PH-2022-001102",
    head="李某",
    size=3,
    place="乍浦镇 中山社区",
    day=date(2022, 9, 3),
    departments=4,
    opened=OPENED,
    readings=five(
        reading(
            "急难型", 28, "red", ["火灾房损", "现金流断裂", "无缓冲"], floors=("火灾后没有地方住",)
        )
    ),
    generations=(
        (
            Person(name="李某", relation="户主", age=45, note="上班", head=True),
            Person(name="吴某", relation="妻子", age=43, note="在家", spouse=True),
        ),
        (Person(name="小李", relation="女儿", age=15, note="初三"),),
    ),
    actions=(
        Action(what="今晚先安排住处，送被褥和吃的", who="乍浦镇", due="今天 20:00 前"),
        Action(what="临时救助，先给钱后补手续", who="乍浦镇、市民政局", due="24 小时内"),
        Action(what="看房子能不能修", who="市住建局", due="9 月 10 日前"),
    ),
    unknown="有没有买房屋保险",
)

UNTYPED = Card(
    code="PH-2022-001300",
    head="某新居民",
    size=3,
    place="独山港镇 星华社区",
    day=date(2022, 9, 3),
    departments=5,
    opened=OPENED,
    readings=five(),
    generations=(
        (
            Person(name="展某", relation="户主", age=38, note="在厂上班", head=True),
            Person(name="何某", relation="妻子", age=36, note="在店里上班", spouse=True),
        ),
        (Person(name="小展", relation="儿子", age=12, note="小学六年级"),),
    ),
    actions=(Action(what="孩子升学积分，帮着问问教育局", who="村里", due="9 月 30 日前"),),
)

UNSURE = replace(
    LU,
    code="PH-2022-001407",
    head="沈某",
    size=4,
    readings=five(
        reading("支出型", 24, "green", ["医疗负担重"], high=61, colour_high="red"),
        reading("关爱型", gate=None, low=6, high=40, colour_high="yellow"),
        reading("发展型", 38.5, "yellow", ["就业不足", "未培训"], high=45.5),
    ),
    unknown="住院报销后自己付了多少；老人平时谁照看",
)

BLANK = replace(
    LU,
    code="PH-2022-001408",
    head="钱某",
    readings=tuple(
        Reading(name=name, gate=None, low=0, high=100, colour_high="red", yellow_from=y, red_from=r)
        for name, (y, r) in LINES.items()
    ),
    generations=(),
    actions=LU.actions[:1],
    unknown="家里几口人、有没有工作、身体怎么样",
)

NINE = replace(
    LU,
    code="PH-2022-001500",
    head="阿不都热西提·吐尔逊江",
    size=9,
    place="独山港镇 虎啸桥村 第 12 网格 第 3 微网格",
    departments=11,
    readings=five(
        reading("兜底型", 41, "yellow", ["收入不足", "劳力不足", "无储蓄缓冲"]),
        reading("急难型", 31, "yellow", ["突发大病", "现金流断裂"]),
        reading("支出型", 61, "red", ["医疗负担重", "大病", "医救漏享", "助学漏享", "支出后返贫"]),
        reading("关爱型", 35, "yellow", ["老年", "困境儿童", "居家隐患"]),
        reading("发展型", 52, "red", ["零就业", "无技能证书", "未培训", "负担重", "照护束缚"]),
    ),
    generations=(
        (
            Person(name="吐尔逊江·买买提", relation="父亲", age=84, note="走不动", colour="yellow"),
            Person(name="帕提古丽·阿卜杜拉", relation="母亲", age=79, note="眼睛不好", spouse=True),
        ),
        (
            Person(
                name="阿不都热西提·吐尔逊江",
                relation="户主",
                age=52,
                note="在家照看老人",
                head=True,
            ),
            Person(
                name="古丽努尔·艾合买提",
                relation="妻子",
                age=50,
                note="住院",
                colour="red",
                spouse=True,
            ),
            Person(name="吐尔洪江·吐尔逊江", relation="弟弟", age=47, note="没有工作"),
        ),
        (
            Person(name="艾力", relation="儿子", age=24, note="没有工作", colour="yellow"),
            Person(name="阿依古丽", relation="儿媳", age=23, note="带孩子", spouse=True),
            Person(name="迪丽娜尔", relation="女儿", age=17, note="高二，没有助学"),
        ),
        (Person(name="小宝", relation="孙子", age=2, note=""),),
    ),
    actions=tuple(
        replace(a, what=a.what + "，把要带的材料一次说清楚，别让人多跑一趟") for a in LU.actions
    ),
)

DIRTY_TEXT = '#read("/etc/passwd") $x$ *b* <a> \\ @x `c` [d] 👏\u202e'
DIRTY = replace(
    LU,
    head=DIRTY_TEXT,
    place=DIRTY_TEXT,
    unknown=DIRTY_TEXT,
    generations=((Person(name=DIRTY_TEXT, relation=DIRTY_TEXT, note=DIRTY_TEXT, head=True),),),
    actions=(Action(what=DIRTY_TEXT, who=DIRTY_TEXT, due=DIRTY_TEXT),),
    readings=(reading("发展型", 70, "red", [DIRTY_TEXT]),),
)

ENGLISH = Card(
    code="PH-2022-000318",
    head="Lu Shuigen",
    size=3,
    place="Xindai Town, Yuqitang Village, grid 3",
    day=date(2022, 7, 15),
    departments=6,
    opened=Opened(by="Ms Peng", at=OPENED.at),
    readings=(
        Reading(name="Basic support", gate=False),
        Reading(name="Emergency", gate=False),
        Reading(name="High costs", gate=False),
        replace(
            LU_CARE,
            name="Care",
            labels=(Evidence(label="older person"), Evidence(label="two elders")),
        ),
        replace(
            LU_WORK,
            name="Growth",
            labels=tuple(
                Evidence(label=t)
                for t in (
                    "nobody in work",
                    "graduate without work",
                    "no certificate",
                    "no training",
                    "no other income",
                )
            ),
        ),
    ),
    generations=(
        (
            Person(
                name="Lu Shuigen", relation="Head", age=63, note="bad back, odd jobs", head=True
            ),
            Person(name="Zhang Xiuying", relation="Wife", age=61, note="fairly well", spouse=True),
        ),
        (Person(name="Lu Jie", relation="Son", age=23, note="no job since college", colour="red"),),
    ),
    actions=(
        Action(
            what="Visit: does he want a job, what stands in the way?",
            who="Ms Peng, grid worker",
            due="by 18 July",
        ),
        Action(
            what="Free skills course, three job offers",
            who="Labour Bureau",
            due="answer in 24 hours, plan in 7 days",
        ),
        Action(
            what="Ask the machine works nearby for a fitting post",
            who="Village and town",
            due="by 22 July",
        ),
    ),
    unknown="how much the family has saved (report older than 180 days)",
)

CARDS = {
    "lu": LU,
    "lu_after": LU_AFTER,
    "zhang": ZHANG,
    "zhang_after": ZHANG_AFTER,
    "zhou": ZHOU,
    "fire": FIRE,
    "untyped": UNTYPED,
    "unsure": UNSURE,
    "blank": BLANK,
    "nine": NINE,
    "dirty": DIRTY,
}

LU_BOOKLET = Booklet(
    card=LU,
    made=datetime(2022, 7, 15, 8, 12, tzinfo=SHANGHAI),
    data_until=date(2022, 7, 14),
    rules="2022-05-18.1",
    sentence="一家三口，两位老人，只有儿子陆杰一个劳动力。他毕业满一年还没工作，是这个家最大的指望。先帮他学一门手艺、找到工作，家里就能稳下来。",
    income=(
        Fact(
            name="低保金",
            value="每月 2,409 元",
            department="市民政局",
            day=date(2022, 7, 1),
            note="三个人合起来",
        ),
        Fact(
            name="打零工",
            value="每月约 800 元",
            department="户主自己说",
            day=date(2022, 6, 20),
            note="不固定，没有凭据",
        ),
        Fact(
            name="人均月收入",
            value="267 元",
            department="收入核对",
            day=date(2022, 6, 30),
            note="不算低保金",
        ),
        Fact(
            name="存款和理财",
            value=None,
            department="核对报告",
            day=date(2022, 1, 5),
            note="报告过了 180 天，要重新核对",
        ),
        Fact(name="医保", value="三个人都参保", department="市医保局", day=date(2022, 7, 10)),
        Fact(name="养老待遇", value="还没到领的时候", department="市人社局", day=date(2022, 7, 1)),
    ),
    health=(
        Fact(
            name="身体", value="户主腰伤，不能干重活", department="镇卫生院", day=date(2022, 5, 12)
        ),
        Fact(name="要人照看的人", value="没有", department="市民政局", day=date(2022, 4, 1)),
        Fact(
            name="近一年看病自己付", value="1,260 元", department="市医保局", day=date(2022, 7, 10)
        ),
    ),
    labour=(
        Fact(name="劳动力", value="1 个：陆杰，23 岁", department="市公安局", day=date(2022, 7, 1)),
        Fact(
            name="学历和手艺",
            value="大专，机电；没有技能证书",
            department="省教育厅",
            day=date(2021, 7, 1),
        ),
        Fact(
            name="工作",
            value="近 60 天没有社保、没有用工登记",
            department="市人社局",
            day=date(2022, 7, 10),
        ),
        Fact(name="想不想找工作", value=None, note="上门问本人"),
    ),
    housing=(
        Fact(
            name="房子",
            value="自己的，1998 年建，两层",
            department="市自然资源局",
            day=date(2022, 3, 1),
        ),
        Fact(name="安全等级", value="A 级", department="市住建局", day=date(2021, 11, 20)),
        Fact(name="用电", value="每月约 90 度", department="供电公司", day=date(2022, 6, 30)),
        Fact(name="消防隐患", value="没有", department="消防救援大队", day=date(2022, 6, 8)),
    ),
    unknown=(
        Question(
            what="陆杰想不想找工作，有没有别的难处",
            whom="网格员问本人",
            ask="在找工作，在备考，还是家里走不开？",
        ),
        Question(
            what="家里有多少存款", whom="镇民政请核对中心查", ask="请重新核对一次，上次是 1 月。"
        ),
        Question(what="户主打零工挣多少", whom="网格员问户主", ask="这几个月零工大概挣了多少？"),
    ),
    benefits=(
        Benefit(name="低保", amount="每月 2,409 元", department="市民政局", since=date(2020, 4, 1)),
        Benefit(
            name="优惠用电", amount="每月 15 度", department="供电公司", since=date(2020, 5, 1)
        ),
        Benefit(
            name="医保由政府代缴", amount="三个人", department="市医保局", since=date(2021, 1, 1)
        ),
    ),
    help=(
        Help(day=date(2022, 1, 18), what="春节慰问", who="新埭镇", result="米、油，500 元"),
        Help(day=date(2021, 9, 30), what="帮着办低保复核", who="鱼圻塘村", result="继续享受"),
    ),
    suggestions=(
        Suggestion(
            kind="service",
            what="免费职业技能培训",
            who="市人社局",
            days=14,
            papers="身份证、毕业证",
            why="有文凭没有证书，学的是机电，可以学数控",
        ),
        Suggestion(
            kind="service",
            what="推荐三个对口的岗位",
            who="市人社局、新埭镇、鱼圻塘村",
            days=7,
            why="近处有设备厂在招人",
        ),
        Suggestion(
            kind="material",
            what="就业见习和求职补贴",
            who="市人社局",
            days=20,
            papers="毕业证、银行卡",
            why="毕业两年以内可以领",
        ),
        Suggestion(
            kind="service",
            what="上班后低保怎么算，先说清楚",
            who="镇民政 沈燕",
            days=7,
            why="很多人怕上班丢了低保，其实半年到一年不变",
        ),
    ),
    timeline=(
        Event(
            day=date(2022, 7, 15),
            kind="alert",
            who="夜里自动发现",
            text="陆杰 2021 年 7 月毕业，满 12 个月没有社保。发给市人社局、新埭镇、鱼圻塘村。",
            changes=(
                Change(
                    type="发展型",
                    before=Mark(score=62, colour="red"),
                    after=Mark(score=70, colour="red"),
                ),
            ),
        ),
        Event(day=date(2021, 9, 30), kind="check", who="鱼圻塘村", text="低保年度复核，情况没变。"),
        Event(
            day=date(2020, 4, 1),
            kind="help",
            who="市民政局",
            text="开始享受低保。",
            changes=(Change(type="关爱型", before=Mark(), after=Mark(score=8, colour="green")),),
        ),
    ),
)

LU_BOOKLET_AFTER = replace(
    LU_BOOKLET,
    card=LU_AFTER,
    made=datetime(2022, 12, 5, 8, 3, tzinfo=SHANGHAI),
    data_until=date(2022, 12, 4),
    sentence="陆杰 10 月 21 日进厂，工作了 45 天，社保交上了。家里稳下来了，低保半年到一年不变。接着看他做得顺不顺。",
    unknown=(),
    suggestions=LU_BOOKLET.suggestions[3:],
    help=(
        Help(
            day=date(2022, 10, 21), what="介绍进设备厂", who="市人社局、鱼圻塘村", result="上班了"
        ),
        Help(day=date(2022, 8, 8), what="免费数控培训，两个月", who="市人社局", result="拿到证书"),
        *LU_BOOKLET.help,
    ),
    timeline=(
        Event(
            day=date(2022, 12, 5),
            kind="check",
            who="社保数据核对",
            text="陆杰连着两个月有社保，这件事可以办结。",
            changes=(
                Change(
                    type="发展型",
                    before=Mark(score=70, colour="red"),
                    after=Mark(score=20, colour="green"),
                ),
                Change(
                    type="关爱型",
                    before=Mark(score=8, colour="green"),
                    after=Mark(score=8, colour="green"),
                ),
            ),
        ),
        Event(
            day=date(2022, 10, 21),
            kind="help",
            who="市人社局",
            text="进设备厂上班，做装配，离家 4 公里。",
        ),
        Event(day=date(2022, 8, 8), kind="help", who="市人社局", text="数控班开课，陆杰报到。"),
        Event(
            day=date(2022, 7, 15),
            kind="visit",
            who="彭老师（网格员）",
            text="陆杰在家，想找工作，不晓得哪里找。愿意学数控。",
        ),
        *LU_BOOKLET.timeline,
    ),
)
BLANK_BOOKLET = Booklet(
    card=replace(BLANK, actions=(), unknown=""),
    made=OPENED.at,
    data_until=date(2022, 7, 14),
    rules="2022-05-18.1",
    sentence="",
)
NINE_BOOKLET = replace(
    LU_BOOKLET,
    card=NINE,
    sentence=LU_BOOKLET.sentence * 4,
    income=tuple(
        replace(f, name=f.name * 3, note=LU_BOOKLET.sentence) for f in LU_BOOKLET.income * 2
    ),
    suggestions=tuple(replace(s, why=LU_BOOKLET.sentence) for s in LU_BOOKLET.suggestions * 3),
    timeline=LU_BOOKLET_AFTER.timeline * 6,
)
DIRTY_BOOKLET = replace(
    LU_BOOKLET,
    card=DIRTY,
    sentence=DIRTY_TEXT,
    rules=DIRTY_TEXT,
    income=(Fact(name=DIRTY_TEXT, value=DIRTY_TEXT, department=DIRTY_TEXT, note=DIRTY_TEXT),),
    unknown=(Question(what=DIRTY_TEXT, whom=DIRTY_TEXT, ask=DIRTY_TEXT),),
    timeline=(Event(day=date(2022, 7, 15), kind="visit", who=DIRTY_TEXT, text=DIRTY_TEXT),),
)
_WORK = ENGLISH.readings[-1]
ENGLISH_BOOKLET = Booklet(
    card=replace(
        ENGLISH,
        readings=(
            replace(ENGLISH.readings[0], gate=None, low=0, high=22, colour_high="green"),
            ENGLISH.readings[1],
            replace(
                ENGLISH.readings[2],
                gate=True,
                low=24,
                high=61,
                colour_low="green",
                colour_high="red",
            ),
            ENGLISH.readings[3],
            replace(
                _WORK,
                before=Mark(score=62, colour="red"),
                floors=("nobody answers the call bell",),
                labels=tuple(
                    replace(
                        e,
                        why="as the data say",
                        day=date(2022, 7, 1),
                        department="Labour Bureau",
                        points=8,
                    )
                    for e in _WORK.labels
                ),
            ),
        ),
    ),
    made=OPENED.at,
    data_until=date(2022, 7, 14),
    rules="2022-05-18.1",
    sentence="Three people, two of them old, one able to work. The son left college "
    "a year ago and has no job. Help him learn a trade and find work, and the family will stand on its own feet.",
    income=(
        Fact(
            name="Minimum living allowance",
            value="2,409 yuan a month",
            department="Civil Affairs",
            day=date(2022, 7, 1),
        ),
        Fact(
            name="Savings",
            value=None,
            department="Income check",
            day=date(2022, 1, 5),
            note="older than 180 days",
        ),
    ),
    health=(
        Fact(
            name="Health",
            value="bad back, no heavy work",
            department="Town clinic",
            day=date(2022, 5, 12),
        ),
    ),
    labour=(
        Fact(
            name="Able to work",
            value="one: Lu Jie, 23",
            department="Public Security",
            day=date(2022, 7, 1),
        ),
    ),
    housing=(
        Fact(
            name="House", value="their own, two floors", department="Housing", day=date(2022, 3, 1)
        ),
    ),
    unknown=(
        Question(
            what="Does he want a job",
            whom="grid worker",
            ask="Looking for work, studying, or needed at home?",
        ),
    ),
    benefits=(
        Benefit(
            name="Minimum living allowance",
            amount="2,409 yuan a month",
            department="Civil Affairs",
            since=date(2020, 4, 1),
        ),
    ),
    help=(
        Help(day=date(2022, 1, 18), what="New Year gift", who="Xindai Town", result="rice and oil"),
    ),
    suggestions=(
        Suggestion(
            kind="service",
            what="Free skills course",
            who="Labour Bureau",
            days=14,
            papers="ID card, diploma",
            why="a diploma, but no certificate",
        ),
        Suggestion(kind="material", what="Jobseeker grant", who="Labour Bureau", days=1),
    ),
    timeline=tuple(
        Event(
            day=date(2022, 7, n),
            kind=kind,
            who="Night run",
            text="Lu Jie: twelve months without a job.",
            changes=(Change(type="Growth", before=Mark(), after=Mark(score=70, colour="red")),),
        )
        for n, kind in enumerate(("alert", "visit", "help", "check"), 1)
    ),
)
BOOKLETS = {
    "lu": LU_BOOKLET,
    "lu_after": LU_BOOKLET_AFTER,
    "blank": BLANK_BOOKLET,
    "nine": NINE_BOOKLET,
    "dirty": DIRTY_BOOKLET,
}
