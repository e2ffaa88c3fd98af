"""Look into a zip without trusting it: how large it really is, before a library unpacks it."""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from core.intake.problem import FileProblem

LARGEST = 700 << 20  # bytes of XML, all members together
LARGEST_TEXT = 160 << 20  # of them shared strings, which readers keep in memory
STEEPEST = 200  # times smaller than its content; a sheet full of repeats reaches about 50
ALWAYS_FINE = 20 << 20
MOST_CELLS = 6_000_000  # rows × columns of a sheet; a reader needs about 90 bytes for each
MOST_MEMBERS = 2_000
BLOCK = 1 << 18
OLD_OFFICE = b"\xd0\xcf\x11\xe0"

NOT_XLSX = "这不是 xlsx 文件（只是改了扩展名）。请用 Excel 或 WPS 打开后另存为 xlsx 再送。"
OLD_OR_LOCKED = "这是旧版 xls 或加了密码的表格。请去掉密码，另存为 xlsx 再送。"
TOO_LARGE = "这个表格解开后大得不正常（可能是压缩炸弹），没有读。请拆成几份，或另存为 CSV 再送。"
ENTITIES = "这个表格里有 XML 实体声明，不安全，没有读。请用 Excel 或 WPS 另存后再送。"
TOO_WIDE = "这个表格的范围大得不正常（行数 × 列数超过限度）。请删去空行空列，或另存为 CSV 再送。"

_CELL = re.compile(rb'<(?:x:)?c r="([A-Z]{1,3})')
_ROW = re.compile(rb'<(?:x:)?row [^>]*?r="(\d{1,7})"')


def check_workbook(path: Path) -> None:
    """Raise FileProblem unless *path* is a workbook of a sane size, whatever it claims."""
    with path.open("rb") as file:
        start = file.read(4)
    if start == OLD_OFFICE:
        raise FileProblem(OLD_OR_LOCKED)
    try:
        with ZipFile(path) as book:
            _check(path, book)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise FileProblem(NOT_XLSX) from error


def _check(path: Path, book: ZipFile) -> None:
    members = book.infolist()
    if "xl/workbook.xml" not in {m.filename for m in members}:
        raise FileProblem(NOT_XLSX)
    if len(members) > MOST_MEMBERS or sum(m.file_size for m in members) > LARGEST:
        raise FileProblem(TOO_LARGE)
    left = LARGEST
    for member in members:
        left -= _check_member(path, member, left)


def _check_member(path: Path, member: ZipInfo, left: int) -> int:
    """Inflate one member piece by piece, keeping nothing; its real size."""
    size, rows, columns = 0, 0, set[bytes]()
    sheet = member.filename.startswith("xl/worksheets/")
    tail = b""
    for piece in _pieces(path, member):
        size += len(piece)
        if size > left or _bomb(member, size):
            raise FileProblem(TOO_LARGE)
        seen = tail + piece
        if b"<!DOCTYPE" in seen or b"<!ENTITY" in seen:
            raise FileProblem(ENTITIES)
        if sheet:
            columns.update(_CELL.findall(seen))
            rows = max(rows, *(int(r) for r in _ROW.findall(seen)), 0)
            if rows * max(map(_column, columns), default=1) > MOST_CELLS:
                raise FileProblem(TOO_WIDE)
        tail = piece[-200:]
    return size


def _bomb(member: ZipInfo, size: int) -> bool:
    if member.filename == "xl/sharedStrings.xml" and size > LARGEST_TEXT:
        return True
    return size > ALWAYS_FINE and size > STEEPEST * member.compress_size


def _pieces(path: Path, member: ZipInfo) -> Iterator[bytes]:
    """The real bytes of a member, whatever size its entry claims."""
    with path.open("rb") as file:
        file.seek(member.header_offset)
        header = file.read(30)
        skip = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        file.seek(skip, 1)
        packed = member.compress_size
        inflate = zlib.decompressobj(-15) if member.compress_type == ZIP_DEFLATED else None
        if inflate is None and member.compress_type != ZIP_STORED:
            raise BadZipFile("compression")
        while packed > 0 and (block := file.read(min(BLOCK, packed))):
            packed -= len(block)
            yield from _inflate(inflate, block) if inflate else (block,)


def _inflate(inflate: "zlib._Decompress", block: bytes) -> Iterator[bytes]:
    """All that *block* unpacks to, never more than a few pieces at a time."""
    while block and not inflate.eof:
        yield inflate.decompress(block, 4 * BLOCK)
        block = inflate.unconsumed_tail


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
