"""Only what was really given is help; what was given is read in many wordings."""

import pytest

from core.language import understand_worker


@pytest.mark.parametrize(
    "said",
    [
        "要是能批下来，先给两千应急",
        "下午把药给她带过去",
        "15号送助行器",
        "我去买床被子再上门",
        "她女儿给买的轮椅放着不用",
        "孩子穿的衣服都是别人给的",
        "他拿着拐杖在门口走",
        "老伴给他换了尿布",
        "正在给小孩洗衣服，人挺精神",
        "他把电动车给侄子了",
        "给她看了药盒，药没按时吃",
        "拿药回来路上摔了",
        "给他红包推来推去最后没要",
        "准备给她申请临时救助，材料还差一个",
        "送餐的人没来",
        "家里添了新冰箱新空调，不像困难的",
        "收到的礼包拿回家了吗",
    ],
)
def test_what_was_planned_owned_or_refused_is_no_help(said: str):
    assert understand_worker(said).helps == ()


@pytest.mark.parametrize(
    ("said", "kind", "amount"),
    [
        ("给了他三百，不对，是两百", "cash", 200),
        ("老人没钱买药我掏了六十", "cash", 60),
        ("村里凑了3600块，今天交到他手上", "cash", 3600),
        ("房租替他交掉了，两个月一千", "cash", 1000),
        ("村医上门挂了盐水", "medical", None),
        ("120接走了", "medical", None),
        ("窗户玻璃碎了，给配上了", "repair", None),
        ("煤气没了帮他扛了一罐", "service", None),
        ("给孩子补了两个钟头数学", "service", None),
        ("保育员培训结业了", "training", None),
        ("防滑垫和夜灯都给装好了", "goods", None),
    ],
)
def test_what_was_given_is_read(said: str, kind: str, amount: int | None):
    helps = understand_worker(said).helps
    assert (kind, amount) in [(h.kind, h.amount_yuan) for h in helps]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("两条棉毛裤一双雨靴，都塞她手上了", {("goods", "棉毛裤"), ("goods", "雨靴")}),
        ("护理床到了，我们抬上三楼装好的", {("goods", "护理床")}),
        ("家里没冰箱，企业捐的一台二手的今天搬进去", {("goods", "冰箱")}),
        ("热水瓶碎了，给她拿了只新的", {("goods", "热水瓶")}),
        ("电动轮椅残联批的，今早拖到他家院子", {("goods", "电动轮椅")}),
        ("拿去卷发棒两根，她高兴得很", {("goods", "卷发棒")}),
        ("暖冬包发掉9份", {("goods", "暖冬包")}),
        ("慰问品领走了：挂面5斤 汤圆3袋", {("goods", "挂面"), ("goods", "汤圆")}),
        ("卫生间扶手装牢了，门槛也敲掉做平了", {("repair", "扶手"), ("repair", "门槛")}),
        ("卷闸门卡住，我上了点油，能拉了", {("repair", "卷闸门")}),
        ("西墙漏水，叫人补好了", {("repair", "墙补漏")}),
        ("四亩稻子没劳力收，志愿队替她割光了", {("service", "割稻子")}),
        ("我煮了粥", {("service", "煮粥")}),
        ("血压量过，又测了血糖", {("medical", "量血压"), ("medical", "测血糖")}),
        ("我骑车去药店给他配回来两盒降压药", {("medical", "降压药")}),
        ("介绍陶家媳妇到纸厂食堂打菜，礼拜一已经上工", {("job", "纸厂食堂")}),
        ("给她寻了个保洁，在做了", {("job", "保洁")}),
        ("证书拿到了，月嫂班是妇联办的", {("training", "月嫂培训")}),
        ("残疾证换证材料我替他递到窗口，受理了", {("policy_application", "残疾证")}),
        ("户口迁回来了，我陪着跑的", {("policy_application", "户口")}),
    ],
)
def test_the_grammar_of_giving_is_open(said: str, expected: set[tuple[str, str]]):
    assert {(h.kind, h.item) for h in understand_worker(said).helps} == expected


@pytest.mark.parametrize(
    ("said", "item", "amount"),
    [
        ("小店里赊的账二百三十五，书记自掏腰包替他还清了", "慰问金", 235),
        ("住院押金差三百六，我掏了先垫上", "押金", 360),
        ("水费欠了一百二，我扫码替他缴脱", "水费", 120),
        ("困境儿童生活费首笔打来了，两千一百二十二", "困境儿童生活费", 2122),
        ("二次报销给她跑下来了，补了三千一百四", "二次报销", 3140),
        ("电费九十七块六，我手机上替她付脱了", "电费", 97.6),
    ],
)
def test_the_sum_may_stand_before_or_after_its_payment(said: str, item: str, amount: float):
    helps = understand_worker(said).helps
    assert amount in [h.amount_yuan for h in helps]
    assert len(helps) == 1


