"""What is denied, refused, only wished for, or done by the people of the house themselves."""

import re

from core.language.reading.message import Clause
from core.language.worker.helps.terms import grammar

_TO_ME = re.compile(
    r"[他她](?:倒|还|来)?帮(?:我(?!们)|邻居|别人|人家|亲戚)|拿到我|(?:给|塞给|送|送给|塞|倒|递)(?:了)?我(?!们村|们社区|爸|妈|家|帮|替|垫|来)|我(?:没|不)(?:收|要)|(?:要|想|硬)(?:送|给|塞)(?:给)?我|硬塞"
)
_DENIAL = re.compile(
    r"没(?:有)?(?![一-龥]{0,4}[过封]的)|未|不(?!错|少|仅|但|光|止|过|到|[穿用看吃戴要]了?的)|拒|别(?!人|的|墅)|忘|还差|差(?!不多)|缺|尚未|嫌|只差|无"
)
_TURN = re.compile(
    r".*(?:只(?!差)|但|就|而是|改|转|倒(?!了)|先|我(?!们?(?:没|不|还|也没|未))|(?<![没不未有肯敢想再来去人])(?:给|帮|替)|(?:叫|请|喊)(?:了|来)?(?:人|师傅|电工|[水木泥瓦]))"
)
_UNDONE_AFTER = re.compile(
    r"^[^，。？]{0,9}(?:最后|还是|到底|结果|硬是|死活|就是)(?:还是|也)?(?:没|不)(?:肯)?(?:要|收|拿)(?!钱|费)"
    r"|^[^，。？送给带买拿发了]{0,9}(?:没有?|未|不)(?:敢|能|曾|来得及|及时)?(?:给|送|买|带|拿|发|办|装|到|交|付|弄|缴|还|批|修|换)"
    r"|^(?:的人|的师傅|的阿姨|的志愿者|的)?(?:今天|昨天|这两天)?(?:没来|没有来|不来|没到|断了$)"
    r"|^[^，。？]{0,12}没人(?:拿|收|要|领)"
    r"|^[^，。？]{0,3}(?:拿|送|买|发|给|配|寄)错"
    r"|^[^，。？]{0,3}(?:让|叫|要)我?又?(?:们)?(?:带|拿|拎|提)回"
    r"|^(?:的|老人|人家|他|她)?(?:还|都|也|死活)?(?:在我|没(?!要[一-龥]|收[一-龥]|关系|问题|几天)|未|不(?:要|肯|收(?!钱)|用)(?![一-龥]{1,2}了)|拒收|退(?:回|给|了)|被退|还没|还差|不够)"
)
_REFUSED_HERE = re.compile(
    "不收(?!钱|费)|不要(?!钱|紧)|不肯(?:收|要|拿|让|做|去)|没要(?!钱)|退回|退给|推掉|推回|拒收|拒绝|谢绝|不让(?:装|换|放|弄|洗|剪|理|量|进|修|碰|动)|赶(?:了)?(?:他|我|我们)?出来"
    "|(?:抱|拎|拿|带|搬|背)(?:着)?回(?:来|去)?(?:了)?$|被退|打回|驳回"
)
BACK_HOME = re.compile("配|领|取|买|修|洗|办|接|充|换|拉回")
_WISH = re.compile(
    "(?:想|(?<!需)要(?!是)|需要|需|缺|(?<!已经帮)(?<!帮他)申请(?!了|好|过)|等|答应(?![^，。？]{0,5}的)|承诺|(?<![总协委善社字工金事员联学议])会(?!计|员)|能不能|可以|(?<!申)请(?!人|了|师傅|工|电工|木|泥|瓦)|让(?!我给|他用|她用)|盼|希望|建议|争取|应该|如果|尽快|马上|叫(?:他|她|老人|家里|家属|儿子|女儿)(?!来|到|过来)|联系(?!了?(?:120|救护车))|(?<!慰)问|劝|动员|催)[^，。？]{0,6}$"
)
# What is theirs already, only thought of, long gone or lost again is no help of now.
_NOT_OURS = re.compile(
    "赊|挣|(?<![给带送拎捎了点些])自家|^(?:他|她|老人|老太)?(?:以前|从前|原先|前几年|早几年)"
    "|^(?:他|她)?(?:家里|屋里|家中)[^，。？]{0,6}(?:有|够|剩|堆)|除了|说好|考虑|本来|原本|如果|要是|假如|倘若|应该|最好|原则上|按规定|政策上"
)
_FORMER = re.compile("(?:原来|以前|从前|之前|上次|上回|去年|前年)[^，。？]{0,8}的$")
_LOST = re.compile("[^，。？]{0,5}(?:坏|破|丢|用不了|不能用|旧|吃完|用完|没了|过期|吃光|用光)")
_THEIR_OWN = re.compile("(?:送|买|给|发|拿|捐|配)的[新旧老]?$")  # 女儿买的新手机不会用
_AWAY = re.compile("[^，。？]{0,4}(?:但|却)?被(?:偷|骗)|[^，。？]{0,6}(?:不让进|没让进)")
_TAKEN_AWAY = re.compile(
    "[^，。？]{0,12}(?:收回|收走|拉回|拆走|要回去|抬回去|搬回去|还回(?:去|来|给)|还给(?:残联|民政|村|社区|街道|镇|厂|公司|医院|我)|退还|还掉了|转手|拿去卖)"
)
_SENT_ME = re.compile(
    "(?:居委|村里|村委|社区|书记|主任|妇联|残联|民政|镇里|街道|单位|厂里|慈善会|工会|学校|老师|医生|我妈|我老婆|我爱人)[^，。？]{0,2}(?:让|叫|托|请|派)我"
)
# He has given his bike away, he is washing the child: the people of the house themselves.
_OWN_DOING = re.compile(
    "(?:他|她|老人|老伯|阿婆|大爷|大妈|老头|老太|本人|户主|老伴|夫妻)[^，。？我帮]{0,4}?(?:把|拿着|拿出|拿药|带着|拎着|推着|正在|在给|去领|给(?:他|她|孩子|小孩|儿子|女儿|孙))"
    "|(?:家里|屋里|家中)[^，。？我]{0,3}(?:添|买|换|新装)|^(?:人)?正在|在给|老人自己"
)
_HELPERS = re.compile(
    "我|书记|主任|支书|干部|站长|校长|单位来|志愿|社工|网格|村|社区|残联|民政|妇联|师傅|医生|护士|老师|学生|党员"
)
_FOR_KIN = re.compile("[给帮替为代陪送把跟和教让叫劝][他她]?(?:的|家|家里)?$")  # 给她女儿送了衣服
# Every word family_does knows has one of these: a cheap look before the long one.
_OWN_HINT = re.compile(
    "[儿女媳婿伴公婆夫妻孙侄甥妹弟哥姐亲属娘爸妈爹爷奶婶舅姑姨叔嫂岳己丈兄]|家人|家里|男人|男朋友|对象|^(?:他|她|老|阿|大|本|户)"
)
_IS_FROM = re.compile(
    "是(?:女儿|儿子|子女|亲戚|别人|人家|邻居|自己|老公|老婆|女婿|孙子|孙女)[^，。？我]{0,4}(?:给|送|配|买|装|发)的$|是[他她]?(?:爹|爸|妈|娘|爷爷|奶奶|祖上|上代|老伴)[^，。？我]{0,3}(?:留|传|做|打|给|买)(?:下)?的$|(?:都是|全是)[^，。？我]{1,6}的$"
)
_CAME = re.compile("搬|抬|到|收|领|拿去|送去|送来|装[好牢上]|我|给[他她老]|发的")
_ON_THE_WAY = re.compile("(?:回来)?[^，。？]{0,2}(?:路上|途中|的时候|(?<=[回来去])时(?!间))")
ALREADY = re.compile("已经|已(?!婚)|昨天|刚|上周|上午|早就")


