"""What every cell goes through first, and the words for nothing, yes, no and change."""

import unicodedata

from core.intake.problem import Unreadable

INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
NOTHING = frozenset(
    {"", "-", "--", "—", "——", "/", "\\", "\\n", "null", "none", "nan", "n/a", "#n/a"}
    | {"#value!", "#ref!", "无", "空", "不详", "未知", "暂无"}
)
NO_BOOL = "认不出是或否，请写“是”或“否”"
NO_OP = "认不出增改删标志，请写 add、upd 或 del"
_YES = frozenset({"是", "1", "true", "t", "y", "yes", "有", "√", "对", "已", "1.0"})
_NO = frozenset({"否", "0", "false", "f", "n", "no", "无", "×", "x", "没有", "未", "不是", "0.0"})
_OPS = {
    "add": {"add", "a", "i", "insert", "新增", "增加", "增", "添加"},
    "upd": {"upd", "u", "m", "update", "modify", "修改", "更新", "变更", "改"},
    "del": {"del", "d", "delete", "删除", "注销", "删"},
}
_OP = {word: op for op, words in _OPS.items() for word in words}


def plain(text: str) -> str:
    """Full-width forms made narrow, invisible characters and surrounding blanks removed."""
    return unicodedata.normalize("NFKC", text).translate(INVISIBLE).strip().lstrip("'").strip()


def read_bool(text: str) -> bool:
    cell = plain(text).lower()
    if cell in _YES or cell in _NO:
        return cell in _YES
    raise Unreadable(NO_BOOL)


def read_op(text: str) -> str:
    try:
        return _OP[plain(text).lower()]
    except KeyError:
        raise Unreadable(NO_OP) from None
