"""Raw characters to plain ones: width, script, invisible marks, separators.

Afterwards the text is lower case and simplified, and the only separators are 「，」 between
clauses, 「。」 and 「？」 after sentences and 「：」. It starts and ends with 「。」, so that a word
always has something before and behind it.
"""

import re
import unicodedata
from functools import cache

import opencc

from core.language.reading.traced import Traced

SEPARATORS = "，。？："
HAN = "\u4e00-\u9fff"

# A line break ends a clause, not a sentence: phones break lines inside sentences.
_SOFT = "\t\n\r\u3000、·…—―()（）[]【】{}《》<>|~～+*=_^&"
_HARD = "!！;；"
_DROP = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e01ef"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\"'“”‘’「」『』`]"
)
_PICTURES = re.compile("[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]+")
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_NUMERAL = "\\d零一二两三四五六七八九十百千万"
_BETWEEN = re.compile(rf"(?<=[{_NUMERAL}])\\s*[~～—－–]+\\s*(?=[{_NUMERAL}])")
_STOPS = re.compile(r"(?<!\d)[.．]|[.．](?!\d)")
_UNIT_AFTER = "万千百元块岁口人级个年月斤袋桶箱床条天次套平号点"
_GLUED = re.compile(
    rf"(?<=\d) +(?=[{_UNIT_AFTER}])|(?<=[{HAN}]) +(?=\d+(?:\.\d+)? *[{_UNIT_AFTER}])"
)
_LETTERED = re.compile(rf"(?<![{HAN}])(?:[{HAN}][ ，。.]{{1,3}}){{3,}}[{HAN}](?![{HAN}])")
_GAPS = re.compile("[ ，。.]+")
_RUNS = re.compile(r"[ ，。？：]{2,}| ")


@cache
def _simplifier() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@cache
def _table() -> dict[int, str]:
    table = {ord(c): "，" for c in _SOFT} | {ord(c): "。" for c in _HARD}
    table |= {ord(","): "，", ord("?"): "？", ord(":"): "："}
    for code in [
        *range(0xFF10, 0xFF1A),
        *range(0xFF21, 0xFF3B),
        *range(0xFF41, 0xFF5B),
        0xFF0D,
        0xFF05,
    ]:
        table[code] = unicodedata.normalize("NFKC", chr(code)).lower()
    table |= {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
    table |= {
        ord("〇"): "零",
        ord("○"): "零",
        ord("Ｏ"): "零",
        0x00A0: " ",
        ord("￥"): "元",
        ord("¥"): "元",
    }
    return table


def clean(raw: str) -> Traced:
    """Width, case and script made plain; spaces still stand where they stood."""
    text = Traced(raw)
    if _DROP.search(raw):
        text = text.sub(_DROP, lambda _: "")
    text = text.sub(_THOUSANDS, lambda _: "").sub(_BETWEEN, lambda _: "-")
    text = text.sub(_PICTURES, lambda _: "，").sub(_STOPS, lambda _: "。")
    return simplified(text.mapped(text.text.translate(_table())))


def simplified(text: Traced) -> Traced:
    """Traditional characters made simplified, one for one."""
    if text.text.isascii():
        return text
    found = _simplifier().convert(text.text)
    if len(found) != len(text.text):
        found = "".join(_one(c) for c in text.text)
    return text.mapped(found)


@cache
def _one(character: str) -> str:
    found: str = _simplifier().convert(character)
    return found if len(found) == 1 else character


def separated(text: Traced) -> Traced:
    """Spaces become clause marks where they part clauses, and vanish where they do not."""
    text = text.sub(_GLUED, lambda _: "")
    text = text.sub(_LETTERED, lambda m: _GAPS.sub("", m[0]))
    text = text.sub(_RUNS, _strongest)
    end = len(text.text)
    return text.spliced(
        [(0, 0, "。")] + [(end, end, "。")] * (text.text[-1:] not in SEPARATORS or not end)
    )


def _strongest(run: re.Match[str]) -> str:
    return next((mark for mark in "？。：" if mark in run[0]), "，")