def wished(before: str) -> bool:
    """要送, 叫他去打针; but not 居委让我带去."""
    if not _WISH.search(before):
        return False
    return not (ALREADY.search(before) or _SENT_ME.search(before))


def undone(text: str, before: str, after: str) -> bool:
    """Denied or refused in its own clause, a gift to the worker, theirs already, lost again."""
    return bool(
        _TO_ME.search(text)
        or _UNDONE_AFTER.match(after)
        or (_REFUSED_HERE.search(after) and not BACK_HOME.search(text))
        or (_DENIAL.search(before) and _DENIAL.search(_TURN.sub("", before)[-8:]))
        or _NOT_OURS.search(before)
        or (_FORMER.search(before) and _LOST.match(after))
        or (_THEIR_OWN.search(before) and not _CAME.search(text))
        or _AWAY.match(after)
        or _TAKEN_AWAY.match(after)
        or _ON_THE_WAY.match(after)
    )


def of_others(clause: Clause) -> bool:
    """Asked about, or done by the people of the house themselves."""
    text = clause.text
    if clause.mark == "？" or text.endswith(("吗", "呢", "没有呢")):
        return True
    if _OWN_DOING.match(text) and not _HELPERS.search(text) and "收下" not in text:
        return True
    own = grammar("family_does").search(text) if _OWN_HINT.search(text) else None
    if own and not _HELPERS.search(text, 0, own.start() + 1):
        return not _FOR_KIN.search(text, 0, own.start())
    return "是" in text and bool(_IS_FROM.search(text))
