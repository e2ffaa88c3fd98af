"""What a table shows. Secret columns hold names, words, places or people, and are full exports only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """One column: its name for programs, its title for people."""

    name: str
    title: str
    secret: bool = False
    width: int = 14


def _c(name: str, title: str, width: int = 14) -> Column:
    return Column(name, title, False, width)


def _s(name: str, title: str, width: int = 14) -> Column:
    return Column(name, title, True, width)


COLUMNS: dict[str, tuple[Column, ...]] = {
    "cases": (
        _c("case", "编号", 18), _c("monitor", "预警"), _c("title", "什么事", 28),
        _c("town", "镇街道代码"), _c("colour", "颜色", 8), _c("state", "状态", 10),
        _c("opened", "发现", 20), _c("answer_due", "报到期限", 20), _c("visit_due", "走访期限", 20),
        _c("called", "叫了几家", 8), _c("answered", "回了几家", 8), _c("visits", "走访几次", 8),
        _c("worker", "网格员账号"), _c("verdict", "结论", 10), _c("closed", "办结", 20),
        _c("why_closed", "怎么办结", 12), _s("household", "户号"), _s("person", "人员标识", 34),
        _s("region", "村社区代码", 16), _s("head", "户主", 12), _s("who", "是谁", 12),
        _s("evidence", "依据", 50),
    ),
    "visits": (
        _c("visit", "走访号", 8), _c("case", "编号", 18), _c("at", "时间", 20),
        _c("worker", "谁去的"), _c("outcome", "结果", 14), _c("distance_m", "离家多远（米）", 12),
        _s("words", "原话", 60), _s("findings", "听出来的", 30),
    ),
    "outbox": (
        _c("message", "消息号", 8), _c("dedup", "去重键", 34), _c("case", "编号", 18),
        _c("to", "给谁"), _c("channel", "通道", 10), _c("notice", "种类", 20),
        _c("priority", "急缓", 6), _c("state", "状态", 14), _c("attempts", "试了几次", 8),
        _c("maybe", "可能重复", 8), _c("created", "写下", 20), _c("not_before", "最早发", 20),
        _c("started", "开始发", 20), _c("sent", "发到", 20), _c("last_error", "上次出错", 16),
        _s("chat", "对话号", 16), _s("message_id", "通道消息号", 12), _s("text", "内容", 60),
    ),
    "audit": (
        _c("seq", "序号", 8), _c("at", "时间", 20), _c("who", "谁"), _c("what", "做了什么", 16),
        _c("about", "对什么", 24), _c("hash", "哈希", 66), _s("why", "为什么", 50),
    ),
}  # fmt: skip


def shown(table: str, *, full: bool) -> list[Column]:
    return [column for column in COLUMNS[table] if full or not column.secret]
