"""Read whole columns: fast for what is written cleanly, cell by cell only for the odd ones.

Each function takes a String column and gives the values and the faults it found. A blank cell is
null and never a fault: blank is not zero.
"""

from core.intake.columns.column import Column
from core.intake.columns.fields import of_field
from core.intake.columns.figures import FUTURE, day, decimal, moment, month, whole
from core.intake.columns.people import id_number, identity
from core.intake.columns.texts import boolean, choice, code, operation, several, text

__all__ = [
    "FUTURE",
    "Column",
    "boolean",
    "choice",
    "code",
    "day",
    "decimal",
    "id_number",
    "identity",
    "moment",
    "month",
    "of_field",
    "operation",
    "several",
    "text",
    "whole",
]
