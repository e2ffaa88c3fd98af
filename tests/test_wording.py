"""One voice: short spoken sentences in common characters, and every one of them in English too."""

import ast
import re
import unicodedata
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from locales.sentences import CHINESE, sentences

ROOT = Path(__file__).parents[1]
STIFF = [
    "予以",
    "上述",
    "相关",
    "进行",
    "系统将",
    "用户",
    "提交",
    "填写",
    "及时",
    "请知悉",
    "逾期",
    "办理人",
    "事项",
    "须",
    "兹",
    "尚未",
    "特此",
    "核查",
    "审批",
]
SAID = {text: where for text, where in sentences(ROOT).items() if where.startswith("bot/")}
WITH_PO = ROOT / "locales" / "en" / "LC_MESSAGES" / "jingpingfu.po"


def catalogue():
    with WITH_PO.open("rb") as file:
        return {str(m.id): str(m.string) for m in read_po(file, locale="en") if m.id}


ENGLISH = catalogue()


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def words_of(text: str) -> str:
    return re.sub(r"<[^>]+>|\{[^}]*\}", "", text)


def test_every_sentence_has_its_english_with_the_same_blanks():
    missing = [text for text in sentences(ROOT) if not ENGLISH.get(text)]
    assert not missing
    uneven = [t for t in sentences(ROOT) if blanks(t) != blanks(ENGLISH[t])]
    assert not uneven


def test_the_catalogue_says_nothing_twice_and_no_chinese_in_english():
    raw = WITH_PO.read_text("utf-8")
    ids = re.findall(r'^msgid "(.+)"$', raw, re.M)
    assert len(ids) == len(set(ids))
    assert not [v for v in ENGLISH.values() if CHINESE.search(v)]


@pytest.mark.parametrize("text", SAID, ids=lambda t: words_of(t)[:12] or "-")
def test_a_sentence_is_short_and_spoken(text):
    parts = [p for p in re.split(r"[。！？：\n　]", words_of(text)) if p.strip()]
    assert max((len(p.strip()) for p in parts), default=0) <= 26
    assert not [word for word in STIFF if word in text]
    rare = [c for c in CHINESE.findall(text) if not 0xB0 <= c.encode("gb2312")[0] <= 0xD7]
    assert not rare, "outside the 3,755 commonest characters"


def test_buttons_fit_a_thumb():
    labels = [
        node.args[0].args[0].value
        for path in (ROOT / "bot").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "Button"
        and node.args
        and isinstance(node.args[0], ast.Call)
        and node.args[0].args
        and isinstance(node.args[0].args[0], ast.Constant)
    ]
    assert len(labels) > 15
    assert not [label for label in labels if len(label) > 8]


def test_every_picture_sign_is_drawn_for_machines_without_an_emoji_font():
    drawn = (ROOT / "demo/phones/page/emoji.js").read_text("utf-8")
    written = "".join(path.read_text("utf-8") for path in (ROOT / "bot").rglob("*.py"))
    signs = {c for c in written if unicodedata.category(c) == "So"}
    assert {"✅", "🔔"} <= signs
    assert {c for c in signs if f'"{c}"' not in drawn} == set()
