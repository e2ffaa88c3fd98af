"""The first pass over a file: its fingerprint, its encoding, and whether it can be text at all."""

import codecs
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from core.intake.problem import FileProblem
from core.intake.table import LONGEST_LINE, Examined

BLOCK = 1 << 20
BLOCK_CHARS = 4 << 20
BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
ONE_LINE = "文件里有一行长得不像表格（几百万字没有换行）。请核对文件是否损坏。"
SUSPICIOUS = 2  # so many Chinese characters make a line of "GBK" that reads as UTF-8 one of UTF-8


def examine(path: Path, *, text: bool) -> Examined:
    """Fingerprint of the file, and for text its encoding; raises FileProblem, with the line."""
    digest, size, quotes, open_line = sha256(), 0, False, 0
    encoding = _from_start(path) if text else ""
    utf8 = codecs.getincrementaldecoder("utf-8")() if encoding == "utf-8" else None
    for block in _blocks(path):
        digest.update(block)
        size += len(block)
        quotes = quotes or b'"' in block
        broke = max(block.rfind(b"\n"), block.rfind(b"\r"))
        open_line = open_line + len(block) if broke < 0 else len(block) - broke
        if text and open_line > 4 * LONGEST_LINE:
            raise FileProblem(ONE_LINE)
        if utf8 and not _decodes(utf8, block):
            utf8, encoding = None, "gb18030"
    if utf8 and not _decodes(utf8, b"", final=True):
        encoding = "gb18030"
    if text:
        _check_lines(path, encoding)
    return Examined(digest.hexdigest(), size, encoding, quotes)


def line_blocks(path: Path, encoding: str) -> Iterator[list[str]]:
    """The lines of a text file with their ends, many at a time; line breaks are all "\\n"."""
    with path.open(encoding=encoding, errors="strict", newline=None) as file:
        while block := file.readlines(BLOCK_CHARS):
            yield block


def lines(path: Path, encoding: str) -> Iterator[str]:
    """The same lines one by one."""
    for block in line_blocks(path, encoding):
        yield from block


def _from_start(path: Path) -> str:
    """The encoding the first bytes give away; utf-8 is a guess still to be checked."""
    with path.open("rb") as file:
        start = file.read(4096)
    for bom, name in BOMS.items():
        if start.startswith(bom):
            return name
    if start[1::2].count(0) > len(start) // 5:
        return "utf-16-le"
    if start[::2].count(0) > len(start) // 5:
        return "utf-16-be"
    return "utf-8"


def _check_lines(path: Path, encoding: str) -> None:
    """Look for what cannot be: NUL bytes, bytes of no encoding, two encodings in one file."""
    if encoding == "gb18030":
        _check_gb(path)
    elif encoding in ("utf-8", "utf-8-sig"):
        _check_nul(path)
    else:
        _check_wide(path, encoding)


def _check_nul(path: Path) -> None:
    row = 1
    for block in _blocks(path):
        if b"\0" in block:
            raise _nul(row + block[: block.index(b"\0")].count(b"\n"))
        row += block.count(b"\n")


def _check_gb(path: Path) -> None:
    """Every line must be GB18030; a file with lines of UTF-8 as well is told where they meet."""
    before = ""
    for row, line in enumerate(_raw_lines(path), 1):
        if b"\0" in line:
            raise _nul(row)
        if line.isascii():
            continue
        kind = _kind(line, row)
        if before and kind != before:
            raise FileProblem(
                f"第 {row} 行与前面的行编码不同（UTF-8 和 GBK 混在一起）。请用同一种编码另存再送。"
            )
        before = kind


def _kind(line: bytes, row: int) -> str:
    if _chinese(line) >= SUSPICIOUS:
        return "utf-8"
    try:
        line.decode("gb18030")
    except UnicodeDecodeError:
        raise FileProblem(
            f"第 {row} 行有认不出的字节：不是 UTF-8，也不是 GBK/GB18030。请另存为 UTF-8 再送。"
        ) from None
    return "gb18030"


def _raw_lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while line := file.readline(4 * LONGEST_LINE):
            yield line


def _chinese(line: bytes) -> int:
    """How many Chinese characters the line has when read as UTF-8; 0 if it cannot be."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return 0
    return sum("\u4e00" <= c <= "\u9fff" for c in text)


def _check_wide(path: Path, encoding: str) -> None:
    row = 1
    try:
        for line in lines(path, encoding):
            if "\0" in line:
                raise _nul(row)
            row += 1
    except UnicodeError:
        raise FileProblem(
            f"第 {row} 行附近的 UTF-16 编码坏了，文件可能没传完。请重新导出再送。"
        ) from None


def _nul(row: int) -> FileProblem:
    return FileProblem(f"第 {row} 行有空字节（NUL），文件可能损坏。请重新导出再送。")


def _decodes(decoder: codecs.IncrementalDecoder, block: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(block, final)
    except UnicodeDecodeError:
        return False
    return True


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            yield block
