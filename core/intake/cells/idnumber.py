"""A citizen's ID number: 18 places, or 15 from before 1999."""

import re
from datetime import date

from core.intake.cells.moments import EARLIEST
from core.intake.cells.words import plain
from core.intake.problem import Unreadable

NO_ID = "不是身份证号，应是 18 位（旧号 15 位）"
NO_CHECK = "身份证号末位校验不对，请核对是否抄错"
NO_BIRTH = "身份证号里的出生日期不存在，请核对"
ROUNDED_ID = "身份证号被表格软件改成了数字，末几位已丢，请把这一列设为文本后重新导出"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def read_id(text: str) -> str:
    """The 18 places of a citizen's ID number, checked; a number of 15 places is brought up to 18.

    Neither the province nor the county is checked: codes change, people keep their number.
    """
    cell = re.sub(r"[\s-]", "", plain(text)).upper()
    if re.fullmatch(r"\d{15}", cell):
        cell = f"{cell[:6]}19{cell[6:]}"
        cell += check_digit(cell)
    if not re.fullmatch(r"\d{17}[\dX]", cell):
        raise Unreadable(ROUNDED_ID if re.fullmatch(r"\d(\.\d+)?E\+?\d+", cell) else NO_ID)
    _born(cell)
    if cell[17] != check_digit(cell):
        raise Unreadable(ROUNDED_ID if cell.endswith("00") else NO_CHECK)
    return cell


def check_digit(cell: str) -> str:
    """The 18th place of an ID number (ISO 7064, mod 11-2)."""
    total = sum(w * int(d) for w, d in zip(WEIGHTS, cell, strict=False))
    return "10X98765432"[total % 11]


def looks_like_id(cell: str) -> bool:
    """Whether somebody meant an ID number here, right or wrong."""
    return bool(re.fullmatch(r"\d{15}|\d{17}[\dXx]|\d(\.\d+)?[Ee]\+?\d+", cell))


def _born(cell: str) -> None:
    try:
        born = date(int(cell[6:10]), int(cell[10:12]), int(cell[12:14]))
    except ValueError:
        born = date.min
    if born < EARLIEST:
        raise Unreadable(NO_BIRTH)
