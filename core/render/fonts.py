"""Find a Chinese font: a folder of your own, the system's, or the one that came with pip.

Without one, letters come out as boxes and nothing fails, so not finding one is an error here.
"""

import os
import struct
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import typst

FAMILIES = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Noto Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)
SEMIBOLD = 600
PROBE = "精平扶"
REMEDY = "请装 noto-cjk-sans-otc（pip install noto-cjk-sans-otc），或把 JPF_FONT_DIR 指到放字体的文件夹。"


class FontMissing(RuntimeError):
    """找不到中文字体，图上的字会变成方块。"""


@dataclass(frozen=True)
class Face:
    """A usable font: where typst finds it, what it is called, what it can draw."""

    fonts: typst.Fonts
    family: str
    bold: bool
    covered: frozenset[int]


@cache
def face() -> Face:
    """The font of this installation, searched for once; raises FontMissing with its remedy."""
    return find_face(os.environ.get("JPF_FONT_DIR"))


def find_face(folder: str | None = None) -> Face:
    """The best Chinese font in *folder* when one is named, else of the system, else from pip."""
    if folder:
        found = _pick(_load([folder]), anything=True)
        if not found:
            raise FontMissing(f"字体文件夹 {folder} 里没有中文字体，图上的字会变成方块。{REMEDY}")
        return found
    found = _pick(_load([], system=True)) or _pick(_load(_from_pip()))
    if not found:
        raise FontMissing(f"这台机器上没有中文字体，图上的字会变成方块。{REMEDY}")
    return found


def _load(folders: list[str], *, system: bool = False) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=system, include_embedded_fonts=False, font_paths=list(folders)
    )


def _from_pip() -> list[str]:
    try:
        from noto_cjk_sans_otc import FONT_PATH
    except ImportError:
        return []
    return [str(Path(FONT_PATH).parent)]


def _pick(fonts: typst.Fonts, *, anything: bool = False) -> Face | None:
    """The first known family that is there; in a folder of one's own any font with Chinese will do."""
    there = fonts.families()
    wanted = [name for name in FAMILIES if name in there]
    if anything:
        wanted += [name for name in there if name not in FAMILIES]
    for name in wanted:
        styles = [f for f in fonts.fonts() if f.family == name]
        covered = _covered(styles)
        if all(ord(letter) in covered for letter in PROBE):
            return Face(fonts, name, any(f.weight >= SEMIBOLD for f in styles), covered)
    return None


def _covered(styles: list[typst.FontInfo]) -> frozenset[int]:
    """The characters that the style nearest to regular can draw."""
    files = [f for f in styles if f.path]
    if not files:
        return frozenset()
    best = min(files, key=lambda f: (f.style != "normal", abs(f.weight - 400)))
    return characters(Path(best.path or ""), best.index)


@cache
def characters(path: Path, index: int = 0) -> frozenset[int]:
    """The code points a font file can draw: its cmap table, formats 4 and 12."""
    data = path.read_bytes()
    base = struct.unpack_from(">I", data, 12 + 4 * index)[0] if data[:4] == b"ttcf" else 0
    cmap = _table(data, base, b"cmap")
    points: set[int] = set()
    for i in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        at = cmap + struct.unpack_from(">I", data, cmap + 8 + 8 * i)[0]
        points |= _points(data, at)
    return frozenset(points)


def _table(data: bytes, base: int, tag: bytes) -> int:
    for i in range(struct.unpack_from(">H", data, base + 4)[0]):
        name, _, offset, _ = struct.unpack_from(">4sIII", data, base + 12 + 16 * i)
        if name == tag:
            return int(offset)
    return 0


def _points(data: bytes, at: int) -> set[int]:
    form = struct.unpack_from(">H", data, at)[0]
    if form == 12:
        groups = struct.unpack_from(">I", data, at + 12)[0]
        spans = (struct.unpack_from(">II", data, at + 16 + 12 * i) for i in range(groups))
        return {point for first, last in spans for point in range(first, last + 1)}
    if form == 4:
        count = struct.unpack_from(">H", data, at + 6)[0] // 2
        ends = struct.unpack_from(f">{count}H", data, at + 14)
        starts = struct.unpack_from(f">{count}H", data, at + 16 + 2 * count)
        return {p for s, e in zip(starts, ends, strict=True) for p in range(s, e + 1) if p < 0xFFFF}
    return set()