@pytest.mark.parametrize(
    "said",
    [
        "棉被给她她不收，又抱回来",
        "送去的奶粉他不肯要，退给我了",
        "听说有人给她家捐了一万，我问了本人，没这回事",
        "临时救助报上去被打回来了",
        "儿子网上买了个摄像头装在客厅",
        "妹妹来照顾她，给她洗衣做饭",
        "奶奶正在给小囡喂饭",
        "厂里效益差，她到手从四千六掉到两千出头",
        "公公拿板凳砸的，额角缝了五针",
        "介绍的活她嫌远，没去",
        "她男人留下十万块债",
        "动手术自己掏了十一万，其中七万是跟亲眷借的",
        "手机换了号，寻不着人",
        "低保金到手就买刮刮乐",
        "这张床是他爹留下的",
        "隔壁老王说送过他两袋米，他说没有",
    ],
)
def test_what_was_sent_back_rumoured_or_the_familys_own_is_no_help(said: str):
    assert understand_worker(said).helps == ()


@pytest.mark.parametrize(
    "said",
    [
        "人家不领情，说自己过得去",
        "老头脾气犟，门一摔进去了",
        "不让装床垫，说像坐牢",
        "叫我滚，说别来看笑话",
        "儿子不同意老人去敬老院",
    ],
)
def test_who_will_not_have_it_refuses(said: str):
    assert understand_worker(said).action == "refused"


@pytest.mark.parametrize(
    "said",
    [
        "给她的三百块，临走又塞还给我了",
        "给他的一百块钱他又放回我口袋里",
        "塞给他两百，他追出来还给我",
        "送去的牛奶他叫儿子送回村部了",
        "那张护理床民政前两天拉回去了，说到期了",
        "助听器残联收走了，借的",
        "那台制氧机厂家要回去了",
        "水果挂门把手上三天了没人拿",
        "小区门口碰到他，说残联年前送过洗澡椅，后来断了脚扔了",
        "去年共建单位来过，留了四箱八宝粥，今年没声音了",
        "电扇是去年我们送的，今年还在用",
    ],
)
def test_what_came_back_was_fetched_again_or_is_long_gone_is_no_help(said: str):
    assert understand_worker(said).helps == ()


@pytest.mark.parametrize(
    "said",
    [
        "外公每天给外孙女烧饭",
        "舅妈给他买了件羽绒服",
        "婶婶陪她去的医院",
        "去的时候儿媳刚端了两菜一汤上来",
        "妈妈给娃买了一套彩笔",
        "小孩生日他爸寄了蛋糕",
        "前夫给了抚养费八百",
        "阿婆讲她兄弟媳妇昨天捎来半只鸭",
        "小伙子自己报了电工班，学费自己出的",
        "女儿报了会计班，钱是外婆出的",
        "医生叫他打破伤风，他嫌贵没打",
        "剃头师傅上个月中风了，没人来剃",
        "量了一下一百五十八，叫他吃药",
    ],
)
def test_what_relatives_or_they_themselves_do_is_no_help(said: str):
    assert understand_worker(said).helps == ()


@pytest.mark.parametrize(
    ("said", "kind", "item"),
    [
        ("洗衣机是旧的，物业捐的，放她阳台接上水能用了", "goods", "洗衣机"),
        ("床换成了气垫床，残联给配的", "goods", "气垫床"),
        ("拐杖换成助行器了，区里发的", "goods", "助行器"),
        ("居委让我带去一只热水袋，她收了", "goods", "热水袋"),
        ("我把自己不穿的两双棉鞋给了他", "goods", "棉鞋"),
        ("给她女儿送了两件衣服", "goods", "衣服"),
        ("低保证交到他手里了，表是我填的", "policy_application", "低保"),
        ("丧葬费我替他报掉了", "policy_application", "丧葬补贴"),
        ("高龄津贴用我的手机帮他申请好了", "policy_application", "高龄津贴"),
        ("心脏不舒服，我用三轮车拉他去卫生院", "medical", "送医"),
        ("卫生院的人隔天来给她吊盐水", "medical", "输液"),
        ("替他把柴劈了", "service", "劈柴"),
        ("电力公司来人把老线路都重新排了一遍", "repair", "老线路"),
        ("他在物流园分拣，是我推荐过去的", "job", "物流园分拣"),
        ("月嫂培训她上周考完了，免费的", "training", "月嫂培训"),
    ],
)
def test_what_was_handed_on_exchanged_or_seen_to_is_help(said: str, kind: str, item: str):
    assert (kind, item) in {(h.kind, h.item) for h in understand_worker(said).helps}


@pytest.mark.parametrize(
    ("said", "item", "amount"),
    [
        ("救助站给了她两百块路费", "路费", 200),
        ("下水管堵了，师傅通好的，六十块我付的", "修理费", 60),
        ("给他打了破伤风，钱是村里垫的，八十六", "医药费", 86),
        ("他欠小店六百块，店老板说免了", "欠款", 600),
    ],
)
def test_money_is_called_by_what_it_paid_for(said: str, item: str, amount: int):
    assert (item, amount) in {(h.item, h.amount_yuan) for h in understand_worker(said).helps}
