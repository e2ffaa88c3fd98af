"""An export from request to bytes. The trail knows of it before anybody holds it."""

from dataclasses import dataclass
from datetime import datetime

from core import audit
from core.clock import local
from core.safety.export.columns import Column, shown
from core.safety.export.formats import FORMATS
from core.safety.export.permit import Permit
from core.safety.export.tables import TABLES

WATERMARK = Column("watermark", "水印", False, 40)


@dataclass(frozen=True)
class Taken:
    """A finished export: its bytes, rows in it, rows left out for want of a right, its watermark."""

    content: bytes
    rows: int
    left_out: int
    watermark: str


async def take(table: str, form: str, permit: Permit, *, at: datetime) -> Taken:
    """The rows *permit* covers; a full export carries its watermark on every row."""
    rows, left_out = [], 0
    async for about, row in TABLES[table](permit.full):
        if permit.covers(table, about):
            rows.append(row)
        else:
            left_out += 1
    mark = await _note(table, permit, len(rows), at)
    columns = shown(table, full=permit.full)
    if permit.full:
        columns = [*columns, WATERMARK]
        rows = [{**row, "watermark": mark} for row in rows]
    content = FORMATS[form](table, columns, rows, mark or permit.handle, at)
    return Taken(content, len(rows), left_out, mark)


async def _note(table: str, permit: Permit, rows: int, at: datetime) -> str:
    """The entry in the trail, and the watermark that leads back to it."""
    signed = f", signed {permit.approver.handle}" if permit.approver else ""
    kind = "full" if permit.full else "masked"
    why = f"{kind}, {rows} rows{signed}: {permit.why}".rstrip(": ")
    seq = await audit.record(permit.handle, "export", table, at=at, why=why[:120])
    if not permit.full or permit.approver is None:
        return ""
    when = f"{local(at):%Y-%m-%d %H:%M}"
    return f"导出 {seq}·{permit.handle} 取·{permit.approver.handle} 批·{when}·只作本次用途，别外传"
