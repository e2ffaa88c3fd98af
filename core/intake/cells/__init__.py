"""Read one cell as officials write it: dates, amounts, yes and no, ID numbers.

Every function takes text that is not blank and gives the value, or raises Unreadable with a
sentence for the department. Columns call these only for cells their fast path cannot read.
"""

from core.intake.cells.amounts import NO_NUMBER, NO_WHOLE, TOO_LARGE, read_number, read_whole
from core.intake.cells.idnumber import (
    NO_BIRTH,
    NO_CHECK,
    NO_ID,
    ROUNDED_ID,
    WEIGHTS,
    check_digit,
    looks_like_id,
    read_id,
)
from core.intake.cells.moments import (
    EARLIEST,
    FAR,
    FOR_EVER,
    NO_DATE,
    NO_MOMENT,
    NO_MONTH,
    NO_SUCH_DAY,
    read_date,
    read_moment,
    read_month,
)
from core.intake.cells.words import INVISIBLE, NO_BOOL, NO_OP, NOTHING, plain, read_bool, read_op

__all__ = [
    "EARLIEST",
    "FAR",
    "FOR_EVER",
    "INVISIBLE",
    "NOTHING",
    "NO_BIRTH",
    "NO_BOOL",
    "NO_CHECK",
    "NO_DATE",
    "NO_ID",
    "NO_MOMENT",
    "NO_MONTH",
    "NO_NUMBER",
    "NO_OP",
    "NO_SUCH_DAY",
    "NO_WHOLE",
    "ROUNDED_ID",
    "TOO_LARGE",
    "WEIGHTS",
    "check_digit",
    "looks_like_id",
    "plain",
    "read_bool",
    "read_date",
    "read_id",
    "read_moment",
    "read_month",
    "read_number",
    "read_op",
    "read_whole",
]
