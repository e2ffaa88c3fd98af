"""Turn data and a template into a picture or a paper.

The data travels as JSON beside the template and is never read as markup. Fonts are shared; every
rendering has its own compiler, so any number of threads may render at once.
"""

import json
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import structlog
import typst

from core.render.fonts import REMEDY, Face, FontMissing, face
from core.render.palette import PLAIN, TONES

log = structlog.get_logger()
TEMPLATES = Path(__file__).parent / "templates"
ARCHIVE = ["a-2a", "ua-1"]
PPI = 144  # a page of 540 pt becomes 1080 px
GETA = "〓"  # the printers' mark for a character that is not in the case


class TypesetFailed(RuntimeError):
    """排版没有成功。"""


def png(template: str, view: Mapping[str, Any]) -> bytes:
    """The one-page picture of *template* with *view*."""
    return compile_page(template, view, face(), format="png", ppi=PPI)


def pdf(template: str, view: Mapping[str, Any], *, made: datetime) -> bytes:
    """A tagged PDF/A-2a and PDF/UA-1 of *template*; the same *view* and *made* give the same bytes."""
    made = made.astimezone(UTC)  # typst wants a fixed offset
    return compile_page(template, view, face(), format="pdf", pdf_standards=ARCHIVE, timestamp=made)


def compile_page(template: str, view: Mapping[str, Any], used: Face, **options: Any) -> bytes:
    """*template* set with the font *used*; raises FontMissing and TypesetFailed."""
    compiler = typst.Compiler(
        input=TEMPLATES / template,
        root=TEMPLATES,
        font_paths=used.fonts,
        ignore_system_fonts=True,
        sys_inputs={"data": _payload(view, used)},
    )
    try:
        made, warnings = compiler.compile_with_warnings(**options)
    except typst.TypstError as error:
        # what typst quotes may be somebody's name: only its first words go on
        raise TypesetFailed(_sorry(template, error.message)) from None
    for warning in warnings:
        _heed(template, warning.message)
    if not isinstance(made, bytes):
        raise TypesetFailed(_sorry(template, "more than one page"))
    return made


def _heed(template: str, warning: str) -> None:
    if "font" in warning:
        raise FontMissing(f"中文字体用不了，图上的字会变成方块。{REMEDY}")
    log.warning("template_warning", template=template, said=_unquoted(warning))


def _sorry(template: str, reason: str) -> str:
    said = _unquoted(reason)
    return f"模板 {template} 排版没有成功（{said}）。请用 jpf doctor 看看字体和模板是不是完整。"


def _unquoted(message: str) -> str:
    return message.split("`")[0].split('"')[0].strip()


def _payload(view: Mapping[str, Any], used: Face) -> str:
    look = {"family": used.family, "bold": used.bold, "tones": TONES, **PLAIN}
    return json.dumps({**_drawable(view, used.covered), "look": look}, ensure_ascii=False)


def _drawable(value: Any, covered: frozenset[int]) -> Any:
    """*value* with every text reduced to what the font can draw."""
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else drawable(value, covered)
    if isinstance(value, Mapping):
        return {key: _drawable(part, covered) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_drawable(part, covered) for part in value]
    return value


def drawable(text: str, covered: frozenset[int]) -> str:
    """*text* without control and direction marks; what the font lacks becomes its base letter or 〓."""
    return "".join(map(partial(_letter, covered=covered), text))


def _letter(letter: str, covered: frozenset[int]) -> str:
    kind = unicodedata.category(letter)
    if kind == "Cc":
        return "\n" if letter == "\n" else " "
    if kind == "Cf":
        return ""
    if ord(letter) in covered:
        return letter
    plain = "".join(p for p in unicodedata.normalize("NFKD", letter) if ord(p) in covered)
    return plain or (" " if kind.startswith("Z") else GETA)
